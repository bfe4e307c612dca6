// SPDX-License-Identifier: Apache-2.0
#include "eval/suite_writer.h"

#include "base/tr.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <yaml-cpp/yaml.h>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// Keys of upstream's scenario files, in its order. @source WIRE.md section 5
const QStringList &upstreamKeys()
{
    static const QStringList keys{u"id"_s,
                                  u"description"_s,
                                  u"query"_s,
                                  u"context"_s,
                                  u"expected_output_contains"_s,
                                  u"expected_output_not_contains"_s,
                                  u"quality_threshold"_s,
                                  u"max_latency_ms"_s,
                                  u"expected_tool_calls"_s,
                                  u"max_cost_usd"_s,
                                  u"max_tokens"_s,
                                  u"accuracy_threshold"_s,
                                  u"relevance_threshold"_s,
                                  u"completeness_threshold"_s,
                                  u"safety_threshold"_s,
                                  u"coherence_threshold"_s,
                                  u"conciseness_threshold"_s,
                                  u"case_insensitive_validation"_s,
                                  u"difficulty"_s};
    return keys;
}

const QStringList &ownKeys()
{
    static const QStringList keys{u"category"_s,
                                  u"history"_s,
                                  u"expected_output_contains_any"_s,
                                  u"expected_output_matches"_s,
                                  u"expected_answer"_s,
                                  u"answer_match"_s,
                                  u"expected_abstention"_s,
                                  u"expected_sources"_s,
                                  u"metadata"_s};
    return keys;
}

void emit(YAML::Emitter &out, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool: out << value.toBool(); return;
    case QJsonValue::Double: out << value.toVariant().toString().toStdString(); return;
    case QJsonValue::String: out << YAML::DoubleQuoted << value.toString().toStdString(); return;
    case QJsonValue::Array: {
        out << YAML::Flow << YAML::BeginSeq;
        const QJsonArray list = value.toArray();
        for (const QJsonValue &one : list)
            emit(out, one);
        out << YAML::EndSeq;
        return;
    }
    case QJsonValue::Object: {
        out << YAML::BeginMap;
        const QJsonObject table = value.toObject();
        for (auto it = table.begin(); it != table.end(); ++it) {
            out << YAML::Key << it.key().toStdString() << YAML::Value;
            emit(out, it.value());
        }
        out << YAML::EndMap;
        return;
    }
    case QJsonValue::Null:
    case QJsonValue::Undefined: out << YAML::Null; return;
    }
    Q_UNREACHABLE();
}

void emitScenario(YAML::Emitter &out, const QJsonObject &scenario)
{
    out << YAML::BeginMap;
    for (const QString &key : upstreamKeys() + ownKeys()) {
        if (!scenario.contains(key))
            continue;
        out << YAML::Key << key.toStdString() << YAML::Value;
        emit(out, scenario.value(key));
    }
    out << YAML::EndMap;
}

QByteArray toYaml(const Suite &suite)
{
    YAML::Emitter out;
    out << YAML::BeginMap;
    for (const auto &[key, value] :
         {std::pair{"name", suite.name}, std::pair{"description", suite.description},
          std::pair{"version", suite.version}})
        if (!value.isEmpty())
            out << YAML::Key << key << YAML::Value << YAML::DoubleQuoted << value.toStdString();
    out << YAML::Key << "scenarios" << YAML::Value << YAML::BeginSeq;
    for (const Scenario &one : suite.scenarios)
        emitScenario(out, toJson(one));
    out << YAML::EndSeq << YAML::EndMap;
    return QByteArray(out.c_str()) + '\n';
}

QByteArray toLines(const Suite &suite)
{
    QByteArray all;
    for (const Scenario &one : suite.scenarios)
        all += QJsonDocument(toJson(one)).toJson(QJsonDocument::Compact) + '\n';
    return all;
}

QJsonArray assertions(const Scenario &one)
{
    const QString folded = one.caseInsensitive ? u"i"_s : QString();
    QJsonArray all;
    const auto add = [&all](const QString &type, const QString &key, const QJsonValue &value) {
        all.append(QJsonObject{{u"type"_s, type}, {key, value}});
    };
    for (const QString &text : one.contains)
        add(folded + u"contains"_s, u"value"_s, text);
    for (const QString &text : one.notContains)
        add(u"not-"_s + folded + u"contains"_s, u"value"_s, text);
    for (const QStringList &any : one.containsAny)
        add(folded + u"contains-any"_s, u"value"_s, QJsonArray::fromStringList(any));
    if (!one.matches.isEmpty())
        add(u"regex"_s, u"value"_s, one.matches);
    if (one.expected && one.match == AnswerMatch::Exact)
        add(u"equals"_s, u"value"_s, *one.expected);
    if (one.expected && one.match == AnswerMatch::Contains)
        add(u"contains"_s, u"value"_s, *one.expected);
    if (one.maxLatency)
        add(u"latency"_s, u"threshold"_s, static_cast<qint64>(one.maxLatency->count()));
    if (one.maxCost)
        add(u"cost"_s, u"threshold"_s, static_cast<double>(one.maxCost->value) / 1e6);
    return all;
}

