// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/codec.h"

#include <QtCore/QJsonObject>

namespace assay {

/// The frame of a message in protobuf's JSON form, as DecodedMessage::content has it: an object with
/// one member, {"metrics": {…}}. Field names as in the .proto or in camelCase.
/// @errors InvalidArgument (no such message or field, a value of another type, too large)
Result<QByteArray> frameOfJson(Codec &codec, const QJsonObject &content);

} // namespace assay
