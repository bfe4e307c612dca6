// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/inspector_model.h"

#include "ui/ask/turn_text.h"
#include "ui/kit/answer_parse.h"
#include "ui/kit/tr.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

/// Foreign text looked at per field; longer fields are cut before anything is computed from them.
constexpr qsizetype mostText = 4000;
constexpr qsizetype mostAnswer = 40'000;

QString cut(const QString &text, qsizetype most = mostText)
{
    return text.size() <= most ? text : text.left(most);
}

std::optional<double> widened(std::optional<float> score)
{
    return score ? std::optional<double>(static_cast<double>(*score)) : std::nullopt;
}

} // namespace

const Attempt *attemptShown(const Turn &turn, int number)
{
    const auto found = std::ranges::find(turn.attempts, number, &Attempt::number);
    if (number > 0 && found != turn.attempts.end())
        return &*found;
    if (const Attempt *best = turn.best())
        return best;
    return turn.attempts.isEmpty() ? nullptr : &turn.attempts.last();
}

const Candidate *speakerOf(const Attempt &attempt)
{
    if (const Candidate *chosen = attempt.chosen())
        return chosen;
    return attempt.candidates.isEmpty() ? nullptr : &attempt.candidates.first();
}

std::optional<double> scoreOf(const Attempt &attempt)
{
    const Candidate *speaker = speakerOf(attempt);
    if (speaker && speaker->judgement && speaker->judgement->scores.overall)
        return widened(speaker->judgement->scores.overall);
    return widened(attempt.verdict.score);
}

ScoreSection scoresOf(const Turn &turn, int attempt)
{
    const Attempt *shown = attemptShown(turn, attempt);
    ScoreSection section{.threshold = static_cast<double>(turn.policy.qualityThreshold)};
    const auto scores = [](const Attempt *of) {
        const Candidate *speaker = of ? speakerOf(*of) : nullptr;
        return speaker && speaker->judgement ? speaker->judgement->scores : Scores{};
    };
    const Scores now = scores(shown);
    Scores first{};
    if (shown) {
        section.attempt = shown->number;
        section.threshold = static_cast<double>(shown->policy.qualityThreshold);
        const auto one = std::ranges::find(turn.attempts, 1, &Attempt::number);
        if (shown->number != 1 && one != turn.attempts.end()) {
            first = scores(&*one);
            first.overall = first.overall ? first.overall : one->verdict.score;
        }
    }
    section.compared = first.overall.has_value();
    const auto row = [&](const QString &name, std::optional<float> score, std::optional<float> before) {
        return ScoreRow{
            .name = name, .score = widened(score), .first = widened(before), .threshold = section.threshold};
    };
    section.rows = {row(Tr::tr("Overall"),
                        now.overall ? now.overall
                        : shown     ? shown->verdict.score
                                    : std::nullopt,
                        first.overall),
                    row(Tr::tr("Accuracy"), now.accuracy, first.accuracy),
                    row(Tr::tr("Relevance"), now.relevance, first.relevance),
                    row(Tr::tr("Completeness"), now.completeness, first.completeness)};
    section.rows.first().strong = true;
    return section;
}

namespace {

QString reasonOf(const Turn &turn, const Attempt &attempt)
{
    if (!attempt.error.isEmpty())
        return cut(attempt.error, 300);
    if (attempt.verdict.passed)
        return Tr::tr("accepted");
    const Candidate *speaker = speakerOf(attempt);
    if (speaker && speaker->judgement && !speaker->judgement->issues.isEmpty())
        return issueText(speaker->judgement->issues.first());
    if (speaker && speaker->check.state != ResponseState::Valid)
        return issueText(tokenOf(speaker->check.state));
    if (!attempt.policy.qualityGate)
        return Tr::tr("not gated");
    if (attempt.verdict.score && attempt.number == turn.bestAttempt && turn.status == TurnStatus::Failed &&
        turn.attempts.size() > 1)
        return Tr::tr("best, but below %1")
            .arg(QString::number(static_cast<double>(attempt.verdict.threshold), 'f', 2));
    if (attempt.verdict.score)
        return Tr::tr("below %1")
            .arg(QString::number(static_cast<double>(attempt.verdict.threshold), 'f', 2));
    return Tr::tr("no score");
}

int newestAttempt(const Turn &turn)
{
    int newest = 0;
    for (const StageRecord &record : turn.stages)
        newest = std::max(newest, record.attempt);
    return newest;
}

} // namespace

