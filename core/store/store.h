// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/cancel_token.h"
#include "base/result.h"
#include "store/rollup_cell.h"
#include "turn/filter.h"
#include "turn/turn.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QMap>

namespace assay {

/// Where a message stands in its log. `item` 0 is the record itself, 1… the events of a batch in it.
struct EventKey
{
    QString topic{};
    int partition = 0;
    qint64 offset = 0;
    int item = 0;

    bool operator==(const EventKey &) const = default;
};

struct EventRow
{
    EventKey key{};
    QByteArray messageId{}; ///< unique when there is one
    QString kind{};         ///< "event", "metrics", "execution_trace" …
    QString threadId{};
    QString turnId{}; ///< empty when unknown
    quint64 sequence = 0;
    UtcTime timestamp{}; ///< the sender's
    UtcTime logged{};    ///< the log's; the epoch = unknown. Not read back
    qint64 size = 0;     ///< bytes, unpacked
    bool compressed = false;
    QString summary{};
    QByteArray frame{}; ///< as received; empty in lists, and for the events of a batch

    bool operator==(const EventRow &) const = default;
};

/// One reading of quality, ours or a foreign producer's. Absent is absent.
struct QualityRow
{
    EventKey key{};
    QString source{}; ///< "callback", "monitor", "alert", "evaluation"
    QString scope{};
    QString threadId{};
    QString turnId{};
    UtcTime timestamp{};
    Scores scores{};
    std::optional<bool> passed{};
    std::optional<float> threshold{};
    QStringList issues{};
    std::optional<qint64> issueCount{};
    std::optional<qint64> latencyMs{};
    std::optional<qint64> retryCount{};
    std::optional<qint64> turnNumber{};
    std::optional<qint64> attempt{};
    QString scopeId{};
    QString queryId{};
    QString model{};
    QString category{};
    QString application{};
    QString reasoning{};

    bool operator==(const QualityRow &) const = default;
};

/// A reading and what its turn's messages tell besides.
struct ReadingRow
{
    QualityRow quality{};
    std::optional<bool> toolUsed{}; ///< a tool was called in the turn; absent when the turn is not told

    bool operator==(const ReadingRow &) const = default;
};

/// How far readings have been read: the store's own numbers. Empty = nothing yet.
using ReadingCursor = QMap<qint64, qint64>;

struct ReadingPage
{
    QList<ReadingRow> rows{}; ///< in the senders' time order
    ReadingCursor cursor{};   ///< goes on behind them
    bool more = false;        ///< there are more already

    bool operator==(const ReadingPage &) const = default;
};

/// One model call.
struct LlmCallRow
{
    QString model{};
    QString purpose{};
    std::optional<qint64> promptTokens{};
    std::optional<qint64> completionTokens{};
    std::optional<Micros> cost{};
    bool estimated = false;
    std::optional<std::chrono::microseconds> duration{};

    bool operator==(const LlmCallRow &) const = default;
};

/// What an operator said about a turn; stands even when the turn itself has not arrived yet.
struct LabelRow
{
    QString turnId{};
    Label label = Label::None;
    QString note{};
};

/// One message and all that is derived from it: stored together or not at all.
struct StoreRecord
{
    EventRow event{};
    std::optional<QualityRow> quality{};
    std::optional<LlmCallRow> llm{};
    std::optional<LabelRow> label{};
    std::optional<Turn> turn{};
};

/// A record that could not become an event.
struct DeadLetter
{
    qint64 id = 0; ///< the store's; 0 = not stored yet
    EventKey key{};
    QString stage{};
    QString reason{}; ///< token
    std::optional<qint64> byteOffset{};
    QString message{}; ///< one sentence
    UtcTime seenAt{};
    UtcTime logged{}; ///< the log's time; the epoch = unknown
    qint64 size = 0;  ///< bytes of the whole record
    QByteArray raw{}; ///< at most the first MiB is kept

    bool operator==(const DeadLetter &) const = default;
};

/// Offsets that were never seen: `records` of them from `key.offset` on.
struct GapRow
{
    EventKey key{};
    qint64 records = 0;
    QString reason{}; ///< token: "retention", "compaction", "damage", "unknown"
    UtcTime seenAt{};

    bool operator==(const GapRow &) const = default;
};

/// The next record to read of one partition.
struct LogPosition
{
    QString topic{};
    int partition = 0;
    qint64 nextOffset = 0;

