// SPDX-License-Identifier: Apache-2.0
#include "ui/evaluate/arena_page.h"

#include "ui/ask/flow_layout.h"
#include "ui/evaluate/evaluate_words.h"
#include "ui/evaluate/tally_list.h"
#include "ui/kit/actions.h"
#include "ui/kit/answer_view.h"
#include "ui/kit/button.h"
#include "ui/kit/card.h"
#include "ui/kit/controls.h"
#include "ui/kit/plain.h"
#include "ui/kit/states.h"
#include "ui/kit/tr.h"

#include <QtCore/QRandomGenerator>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 20;
constexpr int questionHeight = 58;

PlainLabel *small(const QString &text, Tone tone = Tone::Second)
{
    return new PlainLabel(text, Type::Small, tone);
}

} // namespace

ArenaPage::ArenaPage(Workbench &workbench, Actions &actions, QWidget *parent)
    : QWidget(parent), m_workbench(workbench), m_tally(workbench.paths().store()), m_actions(actions),
      m_coin([] { return QRandomGenerator::global()->bounded(2) == 1; }), m_question(new QPlainTextEdit),
      m_first(new QComboBox), m_second(new QComboBox), m_blind(new Toggle(Tr::tr("Blind"))),
      m_said(small(QString())), m_states(new QStackedWidget), m_tallyList(new TallyList)
{
    auto *pane = new Pane(Pane::Ground::Surface);
    auto *inner = new QVBoxLayout(pane);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    inner->addWidget(makeQuestion(actions));
    inner->addWidget(new Hairline);
    auto *empty = new Pane(Pane::Ground::Surface);
    auto *emptyColumn = new QVBoxLayout(empty);
    emptyColumn->addWidget(new EmptyState(
        Icon::Diff,
        Tr::tr("Ask one question through two sets of settings at once and say which answer is better. Each "
               "vote is kept with both turns as a label."),
        QString()));
    m_states->addWidget(empty);
    m_states->addWidget(makeSides());
    inner->addWidget(m_states, 1);
    inner->addWidget(new Hairline);
    inner->addWidget(makeVotes(actions));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(pane);
    connectActions(actions);
    connect(&m_workbench, &Workbench::turnFinished, this, &ArenaPage::takeTurn);
    connect(&m_workbench, &Workbench::turnsStored, &m_tally, &ArenaHost::refresh);
    connect(&m_tally, &ArenaHost::tallied, this, [this] { m_tallyList->setScores(m_tally.tally()); });
    connect(&m_workbench.settings(), &SettingsHub::changed, this, &ArenaPage::fillProfiles);
    fillProfiles();
    refresh();
    m_tally.refresh();
}

ArenaPage::~ArenaPage() = default;

QWidget *ArenaPage::makeQuestion(Actions &actions)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(margin, 12, margin, 12);
    column->setSpacing(8);
    m_question->setFixedHeight(questionHeight);
    m_question->setTabChangesFocus(true);
    m_question->setPlaceholderText(Tr::tr("One question for both"));
    m_question->setAccessibleName(Tr::tr("Question for both sides"));
    column->addWidget(m_question);
    m_first->setAccessibleName(Tr::tr("Settings of one side"));
    m_second->setAccessibleName(Tr::tr("Settings of the other side"));
    m_blind->setChecked(true);
    auto *askBoth = new Button(Icon::ArrowUp, Tr::tr("Ask both"), ButtonKind::Primary);
    askBoth->setKeyHint(actions.at(ActionId::AskBoth)->shortcut());
    connect(askBoth, &Button::clicked, actions.at(ActionId::AskBoth), &QAction::trigger);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_first, 2);
    row->addWidget(small(Tr::tr("against")));
    row->addWidget(m_second, 2);
    row->addSpacing(8);
    row->addWidget(m_blind);
    row->addWidget(small(Tr::tr("Blind")));
    row->addStretch(1);
    row->addWidget(askBoth);
    column->addLayout(row);
    m_said->setWordWrap(true);
    m_said->setMinimumHeight(16);
    column->addWidget(m_said);
    return box;
}

ArenaPage::Side ArenaPage::makeSide(const QString &name)
{
    Side side;
    side.title = new PlainLabel(QString(), Type::Body, Tone::Primary);
    side.title->setType(Type::Body, QFont::DemiBold);
    side.facts = new ElidedLabel(QString(), Type::Small, Tone::Third);
    side.answer = new AnswerView;
    side.answer->setAccessibleName(name);
    side.note = small(QString());
    side.note->setWordWrap(true);
    auto *content = new Pane(Pane::Ground::Surface);
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(margin, 4, margin, 16);
    inner->addWidget(side.answer);
    inner->addWidget(side.note);
    inner->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    side.box = new Pane(Pane::Ground::Surface);
    auto *column = new QVBoxLayout(side.box);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(2);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(margin, 0, margin, 4);
    head->setSpacing(2);
    head->addWidget(side.title);
    head->addWidget(side.facts);
    column->addLayout(head);
    column->addWidget(scroll, 1);
    return side;
}

