// SPDX-License-Identifier: Apache-2.0
#include "learning/answer_pairs.h"

#include "base/tr.h"
#include "learning/json_lines.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <cmath>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// true and false as 1 and 0, or a number of [0, 1].
std::optional<double> outcome(const QJsonObject &object, const QString &right, const QString &score)
{
    if (const QJsonValue value = object.value(right); value.isBool())
        return value.toBool() ? 1.0 : 0.0;
    const QJsonValue value = object.value(score);
    if (!value.isDouble() || !(value.toDouble() >= 0.0 && value.toDouble() <= 1.0))
        return std::nullopt;
    return value.toDouble();
}

} // namespace

Result<std::vector<AnswerPair>> readAnswerPairs(const QByteArray &lines)
{
    std::vector<AnswerPair> pairs;
    QSet<QString> ids;
    const Result<> read = eachJsonLine(lines, [&](int number, const QJsonObject &object) -> Result<> {
        const QString id = object.value(u"id"_s).toString();
        const auto weak = outcome(object, u"weak_ok"_s, u"weak_score"_s);
        const auto strong = outcome(object, u"strong_ok"_s, u"strong_score"_s);
        if (id.isEmpty() || !weak || !strong)
            return fail(
                Errc::InvalidArgument,
                Tr::tr("Line %1: needs an id, and weak_ok and strong_ok (true or false) or weak_score "
                       "and strong_score (0 to 1).")
                    .arg(number));
        if (ids.contains(id))
            return fail(Errc::InvalidArgument,
                        Tr::tr("Line %1: the id %2 was there before.").arg(number).arg(id));
        ids.insert(id);
        pairs.push_back({.id = id, .weak = *weak, .strong = *strong, .score = std::nullopt});
        return {};
    });
    if (!read)
        return fail(read.error());
    if (pairs.empty())
        return fail(Errc::InvalidArgument, Tr::tr("The file holds no pair of answers."));
    return pairs;
}

Result<> addRouterScores(std::vector<AnswerPair> &pairs, const QByteArray &lines)
{
    QHash<QString, double> scores;
    Result<> read = eachJsonLine(lines, [&](int number, const QJsonObject &object) -> Result<> {
        const QString id = object.value(u"id"_s).toString();
        const QJsonValue score = object.value(u"score"_s);
        if (id.isEmpty() || !score.isDouble() || !std::isfinite(score.toDouble()))
            return fail(Errc::InvalidArgument,
                        Tr::tr("Line %1: needs an id and a score, a number.").arg(number));
        scores.insert(id, score.toDouble());
        return {};
    });
    if (!read)
        return read;
    for (AnswerPair &pair : pairs) {
        const auto found = scores.constFind(pair.id);
        if (found == scores.cend())
            return fail(Errc::InvalidArgument, Tr::tr("The scores hold none for %1.").arg(pair.id));
        pair.score = *found;
    }
    return {};
}

} // namespace assay
