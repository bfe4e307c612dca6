// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.h"
#include "store/text_arena.h"

#include <list>
#include <memory>
#include <vector>

namespace assay {

/// QualityRow without memory of its own. Absent is absent; an empty text is "not told".
struct QualityFields
{
    Utf8 source{};
    Utf8 scope{};
    Scores scores{};
    std::optional<bool> passed{};
    std::optional<float> threshold{};
    std::optional<qint64> issueCount{};
    std::optional<qint64> latencyMs{};
    std::optional<qint64> retryCount{};
    std::optional<qint64> turnNumber{};
    std::optional<qint64> attempt{};
    Utf8 issues{}; ///< one a line
    Utf8 scopeId{};
    Utf8 queryId{};
    Utf8 model{};
    Utf8 category{};
    Utf8 application{};
    Utf8 reasoning{};
};

/// LlmCallRow without memory of its own.
struct LlmFields
{
    Utf8 model{};
    Utf8 purpose{};
    std::optional<qint64> promptTokens{};
    std::optional<qint64> completionTokens{};
    std::optional<qint64> costMicros{};
    std::optional<qint64> durationUs{};
    bool estimated = false;
};

/// EventRow without memory of its own, and what hangs on it.
struct EventFields
{
    int source = 0; ///< index into IngestBatch::sources
    int item = 0;
    qint64 offset = 0;
    qint64 timestampUs = 0;
    qint64 loggedUs = 0; ///< the log's time; 0 = unknown
    qint64 size = 0;
    quint64 sequence = 0;
    bool compressed = false;
    Utf8 messageId{};
    Utf8 kind{};
    Utf8 threadId{};
    Utf8 turnId{};
    Utf8 summary{};
    Utf8 frame{};
    const QualityFields *quality = nullptr;
    const LlmFields *llm = nullptr;
    const Turn *turn = nullptr;
    const LabelRow *label = nullptr;
};

/// A record without a value.
struct Tombstone
{
    qint64 offset = 0;
    qint64 loggedUs = 0;
};

/// One partition of one topic, and what was read of it for a batch.
struct BatchSource
{
    QString topic{};
    int partition = 0;
    bool own = false;                   ///< an embedded log of this machine
    std::optional<qint64> nextOffset{}; ///< where to go on; nullopt leaves the position alone
    /// Read in order from here: what stands below the stored position has been accounted for by
    /// another process and is left out. nullopt: every record counts.
    std::optional<qint64> firstOffset{};
    qint64 read = 0; ///< records, tombstones included
    std::vector<Tombstone> tombstones{};
};

/// What one transaction writes, as the ingest hands it over: the rows of the records' messages and
/// nothing that was allocated per row. Records keep their order; the events of a batch follow it.
struct IngestBatch
{
    /// A dead letter that decodes now; its events are in the batch.
    struct Resolved
    {
        qint64 id = 0; ///< DeadLetter::id
        int source = 0;
        qint64 offset = 0;
    };

    std::vector<BatchSource> sources{};
    std::vector<EventFields> events{};
    QList<DeadLetter> deadLetters{};
    QList<GapRow> gaps{};
    std::vector<Resolved> resolved{};
    qint64 bytes = 0; ///< of frames held

    TextArena arena{};
    std::vector<QByteArray> frames{};            ///< keeps what EventFields::frame points at
    std::vector<std::shared_ptr<void>> memory{}; ///< this too
    std::list<Turn> turns{};
    std::list<LabelRow> labels{};

    IngestBatch() = default;
    Q_DISABLE_COPY_MOVE(IngestBatch)

    /// Index of a source, added when it is new.
    int sourceOf(const QString &topic, int partition, bool own = false);
    /// Adds the rows of a record; its texts and its frame are kept.
    void add(const StoreRecord &record, int source);
    /// Takes back what was read of a source: it is another's now.
    void drop(int source);
    /// Empties it for the next use; memory stays.
    void clear();
};

/// Puts `batch` into the form the writer takes.
void fill(IngestBatch &out, const StoreBatch &batch);

} // namespace assay
