// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/alerts_workspace.h"

#include "ui/alerts/alert_sheets.h"
#include "ui/alerts/alerts_header.h"
#include "ui/alerts/firing_pane.h"
#include "ui/alerts/rule_editor.h"
#include "ui/alerts/rule_page.h"
#include "ui/ask/flow_layout.h"
#include "ui/filter/scope_chip.h"
#include "ui/kit/actions.h"
#include "ui/kit/button.h"
#include "ui/kit/card.h"
#include "ui/kit/plain.h"
#include "ui/kit/search_field.h"
#include "ui/kit/segmented_tabs.h"
#include "ui/kit/states.h"
#include "ui/kit/toast.h"
#include "ui/kit/tr.h"
#include "ui/triage/triage_words.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>

namespace assay::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int margin = 20;
constexpr std::chrono::milliseconds restsFor = 120ms;
constexpr std::chrono::seconds againEvery = 60s;
constexpr int usualLength = 1;

QWidget *grounded(QWidget *content)
{
    auto *pane = new Pane(Pane::Ground::Surface);
    auto *column = new QVBoxLayout(pane);
    column->addWidget(content);
    return pane;
}

/// When what fires or is pending began.
UtcTime sinceOf(const AlertRuleState &state, const AlertOverview &overview)
{
    UtcTime since = state.readout.phase == AlertPhase::Pending ? state.readout.since : UtcTime{};
    for (const AlertEntry &entry : overview.open)
        if (entry.firing.rule == state.rule.name && (since == UtcTime{} || entry.firing.firedAt < since))
            since = entry.firing.firedAt;
    return since;
}

} // namespace

AlertsWorkspace::AlertsWorkspace(AlertHost &host, Actions &actions, const QString &who, QWidget *parent)
    : QWidget(parent), m_host(host), m_actions(actions), m_who(who), m_header(new AlertsHeader(actions)),
      m_search(new SearchField(Tr::tr("Find a rule"))),
      m_length(
          new SegmentedTabs({Tr::tr("1 hour"), Tr::tr("24 hours"), Tr::tr("7 days"), Tr::tr("30 days")})),
      m_chip(new ScopeChip(actions.at(ActionId::ClearScope)->shortcut())), m_list(new RuleList),
      m_states(new QStackedWidget),
      m_filtered(new EmptyState(Icon::Search, QString(), Tr::tr("Show all rules"))), m_error(new ErrorState),
      m_trouble(new PlainLabel(QString(), Type::Small, Tone::Second)), m_page(new RulePage(host, who)),
      m_none(new EmptyState(Icon::Alerts, Tr::tr("Choose a rule to see what it measured and when it fired."),
                            QString())),
      m_editor(new RuleEditor(host, actions, who)), m_right(new QStackedWidget),
      m_across(new QSplitter(Qt::Horizontal))
{
    m_across->addWidget(makeLeft());
    m_across->addWidget(makeRight());
    m_across->setHandleWidth(1);
    m_across->setChildrenCollapsible(false);
    m_across->setStretchFactor(0, 40);
    m_across->setStretchFactor(1, 60);
    m_across->setSizes({500, 772});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_across);
    m_noteSheet = new NoteSheet(this);
    m_silenceSheet = new SilenceSheet(host, this);
    m_linesSheet = new LinesSheet(this);
    m_toast = new Toast(m_right);
    m_soon.setSingleShot(true);
    m_soon.setInterval(restsFor);
    m_again.setInterval(againEvery);
    connectParts();
    connectActions();
    showStates();
    readRules();
}

AlertsWorkspace::~AlertsWorkspace()
{
    if (m_header && !m_header->parent())
        delete m_header;
}

