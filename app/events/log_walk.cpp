// SPDX-License-Identifier: Apache-2.0
#include "events/log_walk.h"

#include "common_options.h"
#include "process.h"
#include "service/kafka_settings.h"
#include "service/paths.h"
#include "settings/secrets.h"
#include "stream/embedded_log.h"
#include "stream/kafka_reader.h"
#include "stream/kafka_writer.h"

#include <QCoro/QCoroTask>
#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QHash>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds pollWait{200};
constexpr int pollLimit = 1000;

/// Where one partition is read from, and where it was to end.
struct Span
{
    qint64 next = 0;
    qint64 end = 0;
};

Result<qint64> startIn(LogReader &log, const LogExtent &extent, const LogPlace &place)
{
    switch (place.kind) {
    case LogPlace::Kind::Beginning: return extent.low;
    case LogPlace::Kind::End: return extent.end;
    case LogPlace::Kind::Offset: return place.figure;
    case LogPlace::Kind::Last: return std::max(extent.low, extent.end - place.figure);
    case LogPlace::Kind::Time: return log.offsetAt(extent.partition, place.time);
    }
    Q_UNREACHABLE();
}

Result<QHash<int, Span>> startAll(LogReader &log, const LogSelection &selection)
{
    const Result<LogPlace> place = readPlace(selection.from, utcNow());
    if (!place)
        return fail(place.error());
    const Result<QList<LogExtent>> extents = log.extents();
    if (!extents)
        return fail(extents.error());
    QHash<int, Span> spans;
    for (const LogExtent &extent : *extents) {
        if (selection.partition >= 0 && extent.partition != selection.partition)
            continue;
        const Result<qint64> start = startIn(log, extent, *place);
        if (!start)
            return fail(start.error());
        if (Result<> sought = log.seek(extent.partition, *start); !sought)
            return fail(std::move(sought.error()));
        spans.insert(extent.partition, {*start, extent.end});
    }
    if (spans.isEmpty())
        return fail(Errc::NotFound,
                    selection.partition >= 0
                        ? u"%1 has no partition %2"_s.arg(log.topic()).arg(selection.partition)
                        : u"%1 has no partitions"_s.arg(log.topic()));
    return spans;
}

Result<KafkaConfig> kafkaConfig(const Settings &settings, const QString &topic)
{
    Secrets secrets(processEnvironment());
    KafkaConfig config = QCoro::waitFor(kafkaConfigWith(settings, &secrets));
    if (!topic.isEmpty())
        config.topic = topic;
    return config;
}

Result<> appendAll(LogWriter &writer, const QList<LogRecord> &records)
{
    QList<std::pair<QByteArray, QByteArray>> all;
    for (const LogRecord &record : records)
        all.append({record.key, record.value});
    if (const Result<qint64> appended = writer.appendAll(all); !appended)
        return fail(appended.error());
    return {};
}

/// With their headers, which the embedded log does not have.
Result<> sendAll(KafkaWriter &writer, const QList<LogRecord> &records)
{
    Result<> outcome;
    const auto hear = [&] {
        for (const KafkaDelivery &delivery : writer.deliveries(pollWait))
            if (delivery.error && outcome)
                outcome = fail(*delivery.error);
    };
    for (qsizetype i = 0; i < records.size() && outcome; ++i) {
        const LogRecord &record = records[i];
        Result<> sent = writer.send(static_cast<quint64>(i), record.key, record.value, record.headers);
        while (!sent && sent.error().code == Errc::RateLimited) {
            hear();
            sent = writer.send(static_cast<quint64>(i), record.key, record.value, record.headers);
        }
        if (!sent)
            outcome = sent;
    }
    while (writer.inFlight() > 0)
        hear();
    return outcome;
}

bool allRead(const LogReader &log, const QHash<int, Span> &spans)
{
    for (auto it = spans.cbegin(); it != spans.cend(); ++it)
        if (std::max(it->next, log.position(it.key()).value_or(0)) < it->end)
            return false;
    return true;
}

} // namespace

