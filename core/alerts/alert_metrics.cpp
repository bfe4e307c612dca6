// SPDX-License-Identifier: Apache-2.0
#include "alerts/alert_metrics.h"

#include "base/micros.h"

#include <QtCore/QCoreApplication>

#include <cmath>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

using Value = std::optional<qint64>;
using Event = AlertEvent;

constexpr double millionths = 1e6;
constexpr double billionths = 1e9; ///< fine enough to tell one float from the next

Value scoreValue(float score)
{
    return std::isnan(score) ? Value() : Value(std::llround(static_cast<double>(score) * billionths));
}

Value ifTold(qint64 value)
{
    return value < 0 ? Value() : Value(value);
}

Value overall(const Event &e)
{
    return scoreValue(e.score);
}
Value accuracy(const Event &e)
{
    return scoreValue(e.accuracy);
}
Value relevance(const Event &e)
{
    return scoreValue(e.relevance);
}
Value completeness(const Event &e)
{
    return scoreValue(e.completeness);
}
Value passed(const Event &e)
{
    return ifTold(e.passed);
}
Value failed(const Event &e)
{
    return e.passed < 0 ? Value() : Value(1 - e.passed);
}
Value ignoredTools(const Event &e)
{
    return (e.issues & Event::ToolResultsIgnored) != 0 ? 1 : 0;
}
Value latency(const Event &e)
{
    return ifTold(e.latencyMs);
}
Value retries(const Event &e)
{
    return ifTold(e.retries);
}
Value retried(const Event &e)
{
    return e.retries < 0 ? Value() : Value(e.retries > 0 ? 1 : 0);
}
Value cost(const Event &e)
{
    return ifTold(e.costMicros);
}
Value one(const Event &)
{
    return 1;
}
Value value(const Event &e)
{
    return std::llround(e.value * millionths);
}
Value runFailed(const Event &e)
{
    if (e.kind == Event::Kind::RunFailed)
        return 1;
    return e.kind == Event::Kind::RunEnded ? Value(0) : Value();
}

#define ASSAY_RATE(series) "sum(rate(" series "[WINDOW]))"
#define ASSAY_LATENCY(quantile)                                                                              \
    "histogram_quantile(" quantile ", sum by (le) (rate(dashstream_query_latency_ms_bucket[WINDOW])))"

