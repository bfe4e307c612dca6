// SPDX-License-Identifier: Apache-2.0
// The Events workspace in its window, with real key presses, on a log in memory.
#include "support/event_samples.h"
#include "ui/ask/composer.h"
#include "ui/events/bytes_pane.h"
#include "ui/events/event_list.h"
#include "ui/events/events_sheet.h"
#include "ui/events/events_workspace.h"
#include "ui/events/field_view.h"
#include "ui/events/hex_view.h"
#include "ui/filter/filter_field.h"
#include "ui/window_fixture.h"

#include <QtCore/QMimeData>
#include <QtGui/QAccessible>
#include <QtGui/QClipboard>
#include <QtGui/QDragEnterEvent>

using namespace assay;
using namespace assay::test;
using namespace assay::ui;

namespace {

FeedSource sourceOf(ScriptedLog &log)
{
    return {.kind = FeedSource::Kind::Kafka, .name = u"broker:9092"_s, .open = [&log] {
                FeedSource::Readers readers;
                readers.push_back(log.makeReader());
                return Result<FeedSource::Readers>(std::move(readers));
            }};
}

/// The window with the Events workspace on a scripted log of six partitions.
struct EventsBench : WindowBench
{
    explicit EventsBench(qint64 records, const FeedStart &start = {.mode = FeedStart::Mode::Oldest})
        : log(6, 1000)
    {
        for (qint64 i = 0; i < records; ++i)
            log.add(mixedRecord(i, began + std::chrono::milliseconds(i)));
        window->actions().at(ActionId::GoEvents)->trigger();
        events = window->events();
        events->openSource(sourceOf(log), start);
        total = records;
        if (records > 0)
            [&] { QTRY_COMPARE(events->feed().view().count, records); }();
        events->focusDefault();
    }
    ~EventsBench() { window.reset(); } // before the log

    void add(qint64 records)
    {
        for (qint64 i = 0; i < records; ++i, ++total)
            log.add(mixedRecord(total, began + std::chrono::milliseconds(total)));
    }
    QString shownThread() const { return events->bytes().fields()->accessibleDescription(); }

    ScriptedLog log;
    EventsWorkspace *events = nullptr;
    UtcTime began = fromMicros(1'795'262'400'000'000);
    qint64 total = 0;
};

} // namespace

class TestEventsWorkspace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keysChooseAnEventAndItsBytes();
    void fieldAndBytesHighlightEachOther();
    void pausedListStandsStillAndCountsWhatWaits();
    void filterFromTheKeyboardAndBack();
    void filterThatMatchesNothingOffersToClearIt();
    void jumpsToTimeOffsetAndNewest();
    void undecodableEventSaysWhere();
    void captureIsSavedAndOpenedWithoutALog();
    void droppedCaptureOpens();
    void refusedSourceIsToldAndRetried();
    void nothingRecordedYetIsNoError();
    void aTurnOfThisMachineAndItsEvents();
    void copyFollowsTheFocus();
    void stopHereGoesToTheEnd();
    void gapsAndLagAreTold();
    void everyControlHasAName();
};

void TestEventsWorkspace::keysChooseAnEventAndItsBytes()
{
    EventsBench bench(300);
    QCOMPARE(bench.events->shown(), EventsWorkspace::Shown::Content);
    bench.press(Qt::Key_J);
    QCOMPARE(bench.events->list().current(), 298);
    bench.press(Qt::Key_K);
    QCOMPARE(bench.events->list().current(), 299);
    QTRY_VERIFY(!bench.events->bytes().hex()->bytes().isEmpty());
    bench.press(Qt::Key_Return);
    QVERIFY(bench.events->bytes().fields()->hasFocus());
    bench.press(Qt::Key_Down);
    QVERIFY(bench.events->bytes().fields()->current() >= 0);
    bench.press(Qt::Key_Escape);
    QVERIFY(bench.events->list().hasFocus());
}

