// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/ask_state.h"

#include "service/workbench.h"

namespace assay::ui {

namespace {

void upsert(QList<StageRecord> &stages, const StageRecord &record)
{
    const auto same = std::ranges::find_if(stages, [&](const StageRecord &one) {
        return one.stage == record.stage && one.attempt == record.attempt &&
               one.startedAfter == record.startedAfter;
    });
    if (same == stages.end())
        stages.append(record);
    else
        *same = record;
}

bool sameDraft(const StageRecord &a, const StageRecord &b)
{
    return a.attempt == b.attempt && a.startedAfter == b.startedAfter;
}

} // namespace

bool foldEvent(TurnView &view, const StageEvent &event)
{
    if (event.turnId != view.turn.id || !view.isRunning())
        return false;
    if (event.turn) {
        view.turn = *event.turn;
        if (!view.isRunning())
            view.streamed.clear();
        return true;
    }
    if (event.token.isEmpty()) {
        upsert(view.turn.stages, event.record);
        return true;
    }
    if (view.draft == 0 || !sameDraft(view.draftRecord, event.record)) {
        ++view.draft;
        view.draftRecord = event.record;
        view.streamed.clear();
    }
    view.streamed += event.token;
    return true;
}

ThreadFacts threadFacts(const QList<TurnView> &turns)
{
    ThreadFacts facts{.turns = static_cast<int>(turns.size())};
    for (const TurnView &view : turns) {
        facts.pass.add(view.turn.status);
        facts.cost += view.turn.cost;
    }
    return facts;
}

QList<TurnView> mergeStored(const QList<TurnView> &shown, const QList<Turn> &stored)
{
    QList<TurnView> merged;
    merged.reserve(std::max(shown.size(), stored.size()));
    QHash<QString, qsizetype> placeOf;
    for (const Turn &turn : stored) {
        placeOf.insert(turn.id, merged.size());
        merged.append(TurnView{.turn = turn});
    }
    for (const TurnView &view : shown) {
        const auto place = placeOf.constFind(view.turn.id);
        if (place == placeOf.constEnd())
            merged.append(view);
        else if (view.isRunning())
            merged[*place] = view;
    }
    std::ranges::stable_sort(merged, {}, [](const TurnView &view) { return view.turn.number; });
    return merged;
}

AskState::AskState(QObject *parent) : QObject(parent) {}

void AskState::follow(Workbench &workbench)
{
    m_workbench = &workbench;
    connect(&workbench, &Workbench::stageEvents, this, &AskState::takeEvents);
    connect(&workbench, &Workbench::turnFinished, this, &AskState::takeFinished);
    connect(&workbench, &Workbench::turnsStored, this, [this](const QStringList &threads) {
        if (!m_threadId.isEmpty() && threads.contains(m_threadId))
            reload();
    });
}

int AskState::indexOf(const QString &turnId) const
{
    const auto found = std::ranges::find(m_turns, turnId, [](const TurnView &view) { return view.turn.id; });
    return found == m_turns.end() ? -1 : static_cast<int>(found - m_turns.begin());
}

QString AskState::title() const
{
    constexpr qsizetype longest = 60;
    const QString line =
        m_turns.isEmpty() ? QString() : m_turns.first().turn.question.left(4 * longest).simplified();
    return line.size() <= longest ? line : line.left(longest - 1) + u'…';
}

const TurnView *AskState::selectedTurn() const
{
    return m_selected >= 0 && m_selected < m_turns.size() ? &m_turns.at(m_selected) : nullptr;
}

void AskState::select(int index)
{
    const int wanted = index >= 0 && index < m_turns.size() ? index : -1;
    if (wanted == m_selected)
        return;
    m_selected = wanted;
    Q_EMIT selectionChanged(wanted);
}

void AskState::selectTurn(const QString &turnId)
{
    select(indexOf(turnId));
}

int AskState::runningCount() const
{
    return static_cast<int>(m_parked.size() + std::ranges::count_if(m_turns, &TurnView::isRunning));
}

QString AskState::turnToStop() const
{
    if (const TurnView *chosen = selectedTurn(); chosen && chosen->isRunning())
        return chosen->turn.id;
    for (auto view = m_turns.crbegin(); view != m_turns.crend(); ++view)
        if (view->isRunning())
            return view->turn.id;
    return {};
}

void AskState::park()
{
    for (const TurnView &view : std::as_const(m_turns))
        if (view.isRunning())
            m_parked.insert(view.turn.id, view);
}

void AskState::openThread(const QString &threadId)
{
    park();
    QList<TurnView> turns;
    m_parked.removeIf([&](const auto &entry) {
        const bool ours = !threadId.isEmpty() && entry.value().turn.threadId == threadId;
        if (ours)
            turns.append(entry.value());
        return ours;
    });
    m_threadId = threadId;
    m_turns.clear();
    m_selected = -1;
    replaceTurns(mergeStored(turns, {}));
    Q_EMIT selectionChanged(m_selected);
    Q_EMIT threadIdChanged(m_threadId);
    setCondition(!threadId.isEmpty(), std::nullopt);
    reload();
}

void AskState::openTurn(const QString &threadId, const QString &turnId)
{
    if (threadId != m_threadId)
        openThread(threadId);
    m_wanted = indexOf(turnId) < 0 ? turnId : QString();
    if (m_wanted.isEmpty())
        selectTurn(turnId);
}

void AskState::reload()
{
    if (!m_workbench || m_threadId.isEmpty())
        return;
    m_workbench->readTurns(m_threadId, this, [this, id = m_threadId](const Result<QList<Turn>> &stored) {
        takeStored(id, stored);
    });
}

void AskState::replaceTurns(QList<TurnView> turns)
{
    const QString chosen = selectedTurn() ? selectedTurn()->turn.id : QString();
    m_turns = std::move(turns);
    const int before = m_selected;
    m_selected = chosen.isEmpty() ? -1 : indexOf(chosen);
    if (m_selected < 0 && !m_turns.isEmpty())
        m_selected = static_cast<int>(m_turns.size()) - 1;
    Q_EMIT turnsReset();
    if (m_selected != before)
        Q_EMIT selectionChanged(m_selected);
}

void AskState::beginTurn(const QString &turnId, const QString &question, UtcTime now)
{
    const int number = m_turns.isEmpty() ? 1 : m_turns.last().turn.number + 1;
    m_turns.append(TurnView{.turn = {.id = turnId,
                                     .threadId = m_threadId,
                                     .number = number,
                                     .question = question,
                                     .askedAt = now,
                                     .status = TurnStatus::Running}});
    Q_EMIT turnAdded(static_cast<int>(m_turns.size()) - 1);
    select(static_cast<int>(m_turns.size()) - 1);
}

TurnView *AskState::find(const QString &turnId)
{
    if (const int index = indexOf(turnId); index >= 0)
        return &m_turns[index];
    const auto parked = m_parked.find(turnId);
    return parked == m_parked.end() ? nullptr : &*parked;
}

void AskState::takeEvents(const QList<StageEvent> &events)
{
    QList<int> changed;
    for (const StageEvent &event : events) {
        TurnView *view = find(event.turnId);
        if (!view || !foldEvent(*view, event))
            continue;
        if (const int index = indexOf(event.turnId); index >= 0) {
            adoptThread(view->turn);
            if (!changed.contains(index))
                changed.append(index);
        } else if (!view->isRunning()) {
            m_parked.remove(event.turnId);
        }
    }
    for (const int index : std::as_const(changed))
        if (index < m_turns.size())
            Q_EMIT turnChanged(index);
}

void AskState::takeFinished(const Turn &turn)
{
    m_parked.remove(turn.id);
    const int index = indexOf(turn.id);
    if (index < 0)
        return;
    TurnView &view = m_turns[index];
    const bool news = view.isRunning() || view.turn.status != turn.status;
    view.turn = turn;
    view.streamed.clear();
    adoptThread(view.turn);
    if (news)
        Q_EMIT turnChanged(index);
}

void AskState::adoptThread(const Turn &turn)
{
    if (!m_threadId.isEmpty() || turn.threadId.isEmpty())
        return;
    m_threadId = turn.threadId;
    Q_EMIT threadIdChanged(m_threadId);
}

void AskState::takeStored(const QString &threadId, const Result<QList<Turn>> &stored)
{
    if (threadId != m_threadId)
        return;
    if (!stored) {
        setCondition(false, stored.error());
        return;
    }
    QList<TurnView> merged = mergeStored(m_turns, *stored);
    const bool sameRows = std::ranges::equal(
        merged, m_turns, {}, [](const TurnView &v) { return v.turn.id; },
        [](const TurnView &v) { return v.turn.id; });
    if (!sameRows) {
        replaceTurns(std::move(merged));
    } else {
        for (qsizetype i = 0; i < merged.size(); ++i) {
            if (m_turns.at(i).isRunning() || merged.at(i).turn == m_turns.at(i).turn)
                continue;
            m_turns[i].turn = merged.at(i).turn;
            Q_EMIT turnChanged(static_cast<int>(i));
        }
    }
    if (const int wanted = indexOf(std::exchange(m_wanted, {})); wanted >= 0)
        select(wanted);
    setCondition(false, std::nullopt);
}

void AskState::noteLabel(const QString &turnId, Label label, const QString &note)
{
    const int index = indexOf(turnId);
    if (index < 0)
        return;
    m_turns[index].turn.label = label;
    m_turns[index].turn.labelNote = note;
    Q_EMIT turnChanged(index);
}

void AskState::setCondition(bool loading, std::optional<Error> error)
{
    if (loading == m_loading && error == m_error)
        return;
    m_loading = loading;
    m_error = std::move(error);
    Q_EMIT conditionChanged();
}

} // namespace assay::ui
