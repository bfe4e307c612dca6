// SPDX-License-Identifier: Apache-2.0
#include "analytics/analytics.h"
#include "base/tr.h"
#include "turn/filter_time.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

std::optional<UtcTime> momentOf(const QString &text, UtcTime now)
{
    const std::optional<FilterValue> value = readTimeText(text.trimmed());
    return value ? std::optional(fromMicros(filterTimeMicros(*value, now))) : std::nullopt;
}

} // namespace

Result<TimeRange> readTimeRange(const QString &text, UtcTime now)
{
    const QString typed = text.trimmed();
    const auto refused = [&] {
        return fail(Errc::InvalidArgument,
                    Tr::tr("“%1” is no range of time. Write for example 24h, 7d, all, or "
                           "2026-11-20T08:00..2026-11-21.")
                        .arg(text));
    };
    if (typed.compare("all"_L1, Qt::CaseInsensitive) == 0)
        return TimeRange{.from = fromMicros(0), .to = now};
    std::optional<UtcTime> from;
    std::optional<UtcTime> to = now;
    if (const qsizetype dots = typed.indexOf(".."_L1); dots >= 0) {
        from = momentOf(typed.left(dots), now);
        to = momentOf(typed.mid(dots + 2), now);
    } else if (!typed.startsWith(u'-') && !typed.startsWith(u'+')) {
        from = momentOf(u'-' + typed, now);
    }
    if (!from || !to)
        return refused();
    if (*from >= *to || *from < fromMicros(0))
        return fail(Errc::InvalidArgument,
                    Tr::tr("The range “%1” is empty: its end must come after its beginning.").arg(text));
    return TimeRange{.from = *from, .to = *to};
}

} // namespace assay
