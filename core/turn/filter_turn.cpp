// SPDX-License-Identifier: Apache-2.0
#include "turn/filter_turn.h"

#include "turn/filter_getters.h"

namespace assay {

namespace {

using Column = FilterColumn;
using Real = std::optional<double>;
using Integer = std::optional<qint64>;
using Texts = std::optional<FilterTexts>;

/// The answer that is returned; nullptr when there is none.
const Candidate *answerOf(const Turn &turn)
{
    const Attempt *const best = turn.best();
    return best != nullptr ? best->chosen() : nullptr;
}

const Judgement *judgementOf(const Turn &turn)
{
    const Candidate *const answer = answerOf(turn);
    return answer != nullptr && answer->judgement ? &*answer->judgement : nullptr;
}

template<auto Member>
Real judged(const Turn &turn)
{
    const Judgement *const judgement = judgementOf(turn);
    return judgement != nullptr ? widenedScore(judgement->scores.*Member) : std::nullopt;
}

constexpr FilterGetters<Real (*)(const Turn &)> reals{
    {Column::Score, [](const Turn &turn) { return widenedScore(turn.verdict.score); }},
    {Column::Accuracy, &judged<&Scores::accuracy>},
    {Column::Relevance, &judged<&Scores::relevance>},
    {Column::Completeness, &judged<&Scores::completeness>},
    {Column::Threshold, [](const Turn &turn) { return Real(static_cast<double>(turn.verdict.threshold)); }},
    {Column::Confidence, [](const Turn &turn) { return Real(turn.route.confidence); }},
};

constexpr FilterGetters<Integer (*)(const Turn &)> integers{
    {Column::Passed, [](const Turn &turn) { return Integer(turn.verdict.passed ? 1 : 0); }},
    {Column::Issues,
     [](const Turn &turn) {
         const Judgement *const judgement = judgementOf(turn);
         return judgement != nullptr ? Integer(judgement->issues.size()) : std::nullopt;
     }},
    {Column::TurnNumber, [](const Turn &turn) { return Integer(turn.number); }},
    {Column::Retries,
     [](const Turn &turn) { return Integer(std::max<qint64>(0, turn.attempts.size() - 1)); }},
    {Column::Time, [](const Turn &turn) { return Integer(toMicros(turn.askedAt)); }},
    {Column::Latency, [](const Turn &turn) { return Integer(turn.latency.count()); }},
    {Column::Cost, [](const Turn &turn) { return Integer(turn.cost.amount.value); }},
    {Column::Tokens,
     [](const Turn &turn) { return Integer(turn.usage.promptTokens + turn.usage.completionTokens); }},
};

constexpr FilterGetters<Texts (*)(const Turn &)> texts{
    {Column::Issue,
     [](const Turn &turn) {
         const Judgement *const judgement = judgementOf(turn);
         return judgement != nullptr ? manyFilterTexts(judgement->issues) : std::nullopt;
     }},
    {Column::Thread, [](const Turn &turn) { return oneFilterText(turn.threadId); }},
    {Column::Turn, [](const Turn &turn) { return oneFilterText(turn.id); }},
    {Column::Model,
     [](const Turn &turn) {
         const Candidate *const answer = answerOf(turn);
         return oneFilterText(answer != nullptr ? answer->model : turn.route.model);
     }},
    {Column::Tier,
     [](const Turn &turn) {
         const Candidate *const answer = answerOf(turn);
         return oneFilterText(filterToken(answer != nullptr ? answer->tier : turn.route.tier));
     }},
    {Column::Strategy, [](const Turn &turn) { return oneFilterText(filterToken(turn.route.strategy)); }},
    {Column::Status, [](const Turn &turn) { return oneFilterText(filterToken(turn.status)); }},
    {Column::Label, [](const Turn &turn) { return oneFilterText(filterToken(turn.label)); }},
    {Column::Text,
     [](const Turn &turn) {
         FilterTexts both;
         both.append(turn.question);
         both.append(turn.answer);
         return Texts(both);
     }},
};

} // namespace

std::optional<FilterTexts> oneFilterText(QStringView text)
{
    if (text.isEmpty())
        return std::nullopt;
    FilterTexts one;
    one.append(text);
    return one;
}

std::optional<FilterTexts> manyFilterTexts(const QStringList &texts)
{
    FilterTexts all;
    for (const QString &text : texts)
        all.append(text);
    return all;
}

std::optional<double> TurnFilterRow::real(FilterColumn column) const
{
    const auto read = reals[column];
    return read != nullptr ? read(m_turn) : std::nullopt;
}

std::optional<qint64> TurnFilterRow::integer(FilterColumn column) const
{
    const auto read = integers[column];
    return read != nullptr ? read(m_turn) : std::nullopt;
}

std::optional<FilterTexts> TurnFilterRow::texts(FilterColumn column) const
{
    const auto read = assay::texts[column];
    return read != nullptr ? read(m_turn) : std::nullopt;
}

} // namespace assay
