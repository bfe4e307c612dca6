// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/ask_workspace.h"

#include "ui/ask/ask_header.h"
#include "ui/ask/compare_view.h"
#include "ui/ask/composer.h"
#include "ui/ask/conversation_view.h"
#include "ui/ask/inspector.h"
#include "ui/ask/source_sheet.h"
#include "ui/ask/thread_list.h"
#include "ui/ask/tuning_panel.h"
#include "ui/ask/turn_text.h"
#include "ui/kit/actions.h"
#include "ui/kit/card.h"
#include "ui/kit/toast.h"
#include "ui/kit/tr.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QSplitter>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int sideWidth = 446;
constexpr int sideLeast = 340;
constexpr int mainLeast = 400;
constexpr std::chrono::milliseconds saveAfter{400};
constexpr std::chrono::milliseconds clockStep{200};
constexpr std::chrono::milliseconds inspectStep{80};

} // namespace

AskWorkspace::AskWorkspace(Workbench &workbench, Actions &actions, QWidget *parent)
    : QWidget(parent), m_workbench(workbench), m_actions(actions), m_header(new AskHeader(actions)),
      m_conversation(new ConversationView(m_state, actions, utcNow, this)),
      m_composer(new Composer(actions, this)), m_inspector(new TurnInspector(actions, this)),
      m_tuning(new TuningPanel(workbench.settings(), actions, this)), m_threads(new ThreadList(this)),
      m_compare(new CompareView(this)), m_across(new QSplitter(Qt::Horizontal, this)),
      m_side(new QSplitter(Qt::Vertical, this))
{
    compose();
    m_state.follow(workbench);
    connectState();
    connectConversation();
    connectComposer();
    connectThreads();
    connectInspector();
    connectActions();
    m_save.setSingleShot(true);
    m_save.setInterval(saveAfter);
    connect(&m_save, &QTimer::timeout, this, &AskWorkspace::stateChanged);
    showSettings();
    showHeader();
    showSelection();
    showRunning();
}

AskWorkspace::~AskWorkspace()
{
    if (m_header && !m_header->parent())
        delete m_header;
}

void AskWorkspace::compose()
{
    auto *left = new Pane(Pane::Ground::Surface, this);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_conversation, 1);
    column->addWidget(m_composer);
    left->setMinimumWidth(mainLeast);
    m_conversation->setOverlay(m_compare);
    m_sheet = new SourceSheet(m_conversation);
    m_toast = new Toast(m_conversation);

    m_side->addWidget(m_inspector);
    m_side->addWidget(m_tuning);
    m_tuning->watchTurns(m_workbench.paths().store());
    m_side->setStretchFactor(0, 1);
    m_side->setStretchFactor(1, 0);
    m_side->setChildrenCollapsible(false);
    m_side->setMinimumWidth(sideLeast);
    m_across->addWidget(left);
    m_across->addWidget(m_side);
    m_across->setStretchFactor(0, 1);
    m_across->setStretchFactor(1, 0);
    m_across->setChildrenCollapsible(false);
    m_across->setHandleWidth(1);
    m_side->setHandleWidth(1);
    auto *across = new QHBoxLayout(this);
    across->setContentsMargins(0, 0, 0, 0);
    across->addWidget(m_across);
    connect(m_across, &QSplitter::splitterMoved, this, [this] {
        m_split = true;
        noteChange();
    });
    connect(m_side, &QSplitter::splitterMoved, this, &AskWorkspace::noteChange);
}

QWidget *AskWorkspace::titleBar()
{
    return m_header;
}

TuningModel &AskWorkspace::tuning()
{
    return m_tuning->model();
}

void AskWorkspace::focusDefault()
{
    m_composer->focusInput();
}

void AskWorkspace::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

void AskWorkspace::fitColumns()
{
    if (m_split || m_side->isHidden())
        return;
    const int side = std::clamp(width() * 35 / 100, sideLeast, sideWidth);
    m_across->setSizes({width() - side, side});
}

void AskWorkspace::connectState()
{
    connect(&m_state, &AskState::selectionChanged, this, &AskWorkspace::showSelection);
    connect(&m_state, &AskState::selectionChanged, m_compare, &QWidget::hide);
    connect(&m_state, &AskState::turnsReset, this, [this] {
        m_inspectSoon.start(); // a change of the selection mostly follows at once and shows it
        showHeader();
        showRunning();
    });
    connect(&m_state, &AskState::turnAdded, this, [this] {
        showHeader();
        showRunning();
    });
    connect(&m_state, &AskState::turnChanged, this, [this](int index) {
        const bool ended = !m_state.turns().at(index).isRunning();
        if (index == m_state.selected() && ended)
            showSelection();
        else if (index == m_state.selected() && !m_inspectSoon.isActive())
            m_inspectSoon.start();
        if (ended) {
            showHeader();
            showRunning();
        }
    });
    connect(&m_state, &AskState::threadIdChanged, this, [this] {
        showHeader();
        noteChange();
    });
    connect(&m_state, &AskState::conditionChanged, this, [this] {
        if (m_state.error() && !m_state.turns().isEmpty())
            m_toast->notify(m_state.error()->message);
    });
    m_inspectSoon.setSingleShot(true);
    m_inspectSoon.setInterval(inspectStep);
    connect(&m_inspectSoon, &QTimer::timeout, this, &AskWorkspace::showSelection);
    m_clock.setInterval(clockStep);
    connect(&m_clock, &QTimer::timeout, this, &AskWorkspace::showRunning);
    connect(&m_workbench, &Workbench::turnFinished, this, &AskWorkspace::showRunning);
}

