// SPDX-License-Identifier: Apache-2.0
#include "base/tr.h"
#include "report/report_text.h"
#include "service/analytics_report_parts.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

using Shape = ReportChart::Shape;
using Cells = QList<ReportCell>;

QList<ReportColumn> bucketColumns()
{
    return {{.token = u"from"_s, .label = Tr::tr("From (UTC)"), .isNumber = false},
            {.token = u"to"_s, .label = Tr::tr("To (UTC)"), .isNumber = false, .isPrinted = false},
            {.token = u"responses"_s, .label = Tr::tr("Responses")},
            {.token = u"passed"_s, .label = Tr::tr("Passed"), .isPrinted = false},
            {.token = u"failed"_s, .label = Tr::tr("Failed")},
            {.token = u"pass_rate"_s, .label = Tr::tr("Pass rate")},
            {.token = u"pass_low"_s, .label = Tr::tr("95 % from")},
            {.token = u"pass_high"_s, .label = Tr::tr("95 % to")},
            {.token = u"average_quality"_s, .label = Tr::tr("Average quality")},
            {.token = u"latency_p50"_s, .label = Tr::tr("Latency P50"), .isPrinted = false},
            {.token = u"latency_p95"_s, .label = Tr::tr("Latency P95")},
            {.token = u"latency_p99"_s, .label = Tr::tr("Latency P99"), .isPrinted = false},
            {.token = u"retried"_s, .label = Tr::tr("Retried")},
            {.token = u"retries_told"_s, .label = Tr::tr("Retries told"), .isPrinted = false},
            {.token = u"cost_micros"_s, .label = Tr::tr("Cost")},
            {.token = u"events"_s, .label = Tr::tr("Events"), .isPrinted = false},
            {.token = u"undecodable"_s, .label = Tr::tr("Undecodable")},
            {.token = u"minutes"_s, .label = Tr::tr("Minutes"), .isPrinted = false},
            {.token = u"minutes_without_data"_s, .label = Tr::tr("Minutes without data")}};
}

Cells bucketCells(const AnalyticsBucket &bucket)
{
    const auto &interval = bucket.passInterval;
    return {momentCell(bucket.range.from),
            momentCell(bucket.range.to),
            countCell(bucket.responses),
            countCell(bucket.passed),
            countCell(bucket.failed),
            numberCell(bucket.passRate, ReportUnit::Share),
            numberCell(interval ? std::optional(interval->low) : std::nullopt, ReportUnit::Share),
            numberCell(interval ? std::optional(interval->high) : std::nullopt, ReportUnit::Share),
            numberCell(bucket.averageQuality, ReportUnit::Score),
            numberCell(bucket.latencyP50, ReportUnit::Seconds),
            numberCell(bucket.latencyP95, ReportUnit::Seconds),
            numberCell(bucket.latencyP99, ReportUnit::Seconds),
            countCell(bucket.retried),
            countCell(bucket.retriesTold),
            moneyCell(bucket.cost),
            countCell(bucket.events),
            countCell(bucket.undecodable),
            countCell(bucket.minutes),
            countCell(bucket.minutes - bucket.minutesWithData)};
}

/// The sum of the rows: what the charts and tables below a figure add up to.
Cells bucketTotal(const AnalyticsPage &page)
{
    AnalyticsBucket sum{.range = page.range};
    for (const AnalyticsBucket &bucket : page.buckets) {
        sum.responses += bucket.responses;
        sum.passed += bucket.passed;
        sum.failed += bucket.failed;
        sum.retried += bucket.retried;
        sum.retriesTold += bucket.retriesTold;
        sum.cost += bucket.cost;
        sum.events += bucket.events;
        sum.undecodable += bucket.undecodable;
        sum.minutes += bucket.minutes;
        sum.minutesWithData += bucket.minutesWithData;
    }
    const auto valueOf = [&](Kpi kpi) { return page.kpi(kpi).now.value; };
    sum.passRate = valueOf(Kpi::PassRate);
    sum.passInterval = page.kpi(Kpi::PassRate).now.interval;
    sum.averageQuality = valueOf(Kpi::AverageQuality);
    sum.latencyP50 = valueOf(Kpi::LatencyP50);
    sum.latencyP95 = valueOf(Kpi::LatencyP95);
    sum.latencyP99 = valueOf(Kpi::LatencyP99);
    Cells cells = bucketCells(sum);
    cells[0] = {};
    cells[1] = {};
    return cells;
}

} // namespace

ReportTable bucketsTable(const AnalyticsPage &page)
{
    constexpr qsizetype responses = 2;
    constexpr qsizetype passRate = 5;
    constexpr qsizetype latency95 = 10;
    constexpr qsizetype cost = 14;
    ReportChart quality{.shape = Shape::Line,
                        .title = Tr::tr("Pass rate with its 95 % interval; grey: no judged response"),
                        .value = passRate,
                        .low = passRate + 1,
                        .high = passRate + 2,
                        .top = 1.0};
    for (qsizetype row = 0; row < page.buckets.size(); ++row)
        for (const PolicyMark &mark : page.policies)
            if (mark.at == page.buckets.at(row).range.from)
                quality.marks.append({.row = row, .text = Tr::tr("policy %1").arg(mark.revision)});
    if (const std::optional<KpiTarget> target = page.kpi(Kpi::PassRate).target) {
        quality.limit = target->value;
        quality.limitText = Tr::tr("target %1").arg(shownText(numberCell(target->value, ReportUnit::Share)));
    }
    ReportTable table{.token = u"buckets"_s,
                      .title = Tr::tr("Over time"),
                      .note =
                          Tr::tr("Minutes without any event: %1 of %2. Records that cannot be decoded: %3.")
                              .arg(shownText(countCell(page.gaps.minutes - page.gaps.minutesWithData)),
                                   shownText(countCell(page.gaps.minutes)),
                                   shownText(countCell(page.gaps.undecodable))),
                      .columns = bucketColumns(),
                      .total = bucketTotal(page),
                      .charts = {quality,
                                 {.shape = Shape::Columns, .title = Tr::tr("Responses"), .value = responses},
                                 {.shape = Shape::Line, .title = Tr::tr("Latency P95"), .value = latency95},
                                 {.shape = Shape::Columns, .title = Tr::tr("Cost"), .value = cost}}};
    for (const AnalyticsBucket &bucket : page.buckets)
        table.rows.append(bucketCells(bucket));
    return table;
}

} // namespace assay
