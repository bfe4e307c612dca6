// SPDX-License-Identifier: Apache-2.0
#include "turn/filter_turn.h"
#include "unit/triage_fixture.h"

#include <QtTest/QTest>

using namespace assay;
using namespace assay::test;
using namespace Qt::StringLiterals;

namespace {

const UtcTime now = fromMicros(1'795'000'100'000'000);
const QString me = u"Ada"_s;

/// A store with a queue, and the queue read into memory.
struct Bench
{
    QTemporaryDir dir{};
    std::unique_ptr<Store> store = opened(dir);
    std::unique_ptr<TriageStore> triage =
        std::move(*TriageStore::open(dir.filePath(u"assay.db"_s), [] { return now; }));
    TriageTable table{};
    qint64 offset = 0;

    void write(const FailedTurn &turn) { writeRecord(turnRecord(offset, failedTurn(turn))); }
    void writeRecord(const StoreRecord &record)
    {
        const auto written = store->write(batchOf({record}));
        QVERIFY2(written, written ? "" : qPrintable(written.error().message));
        ++offset;
    }
    void label(int id, Label label) { writeRecord(labelRecord(offset, id, u"th_1"_s, label)); }

    void read()
    {
        QVERIFY(triage->itemsAfter(table.version(), [this](TriageItem &&item) {
            table.put(item);
            return true;
        }));
    }

    TriageListing list(TriageScope scope = TriageScope::All, const QString &filter = {},
                       TriageGrouping grouping = TriageGrouping::Issue, UtcTime at = now)
    {
        read();
        auto listing = table.list({.filter = filterOf(filter),
                                   .scope = scope,
                                   .grouping = grouping,
                                   .who = me,
                                   .now = at,
                                   .dayStart = now - std::chrono::hours(1)},
                                  textsOf(*triage), {});
        return listing ? std::move(*listing) : TriageListing{};
    }

    QStringList ids(TriageScope scope = TriageScope::All, const QString &filter = {}, UtcTime at = now)
    {
        QStringList all;
        for (const quint32 place : list(scope, filter, TriageGrouping::Model, at).places)
            all.append(QString::number(table.at(place).turnId.mid(3).toInt()));
        all.sort();
        return all;
    }

    TriageItem item(int id)
    {
        read();
        for (quint32 place = 0; place < static_cast<quint32>(table.size()); ++place)
            if (table.at(place).turnId == turnName(id))
                return table.at(place);
        return {};
    }

    TriageOutcome apply(int id, const TriageChange &change, const QString &who = me)
    {
        const TriageItem seen = item(id);
        return *triage->apply({{.row = seen.row, .edit = seen.edit}}, change, who);
    }
};

using Kind = TriageChange::Kind;

} // namespace

class TriageStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTurnIsQueuedForItsReasons_data()
    {
        QTest::addColumn<bool>("passed");
        QTest::addColumn<int>("label");
        QTest::addColumn<bool>("alert");
        QTest::addColumn<int>("reasons");
        const auto none = static_cast<int>(Label::None);
        const auto good = static_cast<int>(Label::Good);
        const auto bad = static_cast<int>(Label::Bad);
        QTest::newRow("a turn that passed is not looked at") << true << none << false << -1;
        QTest::newRow("one that failed the gate is") << false << none << false << 1;
        QTest::newRow("one labelled bad is, though it passed") << true << bad << false << 2;
        QTest::newRow("one labelled good is not") << true << good << false << -1;
        QTest::newRow("a failed one labelled bad has two reasons") << false << bad << false << 3;
        QTest::newRow("a failed one labelled good stays, for it failed") << false << good << false << 1;
        QTest::newRow("one that raised an alert is") << true << none << true << 4;
    }
    void aTurnIsQueuedForItsReasons()
    {
        QFETCH(bool, passed);
        QFETCH(int, label);
        QFETCH(bool, alert);
        QFETCH(int, reasons);
        Bench bench;
        bench.write({.issues = {u"low_accuracy"_s}, .passed = passed});
        if (label != static_cast<int>(Label::None))
            bench.label(1, static_cast<Label>(label));
        if (alert)
            QCOMPARE(*bench.triage->queueAlerted({turnName(1), u"tn_unknown"_s}, u"Low Quality"_s), 1);
        QCOMPARE(bench.list().places.size(), reasons < 0 ? 0U : 1U);
        if (reasons < 0)
            return;
        const TriageItem item = bench.item(1);
        QCOMPARE(item.reasons.toInt(), reasons);
        QCOMPARE(item.judge, passed ? QString() : u"judge-1"_s);
        if (!passed)
            QCOMPARE(item.issues, QStringList{u"low_accuracy"_s});
    }

