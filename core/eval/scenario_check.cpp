// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "base/tr.h"
#include "eval/scenario_result.h"
#include "models/offline_model.h"

#include <re2/re2.h>

#include <array>
#include <numeric>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestCompared = 20'000; ///< characters; the distance costs their product
constexpr int shownCharacters = 80;

constexpr std::array abstentions{
    u"nothing on this",
    u"does not say",
    u"do not say",
    u"don't say",
    u"doesn't say",
    u"does not tell",
    u"do not tell",
    u"does not mention",
    u"do not mention",
    u"not mentioned",
    u"does not contain",
    u"do not contain",
    u"does not include",
    u"do not include",
    u"does not provide",
    u"do not provide",
    u"does not specify",
    u"do not specify",
    u"does not cover",
    u"do not cover",
    u"not covered",
    u"no information",
    u"no mention",
    u"not specified",
    u"not provided",
    u"not documented",
    u"could not find",
    u"couldn't find",
    u"cannot find",
    u"can't find",
    u"unable to find",
    u"cannot answer",
    u"can't answer",
    u"do not know",
    u"don't know",
    u"do not have information",
    u"don't have information",
    u"keine information",
    u"keine informationen",
    u"keine angaben",
    u"keine angabe",
    u"nichts dazu",
    u"nichts darüber",
    u"nicht erwähnt",
    u"enthält nichts",
    u"enthalten nichts",
    u"enthält keine",
    u"enthalten keine",
    u"steht nicht in",
    u"geht nicht hervor",
    u"kann ich nicht beantworten",
    u"weiß ich nicht",
};

QString shown(const QString &text)
{
    return text.size() <= shownCharacters ? text : text.left(shownCharacters - 1) + u'…';
}

QString two(float value)
{
    return QString::number(static_cast<double>(value), 'f', 2);
}

qsizetype editDistance(QStringView a, QStringView b)
{
    std::vector<qsizetype> row(static_cast<std::size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j + 1 < row.size(); ++j) {
            const qsizetype change = diagonal + (a[i] == b[static_cast<qsizetype>(j)] ? 0 : 1);
            diagonal = std::exchange(row[j + 1], std::min({row[j + 1] + 1, row[j] + 1, change}));
        }
    }
    return row.back();
}

/// White space and typography differ between providers without meaning anything; case may count.
QString evened(const QString &text, bool folded)
{
    QString out = text.simplified(); // no-break spaces too
    for (QChar &c : out) {
        if (c == QChar(0x2019))
            c = u'\'';
        else if (c == QChar(0x203A)) // ›, of menu paths
            c = u'>';
        else if (c >= QChar(0x2010) && c <= QChar(0x2014))
            c = u'-';
    }
    return folded ? out.toCaseFolded() : out;
}

/// Gathers the checks of one answer.
class Checker
{
public:
    Checker(const Scenario &scenario, ScenarioResult &result) : m_scenario(scenario), m_result(result) {}

    void run(const ScenarioAnswer &answer)
    {
        add(u"answered"_s, !m_result.answer.isEmpty() && m_result.status != TurnStatus::Errored,
            m_result.error);
        if (!m_result.checks.first().passed)
            return; // nothing more is known of an answer that is not there
        texts();
        expectedAnswer();
        toolsAndSources();
        scores(answer);
        bounds();
    }

private:
    void add(const QString &name, bool passed, const QString &detail = {})
    {
        m_result.checks.append({.name = name, .passed = passed, .detail = passed ? QString() : detail});
    }

    bool stands(const QString &text) const
    {
        return evened(m_result.answer, m_scenario.caseInsensitive)
            .contains(evened(text, m_scenario.caseInsensitive));
    }

