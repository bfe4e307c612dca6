// SPDX-License-Identifier: Apache-2.0
#include "ui/learn/learn_words.h"

#include "analytics/statistics.h"
#include "ui/analytics/figure_words.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtCore/QLocale>

#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

QString twoText(double value)
{
    return QLocale().toString(value, 'f', 2);
}

QString dayText(UtcTime time)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(toMicros(time) / 1000).date(),
                              QLocale::ShortFormat);
}

QString calibrationText(CalibrationKind kind)
{
    switch (kind) {
    case CalibrationKind::None: return Tr::tr("not calibrated");
    case CalibrationKind::Temperature: return Tr::tr("calibrated by temperature");
    case CalibrationKind::Platt: return Tr::tr("calibrated by Platt's method");
    case CalibrationKind::Isotonic: return Tr::tr("calibrated by isotonic regression");
    }
    Q_UNREACHABLE();
}

} // namespace

QString versionText(int version, const QString &fingerprint)
{
    if (version == 0)
        return Tr::tr("Shipped predictor");
    return fingerprint.isEmpty() ? u"v%1"_s.arg(version)
                                 : u"v%1 (%2)"_s.arg(version).arg(visibleLine(fingerprint, 16));
}

QString deploymentText(const Deployment &one)
{
    const QString before = one.replaced == 0 ? Tr::tr("the shipped predictor") : u"v%1"_s.arg(one.replaced);
    return (one.rolledBack ? Tr::tr("rolled back from %1 by %2") : Tr::tr("deployed over %1 by %2"))
        .arg(before, visibleLine(one.who, 60));
}

QString dataText(const CollectedData &data)
{
    QString text =
        Tr::tr("%1 of %2 turns tell how the fast model did; it passed on %3.")
            .arg(numberText(data.telling), numberText(data.examples),
                 data.telling > 0
                     ? percentText(static_cast<double>(data.passed) / static_cast<double>(data.telling))
                     : u"–"_s);
    if (data.explored > 0)
        text += u' ' +
                Tr::tr("%1 of them were explored and stand for more turns.").arg(numberText(data.explored));
    if (data.from != UtcTime{})
        text += u' ' + Tr::tr("From %1 to %2.").arg(dayText(data.from), dayText(data.to));
    if (!data.file.isEmpty())
        text += u' ' + Tr::tr("Read from %1.").arg(visibleLine(data.file, 300));
    return text;
}

QString trainingText(const TrainingReport &report)
{
    return Tr::tr("%1 examples: trained on %2, calibrated on %3, tried on %4 of other threads. "
                  "Cross-validated accuracy %5 ± %6, C = %7, %8.")
        .arg(numberText(report.examples), numberText(report.trained), numberText(report.calibrated),
             numberText(report.tested), percentText(report.crossAccuracy), percentText(report.crossSpread),
             QLocale().toString(report.regularisation), calibrationText(report.calibration));
}

QString canaryText(const CanaryResult &canary)
{
    const QString figures = Tr::tr("On %1 canary examples: accuracy %2 (in force: %3), log loss %4 (%5).")
                                .arg(numberText(canary.examples), percentText(canary.accuracy),
                                     percentText(canary.accuracyBefore), fourText(canary.logLoss),
                                     fourText(canary.logLossBefore));
    return figures + u' ' +
           (canary.isGood() ? Tr::tr("It may be deployed.") : Tr::tr("It is worse than what is in force."));
}

QString featureText(const QString &feature)
{
    const std::pair<QString, QString> names[] = {
        {u"query_length"_s, Tr::tr("a long question")},
        {u"very_short"_s, Tr::tr("a very short question")},
        {u"complexity"_s, Tr::tr("asking how or why")},
        {u"specificity"_s, Tr::tr("numbers, ids and names")},
        {u"ambiguity"_s, Tr::tr("vague words")},
        {u"has_doc_keywords"_s, Tr::tr("speaking of documents and settings")},
        {u"has_version"_s, Tr::tr("a version number")},
        {u"is_factual"_s, Tr::tr("asking when, where or who")},
        {u"is_howto"_s, Tr::tr("asking for steps")},
        {u"parts"_s, Tr::tr("several questions at once")},
    };
    for (const auto &[name, words] : names)
        if (name == feature)
            return words;
    return visibleLine(feature, 60);
}

