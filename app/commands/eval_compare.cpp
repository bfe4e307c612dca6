// SPDX-License-Identifier: Apache-2.0
#include "agent/prompt_templates.h"
#include "base/tr.h"
#include "command.h"
#include "commands/eval_command.h"
#include "eval/run_comparison.h"
#include "ui/kit/word_diff.h"

#include <QtCore/QJsonDocument>

#include <cstdio>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

QString scoreText(const ScenarioResult &one)
{
    return one.scores.overall ? QString::number(static_cast<double>(*one.scores.overall), 'f', 2) : u"–"_s;
}

QString outcomeText(const ScenarioChange &one)
{
    if (one.worsened())
        return Tr::tr("lost");
    if (one.improved())
        return Tr::tr("gained");
    return one.after.passed ? Tr::tr("met") : Tr::tr("missed");
}

} // namespace

QString wordsText(const QString &before, const QString &after)
{
    QString text;
    for (const ui::DiffSpan &span : ui::wordDiff(before, after))
        switch (span.kind) {
        case ui::DiffSpan::Kind::Same: text += span.text; break;
        case ui::DiffSpan::Kind::Removed: text += u"[-%1-]"_s.arg(span.text); break;
        case ui::DiffSpan::Kind::Added: text += u"{+%1+}"_s.arg(span.text); break;
        }
    return text;
}

namespace {

void printChange(const ScenarioChange &one, bool words)
{
    QString line = u"  %1 %2 %3 → %4"_s.arg(outcomeText(one).leftJustified(7), one.id.leftJustified(34),
                                            scoreText(one.before), scoreText(one.after));
    if (one.quality)
        line += u"  %1%2"_s.arg(*one.quality < 0.0 ? u"−"_s : u"+"_s).arg(std::abs(*one.quality), 0, 'f', 3);
    if (one.withinJudge)
        line += u"  "_s + Tr::tr("within the judge's own spread");
    printLine(line);
    if (one.worsened())
        for (const ScenarioCheck &check : one.after.checks)
            if (!check.passed)
                printLine(u"            %1: %2"_s.arg(check.name, check.detail));
    if (words && one.before.answer != one.after.answer)
        printLine(u"            "_s + wordsText(one.before.answer, one.after.answer));
}

} // namespace

void printComparison(const EvalRun &before, const EvalRun &after, int limit, bool words)
{
    const RunComparison comparison = compareRuns(before, after);
    printLine(u'\n' + Tr::tr("Compared with the run of %1, %2 scenarios in common")
                          .arg(toIso(before.startedAt))
                          .arg(comparison.changes.size()));
    if (!comparison.sameSuite)
        printLine(Tr::tr("The suites are not the same; only what both hold is compared."));
    for (const PromptChange &one : comparison.prompts)
        printLine(Tr::tr("Prompt: %1 → %2").arg(promptUseText(one.before), promptUseText(one.after)));
    for (const RunFigure &one : comparison.figures)
        printLine(u"  %1 %2"_s.arg(one.label.leftJustified(40), figureText(one)));
    if (comparison.judgeSpread)
        printLine(Tr::tr("  The judge itself spreads by %1 when it judges an answer again.")
                      .arg(static_cast<double>(*comparison.judgeSpread), 0, 'f', 3));
    printLine(comparison.verdict());
    int shown = 0;
    for (const ScenarioChange &one : comparison.changes) {
        const bool changed =
            one.worsened() || one.improved() || one.lostScore || one.quality.value_or(0.0) != 0.0;
        if (!changed || (limit > 0 && shown == limit))
            continue;
        ++shown;
        printChange(one, words);
    }
}

int compareResults(const EvalCompareOptions &options)
{
    if (!evalSettings(options.common))
        return exitError;
    const Result<EvalRun> before = readEvalRun(QString::fromStdString(options.before));
    if (!before)
        return evalFailed(before.error());
    const Result<EvalRun> after = readEvalRun(QString::fromStdString(options.after));
    if (!after)
        return evalFailed(after.error());
    const RunComparison comparison = compareRuns(*before, *after);
    if (comparison.changes.isEmpty())
        return evalFailed({.message = Tr::tr("The runs have no scenario in common.")});
    if (options.json)
        std::printf("%s", QJsonDocument(toJson(comparison)).toJson(QJsonDocument::Indented).constData());
    else
        printComparison(*before, *after, options.limit, options.words);
    return comparison.hasRegressed() ? exitMissed : exitOk;
}

} // namespace assay::app