Result<UtcTime> readMoment(const QString &text, UtcTime now)
{
    if (text.startsWith(u'-') && text.size() > 2) {
        static const QHash<QChar, qint64> seconds{{u's', 1}, {u'm', 60}, {u'h', 3600}, {u'd', 86400}};
        bool isNumber = false;
        const qint64 count = QStringView(text).sliced(1, text.size() - 2).toLongLong(&isNumber);
        const qint64 unit = seconds.value(text.back(), 0);
        if (isNumber && unit > 0 && count >= 0 && count < 1'000'000'000)
            return now - std::chrono::seconds(count * unit);
    }
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return fail(
            Errc::InvalidArgument,
            u"“%1” is no time: write 2026-11-21T14:06:00Z, or -15m for 15 minutes ago (s, m, h, d)"_s.arg(
                text));
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return fromMicros(time.toMSecsSinceEpoch() * 1000);
}

Result<LogPlace> readPlace(const QString &text, UtcTime now)
{
    if (text == u"beginning")
        return LogPlace{.kind = LogPlace::Kind::Beginning};
    if (text == u"end")
        return LogPlace{.kind = LogPlace::Kind::End};
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (isNumber)
        return number < 0 || text.startsWith(u'-')
                   ? LogPlace{.kind = LogPlace::Kind::Last, .figure = -number}
                   : LogPlace{.kind = LogPlace::Kind::Offset, .figure = number};
    const Result<UtcTime> time = readMoment(text, now);
    if (!time)
        return fail(
            Errc::InvalidArgument,
            u"“%1” is no place in a log: write beginning, end, an offset, -100 for the last hundred, a time, or -15m"_s
                .arg(text));
    return LogPlace{.kind = LogPlace::Kind::Time, .time = *time};
}

Result<> walkLog(LogReader &log, const LogSelection &selection,
                 const std::function<Result<bool>(const LogRecord &)> &take)
{
    std::optional<UtcTime> until;
    if (!selection.until.isEmpty()) {
        const Result<UtcTime> time = readMoment(selection.until, utcNow());
        if (!time)
            return fail(time.error());
        until = *time;
    }
    Result<QHash<int, Span>> spans = startAll(log, selection);
    if (!spans)
        return fail(std::move(spans.error()));
    bool interrupted = false;
    InterruptGuard guard;
    QObject::connect(&guard, &InterruptGuard::interrupted, &guard, [&] { interrupted = true; });
    QString lastProblem;
    const auto isOver = [&] {
        return interrupted || ((selection.untilEnd || (until && utcNow() > *until)) && allRead(log, *spans));
    };
    while (!isOver()) {
        const Result<QList<LogRecord>> records = log.poll(pollWait, pollLimit);
        QCoreApplication::processEvents();
        if (!records && records.error().code == Errc::Io)
            return fail(records.error());
        if (!records) {
            if (records.error().message != std::exchange(lastProblem, records.error().message))
                printError(records.error().message);
            continue;
        }
        for (const LogRecord &record : *records) {
            const auto span = spans->find(record.partition);
            if (span == spans->end() || (selection.untilEnd && record.offset >= span->end))
                continue;
            span->next = record.offset + 1;
            if (until && record.timestamp >= *until)
                continue;
            const Result<bool> more = take(record);
            if (!more)
                return fail(more.error());
            if (!*more || interrupted)
                return {};
        }
    }
    return {};
}

Result<std::unique_ptr<LogReader>> openLog(const Settings &settings, const QString &topic)
{
    if (settings.get("telemetry.kafka_brokers"_setting).isEmpty())
        return openLogReader(Paths::standard().log(0));
    Result<KafkaConfig> config = kafkaConfig(settings, topic);
    if (!config)
        return fail(std::move(config.error()));
    return openKafkaReader(*config, KafkaReading::View);
}

Result<RecordSink> openSink(const Settings &settings, const QString &to)
{
    if (to == u"embedded") {
        Result<std::unique_ptr<EmbeddedLog>> log = EmbeddedLog::open(Paths::standard().log(0));
        if (!log)
            return fail(std::move(log.error()));
        return RecordSink([writer = std::shared_ptr<EmbeddedLog>(std::move(*log))](
                              const QList<LogRecord> &all) { return appendAll(*writer, all); });
    }
    if (settings.get("telemetry.kafka_brokers"_setting).isEmpty())
        return fail(Errc::InvalidArgument,
                    u"“%1” is no log here: write embedded, or name the brokers (KAFKA_BROKERS)"_s.arg(to));
    Result<KafkaConfig> config = kafkaConfig(settings, to);
    if (!config)
        return fail(std::move(config.error()));
    Result<std::unique_ptr<KafkaWriter>> log = KafkaWriter::open(*config);
    if (!log)
        return fail(std::move(log.error()));
    return RecordSink([writer = std::shared_ptr<KafkaWriter>(std::move(*log))](const QList<LogRecord> &all) {
        return sendAll(*writer, all);
    });
}

} // namespace assay::app