QWidget *AlertsWorkspace::makeLeft()
{
    auto *left = new Pane(Pane::Ground::Surface);
    left->setMinimumWidth(300);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(margin, 8, margin, 6);
    top->setSpacing(6);
    top->addWidget(m_search);
    top->addWidget(m_chip);
    top->addWidget(m_length);
    column->addLayout(top);
    column->addWidget(new Hairline);
    // In the order of Shown; a rules file without a rule has no state of its own: shipped ones always stand.
    m_states->addWidget(m_list);
    m_states->addWidget(grounded(new Skeleton(8)));
    m_states->addWidget(grounded(new EmptyState(Icon::Alerts, Tr::tr("There are no rules."), QString())));
    m_states->addWidget(grounded(m_filtered));
    m_states->addWidget(grounded(m_error));
    column->addWidget(m_states, 1);
    m_trouble->setWordWrap(true);
    m_trouble->setContentsMargins(margin, 8, margin, 8);
    column->addWidget(m_trouble);
    m_search->installEventFilter(this);
    m_search->setAccessibleName(Tr::tr("Find a rule"));
    m_search->setKeyHint(m_actions.at(ActionId::FilterAlerts)->shortcut());
    m_length->setAccessibleName(Tr::tr("History of the last"));
    m_length->setCurrent(usualLength);
    return left;
}

QWidget *AlertsWorkspace::makeRight()
{
    auto *shown = new Pane(Pane::Ground::Surface);
    auto *column = new QVBoxLayout(shown);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_page, 1);
    column->addWidget(m_none, 1);
    m_none->hide();
    column->addWidget(new Hairline);
    m_actionRow = makeActionRow();
    column->addWidget(m_actionRow);
    auto *writing = new Pane(Pane::Ground::Surface);
    auto *other = new QVBoxLayout(writing);
    other->setContentsMargins(0, 0, 0, 0);
    other->addWidget(m_editor);
    m_right->addWidget(shown);
    m_right->addWidget(writing);
    m_right->setMinimumWidth(360);
    return m_right;
}

QWidget *AlertsWorkspace::makeActionRow()
{
    auto *row = new QWidget;
    auto *flow = new FlowLayout(6, 6, row);
    flow->setContentsMargins(margin, 8, margin, 8);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    row->setSizePolicy(policy);
    const std::tuple<ActionId, Icon, QString> buttons[] = {
        {ActionId::AcknowledgeAlert, Icon::Check, Tr::tr("Acknowledge")},
        {ActionId::SilenceAlert, Icon::None, Tr::tr("Silence")},
        {ActionId::NoteAlert, Icon::None, Tr::tr("Note")},
        {ActionId::LinkAlertPolicy, Icon::None, Tr::tr("Answered by")},
        {ActionId::EditAlertRule, Icon::None, Tr::tr("Edit")},
        {ActionId::ToggleAlertRule, Icon::None, Tr::tr("On/off")},
        {ActionId::AlertToTriage, Icon::None, Tr::tr("Triage")},
        {ActionId::AlertToEvents, Icon::None, Tr::tr("Events")},
    };
    for (const auto &[id, icon, text] : buttons) {
        auto *button = new Button(
            icon, text, id == ActionId::AcknowledgeAlert ? ButtonKind::Primary : ButtonKind::Secondary);
        QAction *const action = m_actions.at(id);
        button->setKeyHint(action->shortcut());
        button->setFocusPolicy(Qt::TabFocus);
        button->setType(Type::Small);
        button->setAccessibleName(action->text());
        plainToolTip(button, action->text());
        connect(button, &Button::clicked, action, &QAction::trigger);
        flow->addWidget(button);
    }
    return row;
}

QWidget *AlertsWorkspace::titleBar()
{
    return m_header;
}

void AlertsWorkspace::focusDefault()
{
    if (isEditing())
        return m_editor->setFocus(Qt::OtherFocusReason);
    m_wantsFocus = shown() == Shown::Loading;
    QWidget *const places[] = {m_list, m_list, m_list, m_filtered->button(), m_error->button()};
    places[static_cast<std::size_t>(shown())]->setFocus(Qt::OtherFocusReason);
}