    bool operator==(const LogPosition &) const = default;
};

/// What one transaction writes.
struct StoreBatch
{
    QList<StoreRecord> records{};
    QList<DeadLetter> deadLetters{};
    QList<GapRow> gaps{};
    QList<LogPosition> positions{};
};

/// What became of the records of a batch, and of the events of batches in them.
struct BatchOutcome
{
    int stored = 0;          ///< rows: records and events of batches
    int duplicates = 0;      ///< same message again; not stored twice
    int echoes = 0;          ///< our own message, back from a broker; not stored twice
    int conflicts = 0;       ///< same message id, other bytes; kept as a dead letter
    int deadLetters = 0;     ///< conflicts included
    int resolved = 0;        ///< dead letters that became events
    QStringList turnIds{};   ///< turns written or labelled, each once
    QStringList threadIds{}; ///< their threads, each once
};

/// What was ever read of one partition, and what became of it.
/// read = stored + duplicates + conflicts + echoes + undecodable + tombstones, at any moment.
struct PartitionAccount
{
    QString topic{};
    int partition = 0;
    qint64 nextOffset = 0;
    bool own = false; ///< an embedded log of this machine
    qint64 read = 0;
    qint64 stored = 0;
    qint64 duplicates = 0;
    qint64 conflicts = 0;
    qint64 echoes = 0;
    qint64 undecodable = 0;
    qint64 tombstones = 0;
    qint64 parts = 0;       ///< events of batches that were stored, beyond the records
    qint64 partRepeats = 0; ///< events of batches that were stored before
    qint64 missing = 0;     ///< offsets in gaps

    bool operator==(const PartitionAccount &) const = default;
};

/// What a range of time brought and what a figure over that range must say it lacks. Events and their
/// repeats stand in the senders' minute, whatever has no readable time in the minute of the log.
struct IntakeCounts
{
    qint64 events = 0;
    qint64 late = 0;   ///< logged more than 24 hours after the sender's time
    qint64 future = 0; ///< logged more than 5 minutes before the sender's time
    qint64 duplicates = 0;
    qint64 conflicts = 0;
    qint64 echoes = 0;
    qint64 undecodable = 0;
    qint64 tombstones = 0;
    qint64 missing = 0;

    bool operator==(const IntakeCounts &) const = default;
};

/// Totals that belong to no partition.
struct StoreTallies
{
    qint64 sequenceGaps = 0; ///< hints: the numbers that a thread's sequence left out
    qint64 sequenceRepeats = 0;
    qint64 sequenceReorders = 0;
    qint64 deadLetterBytes = 0;
    qint64 deadLettersDropped = 0; ///< the oldest, when there were more than fit

    bool operator==(const StoreTallies &) const = default;
};

struct ThreadSummary
{
    QString id{};
    QString title{}; ///< the first question, at most 60 characters
    UtcTime created{};
    UtcTime updated{};
    int turns = 0;
    PassCount pass{};
    Micros cost{};

    bool operator==(const ThreadSummary &) const = default;
};

/// A turn without its parts, for lists.
struct TurnSummary
{
    QString id{};
    QString threadId{};
    int number = 1;
    UtcTime askedAt{};
    QString question{};
    QString answer{};
    TurnStatus status = TurnStatus::Running;
    Verdict verdict{}; ///< without its reason
    QString model{};
    Tier tier = Tier::Premium;
    Strategy strategy = Strategy::SearchFirst;
    double confidence = 0.0;
    int attempts = 0;
    Cost cost{};
    std::chrono::microseconds latency{0};
    bool offline = false;
    Label label = Label::None;
    QString labelNote{};

    bool operator==(const TurnSummary &) const = default;
};

/// One line of training data; `row` continues a page.
struct LearningRow
{
    qint64 row = 0;
    QString turnId{};
    UtcTime askedAt{};
    QString question{};
    double confidence = 0.0;
    Label label = Label::None;
    LearningRecord record{};
};

struct StoreCounts
{
    qint64 events = 0;
    qint64 turns = 0;
    qint64 threads = 0;
    qint64 quality = 0;
    qint64 llmCalls = 0;
    qint64 deadLetters = 0;

    bool operator==(const StoreCounts &) const = default;
};

struct IngestBatch;

/// Keeps what the logs say. Written by one ingest worker, read by any number of others.
///
/// Every call may fail with DiskFull, ReadOnly, Corrupt, Unavailable (locked by another process)
/// or Io; nothing of a failed write is stored. Threading: an instance belongs to one thread.
class Store
{
public:
    virtual ~Store() = default;

    /// Rows, dead letters, sums and positions in one transaction. Repeating a batch stores nothing
    /// twice; it is counted as read again.
    virtual Result<BatchOutcome> write(const IngestBatch &batch) = 0;
    Result<BatchOutcome> write(const StoreBatch &batch);

    /// Where to go on reading, one entry per partition ever read.
    virtual Result<QList<LogPosition>> positions() = 0;