/// Keys whose expectation promptfoo has no assertion for.
QStringList promptfooLoses(const QJsonObject &scenario)
{
    static const QStringList held{u"id"_s,
                                  u"description"_s,
                                  u"query"_s,
                                  u"expected_output_contains"_s,
                                  u"expected_output_not_contains"_s,
                                  u"expected_output_contains_any"_s,
                                  u"expected_output_matches"_s,
                                  u"case_insensitive_validation"_s,
                                  u"max_latency_ms"_s,
                                  u"max_cost_usd"_s,
                                  u"metadata"_s,
                                  u"category"_s,
                                  u"difficulty"_s};
    QStringList lost;
    for (const QString &key : scenario.keys())
        if (!held.contains(key))
            lost.append(key);
    return lost;
}

QByteArray toPromptfoo(const Suite &suite, QStringList &lost)
{
    YAML::Emitter out;
    out << YAML::BeginMap << YAML::Key << "description" << YAML::Value << YAML::DoubleQuoted
        << suite.name.toStdString() << YAML::Key << "prompts" << YAML::Value << YAML::BeginSeq
        << YAML::DoubleQuoted << "{{question}}" << YAML::EndSeq << YAML::Key << "tests" << YAML::Value
        << YAML::BeginSeq;
    for (const Scenario &one : suite.scenarios) {
        const QString title = one.description.isEmpty() ? one.id : one.description;
        emit(out, QJsonObject{{u"description"_s, title},
                              {u"vars"_s, QJsonObject{{u"question"_s, one.query}}},
                              {u"assert"_s, assertions(one)}});
        const QStringList missing = promptfooLoses(toJson(one));
        if (!missing.isEmpty())
            lost.append(u"%1: %2"_s.arg(one.id, missing.join(u", "_s)));
    }
    out << YAML::EndSeq << YAML::EndMap;
    return QByteArray(out.c_str()) + '\n';
}

Result<> writeFile(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) || file.write(text) != text.size() ||
        !file.flush())
        return fail(file.exists() && file.error() == QFileDevice::OpenError ? Errc::InvalidArgument
                                                                            : Errc::Io,
                    Tr::tr("%1 cannot be written: %2.").arg(path, file.errorString()));
    return {};
}

} // namespace

std::optional<SuiteForm> suiteForm(QStringView token)
{
    if (token == u"yaml")
        return SuiteForm::Yaml;
    if (token == u"jsonl")
        return SuiteForm::Jsonl;
    if (token == u"scenarios")
        return SuiteForm::Scenarios;
    if (token == u"promptfoo")
        return SuiteForm::Promptfoo;
    return std::nullopt;
}

QByteArray writeSuite(const Suite &suite, SuiteForm form, QStringList &lost)
{
    switch (form) {
    case SuiteForm::Yaml: return toYaml(suite);
    case SuiteForm::Jsonl: return toLines(suite);
    case SuiteForm::Promptfoo: return toPromptfoo(suite, lost);
    case SuiteForm::Scenarios: return {}; // many files: writeScenarioFiles()
    }
    Q_UNREACHABLE();
}

Result<> writeScenarioFiles(const Suite &suite, const QString &folder, QStringList &lost)
{
    if (!QDir().mkpath(folder))
        return fail(Errc::Io, Tr::tr("The folder %1 cannot be made.").arg(folder));
    for (const Scenario &one : suite.scenarios) {
        if (one.id.contains(u'/') || one.id.startsWith(u'.'))
            return fail(Errc::InvalidArgument, Tr::tr("“%1” cannot name a file.").arg(one.id));
        QJsonObject json = toJson(one);
        QStringList missing;
        for (const QString &key : json.keys())
            if (!upstreamKeys().contains(key)) {
                json.remove(key);
                missing.append(key);
            }
        if (!missing.isEmpty())
            lost.append(u"%1: %2"_s.arg(one.id, missing.join(u", "_s)));
        Result<> written = writeFile(QDir(folder).filePath(one.id + u".json"_s),
                                     QJsonDocument(json).toJson(QJsonDocument::Indented));
        if (!written)
            return written;
    }
    return {};
}

} // namespace assay
