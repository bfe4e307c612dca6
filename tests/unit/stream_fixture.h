// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/turn_messages.h"
#include "turn/turn.h"

#include <QtCore/QTemporaryDir>

namespace assay::test {

/// A turn with two attempts: a weak first one, and a second that passes with exactly 0.95.
inline Turn sampleTurn(const QString &id = QStringLiteral("tn_000000000001"),
                       const QString &threadId = QStringLiteral("th_000000000001"), int number = 1)
{
    using std::chrono::microseconds;
    Turn turn;
    turn.id = id;
    turn.threadId = threadId;
    turn.number = number;
    turn.question = QStringLiteral("How do I ask for a refund?");
    turn.askedAt = fromMicros(1'795'000'000'123'456 + number * 1'000'000LL);
    turn.status = TurnStatus::Passed;
    turn.route.model = QStringLiteral("fast-8b");
    turn.route.confidence = 0.8;
    turn.policy.qualityThreshold = 0.95F;
    turn.policy.revision = 7;
    turn.evidence = {Evidence{.label = QStringLiteral("1"),
                              .sourceId = QStringLiteral("kb/refunds"),
                              .title = QStringLiteral("Refunds"),
                              .text = QStringLiteral("Refunds take five days."),
                              .retriever = QStringLiteral("local")},
                     Evidence{.label = QStringLiteral("T1"),
                              .sourceId = QStringLiteral("orders"),
                              .title = QStringLiteral("Order lookup"),
                              .text = QStringLiteral("{}"),
                              .retriever = QStringLiteral("orders"),
                              .kind = EvidenceKind::ToolResult}};
    for (int n = 1; n <= 2; ++n) {
        const float score = n == 1 ? 0.68F : 0.95F;
        Judgement judgement;
        judgement.scores =
            Scores{.accuracy = score, .relevance = score, .completeness = score, .overall = score};
        if (n == 1)
            judgement.issues = {QStringLiteral("incomplete_coverage")};
        judgement.votes = {JudgeVote{.judge = QStringLiteral("rubric"),
                                     .model = QStringLiteral("judge-1"),
                                     .scores = judgement.scores,
                                     .usage = {.promptTokens = 300, .completionTokens = 40},
                                     .cost = {.amount = Micros{210}}}};
        Attempt attempt;
        attempt.number = n;
        attempt.policy = turn.policy;
        attempt.startedAfter = microseconds(1000 * n);
        attempt.latency = microseconds(400'000);
        attempt.verdict = Verdict{.passed = n == 2, .score = score, .threshold = 0.95F, .policyRevision = 7};
        attempt.candidates = {
            Candidate{.path = QStringLiteral("search_first"),
                      .model = n == 1 ? QStringLiteral("fast-8b") : QStringLiteral("premium-70b"),
                      .answer = QStringLiteral("Write to billing [%1].").arg(n),
                      .usage = {.promptTokens = 1000, .completionTokens = 120},
                      .cost = {.amount = Micros{1500}},
                      .latency = microseconds(350'000),
                      .judgement = judgement,
                      .chosen = true}};
        turn.attempts.append(attempt);
    }
    turn.bestAttempt = 2;
    turn.answer = QStringLiteral("Write to billing [2].");
    turn.verdict = turn.attempts.last().verdict;
    turn.stages = {StageRecord{.stage = Stage::Retrieve,
                               .status = StageStatus::Done,
                               .duration = microseconds(2130),
                               .summary = QStringLiteral("12 docs")},
                   StageRecord{.stage = Stage::Draft,
                               .attempt = 1,
                               .status = StageStatus::Done,
                               .duration = microseconds(350'000)},
                   StageRecord{.stage = Stage::Inject, .status = StageStatus::Skipped}};
    turn.usage = {.promptTokens = 2600, .completionTokens = 320};
    turn.cost = {.amount = Micros{3420}};
    turn.latency = microseconds(812'345);
    turn.learning = LearningRecord{.toolUsed = true, .shouldUseTool = true, .qualityScore = 0.95F};
    return turn;
}

inline QList<std::pair<QByteArray, QByteArray>> asRecords(const QList<EncodedMessage> &messages)
{
    QList<std::pair<QByteArray, QByteArray>> records;
    for (const EncodedMessage &message : messages)
        records.append({message.key, message.frame});
    return records;
}

} // namespace assay::test
