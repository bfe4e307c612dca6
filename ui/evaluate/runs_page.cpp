// SPDX-License-Identifier: Apache-2.0
#include "ui/evaluate/runs_page.h"

#include "ui/evaluate/answers_pane.h"
#include "ui/evaluate/run_figures.h"
#include "ui/evaluate/run_list.h"
#include "ui/evaluate/run_sheet.h"
#include "ui/evaluate/running_pane.h"
#include "ui/evaluate/scenario_table.h"
#include "ui/evaluate/suite_sheet.h"
#include "ui/kit/actions.h"
#include "ui/kit/button.h"
#include "ui/kit/card.h"
#include "ui/kit/plain.h"
#include "ui/kit/search_field.h"
#include "ui/kit/segmented_tabs.h"
#include "ui/kit/states.h"
#include "ui/kit/toast.h"
#include "ui/kit/tr.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>

namespace assay::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int margin = 20;
constexpr int roomForBoth = 720; ///< px from which checklist and differences stand side by side
constexpr int leastState = 104;  ///< px in which sentence and button of an empty state stand
constexpr std::chrono::milliseconds restsFor = 100ms;
constexpr std::chrono::seconds againEvery = 1s;

QWidget *grounded(QWidget *content)
{
    auto *pane = new Pane(Pane::Ground::Surface);
    auto *column = new QVBoxLayout(pane);
    column->addWidget(content);
    return pane;
}

} // namespace

RunsPage::RunsPage(EvaluationHost &host, Actions &actions, QWidget *parent)
    : QWidget(parent), m_host(host), m_actions(actions), m_list(new RunList),
      m_listStates(new QStackedWidget),
      m_empty(new EmptyState(Icon::Evaluate,
                             Tr::tr("No suite was run yet. A run asks every question of a suite and holds "
                                    "the answers against what they must be like."),
                             Tr::tr("Run a suite"))),
      m_running(new RunningPane(actions)), m_title(new ElidedLabel(QString(), Type::Title, Tone::Primary)),
      m_verdict(new PlainLabel(QString(), Type::Body, Tone::Primary)),
      m_notes(new PlainLabel(QString(), Type::Small, Tone::Second)), m_before(new QComboBox),
      m_targets(new TargetList), m_differences(new DifferenceList),
      m_figureTabs(new SegmentedTabs({Tr::tr("Targets"), Tr::tr("Difference")})), m_summary(new QWidget),
      m_choice(new SegmentedTabs({Tr::tr("All"), Tr::tr("Changed"), Tr::tr("Missed")})),
      m_search(new SearchField(Tr::tr("Find a scenario"))), m_table(new ScenarioTable),
      m_tableHead(new ScenarioHead(*m_table)), m_tableStates(new QStackedWidget),
      m_filtered(new PlainLabel(QString(), Type::Body, Tone::Second)), m_answers(new AnswersPane),
      m_right(new QStackedWidget), m_error(new ErrorState), m_across(new QSplitter(Qt::Horizontal)),
      m_down(new QSplitter(Qt::Vertical))
{
    m_across->addWidget(makeLeft(actions));
    m_across->addWidget(makeRight());
    m_across->setHandleWidth(1);
    m_across->setChildrenCollapsible(false);
    m_across->setStretchFactor(0, 0);
    m_across->setStretchFactor(1, 1);
    m_across->setSizes({340, 932});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_across);
    m_sheet = new RunSheet(host, this);
    m_suiteSheet = new SuiteSheet(this);
    m_toast = new Toast(m_right);
    m_soon.setSingleShot(true);
    m_soon.setInterval(restsFor);
    m_again.setInterval(againEvery);
    connectParts();
    connectActions(actions);
    takeRuns();
    showRight(Shown::None);
    m_host.refresh();
}

