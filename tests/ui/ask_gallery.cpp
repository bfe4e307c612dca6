// SPDX-License-Identifier: Apache-2.0
// Shows the Ask workspace with sample data, to look at: ask_gallery dark|light WxH SCENE [picture.png]
// Scenes: picture, welcome, states, german, long, sheet, threads, label.
#include "ask_samples.h"
#include "resources.h"
#include "ui/ask/ask_header.h"
#include "ui/ask/ask_workspace.h"
#include "ui/ask/card_scroller.h"
#include "ui/ask/composer.h"
#include "ui/ask/conversation_view.h"
#include "ui/ask/thread_list.h"
#include "ui/kit/actions.h"
#include "ui/kit/card.h"
#include "ui/kit/nav_rail.h"
#include "ui/kit/status_bar.h"
#include "ui/kit/theme.h"

#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QSplitter>

using namespace assay;
using namespace assay::ui;
using namespace Qt::StringLiterals;

namespace {

void addRunning(AskState &state)
{
    const Turn running = samples::running();
    state.beginTurn(running.id, running.question, running.askedAt);
    state.takeEvents(
        {{.turnId = running.id, .record = {}, .turn = running},
         {.turnId = running.id, .record = running.stages.last(), .token = samples::runningText()}});
}

QList<Turn> otherStates()
{
    Turn failed =
        samples::finished(14, u"What is the phone number of the sales team?"_s,
                          u"I could not find a phone number in the knowledge base [1]."_s, 0.82F, 0.95F, 4);
    failed.evidence = {samples::source(u"1"_s, u"Escalation levels"_s)};
    failed.label = Label::Bad;
    failed.labelNote =
        u"Should have said that sales is reached by e-mail only; see the shift handover of 3 March."_s;
    failed.offline = true;
    Turn errored = samples::finished(15, u"Which days does a card refund take?"_s, {}, 0.0F);
    errored.status = TurnStatus::Errored;
    errored.attempts.clear();
    errored.answer.clear();
    errored.verdict = {};
    errored.error =
        u"fast-8b at http://127.0.0.1:8080/v1 refused the connection. Start the server, or choose another fast model in the tuning panel, and ask again."_s;
    Turn stopped = samples::finished(16, u"Summarise every runbook."_s,
                                     u"The runbooks cover quality drops, judge outages and"_s, 0.0F);
    stopped.status = TurnStatus::Cancelled;
    stopped.verdict = {};
    stopped.error = u"Stopped by the operator."_s;
    Turn good = samples::finished(17, u"How long do SEPA refunds take to arrive?"_s,
                                  u"SEPA refunds arrive in 2–3 business days [1]."_s, 0.92F, 0.90F);
    good.label = Label::Good;
    good.evidence = {samples::source(u"1"_s, u"Payout timing by method"_s)};
    return {failed, errored, stopped, good};
}

QList<Turn> german()
{
    Turn turn = samples::finished(
        1,
        u"Wie ist die Donaudampfschifffahrtsgesellschaftskapitänskajütenrechnungsrückerstattungsfristverlängerungsantragsbearbeitungsdauer geregelt, wenn die Zahlung per Lastschrift erfolgte?"_s,
        u"Die Rückerstattungsfristverlängerung wird innerhalb von vierzehn Werktagen bearbeitet [1]. Bei Lastschriftrückgaben gilt die Zahlungsdiensterichtlinie [2]."_s,
        0.91F, 0.95F, 3);
    turn.evidence = {
        samples::source(
            u"1"_s,
            u"Rückerstattungsrichtlinie für Jahresabonnements mit Umsatzsteuerausweis, Abschnitt 3.2"_s),
        samples::source(u"2"_s, u"Zahlungsdiensterichtlinie"_s)};
    turn.attempts.last().candidates.first().model =
        u"hochleistungssprachmodell-premium-70b-instruct-q4_k_m"_s;
    return {turn};
}

QList<ThreadSummary> threads()
{
    return {{.id = u"th_7c41e2"_s,
             .title = u"Duplicate annual charge"_s,
             .updated = utcNow(),
             .turns = 13,
             .pass = {.judged = 11, .passed = 11},
             .cost = Micros{31'200}},
            {.id = u"th_2"_s,
             .title = u"What is the refund window & how long do card refunds take, <b>really</b>?"_s,
             .updated = utcNow() - std::chrono::hours(30),
             .turns = 1,
             .pass = {.judged = 1, .passed = 1},
             .cost = Micros{0}},
            {.id = u"th_3"_s,
             .title = u"How do we move a workspace from monthly to annual billi…"_s,
             .updated = samples::at(9, 30) - std::chrono::hours(9000),
             .turns = 4,
             .pass = {.judged = 2, .passed = 2},
             .cost = Micros{1'204'000}}};
}

void play(AskWorkspace &workspace, const QString &scene)
{
    AskState &state = workspace.state();
    if (scene == u"welcome"_s)
        return;
    state.openThread(u"th_7c41e2"_s);
    const QList<Turn> turns = scene == u"states"_s   ? otherStates()
                              : scene == u"german"_s ? german()
                                                     : samples::picture();
    if (scene == u"long"_s) {
        QList<Turn> many;
        for (int i = 1; i <= 500; ++i)
            many.append(samples::finished(i, u"Question %1"_s.arg(i), samples::picture().at(i % 2).answer,
                                          0.9F + static_cast<float>(i % 10) / 100));
        state.takeStored(u"th_7c41e2"_s, many);
        return;
    }
    state.takeStored(u"th_7c41e2"_s, turns);
    if (scene == u"picture"_s || scene == u"sheet"_s) {
        addRunning(state);
        state.select(1);
        workspace.composer().setText(u"Check whether the July invoice has the same problem"_s);
        workspace.focusDefault();
    }
    if (scene == u"states"_s)
        state.select(0);
    if (scene == u"sheet"_s)
        Q_EMIT workspace.conversation().sourceActivated(u"tn_12"_s, u"1"_s);
    if (scene == u"label"_s)
        workspace.conversation().focusSelected();
    if (scene == u"german"_s)
        workspace.composer().send();
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    initAssayResources();
    initKit();
    applyTheme(app, arguments.value(1) == u"light"_s ? ThemeChoice::Light : ThemeChoice::Dark);
    const QStringList size = arguments.value(2, u"1440x900"_s).split(u'x');
    const QString scene = arguments.value(3, u"picture"_s);

    QTemporaryDir folder;
    SettingsHub hub{Settings(), folder.filePath(u"assay.toml"_s), folder.filePath(u"profiles"_s)};
    Secrets secrets{Variables()};
    const auto workbench = Workbench::open(
        {.data = folder.filePath(u"data"_s), .state = folder.filePath(u"state"_s)}, hub, secrets);
    Actions actions;

    QWidget window;
    auto *across = new QHBoxLayout(&window);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    auto *rail = new NavRail;
    rail->setEnvironment(u"local"_s, false);
    rail->setOperator(u"Operator"_s, u"offline"_s);
    rail->addItem(Icon::Ask, u"Ask"_s)->setCount(u"3"_s);
    rail->addItem(Icon::Settings, u"Settings"_s);
    across->addWidget(rail);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    auto *workspace = new AskWorkspace(*workbench, actions);
    auto *bar = new Pane(Pane::Ground::Surface);
    bar->setFixedHeight(metric::titleBar);
    auto *line = new QHBoxLayout(bar);
    line->setContentsMargins(0, 0, 12, 0);
    line->addWidget(workspace->titleBar());
    line->addSpacing(250); // where the shell puts its command field
    column->addWidget(bar);
    column->addWidget(new Hairline);
    column->addWidget(workspace, 1);
    auto *status = new StatusBar;
    QObject::connect(workspace, &AskWorkspace::statusText, status, [status](const QString &text) {
        status->setLeft({{u"Core"_s, u"ready"_s, Dot::Good}, {{}, text, Dot::None, true}});
    });
    column->addWidget(status);
    across->addLayout(column, 1);
    window.resize(size.value(0).toInt(), size.value(1).toInt());
    window.show();
    window.activateWindow();
    QTimer::singleShot(100, workspace, [workspace, scene] { play(*workspace, scene); });
    if (arguments.size() > 4)
        QTimer::singleShot(1600, &window, [&window, workspace, scene, &actions, path = arguments.at(4)] {
            if (scene == u"threads"_s) {
                actions.at(ActionId::ThreadList)->trigger();
                QTimer::singleShot(300, workspace, [workspace] {
                    workspace->findChild<ThreadList *>()->setThreads({}, threads());
                });
            }
            if (scene == u"label"_s)
                actions.at(ActionId::LabelNote)->trigger();
            QTimer::singleShot(500, &window, [&window, path] {
                QWidget *popup = QApplication::activePopupWidget();
                (popup ? popup : &window)->grab().save(path);
                QApplication::quit();
            });
        });
    return QApplication::exec();
}
