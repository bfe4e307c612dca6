// SPDX-License-Identifier: Apache-2.0
#include "alerts/rule_run.h"

#include "alerts/alert_text.h"
#include "base/tr.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonArray>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// So many responses of one rule raise alerts of their own at once; more are counted behind the newest.
constexpr std::size_t mostOpen = 100;
constexpr qsizetype mostEvents = 100;

QString idOf(const AlertFiring &firing)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(firing.rule.toUtf8());
    for (auto it = firing.labels.begin(); it != firing.labels.end(); ++it)
        hash.addData(QByteArray("\n" + it.key().toUtf8() + "=" + it.value().toUtf8()));
    hash.addData(QByteArray::number(toMicros(firing.firedAt)));
    return QString::fromLatin1(hash.result().toHex().first(16));
}

QString keyOf(const AlertLabels &labels)
{
    QString key;
    for (auto it = labels.begin(); it != labels.end(); ++it)
        key += it.key() + u'=' + it.value() + u'\n';
    return key;
}

} // namespace

RuleRun::RuleRun(const AlertRule &rule, EngineFacts &facts)
    : m_rule(rule), m_eachRule(rule), m_metric(alertMetric(rule.metric)), m_facts(facts)
{
    m_eachRule.holds = {};
    m_eachRule.keepFiring = std::max(rule.keepFiring, rule.window);
    if (m_metric != nullptr)
        m_window = std::make_unique<MetricWindow>(m_rule, *m_metric);
    else if (tl::expected<promql::Node, promql::Problem> parsed = promql::parse(rule.expression); parsed) {
        m_expression = std::move(*parsed);
        m_facts.series.want(*m_expression);
    }
}

std::chrono::milliseconds RuleRun::reach() const
{
    return m_expression ? promql::reachOf(*m_expression) : m_rule.window;
}

void RuleRun::evaluate(UtcTime now, QList<AlertFiring> &out)
{
    if (m_expression)
        evaluateExpression(now, out);
    else if (m_metric != nullptr && m_metric->fold == AlertFold::Each)
        evaluateEach(now, out);
    else if (m_metric != nullptr)
        evaluateMetric(now, out);
    notePhase();
}

void RuleRun::notePhase()
{
    m_readout.phase = AlertPhase::Inactive;
    for (const auto &[key, instance] : m_instances)
        if (instance.status.phase == AlertPhase::Firing || m_readout.phase == AlertPhase::Inactive) {
            m_readout.phase = instance.status.phase;
            m_readout.since = instance.status.activeSince;
        }
}

void RuleRun::evaluateMetric(UtcTime now, QList<AlertFiring> &out)
{
    const WindowReading reading = m_window->at(now);
    m_readout = {.time = now, .value = reading.value, .matching = reading.matching, .total = reading.total};
    const AlertFinding finding = !reading.value                                     ? AlertFinding::NoData
                                 : isBeyond(m_rule, m_metric->unit, *reading.value) ? AlertFinding::Violated
                                                                                    : AlertFinding::Kept;
    const bool quiet = finding == AlertFinding::Kept ||
                       (finding == AlertFinding::NoData && m_rule.noData != AlertNoData::Alert);
    if (quiet && m_instances.empty())
        return;
    step({}, finding, now, out);
}

void RuleRun::evaluateEach(UtcTime now, QList<AlertFiring> &out)
{
    const WindowReading reading = m_window->at(now);
    m_readout = {.time = now, .matching = reading.matching, .total = reading.total};
    std::vector<QString> ripe; // between the first good moment and the last nothing can change
    for (const auto &[key, instance] : m_instances)
        if (instance.status.calmSince == UtcTime{} ||
            now - instance.status.calmSince >= m_eachRule.keepFiring)
            ripe.push_back(key);
    for (const QString &key : ripe)
        step(key, AlertFinding::Kept, now, out);
    for (const AlertEvent &event : m_window->takeViolations()) {
        const double value = static_cast<double>(*m_metric->value(event)) / m_metric->scale;
        m_readout.value = value;
        // Keys sort by time, so that the last is the newest.
        const QString key = u"%1 %2"_s.arg(event.timeUs, 20, 10, QChar(u'0')).arg(event.id);
        if (m_instances.size() >= mostOpen) {
            AlertFiring &newest = m_instances.rbegin()->second.firing;
            ++newest.eventCount;
            if (newest.events.size() < mostEvents)
                newest.events.append(event.id);
            continue;
        }
        Instance &instance = m_instances[key];
        instance.labels.insert(u"response"_s, QString::number(event.id));
        instance.firing = {.value = value, .matching = 1, .total = 1, .events = {event.id}, .eventCount = 1};
        step(key, AlertFinding::Violated, now, out);
    }
}

void RuleRun::evaluateExpression(UtcTime now, QList<AlertFiring> &out)
{
    const std::optional<promql::Vector> found =
        promql::evaluate(*m_expression, m_facts.series.series(), toMicros(now) / 1000);
    m_readout = {.time = now};
    std::map<QString, bool> seen;
    for (const auto &[key, instance] : m_instances)
        seen.emplace(key, false);
    if (found) {
        m_readout.total = static_cast<qint64>(found->size());
        for (const promql::Element &element : *found) {
            const QString key = keyOf(element.labels);
            Instance &instance = m_instances[key];
            instance.labels = element.labels;
            if (instance.status.phase != AlertPhase::Firing)
                instance.firing.value = element.value;
            m_readout.value = element.value;
            seen[key] = true;
        }
    }
    for (const auto &[key, violated] : seen)
        step(key, violated ? AlertFinding::Violated : AlertFinding::Kept, now, out);
}