QWidget *RunsPage::makeLeft(Actions &)
{
    auto *left = new Pane(Pane::Ground::Surface);
    left->setMinimumWidth(280);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    // In the order of ListShown.
    m_listStates->addWidget(m_list);
    m_listStates->addWidget(grounded(new Skeleton(6)));
    m_listStates->addWidget(grounded(m_empty));
    column->addWidget(m_listStates, 1);
    column->addWidget(m_running);
    return left;
}

QWidget *RunsPage::makeRight()
{
    auto *content = new Pane(Pane::Ground::Surface);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(new Hairline);
    m_down->setHandleWidth(1);
    m_down->setChildrenCollapsible(false);
    m_down->addWidget(makeTable(m_actions));
    m_down->addWidget(m_answers);
    m_down->setSizes({340, 260});
    m_answers->setMinimumHeight(40);
    column->addWidget(m_down, 1);
    // In the order of Shown.
    m_right->addWidget(content);
    m_right->addWidget(grounded(new EmptyState(
        Icon::Evaluate, Tr::tr("Choose a run to see what it met and what changed."), QString())));
    m_right->addWidget(grounded(new Skeleton(10)));
    m_right->addWidget(grounded(m_error));
    m_right->setMinimumWidth(420);
    m_right->installEventFilter(this);
    return m_right;
}

QWidget *RunsPage::makeHead()
{
    auto *head = new QWidget;
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(margin, 10, margin, 10);
    column->setSpacing(6);
    m_title->setType(Type::Title, QFont::DemiBold);
    m_verdict->setType(Type::Body, QFont::DemiBold);
    m_verdict->setWordWrap(true);
    m_notes->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_title, 1);
    row->addWidget(new PlainLabel(Tr::tr("compared with"), Type::Small, Tone::Second));
    m_before->setAccessibleName(Tr::tr("Compared with"));
    m_before->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_before->setMinimumContentsLength(22);
    row->addWidget(m_before);
    column->addLayout(row);
    column->addWidget(m_verdict);
    column->addWidget(m_notes);
    auto *both = new QBoxLayout(QBoxLayout::LeftToRight, m_summary);
    both->setContentsMargins(0, 4, 0, 0);
    both->setSpacing(28);
    both->addWidget(m_targets, 1, Qt::AlignTop);
    both->addWidget(m_differences, 1, Qt::AlignTop);
    m_figureTabs->setAccessibleName(Tr::tr("Figures of the run"));
    m_figureTabs->setCurrent(1);
    column->addWidget(m_figureTabs);
    column->addWidget(m_summary);
    return head;
}

QWidget *RunsPage::makeTable(Actions &actions)
{
    auto *pane = new Pane(Pane::Ground::Surface);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(margin, 6, margin, 6);
    tools->setSpacing(12);
    m_choice->setAccessibleName(Tr::tr("Which scenarios"));
    m_choice->setCurrent(0);
    m_search->setAccessibleName(Tr::tr("Find a scenario"));
    m_search->setKeyHint(actions.at(ActionId::FindScenario)->shortcut());
    m_search->setMaximumWidth(280);
    m_search->installEventFilter(this);
    tools->addWidget(m_choice);
    tools->addStretch(1);
    tools->addWidget(m_search, 2);
    column->addLayout(tools);
    column->addWidget(m_tableHead);
    m_tableStates->addWidget(m_table);
    m_tableStates->addWidget(makeFiltered());
    column->addWidget(m_tableStates, 1);
    return pane;
}

/// Said in two lines: the table may be low.
QWidget *RunsPage::makeFiltered()
{
    auto *pane = new Pane(Pane::Ground::Surface);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(margin, 8, margin, 8);
    column->setSpacing(6);
    m_filtered->setWordWrap(true);
    m_filtered->setAlignment(Qt::AlignCenter);
    auto *all = new Button(Icon::None, Tr::tr("Show all scenarios"), ButtonKind::Secondary);
    all->setCompact(true);
    connect(all, &Button::clicked, this, [this] {
        m_search->clear();
        m_choice->setCurrent(0);
        m_table->setFocus(Qt::OtherFocusReason);
    });
    column->addStretch(1);
    column->addWidget(m_filtered);
    column->addWidget(all, 0, Qt::AlignHCenter);
    column->addStretch(2);
    return pane;
}

