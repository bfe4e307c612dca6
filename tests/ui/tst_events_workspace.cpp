// SPDX-License-Identifier: Apache-2.0
// The Events workspace in its window, with real key presses, on a log in memory.
#include "ui/events/events_sheet.h"
#include "ui/events_fixture.h"

#include <QtGui/QAccessible>
#include <QtGui/QClipboard>

using namespace assay;
using namespace assay::test;

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
    void copyFollowsTheFocus();
    void everyControlHasAName();
};

void TestEventsWorkspace::keysChooseAnEventAndItsBytes()
{
    EventsBench bench(300);
    QCOMPARE(bench.events->shown(), EventsWorkspace::Shown::Content);
    bench.press(Qt::Key_J); // the first press chooses the newest
    QCOMPARE(bench.events->list().current(), 299);
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
