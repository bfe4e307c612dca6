// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/workbench.h"
#include "ui/settings/connection_panel.h"

namespace assay::ui {

/// What the connection panel asks of the core: testing a model, and looking for local servers.
/// `workbench` must outlive the panel.
ConnectionHooks connectionHooks(Workbench &workbench);

/// What using a local server would change: its address, and both tiers to its first model.
SettingChanges changesFor(const LocalServer &server);

} // namespace assay::ui
