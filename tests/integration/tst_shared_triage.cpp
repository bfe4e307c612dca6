// SPDX-License-Identifier: Apache-2.0
#include "service/triage_host.h"
#include "store/triage_store.h"
#include "unit/triage_fixture.h"

#include <QtCore/QProcess>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <random>
#include <thread>

using namespace assay;
using namespace assay::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000;

SharedTriageConfig shared()
{
    return {.database = qEnvironmentVariable("PG_ADDRESS") + u"?sslmode=verify-full&sslrootcert="_s +
                        qEnvironmentVariable("PG_AUTHORITY"),
            .password = qEnvironmentVariable("PG_PASSWORD")};
}

void server(const QString &command)
{
    QProcess process;
    process.start(qEnvironmentVariable("POSTGRES_SCRIPT"), {command, qEnvironmentVariable("POSTGRES_DIR")});
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 0);
}

/// One console: a store of its own with failed turns `first` … `first` + 9, and the queue over it.
struct Console
{
    Console(int first, int turns, bool joins = true) : store(opened(folder)), next(first)
    {
        for (int i = 0; i < turns; ++i)
            add();
        host = std::make_unique<TriageHost>(folder.filePath(u"assay.db"_s));
        if (joins)
            host->setShared(shared());
    }
    ~Console() { host.reset(); }

    void add()
    {
        const int id = next++;
        QVERIFY(store->write(
            batchOf({turnRecord(id, failedTurn({.id = id, .thread = u"th_%1"_s.arg(id), .score = 0.5F}))})));
    }
    template<typename T, typename Ask>
    Result<T> answerTo(Ask ask)
    {
        std::optional<Result<T>> answer;
        ask([&answer](const Result<T> &result) { answer = result; });
        const bool answered = QTest::qWaitFor([&] { return answer.has_value(); }, patience);
        return answered ? *answer : Result<T>(fail(Errc::Timeout, u"no answer"_s));
    }
    /// A fresh list of everything.
    QList<TriageRow> rows()
    {
        const QSignalSpy lists(host.get(), &TriageHost::listReady);
        host->setQuery({.scope = TriageScope::All});
        if (!QTest::qWaitFor([&] { return !lists.isEmpty(); }, patience))
            return {};
        return answerTo<QList<TriageRow>>(
                   [&](auto reply) { host->readRows(host->list().number, 0, 512, context.get(), reply); })
            .value_or(QList<TriageRow>());
    }
    TriageItem item(int id)
    {
        for (const TriageRow &row : rows())
            if (row.item.turnId == turnName(id))
                return row.item;
        return {};
    }
    Result<TriageOutcome> apply(const TriageItem &seen, const TriageChange &change, const QString &who)
    {
        return answerTo<TriageOutcome>([&](auto reply) {
            host->apply({.targets = {{.row = seen.row, .edit = seen.edit}}}, change, who, context.get(),
                        reply);
        });
    }
    QList<TriageLogEntry> log(int id)
    {
        return answerTo<QList<TriageLogEntry>>(
                   [&](auto reply) { host->readLog(turnName(id), context.get(), reply); })
            .value_or(QList<TriageLogEntry>());
    }

    QTemporaryDir folder;
    std::unique_ptr<QObject> context = std::make_unique<QObject>();
    std::unique_ptr<Store> store;
    int next;
    std::unique_ptr<TriageHost> host;
};

const TriageChange resolve{.kind = TriageChange::Kind::Resolve};

} // namespace

