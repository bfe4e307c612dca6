// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/alerts/alert_words.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QScrollArea;

namespace assay::ui {

class Actions;
class Button;
class FiringPane;
class PlainLabel;
class RuleChart;
class RuleFields;
class SegmentedTabs;

/// A rule being written, and what it would have done over what is recorded.
class RuleEditor final : public QWidget
{
    Q_OBJECT

public:
    /// @param host outlives this; runs the backtest
    RuleEditor(AlertHost &host, Actions &actions, const QString &who, QWidget *parent = nullptr);

    /// @param rules in force; the edited one replaces `original` there, or joins them when that is empty
    void edit(const AlertRule &rule, const QString &original, const AlertRules &rules);
    const AlertRule &rule() const;
    const QString &original() const { return m_original; }
    /// Was anything changed?
    bool isChanged() const;
    bool isSound() const;
    /// Stops the backtest that runs.
    void stop();

    RuleFields &fields() { return *m_fields; }
    RuleChart &chart() { return *m_chart; }
    FiringPane &firings() { return *m_firings; }
    SegmentedTabs &range() { return *m_range; }
    /// The last backtest; nullopt while none is known.
    const std::optional<AlertBacktest> &result() const { return m_result; }

Q_SIGNALS:
    void turnWanted();
    void problem(const QString &text);

private:
    QWidget *makeHead(Actions &actions);
    void ask();
    void take(const AlertRule &rule, const Result<AlertBacktest> &result);
    QString rangeName() const;

    AlertHost &m_host;
    AlertRule m_before;
    QString m_original;
    AlertRules m_rules;
    PlainLabel *m_title;
    RuleFields *m_fields;
    SegmentedTabs *m_range;
    PlainLabel *m_sum;
    RuleChart *m_chart;
    FiringPane *m_firings;
    QScrollArea *m_scroll;
    QTimer m_soon;
    std::optional<AlertBacktest> m_result;
    quint64 m_asked = 0;
};

} // namespace assay::ui
