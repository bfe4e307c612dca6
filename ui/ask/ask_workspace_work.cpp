// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/ask_header.h"
#include "ui/ask/ask_workspace.h"
#include "ui/ask/compare_view.h"
#include "ui/ask/composer.h"
#include "ui/ask/conversation_view.h"
#include "ui/ask/inspector.h"
#include "ui/ask/source_sheet.h"
#include "ui/ask/thread_list.h"
#include "ui/ask/tuning_panel.h"
#include "ui/ask/turn_card.h"
#include "ui/ask/turn_text.h"
#include "ui/kit/actions.h"
#include "ui/kit/toast.h"
#include "ui/kit/tr.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QSplitter>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

/// Where the passages of the local knowledge index come from.
constexpr QLatin1StringView localRetriever{"knowledge"};

bool isOffline(const QString &model)
{
    return model.startsWith("offline"_L1);
}

} // namespace

void AskWorkspace::connectActions()
{
    const auto on = [this](ActionId id, auto member) {
        connect(m_actions.at(id), &QAction::triggered, this, [this, member] { std::invoke(member, this); });
    };
    on(ActionId::NewThread, &AskWorkspace::newThread);
    on(ActionId::ThreadList, &AskWorkspace::openThreads);
    on(ActionId::FocusComposer, &AskWorkspace::focusDefault);
    on(ActionId::Stop, &AskWorkspace::stopTurn);
    on(ActionId::ToggleInspector, &AskWorkspace::toggleInspector);
    on(ActionId::CopyAnswer, &AskWorkspace::copyAnswer);
    on(ActionId::LabelNote, &AskWorkspace::editLabel);
    on(ActionId::CompareAttempts, &AskWorkspace::compareAttempts);
    on(ActionId::OpenSource, &AskWorkspace::openFirstSource);
    connect(m_actions.at(ActionId::Send), &QAction::triggered, m_composer, &Composer::send);
    on(ActionId::ChooseProfile, &AskWorkspace::chooseProfile);
    connect(m_actions.at(ActionId::NextTurn), &QAction::triggered, this, [this] { m_conversation->move(1); });
    connect(m_actions.at(ActionId::PreviousTurn), &QAction::triggered, this,
            [this] { m_conversation->move(-1); });
    connect(m_actions.at(ActionId::LabelGood), &QAction::triggered, this,
            [this] { labelSelected(Label::Good); });
    connect(m_actions.at(ActionId::LabelBad), &QAction::triggered, this,
            [this] { labelSelected(Label::Bad); });
    connect(m_actions.at(ActionId::Rerun), &QAction::triggered, this, [this] {
        if (const TurnView *view = m_state.selectedTurn(); view && !view->isRunning())
            ask(QString(view->turn.question));
    });
    for (const ActionScope scope : {ActionScope::Ask, ActionScope::AskTurns})
        m_actions.listenOn(this, scope);
    // The title bar stands outside this widget, yet its keys are the same.
    m_actions.listenOn(m_header, ActionScope::Ask);
}

bool AskWorkspace::ask(const QString &question)
{
    if (m_state.threadId().isEmpty() && !m_state.turns().isEmpty()) {
        m_composer->say(Tr::tr(
            "The thread is just being opened with its first question; send this one again in a moment."));
        return false;
    }
    const QString turnId = m_workbench.ask(m_state.threadId(), question);
    m_sheet->close();
    const bool inCards = m_conversation->isAncestorOf(focusWidget());
    m_state.beginTurn(turnId, question, utcNow());
    m_conversation->toNewest();
    if (inCards) // asked again from a card: the frame goes along with the selection
        m_conversation->focusSelected();
    noteChange();
    return true;
}

void AskWorkspace::showTurn(const QString &threadId, const QString &turnId)
{
    m_sheet->close();
    m_state.openTurn(threadId, turnId);
    m_conversation->focusSelected();
}

void AskWorkspace::stopTurn()
{
    if (const QString turnId = m_state.turnToStop(); !turnId.isEmpty())
        m_workbench.stop(turnId);
}

