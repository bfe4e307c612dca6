// SPDX-License-Identifier: Apache-2.0
#include "service/demo_traffic.h"

#include "learning/recorded_turns.h"
#include "service/demo_texts.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace assay {

using namespace Qt::StringLiterals;
using std::chrono::microseconds;

namespace {

constexpr qint64 eventsOfATurn = 25; // on average
constexpr float threshold = 0.95F;
constexpr qint64 minuteUs = 60'000'000;

/// Per million tokens, prompt and answer.
struct DemoPrice
{
    Micros prompt{};
    Micros answer{};
};

DemoPrice priceAt(Tier tier, double progress)
{
    if (tier == Tier::Premium)
        return {.prompt = Micros{2'500'000}, .answer = Micros{10'000'000}};
    const qint64 risen = progress < 0.5 ? 10 : 16; // tenths
    return {.prompt = Micros{15'000 * risen}, .answer = Micros{60'000 * risen}};
}

QString modelOf(Tier tier)
{
    return tier == Tier::Fast ? u"gpt-4o-mini"_s : u"gpt-4o"_s;
}

Cost costOf(const Usage &usage, const DemoPrice &price)
{
    return {.amount =
                priceOf(usage.promptTokens, price.prompt) + priceOf(usage.completionTokens, price.answer)};
}

QString withAmount(const char *text, const QString &amount)
{
    return QString::fromUtf8(text).replace("%1"_L1, amount);
}

microseconds micros(double seconds)
{
    return microseconds(std::llround(seconds * 1e6));
}

} // namespace

DemoTraffic::DemoTraffic(const DemoOptions &options)
    : m_random(options.seed), m_exploring(options.seed ^ 0x9E3779B97F4A7C15ULL),
      m_exploration(options.exploration), m_days(std::max(1, options.days)),
      m_turns(std::max<qint64>(1, options.events / eventsOfATurn))
{
    const auto minutes = static_cast<std::size_t>(m_days * 1440);
    m_from = options.until - microseconds(static_cast<qint64>(minutes) * minuteUs);
    double sum = 0.0;
    for (std::size_t minute = 0; minute < minutes; ++minute)
        m_loads.push_back(sum += load(static_cast<double>(minute) / 1440.0));
}

/// 53 bits, so that every library draws the same.
double DemoTraffic::share()
{
    return static_cast<double>(m_random() >> 11) * 0x1.0p-53;
}

quint64 DemoTraffic::below(quint64 below)
{
    return static_cast<quint64>(share() * static_cast<double>(below));
}

double DemoTraffic::normal()
{
    const double radius = std::sqrt(-2.0 * std::log(1.0 - share()));
    return radius * std::cos(2.0 * std::numbers::pi * share());
}

/// Turns a minute, relative. @param day since the beginning, with its fraction
double DemoTraffic::load(double day) const
{
    const double progress = day / m_days;
    if (progress > 0.6 && progress < 0.6 + 40.0 / 1440 / m_days)
        return 0.0;
    const double clock = static_cast<double>(toMicros(m_from) / minuteUs % 1440) / 1440.0 + day;
    const double time = clock - std::floor(clock);
    const qint64 weekday =
        (toMicros(m_from) / minuteUs / 1440 + static_cast<qint64>(clock)) % 7; // 0: Thursday
    const double week = weekday == 2 || weekday == 3 ? 0.4 : 1.0;
    const double rhythm =
        0.12 + std::pow(std::max(0.0, std::sin(std::numbers::pi * (time - 0.25) / 0.6)), 1.5);
    return week * (time > 0.25 && time < 0.85 ? rhythm : 0.12);
}

UtcTime DemoTraffic::timeOf(qint64 turn)
{
    const double wanted = (static_cast<double>(turn) + 0.5) / static_cast<double>(m_turns) * m_loads.back();
    const auto minute = std::ranges::lower_bound(m_loads, wanted) - m_loads.begin();
    // Within the minute at its share of it, so that time never goes back.
    const double before = minute == 0 ? 0.0 : m_loads[static_cast<std::size_t>(minute) - 1];
    const double part = (wanted - before) / (m_loads[static_cast<std::size_t>(minute)] - before);
    return m_from + microseconds(minute * minuteUs) + micros(59.0 * std::clamp(part, 0.0, 1.0));
}

