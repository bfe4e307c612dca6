// SPDX-License-Identifier: Apache-2.0
#include "ui/triage/triage_workspace.h"

#include "ui/ask/flow_layout.h"
#include "ui/filter/filter_field.h"
#include "ui/filter/scope_chip.h"
#include "ui/kit/actions.h"
#include "ui/kit/button.h"
#include "ui/kit/card.h"
#include "ui/kit/plain.h"
#include "ui/kit/states.h"
#include "ui/kit/toast.h"
#include "ui/kit/tr.h"
#include "ui/triage/choice_bar.h"
#include "ui/triage/queue_view.h"
#include "ui/triage/triage_header.h"
#include "ui/triage/triage_words.h"

#include <QtCore/QLocale>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 20;
constexpr qint64 rowsAround = 48; ///< read with a list, so that it comes with its rows

Button *menuButton(const QString &caption)
{
    auto *button = new Button(QString(), ButtonKind::Ghost);
    button->setCompact(true);
    button->setCaption(caption);
    button->setChevron(true);
    return button;
}

QWidget *grounded(QWidget *content)
{
    auto *pane = new Pane(Pane::Ground::Surface);
    auto *column = new QVBoxLayout(pane);
    column->addWidget(content);
    return pane;
}

} // namespace

TriageWorkspace::TriageWorkspace(Workbench &workbench, Actions &actions, const QString &who, QWidget *parent)
    : QWidget(parent), m_workbench(workbench), m_actions(actions), m_who(who),
      m_host(workbench.paths().store()), m_header(new TriageHeader),
      m_scopeButton(menuButton(Tr::tr("Show"))), m_groupButton(menuButton(Tr::tr("Group"))),
      m_viewsButton(menuButton(QString())), m_filter(new FilterField(FilterUse::Turns)),
      m_chip(new ScopeChip(actions.at(ActionId::ClearScope)->shortcut())),
      m_chosenNote(new PlainLabel(QString(), Type::Small, Tone::Accent)), m_queue(new QueueView),
      m_states(new QStackedWidget),
      m_empty(new EmptyState(Icon::Triage, QString(), Tr::tr("Ask a question"))),
      m_filtered(new EmptyState(Icon::Filter, QString(), Tr::tr("Clear the filter"))),
      m_error(new ErrorState), m_detail(new DetailPage), m_choices(new ChoiceBar),
      m_across(new QSplitter(Qt::Horizontal))
{
    m_query.who = who;
    m_queue->setWho(who);
    m_across->addWidget(makeLeft());
    m_across->addWidget(makeRight());
    m_across->setHandleWidth(1);
    m_across->setChildrenCollapsible(false);
    m_across->setStretchFactor(0, 44);
    m_across->setStretchFactor(1, 56);
    m_across->setSizes({560, 712});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_across);
    m_toast = new Toast(m_detail);
    connectParts();
    connectActions();
    joinShared();
    setScope(TriageScope::Open);
    setGrouping(TriageGrouping::Issue);
    showStates();
}

TriageWorkspace::~TriageWorkspace()
{
    if (m_header && !m_header->parent())
        delete m_header;
}

QWidget *TriageWorkspace::makeLeft()
{
    auto *left = new Pane(Pane::Ground::Surface);
    left->setMinimumWidth(320);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(margin, 8, margin, 4);
    line->addWidget(m_filter);
    column->addLayout(line);
    auto *narrowed = new QHBoxLayout;
    narrowed->setContentsMargins(margin, 0, margin, 0);
    narrowed->addWidget(m_chip);
    column->addLayout(narrowed);
    auto *menus = new QHBoxLayout;
    menus->setContentsMargins(margin - Button::ghostInset, 0, margin - Button::ghostInset, 6);
    menus->setSpacing(4);
    menus->addWidget(m_scopeButton);
    menus->addWidget(m_viewsButton);
    menus->addWidget(m_chosenNote, 1);
    menus->addWidget(m_groupButton);
    column->addLayout(menus);
    column->addWidget(new Hairline);
    column->addWidget(makeStates(), 1);
    m_viewsButton->setText(Tr::tr("Views"));
    m_viewsButton->setType(Type::Small);
    m_filter->setPlaceholderText(Tr::tr("Filter, for example: score < 0.8 and model = fast-8b"));
    m_filter->setAccessibleName(Tr::tr("Filter"));
    m_filter->setKeyHint(m_actions.at(ActionId::FilterTriage)->shortcut());
    return left;
}

QWidget *TriageWorkspace::makeStates()
{
    // In the order of Shown.
    m_states->addWidget(m_queue);
    m_states->addWidget(grounded(new Skeleton(8)));
    m_states->addWidget(grounded(m_empty));
    m_states->addWidget(grounded(m_filtered));
    m_states->addWidget(grounded(m_error));
    m_states->setCurrentIndex(static_cast<int>(Shown::Loading));
    return m_states;
}

QWidget *TriageWorkspace::makeRight()
{
    auto *right = new Pane(Pane::Ground::Surface);
    right->setMinimumWidth(360);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_detail, 1);
    column->addWidget(new Hairline);
    column->addWidget(m_choices);
    m_actionRow = makeActionRow();
    column->addWidget(m_actionRow);
    return right;
}

