// SPDX-License-Identifier: Apache-2.0
// Shows the Alerts workspace in its window with sample data, to look at, and saves a picture of it:
//     alerts_gallery dark|light WxH SCENE FOLDER [picture.png]
// FOLDER keeps the sample data from one run to the next. Scenes: list, firing, editor, problem, expression,
// acknowledge, silence, import, typo, empty, broken, nothing, narrowed (Triage), narrowedanalytics,
// narrowedevents, narrowedalerts; with "german" behind them in German.
#include "alerts/alert_backtest.h"
#include "alerts/alert_file.h"
#include "resources.h"
#include "service/demo.h"
#include "translations.h"
#include "ui/alerts/alerts_workspace.h"
#include "ui/alerts/rule_editor.h"
#include "ui/alerts/rule_fields.h"
#include "ui/alerts_samples.h"
#include "ui/analytics/analytics_workspace.h"
#include "ui/analytics/time_bar.h"
#include "ui/filter/filter_field.h"
#include "ui/kit/icons.h"
#include "ui/kit/search_field.h"
#include "ui/kit/theme.h"
#include "ui/shell/main_window.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QPlainTextEdit>

using namespace assay;
using namespace assay::ui;
using namespace Qt::StringLiterals;

namespace {

/// What the shipped rules would have told of the last week, as history.
void writeHistory(const QString &storePath)
{
    auto store = AlertStore::open(storePath);
    if (!store)
        qFatal("%s", qPrintable(store.error().message));
    const UtcTime now = utcNow();
    const auto result =
        backtest(shippedAlertRules(), **store, {.from = now - std::chrono::hours(24 * 3), .to = now});
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
    for (const AlertFiring &firing : result->firings)
        if (const auto put =
                (*store)->putFiring({.id = firing.id,
                                     .rule = firing.rule,
                                     .firedAt = firing.firedAt,
                                     .resolvedAt = firing.resolvedAt.value_or(now),
                                     .json = QJsonDocument(toJson(firing)).toJson(QJsonDocument::Compact)});
            !put)
            qFatal("%s", qPrintable(put.error().message));
}

void importSample(AlertsWorkspace &alerts, const QString &folder, bool wrong)
{
    const QString path = folder + u"/team_rules.yml"_s;
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no file");
    file.write("groups:\n- name: team\n  rules:\n  - alert: HighFailureRate\n    expr: "
               "rate(dashstream_quality_monitor_queries_failed_total[5m]) / "
               "rate(dashstream_quality_monitor_queries_total[5m]) > 0.2\n    for: 10m\n");
    file.write(wrong ? "  - alert: Odd\n    expr: predict_linear(x[5m], 60) > 1\n"
                     : "  - alert: Slow\n    expr: rate(dashstream_quality_retry_count_sum[5m]) > 2\n");
    file.close();
    alerts.importFile(path);
}

void playScene(const QString &scene, MainWindow &window, const QString &folder)
{
    AlertsWorkspace &alerts = *window.alerts();
    const auto run = [&window](ActionId id) { window.actions().at(id)->trigger(); };
    const auto after = [&window](int ms, auto job) { QTimer::singleShot(ms, &window, job); };
    const auto is = [&scene](QStringView name) { return scene.startsWith(name); };
    after(900, [&] { alerts.list().setCurrent(u"HighFailureRate"_s); });
    if (is(u"firing"))
        after(1200, [&] { alerts.list().setCurrent(u"High Tool Ignore Rate"_s); });
    if (is(u"acknowledge"))
        after(1800, [&, run] {
            alerts.list().setCurrent(0);
            run(ActionId::AcknowledgeAlert);
        });
    if (is(u"silence"))
        after(1800, [run] { run(ActionId::SilenceAlert); });
    if (is(u"editor") || is(u"problem") || is(u"expression"))
        after(1500, [run] { run(ActionId::EditAlertRule); });
    if (is(u"problem"))
        after(1800, [&] {
            alerts.editor().fields().ceiling()->setFocus();
            alerts.editor().fields().ceiling()->clear();
            alerts.editor().fields().ceiling()->insert(u"150%"_s);
            Q_EMIT alerts.editor().fields().ceiling()->textEdited(u"150%"_s);
        });
    if (is(u"expression"))
        after(1800, [&] {
            RuleFields &fields = alerts.editor().fields();
            fields.metric()->setCurrentIndex(fields.metric()->count() - 1);
            fields.expression()->setPlainText(u"rate(no_such_series[5m]) > 1"_s);
        });
    if (is(u"import") || is(u"typo"))
        after(1500, [&alerts, folder, wrong = is(u"typo")] { importSample(alerts, folder, wrong); });
    if (is(u"narrowed")) {
        run(ActionId::GoAnalytics);
        after(1600, [&window] {
            AnalyticsWorkspace &analytics = *window.analytics();
            const UtcTime now = utcNow();
            Q_EMIT analytics.timeBar().brushEdited(
                {.from = now - std::chrono::hours(9), .to = now - std::chrono::hours(3)});
            analytics.filter().apply(u"score < 0.9"_s);
        });
        if (!is(u"narrowedanalytics"))
            after(2600, [run, events = is(u"narrowedevents"), alerts = is(u"narrowedalerts")] {
                run(events ? ActionId::GoEvents : alerts ? ActionId::GoAlerts : ActionId::GoTriage);
            });
    }
    if (is(u"nothing"))
        after(1500, [&] { alerts.search().setText(u"of nobody"_s); });
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList args = app.arguments();
    const QString scene = args.value(3, u"list"_s);
    initAssayResources();
    initKit();
    installTranslations(scene.endsWith(u"german"_s) ? QLocale(QLocale::German)
                                                    : QLocale(QLocale::English, QLocale::UnitedStates));
    applyTheme(app, args.value(1) == u"light" ? ThemeChoice::Light : ThemeChoice::Dark);

    const QTemporaryDir none;
    const QString folder = scene.startsWith(u"empty") ? none.path() : args.value(4, none.path());
    const Paths paths{
        .data = folder + u"/data"_s, .state = folder + u"/state"_s, .cache = folder + u"/cache"_s};
    qputenv("XDG_CONFIG_HOME", none.filePath(u"config"_s).toUtf8());
    samples::writeAlertRules(none.filePath(u"config"_s),
                             scene.startsWith(u"broken") ? "[[rule]]\nname = \"Odd\"\nmetric = \"nosuch\"\n"
                                                         : "interval = \"1s\"\ndelay = \"0s\"\n");
    if (!scene.startsWith(u"empty") && !QFile::exists(paths.store())) {
        const auto loaded =
            loadDemo(paths, {.events = 150'000, .days = 3, .seed = 7}, [](const DemoProgress &) {}, {});
        if (!loaded)
            qFatal("%s", qPrintable(loaded.error().message));
        writeHistory(paths.store());
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
    window.actions().at(ActionId::GoAlerts)->trigger();
    playScene(scene, window, none.path());
    if (args.size() > 5)
        QTimer::singleShot(4500, &app, [&] {
            window.grab().save(args.value(5));
            QCoreApplication::quit();
        });
    return QApplication::exec();
}
