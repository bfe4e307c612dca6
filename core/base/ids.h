// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace assay {

/// `prefix` + "_" + 12 random hex digits: "th_7c41e2a09b13". Random, not guessable, not ordered.
QString newId(QStringView prefix);

/// 16 random bytes of a version 4 UUID, raw, as Header.message_id carries them.
QByteArray newMessageId();

} // namespace assay
