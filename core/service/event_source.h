// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/kafka_settings.h"
#include "service/paths.h"
#include "settings/secrets.h"
#include "settings/settings_hub.h"
#include "stream/log.h"

#include <QCoro/QCoroTask>
#include <QtCore/QObject>

#include <functional>
#include <memory>
#include <vector>

namespace assay {

/// Where events come from.
struct FeedSource
{
    enum class Kind : std::uint8_t {
        None,
        Kafka,  ///< all partitions of one topic, without a group and without commits
        Local,  ///< the embedded logs of this machine
        Capture ///< a file
    };
    using Readers = std::vector<std::unique_ptr<LogReader>>;

    Kind kind = Kind::None;
    QString name{}; ///< for the operator: the brokers, "this machine", a file's name
    QString path{}; ///< Capture only
    /// Kafka and Local: opens the readers. Called on the feed's own thread; may take long.
    std::function<Result<Readers>()> open{};
};

/// The embedded logs below `paths`, those of other processes too.
FeedSource localFeed(const Paths &paths);

FeedSource captureFeed(const QString &path);

/// The topic of a cluster, all its partitions.
FeedSource kafkaFeed(const KafkaConfig &config);

/// The sources that settings know. Keeps Kafka's passwords at hand, which take time to fetch.
class EventSources final : public QObject
{
public:
    /// `hub` and `secrets` must outlive this.
    EventSources(Paths paths, SettingsHub &hub, Secrets &secrets);

    /// Kafka where brokers are set, then this machine. Nothing is opened yet.
    QList<FeedSource> list() const;

private:
    QCoro::Task<> fetchPasswords();

    Paths m_paths;
    SettingsHub &m_hub;
    Secrets &m_secrets;
    KafkaSecrets m_passwords;
};

} // namespace assay
