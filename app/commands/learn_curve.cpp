// SPDX-License-Identifier: Apache-2.0
#include "base/tr.h"
#include "command.h"
#include "commands/learn_command.h"
#include "learning/routing_curve.h"

#include <QtCore/QJsonDocument>

#include <cstdio>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

QString line(const QString &label, const QString &value)
{
    return label.leftJustified(34) + value;
}

void printCurve(const RoutingCurve &curve)
{
    printLine(line(Tr::tr("Questions"), QString::number(curve.pairs)));
    printLine(line(Tr::tr("Weak model alone"), percentText(curve.weak)));
    printLine(line(Tr::tr("Strong model alone"), percentText(curve.strong)));
    printLine(line(Tr::tr("Either of them"), percentText(curve.either)));
    printLine(line(Tr::tr("Oracle, share to the strong model"), percentText(curve.oracleShare)));
    if (curve.breakEven && *curve.breakEven <= 1.0 && *curve.breakEven >= 0.0)
        printLine(line(Tr::tr("Break-even of the verifier"),
                       Tr::tr("%1: below it this cascade is worse than always the strong model")
                           .arg(percentText(*curve.breakEven))));
    if (curve.averageGapClosed)
        printLine(line(Tr::tr("Router, average gap closed"),
                       Tr::tr("%1 (random: 50 %)").arg(percentText(*curve.averageGapClosed))));
    if (curve.shareForHalf)
        printLine(line(Tr::tr("Router closes 50 % of the gap at"), percentText(*curve.shareForHalf)));
    if (curve.shareForMost)
        printLine(line(Tr::tr("Router closes 80 % of the gap at"), percentText(*curve.shareForMost)));
    printLine({});
    printLine(Tr::tr("To strong").leftJustified(12) + Tr::tr("Random").leftJustified(12) + Tr::tr("Oracle"));
    for (qsizetype i = 0; i < curve.random.size(); ++i)
        printLine(percentText(curve.random[i].strongShare).leftJustified(12) +
                  percentText(curve.random[i].quality).leftJustified(12) +
                  percentText(curve.oracle[i].quality));
}

} // namespace

int learnCurve(const LearnOptions &options)
{
    const Result<QByteArray> lines = readNamedFile(options.pairs);
    if (!lines)
        return failed(lines.error());
    Result<std::vector<AnswerPair>> pairs = readAnswerPairs(*lines);
    if (!pairs)
        return failed(pairs.error());
    if (!options.scores.empty()) {
        const Result<QByteArray> scores = readNamedFile(options.scores);
        if (!scores)
            return failed(scores.error());
        if (const Result<> added = addRouterScores(*pairs, *scores); !added)
            return failed(added.error());
    }
    const RoutingCurve curve = routingCurve(*pairs);
    if (options.json)
        std::fputs(QJsonDocument(toJson(curve)).toJson().constData(), stdout);
    else
        printCurve(curve);
    return exitOk;
}

} // namespace assay::app
