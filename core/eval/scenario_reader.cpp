// SPDX-License-Identifier: Apache-2.0
#include "eval/scenario_reader.h"

#include "base/text.h"
#include "base/tr.h"

#include <QtCore/QJsonArray>

#include <re2/re2.h>

#include <array>
#include <cmath>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr double longestMs = 86'400'000;
constexpr double mostTokens = 1e9;
constexpr double mostUsd = 1e6;

bool isScalar(const FileNode &node)
{
    return node.kind == FileNode::Kind::Text || node.kind == FileNode::Kind::Number ||
           node.kind == FileNode::Kind::Flag;
}

template<typename E, std::size_t count>
std::optional<E> tokenValue(const QString &text, const std::array<E, count> &all)
{
    for (const E one : all)
        if (toToken(one).compare(text, Qt::CaseInsensitive) == 0)
            return one;
    return std::nullopt;
}

constexpr std::array difficulties{Difficulty::Simple, Difficulty::Medium, Difficulty::Complex,
                                  Difficulty::Adversarial};
constexpr std::array answerMatches{AnswerMatch::Exact, AnswerMatch::CaseInsensitive, AnswerMatch::Fuzzy,
                                   AnswerMatch::Contains};

template<typename E, std::size_t count>
QStringList namesOf(const std::array<E, count> &all)
{
    QStringList names;
    for (const E one : all)
        names.append(toToken(one));
    return names;
}

} // namespace

/// One key of a scenario. `identity`: it belongs to one scenario and can be no default.
struct ScenarioReader::Field
{
    using Read = void (*)(ScenarioReader &, const FileNode &, const QString &, Scenario &);

    const char *key;
    Read read;
    bool identity = false;

    template<auto Member>
    static void text(ScenarioReader &r, const FileNode &node, const QString &key, Scenario &into)
    {
        r.readText(node, key, into.*Member);
    }
    template<auto Member>
    static void texts(ScenarioReader &r, const FileNode &node, const QString &key, Scenario &into)
    {
        r.readTexts(node, key, into.*Member);
    }
    template<auto Member>
    static void flag(ScenarioReader &r, const FileNode &node, const QString &key, Scenario &into)
    {
        r.readFlag(node, key, into.*Member);
    }
    template<auto Member>
    static void score(ScenarioReader &r, const FileNode &node, const QString &key, Scenario &into)
    {
        r.readScore(node, key, into.bounds.*Member);
    }
    template<auto Member, auto &All>
    static void token(ScenarioReader &r, const FileNode &node, const QString &key, Scenario &into)
    {
        const auto value = tokenValue(node.text, All);
        if (!value)
            r.add(SettingProblemKind::NotAccepted, node.line, key,
                  Tr::tr("must be one of %1.").arg(namesOf(All).join(u", "_s)));
        into.*Member = value.value_or(into.*Member);
    }
    static void any(ScenarioReader &r, const FileNode &node, const QString &key, Scenario &into)
    {
        r.readAny(node, key, into.containsAny);
    }
    static void history(ScenarioReader &r, const FileNode &node, const QString &key, Scenario &into)
    {
        r.readHistory(node, key, into.history);
    }
    static void pattern(ScenarioReader &r, const FileNode &node, const QString &key, Scenario &into)
    {
        r.readText(node, key, into.matches);
        r.checkPattern(node, key, into.matches);
    }
    static void expected(ScenarioReader &r, const FileNode &node, const QString &key, Scenario &into)
    {
        QString text;
        r.readText(node, key, text);
        into.expected = text;
    }
    static void quality(ScenarioReader &r, const FileNode &node, const QString &key, Scenario &into)
    {
        if (const auto value = r.readNumber(node, key, 0.0, 1.0))
            into.qualityThreshold = static_cast<float>(*value);
    }
    static void latency(ScenarioReader &r, const FileNode &node, const QString &key, Scenario &into)
    {
        if (const auto value = r.readNumber(node, key, 1.0, longestMs))
            into.maxLatency = std::chrono::milliseconds(std::llround(*value));
    }
    static void cost(ScenarioReader &r, const FileNode &node, const QString &key, Scenario &into)
    {
        if (const auto value = r.readNumber(node, key, 0.0, mostUsd))
            into.maxCost = Micros{std::llround(*value * 1e6)};
    }
    static void tokens(ScenarioReader &r, const FileNode &node, const QString &key, Scenario &into)
    {
        if (const auto value = r.readNumber(node, key, 1.0, mostTokens))
            into.maxTokens = std::llround(*value);
    }
    static void metadata(ScenarioReader &r, const FileNode &node, const QString &key, Scenario &into)
    {
        if (node.kind != FileNode::Kind::Table && node.kind != FileNode::Kind::Nothing)
            r.wrongType(node, key, FileNode::Kind::Table);
        into.metadata = toJsonValue(node).toObject();
    }
};