void TestEventsWorkspace::fieldAndBytesHighlightEachOther()
{
    EventsBench bench(0);
    const QByteArray frame =
        frames::quality(u"th_51aa07"_s, 0.79, 0.94, 0.73, bench.began, {u"tool_results_ignored"_s});
    QCOMPARE(frame.front(), '\x01');
    bench.log.add({.partition = 5, .timestamp = bench.began, .value = frame});
    QTRY_COMPARE(bench.events->list().isEmpty(), false);
    bench.press(Qt::Key_Home);
    QTRY_VERIFY(!bench.events->bytes().hex()->bytes().isEmpty());
    BytesPane &bytes = bench.events->bytes();
    const FieldTree tree = fieldTreeOf(frame, DecodeMode::Tolerant, 1 << 20);
    const int thread = tree.find(u"metrics.header.thread_id"_s);
    QVERIFY(thread >= 0);

    // A field shows its bytes in the unpacked payload …
    bytes.fields()->setCurrent(thread);
    QCOMPARE(bytes.space(), ByteSpace::Payload);
    QCOMPARE(bytes.hex()->bytes(), tree.payload);
    QCOMPARE(bytes.hex()->highlight(), tree.nodes.at(thread).range);
    QVERIFY(tree.payload.mid(bytes.hex()->highlight().offset, bytes.hex()->highlight().length)
                .contains("th_51aa07"));
    QVERIFY2(bytes.statusText().contains(u"metrics.header.thread_id"_s), qPrintable(bytes.statusText()));
    // … a byte its field …
    const int scope = tree.find(u"metrics.scope"_s);
    bytes.hex()->setFocus();
    Q_EMIT bytes.hex()->byteChosen(tree.nodes.at(scope).range.offset + 1);
    QCOMPARE(bytes.fields()->current(), scope);
    QCOMPARE(bytes.hex()->highlight(), tree.nodes.at(scope).range);
    // … and the frame is one key away, where the packed bytes belong to no single field.
    bench.press(Qt::Key_B);
    QCOMPARE(bytes.space(), ByteSpace::Frame);
    QCOMPARE(bytes.hex()->bytes(), frame);
    bench.press(Qt::Key_B);
    QCOMPARE(bytes.hex()->highlight(), tree.nodes.at(scope).range);
}

void TestEventsWorkspace::pausedListStandsStillAndCountsWhatWaits()
{
    EventsBench bench(200);
    QString status;
    QObject::connect(bench.events, &EventsWorkspace::statusText, bench.window.get(),
                     [&](const QString &text) { status = text; });
    bench.press(Qt::Key_Home);
    bench.press(Qt::Key_P);
    QVERIFY(bench.events->isPaused());
    const qint64 chosen = bench.events->list().current();
    bench.add(50);
    QTRY_VERIFY2(status.contains(u"50"_s), qPrintable(status));
    QCOMPARE(bench.events->list().current(), chosen);
    bench.press(Qt::Key_Home);
    QCOMPARE(bench.events->list().current(), 199); // still the newest that is shown
    bench.press(Qt::Key_P);
    QVERIFY(!bench.events->isPaused());
    bench.press(Qt::Key_Home);
    QTRY_COMPARE(bench.events->list().current(), 249);
}

void TestEventsWorkspace::filterFromTheKeyboardAndBack()
{
    EventsBench bench(900);
    bench.press(Qt::Key_Slash);
    QVERIFY(bench.events->filter().hasFocus());
    bench.type(u"score < 0.9"_s);
    bench.press(Qt::Key_Escape); // the list of completions
    bench.press(Qt::Key_Return);
    QTRY_VERIFY(bench.events->feed().view().isFiltered() && bench.events->feed().view().isScanned());
    const qint64 matches = bench.events->feed().view().count;
    QVERIFY(matches > 50 && matches < 300);
    QVERIFY(bench.events->list().hasFocus());
    // What arrives is filtered, too.
    bench.add(90);
    QTRY_VERIFY(bench.events->feed().view().scanned == 990);
    QVERIFY(bench.events->feed().view().count > matches);
    bench.press(Qt::Key_Home);
    QTRY_VERIFY(!bench.events->bytes().hex()->bytes().isEmpty());
    bench.press(Qt::Key_Slash);
    bench.press(Qt::Key_Escape);
    QTRY_COMPARE(bench.events->feed().view().count, 990);
}

void TestEventsWorkspace::filterThatMatchesNothingOffersToClearIt()
{
    EventsBench bench(120);
    bench.events->filter().apply(u"thread = nobody"_s);
    QTRY_COMPARE(bench.events->shown(), EventsWorkspace::Shown::Filtered);
    bench.events->filter().setFocus();
    bench.press(Qt::Key_Escape);
    QTRY_COMPARE(bench.events->shown(), EventsWorkspace::Shown::Content);
    QCOMPARE(bench.events->feed().view().count, 120);
}

void TestEventsWorkspace::jumpsToTimeOffsetAndNewest()
{
    EventsBench bench(2000);
    bench.press(Qt::Key_G);
    bench.press(Qt::Key_T);
    QVERIFY(bench.events->timeSheet().isVisible());
    bench.type(u"nonsense"_s);
    bench.press(Qt::Key_Return);
    QVERIFY(bench.events->timeSheet().isVisible()); // says what it wants, and stays
    bench.events->timeSheet().field()->clear();
    bench.type(toIso(bench.began + std::chrono::milliseconds(700)));
    bench.press(Qt::Key_Return);
    QTRY_COMPARE(bench.events->list().current(), 700);
    QVERIFY(!bench.events->timeSheet().isVisible());

    bench.press(Qt::Key_G);
    bench.press(Qt::Key_O);
    bench.type(u"3 @ 1010"_s);
    bench.press(Qt::Key_Return);
    QTRY_VERIFY(bench.events->list().current() != 700);
    QTRY_VERIFY2(bench.events->list().accessibleDescription().contains(u", 3, 1010,"_s),
                 qPrintable(bench.events->list().accessibleDescription()));
    bench.press(Qt::Key_G);
    bench.press(Qt::Key_N);
    QVERIFY(bench.events->list().isAtTop());
}