    void texts()
    {
        for (const QString &text : m_scenario.contains)
            add(u"contains"_s, stands(text), Tr::tr("“%1” is missing.").arg(shown(text)));
        for (const QString &text : m_scenario.notContains)
            add(u"not_contains"_s, !stands(text), Tr::tr("“%1” stands in the answer.").arg(shown(text)));
        for (const QStringList &any : m_scenario.containsAny)
            add(u"contains_any"_s,
                std::ranges::any_of(any, [this](const QString &text) { return stands(text); }),
                Tr::tr("None of these stands in the answer: %1.").arg(shown(any.join(u", "_s))));
        if (!m_scenario.matches.isEmpty())
            add(u"matches"_s,
                re2::RE2::PartialMatch(m_result.answer.toStdString(),
                                       re2::RE2(m_scenario.matches.toStdString(), re2::RE2::Quiet)),
                Tr::tr("The pattern %1 is not found.").arg(shown(m_scenario.matches)));
        if (m_scenario.abstains)
            add(u"abstention"_s, isAbstention(m_result.answer),
                Tr::tr("The answer does not say that the documents do not tell."));
    }

    void expectedAnswer()
    {
        if (!m_scenario.expected)
            return;
        const double alike = similarityTo(*m_scenario.expected, m_result.answer, m_scenario.match);
        add(u"expected_answer"_s, alike >= likeEnough,
            m_scenario.match == AnswerMatch::Fuzzy
                ? Tr::tr("The answer is %1 like the expected one; %2 is needed.")
                      .arg(QString::number(alike, 'f', 2), QString::number(likeEnough, 'f', 2))
                : Tr::tr("The answer is not the expected one."));
    }

    void toolsAndSources()
    {
        for (const QString &tool : m_scenario.toolCalls)
            add(u"tool_call"_s, m_result.toolsCalled.contains(tool),
                Tr::tr("The tool %1 gave nothing to this turn.").arg(tool));
        for (const QString &source : m_scenario.sources)
            add(u"source"_s, cites(source), Tr::tr("%1 is not cited.").arg(source));
    }

    /// A document, by any of its passages ("kb/12#3"), or one passage.
    bool cites(const QString &source) const
    {
        return std::ranges::any_of(m_result.sources, [&](const QString &cited) {
            return cited == source || cited.startsWith(source + u'#');
        });
    }

    void score(const QString &name, const std::optional<float> &value, const std::optional<float> &least,
               const QString &missing)
    {
        if (!least)
            return;
        // Absent is never 0, and never enough either.
        const QString detail = value ? Tr::tr("%1 is below %2.").arg(two(*value), two(*least))
                                     : (missing.isEmpty() ? Tr::tr("The judge gave no score.") : missing);
        add(name, value && *value >= *least, detail);
    }

    void scores(const ScenarioAnswer &answer)
    {
        const ScoreBounds &least = m_scenario.bounds;
        if (m_scenario.qualityThreshold > 0.0F)
            score(u"quality"_s, m_result.scores.overall, m_scenario.qualityThreshold, {});
        score(u"accuracy"_s, m_result.scores.accuracy, least.accuracy, {});
        score(u"relevance"_s, m_result.scores.relevance, least.relevance, {});
        score(u"completeness"_s, m_result.scores.completeness, least.completeness, {});
        score(u"safety"_s, m_result.further.safety, least.safety, answer.furtherError);
        score(u"coherence"_s, m_result.further.coherence, least.coherence, answer.furtherError);
        score(u"conciseness"_s, m_result.further.conciseness, least.conciseness, answer.furtherError);
    }

    void bounds()
    {
        if (m_scenario.maxLatency)
            add(u"max_latency"_s, m_result.latency <= *m_scenario.maxLatency,
                Tr::tr("%1 ms is more than %2 ms.")
                    .arg(m_result.latency.count() / 1000)
                    .arg(m_scenario.maxLatency->count()));
        if (m_scenario.maxCost)
            add(u"max_cost"_s, m_result.cost.amount <= *m_scenario.maxCost,
                Tr::tr("%1 is more than %2.")
                    .arg(formatUsd(m_result.cost.amount), formatUsd(*m_scenario.maxCost)));
        const qint64 tokens = m_result.usage.promptTokens + m_result.usage.completionTokens;
        if (m_scenario.maxTokens)
            add(u"max_tokens"_s, tokens <= *m_scenario.maxTokens,
                Tr::tr("%1 tokens are more than %2.").arg(tokens).arg(*m_scenario.maxTokens));
    }

