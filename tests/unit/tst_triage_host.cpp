// SPDX-License-Identifier: Apache-2.0
#include "service/triage_host.h"
#include "unit/triage_fixture.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace assay;
using namespace assay::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 10'000;

/// Waits for the answer to what `ask(reply)` asks.
template<typename T, typename Ask>
Result<T> answerTo(Ask ask)
{
    std::optional<Result<T>> answer;
    ask([&answer](const Result<T> &result) { answer = result; });
    const bool answered = QTest::qWaitFor([&] { return answer.has_value(); }, patience);
    return answered ? *answer : Result<T>(fail(Errc::Timeout, u"no answer"_s));
}

} // namespace

class TriageHostTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = opened(*m_dir);
        QList<StoreRecord> records;
        for (int id = 1; id <= 30; ++id)
            records.append(turnRecord(id, failedTurn({.id = id,
                                                      .thread = u"th_%1"_s.arg(id % 10),
                                                      .number = id / 10 + 1,
                                                      .score = id % 2 == 0 ? 0.5F : 0.9F,
                                                      .issues = {u"low_accuracy"_s}})));
        QVERIFY(m_store->write(batchOf(records)));
        m_host = std::make_unique<TriageHost>(m_dir->filePath(u"assay.db"_s));
    }
    void cleanup()
    {
        m_host.reset();
        m_store.reset();
    }

    void aStoreThatIsNotThereYetIsAnEmptyQueue()
    {
        TriageHost host(m_dir->filePath(u"none.db"_s));
        const QSignalSpy lists(&host, &TriageHost::listReady);
        host.setQuery({});
        QTRY_COMPARE_WITH_TIMEOUT(lists.size(), 1, patience);
        QCOMPARE(host.list().total, 0);
    }

    void theNewestQuestionWins()
    {
        const QSignalSpy lists(m_host.get(), &TriageHost::listReady);
        for (int i = 0; i < 20; ++i)
            m_host->setQuery({.filter = filterOf(u"score < 0.1"_s)});
        m_host->setQuery({.filter = filterOf(u"score < 0.6"_s)});
        QTRY_VERIFY_WITH_TIMEOUT(!lists.isEmpty(), patience);
        QTest::qWait(50);
        QCOMPARE(lists.size(), 1);
        QCOMPARE(m_host->list().total, 15);
    }

    void rowsOfAnOlderListAreNotMixedUp()
    {
        ask({});
        const quint64 old = m_host->list().number;
        ask({.filter = filterOf(u"score < 0.6"_s)});
        const auto rows = [this](quint64 number) {
            return answerTo<QList<TriageRow>>(
                [&](auto reply) { m_host->readRows(number, 10, 100, this, reply); });
        };
        QCOMPARE(rows(old)->size(), 0);
        QCOMPARE(rows(m_host->list().number)->size(), 5);
        QCOMPARE(rows(m_host->list().number)->first().question, u"How do I ask for a refund?"_s);
    }

    void newsAreToldOnceAndOnlyWhenThereAreSome()
    {
        ask({});
        const QSignalSpy lists(m_host.get(), &TriageHost::listReady);
        m_host->refresh();
        QTest::qWait(600);
        QCOMPARE(lists.size(), 0);
        QVERIFY(m_store->write(batchOf({turnRecord(99, failedTurn({.id = 99}))})));
        for (int i = 0; i < 50; ++i)
            m_host->refresh();
        QTRY_COMPARE_WITH_TIMEOUT(m_host->list().total, 31, patience);
        QTest::qWait(600);
        QCOMPARE(lists.size(), 1);
    }

    void allMeansWhatTheFilterLetsThrough()
    {
        ask({.filter = filterOf(u"score < 0.6"_s)});
        const auto outcome = answerTo<TriageOutcome>([&](auto reply) {
            m_host->apply({.all = true, .number = m_host->list().number},
                          {.kind = TriageChange::Kind::Resolve}, u"Ada"_s, this, reply);
        });
        QCOMPARE(outcome->changed, 15);
        ask({});
        QCOMPARE(m_host->list().total, 15);
        QCOMPARE(m_host->list().counts.resolved, 15);
        const auto undone = answerTo<TriageUndone>([&](auto reply) { m_host->undo(u"Ada"_s, this, reply); });
        QCOMPARE(undone->changed, 15);
        ask({});
        QCOMPARE(m_host->list().total, 30);
    }

    void aDetailHasTurnThreadAndTrail()
    {
        ask({.filter = filterOf(u"turn = %1"_s.arg(turnName(12)))});
        const auto rows = answerTo<QList<TriageRow>>(
            [&](auto reply) { m_host->readRows(m_host->list().number, 0, 1, this, reply); });
        const TriageItem item = rows->first().item;
        answerTo<TriageOutcome>([&](auto reply) {
            m_host->apply({.targets = {{.row = item.row, .edit = item.edit}}},
                          {.kind = TriageChange::Kind::Note, .text = u"look"_s}, u"Ada"_s, this, reply);
        }).value();
        ask({});
        const auto detail =
            answerTo<TriageDetail>([&](auto reply) { m_host->readDetail(item.row, this, reply); });
        QVERIFY2(detail, detail ? "" : qPrintable(detail.error().message));
        QCOMPARE(detail->turn.id, turnName(12));
        QCOMPARE(detail->thread.size(), 3);
        QCOMPARE(detail->log.first().fact, u"look"_s);
        QCOMPARE(detail->row.item.state.note, u"look"_s);
        QVERIFY(!detail->row.tooClose);
    }

    void aMeasuredJudgeMarksWhatIsTooClose()
    {
        QVERIFY(answerTo<bool>([&](auto reply) {
            m_host->addSpread({.judge = u"judge-1"_s, .repeats = 4, .variance = 0.001}, this, reply);
        }));
        ask({});
        const auto rows = answerTo<QList<TriageRow>>(
            [&](auto reply) { m_host->readRows(m_host->list().number, 0, 30, this, reply); });
        for (const TriageRow &row : *rows)
            QCOMPARE(row.tooClose, *row.item.score > 0.8F);
    }

private:
    void ask(const TriageQuery &query)
    {
        const QSignalSpy lists(m_host.get(), &TriageHost::listReady);
        m_host->setQuery(query);
        QTRY_VERIFY_WITH_TIMEOUT(!lists.isEmpty(), patience);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<TriageHost> m_host;
};

QTEST_GUILESS_MAIN(TriageHostTest)
#include "tst_triage_host.moc"
