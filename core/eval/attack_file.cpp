// SPDX-License-Identifier: Apache-2.0
// The set of attacks as it is shipped, and reports as they are kept.
#include "base/json.h"
#include "base/tr.h"
#include "eval/eval_run.h"
#include "eval/json_fields.h"
#include "eval/judge_attack.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QSet>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int reportFormat = 1;

tl::unexpected<Error> corrupt(const QString &what)
{
    return fail(Errc::Corrupt, Tr::tr("The set of attacks is damaged: %1").arg(what));
}

Result<AttackBase> baseFrom(const QJsonObject &json)
{
    AttackBase base;
    evaljson::Reader reader(json);
    reader("id"_L1, base.id);
    reader("language"_L1, base.language);
    reader("question"_L1, base.question);
    reader("good"_L1, base.good);
    reader("plain"_L1, base.plain);
    for (const QJsonObject &one : reader.objects("evidence"_L1)) {
        evaljson::Reader part(one);
        Evidence evidence{.label = QString::number(base.evidence.size() + 1), .grade = Relevance::Relevant};
        part("title"_L1, evidence.title);
        part("text"_L1, evidence.text);
        evidence.sourceId = evidence.title;
        base.evidence.append(evidence);
    }
    if (const Result<> good = reader.outcome(); !good)
        return fail(good.error());
    if (base.id.isEmpty() || base.question.isEmpty() || base.good.isEmpty() || base.plain.isEmpty())
        return corrupt(Tr::tr("a base lacks its id, question or an answer"));
    return base;
}

QJsonObject figureJson(const AttackFigure &one)
{
    QJsonObject json{{u"key"_s, one.key},         {u"label"_s, one.label},
                     {u"attacks"_s, one.attacks}, {u"unscored"_s, one.unscored},
                     {u"passed"_s, one.passed},   {u"mean_lift"_s, one.lift.mean},
                     {u"highest"_s, one.highest}};
    if (one.lift.interval)
        json[u"lift_95"_s] = QJsonArray{one.lift.interval->low, one.lift.interval->high};
    if (one.passShare)
        json[u"pass_share_95"_s] = QJsonArray{one.passShare->low, one.passShare->high};
    return json;
}

QJsonArray figuresJson(const QList<AttackFigure> &figures)
{
    QJsonArray list;
    for (const AttackFigure &one : figures)
        list.append(figureJson(one));
    return list;
}

void putMean(QJsonObject &json, QLatin1StringView key, const std::optional<double> &value)
{
    json[key] = value ? QJsonValue(*value) : QJsonValue();
}

} // namespace

QString attackKindLabel(const QString &kind)
{
    if (kind == u"null_answer")
        return Tr::tr("Null answers");
    if (kind == u"rubric_override")
        return Tr::tr("Rubric overrides");
    if (kind == u"flattery")
        return Tr::tr("Flattery");
    if (kind == u"length")
        return Tr::tr("Length");
    if (kind == u"fence")
        return Tr::tr("Fences and roles");
    if (kind == u"fake_score")
        return Tr::tr("Fake scores");
    if (kind == u"role_play")
        return Tr::tr("Role play");
    if (kind == u"unicode")
        return Tr::tr("Unicode tricks");
    if (kind == u"citation")
        return Tr::tr("Empty citations");
    if (kind == u"echo")
        return Tr::tr("Echoed question");
    return kind;
}

QStringList AttackSet::kinds() const
{
    QStringList all;
    for (const JudgeAttack &one : attacks)
        if (!all.contains(one.kind))
            all.append(one.kind);
    return all;
}

AttackSet AttackSet::only(const QStringList &kinds) const
{
    AttackSet some = *this;
    if (!kinds.isEmpty())
        some.attacks.removeIf([&](const JudgeAttack &one) { return !kinds.contains(one.kind); });
    return some;
}