    void aLabelTakenBackTakesTheTurnOut()
    {
        Bench bench;
        bench.write({.passed = true});
        bench.label(1, Label::Bad);
        QCOMPARE(bench.ids(), QStringList{u"1"_s});
        bench.label(1, Label::None);
        QCOMPARE(bench.ids(), QStringList{});
    }

    void aRerunIsNotQueued()
    {
        Bench bench;
        bench.write({.thread = u"rr_000000000001"_s});
        QCOMPARE(bench.ids(), QStringList{});
    }

    void changesMakeTheScopes()
    {
        Bench bench;
        for (int id = 1; id <= 5; ++id)
            bench.write({.id = id, .thread = u"th_%1"_s.arg(id)});
        bench.apply(1, {.kind = Kind::Assign, .text = me});
        bench.apply(2, {.kind = Kind::Resolve});
        bench.apply(3, {.kind = Kind::Snooze, .until = now + std::chrono::hours(1)});
        bench.apply(4, {.kind = Kind::Assign, .text = u"Bob"_s});
        bench.apply(5, {.kind = Kind::Note, .text = u"ask billing"_s});
        QCOMPARE(bench.ids(TriageScope::Open), (QStringList{u"1"_s, u"4"_s, u"5"_s}));
        QCOMPARE(bench.ids(TriageScope::Mine), QStringList{u"1"_s});
        QCOMPARE(bench.ids(TriageScope::Resolved), QStringList{u"2"_s});
        QCOMPARE(bench.ids(TriageScope::Snoozed), QStringList{u"3"_s});
        QCOMPARE(bench.ids(TriageScope::Snoozed, {}, now + std::chrono::hours(2)), QStringList{});
        QCOMPARE(bench.ids(TriageScope::Open, {}, now + std::chrono::hours(2)).size(), 4);
        QCOMPARE(bench.item(5).state.note, u"ask billing"_s);
        const TriageCounts counts = bench.list(TriageScope::Mine, u"score < 0.1"_s).counts;
        QCOMPARE(counts,
                 (TriageCounts{.open = 3, .mine = 1, .snoozed = 1, .resolved = 1, .resolvedToday = 1}));
    }

    void aWorseTurnOpensItAgain_data()
    {
        QTest::addColumn<bool>("snoozed");
        QTest::addColumn<float>("score");
        QTest::addColumn<QString>("thread");
        QTest::addColumn<bool>("opens");
        QTest::newRow("a worse one of its thread") << false << 0.5F << u"th_1"_s << true;
        QTest::newRow("a better one does not") << false << 0.8F << u"th_1"_s << false;
        QTest::newRow("as bad as before does not") << false << 0.7F << u"th_1"_s << false;
        QTest::newRow("one of another thread does not") << false << 0.5F << u"th_2"_s << false;
        QTest::newRow("one that was put off comes back too") << true << 0.5F << u"th_1"_s << true;
    }
    void aWorseTurnOpensItAgain()
    {
        QFETCH(bool, snoozed);
        QFETCH(float, score);
        QFETCH(QString, thread);
        QFETCH(bool, opens);
        Bench bench;
        bench.write({.score = 0.7F});
        bench.apply(1, snoozed ? TriageChange{.kind = Kind::Snooze, .until = now + std::chrono::hours(9)}
                               : TriageChange{.kind = Kind::Resolve});
        bench.write({.id = 2, .thread = thread, .number = 2, .score = score});
        const TriageItem item = bench.item(1);
        QCOMPARE(item.state.isOpen(now), opens);
        QCOMPARE(item.state.reopened, opens);
        const auto log = *bench.triage->log(turnName(1));
        QCOMPARE(log.size(), opens ? 2 : 1);
        if (opens) {
            QCOMPARE(log.first().who, u"assay"_s);
            QCOMPARE(log.first().action, u"reopen"_s);
            QCOMPARE(log.first().fact, u"turn 2, 0.50"_s);
        }
    }

