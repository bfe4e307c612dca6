// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "commands/events_command.h"
#include "stream/log.h"
#include "turn/filter.h"

namespace assay::app {

/// Decides which records are shown, and prints them.
class EventScreen
{
public:
    /// @errors InvalidArgument: the filter cannot be read; the message points at the place
    static Result<EventScreen> of(const EventsOptions &options, const Settings &settings, DecodeMode mode);

    /// The message when it is to be shown; nullopt when the filter leaves it out.
    std::optional<Decoded<DecodedMessage>> chosen(const LogRecord &record);

    /// Prints a record. @return false when nobody reads any more
    bool print(qint64 number, const LogRecord &record, const Decoded<DecodedMessage> &message);

    /// Counts one; true when the limit has been reached.
    bool isFull() { return ++m_taken == m_limit; }
    qint64 taken() const { return m_taken; }

private:
    EventScreen() = default;
    bool matches(const LogRecord &record, const Decoded<DecodedMessage> &message) const;

    std::unique_ptr<Codec> m_codec;
    DecodeMode m_mode = DecodeMode::Tolerant;
    Filter m_filter;
    bool m_json = false;
    qint64 m_limit = 0;
    qint64 m_taken = 0;
};

} // namespace assay::app
