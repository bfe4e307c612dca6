// SPDX-License-Identifier: Apache-2.0
#include "service/kafka_outbox.h"

#include "base/tr.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QLockFile>
#include <QtCore/QSaveFile>

namespace assay {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds oneLook{200};
constexpr int recordsPerLook = 2000;

/// Frames carry a message id, so equal bytes are the same message.
QByteArray markOf(const LogRecord &record)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::number(record.key.size()) + ':' + record.key);
    hash.addData(record.value);
    return hash.result();
}

tl::unexpected<Error> notSaved(const QString &path, const QString &why)
{
    return fail(Errc::Io, Tr::tr("How far turns were sent to Kafka was not saved to %1: %2. Nothing is sent "
                                 "until it can be.")
                              .arg(path, why));
}

} // namespace

QString outboxFile(const QString &directory)
{
    return QDir(directory).filePath(u"outbox.json"_s);
}

Outbox::Outbox(QString directory, std::unique_ptr<LogReader> reader)
    : m_directory(std::move(directory)),
      m_lock(std::make_unique<QLockFile>(QDir(m_directory).filePath(u"outbox.lock"_s))),
      m_reader(std::move(reader))
{
    m_lock->setStaleLockTime(0); // a lock is stale when its process is gone, however old it is
}

Outbox::~Outbox() = default;

Result<std::unique_ptr<Outbox>> Outbox::open(const QString &directory, const QString &topic,
                                             std::unique_ptr<LogReader> reader, qint64 first)
{
    std::unique_ptr<Outbox> outbox(new Outbox(directory, std::move(reader)));
    if (!outbox->m_lock->tryLock(0))
        return fail(Errc::Unavailable,
                    Tr::tr("Another Assay sends the turns in %1 to Kafka.").arg(directory));
    if (Result<> loaded = outbox->load(topic, first); !loaded)
        return fail(std::move(loaded.error()));
    return outbox;
}

Result<> Outbox::load(const QString &topic, qint64 first)
{
    QFile file(outboxFile(m_directory));
    const QJsonObject saved =
        file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    m_position = {.topic = topic,
                  .next = saved["next"_L1].toInteger(first),
                  .sending = saved["sending"_L1].toInteger(first)};
    if (saved["topic"_L1].toString() == topic) {
        const QJsonObject ends = saved["ends"_L1].toObject();
        for (auto it = ends.begin(); it != ends.end(); ++it)
            m_position.ends.insert(it.key().toInt(), it->toInteger());
    } else {
        m_position.sending = m_position.next; // another topic has none of them
    }
    if (saved.isEmpty())
        if (Result<> written = save(); !written)
            return written;
    return m_reader->seek(0, m_position.next);
}

Result<> Outbox::save() const
{
    QJsonObject ends;
    for (auto it = m_position.ends.cbegin(); it != m_position.ends.cend(); ++it)
        ends.insert(QString::number(it.key()), it.value());
    const QJsonObject all{{u"topic"_s, m_position.topic},
                          {u"next"_s, m_position.next},
                          {u"sending"_s, m_position.sending},
                          {u"ends"_s, ends}};
    QSaveFile file(outboxFile(m_directory));
    if (!file.open(QIODevice::WriteOnly))
        return notSaved(file.fileName(), file.errorString());
    file.write(QJsonDocument(all).toJson(QJsonDocument::Compact));
    if (!file.commit())
        return notSaved(file.fileName(), file.errorString());
    return {};
}

/// Marks of everything the topic holds behind the saved ends.
Result<QSet<QByteArray>> Outbox::marksInTopic(LogReader &target, const std::function<bool()> &stopped) const
{
    const Result<QList<LogExtent>> extents = target.extents();
    if (!extents)
        return fail(extents.error());
    for (const LogExtent &extent : *extents)
        if (Result<> placed =
                target.seek(extent.partition, std::clamp(m_position.ends.value(extent.partition, extent.low),
                                                         extent.low, extent.end));
            !placed)
            return fail(std::move(placed.error()));
    QSet<QByteArray> marks;
    const auto isBehind = [&target](const LogExtent &extent) {
        return target.position(extent.partition).value_or(0) < extent.end;
    };
    while (std::ranges::any_of(*extents, isBehind)) {
        if (stopped())
            return fail(Errc::Cancelled, Tr::tr("Stopped."));
        const Result<LogBatch> batch = target.pollBatch(oneLook, recordsPerLook);
        if (!batch && batch.error().code != Errc::NotFound && batch.error().code != Errc::Corrupt)
            return fail(batch.error());
        if (batch)
            for (const LogRecord &record : batch->records)
                marks.insert(markOf(record));
    }
    return marks;
}

Result<> Outbox::settle(LogReader &target, const std::function<bool()> &stopped)
{
    const Result<QList<LogExtent>> extents = target.extents();
    if (!extents)
        return fail(extents.error());
    QSet<qint64> there;
    if (m_position.sending > m_position.next) {
        const Result<QSet<QByteArray>> marks = marksInTopic(target, stopped);
        if (!marks)
            return fail(marks.error());
        if (Result<> placed = m_reader->seek(0, m_position.next); !placed)
            return placed;
        for (qint64 at = m_position.next; at < m_position.sending;) {
            const Result<QList<LogRecord>> records = m_reader->poll(oneLook, 100);
            if (!records || records->isEmpty())
                break; // damaged or cut off: what cannot be read cannot be sent twice
            for (const LogRecord &record : *records)
                if (record.offset < m_position.sending && marks->contains(markOf(record)))
                    there.insert(record.offset);
            at = records->last().offset + 1;
        }
    } else {
        m_position.ends.clear();
        for (const LogExtent &extent : *extents)
            m_position.ends.insert(extent.partition, extent.end);
        if (Result<> written = save(); !written)
            return written;
    }
    m_there = there;
    if (Result<> placed = m_reader->seek(0, m_position.next); !placed)
        return placed;
    m_settled = true;
    return {};
}

Result<QList<LogRecord>> Outbox::take(milliseconds wait, int limit)
{
    Result<QList<LogRecord>> records = m_reader->poll(wait, limit);
    if (!records || records->isEmpty())
        return records;
    const qint64 end = records->last().offset + 1;
    const qint64 before = std::exchange(m_position.sending, std::max(m_position.sending, end));
    if (Result<> written = save(); !written) {
        m_position.sending = before;
        unsettle();
        return fail(std::move(written.error()));
    }
    records->removeIf([this](const LogRecord &record) { return m_there.contains(record.offset); });
    if (records->isEmpty()) { // all of them are there
        m_position.next = end;
        if (Result<> written = save(); !written)
            return fail(std::move(written.error()));
    }
    return records;
}

Result<> Outbox::arrived(const QHash<int, qint64> &ends)
{
    m_position.next = m_reader->position(0).value_or(m_position.next);
    for (auto it = ends.cbegin(); it != ends.cend(); ++it)
        m_position.ends[it.key()] = std::max(m_position.ends.value(it.key()), it.value());
    return save();
}

void Outbox::unsettle()
{
    m_settled = false;
}

} // namespace assay