void RunsPage::connectParts()
{
    connect(&m_host, &EvaluationHost::runsChanged, this, &RunsPage::takeRuns);
    connect(&m_host, &EvaluationHost::progressed, this, &RunsPage::takeProgress);
    connect(&m_host, &EvaluationHost::runEnded, this, &RunsPage::takeEnd);
    connect(m_list, &RunList::currentChanged, this, &RunsPage::chooseRun);
    connect(m_list, &RunList::menuWanted, this, &RunsPage::openMenu);
    connect(m_list, &RunList::activated, this, [this] {
        if (shown() == Shown::Content)
            m_table->setFocus(Qt::OtherFocusReason);
    });
    connect(m_table, &ScenarioTable::currentChanged, this, &RunsPage::showScenario);
    connect(m_table, &ScenarioTable::activated, this, [this] { m_answers->setFocus(Qt::OtherFocusReason); });
    connect(m_empty, &EmptyState::activated, m_actions.at(ActionId::NewRun), &QAction::trigger);
    connect(m_search, &QLineEdit::textChanged, this, &RunsPage::narrow);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { m_table->setFocus(Qt::OtherFocusReason); });
    connect(m_choice, &SegmentedTabs::currentChanged, this, &RunsPage::narrow);
    connect(m_error, &ErrorState::retry, this, [this] {
        m_host.refresh();
        readView();
    });
    connect(m_before, &QComboBox::activated, this, [this] {
        m_compares = m_before->currentIndex() != 1;
        m_base = m_before->currentData().toString();
        m_list->setBase(m_base);
        readView();
        Q_EMIT stateChanged();
    });
    connect(&m_soon, &QTimer::timeout, this, &RunsPage::readView);
    connect(&m_again, &QTimer::timeout, this, [this] {
        m_host.refresh();
        readView();
    });
    connect(m_sheet, &RunSheet::startWanted, this, &RunsPage::start);
    connect(m_figureTabs, &SegmentedTabs::currentChanged, this, &RunsPage::arrange);
    connect(m_across, &QSplitter::splitterMoved, this, &RunsPage::stateChanged);
    connect(m_down, &QSplitter::splitterMoved, this, &RunsPage::stateChanged);
}

void RunsPage::focusDefault()
{
    m_wantsFocus = listShown() == ListShown::Loading;
    if (listShown() == ListShown::Empty)
        m_empty->button()->setFocus(Qt::OtherFocusReason);
    else
        m_list->setFocus(Qt::OtherFocusReason);
}

RunsPage::ListShown RunsPage::listShown() const
{
    return static_cast<ListShown>(m_listStates->currentIndex());
}

RunsPage::Shown RunsPage::shown() const
{
    return static_cast<Shown>(m_right->currentIndex());
}

void RunsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_host.refresh();
}

/// Checklist and differences side by side where there is room, else one of them.
void RunsPage::arrange()
{
    const bool compared = m_view && m_view->before;
    const bool wide = m_right->width() >= roomForBoth;
    m_figureTabs->setVisible(compared && !wide);
    m_targets->setVisible(wide || !compared || m_figureTabs->current() == 0);
    m_differences->setVisible(compared && (wide || m_figureTabs->current() == 1));
}

/// Esc in the search is first the search's own: it clears; only then it leaves.
bool RunsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_right && event->type() == QEvent::Resize)
        arrange();
    const auto *key = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress
                          ? static_cast<QKeyEvent *>(event)
                          : nullptr;
    if (watched == m_search && key != nullptr && key->key() == Qt::Key_Escape) {
        if (event->type() == QEvent::ShortcutOverride) {
            event->accept();
            return true;
        }
        if (m_search->text().isEmpty()) {
            m_table->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace assay::ui
