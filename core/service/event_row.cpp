// SPDX-License-Identifier: Apache-2.0
#include "service/event_row.h"

#include <QtCore/QLocale>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr auto gap = "  "_L1;

QString scoreText(float score)
{
    // Down, not to the nearest: 0.949 must not read as the 0.95 it missed.
    const double hundredths = std::floor(static_cast<double>(score) * 100.0 + 1e-4);
    return QString::number(hundredths / 100.0, 'f', 2);
}

QString qualitySummary(const QualityReading &reading)
{
    QStringList parts;
    const auto add = [&parts](QLatin1StringView name, const std::optional<float> &score) {
        if (score)
            parts.append(name + u' ' + scoreText(*score));
    };
    if (reading.source == QualityReading::Source::Alert) {
        QString alert = u"LOW_QUALITY"_s;
        if (reading.scores.overall)
            alert += u' ' + scoreText(*reading.scores.overall);
        if (reading.scores.overall && reading.threshold)
            alert += (*reading.scores.overall < *reading.threshold ? u" < "_s : u" ≥ "_s) +
                     scoreText(*reading.threshold);
        parts.append(alert);
    } else {
        add("score"_L1, reading.scores.overall);
        add("acc"_L1, reading.scores.accuracy);
        add("rel"_L1, reading.scores.relevance);
        add("comp"_L1, reading.scores.completeness);
        if (reading.passed)
            parts.append(*reading.passed ? u"passed"_s : u"failed"_s);
    }
    if (!reading.issues.isEmpty())
        parts.append(u"issues "_s + reading.issues.join(u", "));
    return parts.join(gap);
}

QString callSummary(const LlmReading &reading)
{
    QStringList parts{reading.model};
    if (reading.promptTokens || reading.completionTokens)
        parts.append(u"%1 + %2 tokens"_s.arg(reading.promptTokens.value_or(0))
                         .arg(reading.completionTokens.value_or(0)));
    if (reading.cost)
        parts.append(formatUsd(*reading.cost));
    if (reading.duration)
        parts.append(u"%1 s"_s.arg(static_cast<double>(reading.duration->count()) / 1e6, 0, 'f', 2));
    if (!reading.purpose.isEmpty())
        parts.append(reading.purpose);
    parts.removeAll(QString());
    return parts.join(gap);
}

} // namespace

QString feedTypeText(const DecodedMessage &message)
{
    switch (message.kind) {
    case MessageKind::Event: return u"Event "_s + message.event;
    case MessageKind::StateDiff: return u"StateDiff"_s;
    case MessageKind::TokenChunk: return u"TokenChunk"_s;
    case MessageKind::ToolExecution: return u"ToolExecution"_s;
    case MessageKind::Checkpoint: return u"Checkpoint"_s;
    case MessageKind::Metrics: return message.scope.isEmpty() ? u"Metrics"_s : u"Metrics "_s + message.scope;
    case MessageKind::Error: return u"Error"_s;
    case MessageKind::EventBatch: return u"EventBatch"_s;
    case MessageKind::ExecutionTrace: return u"ExecutionTrace"_s;
    case MessageKind::QualityEvaluation: return u"QualityEvaluation"_s;
    }
    Q_UNREACHABLE();
}

QString feedSummary(const DecodedMessage &message)
{
    if (message.quality)
        return qualitySummary(*message.quality);
    if (message.llm)
        return callSummary(*message.llm);
    // Their names stand in front, and in the column beside it.
    const bool named = message.kind == MessageKind::Event ||
                       (message.kind == MessageKind::Metrics && !message.scope.isEmpty());
    if (named)
        return message.summary.section(u' ', 1);
    return message.summary;
}

FeedRow feedRow(const LogRecord &record, const Decoded<DecodedMessage> &message)
{
    FeedRow row{.time = record.timestamp,
                .threadId = QString::fromUtf8(record.key),
                .partition = record.partition,
                .offset = record.offset,
                .size = record.value.size()};
    if (record.value.isNull()) {
        row.tombstone = true;
        return row;
    }
    if (!message) {
        const DecodeFailure &failure = message.error();
        row.undecodable = true;
        row.summary = tokenOf(failure.stage) + u": "_s + failure.message;
        // Most sentences name the byte themselves.
        if (failure.offset && !failure.message.contains(QString::number(*failure.offset)))
            row.summary += u" (byte %1)"_s.arg(*failure.offset);
        return row;
    }
    row.time = message->header.timestamp;
    row.type = feedTypeText(*message);
    if (!message->header.threadId.isEmpty())
        row.threadId = message->header.threadId;
    row.turnId = message->turnId;
    row.summary = feedSummary(*message);
    if (message->quality)
        row.score = message->quality->scores.overall ? message->quality->scores.overall
                                                     : meanOf(message->quality->scores);
    return row;
}

} // namespace assay
