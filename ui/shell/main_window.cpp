// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/main_window.h"

#include "ui/alerts/alerts_workspace.h"
#include "ui/analytics/analytics_workspace.h"
#include "ui/ask/ask_workspace.h"
#include "ui/ask/tuning_model.h"
#include "ui/evaluate/evaluate_workspace.h"
#include "ui/events/events_workspace.h"
#include "ui/kit/button.h"
#include "ui/kit/card.h"
#include "ui/kit/nav_rail.h"
#include "ui/kit/overlay_keys.h"
#include "ui/kit/status_bar.h"
#include "ui/kit/toast.h"
#include "ui/kit/tr.h"
#include "ui/learn/learn_workspace.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/alert_notifier.h"
#include "ui/shell/cheatsheet.h"
#include "ui/shell/connection_hooks.h"
#include "ui/shell/status_facts.h"
#include "ui/triage/triage_workspace.h"

#include <QtGui/QCloseEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStackedWidget>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize firstSize{1440, 900};
constexpr QSize smallestSize{880, 560};
constexpr std::chrono::seconds statusEvery{1};

} // namespace

MainWindow::MainWindow(Workbench &workbench, StateFile &state, QWidget *parent)
    : QWidget(parent), m_workbench(workbench), m_state(state),
      m_eventSources(workbench.paths(), workbench.settings(), workbench.secrets())
{
    setWindowTitle(u"Assay"_s);
    setMinimumSize(smallestSize);
    build();
    connectActions();
    connectCore();
    restore();
    refreshStatus();
}

MainWindow::~MainWindow()
{
    delete m_pages; // workspaces go before what they ask
    delete m_notifier;
}

void MainWindow::build()
{
    m_rail = new NavRail;
    m_titles = new QStackedWidget;
    m_pages = new QStackedWidget;
    m_status = new StatusBar;

    auto *right = new QVBoxLayout;
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    right->addWidget(makeTitleBar());
    right->addWidget(new Hairline);
    right->addWidget(m_pages, 1);
    auto *middle = new QHBoxLayout;
    middle->setContentsMargins(0, 0, 0, 0);
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    middle->addLayout(right, 1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    if (QWidget *banner = makeDemoBanner()) {
        all->addWidget(banner);
        all->addWidget(new Hairline);
    }
    all->addLayout(middle, 1);
    all->addWidget(new Hairline);
    all->addWidget(m_status);

    fillRail();
    m_palette = new CommandPalette(this);
    m_cheatsheet = new Cheatsheet(this);
    m_toast = new Toast(m_pages);
    auto *keys = new OverlayKeys(this);
    keys->add(m_palette);
    keys->add(m_cheatsheet);
}

QWidget *MainWindow::makeTitleBar()
{
    auto *bar = new Pane(Pane::Ground::Surface);
    bar->setFixedHeight(metric::titleBar);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 16, 0);
    layout->setSpacing(8);
    layout->addWidget(m_titles, 1);
    auto *search = new Button(Icon::Search, Tr::tr("Search or run a command"), ButtonKind::Secondary);
    search->setKeyHint(QKeySequence(Qt::CTRL | Qt::Key_K));
    search->setTone(Tone::Second);
    connect(search, &Button::clicked, this, &MainWindow::openPalette);
    layout->addWidget(search);
    return bar;
}

