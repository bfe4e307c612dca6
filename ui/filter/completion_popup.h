// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QAbstractListModel>
#include <QtWidgets/QFrame>

class QListView;

namespace assay::ui {

class PlainLabel;

/// One line of the popup: what would be put there, and what it means.
struct CompletionRow
{
    QString text{};
    QString help{};
    bool code = true; ///< shown in the fixed font

    bool operator==(const CompletionRow &) const = default;
};

class CompletionModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(QList<CompletionRow> rows);
    const CompletionRow *at(int row) const;
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<CompletionRow> m_rows;
};

/// A list below a field, with a sentence under it. Never takes the focus: the field keeps the keys
/// and moves the selection. Lies over its window, so nothing else moves.
class CompletionPopup final : public QFrame
{
    Q_OBJECT
public:
    explicit CompletionPopup(QWidget *field);

    /// Shows rows and sentence below the field; neither of them hides the popup.
    void showRows(const QList<CompletionRow> &rows, const QString &sentence, bool alarming);
    void setCurrent(int row); ///< −1 = none
    int current() const;
    int count() const { return m_model->rowCount(); }
    QString sentence() const;
    QListView *view() const { return m_view; }

Q_SIGNALS:
    void rowClicked(int row);

private:
    void place();

    QWidget *m_field;
    CompletionModel *m_model;
    QListView *m_view;
    PlainLabel *m_sentence;
};

} // namespace assay::ui
