// SPDX-License-Identifier: Apache-2.0
#include "resources.h"
#include "service/workbench.h"

#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QtTest>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

/// A workbench on a folder, with its settings.
struct Desk
{
    explicit Desk(const QString &folder, const QStringList &assignments = {})
    {
        SettingsSources sources{.file = folder + u"/none.toml"_s, .assignments = assignments};
        hub = std::make_unique<SettingsHub>(*loadSettings(sources), sources.file, folder);
        workbench =
            Workbench::open({.data = folder + u"/data"_s, .state = folder + u"/state"_s}, *hub, secrets);
        QObject::connect(workbench.get(), &Workbench::noticed, workbench.get(),
                         [this](const Notice &n) { notices.append(n.text); });
        QObject::connect(workbench.get(), &Workbench::turnFinished, workbench.get(),
                         [this](const Turn &t) { finished.append(t); });
        QObject::connect(workbench.get(), &Workbench::stageEvents, workbench.get(),
                         [this](const QList<StageEvent> &e) { events.append(e); });
    }

    Turn ask(const QString &question, const QString &thread = {})
    {
        const qsizetype before = finished.size();
        workbench->ask(thread, question);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(finished.size() > before, 20'000); }();
        return finished.isEmpty() ? Turn{} : finished.last();
    }

    QList<Turn> stored(const QString &thread)
    {
        std::optional<QList<Turn>> turns;
        workbench->readTurns(thread, workbench.get(),
                             [&](Result<QList<Turn>> read) { turns = read.value_or(QList<Turn>()); });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(turns.has_value(), 10'000); }();
        return turns.value_or(QList<Turn>());
    }

    QStringList notices{};
    QList<Turn> finished{};
    QList<StageEvent> events{};
    Secrets secrets{Variables{}};
    std::unique_ptr<SettingsHub> hub;
    std::unique_ptr<Workbench> workbench; // last: it ends while the others still listen
};

const QString simple = u"How long do card refunds take?"_s;
const QString twoPart = u"What is the refund window and how long do card refunds take?"_s;

} // namespace

class TestWorkbench : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { initAssayResources(); }
    void answersOfflineAndStoresTheTurnThroughTheLog();
    void aWeakFirstAttemptIsRetriedAndPasses();
    void theThreadGoesOnAfterARestart();
    void labelsTravelThroughTheLog();
    void eventsOfATurnAreDecoded();
    void twoProcessesShareOneStore();
    void aReadOnlyHomeStillAnswers();
    void aCorruptDatabaseIsKeptAsideAndFilledAgain();
    void streamedTextIsTheAnswer();
    void stopEndsATurn();
    void quittingInTheMiddleLosesNothing();
    void quittingClosesCallsThatBelongToNoTurn();
    void passagesOpen();
};

void TestWorkbench::answersOfflineAndStoresTheTurnThroughTheLog()
{
    QTemporaryDir folder;
    Desk desk(folder.path());
    const Turn turn = desk.ask(simple);
    QCOMPARE(turn.status, TurnStatus::Passed);
    QVERIFY(turn.offline);
    QVERIFY(turn.answer.contains(u"5–7"_s));
    QVERIFY(desk.workbench->drain(std::chrono::seconds(10)));
    const QList<Turn> stored = desk.stored(turn.threadId);
    QCOMPARE(stored.size(), 1);
    QCOMPARE(stored.first(), turn);
    QCOMPARE(stored.first().policy.qualityThreshold, 0.95F);
    QCOMPARE(desk.notices, QStringList());
}

void TestWorkbench::aWeakFirstAttemptIsRetriedAndPasses()
{
    QTemporaryDir folder;
    // Every turn starts on the fast tier, whose one passage cannot answer both parts.
    Desk desk(folder.path(), {u"cost.confidence_threshold=0"_s});
    const Turn turn = desk.ask(twoPart);
    QVERIFY2(turn.attempts.size() >= 2, qPrintable(turn.answer));
    QCOMPARE(turn.attempts.first().verdict.passed, false);
    QVERIFY(turn.attempts.first().verdict.score.has_value());
    QCOMPARE(turn.status, TurnStatus::Passed);
    QVERIFY(turn.verdict.score.value_or(0.0F) >= 0.95F);
}

