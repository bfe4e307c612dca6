// SPDX-License-Identifier: Apache-2.0
#include "eval/run_comparison.h"

#include "base/tr.h"
#include "eval/json_fields.h"

#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QSet>

#include <cmath>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// Values of one figure in both runs, of the scenarios that have it in both.
struct Sides
{
    double before = 0.0;
    double after = 0.0;
    std::vector<double> differences{};

    void add(double first, double second)
    {
        before += first;
        after += second;
        differences.push_back(second - first);
    }
};

RunFigure figureOf(const char *key, const QString &label, const Sides &sides, bool moreIsBetter,
                   PairedOptions options)
{
    const auto count = static_cast<double>(std::max<std::size_t>(1, sides.differences.size()));
    return {.key = QLatin1StringView(key),
            .label = label,
            .before = sides.before / count,
            .after = sides.after / count,
            .difference = pairedDifference(sides.differences, options),
            .moreIsBetter = moreIsBetter};
}

QList<RunFigure> figuresOf(const QList<ScenarioChange> &changes, PairedOptions options)
{
    Sides quality;
    Sides passed;
    Sides seconds;
    Sides cost;
    qint64 worse = 0;
    qint64 better = 0;
    for (const ScenarioChange &one : changes) {
        passed.add(one.before.passed ? 1.0 : 0.0, one.after.passed ? 1.0 : 0.0);
        worse += one.worsened() ? 1 : 0;
        better += one.improved() ? 1 : 0;
        if (one.quality)
            quality.add(static_cast<double>(*one.before.scores.overall),
                        static_cast<double>(*one.after.scores.overall));
        if (one.before.answer.isEmpty() || one.after.answer.isEmpty())
            continue;
        seconds.add(static_cast<double>(one.before.latency.count()) / 1e6,
                    static_cast<double>(one.after.latency.count()) / 1e6);
        cost.add(static_cast<double>(one.before.cost.amount.value) / 1e6,
                 static_cast<double>(one.after.cost.amount.value) / 1e6);
    }
    RunFigure passes =
        figureOf("passed", Tr::tr("Scenarios that met every expectation"), passed, true, options);
    passes.difference.p = mcNemar(worse, better);
    passes.difference.isExact = true;
    QList<RunFigure> all{figureOf("quality", Tr::tr("Quality"), quality, true, options), passes,
                         figureOf("latency_s", Tr::tr("Latency (s)"), seconds, false, options),
                         figureOf("cost_usd", Tr::tr("Cost ($)"), cost, false, options)};
    all.removeIf([](const RunFigure &one) { return one.difference.pairs == 0; });
    return all;
}

ScenarioChange changeOf(const ScenarioResult &before, const ScenarioResult &after)
{
    ScenarioChange one{.id = after.id, .category = after.category, .before = before, .after = after};
    const auto &first = before.scores.overall;
    const auto &second = after.scores.overall;
    if (first && second)
        one.quality = static_cast<double>(*second) - static_cast<double>(*first);
    one.lostScore = first && !second;
    const float spread = std::max(before.judgeSpread().value_or(0.0F), after.judgeSpread().value_or(0.0F));
    one.withinJudge = one.quality && (before.judgeSpread() || after.judgeSpread()) &&
                      std::abs(*one.quality) <= static_cast<double>(spread);
    return one;
}

/// Worst first.
bool isWorse(const ScenarioChange &a, const ScenarioChange &b)
{
    const auto rank = [](const ScenarioChange &one) {
        return one.worsened() ? 0 : one.lostScore ? 1 : one.improved() ? 3 : 2;
    };
    if (rank(a) != rank(b))
        return rank(a) < rank(b);
    return a.quality.value_or(0.0) < b.quality.value_or(0.0);
}

std::optional<float> meanSpread(const EvalRun &before, const EvalRun &after)
{
    float sum = 0.0F;
    int count = 0;
    for (const EvalRun *run : {&before, &after})
        for (const ScenarioResult &one : run->results)
            if (const std::optional<float> spread = one.judgeSpread()) {
                sum += *spread;
                ++count;
            }
    return count > 0 ? std::optional(sum / static_cast<float>(count)) : std::nullopt;
}

QString signedText(double value)
{
    const QString digits = QString::number(std::abs(value), 'f', 4);
    return (value < 0.0 ? u"−"_s : u"+"_s) + digits;
}

QJsonObject figureJson(const RunFigure &one)
{
    QJsonObject json{{u"key"_s, one.key},
                     {u"before"_s, one.before},
                     {u"after"_s, one.after},
                     {u"difference"_s, one.difference.mean},
                     {u"pairs"_s, one.difference.pairs},
                     {u"p"_s, one.difference.p},
                     {u"p_exact"_s, one.difference.isExact},
                     {u"distinguishable"_s, one.difference.isDistinguishable()},
                     {u"worse"_s, one.isWorse()}};
    if (one.difference.interval)
        json[u"interval_95"_s] = QJsonArray{one.difference.interval->low, one.difference.interval->high};
    return json;
}

