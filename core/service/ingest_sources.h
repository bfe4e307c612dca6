// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/ingest.h"
#include "service/kafka_settings.h"
#include "service/paths.h"
#include "settings/settings.h"

namespace assay {

/// What `assay ingest` reads.
struct IngestSetup
{
    std::vector<IngestSource> sources{};
    std::shared_ptr<LogWriter> dlq{}; ///< nullptr = none is configured
    QString description{};            ///< one line: brokers, topic, group; never a password
};

/// Kafka where brokers are configured (its topic, and that of QualityEvaluation messages when one is
/// named), else every embedded log below `paths`.
/// @param config the connection, with its passwords
/// @param group the consumer group; empty = as configured
/// @errors NotFound (neither), and as the readers
Result<IngestSetup> prepareIngest(const Settings &settings, KafkaConfig config, const Paths &paths,
                                  const QString &group);

} // namespace assay
