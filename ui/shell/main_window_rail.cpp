// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/alerts_workspace.h"
#include "ui/analytics/analytics_workspace.h"
#include "ui/ask/ask_workspace.h"
#include "ui/ask/tuning_model.h"
#include "ui/evaluate/evaluate_workspace.h"
#include "ui/events/events_workspace.h"
#include "ui/kit/nav_rail.h"
#include "ui/kit/tr.h"
#include "ui/learn/learn_workspace.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/connection_hooks.h"
#include "ui/shell/main_window.h"
#include "ui/triage/triage_workspace.h"

#include <QtCore/QDir>
#include <QtWidgets/QStackedWidget>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

/// Who sits here, for the audit trail: the system's name of the user.
QString operatorName()
{
    const QString name = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    return name.isEmpty() ? Tr::tr("Operator") : name;
}

} // namespace

NavItem *MainWindow::addPlace(Place place, const QString &name, QWidget *titleBar)
{
    const auto spec = std::ranges::find(actionTable(), place.go, &ActionSpec::id);
    m_titles->addWidget(titleBar);
    m_pages->addWidget(place.page);
    place.item = m_rail->addItem(spec->icon, name, m_actions.at(place.go)->shortcut());
    m_places.append(std::move(place));
    return m_places.last().item;
}

template<typename Workspace>
NavItem *MainWindow::addWorkspace(ActionId go, const QString &name, Workspace *page, const QString &key)
{
    const qsizetype index = m_places.size();
    connect(page, &Workspace::statusText, this, [this, index](const QString &text) {
        if (std::exchange(m_places[index].facts, text) != text)
            refreshStatus();
    });
    connect(page, &Workspace::stateChanged, this, &MainWindow::remember);
    return addPlace({.go = go,
                     .page = page,
                     .key = key,
                     .focus = [page] { page->focusDefault(); },
                     .save = [page] { return page->saveState(); },
                     .restore = [page](const QJsonObject &state) { page->restoreState(state); }},
                    name, page->titleBar());
}

/// The order of the rail.
void MainWindow::fillRail()
{
    m_ask = new AskWorkspace(m_workbench, m_actions);
    m_triage = new TriageWorkspace(m_workbench, m_actions, operatorName());
    m_events = new EventsWorkspace({.sources = [this] { return m_eventSources.list(); },
                                    .spoolFolder = m_workbench.paths().spool(),
                                    .captureFolder = QDir::homePath()},
                                   m_actions);
    m_analytics = new AnalyticsWorkspace(
        {.storePath = m_workbench.paths().store(),
         .settings = [this]() -> const Settings & { return m_workbench.settings().current(); },
         .alerts = [this](const TimeRange &range, QObject *context,
                          auto reply) { readAlertMarks(range, context, std::move(reply)); }},
        m_actions);
    makeAlerts(operatorName());
    makeEvaluate();
    makeLearn();
    m_settings =
        new SettingsPage(m_workbench.settings(), m_workbench.secrets(), connectionHooks(m_workbench));

    addWorkspace(ActionId::GoAsk, Tr::tr("Ask"), m_ask, u"ask"_s);
    m_triageItem = addWorkspace(ActionId::GoTriage, Tr::tr("Triage"), m_triage, u"triage"_s);
    NavItem *events = addWorkspace(ActionId::GoEvents, Tr::tr("Events"), m_events, u"events"_s);
    connect(m_events, &EventsWorkspace::rateText, events,
            [events](const QString &rate) { events->setCount(rate); });
    m_rail->addSeparator();
    addWorkspace(ActionId::GoAnalytics, Tr::tr("Analytics"), m_analytics, u"analytics"_s);
    m_alertsItem = addWorkspace(ActionId::GoAlerts, Tr::tr("Alerts"), m_alerts, u"alerts"_s);
    m_rail->addSeparator();
    addWorkspace(ActionId::GoEvaluate, Tr::tr("Evaluate"), m_evaluate, u"evaluate"_s);
    addWorkspace(ActionId::GoLearn, Tr::tr("Learn"), m_learn, u"learn"_s);
    m_rail->addSeparator();
    addPlace({.go = ActionId::GoSettings, .page = m_settings}, Tr::tr("Settings"),
             new QWidget); // the page has its own head
}

void MainWindow::makeEvaluate()
{
    const Paths &paths = m_workbench.paths();
    m_evaluations =
        std::make_unique<EvaluationHost>(EvaluationHost::Options{.runsFolder = paths.evaluations(),
                                                                 .suitesFolder = paths.suites(),
                                                                 .knowledgePath = paths.knowledge()},
                                         m_workbench.settings(), m_workbench.secrets());
    m_evaluate = new EvaluateWorkspace(*m_evaluations, m_workbench, m_actions);
}

void MainWindow::makeLearn()
{
    m_learn = new LearnWorkspace(m_workbench, m_actions, operatorName());
    connect(m_learn, &LearnWorkspace::thresholdWanted, this, [this](double threshold) {
        goTo(m_ask);
        m_ask->tuning().draft("cost.confidence_threshold"_setting.index, threshold);
    });
    connect(&m_workbench, &Workbench::turnsStored, m_learn, &LearnWorkspace::refresh);
}

} // namespace assay::ui
