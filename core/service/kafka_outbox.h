// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/kafka_config.h"
#include "stream/log.h"

#include <QtCore/QSet>

#include <memory>

class QLockFile;

namespace assay {

/// How far one embedded log has been sent to Kafka; survives crashes in a file beside the log.
///
/// `next` is the first record not known to have arrived. `sending` is past the last that may have been
/// handed to the brokers: after a crash the records between may or may not have arrived, and are looked
/// for in the topic behind `ends`, what it held before they were sent.
struct OutboxPosition
{
    QString topic{};
    qint64 next = 0;
    qint64 sending = 0;
    QHash<int, qint64> ends{}; ///< partition → offset

    bool operator==(const OutboxPosition &) const = default;
};

/// One embedded log on its way to Kafka. Only one process at a time has it.
class Outbox
{
public:
    /// Takes the log in `directory`. Without a position of its own yet, sending begins at `first`.
    /// @errors Unavailable (another process has it), Io, DiskFull, ReadOnly
    static Result<std::unique_ptr<Outbox>> open(const QString &directory, const QString &topic,
                                                std::unique_ptr<LogReader> reader, qint64 first);
    ~Outbox();
    Q_DISABLE_COPY_MOVE(Outbox)

    const OutboxPosition &position() const { return m_position; }
    /// Finds out what the topic already has of what was being sent. Nothing may be sent before.
    /// @param target a view of the topic @errors as LogReader; nothing has changed then
    Result<> settle(LogReader &target, const std::function<bool()> &stopped);
    bool isSettled() const { return m_settled; }

    /// Records to send next, after saying so on disk; those that have arrived already left out.
    /// @return empty: nothing to send within `wait`
    Result<QList<LogRecord>> take(std::chrono::milliseconds wait, int limit);

    /// Everything taken has arrived, or is refused for good. @param ends next offset behind it
    Result<> arrived(const QHash<int, qint64> &ends);

    /// What was taken did not all arrive, and nothing is known about it: settle() again.
    void unsettle();

private:
    Outbox(QString directory, std::unique_ptr<LogReader> reader);
    Result<> load(const QString &topic, qint64 first);
    Result<> save() const;
    Result<QSet<QByteArray>> marksInTopic(LogReader &target, const std::function<bool()> &stopped) const;

    QString m_directory;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<LogReader> m_reader;
    OutboxPosition m_position;
    QSet<qint64> m_there; ///< offsets from next to sending that the topic has
    bool m_settled = false;
};

/// Where the position is kept: "outbox.json" in the log's folder.
QString outboxFile(const QString &directory);

} // namespace assay
