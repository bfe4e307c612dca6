// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/alerts_workspace.h"
#include "ui/analytics/time_charts.h"
#include "ui/ask/ask_workspace.h"
#include "ui/kit/nav_rail.h"
#include "ui/kit/status_bar.h"
#include "ui/kit/toast.h"
#include "ui/kit/tr.h"
#include "ui/shell/alert_notifier.h"
#include "ui/shell/main_window.h"

#include <QtCore/QLocale>
#include <QtWidgets/QStackedWidget>

namespace assay::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto afterFirstPaint = 300ms;

} // namespace

void MainWindow::makeAlerts(const QString &who)
{
    m_alertHost = std::make_unique<AlertHost>(AlertHost::Options{
        .storePath = m_workbench.paths().store(),
        .threshold = static_cast<float>(m_workbench.settings().current().get("quality.threshold"_setting)),
        .tellOthers = true});
    m_notifier = new AlertNotifier(*m_alertHost, this);
    m_alerts = new AlertsWorkspace(*m_alertHost, m_actions, who);
}

void MainWindow::connectAlerts()
{
    connect(m_alertHost.get(), &AlertHost::changed, this, &MainWindow::countAlerts);
    connect(&m_workbench, &Workbench::lagKnown, m_alertHost.get(), &AlertHost::noteLag);
    connect(m_alerts, &AlertsWorkspace::turnWanted, this,
            [this](const QString &threadId, const QString &turnId) {
                goTo(m_ask);
                m_ask->showTurn(threadId, turnId);
            });
    connect(m_status, &StatusBar::segmentActivated, this, [this](int index) {
        if (index == m_alertSegment)
            goTo(m_alerts);
    });
    const auto open = [this](const QString &rule, const QString &firingId) {
        comeForward();
        goTo(m_alerts);
        m_alerts->showRule(rule, firingId);
    };
    connect(m_notifier, &AlertNotifier::activated, this, open);
    connect(m_notifier, &AlertNotifier::began, this,
            [this, open](const QString &text, const QString &rule, const QString &firingId) {
                if (m_pages->currentWidget() == m_alerts)
                    return; // it stands there
                m_toastAction = [open, rule, firingId] { open(rule, firingId); };
                m_toast->notify(text, Tr::tr("Open"));
            });
    QTimer::singleShot(afterFirstPaint, this, [this] {
        m_alerts->setDesktopNote(m_notifier->note());
        m_alertHost->start();
    });
}

void MainWindow::readAlertMarks(const TimeRange &range, QObject *context,
                                std::function<void(const QList<AlertMark> &)> reply)
{
    m_alertHost->readHistory(
        range.from, range.to, context, [reply = std::move(reply)](const Result<QList<AlertEntry>> &entries) {
            QList<AlertMark> marks;
            // What is only information, or about a single answer, would hide the rest.
            for (const AlertEntry &entry : entries.value_or(QList<AlertEntry>()))
                if (entry.firing.severity != AlertSeverity::Info &&
                    !entry.firing.labels.contains(u"response"_s))
                    marks.append({.at = entry.firing.firedAt, .name = entry.firing.rule});
            reply(marks);
        });
}

void MainWindow::countAlerts()
{
    const int firing = firingCount(m_alertHost->overview());
    m_alertsItem->setCount(firing > 0 ? QLocale().toString(firing) : QString(),
                           firing > 0 ? NavMark::Alarm : NavMark::None);
    if (std::exchange(m_firing, firing) != firing)
        refreshStatus();
}

} // namespace assay::ui
