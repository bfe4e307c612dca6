// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/evaluation_host.h"
#include "ui/ask/turn_text.h"

#include <QtCore/QString>

namespace assay::ui {

/// "finished", "interrupted", "running", "cannot be read".
QString standingTitle(RunStanding standing);
/// "0.4 s", "42 s", "3 min 12 s", "1 h 5 min".
QString spanText(std::chrono::milliseconds span);
/// "42 of 151, 40 met, 2 without an answer".
QString progressText(const RunProgress &now);
/// "about 2 min left, spent $0.01 of $1.00"; what is not known yet is left out.
QString remainingText(const RunUnderWay &run);
/// A profile by its title; "as set" for none.
QString settingsTitle(const QString &profile);
/// "full, 14:06" for lists to choose from.
QString runTitle(const StoredRun &run, UtcTime now);
/// The whole row in one line, for screen readers.
QString spokenRun(const StoredRun &run, UtcTime now);

/// "lost", "gained", "met", "missed", "no answer".
QString outcomeText(const ScenarioChange &change, bool isCompared);
/// "+0.031", "−0.120", "–".
QString changeText(const std::optional<double> &difference);
QString spokenScenario(const ScenarioChange &change, bool isCompared);
/// "0.91, again 0.88 and 0.93: spread 0.05"; empty for an answer that was judged once.
QString judgeText(const ScenarioResult &result);
/// What was not met, a line each: "contains: “refund” is missing".
QStringList missedLines(const ScenarioResult &result);
/// Model, score, money and time of an answer.
QString answerFacts(const ScenarioResult &result);

/// "distinguishable" in words: "better", "worse", "not distinguishable".
QString figureWord(const RunFigure &figure);
/// "+0.008 (95 % −0.010 … +0.026), p = 0.38".
QString differenceText(const RunFigure &figure);

} // namespace assay::ui
