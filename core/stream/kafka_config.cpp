// SPDX-License-Identifier: Apache-2.0
#include "stream/kafka_config.h"

#include "base/tr.h"

#include <QtCore/QFileInfo>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

QString securityText(KafkaSecurity security)
{
    switch (security) {
    case KafkaSecurity::Plaintext: return Tr::tr("plain text");
    case KafkaSecurity::Ssl: return Tr::tr("TLS");
    case KafkaSecurity::SaslPlaintext: return Tr::tr("SASL without encryption");
    case KafkaSecurity::SaslSsl: return Tr::tr("SASL over TLS");
    }
    Q_UNREACHABLE();
}

void checkFile(QStringList &problems, const QString &path, const QString &what)
{
    if (path.isEmpty())
        return;
    const QFileInfo file(path);
    if (!file.exists())
        problems << Tr::tr("%1: there is no file %2.").arg(what, path);
    else if (!file.isFile() || !file.isReadable())
        problems << Tr::tr("%1: the file %2 cannot be read. Check its permissions.").arg(what, path);
}

void checkTls(QStringList &problems, const KafkaConfig &config)
{
    const bool hasFiles = !config.caFile.isEmpty() || !config.certificateFile.isEmpty() ||
                          !config.keyFile.isEmpty() || !config.keyPassword.isEmpty();
    if (!config.usesTls()) {
        if (hasFiles)
            problems << Tr::tr("Certificates are set, but the security setting does not use TLS: choose "
                               "ssl or sasl_ssl, or remove them.");
        return;
    }
    if (!config.certificateFile.isEmpty() && config.keyFile.isEmpty())
        problems << Tr::tr("A client certificate is set without its key: set kafka.ssl_key_location too.");
    if (config.certificateFile.isEmpty() && !config.keyFile.isEmpty())
        problems << Tr::tr(
            "A client key is set without its certificate: set kafka.ssl_certificate_location too.");
    if (config.keyFile.isEmpty() && !config.keyPassword.isEmpty())
        problems << Tr::tr("A client key's password is set without a key: set kafka.ssl_key_location too.");
    checkFile(problems, config.caFile, Tr::tr("Kafka authorities"));
    checkFile(problems, config.certificateFile, Tr::tr("Client certificate"));
    checkFile(problems, config.keyFile, Tr::tr("Client key"));
}

void checkSasl(QStringList &problems, const KafkaConfig &config)
{
    if (!config.usesSasl()) {
        if (!config.user.isEmpty())
            problems << Tr::tr("A Kafka user is named, but the security setting signs nobody in: choose "
                               "sasl_ssl or sasl_plaintext, or remove the name.");
        return;
    }
    if (config.user.isEmpty())
        problems << Tr::tr("The security setting signs in, but no user is named: set kafka.sasl_username.");
    if (config.password.isEmpty())
        problems << Tr::tr("The security setting signs in, but there is no password: set "
                           "KAFKA_SASL_PASSWORD, or keep it in the keyring.");
}

bool isHostAndPort(const QString &broker)
{
    const qsizetype colon = broker.lastIndexOf(u':');
    bool isNumber = false;
    const int port = broker.mid(colon + 1).toInt(&isNumber);
    return colon > 0 && isNumber && port > 0 && port < 65536;
}

/// @source org.apache.kafka.common.internals.Topic: 249 of [a-zA-Z0-9._-], not "." or ".."
bool isTopic(const QString &name)
{
    const auto allowed = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
               c == u'.' || c == u'_' || c == u'-';
    };
    return !name.isEmpty() && name.size() <= 249 && name != u"."_s && name != u".."_s &&
           std::ranges::all_of(name, allowed);
}

} // namespace

QStringList problemsOf(const KafkaConfig &config)
{
    QStringList problems;
    if (config.brokers.isEmpty())
        problems << Tr::tr("No broker is set: set telemetry.kafka_brokers, for instance localhost:9092.");
    for (const QString &broker : config.brokers)
        if (!isHostAndPort(broker))
            problems << Tr::tr("%1 is no broker address: write host:port, for instance localhost:9092.")
                            .arg(broker);
    if (!isTopic(config.topic))
        problems << Tr::tr("“%1” is no topic name: 1 to 249 letters, digits, dots, dashes and underscores.")
                        .arg(config.topic);
    if (config.groupId.isEmpty())
        problems << Tr::tr("No consumer group is named: set kafka.group_id.");
    checkTls(problems, config);
    checkSasl(problems, config);
    return problems;
}

QString describe(const KafkaConfig &config)
{
    return Tr::tr("%1, topic %2, group %3, %4")
        .arg(config.brokers.join(u", "_s), config.topic, config.groupId, securityText(config.security));
}

} // namespace assay
