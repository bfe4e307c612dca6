// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/arena.h"
#include "service/workbench.h"

#include <QtCore/QJsonObject>
#include <QtWidgets/QWidget>

class QComboBox;
class QPlainTextEdit;
class QStackedWidget;

namespace assay::ui {

class Actions;
class AnswerView;
class Button;
class ElidedLabel;
class EmptyState;
class PlainLabel;
class TallyList;
class Toast;
class Toggle;

/// One question through two profiles at once, side by side. Blind, the sides are shuffled and nothing names
/// them until the vote, which goes to both turns as a label.
///
/// Threading: UI thread.
class ArenaPage final : public QWidget
{
    Q_OBJECT

public:
    /// What the page waits for.
    enum class Phase : std::uint8_t { Question, Answers, Vote, Voted };

    /// `workbench` and `actions` outlive this.
    ArenaPage(Workbench &workbench, Actions &actions, QWidget *parent = nullptr);
    ~ArenaPage() override;

    void focusDefault();
    /// Takes the last vote back.
    void undo();
    QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);

    Phase phase() const { return m_phase; }
    /// Profiles of the sides as they stand, left then right; while they are hidden too.
    QStringList profiles() const { return {m_sides[0].profile, m_sides[1].profile}; }
    QPlainTextEdit &question() { return *m_question; }
    QComboBox &first() { return *m_first; }
    QComboBox &second() { return *m_second; }
    Toggle &blind() { return *m_blind; }
    /// What stands over a side and under its name.
    QString titleOf(int side) const;
    QString factsOf(int side) const;
    QString answerOf(int side) const;
    QString said() const;
    ArenaHost &tally() { return m_tally; }
    /// For tests: does the first profile stand at the right?
    void setCoin(std::function<bool()> coin) { m_coin = std::move(coin); }

Q_SIGNALS:
    void stateChanged();

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Side
    {
        QString profile{};
        QString turnId{};
        Turn turn{};
        bool done = false;
        QWidget *box = nullptr;
        PlainLabel *title = nullptr;
        ElidedLabel *facts = nullptr;
        AnswerView *answer = nullptr;
        PlainLabel *note = nullptr;
    };

    QWidget *makeQuestion(Actions &actions);
    QWidget *makeSides();
    Side makeSide(const QString &name);
    QWidget *makeVotes(Actions &actions);
    void connectActions(Actions &actions);
    void fillProfiles();
    void ask();
    void stop();
    void takeTurn(const Turn &turn);
    void vote(ArenaVote vote);
    void send(const QList<ArenaLabel> &labels);
    void refresh();
    void showSide(int index);
    bool isMasked() const { return m_wasBlind && m_phase != Phase::Voted; }
    void say(const QString &text);

    Workbench &m_workbench;
    ArenaHost m_tally;
    Actions &m_actions;
    std::function<bool()> m_coin;
    Phase m_phase = Phase::Question;
    bool m_wasBlind = false;
    std::optional<ArenaVote> m_vote;
    QPlainTextEdit *m_question;
    QComboBox *m_first;
    QComboBox *m_second;
    Toggle *m_blind;
    PlainLabel *m_said;
    QStackedWidget *m_states;
    std::array<Side, 2> m_sides;
    QWidget *m_votes;
    TallyList *m_tallyList;
};

} // namespace assay::ui
