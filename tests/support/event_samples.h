// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/log.h"

#include <condition_variable>
#include <mutex>
#include <vector>

namespace assay::test {

/// Frames of every kind, made with protobuf itself.
namespace frames {
QByteArray quality(const QString &thread, double accuracy, double relevance, double completeness, UtcTime at,
                   const QStringList &issues = {});
QByteArray llm(const QString &thread, UtcTime at);
/// @param type a number of EventType, such as 10 for NODE_START
QByteArray event(const QString &thread, int type, const QString &node, qint64 durationUs, UtcTime at);
QByteArray tool(const QString &thread, UtcTime at);
QByteArray trace(const QString &thread, UtcTime at);
/// A compressed frame that ends too early.
QByteArray cutShort(const QString &thread, UtcTime at);
} // namespace frames

/// The `index`-th record of a mixed stream over six partitions: about what production sends. Offsets are
/// left at 0.
LogRecord mixedRecord(qint64 index, UtcTime at);

/// A log in memory. Threading: records may be added from any thread while readers read.
class ScriptedLog final
{
public:
    explicit ScriptedLog(int partitions, qint64 firstOffset = 0);

    /// Adds a record behind the others of its partition. @return its offset
    qint64 add(LogRecord record);
    /// Leaves offsets out.
    void skip(int partition, qint64 offsets, LogGap kind);
    /// Offsets below this are no longer held.
    void setLow(int partition, qint64 low);
    /// What every poll answers from now on; nullopt = records again.
    void setFailure(std::optional<Error> failure);
    /// Records from here on are not handed out, though they count into the end.
    void holdBack(int partition, std::optional<qint64> offset);

    std::unique_ptr<LogReader> makeReader();
    static constexpr auto topic = u"dashstream-quality";

private:
    friend class ScriptedReader;
    struct Partition
    {
        std::vector<LogRecord> records{};
        qint64 low = 0;
        qint64 end = 0;
        std::optional<qint64> held{};
        QList<std::pair<qint64, LogGap>> gaps{}; ///< end of a gap, its kind
    };
    struct State
    {
        std::mutex mutex{};
        std::condition_variable grown{};
        std::vector<Partition> partitions{};
        std::optional<Error> failure{};
    };
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace assay::test
