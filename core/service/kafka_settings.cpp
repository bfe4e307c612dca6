// SPDX-License-Identifier: Apache-2.0
#include "service/kafka_settings.h"

#include <array>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

template<typename T>
using Tokens = std::span<const std::pair<const char *, T>>;

/// The value a choice's token stands for; the table of settings has no others.
template<typename T>
T valueOf(const QString &token, Tokens<T> tokens)
{
    for (const auto &[name, value] : tokens)
        if (token == QLatin1StringView(name))
            return value;
    return tokens.front().second;
}

constexpr std::array securities{
    std::pair("plaintext", KafkaSecurity::Plaintext), std::pair("ssl", KafkaSecurity::Ssl),
    std::pair("sasl_plaintext", KafkaSecurity::SaslPlaintext), std::pair("sasl_ssl", KafkaSecurity::SaslSsl)};
constexpr std::array mechanisms{std::pair("PLAIN", KafkaMechanism::Plain),
                                std::pair("SCRAM-SHA-256", KafkaMechanism::ScramSha256),
                                std::pair("SCRAM-SHA-512", KafkaMechanism::ScramSha512)};
constexpr std::array families{std::pair("any", KafkaAddresses::Any), std::pair("v4", KafkaAddresses::V4),
                              std::pair("v6", KafkaAddresses::V6)};
constexpr std::array starts{std::pair("earliest", KafkaStart::Earliest),
                            std::pair("latest", KafkaStart::Latest), std::pair("error", KafkaStart::Stop)};

} // namespace

KafkaConfig kafkaConfigFrom(const Settings &settings, const KafkaSecrets &secrets)
{
    return {
        .brokers = settings.get("telemetry.kafka_brokers"_setting),
        .topic = settings.get("kafka.topic"_setting),
        .partition = static_cast<int>(settings.get("kafka.partition"_setting)),
        .groupId = settings.get("kafka.group_id"_setting),
        .start = valueOf<KafkaStart>(settings.get("kafka.auto_offset_reset"_setting), starts),
        .security = valueOf<KafkaSecurity>(settings.get("kafka.security_protocol"_setting), securities),
        .mechanism = valueOf<KafkaMechanism>(settings.get("kafka.sasl_mechanism"_setting), mechanisms),
        .user = settings.get("kafka.sasl_username"_setting),
        .password = secrets.password,
        .caFile = settings.get("kafka.ssl_ca_location"_setting),
        .certificateFile = settings.get("kafka.ssl_certificate_location"_setting),
        .keyFile = settings.get("kafka.ssl_key_location"_setting),
        .keyPassword = secrets.keyPassword,
        .checkHostName = settings.get("kafka.ssl_endpoint_algorithm"_setting) == "https"_L1,
        .addresses = valueOf<KafkaAddresses>(settings.get("kafka.broker_address_family"_setting), families),
        .operationTimeout = settings.get("kafka.operation_timeout_secs"_setting),
        .metadataTimeout = settings.get("kafka.metadata_timeout_secs"_setting),
    };
}

QCoro::Task<KafkaConfig> kafkaConfigWith(Settings settings, QPointer<Secrets> secrets)
{
    KafkaConfig config = kafkaConfigFrom(settings, {});
    if (config.brokers.isEmpty())
        co_return config;
    if (config.usesSasl() && secrets) {
        const Result<QString> password = co_await secrets->value("kafka.sasl_password"_setting);
        config.password = password.value_or(QString());
    }
    if (config.usesTls() && !config.keyFile.isEmpty() && secrets) {
        const Result<QString> password = co_await secrets->value("kafka.ssl_key_password"_setting);
        config.keyPassword = password.value_or(QString());
    }
    co_return config;
}

KafkaConfig withShortQuestions(KafkaConfig config)
{
    config.metadataTimeout =
        std::min<std::chrono::milliseconds>(config.metadataTimeout, std::chrono::seconds(5));
    return config;
}

QString evaluationTopic(const Settings &settings)
{
    const QString topic = settings.get("telemetry.quality_evaluation_topic"_setting);
    const bool isUsable = !settings.get("telemetry.kafka_brokers"_setting).isEmpty() &&
                          topic != settings.get("kafka.topic"_setting);
    return isUsable ? topic : QString();
}

} // namespace assay
