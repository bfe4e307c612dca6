// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/event_feed.h"

namespace assay::ui {

/// "1.2 k/s", "340/s", "0/s".
QString rateText(double perSecond);
/// "1.2k/s" for the rail; empty below one.
QString railRateText(double perSecond);
/// "5,533,128", in the operator's language.
QString countText(qint64 count);
/// "12 s", "3 min", "2 h".
QString spanText(std::chrono::seconds span);

/// "dashstream-quality · 6 partitions · 5,533,128 messages · 41 undecodable · lag 12"
QString totalsText(const FeedState &state);
/// "Tailing 6 partitions", for the status bar.
QString activityText(const FeedState &state, bool paused, qint64 waiting);
/// "gap 120: retention 100, undecodable 20", for the tooltip of a partition.
QString partitionText(const FeedPartition &partition);
QString gapKindText(FeedGap::Kind kind);
/// What stands at the right of a row's fields: "p5 @ 921377 · Metrics · vocabulary A".
QString placeText(const FeedDetail &detail);
/// "436 on the wire · zstd · 698 decoded"
QString packingText(const FeedDetail &detail);
/// "metrics.metrics[completeness].float_value: 12 bytes at 0x7a in the decoded payload"
QString rangeText(const FeedDetail &detail, const FieldNode &node);
/// "kept by score < 0.9 (0.82)"; empty without a filter.
QString whyText(const QList<FilterReason> &why);

/// A moment as an operator types it: "14:06", "14:06:31", "2026-11-21 14:06", "2026-11-21T14:06:31Z", "-15m".
/// A time without a day is today's, UTC. nullopt when it is none.
std::optional<UtcTime> readMoment(const QString &text, UtcTime now);

/// Partition and offset: "918244" (in the partition given) or "3 @ 918244", "p3 918244".
struct PlaceInput
{
    int partition = 0;
    qint64 offset = 0;
};
std::optional<PlaceInput> readPlace(const QString &text, int partition);

} // namespace assay::ui
