// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "turn/turn.h"

#include <QtCore/QJsonObject>

namespace assay {

/// Innovation 12: what a later training run learns from a finished turn. Label:
/// (tool used and score > .85) or (not used and score < .70) → a tool should be used.
/// @return nullopt for a turn without a judged answer
/// @source WIRE.md section 4, "Active learning record"
std::optional<LearningRecord> learningRecord(const Turn &turn);

/// The record as one JSON line: {query, features, tool_used, quality_score, should_use_tool}.
QJsonObject trainingExample(const Turn &turn, const LearningRecord &record);

} // namespace assay
