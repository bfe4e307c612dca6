// SPDX-License-Identifier: Apache-2.0
// One range and filter for all workspaces: what is made of it, and that all of them obey.
#include "ui/alerts/alerts_workspace.h"
#include "ui/alerts_samples.h"
#include "ui/analytics/analytics_workspace.h"
#include "ui/analytics/range_bar.h"
#include "ui/analytics/time_bar.h"
#include "ui/events/events_workspace.h"
#include "ui/filter/filter_field.h"
#include "ui/filter/scope_chip.h"
#include "ui/triage/queue_view.h"
#include "ui/triage/triage_workspace.h"
#include "ui/window_fixture.h"

using namespace assay;
using namespace assay::test;
using namespace assay::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 20'000;

/// Ten failed answers, one every ten minutes back from now, every other of another thread.
struct ScopeBench
{
    ScopeBench()
    {
        qputenv("XDG_CONFIG_HOME", folder.filePath(u"config"_s).toUtf8());
        samples::AlertDesk desk(folder.path());
        for (int i = 0; i < 10; ++i)
            desk.answer(utcNow() - std::chrono::minutes(5 + 10 * i), 0.3F + 0.05F * static_cast<float>(i),
                        i % 2 == 0 ? u"th_even"_s : u"th_odd"_s);
        bench = std::make_unique<WindowBench>(QStringList{}, folder.path());
        bench->press(Qt::Key_2, Qt::ControlModifier);
        [&] { QTRY_COMPARE_WITH_TIMEOUT(triage().queue().list().total, 10, patience); }();
        bench->press(Qt::Key_4, Qt::ControlModifier);
        [&] {
            QTRY_COMPARE_WITH_TIMEOUT(analytics().shown(), AnalyticsWorkspace::Shown::Content, patience);
        }();
    }
    MainWindow &window() { return *bench->window; }
    TriageWorkspace &triage() { return *window().triage(); }
    AnalyticsWorkspace &analytics() { return *window().analytics(); }
    /// The chips of the workspaces that are not Analytics itself.
    QStringList chips()
    {
        QStringList texts;
        for (QWidget *page :
             {static_cast<QWidget *>(window().triage()), static_cast<QWidget *>(window().events()),
              static_cast<QWidget *>(window().alerts())})
            for (const ScopeChip *chip : page->findChildren<ScopeChip *>())
                texts.append(chip->isHidden() ? QString() : chip->text());
        return texts;
    }

    QTemporaryDir folder;
    std::unique_ptr<WindowBench> bench;
};

} // namespace

class TestSharedScope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aScopeInWords()
    {
        const UtcTime ten =
            fromMicros(QDateTime(QDate::currentDate(), QTime(10, 0)).toMSecsSinceEpoch() * 1000);
        QCOMPARE(scopeText({}), QString());
        QCOMPARE(
            scopeText({.origin = u"Analytics"_s, .from = ten, .to = ten + 1h, .filter = u"score < 0.9"_s}),
            u"from Analytics: 10:00 – 11:00 · score < 0.9"_s);
        QCOMPARE(scopeText({.origin = u"Alerts"_s, .title = u"HighLatency"_s, .filter = u"turn in (a, b)"_s}),
                 u"from Alerts: HighLatency"_s);
    }

    void aFilterOfOthersColumnsIsLeftOutAndSaid()
    {
        const SharedScope scope{.origin = u"Analytics"_s, .from = utcNow(), .filter = u"confidence > 0.5"_s};
        const ScopedFilter events = scopedFilter({}, scope, FilterUse::Events);
        QVERIFY(events.left.contains(u"confidence"_s));
        QVERIFY(events.filter.toString().startsWith(u"time >="_s)); // the time still counts
        const ScopedFilter turns = scopedFilter(*parseFilter(u"score < 0.5"), scope, FilterUse::Turns);
        QCOMPARE(turns.left, QString());
        QVERIFY(turns.filter.toString().contains(u"confidence > 0.5"_s));
        QVERIFY(turns.filter.toString().contains(u"score < 0.5"_s));
        QVERIFY(parseFilter(turns.filter.toString(), FilterUse::Turns));
    }

    void theBrushActsOnAll()
    {
        ScopeBench bench;
        const UtcTime now = utcNow();
        Q_EMIT bench.analytics().timeBar().brushEdited({.from = now - 32min, .to = now});
        QTRY_COMPARE_WITH_TIMEOUT(bench.triage().queue().list().total, 3, patience);
        for (const QString &text : bench.chips())
            QVERIFY2(text.startsWith(u"from Analytics: "_s), qPrintable(text));
        bench.bench->press(Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(bench.triage().queue().list().total, 10, patience);
        QCOMPARE(bench.chips(), QStringList(3));
        QVERIFY(!bench.analytics().isBrushed());
    }

    void theFilterLineActsOnAll()
    {
        ScopeBench bench;
        bench.bench->press(Qt::Key_Slash);
        bench.bench->type(u"thread = th_odd"_s);
        bench.bench->press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(bench.triage().queue().list().total, 5, patience);
        bench.bench->press(Qt::Key_2, Qt::ControlModifier);
        bench.bench->press(Qt::Key_Slash);
        bench.bench->type(u"score < 0.5"_s); // the queue's own filter comes on top
        bench.bench->press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(bench.triage().queue().list().total, 2, patience);
        bench.bench->press(Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(bench.triage().queue().list().total, 4, patience);
        QVERIFY(bench.analytics().filter().text().isEmpty());
    }

    void anotherWorkspacesScopeIsTakenOverByAnalytics()
    {
        ScopeBench bench;
        const UtcTime now = utcNow();
        Q_EMIT bench.window().alerts()->triageWanted({.origin = u"Alerts"_s,
                                                      .title = u"HighLatency"_s,
                                                      .from = now - 22min,
                                                      .to = now,
                                                      .filter = u"thread = th_even"_s});
        QTRY_COMPARE_WITH_TIMEOUT(bench.triage().queue().list().total, 1, patience);
        QVERIFY(bench.triage().isVisible());
        bench.bench->press(Qt::Key_4, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(bench.analytics().page() && bench.analytics().page()->responses == 1,
                                 patience);
        QCOMPARE(bench.analytics().filter().text(), u"thread = th_even"_s);
        QVERIFY(!bench.analytics().range().isRelative());
        bench.bench->press(Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(bench.analytics().page() && bench.analytics().page()->responses == 10,
                                 patience);
        QVERIFY(bench.analytics().range().isRelative());
    }
};

QTEST_MAIN(TestSharedScope)
#include "tst_shared_scope.moc"