void TestWorkbench::theThreadGoesOnAfterARestart()
{
    QTemporaryDir folder;
    QString thread;
    {
        Desk desk(folder.path());
        thread = desk.ask(simple).threadId;
    }
    Desk desk(folder.path());
    const Turn second = desk.ask(u"How long do SEPA refunds take?"_s, thread);
    QCOMPARE(second.number, 2);
    QVERIFY(desk.workbench->drain(std::chrono::seconds(10)));
    QCOMPARE(desk.stored(thread).size(), 2);
}

void TestWorkbench::labelsTravelThroughTheLog()
{
    QTemporaryDir folder;
    Desk desk(folder.path());
    const Turn turn = desk.ask(simple);
    desk.workbench->label(turn.id, turn.threadId, Label::Bad, u"wrong plan"_s);
    QTRY_COMPARE_WITH_TIMEOUT(desk.stored(turn.threadId).value(0).label, Label::Bad, 10'000);
    QCOMPARE(desk.stored(turn.threadId).first().labelNote, u"wrong plan"_s);
}

void TestWorkbench::eventsOfATurnAreDecoded()
{
    QTemporaryDir folder;
    Desk desk(folder.path());
    const Turn turn = desk.ask(simple);
    QVERIFY(desk.workbench->drain(std::chrono::seconds(10)));
    std::optional<QList<TurnEvent>> events;
    desk.workbench->readEvents(
        turn.id, this, [&](Result<QList<TurnEvent>> read) { events = read.value_or(QList<TurnEvent>()); });
    QTRY_VERIFY(events.has_value());
    QVERIFY(events->size() > 10);
    const auto trace = std::ranges::find(*events, u"execution_trace"_s, &TurnEvent::type);
    QVERIFY(trace != events->end());
    QVERIFY(!trace->content.isEmpty());
}

void TestWorkbench::twoProcessesShareOneStore()
{
    QTemporaryDir folder;
    Desk one(folder.path());
    const Turn first = one.ask(simple);
    Desk two(folder.path());
    const Turn second = two.ask(simple);
    QVERIFY(one.workbench->drain(std::chrono::seconds(10)));
    QVERIFY(two.workbench->drain(std::chrono::seconds(10)));
    QCOMPARE(one.stored(second.threadId).size(), 1);
    QCOMPARE(two.stored(first.threadId).size(), 1);
}

void TestWorkbench::aReadOnlyHomeStillAnswers()
{
    QTemporaryDir folder;
    // root writes past permissions, so a file stands where the folder should be.
    QFile block(folder.path() + u"/data"_s);
    QVERIFY(block.open(QIODevice::WriteOnly));
    block.close();
    Desk desk(folder.path());
    const Turn turn = desk.ask(simple);
    QVERIFY(turn.answer.contains(u"5–7"_s));
    QVERIFY(!turn.error.isEmpty()); // says that it was not recorded
    QVERIFY(!desk.notices.isEmpty());
}

void TestWorkbench::aCorruptDatabaseIsKeptAsideAndFilledAgain()
{
    QTemporaryDir folder;
    Turn turn;
    {
        Desk desk(folder.path());
        turn = desk.ask(simple);
        QVERIFY(desk.workbench->drain(std::chrono::seconds(10)));
    }
    QFile database(folder.path() + u"/data/assay.db"_s);
    QVERIFY(database.open(QIODevice::WriteOnly | QIODevice::Truncate));
    database.write(QByteArray(8192, 'x'));
    database.close();
    QFile::remove(folder.path() + u"/data/assay.db-wal"_s);
    Desk desk(folder.path());
    QTRY_COMPARE_WITH_TIMEOUT(desk.stored(turn.threadId).size(), 1, 10'000);
    QCOMPARE(desk.stored(turn.threadId).first().answer, turn.answer);
    QVERIFY(desk.notices.join(u' ').contains(u"corrupt"_s, Qt::CaseInsensitive) ||
            desk.notices.join(u' ').contains(u"damaged"_s, Qt::CaseInsensitive));
    QVERIFY(!QDir(folder.path() + u"/data"_s).entryList({u"assay.db.corrupt-*"_s}).isEmpty());
}

void TestWorkbench::streamedTextIsTheAnswer()
{
    QTemporaryDir folder;
    Desk desk(folder.path());
    const Turn turn = desk.ask(simple);
    QString streamed;
    for (const StageEvent &event : desk.events)
        streamed += event.token;
    QCOMPARE(streamed.simplified(), turn.answer.simplified());
    QVERIFY(desk.events.last().turn.has_value());
    QVERIFY(desk.events.size() < 60); // gathered, not one signal a word
}

void TestWorkbench::stopEndsATurn()
{
    QTemporaryDir folder;
    // A model server that accepts and never answers.
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    Desk desk(folder.path(), {u"agent.fast_model=llamacpp/x"_s, u"agent.premium_model=llamacpp/x"_s,
                              u"models.llamacpp_base_url=http://127.0.0.1:%1/v1"_s.arg(silent.serverPort())});
    const QString id = desk.workbench->ask({}, simple);
    QTRY_VERIFY_WITH_TIMEOUT(silent.hasPendingConnections(), 10'000);
    QVERIFY(desk.workbench->isRunning(id));
    desk.workbench->stop(id);
    QTRY_COMPARE_WITH_TIMEOUT(desk.finished.size(), 1, 5'000);
    QCOMPARE(desk.finished.first().status, TurnStatus::Cancelled);
    QVERIFY(!desk.workbench->isRunning(id));
}

void TestWorkbench::quittingInTheMiddleLosesNothing()
{
    QTemporaryDir folder;
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    QString thread;
    {
        Desk desk(folder.path(),
                  {u"agent.fast_model=llamacpp/x"_s, u"agent.premium_model=llamacpp/x"_s,
                   u"models.llamacpp_base_url=http://127.0.0.1:%1/v1"_s.arg(silent.serverPort())});
        desk.workbench->ask({}, simple);
        QTRY_VERIFY_WITH_TIMEOUT(silent.hasPendingConnections(), 10'000);
        QTRY_VERIFY(std::ranges::any_of(desk.events, [](const StageEvent &e) { return e.turn.has_value(); }));
        for (const StageEvent &event : desk.events)
            if (event.turn)
                thread = event.turn->threadId;
    }
    Desk desk(folder.path());
    QTRY_COMPARE_WITH_TIMEOUT(desk.stored(thread).size(), 1, 10'000);
    QCOMPARE(desk.stored(thread).first().status, TurnStatus::Cancelled);
    QCOMPARE(desk.stored(thread).first().question, simple);
}

void TestWorkbench::quittingClosesCallsThatBelongToNoTurn()
{
    QTemporaryDir folder;
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    {
        Desk desk(folder.path(),
                  {u"models.llamacpp_base_url=http://127.0.0.1:%1/v1"_s.arg(silent.serverPort())});
        desk.workbench->testModel(u"llamacpp/x"_s, this, [](const Result<QString> &) {});
        desk.workbench->listModels(u"llamacpp"_s, this, [](const Result<QStringList> &) {});
        QTRY_VERIFY_WITH_TIMEOUT(silent.hasPendingConnections(), 10'000);
    }
    while (QTcpSocket *call = silent.nextPendingConnection())
        QTRY_COMPARE_WITH_TIMEOUT(call->state(), QAbstractSocket::UnconnectedState, 5'000);
}

void TestWorkbench::passagesOpen()
{
    QTemporaryDir folder;
    Desk desk(folder.path());
    const Turn turn = desk.ask(simple);
    std::optional<Result<Evidence>> passage;
    desk.workbench->readPassage(turn.evidence.first().sourceId, this,
                                [&](Result<Evidence> read) { passage = read; });
    QTRY_VERIFY(passage.has_value());
    QVERIFY(passage->has_value());
    QVERIFY(!(*passage)->text.isEmpty());
    passage.reset();
    desk.workbench->readPassage(u"no such"_s, this, [&](Result<Evidence> read) { passage = read; });
    QTRY_VERIFY(passage.has_value());
    QCOMPARE(passage->error().code, Errc::NotFound);
}

QTEST_GUILESS_MAIN(TestWorkbench)
#include "tst_workbench.moc"
