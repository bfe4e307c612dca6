// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/alerts_workspace.h"
#include "ui/analytics/analytics_workspace.h"
#include "ui/ask/ask_workspace.h"
#include "ui/ask/tuning_model.h"
#include "ui/evaluate/evaluate_workspace.h"
#include "ui/events/events_workspace.h"
#include "ui/kit/nav_rail.h"
#include "ui/kit/toast.h"
#include "ui/kit/tr.h"
#include "ui/learn/learn_workspace.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/main_window.h"
#include "ui/triage/triage_workspace.h"

#include <QtWidgets/QStackedWidget>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds countEvery{2};

} // namespace

void MainWindow::connectEvents()
{
    connect(m_events, &EventsWorkspace::turnWanted, this,
            [this](const QString &threadId, const QString &turnId) {
                goTo(m_ask);
                m_ask->showTurn(threadId, turnId);
            });
    connect(m_ask, &AskWorkspace::recordWanted, this,
            [this](const QString &topic, int partition, qint64 offset) {
                goTo(m_events);
                m_events->showRecord(topic, partition, offset);
            });
    connect(m_events, &EventsWorkspace::askWanted, this, [this] { goTo(m_ask); });
}

void MainWindow::connectTriage()
{
    connect(m_triage, &TriageWorkspace::countText, this,
            [this](const QString &count) { m_triageItem->setCount(count); });
    connect(m_triage, &TriageWorkspace::turnWanted, this,
            [this](const QString &threadId, const QString &turnId) {
                goTo(m_ask);
                m_ask->showTurn(threadId, turnId);
            });
    connect(m_triage, &TriageWorkspace::askWanted, this, [this] { goTo(m_ask); });
}

void MainWindow::connectAnalytics()
{
    connect(m_analytics, &AnalyticsWorkspace::askWanted, this, [this] { goTo(m_ask); });
    m_countSoon.setSingleShot(true);
    m_countSoon.setInterval(countEvery);
    connect(&m_countSoon, &QTimer::timeout, m_analytics, &AnalyticsWorkspace::refresh);
    connect(&m_workbench, &Workbench::turnsStored, &m_countSoon, [this] {
        if (!m_countSoon.isActive())
            m_countSoon.start();
    });
    connect(&m_workbench.settings(), &SettingsHub::changed, m_analytics, &AnalyticsWorkspace::refresh);
}

void MainWindow::comeForward()
{
    setWindowState((windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    show();
    raise();
    activateWindow();
}

void MainWindow::connectScope()
{
    connect(m_analytics, &AnalyticsWorkspace::scopeWanted, this, &MainWindow::setShared);
    const auto clear = [this] { setShared({}); };
    connect(m_analytics, &AnalyticsWorkspace::scopeClearWanted, this, clear);
    connect(m_triage, &TriageWorkspace::scopeClearWanted, this, clear);
    connect(m_events, &EventsWorkspace::scopeClearWanted, this, clear);
    connect(m_alerts, &AlertsWorkspace::scopeClearWanted, this, clear);
    connect(m_alerts, &AlertsWorkspace::triageWanted, this, [this](const SharedScope &scope) {
        setShared(scope);
        m_triage->setScope(TriageScope::All);
        goTo(m_triage);
    });
    connect(m_alerts, &AlertsWorkspace::eventsWanted, this, [this](const SharedScope &scope) {
        setShared(scope);
        goTo(m_events);
    });
}

void MainWindow::setShared(const SharedScope &scope)
{
    m_shared = scope;
    m_analytics->setShared(scope);
    m_triage->setShared(scope);
    m_events->setShared(scope);
    m_alerts->setShared(scope);
}

/// What is undone is what the workspace at hand does.
void MainWindow::undo()
{
    if (m_pages->currentWidget() == m_triage)
        m_triage->undo();
    else if (m_pages->currentWidget() == m_alerts)
        m_alerts->undo();
    else if (m_pages->currentWidget() == m_learn)
        m_learn->undo();
    else if (m_pages->currentWidget() == m_evaluate && m_evaluate->showsArena())
        m_evaluate->undo();
    else
        undoTuning(false);
}

void MainWindow::undoTuning(bool redo)
{
    const QString text = redo ? m_ask->tuning().redo() : m_ask->tuning().undo();
    if (text.isEmpty()) {
        m_toast->notify(redo ? Tr::tr("Nothing to redo.") : Tr::tr("Nothing to undo."), QString(), 2500);
        return;
    }
    m_toastAction = [this, redo] { undoTuning(!redo); };
    m_toast->notify((redo ? Tr::tr("Redone: %1") : Tr::tr("Undone: %1")).arg(text),
                    redo ? Tr::tr("Undo") : Tr::tr("Redo"));
}

void MainWindow::offerLocalServers()
{
    m_workbench.findLocalServers(this, [this](const Result<QList<LocalServer>> &found) {
        if (!found || found->isEmpty())
            return;
        const LocalServer &first = found->first();
        m_toastAction = [this] { goTo(m_settings); };
        m_toast->notify(Tr::tr("A model server answers at %1. Nothing is sent to it unless you choose it.")
                            .arg(first.baseUrl.toString()),
                        Tr::tr("Open Settings"), 0);
    });
}

} // namespace assay::ui
