// SPDX-License-Identifier: Apache-2.0
// The Analytics workspace in its window, with real key presses, on sample data that came the whole way.
#include "service/demo.h"
#include "ui/analytics/analytics_workspace.h"
#include "ui/analytics/chart_layout.h"
#include "ui/analytics/compare_pane.h"
#include "ui/analytics/kpi_row.h"
#include "ui/analytics/range_bar.h"
#include "ui/analytics/row_charts.h"
#include "ui/analytics/time_bar.h"
#include "ui/filter/filter_field.h"
#include "ui/kit/segmented_tabs.h"
#include "ui/window_fixture.h"

#include <QtGui/QAccessible>
#include <QtGui/QClipboard>

using namespace assay;
using namespace assay::ui;
using namespace assay::test;

namespace {

using Shown = AnalyticsWorkspace::Shown;

/// The window on Analytics, over sample data, unless there shall be none.
struct AnalyticsBench : WindowBench
{
    explicit AnalyticsBench(const QString &folder, bool wait = true) : WindowBench({}, forgotten(folder))
    {
        press(Qt::Key_4, Qt::ControlModifier);
        analytics = window->analytics();
        if (wait)
            [&] { QTRY_COMPARE(analytics->shown(), Shown::Content); }();
    }
    /// The folder without what an earlier window remembered.
    static QString forgotten(const QString &folder)
    {
        QFile::remove(folder + u"/state/window.json"_s);
        return folder;
    }
    /// Ranges are widened to whole minutes.
    bool spans(std::chrono::minutes length) const
    {
        const auto over = analytics->page()->range.length() - length;
        return over >= std::chrono::minutes(0) && over <= std::chrono::minutes(1);
    }
    /// Presses keys and waits until another page is there.
    void pressAndWait(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        const Chart::Page before = analytics->page();
        press(key, modifiers);
        [&] { QTRY_VERIFY(analytics->page() && analytics->page() != before); }();
    }
    Chart *focused() const
    {
        for (Chart *chart : analytics->charts())
            if (chart->hasFocus())
                return chart;
        return nullptr;
    }

    AnalyticsWorkspace *analytics = nullptr;
};

} // namespace

class TestAnalyticsWorkspace final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void rangesAreChosenByKey();
    void ownRangeIsTypedAndMistakesAreTold();
    void brushMovesByKeysAndEscResetsIt();
    void keysWalkChartsAndMarks();
    void enterNarrowsTheFilterAndEscClearsIt();
    void aPieceOfTimeIsBrushedFromAChart();
    void comparisonIsTheSameAsTheCores();
    void filterThatMatchesNothingOffersToClearIt();
    void mixedFilterIsRefusedWithItsReason();
    void withoutAStoreItSaysHowToFillIt();
    void chartIsCopiedAsCsv();
    void everyControlHasAName();
    void hostileNamesAreOnlyShown();

private:
    QTemporaryDir m_folder;
};

void TestAnalyticsWorkspace::initTestCase()
{
    initAssayResources();
    const QString root = m_folder.path();
    const auto loaded =
        loadDemo({.data = root + u"/data"_s, .state = root + u"/state"_s, .cache = root + u"/cache"_s},
                 {.events = 12'000, .days = 6, .seed = 7}, [](const DemoProgress &) {}, {});
    QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().message));
}

void TestAnalyticsWorkspace::rangesAreChosenByKey()
{
    AnalyticsBench bench(m_folder.path());
    QVERIFY(bench.spans(std::chrono::hours(24)));
    const qint64 day = bench.analytics->page()->responses;
    QVERIFY(day > 0);
    bench.pressAndWait(Qt::Key_3);
    QVERIFY(bench.spans(std::chrono::days(7)));
    QVERIFY(bench.analytics->page()->responses > day);
    bench.pressAndWait(Qt::Key_1);
    QCOMPARE(bench.analytics->range().text(), u"1h"_s);
    bench.pressAndWait(Qt::Key_F5);
    QCOMPARE(bench.analytics->saveState().value(u"range"_s).toString(), u"1h"_s);
}

void TestAnalyticsWorkspace::ownRangeIsTypedAndMistakesAreTold()
{
    AnalyticsBench bench(m_folder.path());
    bench.press(Qt::Key_5);
    QVERIFY(bench.analytics->range().from()->hasFocus());
    bench.type(u"-5d"_s);
    bench.press(Qt::Key_Tab);
    QVERIFY(bench.analytics->range().to()->hasFocus());
    bench.analytics->range().to()->selectAll();
    bench.type(u"-3d"_s);
    bench.pressAndWait(Qt::Key_Return);
    QVERIFY(std::chrono::abs(bench.analytics->page()->range.length() - std::chrono::days(2)) <=
            std::chrono::minutes(1));
    bench.analytics->range().to()->selectAll();
    bench.type(u"-9d"_s);
    bench.press(Qt::Key_Return);
    QVERIFY(bench.shows(u"is empty"_s));
}

