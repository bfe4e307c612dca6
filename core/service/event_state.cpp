// SPDX-License-Identifier: Apache-2.0
#include "service/event_state.h"

#include <algorithm>
#include <cmath>

namespace assay {

std::optional<qint64> FeedPartition::lag() const
{
    if (!position || !end)
        return std::nullopt;
    return std::max<qint64>(0, *end - *position);
}

std::optional<double> FeedPartition::progress() const
{
    if (!start || !position || !target)
        return std::nullopt;
    if (*target <= *start)
        return 1.0;
    return std::clamp(static_cast<double>(*position - *start) / static_cast<double>(*target - *start), 0.0,
                      1.0);
}

std::optional<std::chrono::seconds> FeedPartition::remaining() const
{
    if (!position || !target || *position >= *target || rate <= 0.0)
        return std::nullopt;
    return std::chrono::seconds(std::llround(std::ceil(static_cast<double>(*target - *position) / rate)));
}

std::optional<qint64> FeedState::lag() const
{
    qint64 sum = 0;
    for (const FeedPartition &one : partitions) {
        const std::optional<qint64> lag = one.lag();
        if (!lag)
            return std::nullopt;
        sum += *lag;
    }
    return partitions.isEmpty() ? std::nullopt : std::optional(sum);
}

std::optional<double> FeedState::progress() const
{
    double read = 0.0;
    double all = 0.0;
    for (const FeedPartition &one : partitions) {
        if (!one.progress())
            return std::nullopt;
        const double size = static_cast<double>(std::max<qint64>(0, *one.target - *one.start));
        all += size;
        read += size * *one.progress();
    }
    if (partitions.isEmpty())
        return std::nullopt;
    return all > 0.0 ? read / all : 1.0;
}

std::optional<std::chrono::seconds> FeedState::remaining() const
{
    double left = 0.0;
    for (const FeedPartition &one : partitions)
        if (one.target && one.position)
            left += static_cast<double>(std::max<qint64>(0, *one.target - *one.position));
    if (left <= 0.0 || rate <= 0.0)
        return std::nullopt;
    return std::chrono::seconds(std::llround(std::ceil(left / rate)));
}

FeedGap::Kind feedGapKind(LogGap gap)
{
    switch (gap) {
    case LogGap::Unknown: return FeedGap::Kind::Unknown;
    case LogGap::Retention: return FeedGap::Kind::Retention;
    case LogGap::Compaction: return FeedGap::Kind::Compaction;
    case LogGap::Transaction: return FeedGap::Kind::Unknown; // never counted: nothing is lost
    case LogGap::Damage: return FeedGap::Kind::Damage;
    }
    Q_UNREACHABLE();
}

} // namespace assay