    /// Threads, last used first. @param search words of a question, answer or title, or a thread id;
    /// empty = all. @param after the last thread of the page before; nullopt = the first page
    virtual Result<QList<ThreadSummary>> threads(const QString &search, int limit,
                                                 const std::optional<ThreadSummary> &after = {}) = 0;

    /// Turns of a thread with a number above `afterNumber`, in order.
    virtual Result<QList<TurnSummary>> turnsOf(const QString &threadId, int afterNumber = 0,
                                               int limit = 500) = 0;

    /// The whole turn, with its newest label. @errors NotFound
    virtual Result<Turn> turn(const QString &id) = 0;

    /// The last turns asked, newest first.
    virtual Result<QList<TurnSummary>> recentTurns(int limit) = 0;

    /// Messages of a turn in the senders' time order, without their frames.
    virtual Result<QList<EventRow>> eventsOf(const QString &turnId, int limit = 2000) = 0;

    /// The record at `key`, as received. @errors NotFound
    virtual Result<QByteArray> frameAt(const EventKey &key) = 0;

    virtual Result<QList<QualityRow>> qualityOf(const QString &turnId) = 0;
    virtual Result<QList<QualityRow>> qualitySince(UtcTime time, int limit) = 0;

    /// Readings whose messages match, those that were stored after `after`; for following them too.
    /// @param now what relative times of the filter count from
    /// @param limit rows of one partition that a page has at most
    /// @errors InvalidArgument (a column that the store does not keep)
    virtual Result<ReadingPage> readings(const Filter &filter, UtcTime now, const ReadingCursor &after = {},
                                         int limit = 1000) = 0;

    virtual Result<StoreCounts> counts() = 0;

    /// Money spent from `time` on: our turns, and model calls of other producers.
    virtual Result<Micros> spendSince(UtcTime time) = 0;

    /// Training data after row `afterRow` (0 = from the start).
    virtual Result<QList<LearningRow>> learningRecords(qint64 afterRow, int limit) = 0;

    /// The last seen, newest first.
    virtual Result<QList<DeadLetter>> deadLetters(int limit) = 0;
    /// In the order they were stored, after the letter `id` (0 = from the start).
    virtual Result<QList<DeadLetter>> deadLettersAfter(qint64 id, int limit) = 0;
    virtual Result<QList<GapRow>> gaps(int limit) = 0;

    /// One account per partition ever seen.
    virtual Result<QList<PartitionAccount>> accounts() = 0;
    /// Sums over the minutes of [from, to).
    virtual Result<IntakeCounts> intake(UtcTime from, UtcTime to) = 0;
    virtual Result<StoreTallies> tallies() = 0;

    /// The sums of [from, to), both taken to whole minutes outwards: of whole days, the hours beside them
    /// and the minutes beside those.
    virtual Result<RollupCell> rollupSum(UtcTime from, UtcTime to) = 0;
    /// Hands out the kept cells of `span` that begin in [from, to), oldest first; those without anything
    /// are left out. @param to of a cell is what it covers: give whole spans
    virtual Result<> rollups(RollupSpan span, UtcTime from, UtcTime to, const RollupVisitor &visit) = 0;
    /// Minutes from the first to behind the last that have a cell; nullopt for an empty store.
    virtual Result<std::optional<std::pair<UtcTime, UtcTime>>> rollupEnds() = 0;
    /// Minute cells of [from, to) counted from the rows: responses that match `filter`, with the calls and
    /// the outcome of their turns. Costs by the rows of the range. @param rows what the filter speaks of
    /// @errors InvalidArgument (a column that the store does not keep), Cancelled
    virtual Result<std::vector<RollupRow>> rollupsOf(const Filter &filter, FilterUse rows, UtcTime now,
                                                     UtcTime from, UtcTime to, const CancelToken &token) = 0;
    /// Responses by thread (its name's id); as rollupsOf(), with the empty filter too.
    /// @param threshold for responses that told neither verdict nor threshold
    virtual Result<QHash<qint64, ThreadScores>> threadScores(const Filter &filter, FilterUse rows,
                                                             UtcTime now, UtcTime from, UtcTime to,
                                                             float threshold, const CancelToken &token) = 0;
    /// Texts of ids that cells count by. Unknown ids are left out.
    virtual Result<QHash<qint64, QString>> names(const QList<qint64> &ids) = 0;
    /// Counts every cell anew from the rows. @return how many differ: 0 unless the file was changed by others
    virtual Result<qint64> rollupDifferences() = 0;

    /// Highest sequence seen on a thread; 0 = none. For TurnEncoder::continueThread().
    virtual Result<quint64> lastSequence(const QString &threadId) = 0;
};

/// Start of the local day that `now` is in, for spendSince().
UtcTime startOfDay(UtcTime now);

} // namespace assay
