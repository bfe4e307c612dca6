// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/kit/tokens.h"

#include <QtCore/QObject>

class QApplication;
class QPalette;

namespace assay::ui {

enum class ThemeChoice { System, Dark, Light };

/// Tells custom painters that holds colours of the old theme in caches.
/// Widgets that only paint need nothing: they are repainted.
class ThemeNotifier final : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    void changed(assay::ui::Theme theme);

private:
    ThemeNotifier() = default;
    friend ThemeNotifier &themeNotifier();
};

/// The one notifier of the process; lives as long as it.
ThemeNotifier &themeNotifier();

/// Puts style, palette and fonts in force and repaints. `System` follows the desktop's colour
/// scheme through the portal without ever waiting for it, and changes live; until it answers,
/// or where there is none, the lightness of the desktop's own palette decides.
void applyTheme(QApplication &app, ThemeChoice choice);

/// The palette of a theme, as `applyTheme` sets it.
QPalette themePalette(Theme theme);

} // namespace assay::ui