Result<AttackSet> readAttacks(const QByteArray &bytes)
{
    const Result<QJsonObject> json = parseJsonObject(bytes);
    if (!json)
        return corrupt(json.error().message);
    AttackSet set;
    QHash<QString, int> places;
    evaljson::Reader reader(*json);
    for (const QJsonObject &one : reader.objects("bases"_L1)) {
        const Result<AttackBase> base = baseFrom(one);
        if (!base)
            return fail(base.error());
        places.insert(base->id, static_cast<int>(set.bases.size()));
        set.bases.append(*base);
    }
    QSet<QString> ids;
    for (const QJsonObject &one : reader.objects("attacks"_L1)) {
        JudgeAttack attack{.id = one.value(u"id"_s).toString(),
                           .kind = one.value(u"kind"_s).toString(),
                           .base = places.value(one.value(u"base"_s).toString(), -1),
                           .attacked = one.value(u"attacked"_s).toString()};
        if (attack.id.isEmpty() || ids.contains(attack.id) || attack.kind.isEmpty() || attack.base < 0 ||
            !one.value(u"attacked"_s).isString())
            return corrupt(
                Tr::tr("attack %1 lacks an id of its own, its kind, base or text").arg(ids.size() + 1));
        ids.insert(attack.id);
        set.attacks.append(std::move(attack));
    }
    if (const Result<> good = reader.outcome(); !good)
        return fail(good.error());
    if (set.attacks.isEmpty())
        return corrupt(Tr::tr("it holds no attack"));
    return set;
}

Result<AttackSet> shippedAttacks()
{
    QFile file(u":/attacks/judge.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Errc::NotFound,
                    Tr::tr("The attacks on the judge are missing in this build; reinstall Assay."));
    return readAttacks(file.readAll());
}

QJsonObject toJson(const AttackReport &report)
{
    QJsonArray outcomes;
    for (const AttackOutcome &one : report.outcomes) {
        QJsonObject json{
            {u"id"_s, one.id}, {u"kind"_s, one.kind}, {u"base"_s, one.base}, {u"language"_s, one.language}};
        evaljson::put(json, "plain"_L1, one.plain);
        evaljson::put(json, "attacked"_L1, one.attacked);
        if (!one.error.isEmpty())
            json[u"error"_s] = one.error;
        outcomes.append(json);
    }
    QJsonObject json{{u"format"_s, reportFormat},
                     {u"judge"_s, report.judge},
                     {u"prompts"_s, promptsJson(report.prompts)},
                     {u"threshold"_s, report.threshold},
                     {u"at"_s, toIso(report.at)},
                     {u"at_us"_s, toMicros(report.at)},
                     {u"bases"_s, report.bases},
                     {u"good_passed"_s, report.goodPassed},
                     {u"cost_micros"_s, report.cost.amount.value},
                     {u"cost_estimated"_s, report.cost.estimated},
                     {u"all"_s, figureJson(report.all)},
                     {u"kinds"_s, figuresJson(report.kinds)},
                     {u"languages"_s, figuresJson(report.languages)},
                     {u"outcomes"_s, outcomes}};
    putMean(json, "good_mean"_L1, report.goodMean);
    putMean(json, "plain_mean"_L1, report.plainMean);
    return json;
}

Result<AttackReport> attackReportFromJson(const QJsonObject &json)
{
    AttackReport report;
    evaljson::Reader reader(json);
    qint64 at = 0;
    int format = 0;
    reader("format"_L1, format);
    reader("judge"_L1, report.judge);
    reader("threshold"_L1, report.threshold);
    reader("at_us"_L1, at);
    reader("bases"_L1, report.bases);
    reader("good_passed"_L1, report.goodPassed);
    reader("cost_micros"_L1, report.cost.amount.value);
    reader("cost_estimated"_L1, report.cost.estimated);
    report.at = fromMicros(at);
    report.prompts = promptsFromJson(json.value(u"prompts"_s));
    for (const auto &[key, into] :
         {std::pair{"good_mean"_L1, &report.goodMean}, {"plain_mean"_L1, &report.plainMean}})
        if (json.value(key).isDouble())
            *into = json.value(key).toDouble();
    for (const QJsonObject &one : reader.objects("outcomes"_L1)) {
        AttackOutcome outcome;
        evaljson::Reader part(one);
        part("id"_L1, outcome.id);
        part("kind"_L1, outcome.kind);
        part("base"_L1, outcome.base);
        part("language"_L1, outcome.language);
        part("plain"_L1, outcome.plain);
        part("attacked"_L1, outcome.attacked);
        part("error"_L1, outcome.error);
        if (const Result<> good = part.outcome(); !good)
            return fail(good.error());
        report.outcomes.append(outcome);
    }
    if (const Result<> good = reader.outcome(); !good)
        return fail(good.error());
    if (format != reportFormat || report.outcomes.isEmpty())
        return fail(Errc::Corrupt, Tr::tr("This is no report of attacks on a judge."));
    addFigures(report);
    return report;
}

} // namespace assay
