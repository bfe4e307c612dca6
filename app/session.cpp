// SPDX-License-Identifier: Apache-2.0
#include "session.h"

#include "resources.h"
#include "translations.h"

#include <QtCore/QLocale>

namespace assay::app {

void prepareTexts(const Settings &settings)
{
    const QString language = settings.get("ui.language"_setting);
    QLocale locale = language.isEmpty() || language == u"system" ? QLocale() : QLocale(language);
    if (locale.language() == QLocale::C) // no language set: English, whose plurals are in its file
        locale = QLocale(QLocale::English, QLocale::UnitedStates);
    QLocale::setDefault(locale);
    installTranslations(locale);
}

std::optional<Session> startSession(const CommonOptions &options)
{
    initAssayResources();
    const std::optional<Settings> settings = settingsFor(options);
    if (!settings)
        return std::nullopt;
    prepareTexts(*settings);
    Session session;
    session.hub = std::make_unique<SettingsHub>(*settings, settingsFile(options), defaultProfilesFolder());
    session.secrets = std::make_unique<Secrets>(processEnvironment());
    session.workbench = Workbench::open(Paths::standard(), *session.hub, *session.secrets);
    return session;
}

} // namespace assay::app
