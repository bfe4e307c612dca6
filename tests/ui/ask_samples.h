// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "turn/turn.h"

#include <QtCore/QDateTime>

/// Turns as the design's picture has them, for tests and the gallery.
namespace assay::samples {

using namespace Qt::StringLiterals;
using std::chrono::microseconds;
using std::chrono::milliseconds;

inline UtcTime at(int hour, int minute)
{
    return fromMicros(QDateTime(QDate(2026, 3, 5), QTime(hour, minute), Qt::UTC).toMSecsSinceEpoch() * 1000);
}

inline Evidence source(const QString &label, const QString &title, bool cited = true)
{
    const bool tool = !label.isEmpty() && label.at(0).isLetter();
    return {.label = label,
            .sourceId = u"docs/%1.md#0"_s.arg(title),
            .title = title,
            .text = u"The passage behind “%1”, as the index has it."_s.arg(title),
            .retriever = u"samples"_s,
            .kind = tool ? EvidenceKind::ToolResult : EvidenceKind::Document,
            .score = 7.5,
            .grade = cited ? Relevance::Relevant : Relevance::Ambiguous,
            .gradeScore = cited ? 0.92 : 0.5,
            .cited = cited};
}

inline Candidate candidate(const QString &model, Tier tier, const QString &answer, float score)
{
    return {
        .path = u"search_first"_s,
        .tier = tier,
        .model = model,
        .answer = answer,
        .citations = {u"1"_s, u"2"_s, u"T1"_s},
        .prompt = {{u"system"_s, u"You answer from the evidence."_s}, {u"user"_s, u"Question"_s}},
        .usage = {.promptTokens = 812, .completionTokens = 96},
        .cost = {.amount = Micros{1300}},
        .latency = milliseconds(880),
        .judgement =
            Judgement{
                .scores = {.accuracy = score, .relevance = score, .completeness = score, .overall = score},
                .reasoning = u"Every sentence is supported."_s},
        .chosen = true};
}

inline Attempt attempt(int number, const Candidate &one, float threshold)
{
    const float score = *one.judgement->scores.overall;
    return {.number = number,
            .retryStrategy = number > 1 ? std::optional(RetryStrategy::UpgradeModel) : std::nullopt,
            .changes =
                number > 1 ? QStringList{u"fast-8b → premium-70b"_s, u"+ tool result"_s} : QStringList{},
            .candidates = {one},
            .verdict = {.passed = score >= threshold, .score = score, .threshold = threshold},
            .latency = milliseconds(2430),
            .cost = {.amount = Micros{1300}}};
}

inline QList<StageRecord> stages(int attempts, bool finished)
{
    QList<StageRecord> all{{.stage = Stage::Predict,
                            .status = StageStatus::Done,
                            .duration = milliseconds(84),
                            .summary = u"0.91"_s},
                           {.stage = Stage::Route,
                            .status = StageStatus::Done,
                            .startedAfter = milliseconds(84),
                            .duration = milliseconds(12),
                            .summary = u"direct"_s},
                           {.stage = Stage::Retrieve,
                            .attempt = 1,
                            .status = StageStatus::Done,
                            .startedAfter = milliseconds(96),
                            .duration = milliseconds(322),
                            .summary = u"8 docs"_s},
                           {.stage = Stage::Grade,
                            .attempt = 1,
                            .status = StageStatus::Done,
                            .startedAfter = milliseconds(418),
                            .duration = milliseconds(286),
                            .summary = u"5 / 2 / 1"_s},
                           {.stage = Stage::Check,
                            .attempt = 1,
                            .status = StageStatus::Done,
                            .startedAfter = milliseconds(704),
                            .duration = milliseconds(312),
                            .summary = u"1 result"_s}};
    int start = 1016;
    for (int i = 1; i <= attempts; ++i) {
        const bool open = !finished && i == attempts;
        all.append({.stage = Stage::Draft,
                    .attempt = i,
                    .status = open ? StageStatus::Running : StageStatus::Done,
                    .startedAfter = milliseconds(start),
                    .duration = milliseconds(open ? 0 : 880)});
        if (open)
            break;
        all.append({.stage = Stage::Validate,
                    .attempt = i,
                    .status = StageStatus::Done,
                    .startedAfter = milliseconds(start + 880),
                    .duration = milliseconds(58),
                    .summary = u"valid"_s});
        all.append({.stage = Stage::Judge,
                    .attempt = i,
                    .status = StageStatus::Done,
                    .startedAfter = milliseconds(start + 938),
                    .duration = milliseconds(472),
                    .summary = u"0.97"_s});
        start += 1410;
    }
    return all;
}

inline Turn finished(int number, const QString &question, const QString &answer, float score,
                     float threshold = 0.95F, int attempts = 1)
{
    Turn turn{.id = u"tn_%1"_s.arg(number),
              .threadId = u"th_7c41e2"_s,
              .number = number,
              .question = question,
              .askedAt = at(14, number % 60),
              .status = score >= threshold ? TurnStatus::Passed : TurnStatus::Failed,
              .route = {.confidence = 0.68,
                        .tier = attempts > 1 ? Tier::Premium : Tier::Fast,
                        .strategy = attempts > 1 ? Strategy::SearchFirst : Strategy::Direct,
                        .model = u"fast-8b"_s,
                        .reason = u"Confidence is high."_s},
              .bestAttempt = attempts,
              .answer = answer,
              .stages = stages(attempts, true),
              .cost = {.amount = Micros{attempts > 1 ? 5800 : 1200}},
              .latency = milliseconds(attempts > 1 ? 4860 : 1280)};
    for (int i = 1; i <= attempts; ++i) {
        const bool last = i == attempts;
        turn.attempts.append(
            attempt(i,
                    candidate(attempts > 1 && last ? u"premium-70b"_s : u"fast-8b"_s,
                              attempts > 1 && last ? Tier::Premium : Tier::Fast,
                              last ? answer : u"An earlier draft."_s, last ? score : std::min(score, 0.82F)),
                    threshold));
    }
    turn.verdict = turn.attempts.last().verdict;
    return turn;
}

/// The three turns of the picture without the running one.
inline QList<Turn> picture()
{
    Turn first = finished(
        11, u"Why was the Lumen Studio workspace charged twice on 3 March?"_s,
        u"Two invoices were issued because the workspace moved from monthly to annual billing while a proration was still open [1]. INV-20931 (€1,188.00) is the annual plan. INV-20934 (€99.00) is the last monthly cycle, which the migration job should have voided [2]."_s,
        0.98F);
    first.askedAt = at(14, 1);
    first.evidence = {source(u"1"_s, u"Billing migration runbook §4"_s),
                      source(u"2"_s, u"INV-20934 audit log"_s)};
    Turn second = finished(
        12, u"Can they get the €99 back, and how long will it take?"_s,
        u"Yes. INV-20934 was settled 9 days ago and is marked `superseded` [T1], so it qualifies for an automatic refund inside the 60-day window [1]. Issue it from **Billing › Invoices › Refund**. Do not use a manual credit note: it would leave the VAT line open [2].\n\n- Card refunds arrive in 5–7 business days, SEPA in 2–3 [3].\n- The customer is e-mailed when the refund settles [3]."_s,
        0.97F, 0.95F, 2);
    second.askedAt = at(14, 3);
    second.evidence = {source(u"T1"_s, u"billing.get_invoice"_s), source(u"1"_s, u"Refund policy §3.2"_s),
                       source(u"2"_s, u"VAT on refunds"_s), source(u"3"_s, u"Payout timing by method"_s),
                       source(u"4"_s, u"Proration FAQ"_s, false)};
    return {first, second};
}

/// The running turn of the picture.
inline Turn running(int number = 13)
{
    return {.id = u"tn_%1"_s.arg(number),
            .threadId = u"th_7c41e2"_s,
            .number = number,
            .question = u"Draft a short reply to the customer that explains this, in German."_s,
            .askedAt = utcNow() - std::chrono::seconds(3),
            .status = TurnStatus::Running,
            .route = {.confidence = 0.91,
                      .tier = Tier::Fast,
                      .strategy = Strategy::Direct,
                      .model = u"fast-8b"_s},
            .evidence = {source(u"1"_s, u"Refund policy §3.2"_s)},
            .stages = stages(1, false)};
}

inline const QString runningText()
{
    return u"Guten Tag Frau Brandt,\n\nvielen Dank für Ihre Geduld. Die zweite Abbuchung über 99,00 € gehört zu Ihrem letzten Monatszyklus und hätte bei der Umstellung auf das Jahresabo storniert werden müssen [1]. Wir erstatten den Betrag automatisch; bei Kartenzahlung trifft er in "_s;
}

} // namespace assay::samples