void AskWorkspace::copyAnswer()
{
    const TurnView *view = m_state.selectedTurn();
    if (!view || view->answer().isEmpty())
        return;
    QGuiApplication::clipboard()->setText(view->answer());
    m_toast->notify(Tr::tr("Answer copied"), {}, 2000);
}

/// The same label again takes it back.
void AskWorkspace::labelSelected(Label label)
{
    if (const TurnView *view = m_state.selectedTurn(); view && !view->isRunning()) {
        const bool back = view->turn.label == label;
        putLabel(QString(view->turn.id), back ? Label::None : label,
                 back ? QString() : QString(view->turn.labelNote));
    }
}

void AskWorkspace::putLabel(const QString &turnId, Label label, const QString &note)
{
    const int index = m_state.indexOf(turnId);
    if (index < 0)
        return;
    m_workbench.label(turnId, m_state.turns().at(index).turn.threadId, label, note);
    m_state.noteLabel(turnId, label, note);
}

void AskWorkspace::editLabel()
{
    if (TurnCard *card = m_conversation->selectedCard())
        card->editLabel();
}

void AskWorkspace::compareAttempts()
{
    const TurnView *view = m_state.selectedTurn();
    if (!view || view->isRunning())
        return;
    m_sheet->close();
    m_compare->setTurn(view->turn);
    m_compare->show();
    m_compare->raise();
    m_compare->setFocus(Qt::OtherFocusReason);
}

void AskWorkspace::openSource(const QString &turnId, const QString &label)
{
    const int index = m_state.indexOf(turnId);
    if (index < 0)
        return;
    m_state.select(index);
    const QList<Evidence> evidence = m_state.turns().at(index).turn.evidence;
    const auto found = std::ranges::find(evidence, label, &Evidence::label);
    if (found == evidence.end())
        m_toast->notify(Tr::tr("The answer cites %1, but nothing that was found bears this number.")
                            .arg(shortLine(label, 12)));
    else
        openEvidence(*found);
}

void AskWorkspace::openEvidence(const Evidence &evidence)
{
    const TurnView *view = m_state.selectedTurn();
    m_sheet->open(evidence, view ? view->answer() : QString());
    if (evidence.retriever != localRetriever)
        return;
    m_workbench.readPassage(evidence.sourceId, m_sheet,
                            [this, id = evidence.sourceId](const Result<Evidence> &passage) {
                                m_sheet->setPassage(id, passage);
                            });
}

void AskWorkspace::openFirstSource()
{
    const TurnView *view = m_state.selectedTurn();
    const QList<Evidence> cited = view ? citedEvidence(view->turn) : QList<Evidence>();
    if (cited.isEmpty())
        m_toast->notify(Tr::tr("This turn cites no source."), {}, 2000);
    else
        openEvidence(cited.first());
}

void AskWorkspace::openThreads()
{
    m_threads->openAt(m_header->listPoint(), m_state.threadId());
}

void AskWorkspace::newThread()
{
    m_sheet->close();
    m_state.openThread({});
    m_composer->focusInput();
    noteChange();
}

void AskWorkspace::toggleInspector()
{
    m_side->setVisible(m_side->isHidden());
    fitColumns();
    noteChange();
}

void AskWorkspace::openTurn()
{
    if (m_side->isHidden())
        toggleInspector();
    m_inspector->setFocus(Qt::OtherFocusReason);
    if (!m_inspector->isAncestorOf(focusWidget()) && m_inspector->nextInFocusChain())
        m_inspector->nextInFocusChain()->setFocus(Qt::OtherFocusReason);
}