QWidget *TriageWorkspace::makeActionRow()
{
    auto *row = new QWidget;
    auto *flow = new FlowLayout(6, 6, row);
    flow->setContentsMargins(margin, 8, margin, 8);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    row->setSizePolicy(policy);
    const std::tuple<ActionId, Icon, QString> buttons[] = {
        {ActionId::ResolveTriage, Icon::Check, Tr::tr("Resolve")},
        {ActionId::TriageBad, Icon::None, Tr::tr("Bad")},
        {ActionId::TriageGood, Icon::None, Tr::tr("Good")},
        {ActionId::RerunTriage, Icon::Rerun, Tr::tr("Re-run")},
        {ActionId::AssignTriage, Icon::None, Tr::tr("Assign")},
        {ActionId::NoteTriage, Icon::None, Tr::tr("Note")},
        {ActionId::SnoozeTriage, Icon::None, Tr::tr("Snooze")},
        {ActionId::TriageToSuite, Icon::None, Tr::tr("Suite")},
        {ActionId::TriageToTraining, Icon::None, Tr::tr("Training")},
    };
    for (const auto &[id, icon, text] : buttons) {
        auto *button = new Button(
            icon, text, id == ActionId::ResolveTriage ? ButtonKind::Primary : ButtonKind::Secondary);
        QAction *const action = m_actions.at(id);
        button->setKeyHint(action->shortcut());
        button->setFocusPolicy(Qt::TabFocus);
        button->setType(Type::Small);
        button->setAccessibleName(action->text());
        plainToolTip(button, action->text());
        connect(button, &Button::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, button,
                [button, action] { button->setEnabled(action->isEnabled()); });
        flow->addWidget(button);
    }
    return row;
}

QWidget *TriageWorkspace::titleBar()
{
    return m_header;
}

/// The queue, or what can be done where there is none.
void TriageWorkspace::focusDefault()
{
    m_wantsFocus = shown() == Shown::Loading;
    QWidget *const places[] = {m_queue, m_queue, m_empty->button(), m_filtered->button(), m_error->button()};
    places[static_cast<std::size_t>(shown())]->setFocus(Qt::OtherFocusReason);
}

void TriageWorkspace::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_asked)
        list();
    else
        m_host.refresh(m_queue->currentRow() != nullptr ? m_queue->currentRow()->item.row : 0);
}

void TriageWorkspace::list()
{
    m_asked = true;
    relist(m_queue->current());
}

void TriageWorkspace::connectParts()
{
    connect(&m_host, &TriageHost::listReady, this, &TriageWorkspace::takeList);
    connect(&m_host, &TriageHost::failed, this, [this](const Error &error) {
        m_failure = error;
        showStates();
    });
    connect(m_queue, &QueueView::wanted, this, [this](qint64 first, int count) {
        const quint64 number = m_queue->list().number;
        m_host.readRows(number, first, count, this,
                        [this, number, first](const Result<QList<TriageRow>> &rows) {
                            if (rows)
                                m_queue->put(number, first, *rows);
                        });
    });
    connect(m_queue, &QueueView::currentChanged, this, &TriageWorkspace::chooseRow);
    connect(m_queue, &QueueView::activated, this, &TriageWorkspace::openTurn);
    connect(m_queue, &QueueView::chosenChanged, this, &TriageWorkspace::showHead);
    connect(m_queue, &QueueView::menuWanted, this, &TriageWorkspace::openRowMenu);
    connect(m_filter, &FilterField::filterChanged, this, [this](const Filter &filter) {
        putFilter();
        m_queue->chooseNone();
        list();
        Q_EMIT stateChanged();
        if (!filter.isEmpty())
            focusDefault();
    });
    connect(m_filter, &FilterField::left, this, &TriageWorkspace::focusDefault);
    connect(m_scopeButton, &Button::clicked, this, &TriageWorkspace::openScopeMenu);
    connect(m_groupButton, &Button::clicked, this, &TriageWorkspace::openGroupMenu);
    connect(m_viewsButton, &Button::clicked, this, &TriageWorkspace::openViews);
    connect(m_filtered, &EmptyState::activated, this, &TriageWorkspace::clearFilter);
    connect(m_chip, &ScopeChip::clearWanted, this, &TriageWorkspace::scopeClearWanted);
    connect(m_empty, &EmptyState::activated, this, [this] {
        if (m_host.list().everSeen == 0)
            Q_EMIT askWanted();
        else
            setScope(TriageScope::All);
    });
    connect(m_error, &ErrorState::retry, this, [this] {
        m_failure.reset();
        list();
    });
    connect(m_detail, &DetailPage::turnWanted, this, &TriageWorkspace::turnWanted);
    connect(m_detail, &DetailPage::judgeWanted, m_actions.at(ActionId::JudgeAgain), &QAction::trigger);
    m_detail->setJudgeKeys(m_actions.at(ActionId::JudgeAgain)->shortcut());
    connect(m_detail, &DetailPage::retry, this, [this] {
        m_detailOf = 0;
        readDetail();
    });
    connect(m_choices, &ChoiceBar::opened, m_actionRow, &QWidget::hide);
    connect(m_choices, &ChoiceBar::closed, m_actionRow, &QWidget::show);
    connect(m_across, &QSplitter::splitterMoved, this, &TriageWorkspace::stateChanged);
    connect(&m_workbench, &Workbench::turnsStored, this, [this] {
        if (m_asked)
            m_host.refresh(m_queue->currentRow() != nullptr ? m_queue->currentRow()->item.row : 0);
    });
    connect(&m_workbench, &Workbench::turnFinished, this, &TriageWorkspace::takeFinished);
}

