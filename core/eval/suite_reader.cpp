// SPDX-License-Identifier: Apache-2.0
#include "eval/suite_reader.h"

#include "base/text.h"
#include "base/tr.h"
#include "eval/promptfoo.h"
#include "eval/scenario_reader.h"

#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QHash>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepestInclude = 8;
constexpr FileLimits limits{.bytes = 32 << 20, .values = 2'000'000};
const QString shippedFolder = u":/suites/"_s;

SuiteReading readPath(const QString &path, int depth);

SettingProblem unreadable(const QString &path, const QString &why)
{
    return {.kind = SettingProblemKind::Unreadable,
            .where = path,
            .what = Tr::tr("The suite cannot be read: %1").arg(why)};
}

Suite named(Suite suite, const QString &file)
{
    if (suite.name.isEmpty())
        suite.name = QFileInfo(file).completeBaseName();
    return suite;
}

SuiteReading outcome(Suite suite, ScenarioReader &reader, const QString &file)
{
    if (suite.scenarios.isEmpty())
        reader.add(SettingProblemKind::NotAccepted, 0, {}, Tr::tr("The suite holds no scenario."));
    QList<SettingProblem> problems = reader.takeProblems();
    if (!problems.isEmpty())
        return tl::unexpected(std::move(problems));
    return named(std::move(suite), file);
}

void readScenarios(ScenarioReader &reader, const FileNode &list, const QString &key, const Scenario &base,
                   Suite &into)
{
    if (list.kind != FileNode::Kind::List) {
        reader.wrongType(list, key, FileNode::Kind::List);
        return;
    }
    for (qsizetype i = 0; i < list.members.size(); ++i)
        into.scenarios.append(reader.read(list.members.at(i).second, u"%1[%2]."_s.arg(key).arg(i), base));
}

/// @source upstream's streaming suites: what passes there at a similarity of 0.8
void readCases(ScenarioReader &reader, const FileNode &list, Suite &into)
{
    for (qsizetype i = 0; i < list.members.size(); ++i) {
        const FileNode &one = list.members.at(i).second;
        const QString prefix = u"cases[%1]."_s.arg(i);
        Scenario scenario{.id = reader.text(one, prefix, u"id"_s),
                          .query = reader.text(one, prefix, u"query"_s),
                          .expected = reader.text(one, prefix, u"expected_answer"_s),
                          .match = AnswerMatch::Fuzzy,
                          .qualityThreshold = 0.0F};
        if (const FileNode *metadata = one.member(u"metadata"))
            scenario.metadata = toJsonValue(*metadata).toObject();
        if (scenario.query.isEmpty())
            reader.add(SettingProblemKind::NotAccepted, one.line, prefix + u"query"_s,
                       Tr::tr("A scenario needs a question."));
        reader.checkId(scenario, one.line, prefix);
        into.scenarios.append(scenario);
    }
}

/// Suites named in `include` stand before the file's own scenarios. Names are those of files beside it.
void readIncluded(ScenarioReader &reader, const FileNode &list, const QString &file, int depth, Suite &into)
{
    for (const auto &[unused, node] : list.members) {
        const QString name = node.text + (node.text.contains(u'.') ? QString() : u".yaml"_s);
        const SuiteReading other =
            depth < deepestInclude
                ? readPath(QFileInfo(file).dir().filePath(name), depth + 1)
                : SuiteReading(tl::unexpected(QList{unreadable(name, Tr::tr("it includes itself."))}));
        if (!other) {
            for (const SettingProblem &problem : other.error())
                reader.add(problem.kind, node.line, u"include"_s, problem.text());
            continue;
        }
        for (const Scenario &scenario : other->scenarios)
            reader.checkId(scenario, node.line, u"include."_s);
        into.scenarios.append(other->scenarios);
    }
}

void readSuiteTable(ScenarioReader &reader, const FileNode &root, const QString &file, int depth, Suite &into)
{
    static const QStringList known{u"name"_s,     u"description"_s, u"version"_s, u"include"_s,
                                   u"defaults"_s, u"scenarios"_s,   u"cases"_s};
    if (const FileNode *included = root.member(u"include"))
        readIncluded(reader, *included, file, depth, into);
    Scenario base;
    if (const FileNode *defaults = root.member(u"defaults"))
        base = reader.readDefaults(*defaults);
    for (const auto &[key, value] : root.members) {
        if (!known.contains(key))
            reader.unknown(value, key, known);
        else if (key == u"scenarios")
            readScenarios(reader, value, key, base, into);
        else if (key == u"cases")
            readCases(reader, value, into);
    }
    into.name = reader.text(root, {}, u"name"_s);
    into.description = reader.text(root, {}, u"description"_s);
    into.version = reader.text(root, {}, u"version"_s);
}

