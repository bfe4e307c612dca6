// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "turn/filter_columns.h"

namespace assay {

// Whole numbers with a unit, read and written exactly. Private to the filter's own files.

enum class FigureFault : std::uint8_t { None, NoFigure, NoUnit, TooFine, TooLarge };

struct Figure
{
    qint64 value = 0;
    FigureFault fault = FigureFault::None;
};

/// "1.5s" → 1,500,000 for a Duration. @param type Count, Duration, Size or Money
Figure readFigureText(FilterType type, QStringView text);

/// The shortest text that readFigureText() reads back: "1500ms", "$0.01", "1MB".
QString figureText(FilterType type, qint64 value);

} // namespace assay
