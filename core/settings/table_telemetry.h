// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settings/table_services.h"

/// DashStream and the Kafka cluster it may travel through, under the names upstream gives them.
/// @source WIRE.md 2.2
namespace assay::table {

inline constexpr std::array securityProtocols{
    SettingChoice{"plaintext", QT_TRANSLATE_NOOP("AssayCore", "Plain text"),
                  QT_TRANSLATE_NOOP("AssayCore", "Nothing is encrypted and nobody signs in.")},
    SettingChoice{"ssl", QT_TRANSLATE_NOOP("AssayCore", "TLS"),
                  QT_TRANSLATE_NOOP("AssayCore", "The connection is encrypted.")},
    SettingChoice{"sasl_plaintext", QT_TRANSLATE_NOOP("AssayCore", "SASL, plain text"),
                  QT_TRANSLATE_NOOP("AssayCore", "Signs in, but nothing is encrypted.")},
    SettingChoice{"sasl_ssl", QT_TRANSLATE_NOOP("AssayCore", "SASL over TLS"),
                  QT_TRANSLATE_NOOP("AssayCore", "Signs in over an encrypted connection.")},
};

inline constexpr std::array saslMechanisms{
    SettingChoice{"PLAIN", QT_TRANSLATE_NOOP("AssayCore", "Plain"),
                  QT_TRANSLATE_NOOP("AssayCore", "The password itself is sent to the broker.")},
    SettingChoice{"SCRAM-SHA-256", QT_TRANSLATE_NOOP("AssayCore", "SCRAM with SHA-256"),
                  QT_TRANSLATE_NOOP("AssayCore", "The password is proven, not sent.")},
    SettingChoice{"SCRAM-SHA-512", QT_TRANSLATE_NOOP("AssayCore", "SCRAM with SHA-512"),
                  QT_TRANSLATE_NOOP("AssayCore", "The password is proven, not sent.")},
};

inline constexpr std::array endpointChecks{
    SettingChoice{"https", QT_TRANSLATE_NOOP("AssayCore", "Check the host name"),
                  QT_TRANSLATE_NOOP("AssayCore", "The broker's certificate must carry its host name.")},
    SettingChoice{"none", QT_TRANSLATE_NOOP("AssayCore", "Do not check the host name"),
                  QT_TRANSLATE_NOOP("AssayCore", "Any certificate of a trusted authority is accepted.")},
};

inline constexpr std::array addressFamilies{
    SettingChoice{"any", QT_TRANSLATE_NOOP("AssayCore", "Any"),
                  QT_TRANSLATE_NOOP("AssayCore", "IPv4 and IPv6 are tried.")},
    SettingChoice{"v4", QT_TRANSLATE_NOOP("AssayCore", "IPv4"),
                  QT_TRANSLATE_NOOP("AssayCore", "Only IPv4 is tried.")},
    SettingChoice{"v6", QT_TRANSLATE_NOOP("AssayCore", "IPv6"),
                  QT_TRANSLATE_NOOP("AssayCore", "Only IPv6 is tried.")},
};

inline constexpr std::array offsetResets{
    SettingChoice{"earliest", QT_TRANSLATE_NOOP("AssayCore", "Earliest"),
                  QT_TRANSLATE_NOOP("AssayCore", "A first start reads all messages the broker still has.")},
    SettingChoice{"latest", QT_TRANSLATE_NOOP("AssayCore", "Latest"),
                  QT_TRANSLATE_NOOP("AssayCore", "A first start reads new messages only.")},
    SettingChoice{
        "error", QT_TRANSLATE_NOOP("AssayCore", "Stop"),
        QT_TRANSLATE_NOOP("AssayCore", "A missing position stops reading instead of skipping messages.")},
};

inline constexpr std::array telemetry{
    Setting{.key = "telemetry.enable_dashstream",
            .type = SettingType::Bool,
            .initial = true,
            .label = QT_TRANSLATE_NOOP("AssayCore", "DashStream telemetry"),
            .help = QT_TRANSLATE_NOOP("AssayCore",
                                      "Writes every turn as DashStream messages. The store, and with it "
                                      "the history, is filled from them."),
            .raise = QT_TRANSLATE_NOOP("AssayCore", "New turns appear in the history and in analytics."),
            .lower = QT_TRANSLATE_NOOP("AssayCore", "New turns leave no trace in the history."),
            .live = true},
    Setting{.key = "telemetry.kafka_brokers",
            .type = SettingType::TextList,
            .initial = "",
            .form = TextForm::HostAndPort,
            .label = QT_TRANSLATE_NOOP("AssayCore", "Kafka brokers"),
            .help = QT_TRANSLATE_NOOP("AssayCore",
                                      "Brokers as host:port; empty for the embedded log on this machine."),
            .environment = "KAFKA_BROKERS KAFKA_BOOTSTRAP_SERVERS",
            .restart = true},
    Setting{.key = "telemetry.topic_prefix",
            .type = SettingType::Text,
            .initial = "assay",
            .form = TextForm::Name,
            .label = QT_TRANSLATE_NOOP("AssayCore", "Topic prefix"),
            .help = QT_TRANSLATE_NOOP("AssayCore", "Start of the names of topics that Assay itself creates."),
            .restart = true},
    Setting{.key = "telemetry.dlq_topic",
            .type = SettingType::Text,
            .initial = "",
            .label = QT_TRANSLATE_NOOP("AssayCore", "Dead-letter topic"),
            .help = QT_TRANSLATE_NOOP("AssayCore",
                                      "Topic that is told of every record which cannot be decoded, in the "
                                      "shape of DashFlow's library; empty for none. The store keeps them "
                                      "in any case."),
            .restart = true},
    Setting{.key = "telemetry.quality_evaluation_topic",
            .type = SettingType::Text,
            .initial = "",
            .label = QT_TRANSLATE_NOOP("AssayCore", "Quality evaluation topic"),
            .help = QT_TRANSLATE_NOOP("AssayCore",
                                      "Topic of its own for QualityEvaluation messages, which strict "
                                      "DashStream readers refuse; empty to write none."),
            .restart = true},
};

/// A file or name of the Kafka client that has no default.
consteval Setting kafkaText(const char *key, TextForm form, const char *label, const char *help,
                            const char *variable)
{
    return Setting{.key = key,
                   .type = SettingType::Text,
                   .initial = "",
                   .form = form,
                   .label = label,
                   .help = help,
                   .environment = variable,
                   .restart = true};
}

consteval Setting kafkaChoice(const char *key, const char *initial, std::span<const SettingChoice> choices,
                              const char *label, const char *help, const char *variable)
{
    return Setting{.key = key,
                   .type = SettingType::Choice,
                   .initial = initial,
                   .choices = choices,
                   .label = label,
                   .help = help,
                   .environment = variable,
                   .restart = true};
}

consteval Setting kafkaSeconds(const char *key, const char *label, const char *help, const char *variable)
{
    return Setting{.key = key,
                   .type = SettingType::Duration,
                   .initial = qint64(30),
                   .minimum = 1,
                   .maximum = 3600,
                   .step = 1,
                   .unit = SettingUnit::Seconds,
                   .label = label,
                   .help = help,
                   .raise = QT_TRANSLATE_NOOP("AssayCore", "A slow cluster gets more time."),
                   .lower = QT_TRANSLATE_NOOP("AssayCore", "A slow cluster is reported sooner."),
                   .environment = variable,
                   .restart = true};
}

inline constexpr std::array kafka{
    Setting{.key = "kafka.topic",
            .type = SettingType::Text,
            .initial = "dashstream-quality",
            .form = TextForm::Name,
            .label = QT_TRANSLATE_NOOP("AssayCore", "Kafka topic"),
            .help = QT_TRANSLATE_NOOP("AssayCore",
                                      "Topic that DashStream messages are read from and written to."),
            .environment = "KAFKA_TOPIC DASHSTREAM_TOPIC",
            .restart = true},
    Setting{.key = "kafka.partition",
            .type = SettingType::Integer,
            .initial = qint64(-1),
            .minimum = -1,
            .maximum = 100'000,
            .step = 1,
            .label = QT_TRANSLATE_NOOP("AssayCore", "Kafka partition"),
            .help = QT_TRANSLATE_NOOP("AssayCore", "The only partition to read; -1 for all of them."),
            .raise = QT_TRANSLATE_NOOP("AssayCore", "Another partition is read."),
            .lower = QT_TRANSLATE_NOOP("AssayCore", "Another partition is read; -1 reads all."),
            .environment = "KAFKA_PARTITION",
            .restart = true},
    Setting{.key = "kafka.group_id",
            .type = SettingType::Text,
            .initial = "assay",
            .form = TextForm::Name,
            .label = QT_TRANSLATE_NOOP("AssayCore", "Consumer group"),
            .help = QT_TRANSLATE_NOOP("AssayCore", "Members of one group share the partitions."),
            .environment = "KAFKA_GROUP_ID",
            .restart = true},
    kafkaChoice("kafka.auto_offset_reset", "earliest", offsetResets,
                QT_TRANSLATE_NOOP("AssayCore", "Where reading starts"),
                QT_TRANSLATE_NOOP("AssayCore", "Used when the group has no position in a partition yet."),
                "KAFKA_AUTO_OFFSET_RESET"),
    Setting{.key = "kafka.tenant_id",
            .type = SettingType::Text,
            .initial = "default",
            .form = TextForm::Name,
            .label = QT_TRANSLATE_NOOP("AssayCore", "Tenant"),
            .help = QT_TRANSLATE_NOOP("AssayCore", "Written into the header of every message."),
            .environment = "KAFKA_TENANT_ID",
            .restart = true},
    kafkaChoice("kafka.security_protocol", "plaintext", securityProtocols,
                QT_TRANSLATE_NOOP("AssayCore", "Kafka security"),
                QT_TRANSLATE_NOOP("AssayCore", "How the connection to the brokers is secured."),
                "KAFKA_SECURITY_PROTOCOL"),
    kafkaChoice(
        "kafka.sasl_mechanism", "PLAIN", saslMechanisms, QT_TRANSLATE_NOOP("AssayCore", "Sign-in mechanism"),
        QT_TRANSLATE_NOOP("AssayCore", "Used when the security setting signs in."), "KAFKA_SASL_MECHANISM"),
    kafkaText("kafka.sasl_username", TextForm::Any, QT_TRANSLATE_NOOP("AssayCore", "Kafka user name"),
              QT_TRANSLATE_NOOP("AssayCore", "Signs in to the brokers."), "KAFKA_SASL_USERNAME"),
    secret("kafka.sasl_password", QT_TRANSLATE_NOOP("AssayCore", "Kafka password"),
           QT_TRANSLATE_NOOP("AssayCore", "Signs in to the brokers."), "KAFKA_SASL_PASSWORD"),
    kafkaText("kafka.ssl_ca_location", TextForm::Path, QT_TRANSLATE_NOOP("AssayCore", "Kafka authorities"),
              QT_TRANSLATE_NOOP("AssayCore",
                                "PEM file of authorities that may sign a broker's certificate; empty "
                                "for the system's own."),
              "KAFKA_SSL_CA_LOCATION"),
    kafkaText(
        "kafka.ssl_certificate_location", TextForm::Path,
        QT_TRANSLATE_NOOP("AssayCore", "Client certificate"),
        QT_TRANSLATE_NOOP("AssayCore", "PEM file that proves this client to the brokers; empty for none."),
        "KAFKA_SSL_CERTIFICATE_LOCATION"),
    kafkaText(
        "kafka.ssl_key_location", TextForm::Path, QT_TRANSLATE_NOOP("AssayCore", "Client key"),
        QT_TRANSLATE_NOOP("AssayCore", "PEM file of the client certificate's private key; empty for none."),
        "KAFKA_SSL_KEY_LOCATION"),
    secret("kafka.ssl_key_password", QT_TRANSLATE_NOOP("AssayCore", "Client key's password"),
           QT_TRANSLATE_NOOP("AssayCore", "Opens the client key, where it is encrypted."),
           "KAFKA_SSL_KEY_PASSWORD"),
    kafkaChoice("kafka.ssl_endpoint_algorithm", "https", endpointChecks,
                QT_TRANSLATE_NOOP("AssayCore", "Broker host names"),
                QT_TRANSLATE_NOOP("AssayCore", "Whether a broker's certificate must carry its host name."),
                "KAFKA_SSL_ENDPOINT_ALGORITHM"),
    kafkaChoice("kafka.broker_address_family", "any", addressFamilies,
                QT_TRANSLATE_NOOP("AssayCore", "Broker addresses"),
                QT_TRANSLATE_NOOP("AssayCore", "Which kind of address is tried."),
                "KAFKA_BROKER_ADDRESS_FAMILY"),
    kafkaSeconds("kafka.operation_timeout_secs", QT_TRANSLATE_NOOP("AssayCore", "Kafka timeout"),
                 QT_TRANSLATE_NOOP("AssayCore", "Longest one operation may take."),
                 "KAFKA_OPERATION_TIMEOUT_SECS"),
    kafkaSeconds("kafka.metadata_timeout_secs", QT_TRANSLATE_NOOP("AssayCore", "Kafka metadata timeout"),
                 QT_TRANSLATE_NOOP("AssayCore", "Longest a question about topics and brokers may take."),
                 "KAFKA_METADATA_TIMEOUT_SECS"),
    Setting{.key = "kafka.max_payload_bytes",
            .type = SettingType::Integer,
            .initial = qint64(10) << 20,
            .minimum = 1024,
            .maximum = 256 << 20,
            .step = 1 << 20,
            .unit = SettingUnit::Bytes,
            .label = QT_TRANSLATE_NOOP("AssayCore", "Largest message"),
            .help = QT_TRANSLATE_NOOP("AssayCore", "Messages that unpack to more are set aside unread."),
            .raise = QT_TRANSLATE_NOOP("AssayCore", "Larger messages are read; more memory is needed."),
            .lower = QT_TRANSLATE_NOOP("AssayCore", "More messages are set aside unread."),
            .environment = "DASHSTREAM_MAX_PAYLOAD_BYTES",
            .restart = true},
};

} // namespace assay::table
