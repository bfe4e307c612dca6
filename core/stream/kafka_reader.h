// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/kafka_config.h"
#include "stream/log.h"

namespace assay {

/// How the partitions are divided.
enum class KafkaReading : std::uint8_t {
    View, ///< all of them, by our own positions: joins no group, commits nothing, disturbs nobody
    Group ///< this member's share; members of one group share the partitions
};

/// Reads one topic. Nothing connects before the first poll(), or the first question.
///
/// What librdkafka fetches ahead is bounded at 128 MiB; whoever polls slowly slows the fetching, and a
/// member that does not poll for 30 minutes loses its partitions. Callbacks run within poll(). While no
/// broker answers, poll() says Unavailable every second or so, and goes on by itself. Offsets that
/// repeat an earlier one are dropped here.
/// @errors InvalidArgument: everything problemsOf() says, or a certificate that cannot be used
Result<std::unique_ptr<LogReader>> openKafkaReader(const KafkaConfig &config, KafkaReading reading);

} // namespace assay
