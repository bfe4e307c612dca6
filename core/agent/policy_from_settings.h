// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settings/settings.h"
#include "turn/policy.h"

namespace assay {

/// The policy a settings snapshot stands for. Pure; the one place where keys become members.
Policy policyFromSettings(const Settings &settings);

} // namespace assay
