// SPDX-License-Identifier: Apache-2.0
// Shows the Evaluate workspace in its window with sample runs, to look at, and saves a picture of it:
//     evaluate_gallery dark|light WxH SCENE [picture.png]
// Scenes: compared, single, repeats, broken, running, empty, damaged, sheet, resume, nothing, export, arena,
// blind, voted; with "german" behind them in German.
#include "agent/policy_from_settings.h"
#include "resources.h"
#include "translations.h"
#include "ui/evaluate/arena_page.h"
#include "ui/evaluate/evaluate_workspace.h"
#include "ui/evaluate/run_list.h"
#include "ui/evaluate/runs_page.h"
#include "ui/evaluate/scenario_table.h"
#include "ui/evaluate_samples.h"
#include "ui/kit/controls.h"
#include "ui/kit/icons.h"
#include "ui/kit/search_field.h"
#include "ui/kit/theme.h"
#include "ui/shell/main_window.h"

#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>
#include <QtWidgets/QPlainTextEdit>

using namespace assay;
using namespace assay::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

void writeRuns(const QString &folder, const QString &scene)
{
    const QString runs = folder + u"/data/evaluations"_s;
    samples::writeSampleRun(runs, {.suite = u"tool_use"_s, .ago = 60h * 24, .seed = 3});
    samples::writeSampleRun(runs, {.ago = 26h, .seed = 4, .failed = 3});
    samples::writeSampleRun(runs, {.profile = u"balanced"_s, .ago = 5h, .seed = 5});
    const bool repeats = scene.startsWith(u"repeats");
    samples::writeSampleRun(
        runs, {.profile = u"quality"_s, .ago = 70min, .seed = 6, .better = repeats ? 0.0 : 0.03});
    samples::writeSampleRun(runs, {.profile = u"speed"_s,
                                   .ago = 12min,
                                   .seed = 7,
                                   .better = repeats ? 0.032 : -0.035,
                                   .repeats = repeats ? 3 : 0});
    if (scene.startsWith(u"broken") || scene.startsWith(u"resume"))
        samples::writeBrokenRun(runs, {.profile = u"balanced"_s, .ago = 4min, .seed = 8}, 62);
}

void playScene(const QString &scene, MainWindow &window, const QString &folder)
{
    EvaluateWorkspace &evaluate = *window.evaluate();
    RunsPage &runs = evaluate.runs();
    const auto run = [&window](ActionId id) { window.actions().at(id)->trigger(); };
    const auto after = [&window](int ms, auto job) { QTimer::singleShot(ms, &window, job); };
    const auto is = [&scene](QStringView name) { return scene.startsWith(name); };
    after(900, [&runs] { runs.table().setFocus(); });
    if (is(u"single"))
        after(500, [&runs] { runs.list().setCurrent(3); });
    if (is(u"sheet"))
        after(900, [run] { run(ActionId::NewRun); });
    if (is(u"export"))
        after(900, [run] { run(ActionId::ExportSuite); });
    if (is(u"resume"))
        after(900, [run] { run(ActionId::ResumeRun); });
    if (is(u"nothing"))
        after(900, [&runs] { runs.search().setText(u"of nobody"_s); });
    if (is(u"damaged"))
        after(500, [&runs, folder] {
            QFile file(folder + u"/notes.json"_s);
            if (file.open(QIODevice::WriteOnly))
                file.write("{}");
            file.close();
            runs.openFile(file.fileName());
        });
    if (is(u"running"))
        after(500, [&window] {
            EvalPlan plan{.suite = u"full"_s, .concurrency = 1, .budget = Micros{500'000}};
            plan.policy = policyFromSettings(window.evaluations().settings().current());
            if (!window.evaluations().start(plan))
                qFatal("nothing was begun");
        });
    if (is(u"arena") || is(u"blind") || is(u"voted")) {
        after(300, [run] { run(ActionId::ShowArena); });
        after(600, [&evaluate, run, blind = !is(u"arena")] {
            evaluate.arena().blind().setChecked(blind);
            evaluate.arena().question().setPlainText(u"How long do card refunds take, and is there a fee?"_s);
            run(ActionId::AskBoth);
        });
        if (is(u"voted"))
            after(2600, [run] { run(ActionId::VoteLeft); });
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList args = app.arguments();
    const QString scene = args.value(3, u"compared"_s);
    initAssayResources();
    initKit();
    installTranslations(scene.endsWith(u"german"_s) ? QLocale(QLocale::German)
                                                    : QLocale(QLocale::English, QLocale::UnitedStates));
    applyTheme(app, args.value(1) == u"light" ? ThemeChoice::Light : ThemeChoice::Dark);

    const QTemporaryDir own;
    const QString folder = own.path();
    if (!scene.startsWith(u"empty"))
        writeRuns(folder, scene);
    const Paths paths{
        .data = folder + u"/data"_s, .state = folder + u"/state"_s, .cache = folder + u"/cache"_s};
    const SettingsSources sources{
        .file = folder + u"/assay.toml"_s,
        .userProfiles = folder,
        .assignments = {u"ui.theme="_s + args.value(1, u"dark"_s), u"ui.environment_name=prod-eu"_s}};
    SettingsHub hub(*loadSettings(sources), sources.file, folder);
    Secrets secrets{Variables{}};
    const auto workbench = Workbench::open(paths, hub, secrets);
    StateFile state(folder + u"/window.json"_s);
    MainWindow window(*workbench, state);
    const QStringList size = args.value(2, u"1440x900"_s).split(u'x');
    window.resize(size.value(0).toInt(), size.value(1).toInt());
    window.show();
    window.actions().at(ActionId::GoEvaluate)->trigger();
    playScene(scene, window, folder);
    if (args.size() > 4)
        QTimer::singleShot(scene.startsWith(u"running") ? 1900 : 3600, &app, [&] {
            window.grab().save(args.value(4));
            QCoreApplication::quit();
        });
    return QApplication::exec();
}
