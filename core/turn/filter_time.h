// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "turn/filter.h"

namespace assay {

// Moments as people write them: in the filter language, and wherever a range of time is typed.

/// "now", "-15m", "today", "14:06" (today's), "2026-11-21", "2026-11-21T14:06:31.402Z"; without a zone
/// it is the operator's. nullopt for anything else.
std::optional<FilterValue> readTimeText(const QString &text);

/// The text readTimeText() reads back; absolute moments in UTC.
QString timeText(const FilterValue &value);

} // namespace assay
