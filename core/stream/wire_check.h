// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/decode_failure.h"

#include <QtCore/QByteArrayView>

namespace google::protobuf {
class Descriptor;
}

namespace assay {

/// Walks the bytes of a protobuf message before the parser sees them, and names the first byte
/// that is wrong: cut short, bad varint or tag, a known field of another wire type, text that is
/// not UTF-8, nesting over 100, more than 250,000 sub-messages, repeated texts and
/// unknown fields together (they cost many times their bytes).
/// Unknown fields, groups and enum numbers pass, as upstream lets them pass.
///
/// @return nullopt when everything is in order. @cost one pass, no allocation.
std::optional<DecodeFailure> checkWire(QByteArrayView bytes, const google::protobuf::Descriptor &type);

} // namespace assay
