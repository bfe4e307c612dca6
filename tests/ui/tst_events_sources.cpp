// SPDX-License-Identifier: Apache-2.0
// Where the Events workspace reads from: logs, captures, this machine; and what it says when it cannot.
#include "ui/ask/composer.h"
#include "ui/events/events_sheet.h"
#include "ui/events_fixture.h"

#include <QtCore/QMimeData>
#include <QtGui/QDragEnterEvent>

using namespace assay;
using namespace assay::test;

class TestEventsSources : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void captureIsSavedAndOpenedWithoutALog();
    void droppedCaptureOpens();
    void refusedSourceIsToldAndRetried();
    void nothingRecordedYetIsNoError();
    void aTurnOfThisMachineAndItsEvents();
    void stopHereGoesToTheEnd();
    void gapsAndLagAreTold();
};

void TestEventsSources::captureIsSavedAndOpenedWithoutALog()
{
    EventsBench bench(450);
    const QString path = bench.path + u"/shift.assaycap"_s;
    bench.press(Qt::Key_S, Qt::ControlModifier);
    CaptureSheet &sheet = bench.events->captureSheet();
    QVERIFY(sheet.isVisible());
    sheet.path()->setText(path);
    bench.press(Qt::Key_Return);
    QTRY_VERIFY(!sheet.isVisible());
    QVERIFY(QFile::exists(path));
    QVERIFY(!QFile::exists(path + u".part"_s));

    bench.events->openCapture(path);
    QTRY_COMPARE(bench.events->feed().view().count, 450);
    QTRY_COMPARE(bench.events->feed().state().phase, FeedPhase::Ended);
    QVERIFY(!bench.window->actions().at(ActionId::PauseEvents)->isEnabled());
    QTRY_VERIFY(!bench.events->bytes().hex()->bytes().isEmpty()); // the newest is chosen
    QTRY_COMPARE(bench.events->feed().state().examined, 450);
}

