// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/time.h"
#include "stream/log.h"

#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

namespace assay {

/// Records that are missing from a partition, or that are there and say nothing.
struct FeedGap
{
    enum class Kind : std::uint8_t {
        Unknown,
        Retention,  ///< deleted by age or size
        Compaction, ///< only the newest of each key was kept
        Damage,     ///< there, but cannot be read
        Decode,     ///< read, but undecodable: counted, not missing
        Skipped     ///< the operator stopped the scan before it
    };
    Kind kind = Kind::Unknown;
    qint64 from = 0; ///< first offset missing
    qint64 to = 0;   ///< first one behind the gap

    bool operator==(const FeedGap &) const = default;
};

/// One partition as the strip shows it. Unknown stays unknown.
struct FeedPartition
{
    QString topic{};
    int partition = 0;
    std::optional<qint64> low{};      ///< first offset held by the log
    std::optional<qint64> end{};      ///< offset the next record gets
    std::optional<qint64> start{};    ///< where this feed began
    std::optional<qint64> position{}; ///< offset read next
    std::optional<qint64> target{};   ///< end when the feed was opened: the scan is done there
    qint64 records = 0;
    qint64 undecodable = 0;
    qint64 missing = 0;    ///< offsets in gaps, Decode not counted in
    double rate = 0.0;     ///< records a second over the last seconds
    QList<FeedGap> gaps{}; ///< newest 64
    QString lastError{};

    /// Records still to read; nullopt while position or end is unknown.
    std::optional<qint64> lag() const;
    /// 0 … 1 of what stood between start and target; nullopt while that is unknown.
    std::optional<double> progress() const;
    /// Until the target at the present rate; nullopt when nothing moves or nothing is left.
    std::optional<std::chrono::seconds> remaining() const;

    bool operator==(const FeedPartition &) const = default;
};

/// Where a feed begins.
struct FeedStart
{
    enum class Mode : std::uint8_t { Newest, Oldest, Time, Offset };
    Mode mode = Mode::Newest;
    UtcTime time{};    ///< Time: first record at or after it
    qint64 offset = 0; ///< Offset: in every partition

    bool operator==(const FeedStart &) const = default;
};

enum class FeedPhase : std::uint8_t {
    Idle,    ///< no source
    Opening, ///< asking for partitions and extents
    Scanning,
    Live,   ///< everything that was there has been read; new records follow
    Ended,  ///< a capture: nothing follows
    Failed, ///< `error` says why; retried by hand
};

/// The whole feed at one moment.
struct FeedState
{
    FeedPhase phase = FeedPhase::Idle;
    std::optional<Error> error{}; ///< Failed: what; else the last thing that went wrong and is being retried
    QString source{};             ///< "localhost:9092", "this machine", a file's name
    QString topic{};
    bool isCapture = false;
    qint64 records = 0;
    qint64 undecodable = 0;
    qint64 examined =
        0; ///< records `undecodable` counts over; fewer than `records` while a capture is looked through
    double rate = 0.0;     ///< records a second
    QList<double> rates{}; ///< of the last 60 half seconds, oldest first
    QList<FeedPartition> partitions{};

    /// Sum over the partitions; nullopt while one of them is unknown.
    std::optional<qint64> lag() const;
    std::optional<double> progress() const;
    std::optional<std::chrono::seconds> remaining() const;
    bool isScanning() const { return phase == FeedPhase::Scanning; }
};

FeedGap::Kind feedGapKind(LogGap gap);

} // namespace assay
