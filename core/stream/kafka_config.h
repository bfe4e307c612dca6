// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QtCore/QStringList>

namespace assay {

enum class KafkaSecurity : std::uint8_t { Plaintext, Ssl, SaslPlaintext, SaslSsl };
enum class KafkaMechanism : std::uint8_t { Plain, ScramSha256, ScramSha512 };
enum class KafkaAddresses : std::uint8_t { Any, V4, V6 };
/// Where reading begins in a partition that nobody has a position for.
enum class KafkaStart : std::uint8_t { Earliest, Latest, Stop };

/// Everything needed to reach one topic of a cluster. The names are those of the environment variables.
struct KafkaConfig
{
    QStringList brokers{}; ///< host:port; empty: no Kafka is used
    QString topic{};
    int partition = -1; ///< the only one to read; −1 = all
    QString groupId{};
    QString instanceId{}; ///< static membership of the group; empty = none
    KafkaStart start = KafkaStart::Earliest;
    KafkaSecurity security = KafkaSecurity::Plaintext;
    KafkaMechanism mechanism = KafkaMechanism::Plain;
    QString user{};
    QString password{};
    QString caFile{};          ///< PEM; empty = the system's authorities
    QString certificateFile{}; ///< PEM; empty = none
    QString keyFile{};         ///< PEM; empty = none
    QString keyPassword{};
    bool checkHostName = true;
    KafkaAddresses addresses = KafkaAddresses::Any;
    std::chrono::milliseconds operationTimeout{30'000};
    std::chrono::milliseconds metadataTimeout{30'000};

    bool operator==(const KafkaConfig &) const = default;

    bool usesTls() const { return security == KafkaSecurity::Ssl || security == KafkaSecurity::SaslSsl; }
    bool usesSasl() const
    {
        return security == KafkaSecurity::SaslPlaintext || security == KafkaSecurity::SaslSsl;
    }
};

/// What is wrong with a configuration, a sentence each; empty = nothing. Looks at the files it names.
QStringList problemsOf(const KafkaConfig &config);

/// "localhost:9092, topic dashstream-quality, group assay, SASL over TLS": what "no data" is asked
/// about first. Never a password.
QString describe(const KafkaConfig &config);

} // namespace assay
