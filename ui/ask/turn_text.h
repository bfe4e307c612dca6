// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/ask/ask_state.h"
#include "ui/kit/icons.h"
#include "ui/kit/stage_ticks.h"

namespace assay::ui {

/// One short fact below an answer: "fast-8b", "1.28 s". The text may come from outside.
struct Fact
{
    Icon icon = Icon::None;
    QString text{};

    bool operator==(const Fact &) const = default;
};

/// Attempts, model, strategy, cost, latency, and that it was offline. Empty while the turn runs.
QList<Fact> turnFacts(const Turn &turn);

/// The stages of the running attempt for StageTicks; what earlier attempts gathered counts as done.
/// @param now for the rate of the draft, which is estimated
QList<StageTick> runningTicks(const TurnView &view, UtcTime now);

/// "Drafting", "Judging · attempt 2": what a running turn is at.
QString runningStage(const Turn &turn);

/// Why a turn did not pass, in words: "0.82 is below the threshold 0.95; best of 4 attempts." Empty for
/// turns that passed or still run. `isError` tells errors from a gate that held the answer back.
struct Outcome
{
    QString text{};
    bool isError = false;

    bool operator==(const Outcome &) const = default;
};
Outcome outcomeOf(const Turn &turn);

/// The evidence an answer cites, in the order of first use.
QList<Evidence> citedEvidence(const Turn &turn);

/// Foreign text on one line of at most `most` characters, safe to paint, "…" where it was cut.
QString shortLine(const QString &text, qsizetype most);

/// "search first". Translated.
QString strategyText(Strategy strategy);

/// "1.28 s", "84 ms", "2:05 min".
QString durationText(std::chrono::microseconds duration);

/// "$0.0058", "≈ $0.0058" where it is estimated.
QString costText(const Cost &cost);

/// "1 turn", "13 turns".
QString turnsText(int turns);

/// "11 of 13 pass", of the turns that were judged.
QString passText(const PassCount &pass);

/// Both, "13 turns · 11 of 12 pass"; without the second while nothing was judged.
QString threadCounts(int turns, const PassCount &pass);

} // namespace assay::ui