void AskWorkspace::connectConversation()
{
    connect(m_conversation, &ConversationView::turnOpened, this, &AskWorkspace::openTurn);
    connect(m_conversation, &ConversationView::sourceActivated, this, &AskWorkspace::openSource);
    connect(m_conversation, &ConversationView::labelSaved, this, &AskWorkspace::putLabel);
    connect(m_conversation, &ConversationView::questionChosen, this, &AskWorkspace::ask);
    connect(m_compare, &CompareView::closed, this, [this] {
        m_compare->hide();
        m_conversation->focusSelected();
    });
    connect(m_conversation, &ConversationView::retry, this,
            [this] { m_state.openThread(m_state.threadId()); });
}

void AskWorkspace::connectComposer()
{
    connect(m_composer, &Composer::asked, this, [this](const QString &question) {
        if (ask(question))
            m_composer->setText({});
    });
    connect(m_composer, &Composer::textEdited, this, &AskWorkspace::noteChange);
    connect(m_composer, &Composer::left, m_conversation, &ConversationView::focusSelected);
    connect(m_composer, &Composer::strategyChosen, this, &AskWorkspace::chooseStrategy);
    connect(m_composer, &Composer::profileChosen, this, [this](const QString &name) {
        if (const Result<> done = tuning().applyProfile(name); !done)
            m_composer->say(done.error().message);
    });
    connect(&m_workbench.settings(), &SettingsHub::changed, this, &AskWorkspace::showSettings);
    connect(&m_workbench.secrets(), &Secrets::changed, this, [this] { showSources(); });
}

void AskWorkspace::connectThreads()
{
    connect(m_threads, &ThreadList::searched, this, [this](const QString &search) {
        m_workbench.readThreads(search, m_threads,
                                [this, search](const Result<QList<ThreadSummary>> &threads) {
                                    m_threads->setThreads(search, threads);
                                });
    });
    connect(m_threads, &ThreadList::newThread, this, &AskWorkspace::newThread);
    connect(m_threads, &ThreadList::threadChosen, this, [this](const QString &threadId) {
        m_sheet->close();
        if (threadId != m_state.threadId())
            m_state.openThread(threadId);
        m_conversation->focusSelected();
    });
}

void AskWorkspace::connectInspector()
{
    connect(m_inspector, &TurnInspector::sourceActivated, this, [this](const QString &sourceId) {
        if (const TurnView *view = m_state.selectedTurn())
            for (const Evidence &one : view->turn.evidence)
                if (one.sourceId == sourceId) {
                    openEvidence(one);
                    return;
                }
    });
    connect(m_inspector, &TurnInspector::compareRequested, m_actions.at(ActionId::CompareAttempts),
            &QAction::trigger);
    connect(m_inspector, &TurnInspector::recordWanted, this, [this](const TurnEvent &event) {
        Q_EMIT recordWanted(event.topic, event.partition, event.offset);
    });
    connect(m_inspector, &TurnInspector::eventsWanted, this, &AskWorkspace::readEvents);
    // A turn ends a moment before its messages are in the store.
    connect(&m_workbench, &Workbench::turnsStored, this, [this](const QStringList &threads) {
        if (threads.contains(m_inspector->turn().threadId))
            readEvents(m_inspector->turn().id);
    });
}

void AskWorkspace::readEvents(const QString &turnId)
{
    m_workbench.readEvents(turnId, m_inspector, [this, turnId](const Result<QList<TurnEvent>> &events) {
        if (m_inspector->turn().id != turnId)
            return;
        if (events)
            m_inspector->setEvents(*events);
        else
            m_inspector->setEventsError(events.error().message);
    });
}

QJsonObject AskWorkspace::saveState() const
{
    QJsonObject state{{u"thread"_s, m_state.threadId()},
                      {u"draft"_s, m_composer->text()},
                      {u"inspector"_s, !m_side->isHidden()},
                      {u"side"_s, QString::fromLatin1(m_side->saveState().toBase64())}};
    if (m_split)
        state.insert(u"across"_s, QString::fromLatin1(m_across->saveState().toBase64()));
    return state;
}

void AskWorkspace::restoreState(const QJsonObject &state)
{
    if (const QString across = state.value(u"across"_s).toString(); !across.isEmpty())
        m_split = m_across->restoreState(QByteArray::fromBase64(across.toLatin1()));
    if (const QString side = state.value(u"side"_s).toString(); !side.isEmpty())
        m_side->restoreState(QByteArray::fromBase64(side.toLatin1()));
    m_side->setVisible(state.value(u"inspector"_s).toBool(true));
    if (const QString draft = state.value(u"draft"_s).toString(); !draft.isEmpty())
        m_composer->setText(draft);
    if (const QString thread = state.value(u"thread"_s).toString();
        !thread.isEmpty() && thread != m_state.threadId())
        m_state.openThread(thread);
}

/// Saving must not wait for a pause in typing, so the timer is not started anew.
void AskWorkspace::noteChange()
{
    if (!m_save.isActive())
        m_save.start();
}

} // namespace assay::ui
