// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.h"
#include "stream/decode_failure.h"
#include "stream/log.h"
#include "stream/message.h"

#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

namespace assay {

/// One line of the list of events: what a record says at a glance. Text is foreign: show it plainly.
struct FeedRow
{
    qint64 record = -1; ///< number in the spool, 0 = the first received; −1 = not read yet
    UtcTime time{};     ///< the sender's; the log's where nothing could be decoded
    QString type{};     ///< "Metrics quality", "Event NODE_END"; empty when undecodable
    QString threadId{}; ///< of the message, else the record's key
    QString turnId{};   ///< empty when the sender names none
    int partition = 0;
    qint64 offset = 0;
    qint64 size = 0;              ///< bytes of the value as received
    QString summary{};            ///< one line; for an undecodable record where and why
    std::optional<float> score{}; ///< overall, where the message speaks of quality
    bool undecodable = false;
    bool tombstone = false; ///< the record has no value at all

    bool operator==(const FeedRow &) const = default;
};

/// The row of a record and of what the codec made of it. `record` is left at −1.
FeedRow feedRow(const LogRecord &record, const Decoded<DecodedMessage> &message);

/// "Metrics quality", "Event NODE_END": as lists name a message.
QString feedTypeText(const DecodedMessage &message);
/// "score 0.82  acc 0.79  rel 0.94  comp 0.73  issues tool_results_ignored"
QString feedSummary(const DecodedMessage &message);

} // namespace assay
