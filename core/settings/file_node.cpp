// SPDX-License-Identifier: Apache-2.0
#include "settings/file_node.h"

#include "base/text.h"
#include "base/tr.h"
#include "settings/toml_scan.h"

#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <toml++/toml.h>
#include <yaml-cpp/yaml.h>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 32;

/// Too many or too deep; leaves this file as a problem.
struct TooMuch
{
    int line;
};

QString fromStd(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

SettingProblem problem(SettingProblemKind kind, const QString &file, int line, const QString &what)
{
    return {.kind = kind, .where = QFileInfo(file).fileName(), .line = line, .what = what};
}

/// What must hold before any parser sees the text.
std::optional<SettingProblem> unfit(const QByteArray &text, const QString &file, FileLimits limits)
{
    if (text.size() > limits.bytes)
        return problem(SettingProblemKind::TooLarge, file, 0,
                       Tr::tr("The file is larger than %1 KiB.").arg(limits.bytes >> 10));
    if (!isValidUtf8(text))
        return problem(SettingProblemKind::NotUtf8, file, 0, Tr::tr("The file is not UTF-8 text."));
    return std::nullopt;
}

class TomlReader
{
public:
    explicit TomlReader(int most) : m_most(most) {}

    FileNode read(const toml::node &node, int depth = 0)
    {
        FileNode result{.line = static_cast<int>(node.source().begin.line),
                        .column = static_cast<int>(node.source().begin.column)};
        if (depth > deepest || ++m_count > m_most)
            throw TooMuch{result.line};
        if (const toml::table *table = node.as_table()) {
            result.kind = FileNode::Kind::Table;
            for (const auto &[key, value] : *table) {
                FileNode child = read(value, depth + 1);
                // A table's own place is its body's; people look for its name.
                child.line = static_cast<int>(key.source().begin.line);
                result.members.append({fromStd(key.str()), std::move(child)});
            }
            std::ranges::stable_sort(result.members, {}, [](const auto &one) { return one.second.line; });
        } else if (const toml::array *array = node.as_array()) {
            result.kind = FileNode::Kind::List;
            for (const toml::node &value : *array)
                result.members.append({QString(), read(value, depth + 1)});
        } else {
            readScalar(node, result);
        }
        return result;
    }

private:
    static void readScalar(const toml::node &node, FileNode &result)
    {
        if (const auto text = node.value<std::string_view>(); node.is_string()) {
            result.kind = FileNode::Kind::Text;
            result.text = fromStd(*text);
        } else if (node.is_number()) {
            result.kind = FileNode::Kind::Number;
            result.number = *node.value<double>();
        } else if (node.is_boolean()) {
            result.kind = FileNode::Kind::Flag;
            result.flag = *node.value<bool>();
        }
    }

    int m_most;
    int m_count = 0;
};

class YamlReader
{
public:
    explicit YamlReader(int most) : m_most(most) {}

    FileNode read(const YAML::Node &node, int depth = 0)
    {
        FileNode result{.line = node.Mark().line + 1, .column = node.Mark().column + 1};
        if (depth > deepest || ++m_count > m_most)
            throw TooMuch{result.line};
        if (node.IsMap()) {
            result.kind = FileNode::Kind::Table;
            for (const auto &entry : node) {
                FileNode child = read(entry.second, depth + 1);
                if (child.kind == FileNode::Kind::Table || child.kind == FileNode::Kind::List)
                    child.line = entry.first.Mark().line + 1;
                result.members.append(
                    {entry.first.IsScalar() ? fromStd(entry.first.Scalar()) : u"?"_s, std::move(child)});
            }
        } else if (node.IsSequence()) {
            result.kind = FileNode::Kind::List;
            for (const YAML::Node &value : node)
                result.members.append({QString(), read(value, depth + 1)});
        } else if (node.IsScalar()) {
            readScalar(node, result);
        }
        return result;
    }

private:
    /// The tag "!" says that the text was in quotes, or a block.
    static void readScalar(const YAML::Node &node, FileNode &result)
    {
        result.kind = FileNode::Kind::Text;
        result.text = fromStd(node.Scalar());
        if (node.Tag() == "!")
            return;
        bool ok = false;
        const double number = result.text.toDouble(&ok);
        if (ok) {
            result.kind = FileNode::Kind::Number;
            result.number = number;
        } else if (result.text == u"true" || result.text == u"false") {
            result.kind = FileNode::Kind::Flag;
            result.flag = result.text == u"true";
        }
    }

    int m_most;
    int m_count = 0;
};

/// Walks JSON that a parser has found valid already, for the lines that the parser does not tell.
class JsonReader
{
public:
    JsonReader(const QByteArray &text, FileLimits limits, int firstLine)
        : m_text(text), m_at(text.startsWith("\xEF\xBB\xBF") ? 3 : 0), m_most(limits.values),
          m_line(firstLine)
    {
    }

    FileNode read(int depth = 0)
    {
        skipSpace();
        FileNode result{.line = m_line};
        if (depth > deepest || ++m_count > m_most)
            throw TooMuch{m_line};
        const char first = m_text.at(m_at);
        if (first == '{' || first == '[') {
            readMembers(result, first == '{', depth);
        } else if (first == '"') {
            result.kind = FileNode::Kind::Text;
            result.text = readText();
        } else {
            readWord(result);
        }
        return result;
    }

private:
    void skipSpace()
    {
        for (; m_at < m_text.size(); ++m_at) {
            const char c = m_text.at(m_at);
            if (c == '\n')
                ++m_line;
            else if (c != ' ' && c != '\t' && c != '\r')
                return;
        }
    }

    void readMembers(FileNode &result, bool table, int depth)
    {
        result.kind = table ? FileNode::Kind::Table : FileNode::Kind::List;
        for (++m_at; skipSpace(), m_text.at(m_at) != '}' && m_text.at(m_at) != ']';) {
            if (m_text.at(m_at) == ',') {
                ++m_at;
                continue;
            }
            QString name;
            if (table) {
                name = readText();
                skipSpace();
                ++m_at; // the colon
            }
            FileNode child = read(depth + 1);
            result.members.append({name, std::move(child)});
        }
        ++m_at;
    }

    /// The parser reads the escapes of one text.
    QString readText()
    {
        const qsizetype begin = m_at;
        for (++m_at; m_text.at(m_at) != '"'; ++m_at)
            if (m_text.at(m_at) == '\\')
                ++m_at;
        ++m_at;
        const QByteArray quoted = m_text.sliced(begin, m_at - begin);
        if (!quoted.contains('\\'))
            return QString::fromUtf8(quoted.sliced(1, quoted.size() - 2));
        return QJsonDocument::fromJson('[' + quoted + ']').array().at(0).toString();
    }

    void readWord(FileNode &result)
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && !QByteArrayView(",]} \t\r\n").contains(m_text.at(m_at)))
            ++m_at;
        result.text = QString::fromUtf8(m_text.sliced(begin, m_at - begin));
        if (result.text == u"null")
            return;
        result.flag = result.text == u"true";
        const bool word = result.flag || result.text == u"false";
        result.kind = word ? FileNode::Kind::Flag : FileNode::Kind::Number;
        result.number = word ? 0.0 : result.text.toDouble();
    }

    const QByteArray &m_text;
    qsizetype m_at;
    int m_most;
    int m_line;
    int m_count = 0;
};

