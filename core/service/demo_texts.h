// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QString>

#include <span>

namespace assay {

/// A question of a customer and how it is answered. Private to the sample data.
struct DemoText
{
    const char *question = ""; ///< UTF-8, %1 is a sum or a number
    const char *answer = "";
    const char *source = ""; ///< document of the bundled knowledge
    double difficulty = 0.3; ///< [0, 1]
};

/// English and German, the English ones first.
std::span<const DemoText> demoTexts();

} // namespace assay
