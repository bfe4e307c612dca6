// SPDX-License-Identifier: Apache-2.0
#include "settings/toml_file.h"

#include "base/text.h"
#include "base/tr.h"
#include "settings/toml_scan.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <toml++/toml.h>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepestAllowedKey = 64;

QString fromStd(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Collects what one file says and what is wrong with it.
class Reader
{
public:
    explicit Reader(QString file) : m_file(std::move(file)) {}

    void readRoot(const toml::table &root)
    {
        QStringList sections;
        for (const Setting &setting : settingsTable)
            if (const QString section = sectionOf(setting); !sections.contains(section))
                sections.append(section);
        for (const auto &[key, node] : root) {
            const QString name = fromStd(key.str());
            const int line = static_cast<int>(key.source().begin.line);
            if (!sections.contains(name))
                unknown(name, node, sections, line);
            else if (const toml::table *section = node.as_table())
                readSection(name, *section);
            else
                add(SettingProblemKind::WrongType, name, line,
                    Tr::tr("This is a section and must be written [%1].").arg(name));
        }
    }

    void add(SettingProblemKind kind, const QString &key, int line, QString what, QString nearest = {})
    {
        m_problems.append({.kind = kind,
                           .where = QFileInfo(m_file).fileName(),
                           .line = line,
                           .key = key,
                           .nearest = std::move(nearest),
                           .what = std::move(what)});
    }

    tl::expected<SettingEntries, QList<SettingProblem>> result() &&
    {
        std::ranges::stable_sort(m_problems, {}, &SettingProblem::line);
        if (!m_problems.isEmpty())
            return tl::unexpected(std::move(m_problems));
        return std::move(m_entries);
    }

private:
    void readSection(const QString &section, const toml::table &table)
    {
        for (const auto &[key, node] : table) {
            const QString name = section + u'.' + fromStd(key.str());
            const int line = static_cast<int>(key.source().begin.line);
            const std::optional<int> index = settingIndex(name);
            if (!index)
                unknown(name, node, {}, line);
            else
                readValue(*index, name, node, line);
        }
    }

    /// A name nobody declared: a section when `sections` is given, else a key.
    void unknown(const QString &name, const toml::node &node, const QStringList &sections, int line)
    {
        if (node.is_string() && namesSecret(name)) {
            add(SettingProblemKind::SecretOutOfPlace, name, line,
                Tr::tr("Secrets do not belong in this file. Remove it, then store it in the keyring under "
                       "Settings, or "
                       "set its variable, such as OPENAI_API_KEY."));
        } else if (sections.isEmpty() || !node.is_table()) {
            add(SettingProblemKind::UnknownKey, name, line, Tr::tr("There is no such setting."),
                unknownKey(name).nearest);
        } else {
            add(SettingProblemKind::UnknownSection, name, line, Tr::tr("There is no such section."),
                nearestOf(name, sections));
        }
    }

    static bool namesSecret(const QString &name)
    {
        static constexpr std::array endings{"key", "password", "secret", "token", "passwd", "credentials"};
        const QString last = name.sliced(name.lastIndexOf(u'.') + 1).toLower();
        return std::ranges::any_of(endings,
                                   [&](const char *end) { return last.endsWith(QLatin1StringView(end)); });
    }

    void readValue(int index, const QString &name, const toml::node &node, int line)
    {
        const Setting &setting = settingAt(index);
        const auto wrong = [&](SettingProblem problem) {
            add(problem.kind, name, line, problem.what, problem.nearest);
        };
        if (setting.type == SettingType::Secret) {
            wrong(
                {.kind = SettingProblemKind::SecretOutOfPlace,
                 .what =
                     Tr::tr(
                         "Secrets do not belong in this file. Remove it, then store it in the keyring under "
                         "Settings, or set %1.")
                         .arg(QString::fromLatin1(setting.environment))});
            return;
        }
        tl::expected<SettingValue, SettingProblem> value = valueOf(setting, node);
        if (!value)
            return wrong(value.error());
        if (const std::optional<SettingProblem> problem = checkSetting(setting, *value))
            return wrong(*problem);
        m_entries.insert(index,
                         {std::move(*value), {.kind = OriginKind::File, .name = m_file, .line = line}});
    }

    static QString kindOf(const toml::node &node)
    {
        switch (node.type()) {
        case toml::node_type::boolean: return Tr::tr("true or false");
        case toml::node_type::integer: return Tr::tr("a whole number");
        case toml::node_type::floating_point: return Tr::tr("a number");
        case toml::node_type::string: return Tr::tr("a text");
        case toml::node_type::array: return Tr::tr("a list");
        case toml::node_type::table: return Tr::tr("a table");
        case toml::node_type::none:
        case toml::node_type::date:
        case toml::node_type::time:
        case toml::node_type::date_time: return Tr::tr("a date or time");
        }
        Q_UNREACHABLE();
    }

    static QString expectedOf(SettingType type)
    {
        switch (type) {
        case SettingType::Bool: return Tr::tr("true or false");
        case SettingType::Integer:
        case SettingType::Duration: return Tr::tr("a whole number");
        case SettingType::Number:
        case SettingType::Money: return Tr::tr("a number");
        case SettingType::Text:
        case SettingType::Choice:
        case SettingType::Secret: return Tr::tr("a text");
        case SettingType::TextList: return Tr::tr("a list of texts");
        }
        Q_UNREACHABLE();
    }

    static tl::expected<SettingValue, SettingProblem> valueOf(const Setting &setting, const toml::node &node)
    {
        const auto mismatch = [&] {
            return tl::unexpected(SettingProblem{
                .kind = SettingProblemKind::WrongType,
                .what = Tr::tr("Expected %1, got %2.").arg(expectedOf(setting.type), kindOf(node))});
        };
        switch (setting.type) {
        case SettingType::Bool: return node.is_boolean() ? asValue(node.as_boolean()->get()) : mismatch();
        case SettingType::Integer:
            return node.is_integer() ? asValue(qint64(node.as_integer()->get())) : mismatch();
        case SettingType::Duration:
            if (!node.is_integer())
                return mismatch();
            return inRange(setting, static_cast<double>(node.as_integer()->get()));
        case SettingType::Number:
        case SettingType::Money:
            if (!node.is_number())
                return mismatch();
            return inRange(setting, *node.value<double>());
        case SettingType::Text:
        case SettingType::Choice:
        case SettingType::Secret:
            return node.is_string() ? asValue(fromStd(node.as_string()->get())) : mismatch();
        case SettingType::TextList: {
            const toml::array *array = node.as_array();
            if (array == nullptr)
                return mismatch();
            QStringList list;
            for (const toml::node &entry : *array) {
                if (!entry.is_string())
                    return mismatch();
                list.append(fromStd(entry.as_string()->get()));
            }
            return asValue(list);
        }
        }
        Q_UNREACHABLE();
    }

    template<typename T>
    static tl::expected<SettingValue, SettingProblem> asValue(T value)
    {
        // In place: g++ 12 takes a moved variant for a read of its unused text ("maybe uninitialized").
        return tl::expected<SettingValue, SettingProblem>(tl::in_place, std::in_place_type<T>,
                                                          std::move(value));
    }

    /// Checked as a double first: what is out of range may not fit a duration or an amount.
    static tl::expected<SettingValue, SettingProblem> inRange(const Setting &setting, double number)
    {
        if (const std::optional<SettingProblem> problem = checkSetting(setting, SettingValue(number)))
            return tl::unexpected(*problem);
        return numericValue(setting, number);
    }

    QString m_file;
    SettingEntries m_entries;
    QList<SettingProblem> m_problems;
};

void addSyntaxError(Reader &reader, const QByteArray &text, const toml::parse_error &error)
{
    const int line = static_cast<int>(error.source().begin.line);
    QString key;
    for (const TomlStatement &statement : scanToml(text))
        if (statement.line <= line)
            key = statement.key;
    const QString said = fromStd(error.description());
    if (said.contains("redefine"_L1))
        return reader.add(SettingProblemKind::Duplicate, key, line,
                          Tr::tr("This stands in the file twice. Remove one of them."));
    // The parser's own words may quote the value, so they are told only where no value can be a secret.
    const qsizetype end = said.indexOf(u';');
    const QString words =
        looksLikeSecret(key) || said.contains(u'\'') ? QString() : said.first(end < 0 ? said.size() : end);
    reader.add(SettingProblemKind::Syntax, key, line,
               words.isEmpty() ? Tr::tr("This is not valid TOML; a text needs quotes around it.")
                               : Tr::tr("This is not valid TOML (%1).").arg(words));
}

int lineOfFirstBadByte(const QByteArray &text)
{
    qsizetype begin = 0;
    for (int line = 1;; ++line) {
        const qsizetype end = text.indexOf('\n', begin);
        const QByteArrayView here = QByteArrayView(text).sliced(begin, (end < 0 ? text.size() : end) - begin);
        if (!isValidUtf8(here) || end < 0)
            return line;
        begin = end + 1;
    }
}

} // namespace

