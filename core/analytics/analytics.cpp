// SPDX-License-Identifier: Apache-2.0
#include "analytics/analytics.h"

#include "analytics/page_builder.h"
#include "base/tr.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

using Sum = RollupSum;

constexpr qint64 minuteUs = 60'000'000;

/// What readings cannot be filtered by: of these the kept sums speak even where rows are counted.
constexpr std::array intake{
    Sum::Events, Sum::Late,        Sum::Future,     Sum::Duplicates, Sum::Conflicts,
    Sum::Echoes, Sum::Undecodable, Sum::Tombstones, Sum::Missing,    Sum::MinutesWithEvents};

TimeRange widened(const TimeRange &range)
{
    return {.from = fromMicros(toMicros(range.from) / minuteUs * minuteUs),
            .to = fromMicros((toMicros(range.to) + minuteUs - 1) / minuteUs * minuteUs)};
}

Result<TimeRange> rangeToSum(Store &store, const TimeRange &asked)
{
    TimeRange range = widened(asked);
    if (range.from == fromMicros(0)) { // all there is
        const auto ends = store.rollupEnds();
        if (!ends)
            return fail(ends.error());
        if (*ends)
            range = {.from = (*ends)->first, .to = std::max(range.to, (*ends)->second)};
        else
            range.from = range.to - std::chrono::days(1);
    }
    if (range.from >= range.to)
        return fail(Errc::InvalidArgument,
                    Tr::tr("The range of time is empty: its end must come after its beginning."));
    return range;
}

/// What the filter speaks of: readings, or else turns.
Result<FilterUse> useOf(const Filter &filter)
{
    for (const FilterUse use : {FilterUse::Events, FilterUse::Turns})
        if (parseFilter(filter.toString(), use))
            return use;
    return fail(Errc::InvalidArgument,
                Tr::tr("The filter names columns of events and of turns, which no row has together. Use "
                       "those of one kind; `assay filters` lists them."));
}

RollupSpan spanFor(qint64 bucketMinutes)
{
    if (bucketMinutes % 1440 == 0)
        return RollupSpan::Day;
    return bucketMinutes % 60 == 0 ? RollupSpan::Hour : RollupSpan::Minute;
}

/// Adds up what is kept for each bucket: whole spans in one go, and the ends, where they are parts of one.
Result<> addKept(Store &store, PageSums &sums, qint64 bucketLength)
{
    const RollupSpan span = spanFor(bucketLength);
    const qint64 spanUs = rollupSpanMinutes[static_cast<std::size_t>(span)] * minuteUs;
    const auto isWhole = [spanUs](UtcTime time) { return toMicros(time) % spanUs == 0; };
    std::size_t first = 0;
    std::size_t behind = sums.buckets.size();
    const auto addPart = [&](std::size_t bucket) -> Result<> {
        const Result<RollupCell> part = store.rollupSum(sums.buckets[bucket].from, sums.buckets[bucket].to);
        if (!part)
            return fail(part.error());
        sums.cells[bucket].add(*part);
        return {};
    };
    if (!isWhole(sums.range.from))
        if (const Result<> added = addPart(first++); !added)
            return added;
    if (behind > first && !isWhole(sums.range.to))
        if (const Result<> added = addPart(--behind); !added)
            return added;
    if (first == behind)
        return {};
    std::size_t bucket = first;
    return store.rollups(span, sums.buckets[first].from, sums.buckets[behind - 1].to,
                         [&](qint64 minute, QByteArrayView cell) {
                             while (toMicros(sums.buckets[bucket].to) <= minute * minuteUs)
                                 ++bucket;
                             return sums.cells[bucket].addEncoded(cell);
                         });
}

/// Counts the rows that match, for each bucket and for the period before.
Result<> countRows(Store &store, PageSums &sums, const TimeRange &before, const AnalyticsQuery &query,
                   const CancelToken &token)
{
    const Result<FilterUse> use = useOf(query.filter);
    if (!use)
        return fail(use.error());
    Result<std::vector<RollupRow>> rows =
        store.rollupsOf(query.filter, *use, query.now, before.from, sums.range.to, token);
    if (!rows)
        return fail(std::move(rows.error()));
    std::vector<RollupCell> cells(sums.cells.size());
    RollupCell earlier;
    std::size_t bucket = 0;
    for (const RollupRow &row : *rows) {
        const qint64 timeUs = row.minute * minuteUs;
        if (timeUs < toMicros(sums.range.from)) {
            earlier.add(row.cell);
            continue;
        }
        while (toMicros(sums.buckets[bucket].to) <= timeUs)
            ++bucket;
        cells[bucket].add(row.cell);
    }
    for (std::size_t i = 0; i < cells.size(); ++i)
        for (const Sum sum : intake)
            cells[i][sum] = sums.cells[i][sum];
    sums.cells = std::move(cells);
    sums.before = std::move(earlier);
    return {};
}

} // namespace

Result<AnalyticsPage> analyticsPage(Store &store, const AnalyticsQuery &query, const CancelToken &token)
{
    const auto began = std::chrono::steady_clock::now();
    const Result<TimeRange> range = rangeToSum(store, query.range);
    if (!range)
        return fail(range.error());
    const qint64 length = bucketMinutes(*range, query.mostBuckets);
    PageSums sums{.range = *range, .buckets = bucketsOf(*range, length)};
    sums.cells.resize(sums.buckets.size());
    const TimeRange before{.from = std::max(fromMicros(0), range->from - range->length()), .to = range->from};
    if (const Result<> kept = addKept(store, sums, length); !kept)
        return fail(kept.error());
    if (!query.filter.isEmpty()) {
        if (const Result<> counted = countRows(store, sums, before, query, token); !counted)
            return fail(counted.error());
    } else {
        Result<RollupCell> earlier = store.rollupSum(before.from, before.to);
        if (!earlier)
            return fail(std::move(earlier.error()));
        sums.before = std::move(*earlier);
    }
    for (const RollupCell &cell : sums.cells)
        sums.total.add(cell);
    const Result<QHash<qint64, QString>> names = store.names(namesIn(sums.total));
    if (!names)
        return fail(names.error());
    AnalyticsPage page = buildPage(sums, query, *names);
    page.basis = query.filter.isEmpty() ? AnalyticsBasis::Rollups : AnalyticsBasis::Rows;
    page.took =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began);
    return page;
}

} // namespace assay
