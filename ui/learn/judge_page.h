// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/prompt_host.h"
#include "ui/ask/row_list.h"
#include "ui/kit/actions.h"

#include <QtWidgets/QWidget>

class QStackedWidget;

namespace assay::ui {

class Button;
class ErrorState;
class PlainLabel;
class WrappedText;

/// What tricks gain with the judge, a row for each kind: a bar from no gain, the mean with its interval, how
/// many pass.
class AttackTable final : public RowList
{
    Q_OBJECT

public:
    explicit AttackTable(QWidget *parent = nullptr);

    void setReport(const AttackReport &report);
    /// A row as a screen reader tells it.
    QString rowText(int row) const { return spoken(row); }

protected:
    int count() const override { return static_cast<int>(m_figures.size()); }
    void paintRow(QPainter &painter, const QRectF &row, int index) const override;
    QString spoken(int index) const override;

private:
    QList<AttackFigure> m_figures;
};

/// How far the judge in use can be trusted: what attacks gain, whether it agrees with people, how it spreads.
///
/// Threading: UI thread.
class JudgePage final : public QWidget
{
    Q_OBJECT

public:
    /// `host` and `actions` outlive this.
    JudgePage(PromptHost &host, Actions &actions, QWidget *parent = nullptr);

    void focusDefault();
    /// Turns were stored or labelled.
    void refresh();

    AttackTable &table() { return *m_table; }
    QString verdict() const;
    QString agreement() const;
    QString progress() const;

Q_SIGNALS:
    /// For the title bar: the judge and what attacks gain.
    void factsText(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeParts();
    Button *button(ActionId id, const QString &text, bool primary);
    void read();
    void take(const Result<JudgeStanding> &standing);
    void showReport(const AttackReport &report);
    void showPeople(const JudgeStanding &standing);
    void run();
    void tell(const QString &progress);

    PromptHost &m_host;
    Actions &m_actions;
    PlainLabel *m_figure;
    WrappedText *m_verdict;
    WrappedText *m_scale;
    WrappedText *m_progress;
    PlainLabel *m_columns;
    AttackTable *m_table;
    Button *m_run = nullptr;
    WrappedText *m_agreement;
    WrappedText *m_spread;
    ErrorState *m_failed;
    QStackedWidget *m_states;
};

} // namespace assay::ui
