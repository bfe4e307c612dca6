// SPDX-License-Identifier: Apache-2.0
#include "eval/scenario.h"

#include "eval/json_fields.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

void put(QJsonObject &json, QLatin1StringView key, const QString &value)
{
    if (!value.isEmpty())
        json[key] = value;
}

void put(QJsonObject &json, QLatin1StringView key, const QStringList &values)
{
    if (!values.isEmpty())
        json[key] = QJsonArray::fromStringList(values);
}

using evaljson::put;

QJsonArray historyJson(const QList<ScenarioExchange> &history)
{
    QJsonArray all;
    for (const ScenarioExchange &one : history)
        all.append(QJsonObject{{u"question"_s, one.question}, {u"answer"_s, one.answer}});
    return all;
}

void putExpectations(QJsonObject &json, const Scenario &one)
{
    put(json, "expected_output_contains"_L1, one.contains);
    put(json, "expected_output_not_contains"_L1, one.notContains);
    QJsonArray any;
    for (const QStringList &list : one.containsAny)
        any.append(QJsonArray::fromStringList(list));
    if (!any.isEmpty())
        json[u"expected_output_contains_any"_s] = any;
    put(json, "expected_output_matches"_L1, one.matches);
    if (one.expected) {
        json[u"expected_answer"_s] = *one.expected;
        json[u"answer_match"_s] = toToken(one.match);
    }
    if (one.caseInsensitive)
        json[u"case_insensitive_validation"_s] = true;
    if (one.abstains)
        json[u"expected_abstention"_s] = true;
    put(json, "expected_tool_calls"_L1, one.toolCalls);
    put(json, "expected_sources"_L1, one.sources);
}

void putBounds(QJsonObject &json, const Scenario &one)
{
    put(json, "quality_threshold"_L1, std::optional(one.qualityThreshold));
    put(json, "accuracy_threshold"_L1, one.bounds.accuracy);
    put(json, "relevance_threshold"_L1, one.bounds.relevance);
    put(json, "completeness_threshold"_L1, one.bounds.completeness);
    put(json, "safety_threshold"_L1, one.bounds.safety);
    put(json, "coherence_threshold"_L1, one.bounds.coherence);
    put(json, "conciseness_threshold"_L1, one.bounds.conciseness);
    if (one.maxLatency)
        json[u"max_latency_ms"_s] = static_cast<qint64>(one.maxLatency->count());
    if (one.maxCost)
        json[u"max_cost_usd"_s] = static_cast<double>(one.maxCost->value) / 1e6;
    if (one.maxTokens)
        json[u"max_tokens"_s] = *one.maxTokens;
}

} // namespace

QJsonObject toJson(const Scenario &one)
{
    QJsonObject json{{u"id"_s, one.id}, {u"description"_s, one.description}, {u"query"_s, one.query}};
    put(json, "context"_L1, one.context);
    put(json, "category"_L1, one.category);
    json[u"difficulty"_s] = toToken(one.difficulty);
    if (!one.history.isEmpty())
        json[u"history"_s] = historyJson(one.history);
    putExpectations(json, one);
    putBounds(json, one);
    if (!one.metadata.isEmpty())
        json[u"metadata"_s] = one.metadata;
    return json;
}

QString Suite::fingerprint() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const Scenario &scenario : scenarios)
        hash.addData(QJsonDocument(toJson(scenario)).toJson(QJsonDocument::Compact) + '\n');
    return QString::fromLatin1(hash.result().toHex().left(16));
}

QString toToken(Difficulty difficulty)
{
    switch (difficulty) {
    case Difficulty::Simple: return u"Simple"_s;
    case Difficulty::Medium: return u"Medium"_s;
    case Difficulty::Complex: return u"Complex"_s;
    case Difficulty::Adversarial: return u"Adversarial"_s;
    }
    Q_UNREACHABLE();
}

QString toToken(AnswerMatch match)
{
    switch (match) {
    case AnswerMatch::Exact: return u"exact"_s;
    case AnswerMatch::CaseInsensitive: return u"case-insensitive"_s;
    case AnswerMatch::Fuzzy: return u"fuzzy"_s;
    case AnswerMatch::Contains: return u"contains"_s;
    }
    Q_UNREACHABLE();
}

} // namespace assay