/// The rows around what will be seen come first, so that the list appears whole.
void TriageWorkspace::takeList(const TriageList &list)
{
    m_failure.reset();
    takeSharedTrouble(list.sharedTrouble);
    const qint64 current = list.anchor >= 0 ? list.anchor : std::max<qint64>(0, m_queue->current());
    const qint64 first = std::max<qint64>(0, current - rowsAround);
    m_host.readRows(list.number, first, static_cast<int>(2 * rowsAround), this,
                    [this, list, first, current](const Result<QList<TriageRow>> &rows) {
                        if (list.number != m_host.list().number)
                            return;
                        m_detailOf = 0; // what is known of the turn may have changed with the list
                        m_queue->setList(list, first, rows.value_or(QList<TriageRow>()), current);
                        showStates();
                        showHead();
                        readDetail();
                    });
}

TriageWorkspace::Shown TriageWorkspace::shown() const
{
    return static_cast<Shown>(m_states->currentIndex());
}

void TriageWorkspace::showStates()
{
    const TriageList &list = m_queue->list();
    Shown shown = Shown::Content;
    const QLocale locale;
    if (m_failure) {
        shown = Shown::Failed;
        m_error->setError(m_failure->message, {});
    } else if (list.number == 0) {
        shown = Shown::Loading;
    } else if (list.total == 0 && !m_query.filter.isEmpty() && list.everSeen > 0) {
        shown = Shown::Filtered;
        m_filtered->setSentence(Tr::tr("No turn here matches “%1”.").arg(filterText()));
    } else if (list.total == 0) {
        shown = Shown::Empty;
        m_empty->setSentence(
            list.everSeen == 0 ? Tr::tr("Nothing needs looking at. Turns come here when they fail the "
                                        "quality gate, are labelled "
                                        "bad, or raise an alert.")
            : m_query.scope == TriageScope::Open
                ? Tr::tr("Everything is dealt with: %1 resolved today, %2 snoozed.")
                      .arg(locale.toString(list.counts.resolvedToday), locale.toString(list.counts.snoozed))
                : Tr::tr("There is nothing under “%1”.").arg(scopeTitle(m_query.scope)));
        m_empty->button()->setText(list.everSeen == 0 ? Tr::tr("Ask a question") : Tr::tr("Show all"));
    }
    const bool hadFocus = shown != this->shown() && m_states->isAncestorOf(window()->focusWidget());
    m_states->setCurrentIndex(static_cast<int>(shown));
    if (shown != Shown::Loading && (std::exchange(m_wantsFocus, false) || hadFocus) && isVisible() &&
        !m_choices->isAsking())
        focusDefault();
    if (shown != Shown::Content && shown != Shown::Loading)
        m_detail->showNothing(Tr::tr("Choose a turn to see it in full."));
}

void TriageWorkspace::chooseRow()
{
    const TriageRow *row = m_queue->currentRow();
    const bool any = row != nullptr;
    for (const ActionId id : {ActionId::ResolveTriage, ActionId::TriageBad, ActionId::TriageGood,
                              ActionId::RerunTriage, ActionId::AssignTriage, ActionId::NoteTriage,
                              ActionId::SnoozeTriage, ActionId::JudgeAgain, ActionId::TriageToSuite,
                              ActionId::TriageToTraining, ActionId::OpenTriageTurn, ActionId::ChooseTriage})
        m_actions.at(id)->setEnabled(any);
    readDetail();
}

void TriageWorkspace::readDetail()
{
    const TriageRow *row = m_queue->currentRow();
    if (row == nullptr) {
        m_detailOf = 0;
        m_shownDetail.reset();
        if (m_queue->current() < 0)
            m_detail->showNothing(Tr::tr("Choose a turn to see it in full."));
        return;
    }
    if (row->item.row == m_detailOf)
        return;
    m_detailOf = row->item.row;
    m_detail->showLoading();
    m_host.readDetail(m_detailOf, this, [this, asked = m_detailOf](const Result<TriageDetail> &detail) {
        if (asked != m_detailOf)
            return;
        if (!detail) {
            m_shownDetail.reset();
            m_detail->showError(detail.error().message);
            return;
        }
        m_shownDetail = *detail;
        m_detail->showDetail(*detail, m_who);
        const auto rerun = m_reruns.constFind(detail->turn.id);
        m_detail->setRerun(rerun == m_reruns.constEnd() ? std::nullopt : std::optional(*rerun));
        m_detail->setJudgeNote(m_judgeNotes.value(detail->turn.id));
    });
}

} // namespace assay::ui
