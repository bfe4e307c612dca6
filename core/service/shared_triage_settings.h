// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settings/secrets.h"
#include "settings/settings.h"
#include "store/shared_triage.h"

#include <QCoro/QCoroTask>
#include <QtCore/QPointer>

#include <functional>

namespace assay {

/// Where the triage queue is shared, with its password from the environment or the keyring.
QCoro::Task<SharedTriageConfig> sharedTriageWith(Settings settings, QPointer<Secrets> secrets);

/// The same for who has no coroutine: `reply` comes on this thread, not at all once `context` is gone.
void readSharedTriage(const Settings &settings, Secrets &secrets, QObject *context,
                      std::function<void(const SharedTriageConfig &)> reply);

} // namespace assay
