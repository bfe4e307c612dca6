// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QJsonValue>
#include <QtCore/QString>

namespace assay {

/// `text` with everything shaped like a secret replaced by "[redacted]": API keys by their known
/// prefixes (sk-, gsk_, AKIA, ghp_, xoxb-, AIza, tvly- …), bearer tokens, JWTs, PEM private keys,
/// passwords in URLs. @cost linear, also on hostile text.
QString redactSecrets(const QString &text);

/// The same for every string in a JSON value; keys stay.
QJsonValue redactSecrets(const QJsonValue &json);

} // namespace assay
