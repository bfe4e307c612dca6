// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/prompts.h"
#include "eval/scenario.h"
#include "learning/training_data.h"
#include "service/triage_host.h"

namespace assay {

/// What an answer to a picked question must be.
struct SuiteExpectation
{
    QString contains{};    ///< must stand in the answer; empty = whatever reaches the threshold
    bool abstains = false; ///< the answer must say that the documents do not tell
};

/// What an operator says a picked turn teaches.
enum class Lesson : std::uint8_t { FastModelSuffices, FastModelFails, NeedsTool };

/// What the thread had said before the turn: the last three answers to other questions, oldest first.
QList<Exchange> exchangesBefore(const TriageDetail &detail);

/// The turn as a scenario, without what looks like a secret. Its id names the turn.
Scenario scenarioOf(const TriageDetail &detail, const SuiteExpectation &expectation);

/// Puts a scenario into the suite in `file` (YAML), which is made where there is none. One of the same id
/// is replaced. @return how many scenarios there are now. @errors InvalidArgument (the file is no suite), Io
Result<int> putIntoSuite(const QString &file, const Scenario &scenario);
/// @return false when no scenario there stands for the turn. @errors as putIntoSuite
Result<bool> dropFromSuite(const QString &file, const QString &turnId);

/// The turn as an example of the lesson, without what looks like a secret.
TrainingExample exampleOf(const TriageDetail &detail, Lesson lesson);

/// Puts an example into `file`, one a line. @return how many there are. @errors InvalidArgument, Io
Result<int> putIntoTraining(const QString &file, const TrainingExample &example);
Result<bool> dropFromTraining(const QString &file, const QString &turnId);

/// Puts the examples that were picked by hand in place of those that were collected of the same turns; the
/// others follow. A file that is not there holds none. @return how many were picked. @errors InvalidArgument
Result<int> addPicked(std::vector<TrainingExample> &collected, const QString &file);

} // namespace assay
