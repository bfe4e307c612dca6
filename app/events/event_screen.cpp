// SPDX-License-Identifier: Apache-2.0
#include "events/event_screen.h"

#include "events/event_line.h"

#include <cstdio>

namespace assay::app {

Result<EventScreen> EventScreen::of(const EventsOptions &options, const Settings &settings, DecodeMode mode)
{
    EventScreen screen;
    screen.m_codec = std::make_unique<Codec>(codecOptions(settings));
    screen.m_mode = mode;
    screen.m_json = options.json;
    screen.m_limit = options.limit;
    return screen;
}

std::optional<Decoded<DecodedMessage>> EventScreen::chosen(const LogRecord &record)
{
    return m_codec->decode(record.value, m_mode, m_json ? Detail::Content : Detail::Extracts);
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
