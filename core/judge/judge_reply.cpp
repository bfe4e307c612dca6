// SPDX-License-Identifier: Apache-2.0
#include "judge/judge_reply.h"

#include "base/json.h"
#include "base/text.h"
#include "base/tr.h"

#include <QtCore/QJsonArray>

#include <array>
#include <cmath>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr float mismatchTolerance = 0.05F;
constexpr float lowScore = 0.7F;
constexpr qsizetype longestReply = 200'000;
constexpr qsizetype longestReasoning = 4000;
constexpr qsizetype mostIssues = 20;

tl::unexpected<Error> unusable(const QString &why)
{
    return fail(Errc::Protocol, why);
}

/// End (one past) of the bracketed text that opens at `open`; -1 when it never closes.
qsizetype objectEnd(QStringView text, qsizetype open)
{
    int depth = 0;
    bool inString = false;
    for (qsizetype i = open; i < text.size(); ++i) {
        const QChar c = text[i];
        if (inString) {
            if (c == u'\\')
                ++i;
            else if (c == u'"')
                inString = false;
        } else if (c == u'"') {
            inString = true;
        } else if (c == u'{') {
            ++depth;
        } else if (c == u'}' && --depth == 0) {
            return i + 1;
        }
    }
    return -1;
}

bool looksLikeVerdict(QStringView text)
{
    return text.contains(u"\"accuracy\"") || text.contains(u"\"relevance\"") ||
           text.contains(u"\"completeness\"");
}

/// Top-level {…} texts that mention a score, in order; one that never closes only when there is no other.
QStringList verdictTexts(QStringView text)
{
    constexpr int mostTries = 64; // each may scan the whole text
    QStringList found;
    QString unclosed;
    qsizetype from = 0;
    for (int tries = 0; tries < mostTries && (from = text.indexOf(u'{', from)) >= 0; ++tries) {
        const qsizetype end = objectEnd(text, from);
        const QStringView piece = end < 0 ? text.sliced(from) : text.sliced(from, end - from);
        const bool isVerdict = looksLikeVerdict(piece);
        if (end < 0 && isVerdict && unclosed.isEmpty())
            unclosed = piece.toString();
        if (end > 0 && isVerdict)
            found.append(piece.toString());
        from = end > 0 && isVerdict ? end : from + 1;
    }
    if (found.isEmpty() && !unclosed.isEmpty())
        found.append(unclosed);
    return found;
}

QString withoutSpaces(QStringView text)
{
    QString out;
    out.reserve(text.size());
    std::ranges::copy_if(text, std::back_inserter(out), [](QChar c) { return !c.isSpace(); });
    return out;
}

Result<float> readScore(const QJsonObject &object, const QString &key)
{
    const QJsonValue value = object.value(key);
    if (value.isUndefined() || value.isNull())
        return unusable(Tr::tr("\"%1\" is missing.").arg(key));
    bool isNumber = value.isDouble();
    double number = value.toDouble(std::nan(""));
    if (value.isString())
        number = value.toString().trimmed().toDouble(&isNumber);
    if (!isNumber)
        return unusable(Tr::tr("\"%1\" is not a number.").arg(key));
    if (!isScore(number))
        return unusable(Tr::tr("\"%1\" is %2, outside of 0.0 to 1.0.").arg(key).arg(number));
    return static_cast<float>(number);
}

QStringList readIssues(const QJsonValue &value)
{
    QStringList issues;
    const QJsonArray list = value.isString() ? QJsonArray{value} : value.toArray();
    for (const QJsonValue &entry : list) {
        QString token;
        for (const QChar c : entry.toString().trimmed().toLower().left(64))
            token += c.isLetterOrNumber() && c.unicode() < 128 ? c : QChar(u'_');
        if (!token.isEmpty() && !issues.contains(token) && issues.size() < mostIssues)
            issues.append(token);
    }
    return issues;
}

Result<JudgeReply> readVerdict(const QJsonObject &object)
{
    JudgeReply reply;
    const std::array fields{std::pair(u"accuracy"_s, &reply.scores.accuracy),
                            std::pair(u"relevance"_s, &reply.scores.relevance),
                            std::pair(u"completeness"_s, &reply.scores.completeness)};
    for (const auto &[key, target] : fields) {
        const Result<float> score = readScore(object, key);
        if (!score)
            return fail(score.error());
        *target = *score;
    }
    if (!object.value("reasoning"_L1).isString())
        return unusable(Tr::tr("\"reasoning\" is missing or not text."));
    reply.reasoning = cleanText(object.value("reasoning"_L1).toString().left(longestReasoning));
    reply.issues = readIssues(object.value("issues"_L1));
    reply.scores.overall = meanOf(reply.scores);
    if (!object.contains("overall"_L1))
        return reply;
    const Result<float> stated = readScore(object, u"overall"_s);
    if (!stated)
        return fail(stated.error());
    if (std::abs(*stated - *reply.scores.overall) > mismatchTolerance)
        reply.issues.append(u"overall_mismatch"_s);
    return reply;
}

bool claimsNothingFound(const QString &answer)
{
    static constexpr std::array phrases{"couldn't find",
                                        "could not find",
                                        "wasn't able to find",
                                        "unable to find",
                                        "couldn't locate",
                                        "no documentation found",
                                        "no information available",
                                        "don't have information",
                                        "don't have access to",
                                        "cannot find",
                                        "can't find"};
    const QString folded = foldForMatch(answer);
    return std::ranges::any_of(
        phrases, [&](const char *phrase) { return containsPhrase(folded, QString::fromLatin1(phrase)); });
}

} // namespace

Result<JudgeReply> parseJudgeReply(const QString &reply)
{
    if (reply.size() > longestReply)
        return unusable(Tr::tr("The reply is longer than %1 characters.").arg(longestReply));
    const QStringList verdicts = verdictTexts(reply);
    if (verdicts.isEmpty())
        return unusable(Tr::tr("The reply holds no JSON object with scores."));
    if (verdicts.size() > 1)
        return unusable(Tr::tr("The reply holds more than one verdict; only one is allowed."));
    const Result<QJsonObject> object = parseJsonObject(verdicts.first().toUtf8());
    if (!object)
        return unusable(Tr::tr("The verdict is not valid JSON. %1").arg(object.error().message));
    return readVerdict(*object);
}

bool isEchoOf(const QString &reply, const QString &text)
{
    const QStringList verdicts = verdictTexts(reply.left(longestReply));
    const QString haystack = verdicts.isEmpty() ? QString() : withoutSpaces(text);
    return std::ranges::any_of(
        verdicts, [&](const QString &verdict) { return haystack.contains(withoutSpaces(verdict)); });
}

QStringList deterministicIssues(const JudgeRequest &request, const Scores &scores)
{
    QStringList issues;
    const auto isLow = [](const std::optional<float> &score) { return score && *score < lowScore; };
    if (isLow(scores.accuracy))
        issues.append(u"low_accuracy"_s);
    if (isLow(scores.relevance))
        issues.append(u"low_relevance"_s);
    if (isLow(scores.completeness))
        issues += {u"low_completeness"_s, u"incomplete_coverage"_s};
    const qsizetype wordCount = words(request.answer).size();
    if (wordCount == 0)
        issues.append(u"empty_answer"_s);
    else if (wordCount == 1)
        issues.append(u"one_word_answer"_s);
    const bool hasEvidence = std::ranges::any_of(
        request.evidence, [](const Evidence &piece) { return piece.grade == Relevance::Relevant; });
    if (hasEvidence && claimsNothingFound(request.answer))
        issues.append(u"tool_results_ignored"_s);
    return issues;
}

} // namespace assay
