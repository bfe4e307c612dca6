// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settings/setting.h"

#include <QtCore/QCoreApplication>

#include <array>

/// What analytics hold their figures against.
/// @source the deployment guide, "Production targets", "Success criteria" and its checklist. A pass rate of
/// 90 % and less than 2 % below the threshold cannot both be the goal; each is a target of its own.
namespace assay::table {

/// A share or a score from 0 to 1.
consteval Setting targetShare(const char *key, double initial, const char *label, const char *help)
{
    return Setting{.key = key,
                   .type = SettingType::Number,
                   .initial = initial,
                   .minimum = 0.0,
                   .maximum = 1.0,
                   .step = 0.01,
                   .label = label,
                   .help = help,
                   .raise = QT_TRANSLATE_NOOP("AssayCore", "Analytics compare with a higher figure."),
                   .lower = QT_TRANSLATE_NOOP("AssayCore", "Analytics compare with a lower figure.")};
}

inline constexpr std::array targets{
    targetShare(
        "targets.pass_rate", 0.90, QT_TRANSLATE_NOOP("AssayCore", "Target: pass rate"),
        QT_TRANSLATE_NOOP("AssayCore", "Share of the judged responses that should pass the gate at least.")),
    targetShare("targets.average_quality", 0.98, QT_TRANSLATE_NOOP("AssayCore", "Target: average quality"),
                QT_TRANSLATE_NOOP("AssayCore", "Mean score that responses should reach at least.")),
    targetShare("targets.low_quality", 0.02, QT_TRANSLATE_NOOP("AssayCore", "Target: below the threshold"),
                QT_TRANSLATE_NOOP("AssayCore",
                                  "Share of the scored responses below the threshold that should not be "
                                  "reached.")),
    Setting{.key = "targets.cost_per_query",
            .type = SettingType::Money,
            .initial = qint64(50'000),
            .minimum = 0,
            .maximum = 1000,
            .step = 0.01,
            .label = QT_TRANSLATE_NOOP("AssayCore", "Target: cost per query"),
            .help = QT_TRANSLATE_NOOP("AssayCore", "Dollars that a response should cost less than."),
            .raise = QT_TRANSLATE_NOOP("AssayCore", "Analytics compare with a higher figure."),
            .lower = QT_TRANSLATE_NOOP("AssayCore", "Analytics compare with a lower figure.")},
    Setting{.key = "targets.latency_p95",
            .type = SettingType::Duration,
            .initial = qint64(5000),
            .minimum = 1,
            .maximum = 3'600'000,
            .step = 100,
            .unit = SettingUnit::Milliseconds,
            .label = QT_TRANSLATE_NOOP("AssayCore", "Target: latency P95"),
            .help = QT_TRANSLATE_NOOP("AssayCore", "Time within which 95 of 100 responses should be there."),
            .raise = QT_TRANSLATE_NOOP("AssayCore", "Analytics compare with a higher figure."),
            .lower = QT_TRANSLATE_NOOP("AssayCore", "Analytics compare with a lower figure.")},
    targetShare(
        "targets.retry_rate", 0.20, QT_TRANSLATE_NOOP("AssayCore", "Target: retry rate"),
        QT_TRANSLATE_NOOP("AssayCore", "Share of the responses with a retry that should not be reached.")),
    targetShare(
        "targets.tool_use", 1.0, QT_TRANSLATE_NOOP("AssayCore", "Target: tool use"),
        QT_TRANSLATE_NOOP("AssayCore", "Share of the responses whose turn should call a tool at least.")),
};

} // namespace assay::table
