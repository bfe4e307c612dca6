// SPDX-License-Identifier: Apache-2.0
#include "analytics/analytics_page.h"

#include "base/tr.h"

namespace assay {

const std::array<KpiInfo, kpiCount> &kpiTable()
{
    static constexpr std::array<KpiInfo, kpiCount> all{
        KpiInfo{Kpi::Responses, "responses", QT_TRANSLATE_NOOP("AssayCore", "Responses"),
                QT_TRANSLATE_NOOP("AssayCore", "Answers whose quality was told."), KpiUnit::Count, true},
        KpiInfo{Kpi::PassRate, "pass_rate", QT_TRANSLATE_NOOP("AssayCore", "Pass rate"),
                QT_TRANSLATE_NOOP("AssayCore", "Share of the judged responses that passed the quality gate."),
                KpiUnit::Share, true},
        KpiInfo{Kpi::AverageQuality, "average_quality", QT_TRANSLATE_NOOP("AssayCore", "Average quality"),
                QT_TRANSLATE_NOOP("AssayCore", "Mean score of the responses that have one."), KpiUnit::Score,
                true},
        KpiInfo{Kpi::LowQuality, "low_quality", QT_TRANSLATE_NOOP("AssayCore", "Below the threshold"),
                QT_TRANSLATE_NOOP("AssayCore",
                                  "Share of the scored responses whose score is below the threshold in force "
                                  "here, whatever the sender's verdict."),
                KpiUnit::Share, false},
        KpiInfo{Kpi::CostPerQuery, "cost_per_query", QT_TRANSLATE_NOOP("AssayCore", "Cost per query"),
                QT_TRANSLATE_NOOP("AssayCore", "Cost of all model calls, divided by the responses."),
                KpiUnit::Dollars, false},
        KpiInfo{Kpi::LatencyP50, "latency_p50", QT_TRANSLATE_NOOP("AssayCore", "Latency P50"),
                QT_TRANSLATE_NOOP("AssayCore", "Half of the responses took at most this long."),
                KpiUnit::Seconds, false},
        KpiInfo{Kpi::LatencyP95, "latency_p95", QT_TRANSLATE_NOOP("AssayCore", "Latency P95"),
                QT_TRANSLATE_NOOP("AssayCore", "95 of 100 responses took at most this long."),
                KpiUnit::Seconds, false},
        KpiInfo{Kpi::LatencyP99, "latency_p99", QT_TRANSLATE_NOOP("AssayCore", "Latency P99"),
                QT_TRANSLATE_NOOP("AssayCore", "99 of 100 responses took at most this long."),
                KpiUnit::Seconds, false},
        KpiInfo{Kpi::RetryRate, "retry_rate", QT_TRANSLATE_NOOP("AssayCore", "Retry rate"),
                QT_TRANSLATE_NOOP("AssayCore", "Share of the responses that took more than one attempt."),
                KpiUnit::Share, false},
        KpiInfo{Kpi::ToolUse, "tool_use", QT_TRANSLATE_NOOP("AssayCore", "Tool use"),
                QT_TRANSLATE_NOOP("AssayCore", "Share of the responses whose turn called a tool."),
                KpiUnit::Share, true},
    };
    return all;
}

const KpiInfo &kpiInfo(Kpi kpi)
{
    return kpiTable().at(static_cast<std::size_t>(kpi));
}

QString kpiLabel(Kpi kpi)
{
    return Tr::tr(kpiInfo(kpi).label);
}

QString kpiHelp(Kpi kpi)
{
    return Tr::tr(kpiInfo(kpi).help);
}

} // namespace assay
