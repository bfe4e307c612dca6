// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.h"
#include "turn/turn.h"

#include <QtCore/QHash>
#include <QtCore/QObject>

#include <optional>

namespace assay {
class Workbench;
}

namespace assay::ui {

/// A turn as the conversation shows it: what the core said of it, and the draft on its way.
struct TurnView
{
    Turn turn{};
    QString streamed{};        ///< text of the newest draft while the turn runs
    int draft = 0;             ///< rises when `streamed` starts anew; within one draft it only grows
    StageRecord draftRecord{}; ///< the stage `streamed` belongs to

    bool isRunning() const { return turn.status == TurnStatus::Running; }
    /// What to show as the answer: the draft while it runs, the answer afterwards.
    const QString &answer() const { return isRunning() ? streamed : turn.answer; }
};

/// Folds one event into the turn it speaks of. A snapshot replaces the turn; a record is added or
/// replaces the one that began at the same moment; streamed text of another draft replaces the old.
/// An event of another turn, or one that comes after the end, changes nothing.
/// @return whether anything changed
bool foldEvent(TurnView &view, const StageEvent &event);

/// What a thread adds up to, for the title bar.
struct ThreadFacts
{
    int turns = 0;
    PassCount pass{};
    Cost cost{};

    bool operator==(const ThreadFacts &) const = default;
};
ThreadFacts threadFacts(const QList<TurnView> &turns);

/// Folds what the store has of a thread into what is shown: stored turns win over finished ones, running
/// ones stay, and turns that are only here stay, too (the store may be a moment behind).
/// @return in the order of their numbers
QList<TurnView> mergeStored(const QList<TurnView> &shown, const QList<Turn> &stored);

/// The thread on screen: its turns, finished and running, and which one is selected. Turns of other
/// threads that still run are kept aside and come back with their thread.
///
/// Threading: UI thread.
class AskState final : public QObject
{
    Q_OBJECT

public:
    explicit AskState(QObject *parent = nullptr);

    /// Follows the core's signals and reads threads from it.
    void follow(Workbench &workbench);

    const QString &threadId() const { return m_threadId; }
    const QList<TurnView> &turns() const { return m_turns; }
    int indexOf(const QString &turnId) const;
    /// The first question of the thread on one line; empty for a new thread.
    QString title() const;

    int selected() const { return m_selected; } ///< −1 = none
    const TurnView *selectedTurn() const;
    /// Out of range clears the selection.
    void select(int index);
    void selectTurn(const QString &turnId);

    /// Running turns, of this thread and of others.
    int runningCount() const;
    /// The selected turn when it runs, else the newest of this thread that does; empty = none.
    QString turnToStop() const;

    bool isLoading() const { return m_loading; }
    const std::optional<Error> &error() const { return m_error; }

    /// Shows a thread; an empty id is a new one. The turns follow with takeStored().
    void openThread(const QString &threadId);
    /// Shows a thread and selects one of its turns as soon as that has been read; empty = none.
    void openTurn(const QString &threadId, const QString &turnId);
    /// A question was accepted by the core and now runs as `turnId`.
    void beginTurn(const QString &turnId, const QString &question, UtcTime now);
    void takeEvents(const QList<StageEvent> &events);
    void takeFinished(const Turn &turn);
    /// Ignored when another thread is on screen by now.
    void takeStored(const QString &threadId, const Result<QList<Turn>> &stored);
    /// Shows a label before the store has it.
    void noteLabel(const QString &turnId, Label label, const QString &note);
    /// Reads the thread again from the core.
    void reload();

Q_SIGNALS:
    /// Another thread, or its turns were read anew.
    void turnsReset();
    void turnAdded(int index);
    /// At most once per turn and batch of events.
    void turnChanged(int index);
    void selectionChanged(int index);
    void threadIdChanged(const QString &threadId);
    /// Loading began or ended, or an error came or went.
    void conditionChanged();

private:
    void park();
    void replaceTurns(QList<TurnView> turns);
    TurnView *find(const QString &turnId);
    void adoptThread(const Turn &turn);
    void setCondition(bool loading, std::optional<Error> error);

    Workbench *m_workbench = nullptr;
    QString m_threadId;
    QList<TurnView> m_turns;
    QHash<QString, TurnView> m_parked; ///< running turns of other threads, by id
    int m_selected = -1;
    QString m_wanted; ///< turn to select once it is here
    bool m_loading = false;
    std::optional<Error> m_error;
};

} // namespace assay::ui