SuiteReading readRoot(const FileNode &root, const QString &file, int depth)
{
    ScenarioReader reader(file);
    Suite suite;
    if (root.kind == FileNode::Kind::List)
        readScenarios(reader, root, u"scenarios"_s, {}, suite);
    else if (root.member(u"scenarios") != nullptr || root.member(u"cases") != nullptr)
        readSuiteTable(reader, root, file, depth, suite);
    else
        suite.scenarios.append(reader.read(root, {}));
    return outcome(std::move(suite), reader, file);
}

/// A line with the names that data sets use, turned into those of a scenario.
FileNode datasetLine(FileNode node, int line)
{
    static const QList<std::pair<QString, QString>> names{{u"question"_s, u"query"_s},
                                                          {u"input"_s, u"query"_s},
                                                          {u"answer"_s, u"expected_answer"_s},
                                                          {u"output"_s, u"expected_answer"_s}};
    for (auto &[key, value] : node.members)
        for (const auto &[from, to] : names)
            if (key == from && node.member(to) == nullptr)
                key = to;
    if (node.member(u"id") == nullptr)
        node.members.append(
            {u"id"_s, FileNode{.kind = FileNode::Kind::Text, .line = line, .text = u"line-%1"_s.arg(line)}});
    return node;
}

SuiteReading readLines(const QByteArray &text, const QString &file)
{
    ScenarioReader reader(file);
    Suite suite;
    QList<SettingProblem> problems;
    int number = 0;
    for (const QByteArray &line : text.split('\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const auto node = readJson(line, file, limits, number);
        if (!node)
            problems.append(node.error());
        else
            suite.scenarios.append(reader.read(datasetLine(*node, number), {}));
    }
    if (!problems.isEmpty())
        return tl::unexpected(problems + reader.takeProblems());
    return outcome(std::move(suite), reader, file);
}

/// @source upstream reads a golden dataset so: *.json at any depth, sorted by id
SuiteReading readFolder(const QString &path)
{
    Suite suite{.name = QFileInfo(path).fileName()};
    QList<SettingProblem> problems;
    QStringList files;
    for (QDirIterator it(path, {u"*.json"_s}, QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
        files.append(it.next());
    files.sort();
    QHash<QString, QString> fileOf;
    for (const QString &file : std::as_const(files)) {
        const SuiteReading one = readPath(file, 0);
        if (!one) {
            problems.append(one.error());
            continue;
        }
        for (const Scenario &scenario : one->scenarios) {
            if (fileOf.contains(scenario.id))
                problems.append({.kind = SettingProblemKind::Duplicate,
                                 .where = file,
                                 .key = u"id"_s,
                                 .what = Tr::tr("“%1” is the id of a scenario of %2.")
                                             .arg(scenario.id, fileOf.value(scenario.id))});
            fileOf.insert(scenario.id, file);
            suite.scenarios.append(scenario);
        }
    }
    if (!problems.isEmpty())
        return tl::unexpected(std::move(problems));
    if (suite.scenarios.isEmpty())
        return tl::unexpected(QList{unreadable(path, Tr::tr("it holds no *.json file."))});
    std::ranges::stable_sort(suite.scenarios, {}, &Scenario::id);
    return suite;
}

} // namespace

namespace {

SuiteReading readText(const QByteArray &text, const QString &file, int depth)
{
    const QString ending = QFileInfo(file).suffix().toLower();
    if (ending == u"jsonl" || ending == u"ndjson")
        return readLines(text, file);
    const auto root = ending == u"json" ? readJson(text, file, limits) : readYaml(text, file, limits);
    if (!root)
        return tl::unexpected(QList{root.error()});
    if (isPromptfoo(*root))
        return tl::unexpected(QList<SettingProblem>{
            {.kind = SettingProblemKind::NotAccepted,
             .where = file,
             .what = Tr::tr("This is a test file of promptfoo: `assay eval import` makes a suite of it.")}});
    return readRoot(*root, file, depth);
}

SuiteReading readPath(const QString &path, int depth)
{
    if (QFileInfo(path).isDir())
        return readFolder(path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(QList{unreadable(path, file.errorString())});
    return readText(file.readAll(), path, depth);
}

} // namespace

SuiteReading readSuite(const QByteArray &text, const QString &file)
{
    return readText(text, file, 0);
}

SuiteReading readSuitePath(const QString &path)
{
    return readPath(path, 0);
}

QStringList shippedSuites()
{
    return {u"tool_use"_s, u"quality_evaluation"_s, u"full"_s};
}

SuiteReading findSuite(const QString &nameOrPath)
{
    if (shippedSuites().contains(nameOrPath))
        return readSuitePath(shippedFolder + nameOrPath + u".yaml"_s);
    if (QFileInfo::exists(nameOrPath))
        return readSuitePath(nameOrPath);
    return tl::unexpected(
        QList<SettingProblem>{{.kind = SettingProblemKind::Unreadable,
                               .where = nameOrPath,
                               .nearest = nearestOf(nameOrPath, shippedSuites()),
                               .what = Tr::tr("There is no suite and no file of this name. Suites that come "
                                              "with Assay: %1.")
                                           .arg(shippedSuites().join(u", "_s))}});
}

} // namespace assay
