// SPDX-License-Identifier: Apache-2.0
#include "store/event_writer.h"

namespace assay {

namespace {

QString text(Utf8 utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::optional<qint64> idOrNull(qint64 id)
{
    return id == 0 ? std::nullopt : std::optional(id);
}

/// What analytics go by: the sender's own overall score, or the mean of its parts.
std::optional<float> scoreOf(const Scores &scores)
{
    return scores.overall ? scores.overall : meanOf(scores);
}

} // namespace

/// What hangs on an event, and the sums it is part of.
void EventWriter::writeParts(const EventFields &event, qint64 row)
{
    ++m_outcome.stored;
    m_rollups.addEvent(event);
    if (event.kind == "tool_execution" && !event.turnId.empty())
        m_turnSums.addTool(name(event.turnId).id);
    if (event.quality != nullptr)
        writeQuality(event, row);
    if (event.llm != nullptr)
        writeLlm(event, row);
    if (event.turn != nullptr)
        m_turns.writeTurn(*event.turn, fromMicros(event.timestampUs));
    if (event.label != nullptr)
        m_turns.writeLabel(*event.label, text(event.threadId), fromMicros(event.timestampUs));
}

void EventWriter::writeQuality(const EventFields &event, qint64 row)
{
    const QualityFields &quality = *event.quality;
    const std::optional<float> score = scoreOf(quality.scores);
    const qint64 model = nameOr0(quality.model);
    const qint64 category = nameOr0(quality.category);
    const qint64 application = nameOr0(quality.application);
    m_insertQuality << row << event.timestampUs << name(quality.source).id << name(quality.scope).id << score
                    << quality.scores.accuracy << quality.scores.relevance << quality.scores.completeness
                    << quality.scores.overall << quality.passed << quality.threshold << quality.issueCount
                    << quality.latencyMs << quality.retryCount << quality.turnNumber << quality.attempt
                    << idOrNull(model) << idOrNull(category) << idOrNull(application);
    m_insertQuality.textOrNull(quality.scopeId)
        .textOrNull(quality.queryId)
        .textOrNull(quality.issues)
        .textOrNull(quality.reasoning)
        .run();
    m_rollups.addQuality(event.timestampUs, quality, score, model);
    const bool isResponse = quality.scope == "quality";
    if (isResponse && !event.turnId.empty())
        m_turnSums.addReading(name(event.turnId).id, event.timestampUs);
    for (Utf8 rest = quality.issues; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        if (end > 0) {
            const qint64 issue = name(rest.substr(0, end)).id;
            if ((query("insert_issue") << issue << row).run() > 0 && isResponse)
                m_rollups.addIssue(event.timestampUs, issue);
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

void EventWriter::writeLlm(const EventFields &event, qint64 row)
{
    const LlmFields &call = *event.llm;
    const qint64 model = nameOr0(call.model);
    const qint64 purpose = nameOr0(call.purpose);
    (query("insert_llm_call") << row << event.timestampUs << idOrNull(model) << idOrNull(purpose)
                              << call.promptTokens << call.completionTokens << call.costMicros
                              << call.estimated << call.durationUs)
        .run();
    m_rollups.addLlm(event.timestampUs, call, model, purpose);
    if (!event.turnId.empty() && isCost(call.costMicros))
        m_turnSums.addCall(name(event.turnId).id, *call.costMicros);
}

} // namespace assay
