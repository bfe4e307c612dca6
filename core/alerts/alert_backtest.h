// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "alerts/alert_engine.h"
#include "base/cancel_token.h"

namespace assay {

/// What rules would have done over what is recorded.
struct AlertBacktest
{
    UtcTime from{};
    UtcTime to{};
    qint64 events = 0;
    QList<AlertFiring> firings{};                  ///< each once, oldest first
    QMap<QString, QList<AlertReadout>> readouts{}; ///< of the rule that was asked for, thinned
};

struct AlertBacktestOptions
{
    UtcTime from{};
    UtcTime to{};
    float threshold = 0.95F;
    QString record{}; ///< rule whose every measurement is wanted; empty = none
    CancelToken token{};
    std::function<void(double share)> progress{}; ///< called now and then; may be empty
};

/// Runs `rules` over the store's events of [from, to). @errors Cancelled, and as AlertStore's
Result<AlertBacktest> backtest(const AlertRules &rules, AlertStore &store, AlertBacktestOptions options);

/// The same over events in order.
AlertBacktest backtest(const AlertRules &rules, std::span<const AlertEvent> events,
                       const AlertBacktestOptions &options);

} // namespace assay