void MainWindow::connectActions()
{
    m_actions.listenOn(this, ActionScope::Everywhere);
    m_actions.listenOn(m_ask, ActionScope::Ask);
    m_actions.listenOn(m_ask, ActionScope::AskTurns);
    const std::pair<ActionId, std::function<void()>> table[] = {
        {ActionId::Palette, [this] { openPalette(); }},
        {ActionId::Cheatsheet, [this] { m_cheatsheet->open(); }},
        {ActionId::SampleData, [this] { openDemoSheet(); }},
        {ActionId::ClearScope, [this] { setShared({}); }},
        {ActionId::ToggleTheme, [this] { toggleTheme(); }},
        {ActionId::Undo, [this] { undo(); }},
        {ActionId::Redo, [this] { undoTuning(true); }},
        {ActionId::Quit, [this] { close(); }},
    };
    for (const auto &[id, run] : table)
        connect(m_actions.at(id), &QAction::triggered, this, run);
    for (const Place &place : std::as_const(m_places))
        connect(m_actions.at(place.go), &QAction::triggered, this, [this, page = place.page] { goTo(page); });
    connect(m_rail, &NavRail::currentChanged, this, [this](int index) { goTo(index); });
    connect(m_toast, &Toast::actionActivated, this, [this] {
        if (const auto action = std::exchange(m_toastAction, {}))
            action();
    });
}

void MainWindow::connectCore()
{
    connect(&m_workbench, &Workbench::noticed, this, &MainWindow::showNotice);
    connect(&m_workbench, &Workbench::turnsStored, this, [this] {
        m_workbench.readSpentToday(this, [this](const Result<Micros> &spent) {
            m_spentToday = spent.value_or(m_spentToday);
            refreshStatus();
        });
    });
    connect(&m_workbench, &Workbench::turnFinished, this, &MainWindow::refreshStatus);
    connect(&m_workbench.settings(), &SettingsHub::changed, this, [this] {
        applyThemeFromSettings();
        rememberProfile();
        refreshStatus();
    });
    connect(&m_workbench.settings(), &SettingsHub::saved, this, [this] {
        m_state.set(u"profile"_s, QString()); // its values are the file's now
    });
    connectEvents();
    connectTriage();
    connectAnalytics();
    connectAlerts();
    connectScope();
    m_clock.setInterval(statusEvery);
    connect(&m_clock, &QTimer::timeout, this, &MainWindow::refreshStatus);
    m_clock.start();
    if (m_state.isFirstStart())
        offerLocalServers();
}

void MainWindow::restore()
{
    applyThemeFromSettings();
    const QByteArray geometry = QByteArray::fromBase64(m_state.value(u"geometry"_s).toString().toLatin1());
    if (geometry.isEmpty() || !restoreGeometry(geometry))
        resize(firstSize);
    for (const Place &place : std::as_const(m_places))
        if (place.restore)
            place.restore(m_state.value(place.key).toObject());
    m_restored = true;
    goTo(std::clamp(m_state.value(u"workspace"_s).toInt(), 0, m_pages->count() - 1));
    restoreProfile();
}

void MainWindow::restoreProfile()
{
    SettingsHub &hub = m_workbench.settings();
    const QString name = m_state.value(u"profile"_s).toString();
    m_profileSeen = hub.current().profile();
    if (name.isEmpty() || !m_profileSeen.isEmpty())
        return; // nothing was chosen, or a flag names another for this start
    m_profileSeen = name;
    const Result<> restored = hub.restoreProfile(name);
    if (restored)
        m_toast->notify(Tr::tr("Profile %1 of the last start is in force; the settings file is unchanged.")
                            .arg(profileTitle(name)));
    else
        showNotice({.problem = true,
                    .text = Tr::tr("The profile %1 of the last start cannot be used, so the settings file is "
                                   "in force. %2")
                                .arg(profileTitle(name), restored.error().message)});
}

void MainWindow::rememberProfile()
{
    const SettingsHub &hub = m_workbench.settings();
    const QString now = hub.current().profile();
    if (std::exchange(m_profileSeen, now) != now)
        m_state.set(u"profile"_s, now == hub.profileAtRest() ? QString() : now);
}

void MainWindow::remember()
{
    if (!m_restored)
        return;
    m_state.set(u"geometry"_s, QString::fromLatin1(saveGeometry().toBase64()));
    m_state.set(u"workspace"_s, m_pages->currentIndex());
    for (const Place &place : std::as_const(m_places))
        if (place.save)
            m_state.set(place.key, place.save());
}