QList<AttemptRow> attemptRows(const Turn &turn)
{
    QList<AttemptRow> rows;
    for (const Attempt &attempt : turn.attempts) {
        const Candidate *speaker = speakerOf(attempt);
        rows.append({.number = attempt.number,
                     .score = scoreOf(attempt),
                     .model = speaker ? cut(speaker->model, 300) : QString(),
                     .reason = reasonOf(turn, attempt),
                     .passed = attempt.verdict.passed,
                     .returned = attempt.number == turn.bestAttempt,
                     .cost = costText(attempt.cost),
                     .latency = durationText(attempt.latency)});
    }
    const int newest = newestAttempt(turn);
    const bool open = turn.status == TurnStatus::Running && (rows.isEmpty() || rows.last().number < newest);
    if (open && newest > 0)
        rows.append({.number = newest,
                     .model = newest == 1 ? cut(turn.route.model, 300) : QString(),
                     .reason = Tr::tr("running"),
                     .running = true});
    return rows;
}

QString attemptsCount(const Turn &turn)
{
    const qsizetype made = attemptRows(turn).size();
    if (made == 0)
        return {};
    const Policy &policy = turn.attempts.isEmpty() ? turn.policy : turn.attempts.last().policy;
    const int most = policy.qualityGate && policy.autoRetry ? 1 + std::max(0, policy.maxRetries) : 1;
    return Tr::tr("%1 of max %2").arg(made).arg(std::max<qsizetype>(made, most));
}

QList<RetryChange> retryChanges(const Turn &turn)
{
    QList<RetryChange> all;
    for (const Attempt &attempt : turn.attempts)
        if (attempt.number > 1 && !attempt.changes.isEmpty())
            all.append({.attempt = attempt.number, .name = {}, .changes = attempt.changes.mid(0, 12)});
    for (RetryChange &one : all)
        one.name =
            all.size() == 1 ? Tr::tr("Retry changed") : Tr::tr("Retry %1 changed").arg(one.attempt - 1);
    return all;
}

namespace {

std::map<QString, int> citationCounts(const Turn &turn)
{
    const QString &answer =
        turn.best() && turn.best()->chosen() ? turn.best()->chosen()->answer : turn.answer;
    std::map<QString, int> counts;
    const QString looked = cut(answer, mostAnswer);
    for (const QStringView line : QStringView(looked).split(u'\n')) {
        if (!line.contains(u'['))
            continue;
        for (const Span &span : parseAnswerLine(line))
            if (span.kind == Span::Kind::Citation)
                ++counts[span.text];
    }
    return counts;
}

QString useOf(const Evidence &one, const std::map<QString, int> &counts)
{
    if (one.cited) {
        const auto found = counts.find(cut(one.label, 100));
        return found == counts.end() ? Tr::tr("cited") : Tr::tr("cited %1").arg(found->second);
    }
    switch (one.toolState) {
    case ToolResultState::Ok: break;
    case ToolResultState::Empty: return Tr::tr("empty");
    case ToolResultState::Failed: return Tr::tr("failed");
    case ToolResultState::Irrelevant: return Tr::tr("dropped");
    case ToolResultState::Malformed: return Tr::tr("malformed");
    }
    return one.grade == Relevance::Irrelevant || one.label.isEmpty() ? Tr::tr("dropped") : Tr::tr("not used");
}

} // namespace

QList<EvidenceRow> evidenceRows(const Turn &turn)
{
    const std::map<QString, int> counts = citationCounts(turn);
    QList<EvidenceRow> rows;
    for (const Relevance grade : {Relevance::Relevant, Relevance::Ambiguous, Relevance::Irrelevant}) {
        for (const Evidence &one : turn.evidence) {
            if (one.grade != grade || rows.size() >= mostEvidenceRows)
                continue;
            const bool isTool = one.kind == EvidenceKind::ToolResult;
            const bool dropped = grade == Relevance::Irrelevant || one.toolState != ToolResultState::Ok;
            rows.append({.grade = grade,
                         // An uncited piece keeps its label only where an answer could have used it.
                         .label = one.cited || grade == Relevance::Relevant ? cut(one.label, 100) : QString(),
                         .title = cut(one.title.isEmpty() ? one.sourceId : one.title, 400),
                         .figure = isTool ? Tr::tr("tool") : QString::number(one.gradeScore, 'f', 2),
                         .use = useOf(one, counts),
                         .sourceId = one.sourceId,
                         .isTool = isTool,
                         .dropped = dropped && !one.cited});
        }
    }
    return rows;
}

EvidenceCounts evidenceCounts(const Turn &turn)
{
    const auto count = [&turn](Relevance grade) {
        return static_cast<int>(std::ranges::count(turn.evidence, grade, &Evidence::grade));
    };
    return {.relevant = count(Relevance::Relevant),
            .ambiguous = count(Relevance::Ambiguous),
            .irrelevant = count(Relevance::Irrelevant)};
}

} // namespace assay::ui