tl::expected<SettingEntries, QList<SettingProblem>> readSettingsText(const QByteArray &text,
                                                                     const QString &name)
{
    Reader reader(name);
    if (text.size() > largestSettingsFile) {
        reader.add(SettingProblemKind::TooLarge, {}, 0,
                   Tr::tr("The file is larger than %1 KiB; this is no settings file.")
                       .arg(largestSettingsFile >> 10));
    } else if (!isValidUtf8(text)) {
        reader.add(SettingProblemKind::NotUtf8, {}, lineOfFirstBadByte(text),
                   Tr::tr("The file is not UTF-8 text."));
    } else if (deepestKey(text) > deepestAllowedKey) {
        reader.add(SettingProblemKind::Syntax, {}, 0,
                   Tr::tr("A name is nested too deep; this is no settings file."));
    } else {
        try {
            reader.readRoot(
                toml::parse(std::string_view(text.constData(), static_cast<std::size_t>(text.size()))));
        } catch (const toml::parse_error &error) {
            addSyntaxError(reader, text, error);
        }
    }
    return std::move(reader).result();
}

tl::expected<SettingEntries, QList<SettingProblem>> readSettingsFile(const QString &path)
{
    QFile file(path);
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly)) {
        Reader reader(path);
        reader.add(SettingProblemKind::Unreadable, {}, 0,
                   Tr::tr("The settings file %1 cannot be read: %2")
                       .arg(path, QFileInfo(path).isDir() ? Tr::tr("it is a folder.") : file.errorString()));
        return std::move(reader).result();
    }
    return readSettingsText(file.read(largestSettingsFile + 1), path);
}

} // namespace assay
