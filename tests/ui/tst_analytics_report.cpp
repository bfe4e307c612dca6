// SPDX-License-Identifier: Apache-2.0
// Reports from the window: with real key presses, and byte for byte those of `assay report`.
#include "service/demo.h"
#include "session.h"
#include "ui/analytics/analytics_workspace.h"
#include "ui/analytics/compare_pane.h"
#include "ui/analytics/report_sheet.h"
#include "ui/filter/filter_field.h"
#include "ui/kit/button.h"
#include "ui/kit/segmented_tabs.h"
#include "ui/window_fixture.h"

#include <QtCore/QProcess>
#include <QtGui/QDesktopServices>
#include <QtGui/QPdfWriter>

using namespace assay;
using namespace assay::ui;
using namespace assay::test;

namespace {

struct ReportBench : WindowBench
{
    explicit ReportBench(const QString &folder) : WindowBench({}, folder)
    {
        QFile::remove(folder + u"/state/window.json"_s);
        press(Qt::Key_4, Qt::ControlModifier);
        analytics = window->analytics();
        [&] { QTRY_COMPARE(analytics->shown(), AnalyticsWorkspace::Shown::Content); }();
    }
    void waitForPage(const std::function<bool(const AnalyticsPage &)> &is) const
    {
        [&] { QTRY_VERIFY(analytics->page() && is(*analytics->page())); }();
    }
    ReportSheet &sheet() const { return analytics->report(); }
    /// Opens the sheet by its key, types the name over the suggested one, and presses Enter.
    void writeTo(const QString &name)
    {
        press(Qt::Key_S, Qt::ControlModifier);
        [&] { QTRY_VERIFY(sheet().isVisible()); }();
        QTest::keyClicks(sheet().path(), name); // the name is selected
        QTest::keyClick(sheet().path(), Qt::Key_Return);
    }

