// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/command_palette.h"

#include <QtCore/QAbstractListModel>
#include <QtWidgets/QStyledItemDelegate>

namespace assay::ui {

/// Entries that match what was typed, best first; at most 200 are shown.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setEntries(QList<PaletteEntry> entries);
    void append(QList<PaletteEntry> entries);
    void search(const QString &pattern);

    const PaletteEntry *at(int row) const;
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<PaletteEntry> m_entries;
    QList<qsizetype> m_shown;
    QString m_pattern;
};

/// Paints an entry: icon, text, group, key caps.
class PaletteDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace assay::ui