void RuleRun::step(const QString &key, AlertFinding finding, UtcTime now, QList<AlertFiring> &out)
{
    const bool each = m_metric != nullptr && m_metric->fold == AlertFold::Each;
    Instance &instance = m_instances[key];
    const AlertStatus before = instance.status;
    instance.status = nextAlertStatus(each ? m_eachRule : m_rule, before, finding, now);
    const AlertPhase phase = instance.status.phase;
    if (phase == AlertPhase::Firing && before.phase != AlertPhase::Firing) {
        instance.firing = firingOf(instance);
        out.append(instance.firing);
    } else if (phase == AlertPhase::Resolved && before.phase == AlertPhase::Firing) {
        instance.firing.resolvedAt = now;
        out.append(instance.firing);
    }
    if (phase == AlertPhase::Inactive || phase == AlertPhase::Resolved)
        m_instances.erase(key);
}

AlertFiring RuleRun::firingOf(const Instance &instance) const
{
    AlertFiring firing = instance.firing;
    firing.rule = m_rule.name;
    firing.severity = m_rule.severity;
    firing.activeSince = instance.status.activeSince;
    firing.firedAt = instance.status.firedAt;
    if (m_metric != nullptr && m_metric->fold != AlertFold::Each) {
        firing.value = m_readout.value;
        firing.matching = m_readout.matching;
        firing.total = m_readout.total;
    }
    firing.labels = instance.labels;
    const QString value = firing.value ? (m_metric != nullptr ? alertValueText(m_metric->unit, *firing.value)
                                                              : QString::number(*firing.value, 'g', 6))
                                       : Tr::tr("no data");
    const AlertLabels own = labelsOf(m_rule);
    for (auto it = own.begin(); it != own.end(); ++it)
        firing.labels.insert(it.key(), expandAlertText(it.value(), instance.labels, value));
    for (auto it = m_rule.annotations.begin(); it != m_rule.annotations.end(); ++it)
        firing.annotations.insert(it.key(), expandAlertText(it.value(), firing.labels, value));
    if (m_metric == nullptr || m_metric->fold != AlertFold::Each) {
        const WindowEvidence behind = evidence(firing.firedAt);
        firing.events = behind.events;
        firing.eventCount = behind.count;
    }
    firing.id = idOf(firing);
    return firing;
}

WindowEvidence RuleRun::evidence(UtcTime now) const
{
    if (m_window)
        return m_window->evidence();
    const qint64 oldest = toMicros(now - reach() - m_rule.holds);
    std::vector<MissedResponse> behind;
    std::ranges::copy_if(m_facts.missed, std::back_inserter(behind),
                         [oldest](const MissedResponse &one) { return one.timeUs > oldest; });
    std::ranges::stable_sort(behind, {}, &MissedResponse::score);
    WindowEvidence evidence{.count = static_cast<qint64>(behind.size())};
    for (const MissedResponse &one : behind)
        if (evidence.events.size() < mostEvents)
            evidence.events.append(one.id);
    return evidence;
}

void RuleRun::appendOpen(QList<AlertFiring> &open) const
{
    for (const auto &[key, instance] : m_instances)
        if (instance.status.phase == AlertPhase::Firing)
            open.append(instance.firing);
}

QJsonArray RuleRun::save() const
{
    QJsonArray saved;
    for (const auto &[key, instance] : m_instances) {
        QJsonObject labels;
        for (auto it = instance.labels.begin(); it != instance.labels.end(); ++it)
            labels[it.key()] = it.value();
        saved.append(QJsonObject{{u"key"_s, key},
                                 {u"labels"_s, labels},
                                 {u"phase"_s, toToken(instance.status.phase)},
                                 {u"active_since_us"_s, toMicros(instance.status.activeSince)},
                                 {u"fired_at_us"_s, toMicros(instance.status.firedAt)},
                                 {u"calm_since_us"_s, toMicros(instance.status.calmSince)},
                                 {u"firing"_s, toJson(instance.firing)}});
    }
    return saved;
}

Result<> RuleRun::restore(const QJsonArray &saved)
{
    for (const QJsonValue &value : saved) {
        const QJsonObject one = value.toObject();
        const std::optional<AlertPhase> phase = alertPhaseFrom(one[u"phase"].toString());
        const Result<AlertFiring> firing = alertFiringFrom(one[u"firing"].toObject());
        if (!phase || !firing)
            return fail(Errc::Corrupt, Tr::tr("The saved states of alerts cannot be read."));
        Instance &instance = m_instances[one[u"key"].toString()];
        const QJsonObject labels = one[u"labels"].toObject();
        for (auto it = labels.begin(); it != labels.end(); ++it)
            instance.labels.insert(it.key(), it->toString());
        const auto time = [&one](const char *key) {
            return fromMicros(one[QLatin1StringView(key)].toInteger());
        };
        instance.status = {.phase = *phase,
                           .activeSince = time("active_since_us"),
                           .firedAt = time("fired_at_us"),
                           .calmSince = time("calm_since_us")};
        instance.firing = *firing;
    }
    return {};
}

} // namespace assay
