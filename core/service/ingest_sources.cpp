// SPDX-License-Identifier: Apache-2.0
#include "service/ingest_sources.h"

#include "base/tr.h"
#include "stream/embedded_log.h"
#include "stream/kafka_reader.h"
#include "stream/kafka_writer.h"

#include <QtCore/QDir>

namespace assay {

namespace {

/// Each process that records turns writes a log of its own: partition-0, partition-1 …
Result<IngestSetup> embeddedLogs(const Paths &paths)
{
    IngestSetup setup;
    for (int partition = 0; QDir(paths.log(partition)).exists(); ++partition) {
        const QString directory = paths.log(partition);
        Result<QString> topic = embeddedLogTopic(directory);
        if (!topic && topic.error().code == Errc::NotFound)
            continue; // made, but never written
        if (!topic)
            return fail(std::move(topic.error()));
        Result<std::unique_ptr<LogReader>> reader = openLogReader(directory);
        if (!reader)
            return fail(std::move(reader.error()));
        setup.sources.push_back({.reader = std::move(*reader), .topic = *topic});
    }
    if (setup.sources.empty())
        return fail(Errc::NotFound, Tr::tr("There is nothing to read: no Kafka brokers are configured "
                                           "(telemetry.kafka_brokers), and %1 holds no log yet.")
                                        .arg(QFileInfo(paths.log(0)).absolutePath()));
    setup.description = Tr::tr("Reading %n log(s) below %1.", nullptr, static_cast<int>(setup.sources.size()))
                            .arg(QFileInfo(paths.log(0)).absolutePath());
    return setup;
}

Result<IngestSource> kafkaSource(const KafkaConfig &config)
{
    // One partition by number is a view of it; all of them are shared with the group.
    const bool whole = config.partition < 0;
    Result<std::unique_ptr<LogReader>> reader =
        openKafkaReader(withShortQuestions(config), whole ? KafkaReading::Group : KafkaReading::View);
    if (!reader)
        return fail(std::move(reader.error()));
    return IngestSource{.reader = std::move(*reader),
                        .topic = config.topic,
                        .partitions = whole ? QList<int>() : QList<int>{config.partition},
                        .own = false,
                        .fromLatest = config.start == KafkaStart::Latest};
}

Result<IngestSetup> kafkaTopics(const Settings &settings, KafkaConfig config)
{
    IngestSetup setup{.description = describe(config)};
    QStringList topics{config.topic};
    if (const QString extra = settings.get("telemetry.quality_evaluation_topic"_setting); !extra.isEmpty())
        topics.append(extra);
    topics.removeDuplicates();
    for (const QString &topic : std::as_const(topics)) {
        config.topic = topic;
        Result<IngestSource> source = kafkaSource(config);
        if (!source)
            return fail(std::move(source.error()));
        setup.sources.push_back(std::move(*source));
    }
    const QString dlq = settings.get("telemetry.dlq_topic"_setting);
    if (dlq.isEmpty())
        return setup;
    if (topics.contains(dlq))
        return fail(Errc::InvalidArgument,
                    Tr::tr("The dead-letter topic %1 is also read. Give telemetry.dlq_topic another name, "
                           "or every dead letter would make another.")
                        .arg(dlq));
    config.topic = dlq;
    Result<std::unique_ptr<KafkaWriter>> writer =
        KafkaWriter::open(config, {.timeout = std::chrono::seconds(5)});
    if (!writer)
        return fail(std::move(writer.error()));
    setup.dlq = std::move(*writer);
    return setup;
}

} // namespace

Result<IngestSetup> prepareIngest(const Settings &settings, KafkaConfig config, const Paths &paths,
                                  const QString &group)
{
    if (config.brokers.isEmpty())
        return embeddedLogs(paths);
    if (!group.isEmpty())
        config.groupId = group;
    return kafkaTopics(settings, std::move(config));
}

} // namespace assay
