// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/decode_failure.h"
#include "stream/message.h"

namespace dashstream::v1 {
class Metrics;
}

namespace assay {

/// What a Metrics message says about quality, a model call or a label, put into `message`.
/// Both vocabularies, int or float; what is absent stays absent. Private to core/stream.
/// @return the figure that cannot be read, if any. @source WIRE.md 1.4
std::optional<DecodeFailure> readMetrics(const dashstream::v1::Metrics &metrics, DecodedMessage &message);

/// A score as float, a rounding error outside [0, 1] taken back; nullopt when it is none.
std::optional<float> scoreOf(double value);

} // namespace assay
