// SPDX-License-Identifier: Apache-2.0
#include "ui/evaluate/evaluate_words.h"

#include "settings/profiles.h"
#include "ui/kit/chip.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"
#include "ui/triage/triage_words.h"

#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

QString signedText(double value, int decimals)
{
    if (std::abs(value) < 0.5 * std::pow(10.0, -decimals))
        return QString::number(0.0, 'f', decimals);
    return (value < 0.0 ? u"−"_s : u"+"_s) + QString::number(std::abs(value), 'f', decimals);
}

/// Money and seconds need more digits than shares.
int decimalsOf(const RunFigure &figure)
{
    return figure.key == u"cost_usd" ? 4 : 3;
}

std::optional<double> widened(const std::optional<float> &score)
{
    return score ? std::optional(static_cast<double>(*score)) : std::nullopt;
}

} // namespace

QString standingTitle(RunStanding standing)
{
    switch (standing) {
    case RunStanding::Running: return Tr::tr("running");
    case RunStanding::Interrupted: return Tr::tr("interrupted");
    case RunStanding::Finished: return Tr::tr("finished");
    case RunStanding::Damaged: return Tr::tr("cannot be read");
    }
    Q_UNREACHABLE();
}

QString spanText(std::chrono::milliseconds span)
{
    const qint64 seconds = (span.count() + 500) / 1000;
    if (seconds < 10)
        return Tr::tr("%1 s").arg(static_cast<double>(span.count()) / 1000.0, 0, 'f', 1);
    if (seconds < 60)
        return Tr::tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return Tr::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    return Tr::tr("%1 h %2 min").arg(seconds / 3600).arg(seconds % 3600 / 60);
}

QString progressText(const RunProgress &now)
{
    QString text = Tr::tr("%1 of %2, %3 met").arg(now.done).arg(now.total).arg(now.passed);
    if (now.errors > 0)
        text += u", "_s + Tr::tr("%n without an answer", nullptr, now.errors);
    return text;
}

QString remainingText(const RunUnderWay &run)
{
    const RunProgress &now = run.progress;
    QStringList parts;
    if (run.isStopping)
        parts.append(Tr::tr("stopping"));
    else if (now.remaining && now.done < now.total)
        parts.append(Tr::tr("about %1 left").arg(spanText(*now.remaining)));
    parts.append(run.plan.budget
                     ? Tr::tr("spent %1 of %2").arg(costText(now.spent), formatUsd(*run.plan.budget))
                     : Tr::tr("spent %1").arg(costText(now.spent)));
    return parts.join(u", "_s);
}

QString settingsTitle(const QString &profile)
{
    return profile.isEmpty() ? Tr::tr("as set") : visibleLine(profileTitle(profile), 60);
}

QString runTitle(const StoredRun &run, UtcTime now)
{
    return u"%1, %2, %3"_s.arg(visibleLine(run.suite, 60), settingsTitle(run.profile),
                               whenText(run.startedAt, now));
}

QString spokenRun(const StoredRun &run, UtcTime now)
{
    QStringList parts{visibleLine(run.suite, 100), standingTitle(run.standing)};
    if (run.standing == RunStanding::Damaged)
        return (parts << run.problem).join(u", "_s);
    parts << settingsTitle(run.profile) << whenText(run.startedAt, now)
          << Tr::tr("%1 of %2 scenarios").arg(run.done).arg(run.total)
          << Tr::tr("quality %1").arg(scoreText(run.quality))
          << Tr::tr("%1 of %2 targets met").arg(run.met).arg(run.measured)
          << Tr::tr("spent %1").arg(costText(run.spent));
    if (run.errors > 0)
        parts << Tr::tr("%n without an answer", nullptr, run.errors);
    return parts.join(u", "_s);
}

QString outcomeText(const ScenarioChange &change, bool isCompared)
{
    if (change.after.answer.isEmpty())
        return Tr::tr("no answer");
    if (isCompared && change.worsened())
        return Tr::tr("lost");
    if (isCompared && change.improved())
        return Tr::tr("gained");
    return change.after.passed ? Tr::tr("met") : Tr::tr("missed");
}

QString changeText(const std::optional<double> &difference)
{
    return difference ? signedText(*difference, 3) : u"–"_s;
}

QString spokenScenario(const ScenarioChange &change, bool isCompared)
{
    QStringList parts{visibleLine(change.id, 100), visibleLine(change.category, 60),
                      outcomeText(change, isCompared)};
    if (isCompared)
        parts << Tr::tr("quality %1, before %2")
                     .arg(scoreText(widened(change.after.scores.overall)),
                          scoreText(widened(change.before.scores.overall)));
    else
        parts << Tr::tr("quality %1").arg(scoreText(widened(change.after.scores.overall)));
    if (change.withinJudge)
        parts << Tr::tr("within the judge's own spread");
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString judgeText(const ScenarioResult &result)
{
    const std::optional<float> spread = result.judgeSpread();
    if (!spread || result.judgeRepeats.isEmpty())
        return {};
    QStringList again;
    for (const float score : result.judgeRepeats.mid(1))
        again.append(QString::number(static_cast<double>(score), 'f', 2));
    return Tr::tr("judged %1, again %2: spread %3")
        .arg(QString::number(static_cast<double>(result.judgeRepeats.first()), 'f', 2), again.join(u", "_s),
             QString::number(static_cast<double>(*spread), 'f', 2));
}

QStringList missedLines(const ScenarioResult &result)
{
    QStringList lines;
    if (!result.error.isEmpty())
        lines.append(visibleLine(result.error, 400));
    for (const ScenarioCheck &check : result.checks)
        if (!check.passed)
            lines.append(u"%1: %2"_s.arg(visibleLine(check.name, 60), visibleLine(check.detail, 400)));
    return lines;
}

QString answerFacts(const ScenarioResult &result)
{
    if (result.answer.isEmpty())
        return Tr::tr("no answer");
    return QStringList{visibleLine(result.model, 60), costText(result.cost),
                       spanText(std::chrono::duration_cast<std::chrono::milliseconds>(result.latency)),
                       Tr::tr("%n attempts", nullptr, result.attempts)}
        .join(u" · "_s);
}

QString figureWord(const RunFigure &figure)
{
    return figure.isWorse()    ? Tr::tr("worse")
           : figure.isBetter() ? Tr::tr("better")
                               : Tr::tr("not distinguishable");
}

QString differenceText(const RunFigure &figure)
{
    const PairedDifference &one = figure.difference;
    const int decimals = decimalsOf(figure);
    QString text = signedText(one.mean, decimals);
    const QString p = one.p < 0.001 ? u"p < 0.001"_s : u"p = %1"_s.arg(one.p, 0, 'f', 3);
    if (one.interval)
        text += u" "_s +
                Tr::tr("(95 % %1 … %2)")
                    .arg(signedText(one.interval->low, decimals), signedText(one.interval->high, decimals));
    return text + u", "_s + p;
}

} // namespace assay::ui
