// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/codec.h"

namespace assay::v1 {
class QualityEvaluation;
}

namespace assay {

/// The values in a parsed message: checks header, schema version and figures.
/// Private to core/stream, like everything that names a protobuf type.
Decoded<DecodedMessage> readMessage(const dashstream::v1::DashStreamMessage &message, DecodeMode mode);

/// The same for the deployment guide's quality event.
Decoded<DecodedMessage> readEvaluation(const v1::QualityEvaluation &message, DecodeMode mode);

} // namespace assay