/// Marks texts that begin behind a | or >: their first line is the one below the mark.
void markBlocks(FileNode &node, const QList<QByteArray> &lines)
{
    for (auto &[name, child] : node.members)
        markBlocks(child, lines);
    if (node.kind != FileNode::Kind::Text || node.line < 1 || node.line > lines.size())
        return;
    const QByteArray &line = lines.at(node.line - 1);
    const qsizetype at = node.column - 1;
    node.block = at >= 0 && at < line.size() && (line.at(at) == '|' || line.at(at) == '>');
}

} // namespace

const FileNode *FileNode::member(QStringView name) const
{
    for (const auto &[key, value] : members)
        if (key == name)
            return &value;
    return nullptr;
}

QString kindText(FileNode::Kind kind)
{
    switch (kind) {
    case FileNode::Kind::Nothing: return Tr::tr("nothing");
    case FileNode::Kind::Flag: return Tr::tr("true or false");
    case FileNode::Kind::Number: return Tr::tr("a number");
    case FileNode::Kind::Text: return Tr::tr("a text");
    case FileNode::Kind::List: return Tr::tr("a list");
    case FileNode::Kind::Table: return Tr::tr("a table");
    }
    Q_UNREACHABLE();
}

tl::expected<FileNode, SettingProblem> readToml(const QByteArray &text, const QString &file, FileLimits limits)
{
    if (const std::optional<SettingProblem> found = unfit(text, file, limits))
        return tl::unexpected(*found);
    if (deepestKey(text) > deepest)
        return tl::unexpected(
            problem(SettingProblemKind::Syntax, file, 0, Tr::tr("A name is nested too deep.")));
    try {
        return TomlReader(limits.values).read(
            toml::parse(std::string_view(text.constData(), static_cast<std::size_t>(text.size()))));
    } catch (const toml::parse_error &error) {
        return tl::unexpected(
            problem(SettingProblemKind::Syntax, file, static_cast<int>(error.source().begin.line),
                    Tr::tr("This is not valid TOML (%1).").arg(fromStd(error.description()))));
    } catch (const TooMuch &where) {
        return tl::unexpected(problem(SettingProblemKind::TooLarge, file, where.line,
                                      Tr::tr("The file holds too many values, or nests them too deep.")));
    }
}

tl::expected<FileNode, SettingProblem> readYaml(const QByteArray &text, const QString &file, FileLimits limits)
{
    if (const std::optional<SettingProblem> found = unfit(text, file, limits))
        return tl::unexpected(*found);
    try {
        FileNode root = YamlReader(limits.values).read(YAML::Load(text.toStdString()));
        markBlocks(root, text.split('\n'));
        return root;
    } catch (const YAML::Exception &error) {
        return tl::unexpected(problem(SettingProblemKind::Syntax, file, error.mark.line + 1,
                                      Tr::tr("This cannot be read (%1).").arg(fromStd(error.msg))));
    } catch (const TooMuch &where) {
        return tl::unexpected(problem(SettingProblemKind::TooLarge, file, where.line,
                                      Tr::tr("The file holds too many values, or nests them too deep.")));
    }
}

tl::expected<FileNode, SettingProblem> readJson(const QByteArray &text, const QString &file,
                                                FileLimits limits, int firstLine)
{
    if (const std::optional<SettingProblem> found = unfit(text, file, limits))
        return tl::unexpected(*found);
    QJsonParseError error{};
    QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError) {
        const auto line = static_cast<int>(text.left(error.offset).count('\n'));
        return tl::unexpected(problem(SettingProblemKind::Syntax, file, firstLine + line,
                                      Tr::tr("This is not valid JSON (%1).").arg(error.errorString())));
    }
    try {
        return JsonReader(text, limits, firstLine).read();
    } catch (const TooMuch &where) {
        return tl::unexpected(problem(SettingProblemKind::TooLarge, file, where.line,
                                      Tr::tr("The file holds too many values, or nests them too deep.")));
    }
}

} // namespace assay
