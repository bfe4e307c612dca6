// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/time.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QMap>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <array>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace assay {

/// What one stored message means for alerts. Small, since a million of them pass in a second: an absent
/// score is NaN, an absent count is −1.
struct AlertEvent
{
    enum class Kind : std::uint8_t {
        Reading,     ///< an answer was judged
        Call,        ///< a model was called
        Retrieval,   ///< passages were found for a turn; value = the best passage's grade score
        RunEnded,    ///< a graph came to its end
        RunFailed,   ///< a graph broke off
        Undecodable, ///< a record could not be read
        Lag,         ///< value = records that wait to be stored
        Cpu,         ///< value = percent of this machine's processors in use
        Memory,      ///< value = percent of this machine's memory in use
    };
    // Bits of `issues`; constants, since lupdate loses its way at an enumeration within a structure that
    // has a type and no class.
    static constexpr std::uint8_t ToolResultsIgnored = 1;
    static constexpr std::uint8_t IncompleteCoverage = 2;
    static constexpr std::uint8_t LowAccuracy = 4;
    static constexpr std::uint8_t LowRelevance = 8;
    static constexpr std::uint8_t LowCompleteness = 16;
    static constexpr std::uint8_t OtherIssue = 32;

    static constexpr float none = std::numeric_limits<float>::quiet_NaN();

    qint64 timeUs = 0;
    qint64 id = 0; ///< events.id; the table's own row for Retrieval, Undecodable and the gauges
    Kind kind = Kind::Reading;
    std::int8_t passed = -1; ///< 1, 0; −1 = neither told nor to be told from score and threshold
    std::uint8_t issues = 0;
    std::uint8_t category = 0; ///< place in alertCategories
    float score = none;
    float accuracy = none;
    float relevance = none;
    float completeness = none;
    float threshold = none; ///< that the score was held against
    std::int32_t latencyMs = -1;
    std::int32_t retries = -1;
    std::int32_t model = 0; ///< names.id; 0 = not told
    std::int64_t costMicros = -1;
    double value = 0.0;
};

/// Categories of queries as upstream counts them; whatever else is told is the first.
inline constexpr std::array alertCategories{"Unknown", "Simple", "Medium", "Complex", "Edge"};

/// Time first, then what the store says.
bool operator<(const AlertEvent &a, const AlertEvent &b);

/// How far the events have been read: the store's own numbers.
using AlertCursor = QMap<QString, qint64>;

/// The message behind an event, for people.
struct AlertSubject
{
    qint64 id = 0; ///< AlertEvent::id
    QString threadId{};
    QString turnId{}; ///< empty when unknown
    UtcTime time{};
    std::optional<float> score{};
    std::optional<float> threshold{};
    QStringList issues{};
    QString question{}; ///< empty when the turn is not stored
    QString model{};

    bool operator==(const AlertSubject &) const = default;
};

/// One firing as it is kept. `id` names it for ever: the rule, its labels and the time it fired.
struct StoredFiring
{
    QString id{};
    QString rule{};
    UtcTime firedAt{};
    std::optional<UtcTime> resolvedAt{};
    QByteArray json{}; ///< the whole firing, as core/alerts writes it

    bool operator==(const StoredFiring &) const = default;
};

/// What somebody, or the program, did about a firing.
struct AlertNote
{
    qint64 row = 0;
    QString firingId{};
    QString action{}; ///< "acknowledged", "noted", "linked", "delivered", "delivery_failed"
    QString who{};
    QString note{};
    std::optional<int> policyRevision{}; ///< of "linked": the policy change that answered it
    UtcTime at{};

    bool operator==(const AlertNote &) const = default;
};

/// A silence: firings that match are told to nobody.
struct StoredSilence
{
    QString id{};
    QByteArray json{}; ///< as core/alerts writes it

    bool operator==(const StoredSilence &) const = default;
};