QString DemoTraffic::threadFor()
{
    if (m_recent.empty() || share() < 0.12) {
        const QString thread = u"demo_"_s + QString::number(m_random() >> 16, 16).rightJustified(12, u'0');
        const auto most = static_cast<std::size_t>(std::clamp<qint64>(m_turns / 8, 40, 20'000));
        if (m_recent.size() < most)
            m_recent.push_back(thread);
        else
            m_recent[below(most)] = thread;
        return thread;
    }
    return m_recent[below(m_recent.size())];
}

Turn DemoTraffic::next()
{
    const std::span<const DemoText> texts = demoTexts();
    const DemoText &text = texts[below(texts.size())];
    const QString amount = QString::number(5 + below(495));
    Turn turn{.id = u"tn_"_s + QString::number(m_random() >> 16, 16).rightJustified(12, u'0'),
              .threadId = threadFor(),
              .question = withAmount(text.question, amount),
              .askedAt = timeOf(m_next++)};
    turn.number = ++m_numbers[turn.threadId];
    const double progress = std::chrono::duration<double>(turn.askedAt - m_from).count() / 86400.0 / m_days;
    const double difficulty = std::clamp(text.difficulty + 0.18 * normal(), 0.02, 0.98);
    // 1 at first, 2 with the bad release, 3 once it is rolled back.
    turn.policy.revision = isBadRelease(progress) ? 2 : progress > 0.70 ? 3 : 1;
    turn.policy.fastModel = modelOf(Tier::Fast);
    turn.policy.premiumModel = modelOf(Tier::Premium);
    turn.policy.judgeModel = modelOf(Tier::Fast);
    turn.route.confidence = std::clamp(1.0 - 0.75 * difficulty + 0.08 * normal(), 0.01, 0.99);
    const bool fast = turn.route.confidence >= 0.75;
    turn.route.tier = fast ? Tier::Fast : Tier::Premium;
    turn.route.strategy = fast && share() < 0.35 ? Strategy::Direct : Strategy::SearchFirst;
    turn.route.model = modelOf(turn.route.tier);
    turn.route.predictor = u"demo 1"_s;
    if (turn.route.strategy == Strategy::SearchFirst)
        turn.evidence = {Evidence{.label = u"1"_s,
                                  .sourceId = QString::fromLatin1(text.source),
                                  .title = QString::fromLatin1(text.source),
                                  .text = withAmount(text.answer, amount),
                                  .retriever = u"local"_s,
                                  .score = 1.0 - difficulty,
                                  .grade = Relevance::Relevant,
                                  .gradeScore = 1.0 - 0.5 * difficulty,
                                  .cited = true}};
    turn.answer = withAmount(text.answer, amount);
    addAttempts(turn, difficulty, progress);
    addStages(turn);
    std::swap(m_random, m_exploring);
    if (share() < m_exploration)
        explore(turn, difficulty, progress);
    std::swap(m_random, m_exploring);
    const Attempt &first = turn.attempts.first();
    const bool firstFast = first.candidates.first().tier == Tier::Fast;
    turn.learning = LearningRecord{.toolUsed = !turn.evidence.isEmpty(),
                                   .shouldUseTool = !turn.evidence.isEmpty(),
                                   .qualityScore = turn.verdict.score,
                                   .fastPathPassed = firstFast && first.verdict.passed,
                                   .firstTierFast = firstFast};
    return turn;
}

void DemoTraffic::addAttempts(Turn &turn, double difficulty, double progress)
{
    Tier tier = turn.route.tier;
    int best = 0;
    microseconds after = micros(0.05 + (turn.evidence.isEmpty() ? 0.0 : 0.12 + 0.1 * share()));
    for (int number = 1; number <= 1 + turn.policy.maxRetries; ++number) {
        Attempt made = attempt(turn, number, tier, difficulty, progress);
        made.startedAfter = after;
        after += made.latency;
        turn.cost += made.cost;
        turn.usage += made.candidates.first().usage;
        turn.attempts.append(made);
        if (best == 0 || *made.verdict.score > *turn.attempts.at(best - 1).verdict.score)
            best = number;
        if (made.verdict.passed)
            break;
        tier = Tier::Premium;
        difficulty *= 0.93;
    }
    turn.latency = after;
    turn.bestAttempt = best;
    turn.verdict = turn.attempts.at(best - 1).verdict;
    turn.status = turn.verdict.passed ? TurnStatus::Passed : TurnStatus::Failed;
}

/// What the tier that was not chosen would have done, as the agent records it.
void DemoTraffic::explore(Turn &turn, double difficulty, double progress)
{
    Turn other{.route = turn.route, .evidence = turn.evidence, .answer = turn.answer, .policy = turn.policy};
    Tier tier = turn.route.tier == Tier::Fast ? Tier::Premium : Tier::Fast;
    for (int number = 1; number <= 1 + turn.policy.maxRetries; ++number) {
        other.attempts.append(attempt(other, number, tier, difficulty, progress));
        const Attempt &made = other.attempts.last();
        Candidate candidate = made.candidates.first();
        candidate.path = exploredPath(number);
        candidate.chosen = false;
        Attempt &first = turn.attempts.first();
        first.candidates.append(candidate);
        first.cost += made.cost;
        turn.cost += made.cost;
        turn.usage += candidate.usage;
        if (made.verdict.passed)
            break;
        tier = Tier::Premium;
        difficulty *= 0.93;
    }
}

Attempt DemoTraffic::attempt(const Turn &turn, int number, Tier tier, double difficulty, double progress)
{
    // Who ignored the tool's result once is likely to do so again.
    const bool again = number > 1 && !turn.attempts.last().candidates.first().judgement->issues.isEmpty();
    const double carelessness = again ? 0.6 : isBadRelease(progress) ? 0.6 : tier == Tier::Fast ? 0.08 : 0.03;
    const bool ignores = !turn.evidence.isEmpty() && share() < carelessness;
    const double skill = tier == Tier::Fast ? 0.095 : 0.065;
    const double luck = 0.007 * std::log(1.0 - share()) - (share() < 0.01 ? 0.25 * share() : 0.0);
    const double score =
        std::clamp(0.992 - skill * difficulty - (ignores ? 0.06 + 0.18 * share() : 0.0) + luck, 0.05, 1.0);
    const double slow = isSlow(progress) ? 3.5 : 1.0;
    const double seconds = slow * (tier == Tier::Fast ? 0.55 : 1.3) * std::exp(0.4 * normal());
    Candidate candidate{.path = tokenOf(turn.route.strategy),
                        .tier = tier,
                        .model = modelOf(tier),
                        .answer = turn.answer,
                        .citations = turn.evidence.isEmpty() ? QStringList() : QStringList{u"1"_s},
                        .usage = {.promptTokens = static_cast<qint64>(300 + 900 * share()),
                                  .completionTokens = static_cast<qint64>(40 + 160 * share())},
                        .latency = micros(seconds),
                        .judgement = judged(score, progress, ignores),
                        .chosen = true};
    candidate.cost = costOf(candidate.usage, priceAt(tier, progress));
    Attempt made{.number = number,
                 .candidates = {candidate},
                 .policy = turn.policy,
                 .latency = micros(seconds + slow * (0.25 + 0.1 * share())),
                 .cost = candidate.cost};
    if (number > 1)
        made.retryStrategy = RetryStrategy::UpgradeModel;
    made.cost += candidate.judgement->cost;
    const auto overall = candidate.judgement->scores.overall;
    made.verdict = {.passed = *overall >= threshold,
                    .score = overall,
                    .threshold = threshold,
                    .policyRevision = turn.policy.revision};
    return made;
}

Judgement DemoTraffic::judged(double score, double progress, bool ignoresTools)
{
    const auto part = [&](double shift) { return static_cast<float>(std::clamp(score + shift, 0.0, 1.0)); };
    const double tilt = 0.02 * (share() - 0.5);
    Judgement judgement{
        .scores = {.accuracy = part(tilt), .relevance = part(0.01), .completeness = part(-tilt)}};
    judgement.scores.overall = meanOf(judgement.scores);
    if (ignoresTools)
        judgement.issues.append(u"tool_results_ignored"_s);
    if (score < 0.93 && share() < 0.5)
        judgement.issues.append(u"incomplete_coverage"_s);
    if (score < 0.85 && share() < 0.4)
        judgement.issues.append(u"factual_errors"_s);
    judgement.usage = {.promptTokens = static_cast<qint64>(500 + 700 * share()), .completionTokens = 60};
    judgement.cost = costOf(judgement.usage, priceAt(Tier::Fast, progress));
    judgement.votes = {JudgeVote{.judge = u"rubric"_s,
                                 .model = modelOf(Tier::Fast),
                                 .scores = judgement.scores,
                                 .issues = judgement.issues,
                                 .usage = judgement.usage,
                                 .cost = judgement.cost}};
    return judgement;
}

void DemoTraffic::addStages(Turn &turn)
{
    microseconds at{0};
    const auto add = [&](Stage stage, int attempt, microseconds duration, const QString &summary) {
        turn.stages.append(StageRecord{.stage = stage,
                                       .attempt = attempt,
                                       .status = StageStatus::Done,
                                       .startedAfter = at,
                                       .duration = duration,
                                       .summary = summary});
        at += duration;
    };
    add(Stage::Predict, 0, micros(0.02), QString::number(turn.route.confidence, 'f', 2));
    add(Stage::Route, 0, micros(0.01), tokenOf(turn.route.tier));
    const microseconds first = turn.attempts.first().startedAfter;
    if (!turn.evidence.isEmpty()) {
        add(Stage::Retrieve, 0, (first - at) / 2, u"1 doc"_s);
        add(Stage::Grade, 0, first - at, u"1 relevant"_s);
    }
    for (const Attempt &attempt : std::as_const(turn.attempts)) {
        at = attempt.startedAfter;
        add(Stage::Draft, attempt.number, attempt.candidates.first().latency, {});
        add(Stage::Judge, attempt.number, attempt.startedAfter + attempt.latency - at,
            QString::number(static_cast<double>(*attempt.verdict.score), 'f', 2));
        add(Stage::Gate, attempt.number, microseconds(0), attempt.verdict.passed ? u"passed"_s : u"failed"_s);
    }
}

} // namespace assay
