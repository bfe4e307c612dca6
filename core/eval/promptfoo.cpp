// SPDX-License-Identifier: Apache-2.0
#include "eval/promptfoo.h"

#include "base/tr.h"
#include "eval/scenario_reader.h"

#include <QtCore/QFileInfo>

#include <cmath>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr FileLimits limits{.bytes = 32 << 20, .values = 2'000'000};

/// Reads one file of promptfoo's.
class PromptfooReader
{
public:
    explicit PromptfooReader(QString file) : m_file(std::move(file)) {}

    SuiteImport read(const FileNode &root)
    {
        const FileNode *tests = root.kind == FileNode::Kind::List ? &root : root.member(u"tests");
        if (const FileNode *description = root.member(u"description"))
            m_import.suite.description = description->text;
        m_import.suite.name = QFileInfo(m_file).completeBaseName();
        if (const FileNode *prompts = root.member(u"prompts"); prompts && !prompts->members.isEmpty())
            m_prompt = prompts->members.first().second.text;
        m_shared = root.member(u"defaultTest");
        if (tests == nullptr || tests->kind != FileNode::Kind::List) {
            note(tests ? *tests : root, Tr::tr("tests in another file are not followed: import that file."));
            return std::move(m_import);
        }
        for (const auto &[unused, test] : tests->members)
            readTest(test);
        return std::move(m_import);
    }

private:
    void note(const FileNode &node, const QString &what)
    {
        m_import.notes.append(u"%1:%2: %3"_s.arg(m_file).arg(node.line).arg(what));
    }

    static const FileNode *part(const FileNode *node, QStringView key)
    {
        return node ? node->member(key) : nullptr;
    }

    QHash<QString, QString> variables(const FileNode &test)
    {
        QHash<QString, QString> all;
        for (const FileNode *vars : {part(m_shared, u"vars"), test.member(u"vars")}) {
            if (vars == nullptr)
                continue;
            for (const auto &[name, value] : vars->members) {
                const FileNode *one = &value;
                if (one->kind == FileNode::Kind::List && !one->members.isEmpty()) {
                    note(*one, Tr::tr("only the first of the values of “%1” is taken.").arg(name));
                    one = &one->members.first().second;
                }
                if (one->text.startsWith(u"file://"))
                    note(*one, Tr::tr("the file behind “%1” is not read.").arg(name));
                all.insert(name, one->text);
            }
        }
        return all;
    }

    QString question(const QHash<QString, QString> &vars) const
    {
        for (const char *name : {"question", "query", "input", "prompt"})
            if (vars.contains(QLatin1StringView(name)))
                return vars.value(QLatin1StringView(name));
        if (vars.size() == 1)
            return *vars.cbegin();
        QString text = m_prompt;
        for (auto it = vars.cbegin(); it != vars.cend(); ++it)
            text.replace(u"{{%1}}"_s.arg(it.key()), it.value())
                .replace(u"{{ %1 }}"_s.arg(it.key()), it.value());
        return text;
    }

    void readTest(const FileNode &test)
    {
        const qsizetype number = m_import.suite.scenarios.size() + 1;
        Scenario scenario{.id = u"test-%1"_s.arg(number), .qualityThreshold = 0.0F};
        if (const FileNode *description = test.member(u"description"))
            scenario.description = description->text;
        scenario.query = question(variables(test));
        if (scenario.query.trimmed().isEmpty()) {
            note(test, Tr::tr("the test has no question and was left out."));
            return;
        }
        m_sensitive = false;
        for (const FileNode *list : {part(m_shared, u"assert"), test.member(u"assert")})
            if (list != nullptr)
                for (const auto &[unused, one] : list->members)
                    readAssert(one, scenario);
        if (m_sensitive && scenario.caseInsensitive)
            note(test, Tr::tr("upper and lower case count alike for all texts of this test."));
        if (const FileNode *metadata = test.member(u"metadata"))
            scenario.metadata = toJsonValue(*metadata).toObject();
        m_import.suite.scenarios.append(scenario);
    }

    /// A list, or a text with commas.
    static QStringList values(const FileNode *value)
    {
        QStringList all;
        if (value == nullptr)
            return all;
        if (value->kind != FileNode::Kind::List) {
            for (const QString &part : value->text.split(u',', Qt::SkipEmptyParts))
                all.append(part.trimmed());
            return all;
        }
        for (const auto &[unused, one] : value->members)
            all.append(one.text);
        return all;
    }

    void readAssert(const FileNode &one, Scenario &scenario)
    {
        const FileNode *typeNode = one.member(u"type");
        const QString type = typeNode ? typeNode->text : QString();
        const FileNode *value = one.member(u"value");
        const FileNode *threshold = one.member(u"threshold");
        const QString text = value ? value->text : QString();
        if (type.endsWith(u"contains") || type.contains(u"contains-"))
            readContains(one, type, text, value, scenario);
        else if (type == u"equals" && value) {
            scenario.expected = text;
            scenario.match = AnswerMatch::Exact;
        } else if (type == u"regex" && scenario.matches.isEmpty())
            scenario.matches = text;
        else if (type == u"latency" && threshold)
            scenario.maxLatency = std::chrono::milliseconds(std::llround(threshold->number));
        else if (type == u"cost" && threshold)
            scenario.maxCost = Micros{std::llround(threshold->number * 1e6)};
        else
            note(one, Tr::tr("the assertion “%1” has no counterpart and was left out.").arg(type));
    }

    void readContains(const FileNode &one, const QString &type, const QString &text, const FileNode *value,
                      Scenario &scenario)
    {
        const bool folded = type.contains(u"icontains");
        QString plain = type;
        plain.replace(u"icontains"_s, u"contains"_s);
        if (plain == u"contains")
            scenario.contains.append(text);
        else if (plain == u"not-contains")
            scenario.notContains.append(text);
        else if (plain == u"contains-all")
            scenario.contains.append(values(value));
        else if (plain == u"contains-any")
            scenario.containsAny.append(values(value));
        else if (plain == u"not-contains-any")
            scenario.notContains.append(values(value));
        else {
            note(one, Tr::tr("the assertion “%1” has no counterpart and was left out.").arg(type));
            return;
        }
        (folded ? scenario.caseInsensitive : m_sensitive) = true;
    }

    QString m_file;
    QString m_prompt;
    const FileNode *m_shared = nullptr;
    bool m_sensitive = false;
    SuiteImport m_import;
};

} // namespace

bool isPromptfoo(const FileNode &root)
{
    const auto isTest = [](const auto &one) {
        return one.second.member(u"vars") != nullptr || one.second.member(u"assert") != nullptr;
    };
    if (root.kind == FileNode::Kind::List)
        return std::ranges::any_of(root.members, isTest);
    return root.member(u"tests") != nullptr && root.member(u"scenarios") == nullptr;
}

Result<SuiteImport> importPromptfoo(const QByteArray &text, const QString &file)
{
    const bool json = file.endsWith(u".json", Qt::CaseInsensitive);
    const auto root = json ? readJson(text, file, limits) : readYaml(text, file, limits);
    if (!root)
        return fail(toError({root.error()}));
    if (!isPromptfoo(*root))
        return fail(Errc::InvalidArgument, Tr::tr("%1 holds no tests of promptfoo.").arg(file));
    SuiteImport import = PromptfooReader(file).read(*root);
    if (import.suite.scenarios.isEmpty())
        return fail(Errc::InvalidArgument,
                    (QStringList{Tr::tr("%1 holds no test that could be taken.").arg(file)} + import.notes)
                        .join(u'\n'));
    return import;
}

} // namespace assay
