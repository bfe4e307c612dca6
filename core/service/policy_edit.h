// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learning/replay.h"
#include "settings/settings.h"

namespace assay {

/// The change of a policy that these settings stand for.
/// @errors InvalidArgument naming a setting of which recorded turns tell nothing, with those they do
Result<PolicyEdit> policyEdit(const SettingChanges &changes);

/// From "quality.threshold=0.9" and the like. @errors also as parseAssignment()
Result<PolicyEdit> policyEdit(const QStringList &assignments);

/// Can a what-if be asked of this setting?
bool isReplayable(int settingIndex);

} // namespace assay
