// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QString>

#include <optional>

namespace assay::ui {

/// How well `pattern` finds `text`: its characters in order, case-folded; higher is better. Starts of
/// words and runs count more. An empty pattern matches everything alike. nullopt = no match.
/// @cost O(|text|)
std::optional<int> paletteScore(QStringView pattern, QStringView text);

/// Does `words` hold every word of `pattern`? For long texts, in which letters in order find everything. An
/// empty pattern is held by none: what is shown is matched first.
bool paletteHolds(QStringView pattern, QStringView words);

} // namespace assay::ui
