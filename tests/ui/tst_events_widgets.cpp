// SPDX-License-Identifier: Apache-2.0
// The parts of the Events workspace on their own: list over millions of rows, fields, bytes, partitions.
#include "stream/codec.h"
#include "support/event_samples.h"
#include "ui/events/event_list.h"
#include "ui/events/event_rows.h"
#include "ui/events/event_words.h"
#include "ui/events/field_view.h"
#include "ui/events/hex_view.h"
#include "ui/events/partition_strip.h"
#include "ui/kit/icons.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>
#include <QtWidgets/QScrollBar>

using namespace assay;
using namespace assay::ui;
using namespace assay::test;
using namespace Qt::StringLiterals;

namespace {

FeedRow sampleRow(qint64 index)
{
    return {.record = index,
            .time = fromMicros(index * 1000),
            .type = u"Metrics quality"_s,
            .threadId = u"th_%1"_s.arg(index % 7),
            .offset = index,
            .size = 412,
            .summary = u"score 0.97"_s,
            .score = 0.97F};
}

/// Rows that answer at once, as many as are wanted, and count what was asked for.
struct Rows
{
    explicit Rows(qint64 count)
    {
        QObject::connect(&rows, &EventRows::wanted, &rows, [this](qint64 first, int wanted) {
            asked += wanted;
            QList<FeedRow> made;
            for (qint64 i = first; i < first + wanted; ++i)
                made.append(sampleRow(i));
            rows.put(rows.generation(), first, made);
        });
        rows.reset(1);
        rows.setCount(count);
    }
    EventRows rows{};
    qint64 asked = 0;
};

struct ShownList : Rows
{
    explicit ShownList(qint64 count) : Rows(count), list(rows)
    {
        list.resize(1200, 400);
        list.show();
        list.setFocus();
        QTest::qWait(30);
    }
    EventList list;
};

std::shared_ptr<FieldTree> qualityTree()
{
    const QByteArray frame = frames::quality(u"th_51aa07"_s, 0.79, 0.94, 0.73,
                                             fromMicros(1'762'783'590'877'114), {u"tool_results_ignored"_s});
    return std::make_shared<FieldTree>(fieldTreeOf(frame, DecodeMode::Tolerant, 1 << 20));
}

} // namespace

class TestEventsWidgets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { initKit(); }
    void rowsHoldOnlyPagesThatWereLookedAt();
    void rowsOfAnotherViewAreDropped();
    void aGrowingPageAsksOnlyForWhatIsNew();
    void tenMillionRowsScrollWithoutReadingThem();
    void rowsStayUnderThePointerWhileOthersArrive();
    void keysMoveThroughTheList();
    void fieldsFoldAndUnfoldFromTheKeyboard();
    void theChosenFieldStaysChosenInTheNextMessage();
    void aPressedByteIsTheOneChosen();
    void hexIsCopiedAsShown();
    void momentsAreReadAsTyped_data();
    void momentsAreReadAsTyped();
    void placesAreReadAsTyped_data();
    void placesAreReadAsTyped();
    void unknownLagIsNotZero();
};

void TestEventsWidgets::rowsHoldOnlyPagesThatWereLookedAt()
{
    Rows data(10'000'000);
    for (qint64 i = 0; i < 400; ++i)
        data.rows.at(i * 25'000);
    QTRY_VERIFY(data.asked >= 400 * EventRows::pageRows);
    int here = 0;
    for (qint64 i = 0; i < 400; ++i)
        here += data.rows.peek(i * 25'000) ? 1 : 0;
    QCOMPARE(here, EventRows::mostPages);
    QVERIFY(data.rows.peek(399 * 25'000));
}

void TestEventsWidgets::rowsOfAnotherViewAreDropped()
{
    EventRows rows;
    rows.reset(7);
    rows.setCount(10);
    rows.put(6, 0, {sampleRow(0)});
    QVERIFY(!rows.peek(0));
    rows.put(7, 0, {sampleRow(0)});
    QVERIFY(rows.peek(0));
    rows.reset(8);
    QVERIFY(!rows.peek(0));
    QCOMPARE(rows.count(), 0);
}

void TestEventsWidgets::aGrowingPageAsksOnlyForWhatIsNew()
{
    Rows data(40);
    data.rows.at(39);
    QTRY_COMPARE(data.asked, 40);
    data.rows.setCount(50);
    QVERIFY(!data.rows.at(49));
    QTRY_COMPARE(data.asked, 50);
    QVERIFY(data.rows.at(49));
}

void TestEventsWidgets::tenMillionRowsScrollWithoutReadingThem()
{
    ShownList shown(10'000'000);
    QScrollBar *bar = shown.list.verticalScrollBar();
    QVERIFY(bar->maximum() > 200'000'000);
    bar->setValue(bar->maximum() / 2);
    QTest::qWait(30);
    bar->setValue(bar->maximum());
    QTest::qWait(30);
    QVERIFY(shown.rows.peek(0));
    QVERIFY2(shown.asked < 3000, qPrintable(QString::number(shown.asked)));
}

void TestEventsWidgets::rowsStayUnderThePointerWhileOthersArrive()
{
    ShownList shown(1000);
    // At the top the list follows.
    shown.rows.setCount(1010);
    QVERIFY(shown.list.isAtTop());
    // Anywhere else what is seen stays where it is.
    shown.list.verticalScrollBar()->setValue(100 * 24);
    QTest::mouseClick(shown.list.viewport(), Qt::LeftButton, {}, QPoint(300, 24 + 3 * 24 + 5));
    const qint64 chosen = shown.list.current();
    QCOMPARE(chosen, 1010 - 1 - 103);
    shown.rows.setCount(5000);
    QCOMPARE(shown.list.current(), chosen);
    QTest::mouseClick(shown.list.viewport(), Qt::LeftButton, {}, QPoint(300, 24 + 3 * 24 + 5));
    QCOMPARE(shown.list.current(), chosen);
}

void TestEventsWidgets::keysMoveThroughTheList()
{
    ShownList shown(500);
    QSignalSpy opened(&shown.list, &EventList::activated);
    QTest::keyClick(&shown.list, Qt::Key_Home);
    QCOMPARE(shown.list.current(), 499);
    QTest::keyClick(&shown.list, Qt::Key_Down);
    QTest::keyClick(&shown.list, Qt::Key_Down);
    QTest::keyClick(&shown.list, Qt::Key_Up);
    QCOMPARE(shown.list.current(), 498);
    QTest::keyClick(&shown.list, Qt::Key_PageDown);
    QCOMPARE(shown.list.current(), 498 - shown.list.rowsVisible());
    QVERIFY(!shown.list.isAtTop());
    QTest::keyClick(&shown.list, Qt::Key_End);
    QCOMPARE(shown.list.current(), 0);
    QTest::keyClick(&shown.list, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QTRY_VERIFY(shown.list.accessibleDescription().contains(u"th_0"_s));
}

void TestEventsWidgets::fieldsFoldAndUnfoldFromTheKeyboard()
{
    FieldView view;
    view.resize(600, 400);
    view.show();
    const auto tree = qualityTree();
    view.setTree(tree);
    view.setFocus();
    const int top = tree->find(u"metrics.header"_s);
    QVERIFY(top >= 0);
    view.setCurrent(top);
    QTest::keyClick(&view, Qt::Key_Down);
    const int below = view.current();
    QCOMPARE(tree->nodes.at(below).parent, top);
    QTest::keyClick(&view, Qt::Key_Left); // to its parent
    QCOMPARE(view.current(), top);
    QTest::keyClick(&view, Qt::Key_Left); // folded: what was below is gone
    QTest::keyClick(&view, Qt::Key_Down);
    QVERIFY(view.current() != below);
    // Choosing a hidden field unfolds the way to it.
    view.setCurrent(below);
    QCOMPARE(view.current(), below);
    QTest::keyClick(&view, Qt::Key_Up);
    QCOMPARE(view.current(), top);
}

void TestEventsWidgets::theChosenFieldStaysChosenInTheNextMessage()
{
    FieldView view;
    view.resize(600, 400);
    const auto tree = qualityTree();
    view.setTree(tree);
    const int thread = tree->find(u"metrics.header.thread_id"_s);
    QVERIFY(thread >= 0);
    view.setCurrent(thread);
    view.setTree(qualityTree());
    QCOMPARE(view.current(), thread);
    QVERIFY(view.textOf(thread).contains(u"th_51aa07"_s));
}

void TestEventsWidgets::aPressedByteIsTheOneChosen()
{
    HexView hex;
    hex.resize(700, 300);
    hex.show();
    QByteArray bytes(4096, '\0');
    for (qsizetype i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<char>(i);
    hex.setBytes(bytes);
    hex.setFocus();
    QSignalSpy chosen(&hex, &HexView::byteChosen);
    QTest::keyClick(&hex, Qt::Key_Right);
    QTest::keyClick(&hex, Qt::Key_Down);
    QCOMPARE(chosen.last().first().toLongLong(), 17);
    QTest::keyClick(&hex, Qt::Key_End);
    QCOMPARE(chosen.last().first().toLongLong(), 4095);
    QVERIFY(hex.verticalScrollBar()->value() > 0);
    QTest::keyClick(&hex, Qt::Key_Home);
    QTest::mouseClick(hex.viewport(), Qt::LeftButton, {}, QPoint(62, 25)); // first byte of the second line
    QCOMPARE(chosen.last().first().toLongLong(), 16);
}

void TestEventsWidgets::hexIsCopiedAsShown()
{
    HexView hex;
    hex.setBytes(QByteArray::fromHex("00ff10"));
    QCOMPARE(hex.hexText(), u"00 ff 10"_s);
    hex.setHighlight({.offset = 1, .length = 2});
    QCOMPARE(hex.hexText(), u"ff 10"_s);
    QVERIFY(!hex.accessibleDescription().isEmpty());
}

void TestEventsWidgets::momentsAreReadAsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("moment");
    QTest::newRow("hour and minute are today's") << u"14:06"_s << u"2026-11-21T14:06:00.000Z"_s;
    QTest::newRow("with seconds") << u"14:06:31"_s << u"2026-11-21T14:06:31.000Z"_s;
    QTest::newRow("with milliseconds") << u"14:06:31.402"_s << u"2026-11-21T14:06:31.402Z"_s;
    QTest::newRow("another day") << u"2026-11-20 23:59"_s << u"2026-11-20T23:59:00.000Z"_s;
    QTest::newRow("ISO with Z") << u"2026-11-20T23:59:01Z"_s << u"2026-11-20T23:59:01.000Z"_s;
    QTest::newRow("fifteen minutes ago") << u"-15m"_s << u"2026-11-21T11:45:00.000Z"_s;
    QTest::newRow("two days ago") << u"-2d"_s << u"2026-11-19T12:00:00.000Z"_s;
    QTest::newRow("not a time") << u"noon"_s << QString();
    QTest::newRow("no such hour") << u"25:00"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestEventsWidgets::momentsAreReadAsTyped()
{
    QFETCH(QString, typed);
    QFETCH(QString, moment);
    const std::optional<UtcTime> read = readMoment(typed, fromMicros(1'795'262'400'000'000));
    QCOMPARE(read ? toIso(*read) : QString(), moment);
}

void TestEventsWidgets::placesAreReadAsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("partition");
    QTest::addColumn<qint64>("offset");
    QTest::newRow("an offset alone is in the chosen partition") << u"918244"_s << 4 << qint64(918244);
    QTest::newRow("partition at offset") << u"3 @ 918244"_s << 3 << qint64(918244);
    QTest::newRow("as the strip writes it") << u"p3@918244"_s << 3 << qint64(918244);
    QTest::newRow("negative") << u"-4"_s << -1 << qint64(-1);
    QTest::newRow("words") << u"newest"_s << -1 << qint64(-1);
    QTest::newRow("three numbers") << u"1 2 3"_s << -1 << qint64(-1);
}

void TestEventsWidgets::placesAreReadAsTyped()
{
    QFETCH(QString, typed);
    QFETCH(int, partition);
    QFETCH(qint64, offset);
    const std::optional<PlaceInput> place = readPlace(typed, 4);
    QCOMPARE(place ? place->partition : -1, partition);
    QCOMPARE(place ? place->offset : -1, offset);
}

void TestEventsWidgets::unknownLagIsNotZero()
{
    FeedState state{.phase = FeedPhase::Live, .topic = u"t"_s};
    state.partitions = {{.partition = 0, .end = 10, .position = 10}, {.partition = 1, .position = 4}};
    QVERIFY(!state.lag());
    QVERIFY2(totalsText(state).contains(u"lag unknown"_s), qPrintable(totalsText(state)));
    state.partitions[1].end = 9;
    QCOMPARE(state.lag(), std::optional<qint64>(5));
    PartitionStrip strip;
    strip.setState(state);
    QVERIFY(strip.accessibleDescription().contains(u"lag 5"_s));
}

QTEST_MAIN(TestEventsWidgets)
#include "tst_events_widgets.moc"
