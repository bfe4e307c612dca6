// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/triage_store.h"
#include "store/triage_table.h"
#include "unit/store_fixture.h"

namespace assay::test {

struct FailedTurn
{
    int id = 1;
    QString thread = u"th_1"_s;
    int number = 1;
    float score = 0.7F;
    QStringList issues{};
    QString model = u"fast-8b"_s;
    QString question = u"How do I ask for a refund?"_s;
    bool passed = false;
};

inline QString turnName(int id)
{
    return u"tn_%1"_s.arg(id, 12, 10, QChar(u'0'));
}

/// A turn whose answer was judged once, and failed unless it says otherwise.
inline Turn failedTurn(const FailedTurn &what)
{
    Turn turn = sampleTurn(turnName(what.id), what.thread, what.number);
    turn.askedAt = fromMicros(1'795'000'000'000'000 + what.id * 1'000'000LL);
    turn.question = what.question;
    turn.status = what.passed ? TurnStatus::Passed : TurnStatus::Failed;
    turn.policy.judgeModel = u"judge-1"_s;
    turn.attempts.removeLast();
    turn.bestAttempt = 1;
    turn.verdict = {.passed = what.passed, .score = what.score, .threshold = 0.95F, .policyRevision = 7};
    Candidate &answer = turn.attempts.first().candidates.first();
    answer.model = what.model;
    answer.judgement->issues = what.issues;
    answer.judgement->scores = {
        .accuracy = what.score, .relevance = 0.9F, .completeness = 0.8F, .overall = what.score};
    turn.attempts.first().verdict = turn.verdict;
    turn.answer = answer.answer;
    return turn;
}

inline StoreRecord labelRecord(qint64 offset, int id, const QString &thread, Label label)
{
    StoreRecord record{.event = eventRow(offset)};
    record.event.threadId = thread;
    record.event.turnId = turnName(id);
    record.label = LabelRow{.turnId = turnName(id), .label = label, .note = u"by hand"_s};
    return record;
}

inline TriageTable::TextReader textsOf(TriageStore &store)
{
    return [&store](qint64 row) {
        const auto read = store.texts(row);
        return TriageTable::Texts{.question = read->question, .answer = read->answer};
    };
}

inline Filter filterOf(const QString &text)
{
    const auto filter = parseFilter(text, FilterUse::Turns);
    if (!filter)
        qFatal("%s", qPrintable(filter.error().sentence));
    return *filter;
}

} // namespace assay::test
