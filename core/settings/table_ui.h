// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settings/setting.h"

#include <QtCore/QCoreApplication>

#include <array>

/// How the console itself looks.
namespace assay::table {

inline constexpr std::array themes{
    SettingChoice{"system", QT_TRANSLATE_NOOP("AssayCore", "As the desktop"),
                  QT_TRANSLATE_NOOP("AssayCore", "The console follows the desktop's colour scheme.")},
    SettingChoice{"dark", QT_TRANSLATE_NOOP("AssayCore", "Dark"),
                  QT_TRANSLATE_NOOP("AssayCore", "The console is always dark.")},
    SettingChoice{"light", QT_TRANSLATE_NOOP("AssayCore", "Light"),
                  QT_TRANSLATE_NOOP("AssayCore", "The console is always light.")},
};

inline constexpr std::array languages{
    SettingChoice{"system", QT_TRANSLATE_NOOP("AssayCore", "As the desktop"),
                  QT_TRANSLATE_NOOP("AssayCore", "The console speaks the desktop's language where it can.")},
    SettingChoice{"en", QT_TRANSLATE_NOOP("AssayCore", "English"),
                  QT_TRANSLATE_NOOP("AssayCore", "The console speaks English.")},
    SettingChoice{"de", QT_TRANSLATE_NOOP("AssayCore", "German"),
                  QT_TRANSLATE_NOOP("AssayCore", "The console speaks German.")},
};

inline constexpr std::array ui{
    Setting{.key = "ui.theme",
            .type = SettingType::Choice,
            .initial = "system",
            .choices = themes,
            .label = QT_TRANSLATE_NOOP("AssayCore", "Theme"),
            .help = QT_TRANSLATE_NOOP("AssayCore", "Colours of the console.")},
    Setting{.key = "ui.language",
            .type = SettingType::Choice,
            .initial = "system",
            .choices = languages,
            .label = QT_TRANSLATE_NOOP("AssayCore", "Language"),
            .help =
                QT_TRANSLATE_NOOP("AssayCore", "Language of the console and of messages in the terminal."),
            .restart = true},
    Setting{.key = "ui.environment_name",
            .type = SettingType::Text,
            .initial = "",
            .label = QT_TRANSLATE_NOOP("AssayCore", "Environment name"),
            .help = QT_TRANSLATE_NOOP("AssayCore",
                                      "Shown at the head of the navigation, such as production; a name "
                                      "that starts with prod tints its line. Empty for none.")},
};

} // namespace assay::table