void TestAnalyticsWorkspace::brushMovesByKeysAndEscResetsIt()
{
    AnalyticsBench bench(m_folder.path());
    bench.pressAndWait(Qt::Key_3);
    const TimeRange whole = bench.analytics->timeBar().brush();
    bench.press(Qt::Key_B);
    QVERIFY(bench.analytics->timeBar().hasFocus());
    bench.pressAndWait(Qt::Key_Left);
    const TimeRange moved = bench.analytics->timeBar().brush();
    QVERIFY(moved.from < whole.from && moved.to < whole.to);
    QCOMPARE(moved.length(), whole.length());
    QVERIFY(bench.analytics->isBrushed());
    bench.pressAndWait(Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(bench.analytics->timeBar().brush().from, moved.from);
    QVERIFY(bench.analytics->timeBar().brush().to < moved.to);
    bench.pressAndWait(Qt::Key_Right, Qt::ControlModifier);
    QVERIFY(bench.analytics->timeBar().brush().from > moved.from);
    QTRY_VERIFY(bench.analytics->page()->range.length() < whole.length());
    bench.pressAndWait(Qt::Key_Escape);
    QVERIFY(!bench.analytics->isBrushed());
    QTRY_VERIFY(bench.spans(std::chrono::days(7)));
}

void TestAnalyticsWorkspace::keysWalkChartsAndMarks()
{
    AnalyticsBench bench(m_folder.path());
    bench.pressAndWait(Qt::Key_3); // a single day of the sample data may be without an issue
    bench.press(Qt::Key_J);
    QCOMPARE(bench.focused(), bench.analytics->charts().first());
    for (qsizetype i = 1; i < bench.analytics->charts().size(); ++i)
        bench.press(Qt::Key_J);
    QCOMPARE(bench.focused(), bench.analytics->charts().last());
    bench.press(Qt::Key_K);
    QCOMPARE(bench.focused(), bench.analytics->charts().at(bench.analytics->charts().size() - 2));
    for (Chart *chart : bench.analytics->charts()) {
        chart->setFocus();
        const QString caption = chart->captionShown();
        bench.press(Qt::Key_Home);
        QVERIFY2(chart->mark() == 0, qPrintable(chart->title()));
        QVERIFY2(chart->captionShown() != caption, qPrintable(chart->title()));
        bench.press(Qt::Key_Right);
        QCOMPARE(chart->mark(), std::min(1, chart->markCount() - 1));
    }
}

void TestAnalyticsWorkspace::enterNarrowsTheFilterAndEscClearsIt()
{
    AnalyticsBench bench(m_folder.path());
    bench.pressAndWait(Qt::Key_3);
    const auto all = bench.analytics->page();
    QVERIFY(!all->issues.isEmpty());
    auto *issues = bench.analytics->findChild<IssuesChart *>();
    issues->setFocus();
    bench.press(Qt::Key_Home);
    bench.pressAndWait(Qt::Key_Return);
    QCOMPARE(bench.analytics->filter().text(), u"issue = "_s + all->issues.first().issue);
    QCOMPARE(bench.analytics->page()->responses, all->issues.first().responses);
    bench.press(Qt::Key_Slash);
    QVERIFY(bench.analytics->filter().hasFocus());
    bench.pressAndWait(Qt::Key_Escape);
    QCOMPARE(bench.analytics->page()->responses, all->responses);
}

void TestAnalyticsWorkspace::aPieceOfTimeIsBrushedFromAChart()
{
    AnalyticsBench bench(m_folder.path());
    bench.pressAndWait(Qt::Key_3);
    Chart *pass = bench.analytics->charts().at(1);
    const auto page = bench.analytics->page();
    const auto busiest = std::ranges::max_element(page->buckets, {}, &AnalyticsBucket::responses);
    const auto index = static_cast<int>(busiest - page->buckets.begin());
    QTest::mouseClick(pass, Qt::LeftButton, Qt::NoModifier, pass->markRect(index).center().toPoint());
    QTRY_VERIFY(bench.analytics->page() != page);
    QCOMPARE(bench.analytics->page()->range, busiest->range);
    QCOMPARE(bench.analytics->page()->responses, busiest->responses);
}

void TestAnalyticsWorkspace::comparisonIsTheSameAsTheCores()
{
    AnalyticsBench bench(m_folder.path());
    bench.pressAndWait(Qt::Key_D, Qt::ControlModifier);
    QVERIFY(bench.analytics->isComparing());
    QVERIFY(bench.analytics->comparison().isVisible());
    QVERIFY(!bench.analytics->figures().isVisible());
    const QString before = bench.analytics->comparison().table()->accessibleDescription();
    QCOMPARE(before.count(u'\n') + 1, static_cast<int>(kpiCount));
    QVERIFY(bench.analytics->comparison().tabs()->hasFocus());
    bench.pressAndWait(Qt::Key_Right); // a day before: of 24 hours the same
    QCOMPARE(bench.analytics->comparison().table()->accessibleDescription(), before);
    bench.pressAndWait(Qt::Key_Right); // a week before: nothing was there
    QVERIFY(bench.analytics->comparison().table()->sentence(0).contains(u"0 → "_s));
    bench.pressAndWait(Qt::Key_D, Qt::ControlModifier);
    QVERIFY(bench.analytics->figures().isVisible());
}

void TestAnalyticsWorkspace::filterThatMatchesNothingOffersToClearIt()
{
    AnalyticsBench bench(m_folder.path());
    bench.press(Qt::Key_Slash);
    bench.type(u"model = nobody "_s);
    bench.press(Qt::Key_Return);
    QTRY_COMPARE(bench.analytics->shown(), Shown::Filtered);
    QVERIFY(bench.shows(u"model = nobody"_s));
    bench.press(Qt::Key_Escape);
    QTRY_COMPARE(bench.analytics->shown(), Shown::Content);
}

void TestAnalyticsWorkspace::mixedFilterIsRefusedWithItsReason()
{
    AnalyticsBench bench(m_folder.path());
    bench.analytics->filter().apply(u"topic = x and confidence > 0.5"_s);
    QTRY_COMPARE(bench.analytics->shown(), Shown::Failed);
    QVERIFY(bench.shows(u"columns of events and of turns"_s));
    bench.analytics->filter().apply(QString());
    QTRY_COMPARE(bench.analytics->shown(), Shown::Content);
}

void TestAnalyticsWorkspace::withoutAStoreItSaysHowToFillIt()
{
    AnalyticsBench bench({}, false);
    QTRY_COMPARE(bench.analytics->shown(), Shown::Empty);
    QVERIFY(bench.analytics->page() == nullptr || bench.analytics->page()->responses == 0);
}

void TestAnalyticsWorkspace::chartIsCopiedAsCsv()
{
    AnalyticsBench bench(m_folder.path());
    bench.press(Qt::Key_J);
    bench.press(Qt::Key_C);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"low,high,responses\n"_s));
    bench.press(Qt::Key_C, Qt::ShiftModifier);
    QVERIFY(!QGuiApplication::clipboard()->image().isNull());
}

