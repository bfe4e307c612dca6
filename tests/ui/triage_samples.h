// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/sqlite_store.h"
#include "ui/ask_samples.h"
#include "unit/triage_fixture.h"

#include <QtCore/QDir>

// Turns that need looking at, as the design's picture of Triage has them.
namespace assay::samples {

struct TriageLine
{
    int hour = 0;
    int minute = 0;
    float score = 0.0F;
    const char *question = "";
    const char *model = "fast-8b";
    int attempts = 1;
    qint64 micros = 0;
    QStringList issues{};
    bool bad = false; ///< labelled bad, and it passed
};

inline QList<TriageLine> triageLines()
{
    const QStringList ignored{u"tool_results_ignored"_s};
    const QStringList incomplete{u"incomplete_coverage"_s};
    return {
        {14, 6, 0.71F, "Why was my seat count raised after the trial?", "fast-8b", 4, 3100, ignored},
        {14, 6, 0.82F, "Is invoice INV-20877 already settled?", "fast-8b", 2, 1300, ignored},
        {14, 2, 0.79F, "Which regions store our backups?", "fast-8b", 4, 2800, ignored},
        {13, 58, 0.84F, "Can I move the renewal to January?", "premium-70b", 3, 6100, ignored + incomplete},
        {13, 51, 0.88F, "How do I export the audit log?", "fast-8b", 3, 1900, ignored},
        {13, 47, 0.91F, "List every limit of the Team plan", "premium-70b", 4, 7200, incomplete},
        {13, 40, 0.94F, "Does SSO work with two identity providers?", "fast-8b", 2, 1200, incomplete},
        {13, 22, 0.89F, "What happens to files when a user leaves?", "fast-8b", 3, 2200, incomplete},
        {12, 58, 0.97F, "Cancel my plan today and refund the rest", "fast-8b", 1, 1100, {}, true},
        {12, 31, 0.96F, "Is the EU data boundary on by default?", "premium-70b", 1, 4800, {}, true},
        {11, 9, 0.66F, "When does the price change take effect?", "fast-8b", 4, 3400, {u"factual_errors"_s}},
        {10, 44, 0.74F, "How many seats may an account have?", "fast-8b", 4, 3000, {u"factual_errors"_s}}};
}

inline Turn triageTurn(const TriageLine &line, int id)
{
    Turn turn = test::failedTurn({.id = id,
                                  .thread = u"th_51aa%1"_s.arg(id, 2, 10, QChar(u'0')),
                                  .number = 4,
                                  .score = line.score,
                                  .issues = line.issues,
                                  .model = QString::fromLatin1(line.model),
                                  .question = QString::fromUtf8(line.question),
                                  .passed = line.bad});
    turn.askedAt =
        fromMicros(QDateTime(QDate::currentDate(), QTime(line.hour, line.minute)).toMSecsSinceEpoch() * 1000);
    turn.answer =
        u"I couldn’t find the status of that invoice. Please check Billing › Invoices, or contact your administrator."_s;
    turn.evidence = {source(u"1"_s, u"Where receipts are kept §2"_s, false),
                     source(u"2"_s, u"Reading an invoice"_s, false),
                     source(u"T1"_s, u"billing.get_invoice"_s, false)};
    turn.evidence[2].text = u"settled 2026-03-02"_s;
    turn.evidence[2].grade = Relevance::Relevant;
    Attempt &first = turn.attempts.first();
    Candidate &answer = first.candidates.first();
    answer.answer = turn.answer;
    answer.check = {.state = ResponseState::ToolResultsIgnored, .phrase = u"couldn’t find"_s};
    if (!line.issues.contains(u"tool_results_ignored"_s))
        answer.check = {};
    answer.judgement->reasoning =
        u"The tool returned a settled invoice, yet the reply says it could not be found. Relevance is fair, completeness fails because the status is the whole question."_s;
    first.candidates.first().cost.amount = Micros{line.micros / line.attempts};
    first.cost.amount = Micros{line.micros / line.attempts};
    const Attempt sent = first;
    for (int n = 2; n <= line.attempts; ++n) {
        Attempt again = sent;
        again.number = n;
        again.retryStrategy = RetryStrategy::StrongerPrompt;
        turn.attempts.append(again);
    }
    turn.bestAttempt = line.attempts;
    turn.cost.amount = Micros{line.micros};
    return turn;
}

/// Writes turns and labels into the store of a data directory.
inline void writeTriage(const QString &data, const QList<Turn> &turns, const QList<int> &labelledBad = {})
{
    QDir().mkpath(data);
    auto opened = openStore(data + u"/assay.db"_s);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message));
    QList<StoreRecord> records;
    for (const Turn &turn : turns)
        records.append(test::turnRecord(records.size(), turn));
    for (const int id : labelledBad)
        records.append(test::labelRecord(records.size(), id, turns.at(id - 1).threadId, Label::Bad));
    if (const auto written = opened->store->write(test::batchOf(records)); !written)
        qFatal("%s", qPrintable(written.error().message));
}

inline void writeTriageSamples(const QString &data)
{
    QList<Turn> turns;
    QList<int> bad;
    for (const TriageLine &line : triageLines()) {
        turns.append(triageTurn(line, static_cast<int>(turns.size()) + 1));
        if (line.bad)
            bad.append(static_cast<int>(turns.size()));
    }
    writeTriage(data, turns, bad);
}

} // namespace assay::samples