std::span<const ScenarioReader::Field> ScenarioReader::fields()
{
    using S = Scenario;
    using B = ScoreBounds;
    static constexpr std::array all{
        Field{"id", Field::text<&S::id>, true},
        Field{"description", Field::text<&S::description>, true},
        Field{"query", Field::text<&S::query>, true},
        Field{"context", Field::text<&S::context>},
        Field{"category", Field::text<&S::category>},
        Field{"history", Field::history},
        Field{"difficulty", Field::token<&S::difficulty, difficulties>},
        Field{"expected_output_contains", Field::texts<&S::contains>},
        Field{"expected_output_not_contains", Field::texts<&S::notContains>},
        Field{"expected_output_contains_any", Field::any},
        Field{"expected_output_matches", Field::pattern},
        Field{"expected_answer", Field::expected},
        Field{"answer_match", Field::token<&S::match, answerMatches>},
        Field{"case_insensitive_validation", Field::flag<&S::caseInsensitive>},
        Field{"expected_abstention", Field::flag<&S::abstains>},
        Field{"expected_tool_calls", Field::texts<&S::toolCalls>},
        Field{"expected_sources", Field::texts<&S::sources>},
        Field{"quality_threshold", Field::quality},
        Field{"accuracy_threshold", Field::score<&B::accuracy>},
        Field{"relevance_threshold", Field::score<&B::relevance>},
        Field{"completeness_threshold", Field::score<&B::completeness>},
        Field{"safety_threshold", Field::score<&B::safety>},
        Field{"coherence_threshold", Field::score<&B::coherence>},
        Field{"conciseness_threshold", Field::score<&B::conciseness>},
        Field{"max_latency_ms", Field::latency},
        Field{"max_cost_usd", Field::cost},
        Field{"max_tokens", Field::tokens},
        Field{"metadata", Field::metadata},
    };
    return all;
}

void ScenarioReader::add(SettingProblemKind kind, int line, const QString &key, const QString &what,
                         const QString &nearest)
{
    m_problems.append(
        {.kind = kind, .where = m_file, .line = line, .key = key, .nearest = nearest, .what = what});
}

void ScenarioReader::wrongType(const FileNode &node, const QString &key, FileNode::Kind wanted)
{
    add(SettingProblemKind::WrongType, node.line, key,
        Tr::tr("must be %1, not %2.").arg(kindText(wanted), kindText(node.kind)));
}

void ScenarioReader::unknown(const FileNode &node, const QString &key, const QStringList &known)
{
    add(SettingProblemKind::UnknownKey, node.line, key, Tr::tr("is no key of a suite."),
        nearestOf(key.section(u'.', -1), known));
}

QList<SettingProblem> ScenarioReader::takeProblems()
{
    std::ranges::stable_sort(m_problems, {}, &SettingProblem::line);
    return std::exchange(m_problems, {});
}

void ScenarioReader::readField(const FileNode &value, const QString &key, Scenario &into, bool isDefault)
{
    const QString name = key.section(u'.', -1);
    const auto found = std::ranges::find_if(
        fields(), [&](const Field &field) { return name == QLatin1StringView(field.key); });
    if (found == fields().end() || (isDefault && found->identity)) {
        QStringList known;
        for (const Field &field : fields())
            known.append(QLatin1StringView(field.key));
        unknown(value, key, known);
    } else {
        found->read(*this, value, key, into);
    }
}

Scenario ScenarioReader::read(const FileNode &node, const QString &prefix, const Scenario &base)
{
    Scenario scenario = base;
    if (node.kind != FileNode::Kind::Table) {
        wrongType(node, prefix.chopped(prefix.endsWith(u'.') ? 1 : 0), FileNode::Kind::Table);
        return scenario;
    }
    for (const auto &[key, value] : node.members)
        readField(value, prefix + key, scenario, false);
    if (scenario.query.trimmed().isEmpty())
        add(SettingProblemKind::NotAccepted, node.line, prefix + u"query"_s,
            Tr::tr("A scenario needs a question."));
    checkId(scenario, node.line, prefix);
    return scenario;
}

Scenario ScenarioReader::readDefaults(const FileNode &node)
{
    Scenario scenario;
    if (node.kind != FileNode::Kind::Table)
        wrongType(node, u"defaults"_s, FileNode::Kind::Table);
    for (const auto &[key, value] : node.members)
        readField(value, u"defaults."_s + key, scenario, true);
    return scenario;
}

void ScenarioReader::checkId(const Scenario &scenario, int line, const QString &prefix)
{
    if (scenario.id.trimmed().isEmpty())
        add(SettingProblemKind::NotAccepted, line, prefix + u"id"_s, Tr::tr("A scenario needs an id."));
    else if (m_ids.contains(scenario.id))
        add(SettingProblemKind::Duplicate, line, prefix + u"id"_s,
            Tr::tr("“%1” is the id of an earlier scenario.").arg(scenario.id));
    m_ids.insert(scenario.id);
}