QWidget *ArenaPage::makeSides()
{
    auto *both = new Pane(Pane::Ground::Surface);
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_sides[0] = makeSide(Tr::tr("Left answer"));
    m_sides[1] = makeSide(Tr::tr("Right answer"));
    row->addWidget(m_sides[0].box, 1);
    row->addWidget(new Hairline(Qt::Vertical));
    row->addWidget(m_sides[1].box, 1);
    return both;
}

QWidget *ArenaPage::makeVotes(Actions &actions)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(margin, 8, margin, 10);
    column->setSpacing(8);
    m_votes = new QWidget;
    auto *flow = new FlowLayout(6, 6, m_votes);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    m_votes->setSizePolicy(policy);
    const std::tuple<ActionId, QString> buttons[] = {{ActionId::VoteLeft, Tr::tr("Left is better")},
                                                     {ActionId::VoteRight, Tr::tr("Right is better")},
                                                     {ActionId::VoteTie, Tr::tr("Tie")},
                                                     {ActionId::VoteNeither, Tr::tr("Both bad")},
                                                     {ActionId::NextQuestion, Tr::tr("Next question")}};
    for (const auto &[id, text] : buttons) {
        QAction *const action = actions.at(id);
        auto *button = new Button(Icon::None, text, ButtonKind::Secondary);
        button->setKeyHint(action->shortcut());
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(action->text());
        plainToolTip(button, action->text());
        button->setEnabled(action->isEnabled());
        connect(action, &QAction::changed, button,
                [button, action] { button->setEnabled(action->isEnabled()); });
        connect(button, &Button::clicked, action, &QAction::trigger);
        flow->addWidget(button);
    }
    column->addWidget(m_votes);
    column->addWidget(m_tallyList);
    return box;
}

void ArenaPage::connectActions(Actions &actions)
{
    const auto on = [this, &actions](ActionId id, auto job) {
        connect(actions.at(id), &QAction::triggered, this, job);
    };
    on(ActionId::AskBoth, [this] { ask(); });
    on(ActionId::StopArena, [this] { stop(); });
    on(ActionId::VoteLeft, [this] { vote(ArenaVote::Left); });
    on(ActionId::VoteRight, [this] { vote(ArenaVote::Right); });
    on(ActionId::VoteTie, [this] { vote(ArenaVote::Tie); });
    on(ActionId::VoteNeither, [this] { vote(ArenaVote::Neither); });
    on(ActionId::NextQuestion, [this] {
        m_question->setFocus(Qt::ShortcutFocusReason);
        m_question->selectAll();
    });
    for (const ActionScope scope : {ActionScope::Arena, ActionScope::ArenaVotes})
        actions.listenOn(this, scope);
    connect(m_blind, &Toggle::toggled, this, &ArenaPage::stateChanged);
    connect(m_first, &QComboBox::activated, this, &ArenaPage::stateChanged);
    connect(m_second, &QComboBox::activated, this, &ArenaPage::stateChanged);
}

void ArenaPage::fillProfiles()
{
    const bool isFirst = m_first->count() == 0;
    for (QComboBox *box : {m_first, m_second}) {
        const QString before = box->currentData().toString();
        box->clear();
        box->addItem(Tr::tr("as set now"), QString());
        for (const Profile &one : m_workbench.settings().profiles())
            box->addItem(settingsTitle(one.name), one.name);
        box->setCurrentIndex(std::max(0, box->findData(before)));
    }
    if (isFirst && m_second->count() > 1)
        m_second->setCurrentIndex(1);
}

void ArenaPage::focusDefault()
{
    if (m_phase == Phase::Vote || m_phase == Phase::Voted)
        m_sides[0].answer->setFocus(Qt::OtherFocusReason);
    else
        m_question->setFocus(Qt::OtherFocusReason);
}

void ArenaPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_tally.refresh();
}

QString ArenaPage::titleOf(int side) const
{
    return m_sides.at(static_cast<std::size_t>(side)).title->fullText();
}

QString ArenaPage::factsOf(int side) const
{
    return m_sides.at(static_cast<std::size_t>(side)).facts->fullText();
}

QString ArenaPage::answerOf(int side) const
{
    return m_sides.at(static_cast<std::size_t>(side)).answer->text();
}

QString ArenaPage::said() const
{
    return m_said->fullText();
}

void ArenaPage::say(const QString &text)
{
    m_said->setText(text);
}

QJsonObject ArenaPage::saveState() const
{
    return {{u"first"_s, m_first->currentData().toString()},
            {u"second"_s, m_second->currentData().toString()},
            {u"blind"_s, m_blind->isChecked()}};
}

void ArenaPage::restoreState(const QJsonObject &state)
{
    if (state.isEmpty())
        return;
    m_first->setCurrentIndex(std::max(0, m_first->findData(state.value(u"first"_s).toString())));
    m_second->setCurrentIndex(std::max(0, m_second->findData(state.value(u"second"_s).toString())));
    m_blind->setChecked(state.value(u"blind"_s).toBool(true));
}

} // namespace assay::ui