void TestAnalyticsWorkspace::everyControlHasAName()
{
    AnalyticsBench bench(m_folder.path());
    bench.pressAndWait(Qt::Key_D, Qt::ControlModifier);
    for (QWidget *widget : bench.analytics->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || widget->inherits("QScrollBar"))
            continue;
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(accessible && !accessible->text(QAccessible::Name).isEmpty(),
                 widget->metaObject()->className());
    }
}

void TestAnalyticsWorkspace::hostileNamesAreOnlyShown()
{
    AnalyticsBench bench(m_folder.path());
    AnalyticsPage page = *bench.analytics->page();
    const QString evil = u"<img src=x onerror=y>\u202e\x1b[31m\n"_s + QString(100'000, u'W');
    page.issues = {{.issue = evil, .responses = 3, .share = 0.1}};
    page.models = {{.model = evil, .responses = 3, .share = 0.1}};
    const auto hostile = std::make_shared<const AnalyticsPage>(page);
    for (Chart *chart : bench.analytics->charts()) {

        chart->setPage(hostile);
        chart->choose(0);
        const QImage picture = chart->picture();
        QVERIFY(!picture.isNull());
        QVERIFY(!chart->captionShown().contains(u'\x1b'));
        QVERIFY(!chart->captionShown().contains(QChar(0x202e)));
        QVERIFY(!chart->accessibleDescription().contains(QChar(0x202e)));
    }
    const Filter filter = narrowed({}, issueClause(evil));
    QCOMPARE(filter.root().values.first().text, evil);
}

QTEST_MAIN(TestAnalyticsWorkspace)
#include "tst_analytics_workspace.moc"
