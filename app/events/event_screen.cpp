// SPDX-License-Identifier: Apache-2.0
#include "events/event_screen.h"

#include "events/event_line.h"
#include "stream/filter_row.h"

#include <cstdio>

namespace assay::app {

Result<EventScreen> EventScreen::of(const EventsOptions &options, const Settings &settings, DecodeMode mode)
{
    const QString text = QString::fromStdString(options.filter);
    const tl::expected<Filter, FilterProblem> filter = parseFilter(text, FilterUse::Events);
    if (!filter)
        return fail(Errc::InvalidArgument, filterProblemText(text, filter.error()));
    EventScreen screen;
    screen.m_filter = *filter;
    screen.m_codec = std::make_unique<Codec>(codecOptions(settings));
    screen.m_mode = mode;
    screen.m_json = options.json;
    screen.m_limit = options.limit;
    return screen;
}

std::optional<Decoded<DecodedMessage>> EventScreen::chosen(const LogRecord &record)
{
    Decoded<DecodedMessage> message =
        m_codec->decode(record.value, m_mode, m_json ? Detail::Content : Detail::Extracts);
    if (!matches(record, message))
        return std::nullopt;
    return message;
}

bool EventScreen::matches(const LogRecord &record, const Decoded<DecodedMessage> &message) const
{
    if (m_filter.isEmpty())
        return true;
    const UtcTime now = utcNow();
    if (m_filter.matches(EventFilterRow(record, message), now))
        return true;
    // A batch is shown when one of its events is asked for.
    return message && std::ranges::any_of(message->inner, [&](const DecodedMessage &inner) {
               return m_filter.matches(EventFilterRow(record, inner), now);
           });
}

bool EventScreen::print(qint64 number, const LogRecord &record, const Decoded<DecodedMessage> &message)
{
    if (m_json)
        std::printf("%s\n", recordJson(number, record, message).constData());
    else
        printLine(recordText(record, message));
    return std::fflush(stdout) == 0;
}

} // namespace assay::app
