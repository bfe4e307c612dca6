// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/turn_text.h"

#include "ui/kit/chip.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <array>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestReason = 1500;

struct StageName
{
    Stage stage;
    const char *name;
    const char *doing;
};

constexpr std::array stageNames{
    StageName{Stage::Predict, QT_TRANSLATE_NOOP("AssayUi", "Predict"),
              QT_TRANSLATE_NOOP("AssayUi", "Predicting")},
    StageName{Stage::Route, QT_TRANSLATE_NOOP("AssayUi", "Strategy"),
              QT_TRANSLATE_NOOP("AssayUi", "Choosing")},
    StageName{Stage::Retrieve, QT_TRANSLATE_NOOP("AssayUi", "Retrieve"),
              QT_TRANSLATE_NOOP("AssayUi", "Retrieving")},
    StageName{Stage::Grade, QT_TRANSLATE_NOOP("AssayUi", "Grade"), QT_TRANSLATE_NOOP("AssayUi", "Grading")},
    StageName{Stage::Check, QT_TRANSLATE_NOOP("AssayUi", "Tools"),
              QT_TRANSLATE_NOOP("AssayUi", "Checking tools")},
    StageName{Stage::Draft, QT_TRANSLATE_NOOP("AssayUi", "Draft"), QT_TRANSLATE_NOOP("AssayUi", "Drafting")},
    StageName{Stage::Validate, QT_TRANSLATE_NOOP("AssayUi", "Validate"),
              QT_TRANSLATE_NOOP("AssayUi", "Validating")},
    StageName{Stage::Judge, QT_TRANSLATE_NOOP("AssayUi", "Judge"), QT_TRANSLATE_NOOP("AssayUi", "Judging")},
};

int attemptOf(const Turn &turn)
{
    int newest = 0;
    for (const StageRecord &record : turn.stages)
        newest = std::max(newest, record.attempt);
    return newest;
}

/// Stages that every attempt goes through again; the others are done once for the turn.
bool belongsToAttempt(Stage stage)
{
    return stage == Stage::Draft || stage == Stage::Validate || stage == Stage::Judge;
}

const StageRecord *newestOf(const Turn &turn, Stage stage, int attempt)
{
    const StageRecord *found = nullptr;
    for (const StageRecord &record : turn.stages)
        if (record.stage == stage && (!belongsToAttempt(stage) || record.attempt == attempt))
            found = &record;
    return found;
}

QString rateText(const TurnView &view, UtcTime now)
{
    const auto spent = now - view.turn.askedAt - view.draftRecord.startedAfter;
    const double seconds = std::chrono::duration<double>(spent).count();
    if (seconds < 0.2 || view.streamed.isEmpty())
        return {};
    const double tokens = static_cast<double>(view.streamed.size()) / 4.0;
    return Tr::tr("%1 tok/s").arg(QString::number(tokens / seconds, 'f', 0));
}

TickState tickState(StageStatus status)
{
    switch (status) {
    case StageStatus::Running: return TickState::Active;
    case StageStatus::Done:
    case StageStatus::Skipped: return TickState::Done;
    case StageStatus::Failed: return TickState::Failed;
    }
    Q_UNREACHABLE();
}

QString figure(double value)
{
    QString text = QString::number(value, 'f', 4);
    while (text.endsWith(u'0') && text.size() - text.indexOf(u'.') > 3)
        text.chop(1);
    return text;
}

QString modelOf(const Turn &turn)
{
    if (const Attempt *best = turn.best())
        if (const Candidate *chosen = best->chosen())
            return chosen->model;
    return turn.route.model;
}

Tier tierOf(const Turn &turn)
{
    if (const Attempt *best = turn.best())
        if (const Candidate *chosen = best->chosen())
            return chosen->tier;
    return turn.route.tier;
}

} // namespace

QString shortLine(const QString &text, qsizetype most)
{
    const QString line = visibleLine(text.left(most + 1), most + 1);
    return line.size() <= most ? line : line.left(most - 1) + u'…';
}

QString strategyText(Strategy strategy)
{
    switch (strategy) {
    case Strategy::Direct: return Tr::tr("direct");
    case Strategy::SearchFirst: return Tr::tr("search first");
    case Strategy::DualPath: return Tr::tr("dual path");
    case Strategy::MultiStrategy: return Tr::tr("multi-strategy");
    }
    Q_UNREACHABLE();
}

namespace {

/// How the returned answer came about, which a retry may have changed from what was routed.
QString pathText(const Turn &turn)
{
    const Attempt *best = turn.best();
    const Candidate *chosen = best ? best->chosen() : nullptr;
    const bool single =
        turn.route.strategy == Strategy::Direct || turn.route.strategy == Strategy::SearchFirst;
    if (!chosen || !single)
        return strategyText(turn.route.strategy);
    return strategyText(chosen->path == u"direct" ? Strategy::Direct : Strategy::SearchFirst);
}

} // namespace

