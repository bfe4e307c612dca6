// SPDX-License-Identifier: Apache-2.0
// Shows the Triage workspace in its window with sample data, to look at, and saves a picture of it:
//     triage_gallery dark|light WxH SCENE [picture.png]
// Scenes: queue, rerun, reasons, empty, filtered, german.
#include "resources.h"
#include "translations.h"
#include "ui/filter/filter_field.h"
#include "ui/kit/icons.h"
#include "ui/kit/theme.h"
#include "ui/shell/main_window.h"
#include "ui/triage/queue_view.h"
#include "ui/triage/triage_workspace.h"
#include "ui/triage_samples.h"

#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>

using namespace assay;
using namespace assay::ui;
using namespace Qt::StringLiterals;

namespace {

void playScene(const QString &scene, MainWindow &window)
{
    TriageWorkspace &triage = *window.triage();
    const auto after = [&window](int ms, auto job) { QTimer::singleShot(ms, &window, job); };
    after(700, [&] { triage.queue().setCurrent(1); });
    if (scene == u"rerun" || scene == u"german")
        after(1200, [&] {
            triage.host().apply(
                {.targets = {{.row = triage.queue().currentRow()->item.row, .edit = 0}}},
                {.kind = TriageChange::Kind::Assign, .text = qEnvironmentVariable("USER", u"Operator"_s)},
                qEnvironmentVariable("USER", u"Operator"_s), &window, [&](const Result<TriageOutcome> &) {
                    triage.host().addSpread({.judge = u"judge-1"_s, .repeats = 9, .variance = 0.00003},
                                            &window, [](const Result<bool> &) {});
                    triage.host().refresh(triage.queue().currentRow()->item.row);
                });
            Turn again = samples::triageTurn(samples::triageLines().at(1), 2);
            again.answer =
                u"Yes. INV-20877 was settled on 2 March by card [T1]. The receipt is under Billing › Invoices, and no further payment is due [1]."_s;
            again.verdict.score = 0.97F;
            again.attempts.last().candidates.first().judgement->scores = {
                .accuracy = 0.98F, .relevance = 0.97F, .completeness = 0.96F, .overall = 0.97F};
            triage.detail().setRerun(TriageRerun{
                .settings = u"premium-70b, mandatory tool context"_s, .running = false, .turn = again});
            QTimer::singleShot(900, &triage, [&triage, again] {
                triage.detail().setRerun(TriageRerun{
                    .settings = u"premium-70b, mandatory tool context"_s, .running = false, .turn = again});
            });
        });
    if (scene == u"reasons")
        after(1200, [&] { window.actions().at(ActionId::TriageBad)->trigger(); });
    if (scene == u"filtered")
        after(1200, [&] { triage.filter().apply(u"score < 0.2 and model = premium-70b"_s); });
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList args = app.arguments();
    const QString scene = args.value(3, u"queue"_s);
    initAssayResources();
    initKit();
    if (scene == u"german")
        installTranslations(QLocale(QLocale::German));
    else
        installTranslations(QLocale(QLocale::English, QLocale::UnitedStates));
    applyTheme(app, args.value(1) == u"light" ? ThemeChoice::Light : ThemeChoice::Dark);

    const QTemporaryDir folder;
    const SettingsSources sources{
        .file = folder.path() + u"/assay.toml"_s,
        .userProfiles = folder.path(),
        .assignments = {u"ui.theme="_s + args.value(1, u"dark"_s), u"ui.environment_name=prod-eu"_s}};
    SettingsHub hub(*loadSettings(sources), sources.file, folder.path());
    Secrets secrets{Variables{}};
    if (scene != u"empty")
        samples::writeTriageSamples(folder.path() + u"/data"_s);
    const auto workbench = Workbench::open(
        {.data = folder.path() + u"/data"_s, .state = folder.path() + u"/state"_s}, hub, secrets);
    StateFile state(folder.path() + u"/state/window.json"_s);
    MainWindow window(*workbench, state);
    const QStringList size = args.value(2, u"1440x900"_s).split(u'x');
    window.resize(size.value(0).toInt(), size.value(1).toInt());
    window.show();
    window.actions().at(ActionId::GoTriage)->trigger();
    playScene(scene, window);
    if (args.size() > 4)
        QTimer::singleShot(3500, &app, [&] {
            window.grab().save(args.value(4));
            QCoreApplication::quit();
        });
    return QApplication::exec();
}