QString weightText(const Contribution &weight)
{
    return (weight.weight > 0 ? Tr::tr("%1 raises the confidence") : Tr::tr("%1 lowers the confidence"))
        .arg(featureText(weight.feature));
}

QStringList driftTexts(const DriftReport &drift)
{
    QStringList texts;
    for (const FeatureDrift &one : drift.features)
        if (one.moved)
            texts.append(
                Tr::tr("Questions changed: %1, on average %2 before and %3 now (stability index %4).")
                    .arg(featureText(one.feature), twoText(one.before), twoText(one.now),
                         twoText(one.stability)));
    if (drift.calibration && drift.calibration->moved) {
        const CalibrationDrift &gap = *drift.calibration;
        const auto points = [](double value) { return QLocale().toString(100.0 * value, 'f', 1); };
        texts.append(Tr::tr("Predictions moved against outcomes: %1 points too high before, %2 now "
                            "(difference %3 to %4).")
                         .arg(points(gap.before), points(gap.now), points(gap.low), points(gap.high)));
    }
    return texts;
}

QString weeksText(const QList<LearningWeek> &weeks)
{
    if (weeks.isEmpty())
        return Tr::tr("No turn tells yet both what was predicted and what came true.");
    const LearningWeek &last = weeks.last();
    const double expected = expectedAccuracy(last.number);
    const QString figures =
        Tr::tr("Week %1: %2 of the predictions were right, where the guide expects %3 (n %4).")
            .arg(QString::number(last.number), percentText(last.accuracy()), percentText(expected, 0),
                 numberText(last.turns));
    const std::optional<Interval> interval = wilsonInterval(last.right, last.turns);
    if (!interval || interval->contains(expected))
        return figures;
    return figures + u' ' +
           (last.accuracy() < expected ? Tr::tr("That is below it.") : Tr::tr("That is above it."));
}

QString fourText(std::optional<double> value)
{
    return value ? QLocale().toString(*value, 'f', 4) : u"–"_s;
}

Chart::Page reliabilityPage(const TrainingReport &report)
{
    const ClassifierMetrics &metrics = report.test;
    const double each =
        metrics.count > 0 ? static_cast<double>(report.tested) / static_cast<double>(metrics.count) : 1.0;
    auto page = std::make_shared<AnalyticsPage>();
    const auto bins = static_cast<double>(std::max<std::size_t>(1, metrics.reliability.size()));
    for (std::size_t i = 0; i < metrics.reliability.size(); ++i) {
        const CalibrationBin &bin = metrics.reliability[i];
        const qint64 count = std::llround(each * static_cast<double>(bin.count));
        const qint64 passed = std::llround(bin.observed * static_cast<double>(count));
        page->reliability.append(
            {.low = static_cast<double>(i) / bins,
             .high = static_cast<double>(i + 1) / bins,
             .turns = count,
             .passed = passed,
             .fastTurns = count,
             .fastPassed = passed,
             .meanConfidence = bin.count > 0 ? std::optional(bin.predicted) : std::nullopt,
             .fastPassInterval = wilsonInterval(passed, count)});
    }
    return page;
}

