// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common_options.h"
#include "service/workbench.h"

#include <memory>

namespace assay::app {

/// Settings, secrets and workbench of one headless run. Needs an application object.
struct Session
{
    std::unique_ptr<SettingsHub> hub{};
    std::unique_ptr<Secrets> secrets{};
    std::unique_ptr<Workbench> workbench{};
};

/// Readies resources and translations, reads the settings and starts the workbench.
/// @return nullopt when the settings have a problem, which has been printed
std::optional<Session> startSession(const CommonOptions &options);

/// Resources, and the language that settings or system name.
void prepareTexts(const Settings &settings);

} // namespace assay::app