QJsonObject changeJson(const ScenarioChange &one)
{
    QJsonObject json{{u"id"_s, one.id},
                     {u"category"_s, one.category},
                     {u"passed_before"_s, one.before.passed},
                     {u"passed_after"_s, one.after.passed},
                     {u"within_judge_spread"_s, one.withinJudge},
                     {u"answer_changed"_s, one.before.answer != one.after.answer}};
    if (one.quality)
        json[u"quality_difference"_s] = *one.quality;
    evaljson::put(json, "quality_before"_L1, one.before.scores.overall);
    evaljson::put(json, "quality_after"_L1, one.after.scores.overall);
    return json;
}

QJsonArray promptChangesJson(const QList<PromptChange> &changes)
{
    QJsonArray list;
    for (const PromptChange &one : changes)
        list.append(QJsonObject{{u"name"_s, one.before.name},
                                {u"before"_s, promptsJson({one.before}).first()},
                                {u"after"_s, promptsJson({one.after}).first()}});
    return list;
}

} // namespace

bool RunFigure::isWorse() const
{
    return difference.isDistinguishable() && (difference.mean < 0.0) == moreIsBetter;
}

bool RunFigure::isBetter() const
{
    return difference.isDistinguishable() && !isWorse();
}

bool RunComparison::hasRegressed() const
{
    return std::ranges::any_of(figures, [](const RunFigure &one) {
        return one.isWorse() && (one.key == u"quality" || one.key == u"passed");
    });
}

QString RunComparison::verdict() const
{
    QStringList worse;
    QStringList better;
    for (const RunFigure &one : figures) {
        if (one.isWorse())
            worse.append(one.label);
        else if (one.isBetter())
            better.append(one.label);
    }
    if (figures.isEmpty())
        return Tr::tr("The runs have no scenario in common.");
    if (worse.isEmpty() && better.isEmpty())
        return Tr::tr("The two runs are not distinguishable.");
    if (worse.isEmpty())
        return Tr::tr("Better: %1.").arg(better.join(u", "_s));
    if (better.isEmpty())
        return Tr::tr("Worse: %1.").arg(worse.join(u", "_s));
    return Tr::tr("Worse: %1. Better: %2.").arg(worse.join(u", "_s), better.join(u", "_s));
}

RunComparison compareRuns(const EvalRun &before, const EvalRun &after, PairedOptions options)
{
    RunComparison result;
    QHash<QString, const ScenarioResult *> earlier;
    for (const ScenarioResult &one : before.results)
        earlier.insert(one.id, &one);
    QSet<QString> matched;
    for (const ScenarioResult &one : after.results) {
        const ScenarioResult *other = earlier.value(one.id);
        if (other == nullptr) {
            result.onlyAfter.append(one.id);
            continue;
        }
        matched.insert(one.id);
        result.changes.append(changeOf(*other, one));
    }
    for (const ScenarioResult &one : before.results)
        if (!matched.contains(one.id))
            result.onlyBefore.append(one.id);
    for (const PromptUse &one : before.identity.prompts) {
        const auto other = std::ranges::find(after.identity.prompts, one.name, &PromptUse::name);
        if (other != after.identity.prompts.end() && other->hash != one.hash)
            result.prompts.append({.before = one, .after = *other});
    }
    result.sameSuite = before.identity.suiteFingerprint == after.identity.suiteFingerprint;
    result.figures = figuresOf(result.changes, options);
    result.judgeSpread = meanSpread(before, after);
    std::ranges::stable_sort(result.changes, isWorse);
    return result;
}

QString figureText(const RunFigure &one)
{
    QString text = u"%1 → %2, %3"_s.arg(one.before, 0, 'f', 4)
                       .arg(one.after, 0, 'f', 4)
                       .arg(signedText(one.difference.mean));
    const QString p =
        one.difference.p < 0.001 ? u"p < 0.001"_s : u"p = %1"_s.arg(one.difference.p, 0, 'f', 3);
    if (one.difference.interval)
        text += u" "_s + Tr::tr("(95 % %1 … %2, %3)")
                             .arg(signedText(one.difference.interval->low),
                                  signedText(one.difference.interval->high), p);
    const QString word = one.isWorse()    ? Tr::tr("worse")
                         : one.isBetter() ? Tr::tr("better")
                                          : Tr::tr("not distinguishable");
    return u"%1: %2"_s.arg(text, word);
}

QJsonObject toJson(const RunComparison &comparison)
{
    QJsonArray figures;
    for (const RunFigure &one : comparison.figures)
        figures.append(figureJson(one));
    QJsonArray changes;
    for (const ScenarioChange &one : comparison.changes)
        changes.append(changeJson(one));
    QJsonObject json{{u"figures"_s, figures},
                     {u"scenarios"_s, changes},
                     {u"only_before"_s, QJsonArray::fromStringList(comparison.onlyBefore)},
                     {u"only_after"_s, QJsonArray::fromStringList(comparison.onlyAfter)},
                     {u"prompts"_s, promptChangesJson(comparison.prompts)},
                     {u"same_suite"_s, comparison.sameSuite},
                     {u"regressed"_s, comparison.hasRegressed()},
                     {u"verdict"_s, comparison.verdict()}};
    evaljson::put(json, "judge_spread"_L1, comparison.judgeSpread);
    return json;
}

} // namespace assay