void AskWorkspace::showSelection()
{
    m_inspectSoon.stop();
    const TurnView *view = m_state.selectedTurn();
    m_inspector->setTurn(view ? view->turn : Turn{}, view && view->isRunning());
    const bool finished = view && !view->isRunning();
    for (const ActionId id : {ActionId::Rerun, ActionId::LabelGood, ActionId::LabelBad, ActionId::LabelNote})
        m_actions.at(id)->setEnabled(finished);
    for (const ActionId id : {ActionId::CopyAnswer, ActionId::CopyTurnJson, ActionId::OpenSource})
        m_actions.at(id)->setEnabled(view != nullptr);
    m_actions.at(ActionId::CompareAttempts)->setEnabled(finished && view->turn.attempts.size() > 1);
}

void AskWorkspace::showHeader()
{
    if (m_header)
        m_header->setThread(m_state.title(), m_state.threadId(), threadFacts(m_state.turns()));
}

void AskWorkspace::showRunning()
{
    const QString toStop = m_state.turnToStop();
    const bool running = !toStop.isEmpty();
    m_actions.at(ActionId::Stop)->setEnabled(running);
    m_composer->setRunning(running);
    if (running != m_clock.isActive())
        running ? m_clock.start() : m_clock.stop();
    QString text;
    if (running) {
        const TurnView &view = m_state.turns().at(m_state.indexOf(toStop));
        const auto spent = std::max(std::chrono::microseconds(0), utcNow() - view.turn.askedAt);
        text = Tr::tr("Turn %1: %2, %3 s")
                   .arg(view.turn.number)
                   .arg(runningStage(view.turn))
                   .arg(QString::number(std::chrono::duration<double>(spent).count(), 'f', 1));
    }
    if (text != m_status) {
        m_status = text;
        Q_EMIT statusText(text);
    }
}

void AskWorkspace::showSettings()
{
    const SettingsHub &hub = m_workbench.settings();
    const Policy policy = m_workbench.policy();
    m_composer->setProfiles(hub.profiles(), hub.current().profile(), hub.differsFromProfile());
    m_composer->setStrategy(policy.multiStrategy ? StrategyChoice::MultiStrategy
                            : policy.dualPath    ? StrategyChoice::DualPath
                                                 : StrategyChoice::Auto);
    m_conversation->welcome().setModel(isOffline(policy.fastModel) && isOffline(policy.premiumModel),
                                       isOffline(policy.premiumModel) ? policy.fastModel
                                                                      : policy.premiumModel);
    showSources();
}

QCoro::Task<> AskWorkspace::showSources()
{
    const QPointer<AskWorkspace> alive(this);
    constexpr SecretKey tavily = "retrieval.tavily_api_key"_setting;
    const SecretStatus key = co_await m_workbench.secrets().status(tavily);
    if (!alive)
        co_return;
    const Settings &now = m_workbench.settings().current();
    const QString chroma = now.get("retrieval.chroma_url"_setting);
    const bool web = key.source != SecretSource::None;
    m_composer->setSources(
        {{.name = Tr::tr("Local knowledge base"),
          .on = true,
          .detail = Tr::tr("full-text index on this machine")},
         {.name = u"Chroma"_s,
          .on = !chroma.isEmpty(),
          .detail = chroma.isEmpty() ? Tr::tr("no address in the settings") : chroma},
         {.name = Tr::tr("Web search (Tavily)"),
          .on = web,
          .detail = web ? Tr::tr("when too little is found elsewhere") : Tr::tr("no key in the settings")}});
}

/// The list that also keeps a profile, where the tuning is in sight.
void AskWorkspace::chooseProfile()
{
    if (m_side->isHidden())
        m_composer->openProfiles();
    else
        m_tuning->chooseProfile();
}

void AskWorkspace::chooseStrategy(StrategyChoice choice)
{
    constexpr SettingKey<bool> dual = "agent.dual_path"_setting;
    constexpr SettingKey<bool> multi = "agent.multi_strategy"_setting;
    const Result<> done =
        m_workbench.settings().apply({{dual.index, choice == StrategyChoice::DualPath},
                                      {multi.index, choice == StrategyChoice::MultiStrategy}});
    if (!done)
        m_composer->say(done.error().message);
}

} // namespace assay::ui
