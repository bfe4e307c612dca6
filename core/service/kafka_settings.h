// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settings/settings.h"
#include "stream/kafka_config.h"

namespace assay {

/// What of a Kafka connection is no setting: kept by Secrets, in memory only.
struct KafkaSecrets
{
    QString password{};
    QString keyPassword{};
};

/// The connection that the settings kafka.* and telemetry.kafka_brokers describe.
KafkaConfig kafkaConfigFrom(const Settings &settings, const KafkaSecrets &secrets);

/// Topic of the guide's quality events; empty = none are written: no brokers, no such topic, or one that
/// carries DashStream messages, whose strict readers refuse them.
QString evaluationTopic(const Settings &settings);

} // namespace assay
