// SPDX-License-Identifier: Apache-2.0
#include "learning/predictor.h"

#include "base/text.h"

#include <QtCore/QSet>

#include <cmath>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

bool hasAny(const QStringList &all, const QSet<QString> &wanted)
{
    return std::ranges::any_of(all, [&](const QString &word) { return wanted.contains(word); });
}

double complexityOf(const QStringList &all)
{
    static const QSet<QString> hard{u"how"_s, u"why"_s, u"explain"_s, u"compare"_s, u"wie"_s, u"warum"_s};
    static const QSet<QString> medium{u"what"_s, u"which"_s, u"was"_s, u"welche"_s};
    return hasAny(all, hard) ? 1.0 : hasAny(all, medium) ? 0.5 : 0.0;
}

double specificityOf(const QString &question)
{
    int names = 0;
    bool digit = false;
    bool wordStart = true;
    bool first = true;
    for (const QChar c : question) {
        digit = digit || c.isDigit();
        if (wordStart && c.isUpper() && !first)
            ++names;
        if (c.isLetterOrNumber())
            first = false;
        wordStart = c.isSpace();
    }
    return digit && names > 0 ? 1.0 : digit || names > 0 ? 0.5 : 0.0;
}

bool hasVersionNumber(const QString &question)
{
    for (qsizetype i = 1; i + 1 < question.size(); ++i)
        if (question[i] == u'.' && question[i - 1].isDigit() && question[i + 1].isDigit())
            return true;
    return false;
}

double partsOf(const QString &question, const QStringList &all)
{
    const qsizetype asked = std::max<qsizetype>(1, question.count(u'?'));
    const qsizetype joined = all.count(u"and"_s) + all.count(u"und"_s);
    return std::min(1.0, static_cast<double>(asked - 1 + joined) / 2.0);
}

void sortByStrength(QList<Contribution> &contributions)
{
    std::ranges::stable_sort(contributions, [](const Contribution &a, const Contribution &b) {
        return std::abs(a.value * a.weight) > std::abs(b.value * b.weight);
    });
}

} // namespace

QuestionFeatures featuresOf(const QString &question)
{
    static const QSet<QString> vague{u"or"_s,        u"maybe"_s,   u"might"_s,
                                     u"something"_s, u"somehow"_s, u"oder"_s};
    static const QSet<QString> documents{u"documentation"_s, u"docs"_s,      u"guide"_s,
                                         u"policy"_s,        u"setting"_s,   u"settings"_s,
                                         u"runbook"_s,       u"configure"_s, u"shortcut"_s};
    static const QSet<QString> factual{u"when"_s, u"where"_s, u"who"_s, u"many"_s, u"much"_s,
                                       u"long"_s, u"wann"_s,  u"wer"_s, u"wo"_s};
    const QStringList all = words(question);
    const QString folded = foldForMatch(question);
    return {
        .queryLength = std::min(1.0, static_cast<double>(all.size()) / 40.0),
        .veryShort = contentTerms(question).size() < 3 ? 1.0 : 0.0,
        .complexity = complexityOf(all),
        .specificity = specificityOf(question),
        .ambiguity = hasAny(all, vague) ? 1.0 : 0.0,
        .hasDocKeywords = hasAny(all, documents) ? 1.0 : 0.0,
        .hasVersion = hasVersionNumber(question) ? 1.0 : 0.0,
        .isFactual = hasAny(all, factual) ? 1.0 : 0.0,
        .isHowTo =
            folded.startsWith(u"how do"_s) || folded.startsWith(u"how can"_s) || all.contains(u"steps"_s)
                ? 1.0
                : 0.0,
        .parts = partsOf(question, all),
    };
}

QList<std::pair<QString, double>> namedFeatures(const QuestionFeatures &f)
{
    return {{u"query_length"_s, f.queryLength}, {u"very_short"_s, f.veryShort},
            {u"complexity"_s, f.complexity},    {u"specificity"_s, f.specificity},
            {u"ambiguity"_s, f.ambiguity},      {u"has_doc_keywords"_s, f.hasDocKeywords},
            {u"has_version"_s, f.hasVersion},   {u"is_factual"_s, f.isFactual},
            {u"is_howto"_s, f.isHowTo},         {u"parts"_s, f.parts}};
}

LogisticModel LogisticModel::initial()
{
    return {.name = u"initial v1"_s,
            .bias = 1.6,
            .weights = {{u"query_length"_s, -0.8},
                        {u"very_short"_s, -0.6},
                        {u"complexity"_s, -0.7},
                        {u"specificity"_s, 0.6},
                        {u"ambiguity"_s, -1.1},
                        {u"has_doc_keywords"_s, 0.2},
                        {u"has_version"_s, 0.1},
                        {u"is_factual"_s, 0.5},
                        {u"is_howto"_s, -0.2},
                        {u"parts"_s, -1.6}}};
}

Prediction predictCalibrated(const LogisticModel &model, const QString &question)
{
    Prediction prediction{.confidence = 0.5, .contributions = {}, .predictor = model.name};
    double logOdds = model.bias;
    for (const auto &[name, value] : namedFeatures(featuresOf(question))) {
        const double weight = model.weights.value(name, 0.0);
        logOdds += weight * value;
        if (value != 0.0 && weight != 0.0)
            prediction.contributions.append({.feature = name, .value = value, .weight = weight});
    }
    sortByStrength(prediction.contributions);
    prediction.confidence = 1.0 / (1.0 + std::exp(-logOdds));
    return prediction;
}

Prediction predictByRule(const QString &question)
{
    const QuestionFeatures f = featuresOf(question);
    const bool oddLength = question.size() < 20 || question.size() > 200;
    Prediction prediction{.confidence = 0.70, .contributions = {}, .predictor = u"rule of thumb"_s};
    const QList<Contribution> all{
        {.feature = u"odd_length"_s, .value = oddLength ? 1.0 : 0.0, .weight = -0.15},
        {.feature = u"complexity"_s, .value = f.complexity, .weight = -0.20},
        {.feature = u"specificity"_s, .value = f.specificity, .weight = 0.15},
        {.feature = u"ambiguity"_s, .value = f.ambiguity, .weight = -0.25},
    };
    for (const Contribution &one : all) {
        prediction.confidence += one.value * one.weight;
        if (one.value != 0.0)
            prediction.contributions.append(one);
    }
    sortByStrength(prediction.contributions);
    prediction.confidence = std::clamp(prediction.confidence, 0.0, 1.0);
    return prediction;
}

Prediction predict(const Policy &policy, const LogisticModel &model, const QString &question)
{
    if (!policy.confidenceScoring)
        return {.confidence = 0.5, .contributions = {}, .predictor = u"off"_s};
    return policy.calibration ? predictCalibrated(model, question) : predictByRule(question);
}

} // namespace assay
