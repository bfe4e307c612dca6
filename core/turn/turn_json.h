// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "turn/turn.h"

#include <QtCore/QJsonObject>

namespace assay {

/// The documented JSON form of a turn: `assay ask --json` and ExecutionTrace.final_state.
///
/// Field names are those of the structs in snake_case; times are ISO 8601 UTC, durations
/// integer microseconds with the suffix _us, money integer micro-dollars with the suffix
/// _micros, enums their tokens, absent optionals are left out.
QJsonObject toJson(const Turn &turn);
QJsonObject toJson(const Policy &policy);

/// Reads what toJson wrote. Unknown keys are ignored, missing ones keep their defaults.
/// @errors Corrupt, naming the first key whose value has the wrong type or range.
Result<Turn> turnFromJson(const QJsonObject &json);
Result<Policy> policyFromJson(const QJsonObject &json);

} // namespace assay
