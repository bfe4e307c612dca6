// SPDX-License-Identifier: Apache-2.0
#include "agent/policy_from_settings.h"
#include "ui/evaluate/arena_page.h"
#include "ui/evaluate/evaluate_words.h"
#include "ui/kit/actions.h"
#include "ui/kit/answer_view.h"
#include "ui/kit/controls.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QStackedWidget>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostQuestion = 20'000;

QString scoreOf(const Turn &turn)
{
    return turn.verdict.score ? QString::number(static_cast<double>(*turn.verdict.score), 'f', 2)
                              : Tr::tr("no score");
}

QString factsText(const Turn &turn)
{
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(turn.latency);
    const Attempt *best = turn.best();
    const Candidate *chosen = best != nullptr ? best->chosen() : nullptr;
    return QStringList{visibleLine(chosen != nullptr ? chosen->model : QString(), 60),
                       Tr::tr("judge %1").arg(scoreOf(turn)), costText(turn.cost), spanText(took)}
        .join(u" · "_s);
}

} // namespace

void ArenaPage::ask()
{
    if (m_phase == Phase::Answers)
        return say(Tr::tr("Both sides are still answering."));
    const QString question = m_question->toPlainText().trimmed();
    if (question.isEmpty())
        return say(Tr::tr("Write a question first."));
    if (question.size() > mostQuestion)
        return say(Tr::tr("The question is too long: at most %1 characters.").arg(mostQuestion));
    QStringList profiles{m_first->currentData().toString(), m_second->currentData().toString()};
    if (profiles.first() == profiles.last())
        return say(Tr::tr("Choose two different settings: an answer is held against another's."));
    m_wasBlind = m_blind->isChecked();
    if (m_wasBlind && m_coin())
        profiles.swapItemsAt(0, 1);
    QList<Policy> policies;
    for (const QString &profile : profiles) {
        const Result<Settings> settings = m_workbench.settings().settingsUnder(profile);
        if (!settings)
            return say(settings.error().message);
        policies.append(policyFromSettings(*settings));
    }
    for (std::size_t i = 0; i < m_sides.size(); ++i) {
        Side &side = m_sides.at(i);
        const auto at = static_cast<qsizetype>(i);
        side.profile = profiles.at(at);
        side.turn = {};
        side.done = false;
        side.turnId = m_workbench.rerun(Turn{.question = question}, {}, policies.at(at));
    }
    m_vote.reset();
    m_phase = Phase::Answers;
    say(m_wasBlind ? Tr::tr("Both answers appear together, so that their speed tells nothing.") : QString());
    refresh();
}

void ArenaPage::stop()
{
    if (m_phase == Phase::Answers)
        for (const Side &side : m_sides)
            m_workbench.stop(side.turnId);
}

void ArenaPage::takeTurn(const Turn &turn)
{
    const auto side = std::ranges::find(m_sides, turn.id, &Side::turnId);
    if (turn.id.isEmpty() || side == m_sides.end() || side->done)
        return;
    side->turn = turn;
    side->done = true;
    const bool both = m_sides[0].done && m_sides[1].done;
    if (both) {
        const bool answered = !m_sides[0].turn.answer.isEmpty() && !m_sides[1].turn.answer.isEmpty();
        m_phase = answered ? Phase::Vote : Phase::Voted;
        say(answered ? Tr::tr("Which is better? A or B, T for a tie, N for neither.")
                     : Tr::tr("Without two answers there is nothing to vote on."));
    }
    refresh();
    if (both && isVisible() && m_question->hasFocus())
        m_sides[0].answer->setFocus(Qt::OtherFocusReason); // single keys vote from now on
}

void ArenaPage::vote(ArenaVote vote)
{
    if (m_phase != Phase::Vote)
        return;
    const auto sideOf = [this](std::size_t i) {
        const Side &side = m_sides.at(i);
        return ArenaSide{.turnId = side.turnId, .threadId = side.turn.threadId, .profile = side.profile};
    };
    send(labelsOf(vote, sideOf(0), sideOf(1)));
    m_vote = vote;
    m_phase = Phase::Voted;
    const QString left = settingsTitle(m_sides[0].profile);
    const QString right = settingsTitle(m_sides[1].profile);
    switch (vote) {
    case ArenaVote::Left: say(Tr::tr("%1 wins over %2. Ctrl+Z takes it back.").arg(left, right)); break;
    case ArenaVote::Right: say(Tr::tr("%1 wins over %2. Ctrl+Z takes it back.").arg(right, left)); break;
    case ArenaVote::Tie: say(Tr::tr("%1 and %2 are as good. Ctrl+Z takes it back.").arg(left, right)); break;
    case ArenaVote::Neither:
        say(Tr::tr("%1 and %2 are both bad. Ctrl+Z takes it back.").arg(left, right));
        break;
    }
    refresh();
}

void ArenaPage::undo()
{
    if (!m_vote)
        return say(Tr::tr("Nothing to undo."));
    const auto sideOf = [this](std::size_t i) {
        const Side &side = m_sides.at(i);
        return ArenaSide{.turnId = side.turnId, .threadId = side.turn.threadId};
    };
    send(labelsWithout(sideOf(0), sideOf(1)));
    m_vote.reset();
    m_wasBlind = false; // who is who was seen
    m_phase = Phase::Vote;
    say(Tr::tr("The vote is taken back."));
    refresh();
}

void ArenaPage::send(const QList<ArenaLabel> &labels)
{
    for (const ArenaLabel &one : labels)
        m_workbench.label(one.turnId, one.threadId, one.label, one.note);
}

void ArenaPage::refresh()
{
    m_states->setCurrentIndex(m_phase == Phase::Question ? 0 : 1);
    for (const ActionId id :
         {ActionId::VoteLeft, ActionId::VoteRight, ActionId::VoteTie, ActionId::VoteNeither})
        m_actions.at(id)->setEnabled(m_phase == Phase::Vote);
    m_actions.at(ActionId::StopArena)->setEnabled(m_phase == Phase::Answers);
    for (std::size_t i = 0; i < m_sides.size(); ++i)
        showSide(static_cast<int>(i));
}

/// Blind, a side says nothing before both are there, and who it is only after the vote.
void ArenaPage::showSide(int index)
{
    Side &side = m_sides.at(static_cast<std::size_t>(index));
    const QString letter = index == 0 ? u"A"_s : u"B"_s;
    const bool hidden = isMasked();
    side.title->setText(hidden ? letter : u"%1 · %2"_s.arg(letter, settingsTitle(side.profile)));
    const bool shown = side.done && (!m_wasBlind || m_phase != Phase::Answers);
    side.facts->setText(shown && !hidden ? factsText(side.turn) : QString());
    if (side.answer->text() != (shown ? side.turn.answer : QString()))
        side.answer->setText(shown ? side.turn.answer : QString());
    side.answer->setVisible(shown && !side.turn.answer.isEmpty());
    QString note;
    if (m_phase == Phase::Answers && !shown)
        note = Tr::tr("answering …");
    else if (shown && side.turn.answer.isEmpty())
        note = side.turn.error.isEmpty() ? Tr::tr("This side gave no answer.") : side.turn.error;
    side.note->setText(note);
    side.note->setVisible(!note.isEmpty());
}

} // namespace assay::ui