bool AlertsWorkspace::isEditing() const
{
    return m_right->currentIndex() == 1;
}

AlertsWorkspace::Shown AlertsWorkspace::shown() const
{
    return static_cast<Shown>(m_states->currentIndex());
}

void AlertsWorkspace::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    takeOverview();
    m_soon.start();
    m_again.start();
}

/// Esc in the search is first the search's own: it clears; only then it leaves.
bool AlertsWorkspace::eventFilter(QObject *watched, QEvent *event)
{
    const auto *key = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress
                          ? static_cast<QKeyEvent *>(event)
                          : nullptr;
    if (watched == m_search && key != nullptr && key->key() == Qt::Key_Escape) {
        if (event->type() == QEvent::ShortcutOverride) {
            event->accept();
            return true;
        }
        if (m_search->text().isEmpty()) {
            focusDefault();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void AlertsWorkspace::hideEvent(QHideEvent *event)
{
    m_again.stop();
    QWidget::hideEvent(event);
}

void AlertsWorkspace::connectParts()
{
    connect(&m_host, &AlertHost::changed, this, &AlertsWorkspace::takeOverview);
    connect(m_list, &RuleList::currentChanged, this, &AlertsWorkspace::chooseRow);
    connect(m_list, &RuleList::activated, this, &AlertsWorkspace::edit);
    connect(m_list, &RuleList::menuWanted, this, &AlertsWorkspace::openRowMenu);
    connect(m_search, &QLineEdit::textChanged, this, &AlertsWorkspace::takeOverview);
    connect(m_search, &QLineEdit::returnPressed, this, &AlertsWorkspace::focusDefault);
    connect(m_filtered, &EmptyState::activated, this, [this] {
        m_search->clear();
        focusDefault();
    });
    connect(m_error, &ErrorState::retry, this, [this] {
        m_host.reload();
        readRules();
    });
    connect(m_length, &SegmentedTabs::currentChanged, this, [this] {
        askHistory();
        Q_EMIT stateChanged();
    });
    connect(m_chip, &ScopeChip::clearWanted, this, &AlertsWorkspace::scopeClearWanted);
    connect(&m_soon, &QTimer::timeout, this, &AlertsWorkspace::askHistory);
    connect(&m_again, &QTimer::timeout, this, &AlertsWorkspace::askHistory);
    connect(m_page, &RulePage::turnWanted, m_actions.at(ActionId::OpenAlertTurn), &QAction::trigger);
    connect(m_editor, &RuleEditor::turnWanted, m_actions.at(ActionId::OpenAlertTurn), &QAction::trigger);
    connect(m_silenceSheet, &SilenceSheet::silenced, this, &AlertsWorkspace::addSilence);
    connect(m_across, &QSplitter::splitterMoved, this, &AlertsWorkspace::stateChanged);
}

void AlertsWorkspace::readRules()
{
    m_host.readRules(this, [this](const Result<AlertRules> &rules) {
        m_known = true;
        m_failure = rules ? std::nullopt : std::optional(rules.error());
        if (rules)
            m_rules = *rules;
        takeOverview();
    });
}

/// Rules come from the file, so that they are there before anything is evaluated; the rest from the host.
void AlertsWorkspace::takeOverview()
{
    const AlertOverview &overview = m_host.overview();
    const UtcTime now = utcNow();
    QList<RuleRow> rows;
    for (const AlertRule &rule : std::as_const(m_rules.rules)) {
        if (!rule.name.contains(m_search->text().trimmed(), Qt::CaseInsensitive) &&
            !conditionText(rule).contains(m_search->text().trimmed(), Qt::CaseInsensitive))
            continue;
        AlertRuleState state{.rule = rule};
        for (const AlertRuleState &one : overview.rules)
            if (one.rule.name == rule.name)
                state.readout = one.readout;
        rows.append({.rule = rule,
                     .standing = standingOf(state, overview),
                     .readout = state.readout,
                     .since = sinceOf(state, overview)});
    }
    m_list->setRows(rows, now);
    showStates();
    if (const RuleRow *row = m_list->currentRow()) {
        m_page->showRule(*row, now);
        QStringList quiet;
        for (const AlertSilence &silence : silencesOf(row->rule))
            quiet.append(Tr::tr("Silenced by %1 until %2. %3")
                             .arg(personText(silence.who, m_who), whenText(silence.ends, now),
                                  visibleLine(silence.note, 200)));
        m_page->setSilence(quiet.join(u'\n'));
        QStringList open;
        for (const AlertEntry &entry : overview.open)
            if (entry.firing.rule == row->rule.name)
                open.append(entry.firing.id + entry.acknowledgedBy + QString::number(entry.notes.size()));
        if (isVisible() && std::exchange(m_openSeen, open) != open && m_historyOf == row->rule.name)
            m_soon.start();
    }
}

void AlertsWorkspace::showStates()
{
    const AlertOverview &overview = m_host.overview();
    Shown shown = Shown::Content;
    if (m_failure) {
        shown = Shown::Failed;
        m_error->setError(m_failure->message, {});
    } else if (!m_known) {
        shown = Shown::Loading;
    } else if (m_list->rows().isEmpty() && !m_rules.rules.isEmpty()) {
        shown = Shown::Filtered;
        m_filtered->setSentence(Tr::tr("No rule is called anything like “%1”.").arg(m_search->text()));
    } else if (m_rules.rules.isEmpty()) {
        shown = Shown::Empty;
    }
    m_states->setCurrentIndex(static_cast<int>(shown));
    if (shown != Shown::Loading && std::exchange(m_wantsFocus, false) && isVisible())
        focusDefault();
    m_actionRow->setEnabled(shown == Shown::Content);
    m_page->setVisible(shown == Shown::Content || shown == Shown::Loading);
    m_none->setVisible(!m_page->isVisibleTo(m_page->parentWidget()));
    QStringList said;
    if (!overview.trouble.isEmpty() && !m_failure)
        said.append(overview.trouble);
    else if (overview.elsewhere)
        said.append(
            Tr::tr("Another process evaluates the rules of this store; this window shows its findings."));
    else if (overview.evaluatedTo == UtcTime{} && m_known && !m_failure)
        said.append(
            Tr::tr("Nothing is evaluated yet: the rules are tried as soon as something is recorded."));
    if (!m_desktopNote.isEmpty() && overview.desktop)
        said.append(m_desktopNote);
    m_trouble->setTone(overview.trouble.isEmpty() || m_failure ? Tone::Second : Tone::Fail);
    m_trouble->setText(said.join(u'\n'));
    m_trouble->setVisible(!said.isEmpty());
    const int firing = firingCount(overview);
    const auto count = [this](RuleStanding standing) {
        return static_cast<int>(std::ranges::count(m_list->rows(), standing, &RuleRow::standing));
    };
    const QString facts = Tr::tr("%1 firing, %2 pending, %3 silenced, %4 rules")
                              .arg(firing)
                              .arg(count(RuleStanding::Pending))
                              .arg(count(RuleStanding::Silenced))
                              .arg(m_rules.rules.size());
    if (m_header)
        m_header->setFacts(m_known && !m_failure ? facts : QString());
    Q_EMIT statusText(overview.evaluatedTo == UtcTime{}
                          ? QString()
                          : Tr::tr("Rules evaluated to %1").arg(toIso(overview.evaluatedTo).mid(11, 8)));
}

void AlertsWorkspace::chooseRow()
{
    m_wantedFiring.clear();
    takeOverview();
    m_soon.start();
}

void AlertsWorkspace::setDesktopNote(const QString &note)
{
    m_desktopNote = note;
    showStates();
}

} // namespace assay::ui
