// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "alerts/alert_engine.h"
#include "alerts/expression_series.h"
#include "alerts/metric_window.h"

#include <map>

namespace assay {

/// A response that missed its threshold, for the evidence of expressions.
struct MissedResponse
{
    qint64 timeUs = 0;
    qint64 id = 0;
    float score = 0.0F;
};

/// What all rules of an engine share.
struct EngineFacts
{
    ExpressionSeries series{};
    std::deque<MissedResponse> missed{}; ///< as long as an expression and its `for` look back
};

/// One rule at work: measures, and moves its alerts through the state machine.
class RuleRun
{
public:
    /// @param facts outlives this
    RuleRun(const AlertRule &rule, EngineFacts &facts);
    Q_DISABLE_COPY_MOVE(RuleRun)

    const AlertRule &rule() const { return m_rule; }
    const AlertReadout &readout() const { return m_readout; }
    bool usesSeries() const { return m_expression.has_value(); }
    /// How far back one evaluation looks.
    std::chrono::milliseconds reach() const;

    /// Does any such event count for it?
    bool takes(AlertEvent::Kind kind) const { return m_window && m_window->takes(kind); }
    /// @param raises false for what happened before the first moment
    void add(const AlertEvent &event, bool raises)
    {
        if (m_window)
            m_window->add(event, raises);
    }
    /// Evaluates one moment; what begins or ends is put into `out`.
    void evaluate(UtcTime now, QList<AlertFiring> &out);

    void appendOpen(QList<AlertFiring> &open) const;
    QJsonArray save() const;
    Result<> restore(const QJsonArray &saved);
    /// Forgets every alert.
    void clear() { m_instances.clear(); }

private:
    struct Instance
    {
        AlertLabels labels{}; ///< those beside the rule's own
        AlertStatus status{};
        AlertFiring firing{};
    };

    void evaluateMetric(UtcTime now, QList<AlertFiring> &out);
    void evaluateEach(UtcTime now, QList<AlertFiring> &out);
    void evaluateExpression(UtcTime now, QList<AlertFiring> &out);
    void step(const QString &key, AlertFinding finding, UtcTime now, QList<AlertFiring> &out);
    AlertFiring firingOf(const Instance &instance) const;
    WindowEvidence evidence(UtcTime now) const;
    void notePhase();

    AlertRule m_rule;
    AlertRule m_eachRule; ///< the same, for alerts of single values
    const AlertMetric *m_metric;
    EngineFacts &m_facts;
    std::unique_ptr<MetricWindow> m_window;
    std::optional<promql::Node> m_expression;
    std::map<QString, Instance> m_instances;
    AlertReadout m_readout;
};

} // namespace assay
