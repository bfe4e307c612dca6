// SPDX-License-Identifier: Apache-2.0
// Sample data from the window: offered on the first page, loaded apart from the operator's own, and never
// taken for real.
#include "service/demo.h"
#include "ui/kit/button.h"
#include "ui/kit/chip.h"
#include "ui/shell/demo_sheet.h"
#include "ui/window_fixture.h"

using namespace assay;
using namespace assay::ui;
using namespace assay::test;

namespace {

Paths pathsIn(const QString &folder)
{
    return {.data = folder, .state = folder + u"/state"_s, .cache = folder + u"/cache"_s};
}

Button *offerIn(const WindowBench &bench)
{
    for (Button *button : bench.window->findChildren<Button *>())
        if (button->text() == "Look around in sample data"_L1)
            return button;
    return nullptr;
}

Chip *markIn(const WindowBench &bench)
{
    for (Chip *chip : bench.window->findChildren<Chip *>())
        if (chip->text() == "Demo data"_L1 && chip->isVisible())
            return chip;
    return nullptr;
}

/// A sheet over nothing else, and what it opened.
struct SheetBench
{
    SheetBench()
        : sheet(pathsIn(folder.filePath(u"demo"_s)), &host, [this](const QString &opened) {
              openedFolders.append(opened);
              return true;
          })
    {
        host.resize(800, 500);
        host.show();
        sheet.open();
    }

    QTemporaryDir folder;
    QStringList openedFolders{};
    QWidget host{};
    DemoSheet sheet;
};

} // namespace

class TestDemoData final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { initKit(); }
    void firstPageOffersSampleData();
    void demoWorkspaceIsMarkedAndOffersNoOther();
    void loadsAndOpens();
    void cancelledLoadingLeavesNothing();
    void folderOfSomethingElseIsLeftAlone();
};

void TestDemoData::firstPageOffersSampleData()
{
    WindowBench bench;
    QVERIFY(!markIn(bench));
    QCOMPARE(bench.window->windowTitle(), u"Assay"_s);
    Button *const offer = offerIn(bench);
    QVERIFY(offer && offer->isVisible());
    offer->setFocus();
    bench.press(Qt::Key_Space);
    const auto sheets = bench.window->findChildren<DemoSheet *>();
    QCOMPARE(sheets.size(), 1);
    QVERIFY(sheets.first()->isVisible());
    QVERIFY(sheets.first()->loadButton()->hasFocus());
    QVERIFY(bench.shows(u"apart from your own data"_s));
    bench.press(Qt::Key_Escape);
    QVERIFY(!sheets.first()->isVisible());
}

void TestDemoData::demoWorkspaceIsMarkedAndOffersNoOther()
{
    QTemporaryDir folder;
    const Paths paths{.data = folder.filePath(u"data"_s), .state = folder.filePath(u"state"_s), .cache = {}};
    QVERIFY(loadDemo(paths, {.events = 500, .days = 1}, [](const DemoProgress &) {}, {}));
    WindowBench bench({}, folder.path());
    QVERIFY(markIn(bench));
    QVERIFY(bench.shows(u"none of it is real traffic"_s));
    QVERIFY(bench.window->windowTitle().contains("demo data"_L1));
    QVERIFY(!offerIn(bench));
}

void TestDemoData::loadsAndOpens()
{
    SheetBench bench;
    QVERIFY(!bench.sheet.openButton()->isVisible());
    QTest::keyClick(bench.sheet.loadButton(), Qt::Key_Space);
    QVERIFY(bench.sheet.isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(bench.sheet.said().contains(" of "_L1), 20'000);
    const QString demo = bench.folder.filePath(u"demo"_s);
    QTRY_COMPARE_WITH_TIMEOUT(bench.openedFolders, QStringList{demo}, 120'000);
    QCOMPARE(demoIn(pathsIn(demo))->events, 50'000);
    QVERIFY(bench.sheet.openButton()->isVisible());
    QTest::keyClick(bench.sheet.openButton(), Qt::Key_Space);
    QCOMPARE(bench.openedFolders.size(), 2);
}

void TestDemoData::cancelledLoadingLeavesNothing()
{
    SheetBench bench;
    QTest::keyClick(bench.sheet.loadButton(), Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(bench.sheet.said().contains(" of "_L1), 20'000);
    QTest::keyClick(bench.sheet.loadButton(), Qt::Key_Space); // it says Cancel now
    QTRY_COMPARE_WITH_TIMEOUT(bench.sheet.said(), u"Cancelled."_s, 20'000);
    QVERIFY(!QFile::exists(bench.folder.filePath(u"demo/assay.db"_s)));
    QVERIFY(!bench.sheet.openButton()->isVisible());
    QVERIFY(bench.openedFolders.isEmpty());
}

void TestDemoData::folderOfSomethingElseIsLeftAlone()
{
    SheetBench bench;
    QVERIFY(QDir(bench.folder.path()).mkpath(u"demo"_s));
    QFile mine(bench.folder.filePath(u"demo/assay.db"_s));
    QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4);
    mine.close();
    QTest::keyClick(bench.sheet.loadButton(), Qt::Key_Space);
    QTRY_VERIFY(!bench.sheet.isRunning());
    const auto labels = bench.sheet.findChildren<PlainLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const PlainLabel *label) {
        return label->isVisible() && label->fullText().contains("left alone"_L1);
    }));
    QCOMPARE(mine.size(), 4);
    QVERIFY(bench.openedFolders.isEmpty());
}

QTEST_MAIN(TestDemoData)
#include "tst_demo_data.moc"