/// Figures of turns before and after a moment, for the effect of a policy change.
struct AlertEffect
{
    qint64 judgedBefore = 0;
    qint64 passedBefore = 0;
    qint64 judgedAfter = 0;
    qint64 passedAfter = 0;
    UtcTime changedAt{}; ///< when the first turn under that policy revision was asked

    bool operator==(const AlertEffect &) const = default;
};

/// A policy that turns ran under, and what they came to.
struct PolicyUse
{
    int revision = 0;
    AlertEffect effect{};

    bool operator==(const PolicyUse &) const = default;
};

/// What alerts read from the store, and what they keep there, over a connection of its own beside the
/// ingest's.
///
/// Every call may fail as Store's do. Threading: an instance belongs to one thread.
class AlertStore
{
public:
    /// Opens an existing store. @errors NotFound, InvalidArgument (another schema), ReadOnly, Io
    static Result<std::unique_ptr<AlertStore>> open(const QString &path, bool writing = true);
    ~AlertStore();
    Q_DISABLE_COPY_MOVE(AlertStore)

    using Sink = std::function<Result<>(std::span<const AlertEvent>)>;

    /// Everything with a time in [from, to), in order, some thousand at a time.
    /// @param threshold judges readings that tell neither verdict nor threshold, as quality.threshold does
    Result<> readBetween(UtcTime from, UtcTime to, float threshold, const Sink &sink);

    /// Everything with a time from `from` on, and where what is stored ends: readAfter() goes on behind it.
    Result<AlertCursor> readSince(UtcTime from, float threshold, const Sink &sink);
    /// What was stored after `cursor`, in the order it was stored, and moves the cursor behind it.
    Result<std::vector<AlertEvent>> readAfter(AlertCursor &cursor, float threshold, int limit = 100'000);

    /// Records of all logs that were ever read.
    Result<qint64> recordsRead();

    /// The first and the last reading's time; nullopt while there is none.
    Result<std::optional<std::pair<UtcTime, UtcTime>>> extent();

    /// Names of the models of all events that were read so far, by AlertEvent::model.
    const QHash<std::int32_t, QString> &models() const;

    /// The messages behind these readings, in the order given; those that are gone are left out.
    Result<QList<AlertSubject>> subjects(const QList<qint64> &ids);

    /// Keeps a gauge of this machine: Lag, Cpu or Memory. Those older than 30 days go.
    Result<> addGauge(AlertEvent::Kind kind, UtcTime time, double value);

    /// A firing that is known already gets its new resolvedAt and content. @return true when it is new
    Result<bool> putFiring(const StoredFiring &firing);
    /// Newest first. @param openOnly those that are not resolved
    Result<QList<StoredFiring>> firings(UtcTime from, UtcTime to, int limit, bool openOnly = false);
    Result<> addNote(const AlertNote &note);
    /// In the order they were made; of all firings when `firingId` is empty.
    Result<QList<AlertNote>> notes(const QString &firingId, int limit = 1000);

    Result<> putSilence(const StoredSilence &silence);
    Result<QList<StoredSilence>> silences();

    /// Messages that a target took, so that none goes out twice.
    Result<bool> wasDelivered(const QString &target, const QString &key);
    Result<> noteDelivered(const QString &target, const QString &key, UtcTime at);

    /// The engine's memory, as it was last saved; empty = never.
    Result<QByteArray> memory(const QString &name);
    Result<> setMemory(const QString &name, const QByteArray &bytes);

    /// Takes or keeps the right to evaluate, for `length`: two processes on one store tell nothing twice.
    /// @return false while another owner has it
    Result<bool> holdLease(const QString &owner, UtcTime now, std::chrono::milliseconds length);

    /// Turns judged under the policy before `revision` and under it. @errors NotFound (no turn has it)
    Result<AlertEffect> effectOf(int revision);
    /// Policies whose first turn was asked at or after `from`, the newest `limit` of them, oldest first.
    Result<QList<PolicyUse>> policiesSince(UtcTime from, int limit);

    struct Impl;

private:
    explicit AlertStore(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m;
};

} // namespace assay