    void everyActionIsUndone_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("assign") << static_cast<int>(Kind::Assign);
        QTest::newRow("note") << static_cast<int>(Kind::Note);
        QTest::newRow("resolve") << static_cast<int>(Kind::Resolve);
        QTest::newRow("snooze") << static_cast<int>(Kind::Snooze);
        QTest::newRow("reopen") << static_cast<int>(Kind::Reopen);
        QTest::newRow("wake") << static_cast<int>(Kind::Wake);
    }
    void everyActionIsUndone()
    {
        QFETCH(int, kind);
        Bench bench;
        bench.write({});
        if (static_cast<Kind>(kind) == Kind::Reopen)
            bench.apply(1, {.kind = Kind::Resolve}, u"Bob"_s);
        if (static_cast<Kind>(kind) == Kind::Wake)
            bench.apply(1, {.kind = Kind::Snooze, .until = now + std::chrono::hours(1)}, u"Bob"_s);
        const TriageState before = bench.item(1).state;
        const TriageChange change{
            .kind = static_cast<Kind>(kind), .text = u"“x”, \n{}"_s, .until = now + std::chrono::hours(4)};
        QCOMPARE(bench.apply(1, change).changed, 1);
        QVERIFY(!(bench.item(1).state == before));
        const auto undone = bench.triage->undo(me);
        QVERIFY(undone);
        QCOMPARE(undone->action, tokenOf(change.kind));
        QCOMPARE(undone->changed, 1);
        QVERIFY(bench.item(1).state == before);
        const auto log = *bench.triage->log(turnName(1));
        QCOMPARE(log.at(0).action, u"undo"_s);
        QVERIFY(log.at(1).undone);
        QVERIFY(bench.triage->undo(me)->action.isEmpty());
    }

    void labelsAndViewsAreUndone()
    {
        Bench bench;
        bench.write({});
        const TriageRelabel before{
            .turnId = turnName(1), .threadId = u"th_1"_s, .label = Label::Good, .note = u"was"_s};
        QVERIFY(bench.triage->noteLabels({before}, Label::Bad, u"wrong tone"_s, me));
        QCOMPARE(bench.triage->undo(me)->labels, QList{before});
        const TriageView first{
            .name = u"Mine"_s, .filter = u"score < 0.8"_s, .scope = u"open"_s, .grouping = u"model"_s};
        TriageView second = first;
        second.filter = u"model = x"_s;
        QVERIFY(bench.triage->saveView(first, me));
        QVERIFY(bench.triage->saveView(second, me));
        QCOMPARE(*bench.triage->views(), QList{second});
        QVERIFY(bench.triage->deleteView(u"Mine"_s, me));
        QCOMPARE(bench.triage->views()->size(), 0);
        QCOMPARE(bench.triage->undo(me)->action, u"delete_view"_s);
        QCOMPARE(*bench.triage->views(), QList{second});
        bench.triage->undo(me).value();
        QCOMPARE(*bench.triage->views(), QList{first});
        bench.triage->undo(me).value();
        QCOMPARE(bench.triage->views()->size(), 0);
    }

    void nobodyOverwritesWhatTheyHaveNotSeen()
    {
        Bench bench;
        bench.write({});
        const TriageItem seen = bench.item(1);
        bench.apply(1, {.kind = Kind::Assign, .text = u"Bob"_s}, u"Bob"_s);
        const auto outcome =
            bench.triage->apply({{.row = seen.row, .edit = seen.edit}}, {.kind = Kind::Resolve}, me);
        QCOMPARE(outcome->changed, 0);
        QCOMPARE(outcome->conflicts, QStringList{turnName(1)});
        QVERIFY(!bench.item(1).state.resolved);
        // Nor does undo: what somebody did since stays.
        bench.apply(1, {.kind = Kind::Resolve});
        bench.apply(1, {.kind = Kind::Note, .text = u"no"_s}, u"Bob"_s);
        QCOMPARE(bench.triage->undo(me)->conflicts, QStringList{turnName(1)});
        QVERIFY(bench.item(1).state.resolved);
    }

    void groupsStandByTheirSize()
    {
        Bench bench;
        const QStringList issues{u"low_accuracy"_s, u"tool_results_ignored"_s, u"tool_results_ignored"_s, {}};
        for (int id = 1; id <= 4; ++id)
            bench.write(
                {.id = id,
                 .issues = issues.at(id - 1).isEmpty() ? QStringList{} : QStringList{issues.at(id - 1)}});
        bench.write({.id = 5, .issues = {u"low_accuracy"_s}, .passed = true});
        bench.label(5, Label::Bad);
        const TriageListing list = bench.list();
        QCOMPARE(list.groups.size(), 4);
        QCOMPARE(list.groups.at(0), (TriageGroup{.name = u"tool_results_ignored"_s, .first = 0, .count = 2}));
        QCOMPARE(list.groups.at(1).name, u"low_accuracy"_s);
        QVERIFY(list.groups.at(2).kind == TriageGroup::Kind::LabelledBad);
        QVERIFY(list.groups.at(3).kind == TriageGroup::Kind::NoIssue);
        QCOMPARE(bench.table.at(list.places.at(0)).turnId, turnName(3)); // the newest first
    }

    void questionsThatAskTheSameStandTogether()
    {
        Bench bench;
        const QStringList questions{u"How do I export the audit log?"_s, u"Exporting audit logs, how?"_s,
                                    u"Is my invoice settled?"_s, u"…?"_s, u"How to export an audit log"_s};
        for (int id = 1; id <= questions.size(); ++id)
            bench.write({.id = id, .question = questions.at(id - 1)});
        const TriageListing list = bench.list(TriageScope::Open, {}, TriageGrouping::Similar);
        QCOMPARE(list.groups.size(), 3);
        QCOMPARE(list.groups.first().count, 3);
        QCOMPARE(list.groups.first().name, questions.last());
    }

    void theFilterSaysWhatItSaysOfTurns_data()
    {
        QTest::addColumn<QString>("filter");
        for (const char *filter : {"score < 0.7",
                                   "score >= 0.7 and accuracy < 0.8",
                                   "issue = low_accuracy",
                                   "issue != low_accuracy",
                                   "not exists issue",
                                   "issues > 1",
                                   "model ~ \"fast\"",
                                   "model in (premium-70b, other)",
                                   "thread = th_2",
                                   "turn ~ \"3$\"",
                                   "label = bad",
                                   "label != bad",
                                   "status = failed",
                                   "passed = no",
                                   "refund",
                                   "invoice or score < 0.65",
                                   "retries = 0",
                                   "cost > $0.001",
                                   "latency < 1s",
                                   "time > 2026-01-01",
                                   "tier = fast and strategy = search_first",
                                   "confidence > 0.5",
                                   "turn_number > 1",
                                   "threshold = 0.95",
                                   "relevance >= 0.9 and completeness <= 0.8"})
            QTest::newRow(filter) << QString::fromLatin1(filter);
    }
    void theFilterSaysWhatItSaysOfTurns()
    {
        QFETCH(QString, filter);
        Bench bench;
        QStringList expected;
        for (int id = 1; id <= 6; ++id) {
            bench.write({.id = id,
                         .thread = u"th_%1"_s.arg(id % 3),
                         .number = id,
                         .score = 0.5F + 0.05F * static_cast<float>(id),
                         .issues = QStringList{u"low_accuracy"_s, u"incomplete_coverage"_s}.mid(0, id % 3),
                         .model = id % 2 == 0 ? u"premium-70b"_s : u"fast-8b"_s,
                         .question = id == 4 ? u"Is the Invoice paid?"_s : u"How do I ask for a refund?"_s});
            if (id == 2)
                bench.label(2, Label::Bad);
            const Turn turn = *bench.store->turn(turnName(id));
            if (filterOf(filter).matches(TurnFilterRow(turn), now))
                expected.append(QString::number(id));
        }
        QCOMPARE(bench.ids(TriageScope::All, filter), expected);
    }

    void aColumnThatIsNotKeptIsSaid()
    {
        Bench bench;
        bench.write({});
        bench.read();
        const auto listing =
            bench.table.list({.filter = filterOf(u"tokens > 5"_s)}, textsOf(*bench.triage), {});
        QVERIFY(!listing && listing.error().message.contains(u"tokens"_s));
    }

    void closeToTheThreshold_data()
    {
        QTest::addColumn<float>("score");
        QTest::addColumn<double>("variance");
        QTest::addColumn<bool>("close");
        QTest::newRow("within two deviations") << 0.94F << 0.0001 << true;
        QTest::newRow("above it too") << 0.96F << 0.0001 << true;
        QTest::newRow("further away") << 0.91F << 0.0001 << false;
        QTest::newRow("a judge that always says the same") << 0.95F << 0.0 << false;
    }
    void closeToTheThreshold()
    {
        QFETCH(float, score);
        QFETCH(double, variance);
        QFETCH(bool, close);
        QCOMPARE(isTooCloseToCall(score, 0.95F, variance), close);
        QVERIFY(!isTooCloseToCall({}, 0.95F, variance));
    }

    void spreadsArePooled()
    {
        Bench bench;
        QVERIFY(bench.triage->addSpread({.judge = u"j"_s, .repeats = 4, .variance = 0.01}));
        QVERIFY(bench.triage->addSpread({.judge = u"j"_s, .repeats = 12, .variance = 0.05}));
        const JudgeSpread spread = bench.triage->spreads()->first();
        QCOMPARE(spread.repeats, 16);
        QVERIFY(qFuzzyCompare(spread.variance, 0.04));
    }
};

QTEST_GUILESS_MAIN(TriageStoreTest)
#include "tst_triage_store.moc"
