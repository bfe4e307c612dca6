// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settings/secrets.h"
#include "stream/kafka_config.h"

#include <QtCore/QPointer>

namespace assay {

/// What of a Kafka connection is no setting: kept by Secrets, in memory only.
struct KafkaSecrets
{
    QString password{};
    QString keyPassword{};
};

/// The connection that the settings kafka.* and telemetry.kafka_brokers describe.
KafkaConfig kafkaConfigFrom(const Settings &settings, const KafkaSecrets &secrets);

/// The same with the passwords it uses, asked for only where it uses them: a keyring may want to be
/// unlocked. One that cannot be had stays empty; where it is needed the brokers say so.
/// Threading: as Secrets.
QCoro::Task<KafkaConfig> kafkaConfigWith(Settings settings, QPointer<Secrets> secrets);

/// The same with questions of at most 5 s: for those who repeat them, and must end soon when told to.
KafkaConfig withShortQuestions(KafkaConfig config);

/// Topic of the guide's quality events; empty = none are written: no brokers, no such topic, or one that
/// carries DashStream messages, whose strict readers refuse them.
QString evaluationTopic(const Settings &settings);

} // namespace assay
