// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.h"

namespace assay {

/// Key and value of a record for a dead-letter topic, in the shape of upstream's library: JSON, at
/// most the first 512 KiB of the payload in base64, with its SHA-256 when it was cut.
/// @param consumerId who could not read it @source WIRE.md 2.6
std::pair<QByteArray, QByteArray> deadLetterMessage(const DeadLetter &letter, const QString &consumerId);

} // namespace assay
