// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settings/settings.h"

namespace assay::app {

/// The displays that the environment names for a window.
struct DisplayWish
{
    QString x{};                ///< DISPLAY, such as ":0"; empty = none
    QString wayland{};          ///< path of the compositor's socket; empty = none
    bool needsNoServer = false; ///< a platform such as "offscreen" was asked for
};

DisplayWish displayWish(const Variables &environment);

/// Does one of the displays answer? Qt ends the process with words of its own where none does, so this
/// is asked before any QApplication is made.
bool canOpenDisplay(const DisplayWish &wish);

/// Which display does not answer, and what works without one. Translated.
QString noDisplayText(const DisplayWish &wish);

} // namespace assay::app
