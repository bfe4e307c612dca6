// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/inspector_model.h"
#include "ui/ask/turn_text.h"
#include "ui/kit/tr.h"

#include <algorithm>
#include <array>
#include <map>

namespace assay::ui {

using namespace Qt::StringLiterals;
using std::chrono::microseconds;

namespace {

/// A row of the chart and the stages that it stands for.
struct PipelineRow
{
    const char *name;
    std::array<Stage, 2> stages; ///< the same one twice where there is but one
    bool isAttempt;              ///< gone through again by every attempt
};

constexpr std::array pipeline{
    PipelineRow{QT_TRANSLATE_NOOP("AssayUi", "Predict"), {Stage::Predict, Stage::Predict}, false},
    PipelineRow{QT_TRANSLATE_NOOP("AssayUi", "Strategy"), {Stage::Route, Stage::Route}, false},
    PipelineRow{QT_TRANSLATE_NOOP("AssayUi", "Retrieve"), {Stage::Retrieve, Stage::Retrieve}, false},
    PipelineRow{QT_TRANSLATE_NOOP("AssayUi", "Grade"), {Stage::Grade, Stage::Grade}, false},
    PipelineRow{QT_TRANSLATE_NOOP("AssayUi", "Tool context"), {Stage::Check, Stage::Inject}, false},
    PipelineRow{QT_TRANSLATE_NOOP("AssayUi", "Draft"), {Stage::Draft, Stage::Draft}, true},
    PipelineRow{QT_TRANSLATE_NOOP("AssayUi", "Validate"), {Stage::Validate, Stage::Validate}, true},
    PipelineRow{QT_TRANSLATE_NOOP("AssayUi", "Judge"), {Stage::Judge, Stage::Judge}, true},
};
constexpr PipelineRow gateRow{QT_TRANSLATE_NOOP("AssayUi", "Gate"), {Stage::Gate, Stage::Gate}, true};

/// A gate this quick says nothing worth a row.
constexpr microseconds quickGate = std::chrono::milliseconds(1);

double ms(microseconds time)
{
    return static_cast<double>(time.count()) / 1000.0;
}

microseconds lengthOf(const StageRecord &record, microseconds runningFor)
{
    if (record.status != StageStatus::Running)
        return record.duration;
    return std::max(microseconds(0), runningFor - record.startedAfter);
}

/// "880", "0.4", "<0.1".
QString msText(microseconds time)
{
    const double value = ms(time);
    if (value <= 0)
        return u"0"_s;
    if (value < 0.1)
        return u"<0.1"_s;
    return QString::number(value, 'f', value < 9.95 ? 1 : 0);
}

/// Time covered by any of `records`: candidates of one attempt work side by side.
microseconds covered(QList<StageRecord> records, microseconds runningFor)
{
    std::ranges::sort(records, {}, &StageRecord::startedAfter);
    microseconds sum(0);
    microseconds until(0);
    for (const StageRecord &record : records) {
        const microseconds end = record.startedAfter + lengthOf(record, runningFor);
        const microseconds from = std::max(record.startedAfter, until);
        if (end > from)
            sum += end - from;
        until = std::max(until, end);
    }
    return sum;
}

/// Money in a column headed $; an amount too small for four decimals is not shown as nothing.
QString moneyText(const Cost &cost)
{
    constexpr qint64 smallest = 50; // micro-dollars that round to 0.0001
    if (cost.amount.value > 0 && cost.amount.value < smallest)
        return u"<0.0001"_s;
    return costText(cost).remove(u'$');
}

BarKind kindOf(const Turn &turn, const PipelineRow &row, const StageRecord &record)
{
    if (record.status == StageStatus::Failed)
        return BarKind::Fail;
    if (record.status == StageStatus::Running)
        return BarKind::Accent;
    if (!row.isAttempt)
        return BarKind::Neutral;
    const auto attempt = std::ranges::find(turn.attempts, record.attempt, &Attempt::number);
    if (attempt == turn.attempts.end())
        return turn.status == TurnStatus::Running ? BarKind::Accent : BarKind::Neutral;
    const std::optional<double> score = scoreOf(*attempt);
    return score ? barKind(bandOf(*score)) : BarKind::Neutral;
}

/// Two attempts are told apart, more are summed up.
QString timesText(const std::map<int, QList<StageRecord>> &byAttempt, microseconds runningFor)
{
    QStringList each;
    microseconds sum(0);
    for (const auto &[attempt, records] : byAttempt) {
        const microseconds time = covered(records, runningFor);
        each.append(msText(time));
        sum += time;
    }
    return each.size() <= 2 ? each.join(u" + "_s) : Tr::tr("Σ %1").arg(msText(sum));
}

QString captionOf(const Turn &turn, const PipelineRow &row, const QList<StageRecord> &records)
{
    for (const StageRecord &record : records)
        if (!record.error.isEmpty())
            return shortLine(record.error, 120);
    if (row.isAttempt || records.isEmpty())
        return {};
    if (row.stages.front() == Stage::Route)
        return turn.route.model.isEmpty() ? shortLine(records.last().summary, 60)
                                          : strategyText(turn.route.strategy);
    // Of check and inject the check speaks; of several searches the last one.
    const auto speaks = [&row](const StageRecord &record) { return record.stage == row.stages.front(); };
    const auto last = std::find_if(records.crbegin(), records.crend(), speaks);
    return last == records.crend() ? QString() : shortLine(last->summary, 60);
}

GanttRow rowOf(const Turn &turn, const PipelineRow &row, microseconds runningFor)
{
    GanttRow out{.label = Tr::tr(row.name), .bars = {}, .caption = {}, .msText = {}, .moneyText = {}};
    QList<StageRecord> records;
    std::map<int, QList<StageRecord>> byAttempt;
    Cost cost;
    for (const StageRecord &record : turn.stages) {
        if (std::ranges::find(row.stages, record.stage) == row.stages.end() ||
            record.status == StageStatus::Skipped)
            continue;
        records.append(record);
        byAttempt[row.isAttempt ? record.attempt : 0].append(record);
        cost += record.cost;
        out.bars.append({.startMs = ms(record.startedAfter),
                         .lengthMs = ms(lengthOf(record, runningFor)),
                         .kind = kindOf(turn, row, record)});
    }
    if (records.isEmpty())
        return out;
    out.caption = captionOf(turn, row, records);
    out.msText = timesText(byAttempt, runningFor);
    out.moneyText = row.stages.front() == Stage::Route ? u"–"_s : moneyText(cost);
    return out;
}

} // namespace

PipelineChart pipelineOf(const Turn &turn, microseconds runningFor)
{
    PipelineChart chart;
    for (const PipelineRow &row : pipeline)
        chart.rows.append(rowOf(turn, row, runningFor));
    const bool slowGate = std::ranges::any_of(turn.stages, [](const StageRecord &record) {
        return record.stage == Stage::Gate && (record.duration > quickGate || !record.error.isEmpty());
    });
    if (slowGate)
        chart.rows.append(rowOf(turn, gateRow, runningFor));

    std::map<int, microseconds> starts;
    for (const StageRecord &record : turn.stages)
        if (record.attempt > 1)
            if (const auto [at, isNew] = starts.try_emplace(record.attempt, record.startedAfter); !isNew)
                at->second = std::min(at->second, record.startedAfter);
    for (const auto &[attempt, start] : starts)
        chart.retryMs.append(ms(start));

    const microseconds lasted = turn.status == TurnStatus::Running ? runningFor : turn.latency;
    if (!turn.stages.isEmpty() || lasted > microseconds(0))
        chart.total = durationText(lasted) + u" · "_s + costText(turn.cost);
    return chart;
}

} // namespace assay::ui