/// Several consoles on one queue, in a real PostgreSQL that tests/services/postgres.sh starts. Every test has
/// turns of its own; the database keeps those of the tests before.
class TestSharedTriage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(qEnvironmentVariableIsSet("PG_ADDRESS"),
                 "PG_ADDRESS is not set: run this test through tests/services/postgres.sh run");
    }

    void whatOneConsoleDoesTheOtherSees()
    {
        Console ada(100, 3);
        Console bo(100, 3);
        const auto outcome = ada.apply(ada.item(101), resolve, u"Ada"_s);
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message));
        QCOMPARE(outcome->changed, 1);
        QVERIFY(bo.item(101).state.resolved);
        QVERIFY(!bo.item(100).state.resolved);
        QCOMPARE(bo.log(101).size(), 1);
        QCOMPARE(bo.log(101).first().who, u"Ada"_s);
        QCOMPARE(bo.log(101).first().at, ada.log(101).first().at);
    }

    /// Nobody asks: the console looks by itself.
    void theOtherSeesItWithoutAKey()
    {
        Console ada(150, 1);
        Console bo(150, 1);
        QVERIFY(!bo.item(150).state.resolved);
        const QSignalSpy lists(bo.host.get(), &TriageHost::listReady);
        QVERIFY(ada.apply(ada.item(150), resolve, u"Ada"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!lists.isEmpty(), patience);
    }

    void nobodyOverwritesWhatTheyHaveNotSeen()
    {
        Console ada(200, 2);
        Console bo(200, 2);
        const TriageItem seen = bo.item(200);
        QVERIFY(ada.apply(ada.item(200), {.kind = TriageChange::Kind::Assign, .text = u"Ada"_s}, u"Ada"_s));
        const auto outcome = bo.apply(seen, resolve, u"Bo"_s);
        QVERIFY(outcome);
        QCOMPARE(outcome->changed, 0);
        QCOMPARE(outcome->conflicts, QStringList{turnName(200)});
        for (Console *console : {&ada, &bo}) {
            QCOMPARE(console->item(200).state.assignee, u"Ada"_s);
            QVERIFY(!console->item(200).state.resolved);
        }
        QCOMPARE(bo.apply(bo.item(200), resolve, u"Bo"_s)->changed, 1); // now that it was seen
        QVERIFY(ada.item(200).state.resolved);
    }

    void takingBackTravelsToo()
    {
        Console ada(300, 1);
        Console bo(300, 1);
        QVERIFY(ada.apply(ada.item(300), resolve, u"Ada"_s));
        QVERIFY(bo.item(300).state.resolved);
        const auto undone = ada.answerTo<TriageUndone>(
            [&](auto reply) { ada.host->undo(u"Ada"_s, ada.context.get(), reply); });
        QCOMPARE(undone->changed, 1);
        QVERIFY(!bo.item(300).state.resolved);
        QCOMPARE(bo.log(300).first().action, u"undo"_s);
    }

    void aTurnThatComesLaterGetsItsState()
    {
        Console ada(400, 2);
        Console bo(400, 1);
        QVERIFY(
            ada.apply(ada.item(401), {.kind = TriageChange::Kind::Note, .text = u"called them"_s}, u"Ada"_s));
        QCOMPARE(bo.rows().size(), 1);
        bo.add();
        QCOMPARE(bo.item(401).state.note, u"called them"_s);
    }

    void aConsoleThatJoinsLaterReadsItAll()
    {
        Console ada(500, 2);
        QVERIFY(ada.apply(ada.item(500), resolve, u"Ada"_s));
        QVERIFY(ada.apply(ada.item(501), {.kind = TriageChange::Kind::Assign, .text = u"Bo"_s}, u"Ada"_s));
        Console late(500, 2);
        QVERIFY(late.item(500).state.resolved);
        QCOMPARE(late.item(501).state.assignee, u"Bo"_s);
        // And another, over the same store, does not do it twice.
        const qsizetype lines = late.log(500).size();
        late.host = std::make_unique<TriageHost>(late.folder.filePath(u"assay.db"_s));
        late.host->setShared(shared());
        QVERIFY(late.item(500).state.resolved);
        QCOMPARE(late.log(500).size(), lines);
    }

    void textIsOnlyText()
    {
        Console ada(600, 1);
        Console bo(600, 1);
        const QString nasty = u"'); DROP TABLE assay_triage_log; -- \u00e4\u4e2d\U0001F600 \\ \" $1"_s;
        QVERIFY(ada.apply(ada.item(600), {.kind = TriageChange::Kind::Note, .text = nasty}, u"O'Neill"_s));
        QCOMPARE(bo.item(600).state.note, nasty);
        QCOMPARE(bo.log(600).first().who, u"O'Neill"_s);
    }

    void manyAtOnceComeToTheSame();
    void whileTheDatabaseIsAwayNothingChanges();
    void anotherAuthorityIsRefused()
    {
        SharedTriageConfig config = shared();
        config.database = qEnvironmentVariable("PG_ADDRESS") + u"?sslmode=verify-full"_s;
        const auto opened = SharedTriage::open(config);
        QVERIFY(!opened);
        QVERIFY2(opened.error().message.contains(u"certificate"_s), qPrintable(opened.error().message));
        config = shared();
        config.password = u"wrong"_s;
        QCOMPARE(SharedTriage::open(config).error().code, Errc::Unauthorized);
    }
};

void TestSharedTriage::manyAtOnceComeToTheSame()
{
    constexpr int turns = 6;
    constexpr int actions = 60;
    Console consoles[3] = {Console(700, turns), Console(700, turns), Console(700, turns)};
    std::mt19937 random(7);
    int sent = 0;
    int answered = 0;
    int changed = 0;
    for (int action = 0; action < actions; ++action) {
        for (Console &console : consoles) {
            const int id = 700 + static_cast<int>(random() % turns);
            const QString text = u"note %1 of %2"_s.arg(action).arg(&console - consoles);
            const TriageItem seen = console.item(id);
            ++sent;
            console.host->apply({.targets = {{.row = seen.row, .edit = seen.edit}}},
                                {.kind = TriageChange::Kind::Note, .text = text}, u"Ada"_s,
                                console.context.get(), [&](const Result<TriageOutcome> &outcome) {
                                    ++answered;
                                    changed += outcome ? outcome->changed : 0;
                                });
        }
    }
    QTRY_COMPARE_WITH_TIMEOUT(answered, sent, patience);
    qsizetype lines = 0;
    for (int id = 700; id < 700 + turns; ++id) {
        const QString note = consoles[0].item(id).state.note;
        for (Console &console : consoles) {
            QCOMPARE(console.item(id).state.note, note);
            QCOMPARE(console.log(id).size(), consoles[0].log(id).size());
        }
        lines += consoles[0].log(id).size();
    }
    QVERIFY(changed > turns);
    QCOMPARE(lines, changed);
}

void TestSharedTriage::whileTheDatabaseIsAwayNothingChanges()
{
    Console ada(800, 1);
    QVERIFY(!ada.item(800).state.resolved);
    QVERIFY(ada.host->list().sharedTrouble.isEmpty());
    server(u"stop"_s);
    const auto refused = ada.apply(ada.item(800), resolve, u"Ada"_s);
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(u"shared queue"_s), qPrintable(refused.error().message));
    QVERIFY(!ada.item(800).state.resolved); // and the list is still there
    QVERIFY(ada.log(800).isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(!ada.host->list().sharedTrouble.isEmpty(), patience);
    server(u"start"_s);
    QCOMPARE(ada.apply(ada.item(800), resolve, u"Ada"_s)->changed, 1);
    QTRY_VERIFY_WITH_TIMEOUT(ada.host->list().sharedTrouble.isEmpty(), patience);
    QVERIFY(ada.item(800).state.resolved);
}

QTEST_GUILESS_MAIN(TestSharedTriage)
#include "tst_shared_triage.moc"
