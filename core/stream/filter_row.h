// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/decode_failure.h"
#include "stream/log.h"
#include "stream/message.h"
#include "turn/filter.h"

namespace assay {

/// A record of a log as the filter sees it. A view: record and message have to outlive it.
///
/// A record that holds no message has its place, time, size, thread (the key) and the reason; what
/// only a message could say is absent. Threading: an instance belongs to one thread.
class EventFilterRow final : public FilterRow
{
public:
    /// @param message decoded from the record, or one of the events of the batch in it
    EventFilterRow(const LogRecord &record, const DecodedMessage &message);
    /// A record that could not be decoded; one without a value is a tombstone, and no failure.
    EventFilterRow(const LogRecord &record, const DecodeFailure &failure);
    EventFilterRow(const LogRecord &record, const Decoded<DecodedMessage> &message);

    std::optional<double> real(FilterColumn column) const override;
    std::optional<qint64> integer(FilterColumn column) const override;
    std::optional<FilterTexts> texts(FilterColumn column) const override;

private:
    const LogRecord &m_record;
    const DecodedMessage *m_message = nullptr;
    const DecodeFailure *m_failure = nullptr;
    mutable QString m_thread{};    ///< made of the key when the message names none
    mutable QString m_messageId{}; ///< in hexadecimal digits, once asked for
};

} // namespace assay
