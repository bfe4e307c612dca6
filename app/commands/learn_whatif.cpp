// SPDX-License-Identifier: Apache-2.0
#include "base/micros.h"
#include "base/tr.h"
#include "command.h"
#include "commands/learn_command.h"
#include "learning/what_if.h"
#include "service/paths.h"
#include "service/policy_edit.h"
#include "store/sqlite_store.h"

#include <QtCore/QJsonDocument>

#include <cmath>
#include <cstdio>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype idsShown = 5;

using Shown = QString (*)(double);

QString money(double micros)
{
    return formatUsd(Micros{std::llround(micros)});
}

QString seconds(double micros)
{
    return QString::number(micros / 1e6, 'f', 2) + u" s"_s;
}

QString plain(double value)
{
    return QString::number(value, 'f', 3);
}

void printFigure(const QString &label, const WhatIfFigure &figure, Shown shown)
{
    const bool exact = figure.low == figure.high;
    printLine(label.leftJustified(20) + shown(figure.recorded).leftJustified(12) +
              shown(figure.predicted).leftJustified(12) +
              (exact ? Tr::tr("exact") : Tr::tr("%1 to %2").arg(shown(figure.low), shown(figure.high))));
}

void printFlips(const QString &label, qint64 count, double estimated, const QStringList &ids)
{
    QString text = label.leftJustified(20) + QString::number(count);
    if (estimated >= 0.5)
        text += u' ' + Tr::tr("and about %1 estimated").arg(std::llround(estimated));
    if (!ids.isEmpty())
        text += u": "_s + ids.mid(0, idsShown).join(u", "_s) + (ids.size() > idsShown ? u" …"_s : QString());
    printLine(text);
}

void printAnswer(const WhatIfAnswer &answer)
{
    printLine(Tr::tr("%1 turns: %2 exact, %3 estimated from like turns")
                  .arg(QString::number(answer.turns), QString::number(answer.exact),
                       QString::number(answer.estimated)));
    if (answer.leftOut > 0)
        printLine(Tr::tr("%1 left out: nothing like them is recorded").arg(answer.leftOut));
    if (answer.skipped > 0)
        printLine(Tr::tr("%1 skipped: not judged, or judged by other rules").arg(answer.skipped));
    printLine({});
    printLine(QString(20, u' ') + Tr::tr("Recorded").leftJustified(12) + Tr::tr("What if").leftJustified(12) +
              Tr::tr("95 % interval"));
    printFigure(Tr::tr("Pass rate"), answer.passRate, percentText);
    printFigure(Tr::tr("Cost a query"), answer.cost, money);
    printFigure(Tr::tr("P95 latency"), answer.p95, seconds);
    printFigure(Tr::tr("Premium share"), answer.premiumShare, percentText);
    printFigure(Tr::tr("Retries a query"), answer.retries, plain);
    printLine({});
    printFlips(Tr::tr("Would pass now"), answer.toPass, answer.estimatedToPass, answer.toPassIds);
    printFlips(Tr::tr("Would fail now"), answer.toFail, answer.estimatedToFail, answer.toFailIds);
}

} // namespace

int learnWhatIf(const LearnOptions &options)
{
    QStringList assignments;
    for (const std::string &assignment : options.common.assignments)
        assignments.append(QString::fromStdString(assignment));
    const Result<PolicyEdit> edit = policyEdit(assignments);
    if (!edit)
        return failed(edit.error());
    const Result<std::unique_ptr<Store>> store = openReadOnly(Paths::standard().store());
    if (!store)
        return failed(store.error());
    const Result<RecordedTurns> recorded = recordedTurns(**store, options.last);
    if (!recorded)
        return failed(recorded.error());
    const Result<WhatIfAnswer> answer = whatIf(*recorded, LikeTurns(*recorded), *edit);
    if (!answer)
        return failed(answer.error());
    if (options.json)
        std::fputs(QJsonDocument(toJson(*answer)).toJson().constData(), stdout);
    else
        printAnswer(*answer);
    return exitOk;
}

} // namespace assay::app