QString ScenarioReader::text(const FileNode &table, const QString &prefix, const QString &key)
{
    QString value;
    if (const FileNode *node = table.member(key))
        readText(*node, prefix + key, value);
    return value;
}

void ScenarioReader::readText(const FileNode &node, const QString &key, QString &into)
{
    if (isScalar(node))
        into = node.text;
    else if (node.kind != FileNode::Kind::Nothing)
        wrongType(node, key, FileNode::Kind::Text);
}

void ScenarioReader::readFlag(const FileNode &node, const QString &key, bool &into)
{
    if (node.kind == FileNode::Kind::Flag)
        into = node.flag;
    else
        wrongType(node, key, FileNode::Kind::Flag);
}

void ScenarioReader::readTexts(const FileNode &node, const QString &key, QStringList &into)
{
    into.clear();
    if (node.kind == FileNode::Kind::Nothing)
        return;
    if (node.kind != FileNode::Kind::List) {
        wrongType(node, key, FileNode::Kind::List);
        return;
    }
    for (const auto &[unused, value] : node.members) {
        QString text;
        readText(value, key, text);
        // An empty text stands in every answer: such an expectation can never fail.
        if (text.isEmpty())
            add(SettingProblemKind::NotAccepted, value.line, key, Tr::tr("holds an empty text."));
        into.append(text);
    }
}

void ScenarioReader::readAny(const FileNode &node, const QString &key, QList<QStringList> &into)
{
    into.clear();
    if (node.kind != FileNode::Kind::List) {
        wrongType(node, key, FileNode::Kind::List);
        return;
    }
    const bool nested = std::ranges::any_of(
        node.members, [](const auto &one) { return one.second.kind == FileNode::Kind::List; });
    if (!nested) {
        readTexts(node, key, into.emplaceBack());
        return;
    }
    for (const auto &[unused, list] : node.members)
        readTexts(list, key, into.emplaceBack());
}

void ScenarioReader::readHistory(const FileNode &node, const QString &key, QList<ScenarioExchange> &into)
{
    into.clear();
    if (node.kind != FileNode::Kind::List) {
        wrongType(node, key, FileNode::Kind::List);
        return;
    }
    for (qsizetype i = 0; i < node.members.size(); ++i) {
        const FileNode &one = node.members.at(i).second;
        const QString prefix = u"%1[%2]."_s.arg(key).arg(i);
        for (const auto &[name, value] : one.members)
            if (name != u"question" && name != u"answer")
                unknown(value, prefix + name, {u"question"_s, u"answer"_s});
        into.append({.question = text(one, prefix, u"question"_s), .answer = text(one, prefix, u"answer"_s)});
    }
}

std::optional<double> ScenarioReader::readNumber(const FileNode &node, const QString &key, double least,
                                                 double most)
{
    if (node.kind == FileNode::Kind::Nothing)
        return std::nullopt;
    if (node.kind != FileNode::Kind::Number) {
        wrongType(node, key, FileNode::Kind::Number);
        return std::nullopt;
    }
    if (!(node.number >= least && node.number <= most)) {
        add(SettingProblemKind::OutOfRange, node.line, key,
            Tr::tr("must lie between %1 and %2.").arg(least).arg(most, 0, 'f', most > 1.0 ? 0 : 1));
        return std::nullopt;
    }
    return node.number;
}

void ScenarioReader::readScore(const FileNode &node, const QString &key, std::optional<float> &into)
{
    if (const auto value = readNumber(node, key, 0.0, 1.0))
        into = static_cast<float>(*value);
}

void ScenarioReader::checkPattern(const FileNode &node, const QString &key, const QString &pattern)
{
    const re2::RE2 expression(pattern.toStdString(), re2::RE2::Quiet);
    if (!expression.ok())
        add(SettingProblemKind::NotAccepted, node.line, key,
            Tr::tr("is no pattern (%1).").arg(QString::fromStdString(expression.error())));
}

QJsonValue toJsonValue(const FileNode &node)
{
    switch (node.kind) {
    case FileNode::Kind::Nothing: return QJsonValue::Null;
    case FileNode::Kind::Flag: return node.flag;
    case FileNode::Kind::Number: return node.number;
    case FileNode::Kind::Text: return node.text;
    case FileNode::Kind::List: {
        QJsonArray list;
        for (const auto &[unused, value] : node.members)
            list.append(toJsonValue(value));
        return list;
    }
    case FileNode::Kind::Table: {
        QJsonObject table;
        for (const auto &[key, value] : node.members)
            table.insert(key, toJsonValue(value));
        return table;
    }
    }
    Q_UNREACHABLE();
}

} // namespace assay
