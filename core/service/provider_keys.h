// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/shared_keys.h"
#include "settings/secrets.h"

#include <memory>

namespace assay {

/// Puts the key of every provider into `keys`: environment keys at once, others when the keyring answers.
/// A key that cannot be had is empty there. `secrets` must outlive the task.
QCoro::Task<> fetchProviderKeys(Secrets *secrets, std::shared_ptr<SharedKeys> keys);

} // namespace assay