const std::array allMetrics{
    AlertMetric{
        .name = "quality_score",
        .fold = AlertFold::Mean,
        .badWhenHigh = false,
        .label = QT_TRANSLATE_NOOP("AssayCore", "Average quality"),
        .help = QT_TRANSLATE_NOOP("AssayCore", "Mean score of the answers that were judged in the window."),
        .promql = ASSAY_RATE("dashstream_quality_score_by_model_sum") " / " ASSAY_RATE(
            "dashstream_quality_score_by_model_count"),
        .value = overall,
        .scale = billionths},
    AlertMetric{.name = "last_quality_score",
                .fold = AlertFold::Last,
                .badWhenHigh = false,
                .label = QT_TRANSLATE_NOOP("AssayCore", "Last quality score"),
                .help = QT_TRANSLATE_NOOP("AssayCore",
                                          "Score of the newest judged answer, if it came within the window."),
                .promql = "dashstream_quality_monitor_quality_score",
                .value = overall,
                .scale = billionths},
    AlertMetric{.name = "response_score",
                .fold = AlertFold::Each,
                .badWhenHigh = false,
                .label = QT_TRANSLATE_NOOP("AssayCore", "Score of each response"),
                .help = QT_TRANSLATE_NOOP(
                    "AssayCore",
                    "Every judged answer by itself; each one beyond the bound raises an alert of its own."),
                .value = overall,
                .scale = billionths},
    AlertMetric{.name = "accuracy",
                .badWhenHigh = false,
                .label = QT_TRANSLATE_NOOP("AssayCore", "Average accuracy"),
                .help = QT_TRANSLATE_NOOP("AssayCore", "Mean accuracy of the answers in the window."),
                .value = accuracy,
                .scale = billionths},
    AlertMetric{.name = "relevance",
                .badWhenHigh = false,
                .label = QT_TRANSLATE_NOOP("AssayCore", "Average relevance"),
                .help = QT_TRANSLATE_NOOP("AssayCore", "Mean relevance of the answers in the window."),
                .value = relevance,
                .scale = billionths},
    AlertMetric{.name = "completeness",
                .badWhenHigh = false,
                .label = QT_TRANSLATE_NOOP("AssayCore", "Average completeness"),
                .help = QT_TRANSLATE_NOOP("AssayCore", "Mean completeness of the answers in the window."),
                .value = completeness,
                .scale = billionths},
    AlertMetric{.name = "failure_rate",
                .unit = AlertUnit::Share,
                .fold = AlertFold::Share,
                .label = QT_TRANSLATE_NOOP("AssayCore", "Failure rate"),
                .help =
                    QT_TRANSLATE_NOOP("AssayCore", "Share of judged answers that missed their threshold."),
                .promql = ASSAY_RATE("dashstream_quality_monitor_queries_failed_total") " / " ASSAY_RATE(
                    "dashstream_quality_monitor_queries_total"),
                .value = failed},
    AlertMetric{.name = "pass_rate",
                .unit = AlertUnit::Share,
                .fold = AlertFold::Share,
                .badWhenHigh = false,
                .label = QT_TRANSLATE_NOOP("AssayCore", "Pass rate"),
                .help =
                    QT_TRANSLATE_NOOP("AssayCore", "Share of judged answers that reached their threshold."),
                .promql = ASSAY_RATE("dashstream_quality_monitor_queries_passed_total") " / " ASSAY_RATE(
                    "dashstream_quality_monitor_queries_total"),
                .value = passed},
    AlertMetric{
        .name = "tool_ignore_rate",
        .unit = AlertUnit::Share,
        .fold = AlertFold::Share,
        .label = QT_TRANSLATE_NOOP("AssayCore", "Tool ignore rate"),
        .help = QT_TRANSLATE_NOOP("AssayCore",
                                  "Share of answers that did not use the tool results they were given."),
        .promql = ASSAY_RATE("assay_quality_issues_total{issue=\"tool_results_ignored\"}") " / " ASSAY_RATE(
            "dashstream_quality_monitor_queries_total"),
        .value = ignoredTools},
    AlertMetric{
        .name = "latency_p50",
        .unit = AlertUnit::Milliseconds,
        .fold = AlertFold::Quantile,
        .quantile = 0.50,
        .label = QT_TRANSLATE_NOOP("AssayCore", "Latency, median"),
        .help = QT_TRANSLATE_NOOP("AssayCore", "Half of the answers in the window took at most this long."),
        .promql = ASSAY_LATENCY("0.5"),
        .value = latency},
    AlertMetric{.name = "latency_p95",
                .unit = AlertUnit::Milliseconds,
                .fold = AlertFold::Quantile,
                .quantile = 0.95,
                .label = QT_TRANSLATE_NOOP("AssayCore", "Latency, 95th percentile"),
                .help =
                    QT_TRANSLATE_NOOP("AssayCore", "95 of 100 answers in the window took at most this long."),
                .promql = ASSAY_LATENCY("0.95"),
                .value = latency},
    AlertMetric{.name = "latency_p99",
                .unit = AlertUnit::Milliseconds,
                .fold = AlertFold::Quantile,
                .quantile = 0.99,
                .label = QT_TRANSLATE_NOOP("AssayCore", "Latency, 99th percentile"),
                .help =
                    QT_TRANSLATE_NOOP("AssayCore", "99 of 100 answers in the window took at most this long."),
                .promql = ASSAY_LATENCY("0.99"),
                .value = latency},
    AlertMetric{.name = "latency_max",
                .unit = AlertUnit::Milliseconds,
                .fold = AlertFold::Quantile,
                .quantile = 1.0,
                .label = QT_TRANSLATE_NOOP("AssayCore", "Slowest query"),
                .help = QT_TRANSLATE_NOOP("AssayCore", "Time of the slowest answer in the window."),
                .promql = ASSAY_LATENCY("1"),
                .value = latency},
    AlertMetric{.name = "retry_rate",
                .unit = AlertUnit::Share,
                .fold = AlertFold::Share,
                .label = QT_TRANSLATE_NOOP("AssayCore", "Retry rate"),
                .help = QT_TRANSLATE_NOOP("AssayCore", "Share of answers that took more than one attempt."),
                .promql =
                    "1 - " ASSAY_RATE("dashstream_quality_retry_count_bucket{le=\"0\"}") " / " ASSAY_RATE(
                        "dashstream_quality_retry_count_count"),
                .value = retried},
    AlertMetric{.name = "retries",
                .unit = AlertUnit::Count,
                .label = QT_TRANSLATE_NOOP("AssayCore", "Average retries"),
                .help = QT_TRANSLATE_NOOP("AssayCore", "Mean number of attempts after the first."),
                .promql = ASSAY_RATE("dashstream_quality_retry_count_sum") " / " ASSAY_RATE(
                    "dashstream_quality_retry_count_count"),
                .value = retries},
    AlertMetric{.name = "cost_per_query",
                .unit = AlertUnit::Dollars,
                .fold = AlertFold::PerResponse,
                .label = QT_TRANSLATE_NOOP("AssayCore", "Cost per query"),
                .help = QT_TRANSLATE_NOOP(
                    "AssayCore", "What the model calls of the window cost, over the number of answers."),
                .promql = ASSAY_RATE("assay_llm_cost_usd_total") " / " ASSAY_RATE(
                    "dashstream_quality_monitor_queries_total"),
                .kind = AlertEvent::Kind::Call,
                .value = cost,
                .scale = millionths},
    AlertMetric{.name = "cost",
                .unit = AlertUnit::Dollars,
                .fold = AlertFold::Sum,
                .label = QT_TRANSLATE_NOOP("AssayCore", "Cost"),
                .help = QT_TRANSLATE_NOOP("AssayCore", "What the model calls of the window cost together."),
                .promql = "sum(increase(assay_llm_cost_usd_total[WINDOW]))",
                .kind = AlertEvent::Kind::Call,
                .value = cost,
                .scale = millionths},
    AlertMetric{
        .name = "responses",
        .unit = AlertUnit::Count,
        .fold = AlertFold::Count,
        .badWhenHigh = false,
        .label = QT_TRANSLATE_NOOP("AssayCore", "Responses"),
        .help = QT_TRANSLATE_NOOP(
            "AssayCore", "Number of judged answers in the window. A floor of 1 tells when data stops."),
        .promql = "sum(increase(dashstream_quality_monitor_queries_total[WINDOW]))",
        .value = one},
    AlertMetric{.name = "error_rate",
                .unit = AlertUnit::Share,
                .fold = AlertFold::Share,
                .label = QT_TRANSLATE_NOOP("AssayCore", "Error rate"),
                .help = QT_TRANSLATE_NOOP("AssayCore", "Share of runs that broke off with an error."),
                .promql = ASSAY_RATE("assay_runs_failed_total") " / " ASSAY_RATE("assay_runs_total"),
                .kind = AlertEvent::Kind::RunFailed,
                .value = runFailed},
    AlertMetric{
        .name = "decode_errors",
        .unit = AlertUnit::Count,
        .fold = AlertFold::Count,
        .label = QT_TRANSLATE_NOOP("AssayCore", "Undecodable records"),
        .help = QT_TRANSLATE_NOOP("AssayCore", "Number of records of the window that could not be read."),
        .promql = "sum(increase(dashstream_exporter_messages_failed_total{error_type=\"decode\"}[WINDOW]))",
        .kind = AlertEvent::Kind::Undecodable,
        .value = one},
    AlertMetric{.name = "lag",
                .unit = AlertUnit::Count,
                .fold = AlertFold::Last,
                .label = QT_TRANSLATE_NOOP("AssayCore", "Lag"),
                .help = QT_TRANSLATE_NOOP("AssayCore", "Records that wait in the log to be stored."),
                .promql = "dashstream_exporter_kafka_consumer_lag",
                .kind = AlertEvent::Kind::Lag,
                .value = value,
                .scale = millionths},
    AlertMetric{
        .name = "retrieval_score",
        .badWhenHigh = false,
        .label = QT_TRANSLATE_NOOP("AssayCore", "Retrieval score"),
        .help = QT_TRANSLATE_NOOP("AssayCore",
                                  "Mean over the turns of how well their best passage covers the question."),
        .promql = ASSAY_RATE("assay_retrieval_score_sum") " / " ASSAY_RATE("assay_retrieval_score_count"),
        .kind = AlertEvent::Kind::Retrieval,
        .value = value,
        .scale = millionths},
    AlertMetric{.name = "cpu_percent",
                .unit = AlertUnit::Percent,
                .fold = AlertFold::Last,
                .label = QT_TRANSLATE_NOOP("AssayCore", "CPU usage"),
                .help = QT_TRANSLATE_NOOP("AssayCore", "Share of this machine's processors in use."),
                .promql = "assay_host_cpu_percent",
                .kind = AlertEvent::Kind::Cpu,
                .value = value,
                .scale = millionths},
    AlertMetric{.name = "memory_percent",
                .unit = AlertUnit::Percent,
                .fold = AlertFold::Last,
                .label = QT_TRANSLATE_NOOP("AssayCore", "Memory usage"),
                .help = QT_TRANSLATE_NOOP("AssayCore", "Share of this machine's memory in use."),
                .promql = "assay_host_memory_percent",
                .kind = AlertEvent::Kind::Memory,
                .value = value,
                .scale = millionths},
};

#undef ASSAY_RATE
#undef ASSAY_LATENCY

} // namespace

std::span<const AlertMetric> alertMetrics()
{
    return allMetrics;
}

const AlertMetric *alertMetric(QStringView name)
{
    for (const AlertMetric &metric : allMetrics)
        if (name == QLatin1StringView(metric.name))
            return &metric;
    return nullptr;
}

QStringList alertMetricNames()
{
    QStringList names;
    for (const AlertMetric &metric : allMetrics)
        names.append(QString::fromLatin1(metric.name));
    return names;
}

QString alertValueText(AlertUnit unit, double value)
{
    switch (unit) {
    case AlertUnit::Score: return QString::number(value, 'f', 2);
    case AlertUnit::Share: return QString::number(value * 100.0, 'f', 1) + u'%';
    case AlertUnit::Milliseconds: return QString::number(value, 'f', 0) + u" ms"_s;
    case AlertUnit::Dollars: return formatUsd(Micros{std::llround(value * 1e6)});
    case AlertUnit::Count: return QString::number(value, 'g', 6);
    case AlertUnit::Percent: return QString::number(value, 'f', 0) + u'%';
    }
    Q_UNREACHABLE();
}

} // namespace assay