void MainWindow::goTo(int workspace)
{
    m_pages->setCurrentIndex(workspace);
    m_titles->setCurrentIndex(workspace);
    m_rail->setCurrent(workspace);
    if (const Place &place = m_places.at(workspace); place.focus)
        place.focus();
    else
        place.page->setFocus(Qt::OtherFocusReason);
    remember();
    refreshStatus();
}

void MainWindow::goTo(QWidget *workspace)
{
    goTo(m_pages->indexOf(workspace));
}

QWidget *MainWindow::workspaceOf(ActionScope scope) const
{
    switch (scope) {
    case ActionScope::Everywhere: return nullptr;
    case ActionScope::Ask:
    case ActionScope::AskTurns: return m_ask;
    case ActionScope::Triage:
    case ActionScope::TriageQueue: return m_triage;
    case ActionScope::Events:
    case ActionScope::EventList: return m_events;
    case ActionScope::Analytics:
    case ActionScope::AnalyticsCharts: return m_analytics;
    case ActionScope::Alerts:
    case ActionScope::AlertList: return m_alerts;
    case ActionScope::Evaluate:
    case ActionScope::EvaluateRuns:
    case ActionScope::Arena:
    case ActionScope::ArenaVotes: return m_evaluate;
    case ActionScope::LearnModels:
    case ActionScope::LearnPrompts:
    case ActionScope::LearnJudge: return m_learn;
    }
    Q_UNREACHABLE();
}

void MainWindow::showNotice(const Notice &notice)
{
    m_problem = notice.problem ? notice.text : QString();
    m_toastAction = {};
    m_toast->notify(notice.text, QString(), notice.problem ? 0 : 6000);
    refreshStatus();
}

void MainWindow::applyThemeFromSettings()
{
    // The switch is remembered with the window; a theme that was set by file, flag or form goes before it.
    const Settings &settings = m_workbench.settings().current();
    const bool set = settings.at("ui.theme"_setting.index).origin.kind != OriginKind::Default;
    const QString remembered = m_state.value(u"theme"_s).toString();
    QString theme = settings.get("ui.theme"_setting);
    if (!m_switchedTheme.isEmpty())
        theme = m_switchedTheme;
    else if (!set && !remembered.isEmpty())
        theme = remembered;
    if (std::exchange(m_theme, theme) == theme)
        return;
    const ThemeChoice choice = theme == u"dark"    ? ThemeChoice::Dark
                               : theme == u"light" ? ThemeChoice::Light
                                                   : ThemeChoice::System;
    applyTheme(*static_cast<QApplication *>(QApplication::instance()), choice);
}

void MainWindow::toggleTheme()
{
    m_switchedTheme = currentTheme() == Theme::Dark ? u"light"_s : u"dark"_s;
    m_state.set(u"theme"_s, m_switchedTheme);
    applyThemeFromSettings();
}

void MainWindow::refreshStatus()
{
    const qsizetype here = std::max(0, m_pages->currentIndex());
    const QString &facts = m_places.at(m_places.at(here).key.isEmpty() ? 0 : here).facts;
    const StatusInput input{.settings = m_workbench.settings().current(),
                            .running = m_workbench.runningCount(),
                            .spentToday = m_spentToday,
                            .firing = m_firing,
                            .problem = m_problem,
                            .facts = facts,
                            .now = utcNow()};
    const QList<StatusSegment> left = statusLeft(input);
    m_alertSegment = alertSegment(left);
    m_status->setLeft(left);
    m_status->setRight(statusRight(input));
    const QString environment = input.settings.get("ui.environment_name"_setting);
    m_rail->setEnvironment(environment, environment.startsWith(u"prod", Qt::CaseInsensitive));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    remember();
    QWidget::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    remember();
}

void MainWindow::moveEvent(QMoveEvent *event)
{
    QWidget::moveEvent(event);
    remember();
}

} // namespace assay::ui
