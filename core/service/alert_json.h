// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "alerts/alert_routing.h"

namespace assay {

/// The body of a webhook: Alertmanager's message, version 4, so that whatever takes those takes ours.
/// @source Alertmanager 0.25, webhook_config
QByteArray webhookBody(const AlertMessage &message);

/// The body for POST /api/v2/alerts. What fires is good until `until`, when it is not sent again before.
/// @source Alertmanager 0.25, api/v2/openapi.yaml
QByteArray alertmanagerBody(const QList<AlertFiring> &firings, UtcTime until);

} // namespace assay