void TestEventsSources::droppedCaptureOpens()
{
    EventsBench bench(30);
    const QString path = bench.path + u"/dropped.assaycap"_s;
    std::optional<Result<qint64>> saved;
    bench.events->feed().save({.path = path, .redact = true}, bench.window.get(),
                              [&](const Result<qint64> &count) { saved = count; });
    QTRY_VERIFY(saved);
    QCOMPARE(saved->value_or(0), 30);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(bench.events, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(bench.events, &drop);
    QTRY_COMPARE(bench.events->feed().state().phase, FeedPhase::Ended);
    QTRY_COMPARE(bench.events->feed().view().count, 30);
}

void TestEventsSources::refusedSourceIsToldAndRetried()
{
    EventsBench bench(40);
    bench.log.setFailure(
        Error{.code = Errc::Unauthorized, .message = u"broker:9092 refused the password."_s});
    bench.events->openSource(scriptedSource(bench.log));
    QTRY_COMPARE(bench.events->shown(), EventsWorkspace::Shown::Failed);
    bench.log.setFailure(std::nullopt);
    bench.events->feed().retry();
    QTRY_COMPARE(bench.events->shown(), EventsWorkspace::Shown::Content);
    QTRY_COMPARE(bench.events->feed().view().count, 40);
    // A broker that goes away later takes nothing off the screen.
    bench.log.setFailure(Error{.code = Errc::Unavailable, .message = u"broker:9092 does not answer."_s});
    QTRY_VERIFY(bench.events->feed().state().error);
    QCOMPARE(bench.events->shown(), EventsWorkspace::Shown::Content);
    bench.log.setFailure(std::nullopt);
    bench.add(5);
    QTRY_COMPARE(bench.events->feed().view().count, 45);
    QTRY_VERIFY(!bench.events->feed().state().error);
}

void TestEventsSources::nothingRecordedYetIsNoError()
{
    WindowBench bench;
    bench.press(Qt::Key_3, Qt::ControlModifier);
    QTRY_COMPARE(bench.window->events()->shown(), EventsWorkspace::Shown::Empty);
}

void TestEventsSources::aTurnOfThisMachineAndItsEvents()
{
    WindowBench bench;
    bench.type(u"How long do card refunds take?"_s);
    bench.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(bench.waitForTurns(1));
    QVERIFY(bench.workbench->drain(std::chrono::seconds(10)));
    const Turn turn = bench.finished.first();
    EventsWorkspace *events = bench.window->events();
    // From the turn to its events …
    std::optional<QList<TurnEvent>> own;
    bench.workbench->readEvents(turn.id, bench.window.get(), [&](const Result<QList<TurnEvent>> &read) {
        own = read.value_or(QList<TurnEvent>());
    });
    QTRY_VERIFY(own && !own->isEmpty());
    const TurnEvent last = own->last();
    Q_EMIT bench.window->ask()->recordWanted(last.topic, last.partition, last.offset);
    QTRY_COMPARE(events->shown(), EventsWorkspace::Shown::Content);
    QTRY_VERIFY2(events->list().accessibleDescription().contains(u", %1, "_s.arg(last.offset)),
                 qPrintable(events->list().accessibleDescription()));
    // … and back.
    bench.window->ask()->state().openThread(QString());
    events->focusDefault();
    bench.press(Qt::Key_T);
    QTRY_COMPARE(bench.window->ask()->state().threadId(), turn.threadId);
    QTRY_VERIFY(bench.window->ask()->state().selectedTurn());
    QCOMPARE(bench.window->ask()->state().selectedTurn()->turn.id, turn.id);
}

void TestEventsSources::stopHereGoesToTheEnd()
{
    EventsBench bench(0);
    for (int i = 0; i < 6; ++i)
        bench.log.holdBack(i, 1010);
    bench.add(600);
    bench.events->openSource(scriptedSource(bench.log), {.mode = FeedStart::Mode::Oldest});
    qint64 readable = 0; // ten of each partition that has so many
    QTRY_COMPARE(bench.events->feed().state().partitions.size(), 6);
    for (const FeedPartition &one : bench.events->feed().state().partitions)
        readable += std::min<qint64>(10, *one.end - 1000);
    QVERIFY(readable < 600);
    QTRY_COMPARE(bench.events->feed().view().count, readable);
    QCOMPARE(bench.events->feed().state().phase, FeedPhase::Scanning);
    QVERIFY(*bench.events->feed().state().lag() > 0);
    bench.events->feed().stopScan();
    QTRY_COMPARE(bench.events->feed().state().phase, FeedPhase::Live);
    QCOMPARE(bench.events->feed().state().lag(), std::optional<qint64>(0));
    QCOMPARE(bench.events->feed().view().count, readable); // kept
    qint64 leftOut = 0;
    for (const FeedPartition &one : bench.events->feed().state().partitions)
        for (const FeedGap &gap : one.gaps)
            leftOut += gap.kind == FeedGap::Kind::Skipped ? gap.to - gap.from : 0;
    QCOMPARE(leftOut, 600 - readable);
    for (int i = 0; i < 6; ++i)
        bench.log.holdBack(i, std::nullopt);
    bench.add(12);
    QTRY_COMPARE(bench.events->feed().view().count, readable + 12);
}

void TestEventsSources::gapsAndLagAreTold()
{
    EventsBench bench(60);
    bench.log.skip(2, 120, LogGap::Retention);
    bench.log.skip(3, 2, LogGap::Transaction);
    for (int i = 0; i < 30; ++i)
        bench.add(6);
    QTRY_COMPARE(bench.events->feed().view().count, 240);
    const QList<FeedPartition> partitions = bench.events->feed().state().partitions;
    QCOMPARE(partitions.at(2).missing, 120);
    QCOMPARE(partitions.at(2).gaps.first().kind, FeedGap::Kind::Retention);
    QCOMPARE(partitions.at(3).missing, 0); // markers of transactions are no loss
    for (int i = 0; i < 6; ++i)
        bench.log.holdBack(i, 0);
    bench.add(60);
    QTRY_VERIFY(bench.events->feed().state().lag().value_or(0) > 0);
}

QTEST_MAIN(TestEventsSources)
#include "tst_events_sources.moc"
