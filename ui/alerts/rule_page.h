// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/alerts/rule_chart.h"
#include "ui/alerts/rule_list.h"

class QScrollArea;

namespace assay::ui {

class Chip;
class ElidedLabel;
class FiringPane;
class PlainLabel;
class WrappedText;

/// One rule: how it stands, what it measured, when it fired and the turns behind each firing.
class RulePage final : public QWidget
{
    Q_OBJECT

public:
    RulePage(AlertHost &host, const QString &who, QWidget *parent = nullptr);

    void showRule(const RuleRow &row, UtcTime now);
    /// @param range in words: "the last 24 hours"
    void setHistory(const RuleHistory &history, const QList<AlertEntry> &entries, const QString &range,
                    UtcTime now);
    /// While the history is read, or why it cannot be.
    void setHistoryNote(const QString &note, Tone tone = Tone::Second);
    /// The silence that mutes it, in words; empty = none does.
    void setSilence(const QString &text);

    FiringPane &firings() { return *m_firings; }
    RuleChart &chart() { return *m_chart; }
    const QString &rule() const { return m_rule; }

Q_SIGNALS:
    void turnWanted();

private:
    QWidget *makeFigures();

    QString m_rule;
    PlainLabel *m_name;
    Chip *m_standing;
    Chip *m_severity;
    WrappedText *m_condition;
    PlainLabel *m_silence;
    PlainLabel *m_value;
    PlainLabel *m_bound;
    PlainLabel *m_boundTitle;
    PlainLabel *m_since;
    PlainLabel *m_sinceTitle;
    PlainLabel *m_nOfM;
    RuleChart *m_chart;
    FiringPane *m_firings;
    QScrollArea *m_scroll;
};

} // namespace assay::ui
