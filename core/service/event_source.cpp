// SPDX-License-Identifier: Apache-2.0
#include "service/event_source.h"

#include "base/tr.h"
#include "stream/embedded_log.h"
#include "stream/kafka_reader.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QPointer>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds mostPatience{8000};

Result<FeedSource::Readers> openLocal(const QString &folder)
{
    FeedSource::Readers readers;
    const QStringList names = QDir(folder).entryList({u"partition-*"_s}, QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        Result<std::unique_ptr<LogReader>> reader = openLogReader(folder + u'/' + name);
        if (reader)
            readers.push_back(std::move(*reader));
        else if (reader.error().code != Errc::NotFound)
            return fail(std::move(reader.error()));
    }
    if (readers.empty())
        return fail(Errc::NotFound, Tr::tr("Nothing has been recorded on this machine yet."));
    return readers;
}

} // namespace

FeedSource localFeed(const Paths &paths)
{
    const QString folder = QFileInfo(paths.log(0)).path();
    return {.kind = FeedSource::Kind::Local, .name = Tr::tr("this machine"), .open = [folder] {
                return openLocal(folder);
            }};
}

FeedSource kafkaFeed(const KafkaConfig &asSet)
{
    // Somebody is looking at the screen, or waits for the window to close.
    KafkaConfig config = asSet;
    config.metadataTimeout = std::min(config.metadataTimeout, mostPatience);
    return {.kind = FeedSource::Kind::Kafka,
            .name = config.brokers.join(u", "),
            .open = [config]() -> Result<FeedSource::Readers> {
                Result<std::unique_ptr<LogReader>> reader = openKafkaReader(config, KafkaReading::View);
                if (!reader)
                    return fail(std::move(reader.error()));
                FeedSource::Readers readers;
                readers.push_back(std::move(*reader));
                return readers;
            }};
}

EventSources::EventSources(Paths paths, SettingsHub &hub, Secrets &secrets)
    : m_paths(std::move(paths)), m_hub(hub), m_secrets(secrets)
{
    connect(&m_secrets, &Secrets::changed, this, [this] { fetchPasswords(); });
    fetchPasswords();
}

QCoro::Task<> EventSources::fetchPasswords()
{
    const QPointer<EventSources> alive(this);
    const Result<QString> password = co_await m_secrets.value("kafka.sasl_password"_setting);
    if (!alive)
        co_return;
    m_passwords.password = password.value_or(QString());
    const Result<QString> keyPassword = co_await m_secrets.value("kafka.ssl_key_password"_setting);
    if (alive)
        m_passwords.keyPassword = keyPassword.value_or(QString());
}

QList<FeedSource> EventSources::list() const
{
    QList<FeedSource> sources;
    if (const KafkaConfig kafka = kafkaConfigFrom(m_hub.current(), m_passwords); !kafka.brokers.isEmpty())
        sources.append(kafkaFeed(kafka));
    sources.append(localFeed(m_paths));
    return sources;
}

FeedSource captureFeed(const QString &path)
{
    return {.kind = FeedSource::Kind::Capture, .name = QFileInfo(path).fileName(), .path = path};
}

} // namespace assay
