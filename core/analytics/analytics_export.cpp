// SPDX-License-Identifier: Apache-2.0
#include "analytics/analytics_export.h"

#include <QtCore/QJsonArray>
#include <QtCore/QLocale>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

QJsonValue orNull(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonValue intervalJson(const std::optional<Interval> &interval)
{
    return interval ? QJsonValue(QJsonArray{interval->low, interval->high}) : QJsonValue();
}

QJsonObject rangeJson(const TimeRange &range)
{
    return {{u"from"_s, toIso(range.from)}, {u"to"_s, toIso(range.to)}};
}

QJsonObject figureJson(const Figure &figure)
{
    return {{u"value"_s, orNull(figure.value)},
            {u"n"_s, figure.count},
            {u"interval"_s, intervalJson(figure.interval)}};
}

template<typename T, typename F>
QJsonArray arrayOf(const QList<T> &items, F json)
{
    QJsonArray array;
    for (const T &item : items)
        array.append(json(item));
    return array;
}

QJsonObject kpiJson(const KpiFigure &kpi)
{
    QJsonObject object = figureJson(kpi.now);
    object.insert(u"name"_s, QString::fromLatin1(kpiInfo(kpi.kpi).token));
    object.insert(u"before"_s, figureJson(kpi.before));
    object.insert(u"delta"_s, orNull(kpi.delta));
    if (kpi.target)
        object.insert(u"target"_s,
                      QJsonObject{{u"name"_s, kpi.target->name},
                                  {kpi.target->atLeast ? u"at_least"_s : u"below"_s, kpi.target->value},
                                  {u"met"_s, kpi.target->met}});
    return object;
}

QJsonObject modelJson(const ModelUsage &model)
{
    return {{u"model"_s, model.model},
            {u"responses"_s, model.responses},
            {u"share"_s, model.share},
            {u"passed"_s, model.passed},
            {u"judged"_s, model.judged},
            {u"average_quality"_s, orNull(model.averageQuality)},
            {u"calls"_s, model.calls},
            {u"prompt_tokens"_s, model.promptTokens},
            {u"completion_tokens"_s, model.completionTokens},
            {u"cost_micros"_s, model.cost.value},
            {u"cost_estimated"_s, model.costEstimated}};
}

QJsonObject bucketJson(const AnalyticsBucket &bucket)
{
    QJsonObject object = rangeJson(bucket.range);
    object.insert(u"responses"_s, bucket.responses);
    object.insert(u"passed"_s, bucket.passed);
    object.insert(u"failed"_s, bucket.failed);
    object.insert(u"pass_rate"_s, orNull(bucket.passRate));
    object.insert(u"pass_interval"_s, intervalJson(bucket.passInterval));
    object.insert(u"average_quality"_s, orNull(bucket.averageQuality));
    object.insert(u"latency_p50"_s, orNull(bucket.latencyP50));
    object.insert(u"latency_p95"_s, orNull(bucket.latencyP95));
    object.insert(u"latency_p99"_s, orNull(bucket.latencyP99));
    object.insert(u"retried"_s, bucket.retried);
    object.insert(u"retries_told"_s, bucket.retriesTold);
    object.insert(u"cost_micros"_s, bucket.cost.value);
    object.insert(u"events"_s, bucket.events);
    object.insert(u"undecodable"_s, bucket.undecodable);
    object.insert(u"minutes"_s, bucket.minutes);
    object.insert(u"minutes_with_data"_s, bucket.minutesWithData);
    return object;
}

QJsonObject logBinJson(const LogBin &bin)
{
    return {{u"low"_s, bin.low}, {u"high"_s, bin.high}, {u"responses"_s, bin.responses}};
}

QJsonObject reliabilityJson(const ReliabilityBin &bin)
{
    return {{u"low"_s, bin.low},
            {u"high"_s, bin.high},
            {u"turns"_s, bin.turns},
            {u"passed"_s, bin.passed},
            {u"fast_turns"_s, bin.fastTurns},
            {u"fast_passed"_s, bin.fastPassed},
            {u"mean_confidence"_s, orNull(bin.meanConfidence)},
            {u"fast_pass_interval"_s, intervalJson(bin.fastPassInterval)}};
}

QJsonObject gapsJson(const AnalyticsGaps &gaps)
{
    return {{u"minutes"_s, gaps.minutes},
            {u"minutes_with_data"_s, gaps.minutesWithData},
            {u"events"_s, gaps.events},
            {u"undecodable"_s, gaps.undecodable},
            {u"missing"_s, gaps.missing},
            {u"conflicts"_s, gaps.conflicts},
            {u"late"_s, gaps.late},
            {u"future"_s, gaps.future},
            {u"unscored"_s, gaps.unscored},
            {u"unjudged"_s, gaps.unjudged},
            {u"judged_here"_s, gaps.judgedHere},
            {u"latency_unknown"_s, gaps.latencyUnknown},
            {u"latency_invalid"_s, gaps.latencyInvalid},
            {u"retries_unknown"_s, gaps.retriesUnknown},
            {u"tool_use_unknown"_s, gaps.toolUseUnknown},
            {u"cost_unknown"_s, gaps.costUnknown},
            {u"calls_without_cost"_s, gaps.callsWithoutCost},
            {u"calls_estimated"_s, gaps.callsEstimated}};
}

/// Leaves of a JSON value as lines; the name of a list's item is what tells it apart.
class CsvLines
{
public:
    QByteArray text() const { return m_text; }

    void add(const QString &section, const QString &name, const QJsonValue &value)
    {
        if (value.isObject()) {
            const QJsonObject object = value.toObject();
            for (auto it = object.begin(); it != object.end(); ++it)
                add(section, name.isEmpty() ? it.key() : name + u'.' + it.key(), it.value());
        } else if (value.isArray()) {
            const QJsonArray array = value.toArray();
            for (qsizetype i = 0; i < array.size(); ++i)
                add(section, name + u'[' + QString::number(i) + u']', array.at(i));
        } else {
            m_text += cell(section) + ',' + cell(name) + ',' + cell(value) + "\r\n";
        }
    }

private:
    static QByteArray cell(const QJsonValue &value)
    {
        if (value.isNull())
            return {};
        if (value.isBool())
            return value.toBool() ? "true" : "false";
        if (value.isDouble()) {
            const double number = value.toDouble();
            return number == static_cast<double>(static_cast<qint64>(number))
                       ? QByteArray::number(static_cast<qint64>(number))
                       : QByteArray::number(number, 'g', QLocale::FloatingPointShortest);
        }
        return cell(value.toString());
    }
    static QByteArray cell(QString text)
    {
        if (!text.isEmpty() && u"=+-@\t\r"_s.contains(text.front()))
            text.prepend(u'\'');
        if (text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r'))
            text = u'"' + text.replace(u'"', u"\"\""_s) + u'"';
        return text.toUtf8();
    }

    QByteArray m_text = "section,name,value\r\n";
};

QByteArray csvOf(const QJsonObject &object)
{
    CsvLines lines;
    for (auto it = object.begin(); it != object.end(); ++it)
        lines.add(it.key(), QString(), it.value());
    return lines.text();
}

} // namespace

QString tokenOf(Difference difference)
{
    switch (difference) {
    case Difference::Unknown: return u"unknown"_s;
    case Difference::NotDistinguishable: return u"not_distinguishable"_s;
    case Difference::Higher: return u"higher"_s;
    case Difference::Lower: return u"lower"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject toJson(const AnalyticsPage &page)
{
    return {
        {u"range"_s, rangeJson(page.range)},
        {u"filter"_s, page.filter},
        {u"basis"_s, page.basis == AnalyticsBasis::Rollups ? u"minute_sums"_s : u"rows"_s},
        {u"percentile_error"_s, percentileError},
        {u"threshold"_s, QString::number(page.threshold).toDouble()},
        {u"responses"_s, page.responses},
        {u"cost_micros"_s, page.cost.value},
        {u"figures"_s, arrayOf(page.kpis, kpiJson)},
        {u"bands"_s, arrayOf(page.bands,
                             [](const ScoreBand &band) {
                                 return QJsonObject{{u"low"_s, QString::number(band.low).toDouble()},
                                                    {u"high"_s, QString::number(band.high).toDouble()},
                                                    {u"responses"_s, band.responses},
                                                    {u"share"_s, band.share}};
                             })},
        {u"scores"_s, arrayOf(page.scores, [](qint64 count) { return QJsonValue(count); })},
        {u"buckets"_s, arrayOf(page.buckets, bucketJson)},
        {u"issues"_s, arrayOf(page.issues,
                              [](const IssueCount &issue) {
                                  return QJsonObject{{u"issue"_s, issue.issue},
                                                     {u"responses"_s, issue.responses},
                                                     {u"share"_s, issue.share}};
                              })},
        {u"models"_s, arrayOf(page.models, modelJson)},
        {u"purposes"_s, arrayOf(page.purposes,
                                [](const PurposeUsage &usage) {
                                    return QJsonObject{{u"purpose"_s, usage.purpose},
                                                       {u"calls"_s, usage.calls},
                                                       {u"cost_micros"_s, usage.cost.value}};
                                })},
        {u"costs"_s, arrayOf(page.costs, logBinJson)},
        {u"latencies"_s, arrayOf(page.latencies, logBinJson)},
        {u"retries"_s, arrayOf(page.retries,
                               [](const RetryCount &count) {
                                   return QJsonObject{{u"retries"_s, count.retries},
                                                      {u"responses"_s, count.responses},
                                                      {u"passed"_s, count.passed}};
                               })},
        {u"reliability"_s, arrayOf(page.reliability, reliabilityJson)},
        {u"policies"_s,
         arrayOf(page.policies,
                 [](const PolicyMark &mark) {
                     return QJsonObject{{u"at"_s, toIso(mark.at)}, {u"revision"_s, mark.revision}};
                 })},
        {u"policy_turns"_s,
         arrayOf(page.policyTurns,
                 [](const PolicyTurns &policy) {
                     return QJsonObject{{u"revision"_s, policy.revision}, {u"turns"_s, policy.turns}};
                 })},
        {u"gaps"_s, gapsJson(page.gaps)},
    };
}

QJsonObject toJson(const AnalyticsComparison &comparison)
{
    const auto compared = [](const ComparedFigure &figure) {
        return QJsonObject{{u"name"_s, QString::fromLatin1(kpiInfo(figure.kpi).token)},
                           {u"base"_s, figureJson(figure.base)},
                           {u"other"_s, figureJson(figure.other)},
                           {u"difference"_s, orNull(figure.difference)},
                           {u"interval"_s, intervalJson(figure.interval)},
                           {u"paired"_s, figure.paired},
                           {u"pairs"_s, figure.pairs},
                           {u"verdict"_s, tokenOf(figure.verdict)}};
    };
    return {{u"base"_s, toJson(comparison.base)},
            {u"other"_s, toJson(comparison.other)},
            {u"shared_threads"_s, comparison.sharedThreads},
            {u"comparison"_s, arrayOf(comparison.figures, compared)}};
}

QByteArray toCsv(const AnalyticsPage &page)
{
    return csvOf(toJson(page));
}

QByteArray toCsv(const AnalyticsComparison &comparison)
{
    return csvOf(toJson(comparison));
}

} // namespace assay
