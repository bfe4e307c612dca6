// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QString>

#include <optional>

namespace assay::ui {

/// How well `pattern` finds `text`: its characters in order, case-folded; higher is better. Starts of
/// words and runs count more. An empty pattern matches everything alike. nullopt = no match.
/// @cost O(|text|)
std::optional<int> paletteScore(QStringView pattern, QStringView text);

} // namespace assay::ui