void TestEventsWorkspace::undecodableEventSaysWhere()
{
    EventsBench bench(10);
    const QByteArray frame = frames::cutShort(u"th_2203ee"_s, bench.began);
    bench.log.add({.partition = 0, .timestamp = bench.began, .key = "th_2203ee", .value = frame});
    bench.log.add({.partition = 0, .timestamp = bench.began, .key = "th_gone", .value = QByteArray()});
    QTRY_COMPARE(bench.events->feed().view().count, 12);
    QTRY_COMPARE(bench.events->feed().state().undecodable, 1); // a tombstone is none
    bench.events->list().setCurrent(10);
    QTRY_VERIFY2(bench.events->list().accessibleDescription().contains(u"zstd"_s),
                 qPrintable(bench.events->list().accessibleDescription()));
    QTRY_VERIFY(!bench.events->bytes().hex()->bytes().isEmpty());
    bench.events->list().setCurrent(11);
    QTRY_VERIFY(bench.events->list().accessibleDescription().contains(u"th_gone"_s));
}

void TestEventsWorkspace::captureIsSavedAndOpenedWithoutALog()
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

void TestEventsWorkspace::droppedCaptureOpens()
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

void TestEventsWorkspace::refusedSourceIsToldAndRetried()
{
    EventsBench bench(40);
    bench.log.setFailure(
        Error{.code = Errc::Unauthorized, .message = u"broker:9092 refused the password."_s});
    bench.events->openSource(sourceOf(bench.log));
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

void TestEventsWorkspace::nothingRecordedYetIsNoError()
{
    WindowBench bench;
    bench.press(Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(bench.window->events()->shown(), EventsWorkspace::Shown::Empty);
}

void TestEventsWorkspace::aTurnOfThisMachineAndItsEvents()
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

void TestEventsWorkspace::copyFollowsTheFocus()
{
    EventsBench bench(20);
    bench.press(Qt::Key_Home);
    QTRY_VERIFY(!bench.events->bytes().hex()->bytes().isEmpty());
    QClipboard *clipboard = QGuiApplication::clipboard();
    bench.press(Qt::Key_C, Qt::ControlModifier);
    QVERIFY2(clipboard->text().contains(u"\t1003"_s) || clipboard->text().count(u'\t') == 6,
             qPrintable(clipboard->text()));
    bench.press(Qt::Key_Return);
    bench.press(Qt::Key_End);
    bench.press(Qt::Key_C, Qt::ControlModifier);
    QVERIFY2(clipboard->text().contains(u": "_s), qPrintable(clipboard->text()));
    bench.events->bytes().hex()->setFocus();
    bench.press(Qt::Key_Home);
    bench.press(Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QByteArray::fromHex(clipboard->text().toLatin1()).size() > 0);
}

void TestEventsWorkspace::stopHereGoesToTheEnd()
{
    EventsBench bench(0);
    for (int i = 0; i < 6; ++i)
        bench.log.holdBack(i, 1010);
    bench.add(600);
    bench.events->openSource(sourceOf(bench.log), {.mode = FeedStart::Mode::Oldest});
    QTRY_COMPARE(bench.events->feed().view().count, 10 * 6 - 0);
    QCOMPARE(bench.events->feed().state().phase, FeedPhase::Scanning);
    QVERIFY(*bench.events->feed().state().lag() > 0);
    bench.events->feed().stopScan();
    QTRY_COMPARE(bench.events->feed().state().phase, FeedPhase::Live);
    QCOMPARE(bench.events->feed().state().lag(), std::optional<qint64>(0));
    QCOMPARE(bench.events->feed().view().count, 60); // kept
    QCOMPARE(bench.events->feed().state().partitions.first().gaps.last().kind, FeedGap::Kind::Skipped);
    for (int i = 0; i < 6; ++i)
        bench.log.holdBack(i, std::nullopt);
    bench.add(12);
    QTRY_COMPARE(bench.events->feed().view().count, 72);
}

void TestEventsWorkspace::gapsAndLagAreTold()
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
    bench.log.holdBack(1, 0);
    bench.add(60);
    QTRY_VERIFY(bench.events->feed().state().lag().value_or(0) > 0);
}

void TestEventsWorkspace::everyControlHasAName()
{
    EventsBench bench(50);
    bench.press(Qt::Key_Home);
    QTRY_VERIFY(!bench.events->bytes().hex()->bytes().isEmpty());
    for (QWidget *one : bench.events->findChildren<QWidget *>()) {
        if (one->focusPolicy() == Qt::NoFocus || !one->isVisible() || one->inherits("QScrollBar") ||
            one->inherits("QSplitterHandle"))
            continue;
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(one);
        QVERIFY2(spoken && !spoken->text(QAccessible::Name).isEmpty(), one->metaObject()->className());
    }
}

QTEST_MAIN(TestEventsWorkspace)
#include "tst_events_workspace.moc"
