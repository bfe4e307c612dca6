// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analytics/analytics_page.h"
#include "service/alert_host.h"
#include "service/evaluation_host.h"
#include "service/event_source.h"
#include "service/workbench.h"
#include "ui/filter/shared_scope.h"
#include "ui/kit/actions.h"
#include "ui/kit/theme.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/state_file.h"

#include <QtWidgets/QWidget>

class QStackedWidget;

namespace assay::ui {

class AlertNotifier;
class AlertsWorkspace;
class AnalyticsWorkspace;
struct AlertMark;
class AskWorkspace;
class Cheatsheet;
class DemoSheet;
class EvaluateWorkspace;
class LearnWorkspace;
class EventsWorkspace;
class NavItem;
class NavRail;
class SettingsPage;
class StatusBar;
class Toast;
class TriageWorkspace;

/// The window: rail, title bar, workspaces, status bar. It arranges and connects; what a workspace
/// does is its own.
class MainWindow final : public QWidget
{
    Q_OBJECT
public:
    /// Everything given outlives the window.
    MainWindow(Workbench &workbench, StateFile &state, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Brings the window to the front: a second start asks for it.
    void comeForward();

    AskWorkspace *ask() const { return m_ask; }
    EventsWorkspace *events() const { return m_events; }
    TriageWorkspace *triage() const { return m_triage; }
    AnalyticsWorkspace *analytics() const { return m_analytics; }
    AlertsWorkspace *alerts() const { return m_alerts; }
    EvaluateWorkspace *evaluate() const { return m_evaluate; }
    LearnWorkspace *learn() const { return m_learn; }
    EvaluationHost &evaluations() { return *m_evaluations; }
    AlertHost &alertHost() { return *m_alertHost; }
    AlertNotifier &notifier() { return *m_notifier; }
    SettingsPage *settingsPage() const { return m_settings; }
    Actions &actions() { return m_actions; }

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void moveEvent(QMoveEvent *event) override;

private:
    void build();
    QWidget *makeTitleBar();
    QWidget *makeDemoBanner();
    void openDemoSheet();
    /// A workspace of the rail; its key is in the action table.
    struct Place
    {
        ActionId go{};
        QWidget *page = nullptr;
        NavItem *item = nullptr;
        QString key{};   ///< of its state in the file; empty = it keeps none
        QString facts{}; ///< for the status bar
        std::function<void()> focus{};
        std::function<QJsonObject()> save{};
        std::function<void(const QJsonObject &)> restore{};
    };
    template<typename Workspace>
    NavItem *addWorkspace(ActionId go, const QString &name, Workspace *page, const QString &key);
    NavItem *addPlace(Place place, const QString &name, QWidget *titleBar);
    void fillRail();
    void connectActions();
    void connectCore();
    void restore();
    void restoreProfile();
    void rememberProfile();
    void remember();

    void goTo(int workspace);
    void goTo(QWidget *workspace);
    /// Where the actions of a scope are at home; nullptr = everywhere.
    QWidget *workspaceOf(ActionScope scope) const;
    void connectEvents();
    void connectTriage();
    void undo();
    void connectAnalytics();
    void makeAlerts(const QString &who);
    void connectAlerts();
    void countAlerts();
    void makeEvaluate();
    void makeLearn();
    void connectScope();
    /// Narrows every workspace alike.
    void setShared(const SharedScope &scope);
    void readAlertMarks(const TimeRange &range, QObject *context,
                        std::function<void(const QList<AlertMark> &)> reply);
    void openPalette();
    QList<PaletteEntry> paletteEntries();
    void showNotice(const Notice &notice);
    void applyThemeFromSettings();
    void toggleTheme();
    void undoTuning(bool redo);
    void refreshStatus();
    void offerLocalServers();

    Workbench &m_workbench;
    StateFile &m_state;
    EventSources m_eventSources;
    Actions m_actions;
    NavRail *m_rail = nullptr;
    QStackedWidget *m_titles = nullptr;
    QStackedWidget *m_pages = nullptr;
    StatusBar *m_status = nullptr;
    AskWorkspace *m_ask = nullptr;
    EventsWorkspace *m_events = nullptr;
    TriageWorkspace *m_triage = nullptr;
    NavItem *m_triageItem = nullptr;
    AnalyticsWorkspace *m_analytics = nullptr;
    std::unique_ptr<AlertHost> m_alertHost; ///< outlives the widgets that ask it: see the destructor
    AlertNotifier *m_notifier = nullptr;
    AlertsWorkspace *m_alerts = nullptr;
    NavItem *m_alertsItem = nullptr;
    std::unique_ptr<EvaluationHost> m_evaluations; ///< outlives the widgets that ask it
    EvaluateWorkspace *m_evaluate = nullptr;
    LearnWorkspace *m_learn = nullptr;
    SettingsPage *m_settings = nullptr;
    CommandPalette *m_palette = nullptr;
    Cheatsheet *m_cheatsheet = nullptr;
    Toast *m_toast = nullptr;
    DemoSheet *m_demo = nullptr;
    std::function<void()> m_toastAction;
    QTimer m_clock;
    QTimer m_countSoon;      ///< what was stored is counted in one go
    QList<Place> m_places;   ///< in the order of the rail
    bool m_restored = false; ///< until then nothing is remembered
    SharedScope m_shared;
    int m_firing = 0;       ///< alerts that nobody has taken
    int m_alertSegment = 0; ///< of the status bar
    QString m_problem;      ///< the last notice that still stands; empty = none
    Micros m_spentToday{};
    QString m_profileSeen;   ///< in force when it was last remembered
    QString m_theme;         ///< in force
    QString m_switchedTheme; ///< chosen with the switch in this session; empty = none
};

} // namespace assay::ui
