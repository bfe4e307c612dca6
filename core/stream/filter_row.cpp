// SPDX-License-Identifier: Apache-2.0
#include "stream/filter_row.h"

#include "turn/filter_getters.h"

namespace assay {

namespace {

using Column = FilterColumn;
using Real = std::optional<double>;
using Integer = std::optional<qint64>;
using Texts = std::optional<FilterTexts>;
using Message = DecodedMessage;

/// Clocks and counters of strangers may say anything.
qint64 saturatedSum(qint64 a, qint64 b)
{
    qint64 sum = 0;
    if (__builtin_add_overflow(a, b, &sum))
        return a < 0 ? std::numeric_limits<qint64>::min() : std::numeric_limits<qint64>::max();
    return sum;
}

qint64 millisecondsToMicros(qint64 milliseconds)
{
    qint64 micros = 0;
    if (__builtin_mul_overflow(milliseconds, qint64{1000}, &micros))
        return milliseconds < 0 ? std::numeric_limits<qint64>::min() : std::numeric_limits<qint64>::max();
    return micros;
}

template<auto Member>
Real score(const Message &message)
{
    return message.quality ? widenedScore(message.quality->scores.*Member) : std::nullopt;
}

constexpr FilterGetters<Real (*)(const Message &)> reals{
    {Column::Score,
     [](const Message &message) {
         if (!message.quality)
             return Real();
         const Scores &scores = message.quality->scores;
         return widenedScore(scores.overall ? scores.overall : meanOf(scores));
     }},
    {Column::Accuracy, &score<&Scores::accuracy>},
    {Column::Relevance, &score<&Scores::relevance>},
    {Column::Completeness, &score<&Scores::completeness>},
    {Column::Threshold,
     [](const Message &message) {
         return message.quality ? widenedScore(message.quality->threshold) : std::nullopt;
     }},
};

template<auto Member>
Integer counted(const Message &message)
{
    return message.quality ? (*message.quality).*Member : std::nullopt;
}

constexpr FilterGetters<Integer (*)(const Message &)> integers{
    {Column::Passed,
     [](const Message &message) {
         return message.quality && message.quality->passed ? Integer(*message.quality->passed ? 1 : 0)
                                                           : Integer();
     }},
    {Column::Issues,
     [](const Message &message) {
         if (!message.quality)
             return Integer();
         return Integer(message.quality->issueCount.value_or(message.quality->issues.size()));
     }},
    {Column::TurnNumber, &counted<&QualityReading::turnNumber>},
    {Column::Attempt, &counted<&QualityReading::attempt>},
    {Column::Retries, &counted<&QualityReading::retryCount>},
    {Column::Sequence,
     [](const Message &message) {
         constexpr quint64 largest = std::numeric_limits<qint64>::max();
         const quint64 sequence = message.header.sequence;
         return sequence == 0 ? Integer() : Integer(static_cast<qint64>(std::min(sequence, largest)));
     }},
    {Column::Time, [](const Message &message) { return Integer(toMicros(message.header.timestamp)); }},
    {Column::Latency,
     [](const Message &message) {
         if (message.quality && message.quality->latencyMs)
             return Integer(millisecondsToMicros(*message.quality->latencyMs));
         return message.llm && message.llm->duration ? Integer(message.llm->duration->count()) : Integer();
     }},
    {Column::Size, [](const Message &message) { return Integer(message.size); }},
    {Column::Compressed, [](const Message &message) { return Integer(message.compressed ? 1 : 0); }},
    {Column::Cost,
     [](const Message &message) {
         return message.llm && message.llm->cost ? Integer(message.llm->cost->value) : Integer();
     }},
    {Column::Tokens,
     [](const Message &message) {
         if (!message.llm || (!message.llm->promptTokens && !message.llm->completionTokens))
             return Integer();
         return Integer(
             saturatedSum(message.llm->promptTokens.value_or(0), message.llm->completionTokens.value_or(0)));
     }},
};

constexpr FilterGetters<Texts (*)(const Message &)> texts{
    {Column::Issue,
     [](const Message &message) {
         return message.quality ? manyFilterTexts(message.quality->issues) : std::nullopt;
     }},
    {Column::Type, [](const Message &message) { return oneFilterText(filterToken(message.kind)); }},
    {Column::Event, [](const Message &message) { return oneFilterText(message.event); }},
    {Column::Scope,
     [](const Message &message) {
         return oneFilterText(message.quality ? message.quality->scope : message.scope);
     }},
    {Column::Source,
     [](const Message &message) {
         return message.quality ? oneFilterText(filterToken(message.quality->source)) : std::nullopt;
     }},
    {Column::Turn, [](const Message &message) { return oneFilterText(message.turnId); }},
    {Column::Tenant, [](const Message &message) { return oneFilterText(message.header.tenantId); }},
    {Column::Model,
     [](const Message &message) {
         if (message.quality && !message.quality->model.isEmpty())
             return oneFilterText(message.quality->model);
         return message.llm ? oneFilterText(message.llm->model) : std::nullopt;
     }},
    {Column::Node, [](const Message &message) { return oneFilterText(message.node); }},
    {Column::Tool, [](const Message &message) { return oneFilterText(message.tool); }},
    {Column::Category,
     [](const Message &message) {
         return message.quality ? oneFilterText(message.quality->category) : std::nullopt;
     }},
    {Column::Application,
     [](const Message &message) {
         return message.quality ? oneFilterText(message.quality->application) : std::nullopt;
     }},
    {Column::Text, [](const Message &message) { return oneFilterText(message.summary); }},
};

} // namespace

EventFilterRow::EventFilterRow(const LogRecord &record, const DecodedMessage &message)
    : m_record(record), m_message(&message)
{
}

EventFilterRow::EventFilterRow(const LogRecord &record, const DecodeFailure &failure)
    : m_record(record), m_failure(&failure)
{
}

EventFilterRow::EventFilterRow(const LogRecord &record, const Decoded<DecodedMessage> &message)
    : m_record(record), m_message(message ? &*message : nullptr),
      m_failure(message ? nullptr : &message.error())
{
}

std::optional<double> EventFilterRow::real(FilterColumn column) const
{
    const auto read = reals[column];
    return read != nullptr && m_message != nullptr ? read(*m_message) : std::nullopt;
}

std::optional<qint64> EventFilterRow::integer(FilterColumn column) const
{
    if (column == Column::Partition)
        return m_record.partition;
    if (column == Column::Offset)
        return m_record.offset;
    if (m_message != nullptr) {
        const auto read = integers[column];
        return read != nullptr ? read(*m_message) : std::nullopt;
    }
    if (column == Column::Time)
        return toMicros(m_record.timestamp);
    return column == Column::Size ? Integer(m_record.value.size()) : std::nullopt;
}

std::optional<FilterTexts> EventFilterRow::texts(FilterColumn column) const
{
    if (column == Column::Topic)
        return oneFilterText(m_record.topic);
    if (column == Column::Thread) {
        if (m_message != nullptr && !m_message->header.threadId.isEmpty())
            return oneFilterText(m_message->header.threadId);
        if (m_thread.isEmpty())
            m_thread = QString::fromUtf8(m_record.key);
        return oneFilterText(m_thread);
    }
    if (m_message != nullptr) {
        if (column == Column::MessageId) {
            if (m_messageId.isEmpty())
                m_messageId = QString::fromLatin1(m_message->header.messageId.toHex());
            return oneFilterText(m_messageId);
        }
        const auto read = assay::texts[column];
        return read != nullptr ? read(*m_message) : std::nullopt;
    }
    const bool tombstone = m_record.value.isNull();
    if (column == Column::Type)
        return oneFilterText(tombstone ? QStringView(u"tombstone") : QStringView(u"undecodable"));
    if (tombstone)
        return std::nullopt;
    if (column == Column::Reason)
        return oneFilterText(filterToken(m_failure->reason));
    return column == Column::Text ? oneFilterText(m_failure->message) : std::nullopt;
}

} // namespace assay
