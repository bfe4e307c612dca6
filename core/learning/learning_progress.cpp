// SPDX-License-Identifier: Apache-2.0
#include "learning/learning_progress.h"

#include <algorithm>
#include <array>
#include <map>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::microseconds week = std::chrono::days(7);
constexpr double even = 0.5;

struct Expectation
{
    int week = 1;
    double accuracy = 0.0;
};

constexpr std::array expectations{Expectation{1, 0.65}, Expectation{4, 0.80}, Expectation{12, 0.95}};

bool tells(const TrainingExample &one)
{
    return one.askedAt != UtcTime{} && one.confidence && one.fastPathPassed;
}

} // namespace

QList<LearningWeek> learningWeeks(std::span<const TrainingExample> examples)
{
    UtcTime first = UtcTime::max();
    for (const TrainingExample &one : examples)
        if (tells(one))
            first = std::min(first, one.askedAt);
    std::map<int, LearningWeek> weeks;
    for (const TrainingExample &one : examples) {
        if (!tells(one))
            continue;
        const auto since = static_cast<int>((one.askedAt - first) / week);
        LearningWeek &here = weeks[since];
        here.number = since + 1;
        here.from = first + since * week;
        const qint64 times = std::max(1, one.standsFor);
        here.turns += times;
        here.right += (*one.confidence >= even) == *one.fastPathPassed ? times : 0;
        here.meanConfidence += *one.confidence * static_cast<double>(times);
        here.passed += *one.fastPathPassed ? static_cast<double>(times) : 0.0;
    }
    QList<LearningWeek> all;
    for (auto &[number, one] : weeks) {
        one.meanConfidence /= static_cast<double>(one.turns);
        one.passed /= static_cast<double>(one.turns);
        all.append(one);
    }
    return all;
}

double expectedAccuracy(int week)
{
    if (week <= expectations.front().week)
        return expectations.front().accuracy;
    for (std::size_t i = 1; i < expectations.size(); ++i) {
        const Expectation &before = expectations[i - 1];
        const Expectation &next = expectations[i];
        if (week <= next.week)
            return before.accuracy + (next.accuracy - before.accuracy) *
                                         static_cast<double>(week - before.week) /
                                         static_cast<double>(next.week - before.week);
    }
    return expectations.back().accuracy;
}

QJsonObject toJson(const LearningWeek &week)
{
    return {{u"week"_s, week.number},
            {u"from"_s, toIso(week.from)},
            {u"turns"_s, week.turns},
            {u"right"_s, week.right},
            {u"accuracy"_s, week.accuracy()},
            {u"expected"_s, expectedAccuracy(week.number)},
            {u"mean_confidence"_s, week.meanConfidence},
            {u"passed"_s, week.passed}};
}

} // namespace assay
