// SPDX-License-Identifier: Apache-2.0
#include "judge/offline_judge.h"

#include "base/tr.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype quotedLength = 160;
constexpr int mostMissing = 3;

QString quoted(const QString &sentence)
{
    return sentence.size() <= quotedLength ? sentence : sentence.first(quotedLength - 1) + u'…';
}

QString accuracyInWords(const OfflineScores &scores)
{
    const int unsupported = static_cast<int>(scores.unsupported.size());
    if (scores.claims == 0)
        return Tr::tr("The answer states nothing that goes beyond the question.");
    if (unsupported == 0)
        return Tr::tr("Every statement is supported by a passage (%n statement(s)).", nullptr, scores.claims);
    return Tr::tr("%1 of %2 statements are not supported by any passage, for instance: \"%3\".")
        .arg(unsupported)
        .arg(scores.claims)
        .arg(quoted(scores.unsupported.constFirst()));
}

QString coverageInWords(const OfflineScores &scores)
{
    const int percent = static_cast<int>(std::lround(scores.relevance * 100.0));
    if (!scores.hasPoints)
        return Tr::tr("No passage speaks about the question.");
    if (scores.missed.isEmpty() && scores.relevance >= 1.0)
        return Tr::tr("It addresses the question and every salient point of the evidence.");
    if (scores.missed.isEmpty())
        return Tr::tr("It covers the salient points, but only %1 % of what the question asks about.")
            .arg(percent);
    return Tr::tr("%n salient point(s) of the evidence are left out; %1 % of what the question asks about is "
                  "addressed.",
                  nullptr, static_cast<int>(scores.missed.size()))
        .arg(percent);
}

QString reasoningOf(const OfflineScores &scores)
{
    QString text = accuracyInWords(scores) + u' ' + coverageInWords(scores);
    if (scores.refuses && scores.hasPoints)
        text += u' ' + Tr::tr("It says that nothing was found although the evidence has something.");
    for (int i = 0; i < scores.missed.size() && i < mostMissing; ++i) {
        const MissedPoint &point = scores.missed.at(i);
        // "Missing:" is read back by a retry, so it is a token and not translated.
        text += u"\nMissing: "_s + quoted(point.sentence) + u" ("_s + point.title + u')';
    }
    return text;
}

QStringList issuesOf(const OfflineScores &scores)
{
    QStringList out;
    if (scores.refuses && scores.hasPoints)
        out.append(u"tool_results_ignored"_s);
    if (!scores.missed.isEmpty())
        out.append(u"incomplete_coverage"_s);
    if (scores.accuracy < lowScore)
        out.append(u"low_accuracy"_s);
    if (scores.relevance < lowScore)
        out.append(u"low_relevance"_s);
    if (scores.completeness < lowScore)
        out.append(u"low_completeness"_s);
    return out;
}

} // namespace

JudgeVote offlineVote(const OfflineScores &scores)
{
    JudgeVote vote{.judge = u"offline"_s, .model = u"offline"_s};
    vote.scores.accuracy = static_cast<float>(scores.accuracy);
    vote.scores.relevance = static_cast<float>(scores.relevance);
    vote.scores.completeness = static_cast<float>(scores.completeness);
    vote.scores.overall = static_cast<float>(scores.overall());
    vote.reasoning = reasoningOf(scores);
    vote.issues = issuesOf(scores);
    return vote;
}

OfflineJudge::OfflineJudge(TermWeight weight) : m_weight(std::move(weight)) {}

QString OfflineJudge::name() const
{
    return u"offline v1"_s;
}

QCoro::Task<Result<JudgeVote>> OfflineJudge::judge(JudgeRequest request, CancelToken token)
{
    if (token.isCancelled())
        co_return fail(Errc::Cancelled, Tr::tr("The judging was stopped."));
    const OfflineScores scores = scoreOffline(request.question, request.answer, request.evidence, m_weight);
    co_return offlineVote(scores);
}

} // namespace assay