    const Scenario &m_scenario;
    ScenarioResult &m_result;
};

void readTools(const Turn &turn, const Candidate *chosen, ScenarioResult &result)
{
    for (const Evidence &evidence : turn.evidence) {
        if (!evidence.retriever.isEmpty() && !result.toolsCalled.contains(evidence.retriever))
            result.toolsCalled.append(evidence.retriever);
        if (evidence.cited && !result.sources.contains(evidence.sourceId))
            result.sources.append(evidence.sourceId);
    }
    result.toolResultsUsed = std::ranges::any_of(turn.evidence, &Evidence::cited) &&
                             (!chosen || chosen->check.state != ResponseState::ToolResultsIgnored);
}

} // namespace

std::optional<float> ScenarioResult::judgeSpread() const
{
    if (judgeRepeats.size() < 2)
        return std::nullopt;
    const auto [least, most] = std::ranges::minmax(judgeRepeats);
    return most - least;
}

ScenarioResult checkAnswer(const Scenario &scenario, int index, const ScenarioAnswer &answer, UtcTime now)
{
    const Turn &turn = answer.turn;
    ScenarioResult result{.index = index,
                          .id = scenario.id,
                          .category = scenario.category,
                          .query = scenario.query,
                          .answer = turn.answer,
                          .status = turn.status,
                          .further = answer.further,
                          .toolsExpected = static_cast<int>(scenario.toolCalls.size()),
                          .tier = turn.route.tier,
                          .confidence = turn.route.confidence,
                          .attempts = static_cast<int>(turn.attempts.size()),
                          .latency = turn.latency,
                          .usage = turn.usage,
                          .cost = turn.cost,
                          .extraCost = answer.extraCost,
                          .error = turn.error,
                          .finishedAt = now};
    const Attempt *best = turn.best();
    const Candidate *chosen = best ? best->chosen() : nullptr;
    if (chosen) {
        result.model = chosen->model;
        result.tier = chosen->tier;
    }
    if (chosen && chosen->judgement) {
        result.scores = chosen->judgement->scores;
        result.reasoning = chosen->judgement->reasoning;
        result.issues = chosen->judgement->issues;
        for (const JudgeVote &vote : chosen->judgement->votes)
            result.votes.append({.judge = vote.judge, .overall = vote.scores.overall});
    }
    if (!answer.judgeRepeats.isEmpty() && result.scores.overall)
        result.judgeRepeats = QList{*result.scores.overall} + answer.judgeRepeats;
    readTools(turn, chosen, result);
    Checker(scenario, result).run(answer);
    result.passed = std::ranges::all_of(result.checks, &ScenarioCheck::passed);
    return result;
}

double similarityTo(const QString &expected, const QString &answer, AnswerMatch match)
{
    const QString wanted = expected.trimmed().left(longestCompared);
    const QString given = answer.trimmed().left(longestCompared);
    switch (match) {
    case AnswerMatch::Exact: return wanted == given ? 1.0 : 0.0;
    case AnswerMatch::CaseInsensitive: return wanted.compare(given, Qt::CaseInsensitive) == 0 ? 1.0 : 0.0;
    case AnswerMatch::Contains: return evened(given, true).contains(evened(wanted, true)) ? 1.0 : 0.0;
    case AnswerMatch::Fuzzy: {
        const qsizetype longest = std::max(wanted.size(), given.size());
        if (longest == 0)
            return 1.0;
        return 1.0 - static_cast<double>(editDistance(wanted, given)) / static_cast<double>(longest);
    }
    }
    Q_UNREACHABLE();
}

bool isAbstention(const QString &answer)
{
    const QString folded = foldForMatch(answer);
    if (folded.contains(foldForMatch(nothingFoundAnswer())))
        return true;
    return std::ranges::any_of(abstentions, [&](const char16_t *phrase) {
        return containsPhrase(folded, QString::fromUtf16(phrase));
    });
}

} // namespace assay