QString durationText(std::chrono::microseconds duration)
{
    using namespace std::chrono;
    const auto ms = duration_cast<milliseconds>(duration).count();
    if (ms < 1000)
        return Tr::tr("%1 ms").arg(ms);
    if (ms < 60'000)
        return Tr::tr("%1 s").arg(
            QString::number(static_cast<double>(ms) / 1000.0, 'f', ms < 10'000 ? 2 : 1));
    return Tr::tr("%1:%2 min").arg(ms / 60'000).arg(ms / 1000 % 60, 2, 10, QLatin1Char('0'));
}

QString costText(const Cost &cost)
{
    const QString amount = formatUsd(cost.amount);
    return cost.estimated && cost.amount.value != 0 ? Tr::tr("≈ %1").arg(amount) : amount;
}

QList<Fact> turnFacts(const Turn &turn)
{
    if (turn.status == TurnStatus::Running)
        return {};
    const int attempts = static_cast<int>(turn.attempts.size());
    const QString attemptsText =
        attempts == 1 ? Tr::tr("1 attempt") : Tr::tr("%n attempts", nullptr, attempts);
    QList<Fact> facts;
    if (attempts > 1)
        facts.append({Icon::Retry, attemptsText});
    if (const QString model = modelOf(turn); !model.isEmpty())
        facts.append(
            {attempts <= 1 && tierOf(turn) == Tier::Fast ? Icon::Bolt : Icon::None, shortLine(model, 48)});
    if (turn.offline)
        facts.append({Icon::None, Tr::tr("offline")});
    if (attempts > 0)
        facts.append({Icon::None, pathText(turn)});
    facts.append({Icon::None, costText(turn.cost)});
    facts.append({Icon::Clock, durationText(turn.latency)});
    if (attempts == 1)
        facts.append({Icon::None, attemptsText});
    return facts;
}

QList<StageTick> runningTicks(const TurnView &view, UtcTime now)
{
    const int attempt = attemptOf(view.turn);
    QList<StageTick> ticks;
    for (const StageName &name : stageNames) {
        StageTick tick{.name = Tr::tr(name.name), .fact = {}, .state = TickState::Pending};
        if (const StageRecord *record = newestOf(view.turn, name.stage, attempt)) {
            tick.state = tickState(record->status);
            tick.fact = shortLine(record->summary, 24);
            if (name.stage == Stage::Route && view.turn.route.model.size() > 0)
                tick.fact = strategyText(view.turn.route.strategy);
            if (record->status == StageStatus::Running && name.stage == Stage::Draft)
                tick.fact = rateText(view, now);
        }
        ticks.append(tick);
    }
    return ticks;
}

QString runningStage(const Turn &turn)
{
    const int attempt = attemptOf(turn);
    QString doing = Tr::tr("Starting");
    for (const StageRecord &record : turn.stages)
        for (const StageName &name : stageNames)
            if (name.stage == record.stage &&
                record.attempt == (belongsToAttempt(record.stage) ? attempt : record.attempt))
                doing = Tr::tr(name.doing);
    return attempt > 1 ? Tr::tr("%1 · attempt %2").arg(doing).arg(attempt) : doing;
}

Outcome outcomeOf(const Turn &turn)
{
    // What is shown ends long before; copies of a hostile error would not.
    const QString error = turn.error.left(longestReason);
    switch (turn.status) {
    case TurnStatus::Running:
    case TurnStatus::Passed: return {.text = error, .isError = !error.isEmpty()};
    case TurnStatus::Cancelled: return {.text = error.isEmpty() ? Tr::tr("Stopped by the operator.") : error};
    case TurnStatus::Errored:
        return {.text = error.isEmpty()
                            ? Tr::tr("The turn ended without an answer and gave no reason. Ask again with R.")
                            : error,
                .isError = true};
    case TurnStatus::Failed: break;
    }
    QString text;
    if (turn.verdict.score && *turn.verdict.score < turn.verdict.threshold)
        text = Tr::tr("%1 is below the threshold %2")
                   .arg(scoreText(*turn.verdict.score), figure(static_cast<double>(turn.verdict.threshold)));
    else
        text = turn.verdict.reason.isEmpty() ? Tr::tr("The gate held this answer back")
                                             : turn.verdict.reason.left(longestReason);
    if (turn.attempts.size() > 1)
        text = Tr::tr("%1; best of %n attempts", nullptr, static_cast<int>(turn.attempts.size())).arg(text);
    if (!text.endsWith(u'.'))
        text += u'.';
    return {.text = error.isEmpty() ? text : text + u' ' + error, .isError = !error.isEmpty()};
}

QList<Evidence> citedEvidence(const Turn &turn)
{
    QStringList order;
    if (const Attempt *best = turn.best(); best && best->chosen())
        order = best->chosen()->citations;
    QList<Evidence> cited;
    for (const Evidence &one : turn.evidence)
        if (one.cited && !one.label.isEmpty())
            cited.append(one);
    std::ranges::stable_sort(cited, {}, [&](const Evidence &one) {
        const qsizetype place = order.indexOf(one.label);
        return place < 0 ? order.size() : place;
    });
    return cited;
}

QString turnsText(int turns)
{
    return turns == 1 ? Tr::tr("1 turn") : Tr::tr("%n turns", nullptr, turns);
}

QString passText(const PassCount &pass)
{
    return Tr::tr("%1 of %2 pass").arg(pass.passed).arg(pass.judged);
}

QString threadCounts(int turns, const PassCount &pass)
{
    return pass.judged == 0 ? turnsText(turns) : u"%1 · %2"_s.arg(turnsText(turns), passText(pass));
}

} // namespace assay::ui