    AnalyticsWorkspace *analytics = nullptr;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What `assay report` writes for an order.
QByteArray fromCommandLine(const QString &folder, const ReportOrder &order, const QString &filter)
{
    const QString path = folder + u"/command-line."_s + tokenOf(order.format);
    QStringList arguments{u"report"_s,
                          u"--workspace"_s,
                          folder + u"/data"_s,
                          u"--from"_s,
                          toIso(order.query.range.from),
                          u"--to"_s,
                          toIso(order.query.range.to),
                          u"--generated"_s,
                          toIso(order.generated),
                          u"--filter"_s,
                          filter,
                          u"--config"_s,
                          folder + u"/assay.toml"_s,
                          u"--output"_s,
                          path};
    if (order.query.compareWith)
        arguments += {u"--compare"_s, u"before"_s};
    QProcess process;
    process.start(u"" ASSAY_BINARY_DIR "/app/assay"_s, arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        qFatal("%s", process.readAllStandardError().constData());
    return contentOf(path);
}

} // namespace

class TestAnalyticsReport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void windowAndCommandLineWriteTheSameBytes_data();
    void windowAndCommandLineWriteTheSameBytes();
    void formatIsTheEndingOfTheName();
    void fileThatIsThereIsReplacedOnlyOnSecondPress();
    void folderThatIsMissingIsSaid();
    void escLeavesAndTheReportIsToldLater();
    void cancelledReportLeavesNothing();
    void openGivesTheFileToTheDesktop();
    void printerGetsThePagesOfThePdf();

public Q_SLOTS:
    void takeUrl(const QUrl &url) { m_opened = url; }

private:
    QString pathFor(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    QUrl m_opened;
};

void TestAnalyticsReport::initTestCase()
{
    initAssayResources();
    const QString root = m_folder.path();
    QFile settings(root + u"/assay.toml"_s);
    QVERIFY(settings.open(QIODevice::WriteOnly));
    app::prepareTexts(Settings()); // as the console does
    const auto loaded =
        loadDemo({.data = root + u"/data"_s, .state = root + u"/state"_s, .cache = root + u"/cache"_s},
                 {.events = 12'000, .days = 6, .seed = 7}, [](const DemoProgress &) {}, {});
    QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().message));
}

void TestAnalyticsReport::windowAndCommandLineWriteTheSameBytes_data()
{
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QString>("filter");
    QTest::addColumn<bool>("compare");
    for (const QString &ending : {u"html"_s, u"pdf"_s, u"csv"_s, u"xlsx"_s, u"json"_s}) {
        QTest::addRow("%s of a day", qPrintable(ending)) << ending << QString() << false;
        QTest::addRow("%s of a filter, against the day before", qPrintable(ending))
            << ending << u"model = gpt-4o"_s << true;
    }
}

void TestAnalyticsReport::windowAndCommandLineWriteTheSameBytes()
{
    QFETCH(const QString, ending);
    QFETCH(const QString, filter);
    QFETCH(const bool, compare);
    ReportBench bench(m_folder.path());
    if (!filter.isEmpty()) {
        bench.analytics->filter().apply(filter);
        bench.waitForPage([&](const AnalyticsPage &page) { return !page.filter.isEmpty(); });
    }
    if (compare)
        bench.press(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(bench.analytics->isComparing(), compare);

    const QString path = pathFor(u"window."_s + ending);
    QFile::remove(path);
    bench.writeTo(path);
    QTRY_VERIFY(!bench.sheet().isRunning() && QFile::exists(path));
    QVERIFY2(bench.sheet().said().contains(u"window."_s + ending), qPrintable(bench.sheet().said()));
    const ReportOrder order = bench.sheet().order();
    QCOMPARE(tokenOf(order.format), ending);
    const QByteArray written = contentOf(path);
    QVERIFY(written.size() > 1000);
    QCOMPARE(written, fromCommandLine(m_folder.path(), order, filter));
}

void TestAnalyticsReport::formatIsTheEndingOfTheName()
{
    ReportBench bench(m_folder.path());
    bench.press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(bench.sheet().isVisible());
    QVERIFY(bench.sheet().path()->text().endsWith(".pdf"_L1));
    bench.sheet().formats()->setFocus();
    bench.press(Qt::Key_End);
    QVERIFY(bench.sheet().path()->text().endsWith(".json"_L1));
    bench.sheet().path()->setText(u"/tmp/a.CSV"_s);
    QCOMPARE(bench.sheet().order().format, ReportFormat::Csv);
    bench.sheet().path()->setText(u"/tmp/figures.of-today"_s);
    QCOMPARE(bench.sheet().order().format, ReportFormat::Json); // as the tabs say
}

void TestAnalyticsReport::fileThatIsThereIsReplacedOnlyOnSecondPress()
{
    const QString path = pathFor(u"mine.csv"_s);
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("mine");
    }
    ReportBench bench(m_folder.path());
    bench.writeTo(path);
    QVERIFY(bench.shows(u"is there already"_s));
    QCOMPARE(contentOf(path), "mine");
    QTest::keyClick(bench.sheet().path(), Qt::Key_Return);
    QTRY_VERIFY(contentOf(path).size() > 1000);
}

void TestAnalyticsReport::folderThatIsMissingIsSaid()
{
    ReportBench bench(m_folder.path());
    bench.writeTo(pathFor(u"nowhere/report.pdf"_s));
    QTRY_VERIFY(bench.shows(u"nowhere does not exist"_s));
    QVERIFY(!bench.sheet().isRunning());
    QVERIFY(!bench.sheet().openButton()->isEnabled());
}

void TestAnalyticsReport::escLeavesAndTheReportIsToldLater()
{
    ReportBench bench(m_folder.path());
    const QString path = pathFor(u"later.pdf"_s);
    bench.writeTo(path);
    QVERIFY(bench.sheet().isRunning()); // the window goes on meanwhile
    QTest::keyClick(bench.sheet().path(), Qt::Key_Escape);
    QVERIFY(!bench.sheet().isVisible());
    QTRY_VERIFY(bench.shows(u"Report written to "_s + path));
    QVERIFY(contentOf(path).startsWith("%PDF"));
}

void TestAnalyticsReport::cancelledReportLeavesNothing()
{
    ReportBench bench(m_folder.path());
    const QString path = pathFor(u"cancelled.pdf"_s);
    bench.writeTo(path);
    QVERIFY(bench.sheet().isRunning());
    QTest::keyClick(bench.sheet().path(), Qt::Key_Return); // the button says Cancel now
    QTRY_VERIFY(!bench.sheet().isRunning());
    QCOMPARE(bench.sheet().said(), u"Cancelled."_s);
    QVERIFY(!QFile::exists(path));
}

void TestAnalyticsReport::openGivesTheFileToTheDesktop()
{
    ReportBench bench(m_folder.path());
    const QString path = pathFor(u"opened.html"_s);
    bench.writeTo(path);
    QTRY_VERIFY(bench.sheet().openButton()->isEnabled());
    QTRY_VERIFY(bench.sheet().openButton()->hasFocus());
    QDesktopServices::setUrlHandler(u"file"_s, this, "takeUrl");
    QTest::keyClick(bench.sheet().openButton(), Qt::Key_Space);
    QDesktopServices::unsetUrlHandler(u"file"_s);
    QCOMPARE(m_opened.toLocalFile(), path);
}

void TestAnalyticsReport::printerGetsThePagesOfThePdf()
{
    ReportBench bench(m_folder.path());
    bench.press(Qt::Key_S, Qt::ControlModifier);
    const ReportOrder order = bench.sheet().order();
    const QString path = pathFor(u"printed.pdf"_s);
    auto printer = std::make_shared<QPdfWriter>(path); // paper of another size and resolution
    printer->setPageSize(QPageSize(QPageSize::Letter));
    printer->setPageMargins(QMarginsF(0.0, 0.0, 0.0, 0.0));
    printer->setResolution(300);
    ReportHost host(m_folder.path() + u"/data/assay.db"_s);
    QSignalSpy printed(&host, &ReportHost::printed);
    host.print(order, printer);
    QTRY_COMPARE(printed.size(), 1);
    printer.reset();
    const auto textOf = [](const QString &file) {
        QProcess process;
        process.start(u"pdftotext"_s, {u"-raw"_s, file, u"-"_s});
        process.waitForFinished();
        return QString::fromUtf8(process.readAllStandardOutput());
    };
    ReportOrder same = order;
    same.path = pathFor(u"same.pdf"_s);
    QVERIFY(writeReportFile(m_folder.path() + u"/data/assay.db"_s, same));
    QTRY_VERIFY(textOf(path).contains(u"Quality report"_s));
    QCOMPARE(textOf(path), textOf(same.path));
}

QTEST_MAIN(TestAnalyticsReport)
#include "tst_analytics_report.moc"