CurveData riskCurve(const TrainingReport &report)
{
    CurveData data{.nothing = Tr::tr("There is no risk–coverage curve."),
                   .acrossName = Tr::tr("coverage"),
                   .across = [](double value) { return percentText(value, 0); },
                   .up = [](double value) { return percentText(value, 0); }};
    const auto line = [](const ClassifierMetrics &metrics, const QString &name, CurveStyle style) {
        CurveLine drawn{.name = name, .style = style};
        for (const RiskPoint &point : metrics.riskCoverage)
            drawn.points.append({point.coverage, point.risk});
        return drawn;
    };
    data.lines.append(line(report.test, Tr::tr("this model"), CurveStyle::Main));
    if (report.shipped)
        data.lines.append(line(*report.shipped, Tr::tr("shipped"), CurveStyle::Other));
    for (const RiskPoint &point : report.test.riskCoverage)
        data.readings.append(
            Tr::tr("the surest %1: %2 wrong").arg(percentText(point.coverage, 0), percentText(point.risk)));
    data.caption = Tr::tr("surest first → share wrong · AURC %1").arg(fourText(report.test.aurc));
    return data;
}

CurveData costCurve(const std::optional<RoutingReport> &routing)
{
    CurveData data{.nothing =
                       Tr::tr("Fewer than 30 held-out turns were asked of both tiers. Exploration does "
                              "that; then the curve can be told."),
                   .acrossName = Tr::tr("a query"),
                   .across = [](double micros) { return formatUsd(Micros{std::llround(micros)}); },
                   .up = [](double value) { return percentText(value, 0); }};
    if (!routing)
        return data;
    const auto cost = [&](double share) {
        return routing->fastCost + share * (routing->premiumCost - routing->fastCost);
    };
    const auto line = [&](const QList<RoutingPoint> &points, const QString &name, CurveStyle style) {
        CurveLine drawn{.name = name, .style = style};
        for (const RoutingPoint &point : points)
            drawn.points.append({cost(point.strongShare), point.quality});
        return drawn;
    };
    const RoutingCurve &curve = routing->curve;
    data.lines = {line(curve.router, Tr::tr("this model"), CurveStyle::Main),
                  line(curve.oracle, Tr::tr("oracle"), CurveStyle::Other),
                  line(curve.random, Tr::tr("by chance"), CurveStyle::Chance)};
    for (const RoutingPoint &point : curve.router)
        data.readings.append(
            Tr::tr("%1 to premium: %2 pass at once, %3 a query%4")
                .arg(percentText(point.strongShare, 0), percentText(point.quality),
                     formatUsd(Micros{std::llround(cost(point.strongShare))}),
                     point.threshold ? Tr::tr(" · threshold %1").arg(twoText(*point.threshold)) : QString()));
    data.caption = curve.averageGapClosed
                       ? Tr::tr("closes %1 of the gap, chance 50% · n %2")
                             .arg(percentText(*curve.averageGapClosed, 0), numberText(curve.pairs))
                       : Tr::tr("n %1").arg(numberText(curve.pairs));
    return data;
}

CurveData weeksCurve(const QList<LearningWeek> &weeks)
{
    CurveData data{.nothing = Tr::tr("No turn tells yet both what was predicted and what came true."),
                   .acrossName = Tr::tr("week"),
                   .across = [](double week) { return QLocale().toString(std::llround(week)); },
                   .up = [](double value) { return percentText(value, 0); },
                   .dots = true};
    if (weeks.isEmpty())
        return data;
    CurveLine measured{.name = Tr::tr("measured"), .style = CurveStyle::Main};
    for (const LearningWeek &week : weeks) {
        measured.points.append({static_cast<double>(week.number), week.accuracy()});
        QString text =
            Tr::tr("week %1 from %2: %3 right")
                .arg(QString::number(week.number), dayText(week.from), percentText(week.accuracy()));
        if (const auto interval = wilsonInterval(week.right, week.turns))
            text +=
                u" ("_s + percentText(interval->low, 0) + u" – "_s + percentText(interval->high, 0) + u')';
        data.readings.append(text + u" · n "_s + numberText(week.turns));
    }
    CurveLine expected{.name = Tr::tr("the guide expects"), .style = CurveStyle::Expected};
    for (int week = 1; week <= std::max(12, weeks.last().number); ++week)
        expected.points.append({static_cast<double>(week), expectedAccuracy(week)});
    data.lines = {measured, expected};
    data.caption = Tr::tr("right predictions by week; the axis does not begin at 0");
    return data;
}

} // namespace assay::ui
