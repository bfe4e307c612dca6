// SPDX-License-Identifier: Apache-2.0
#include "service/event_detail.h"

#include "base/tr.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// What the header of the tree says: kind, and whose words a reading of quality uses.
QString factsOf(const DecodedMessage &message)
{
    const QString kind = feedTypeText(message).section(u' ', 0, 0);
    if (!message.quality)
        return kind;
    switch (message.quality->source) {
    case QualityReading::Source::Callback: return kind + u" · "_s + Tr::tr("vocabulary A");
    case QualityReading::Source::Monitor: return kind + u" · "_s + Tr::tr("vocabulary B");
    case QualityReading::Source::Alert: return kind + u" · "_s + Tr::tr("low-quality alarm");
    case QualityReading::Source::Evaluation: return kind;
    }
    Q_UNREACHABLE();
}

} // namespace

FeedDetail feedDetail(const LogRecord &record, const Decoded<DecodedMessage> &message,
                      qsizetype maxMessageBytes)
{
    FeedDetail detail{.row = feedRow(record, message), .record = record};
    detail.tree = fieldTreeOf(record.value, DecodeMode::Tolerant, maxMessageBytes);
    if (message)
        detail.facts = factsOf(*message);
    return detail;
}

FeedState captureState(const CaptureReader &capture, const QString &fileName)
{
    FeedState state{.phase = FeedPhase::Ended, .source = fileName, .isCapture = true};
    QStringList topics;
    for (const CaptureStream &stream : capture.streams()) {
        if (!topics.contains(stream.topic))
            topics.append(stream.topic);
        const qint64 end = stream.highestOffset + 1;
        state.partitions.append({.topic = stream.topic,
                                 .partition = stream.partition,
                                 .low = stream.lowestOffset,
                                 .end = end,
                                 .start = stream.lowestOffset,
                                 .position = end,
                                 .target = end,
                                 .records = stream.records,
                                 .missing = std::max<qint64>(0, end - stream.lowestOffset - stream.records)});
    }
    state.topic = topics.join(u", ");
    state.records = capture.count();
    if (!capture.notice().isEmpty())
        state.error = Error{.code = Errc::Corrupt, .message = capture.notice()};
    return state;
}

} // namespace assay
