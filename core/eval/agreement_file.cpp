// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"
#include "base/tr.h"
#include "eval/agreement.h"

#include <QtCore/QHash>
#include <QtCore/QJsonArray>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

struct HumanLabel
{
    double value = 0.0;
    bool isGraded = false;
};

std::optional<HumanLabel> labelOf(const QJsonValue &value)
{
    if (value.isBool())
        return HumanLabel{.value = value.toBool() ? 1.0 : 0.0};
    if (value == u"good"_s || value == u"bad"_s)
        return HumanLabel{.value = value == u"good"_s ? 1.0 : 0.0};
    const double number = value.toDouble(-1.0);
    if (value.isDouble() && number >= 0.0 && number <= 1.0)
        return HumanLabel{.value = number, .isGraded = true};
    return std::nullopt;
}

/// Every judge that voted; a single one speaks through the overall score too.
QMap<QString, double> votesOf(const ScenarioResult &result)
{
    QMap<QString, double> scores;
    for (const NamedScore &vote : result.votes)
        if (vote.overall)
            scores.insert(vote.judge, static_cast<double>(*vote.overall));
    if (scores.size() != 1 && result.scores.overall)
        scores.insert(Tr::tr("all together"), static_cast<double>(*result.scores.overall));
    return scores;
}

Result<LabelledItem> itemOf(const QJsonObject &json)
{
    LabelledItem item{.id = json.value(u"id"_s).toString()};
    const std::optional<HumanLabel> label = labelOf(json.value(u"label"_s));
    if (!label)
        return fail(Errc::InvalidArgument,
                    Tr::tr("label: must be good, bad, true, false or a score from 0 to 1."));
    item.human = label->value;
    item.isGraded = label->isGraded;
    const QJsonObject scores = json.value(u"scores"_s).toObject();
    for (auto it = scores.begin(); it != scores.end(); ++it) {
        const double score = it->toDouble(-1.0);
        if (it->isNull())
            continue;
        if (score < 0.0 || score > 1.0)
            return fail(Errc::InvalidArgument,
                        Tr::tr("scores.%1: must be a score from 0 to 1.").arg(it.key()));
        item.scores.insert(it.key(), score);
    }
    return item;
}

void put(QJsonObject &json, const QString &key, const std::optional<double> &value)
{
    json[key] = value ? QJsonValue(*value) : QJsonValue::Null;
}

QJsonObject toJson(const JudgeAgreement &one)
{
    QJsonObject json{{u"judge"_s, one.judge},
                     {u"items"_s, one.confusion.total()},
                     {u"confusion"_s, QJsonObject{{u"both_pass"_s, one.confusion.bothPass},
                                                  {u"judge_only"_s, one.confusion.judgeOnly},
                                                  {u"human_only"_s, one.confusion.humanOnly},
                                                  {u"neither"_s, one.confusion.neither}}},
                     {u"bias"_s, one.bias}};
    put(json, u"accuracy"_s, one.accuracy);
    if (one.accuracyInterval)
        json[u"accuracy_interval_95"_s] = QJsonArray{one.accuracyInterval->low, one.accuracyInterval->high};
    put(json, u"cohen_kappa"_s, one.kappa);
    put(json, u"krippendorff_alpha"_s, one.alpha);
    put(json, u"pearson"_s, one.pearson);
    put(json, u"spearman"_s, one.spearman);
    return json;
}

} // namespace

Result<QList<LabelledItem>> readLabels(const QByteArray &text, const QString &file, const EvalRun *run)
{
    QHash<QString, const ScenarioResult *> byId;
    if (run != nullptr)
        for (const ScenarioResult &result : run->results)
            byId.insert(result.id, &result);
    QList<LabelledItem> items;
    int line = 0;
    for (const QByteArray &one : text.split('\n')) {
        ++line;
        if (one.trimmed().isEmpty())
            continue;
        const Result<QJsonObject> json = parseJsonObject(one);
        Result<LabelledItem> item = json ? itemOf(*json) : Result<LabelledItem>(fail(json.error()));
        if (item && run != nullptr) {
            if (const ScenarioResult *result = byId.value(item->id))
                item->scores = votesOf(*result);
            else
                item =
                    fail(Errc::InvalidArgument, Tr::tr("id: the results hold no scenario %1.").arg(item->id));
        }
        if (!item)
            return fail(Errc::InvalidArgument, u"%1:%2: %3"_s.arg(file).arg(line).arg(item.error().message));
        items.append(*item);
    }
    if (items.isEmpty())
        return fail(Errc::InvalidArgument, Tr::tr("%1 holds no label.").arg(file));
    return items;
}

QJsonObject toJson(const AgreementReport &report)
{
    QJsonArray judges;
    for (const JudgeAgreement &one : report.judges)
        judges.append(toJson(one));
    QJsonObject json{{u"threshold"_s, report.threshold}, {u"items"_s, report.items}, {u"judges"_s, judges}};
    put(json, u"alpha_pass_all_raters"_s, report.amongAll);
    put(json, u"alpha_scores_judges"_s, report.amongJudges);
    return json;
}

} // namespace assay
