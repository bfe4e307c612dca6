// SPDX-License-Identifier: Apache-2.0
// Shows the Analytics workspace in its window with sample data, to look at, and saves a picture of it:
//     analytics_gallery dark|light WxH SCENE FOLDER [picture.png]
// FOLDER keeps the sample data from one run to the next. Scenes: day, week, german, brushed, gaps, compared,
// filtered, nothing, typo, mixed, lower, empty.
#include "resources.h"
#include "service/demo.h"
#include "translations.h"
#include "ui/analytics/analytics_workspace.h"
#include "ui/analytics/chart_layout.h"
#include "ui/analytics/time_bar.h"
#include "ui/filter/filter_field.h"
#include "ui/kit/icons.h"
#include "ui/kit/theme.h"
#include "ui/shell/main_window.h"

#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>

using namespace assay;
using namespace assay::ui;
using namespace Qt::StringLiterals;

namespace {

void playScene(const QString &scene, MainWindow &window)
{
    AnalyticsWorkspace &analytics = *window.analytics();
    const auto run = [&window](ActionId id) { window.actions().at(id)->trigger(); };
    if (scene != u"day")
        run(ActionId::LastWeek);
    const auto after = [&window](int ms, auto job) { QTimer::singleShot(ms, &window, job); };
    if (scene == u"brushed")
        after(1200, [&] {
            const TimeRange all = analytics.timeBar().bounds();
            Q_EMIT analytics.timeBar().brushEdited(
                {.from = all.from + all.length() * 7 / 10, .to = all.from + all.length() * 17 / 20});
        });
    if (scene == u"gaps")
        after(1200, [&] {
            for (const Run &gap : gapRuns(analytics.page()->buckets)) {
                const TimeRange &hole = analytics.page()->buckets.at(gap.first).range;
                if (gap.first > 0)
                    Q_EMIT analytics.timeBar().brushEdited(
                        {.from = hole.from - std::chrono::hours(6), .to = hole.to + std::chrono::hours(7)});
            }
        });
    if (scene == u"compared" || scene == u"comparedgerman")
        after(600, [run] { run(ActionId::CompareRanges); });
    if (scene == u"filtered")
        after(600, [&] { analytics.filter().apply(u"issue = tool_results_ignored"_s); });
    if (scene == u"nothing")
        after(600, [&] { analytics.filter().apply(u"model = nobody"_s); });
    if (scene == u"typo")
        after(600, [&] {
            analytics.filter().setFocus();
            analytics.filter().setText(u"scroe < 0.9"_s);
        });
    if (scene == u"mixed")
        after(600, [&] { analytics.filter().apply(u"topic = x and confidence > 0.5"_s); });
    if (scene == u"lower" || scene == u"lowergerman")
        after(1200, [&] {
            auto *area = analytics.findChild<QScrollArea *>();
            area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
            analytics.charts().at(6)->setFocus();
        });
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList args = app.arguments();
    const QString scene = args.value(3, u"day"_s);
    initAssayResources();
    initKit();
    installTranslations(scene.endsWith(u"german"_s) ? QLocale(QLocale::German)
                                                    : QLocale(QLocale::English, QLocale::UnitedStates));
    applyTheme(app, args.value(1) == u"light" ? ThemeChoice::Light : ThemeChoice::Dark);

    const QTemporaryDir none;
    const QString folder = scene == u"empty" ? none.path() : args.value(4, none.path());
    const Paths paths{
        .data = folder + u"/data"_s, .state = folder + u"/state"_s, .cache = folder + u"/cache"_s};
    if (scene != u"empty" && !QFile::exists(paths.store())) {
        const auto loaded =
            loadDemo(paths, {.events = 60'000, .days = 14, .seed = 7}, [](const DemoProgress &) {}, {});
        if (!loaded)
            qFatal("%s", qPrintable(loaded.error().message));
    }
    const SettingsSources sources{
        .file = none.path() + u"/assay.toml"_s,
        .userProfiles = none.path(),
        .assignments = {u"ui.theme="_s + args.value(1, u"dark"_s), u"ui.environment_name=prod-eu"_s}};
    SettingsHub hub(*loadSettings(sources), sources.file, none.path());
    Secrets secrets{Variables{}};
    const auto workbench = Workbench::open(paths, hub, secrets);
    StateFile state(none.path() + u"/window.json"_s);
    MainWindow window(*workbench, state);
    const QStringList size = args.value(2, u"1440x900"_s).split(u'x');
    window.resize(size.value(0).toInt(), size.value(1).toInt());
    window.show();
    window.actions().at(ActionId::GoAnalytics)->trigger();
    playScene(scene, window);
    if (args.size() > 5)
        QTimer::singleShot(2600, &app, [&] {
            window.grab().save(args.value(5));
            QCoreApplication::quit();
        });
    return QApplication::exec();
}
