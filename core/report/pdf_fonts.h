// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QByteArray>

#include <map>

namespace assay {

/// Qt writes into a font that it embeds whether somebody in this process asked for it as bold before: one
/// bit that no reader of a PDF looks at. It is cleared here, so that equal reports are equal bytes.
/// Private to core/report.
/// @param objects of a PDF by their numbers, each from "44 0 obj" to its end; fonts and their lengths change
void calmFonts(std::map<int, QByteArray> &objects);

} // namespace assay
