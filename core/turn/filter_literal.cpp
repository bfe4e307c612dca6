// SPDX-License-Identifier: Apache-2.0
#include "turn/filter_literal.h"

#include "base/text.h"
#include "base/tr.h"
#include "turn/filter_lexer.h"
#include "turn/filter_time.h"
#include "turn/filter_units.h"
#include "turn/text_pattern.h"

#include <charconv>
#include <cmath>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

using Read = tl::expected<FilterValue, LiteralProblem>;

tl::unexpected<LiteralProblem> refuse(QString sentence, QString suggestion = {})
{
    return tl::unexpected(
        LiteralProblem{.sentence = std::move(sentence), .suggestion = std::move(suggestion)});
}

tl::unexpected<LiteralProblem> notOfType(const FilterColumnInfo &column, QStringView text)
{
    return refuse(Tr::tr("“%1” is %2; “%3” is not.")
                      .arg(QLatin1StringView(column.name), filterTypeHelp(column.type), text.left(40)));
}

template<typename T>
std::optional<T> realNumber(const QByteArray &text)
{
    T value{};
    const auto [end, error] = std::from_chars(text.begin(), text.end(), value);
    if (error != std::errc() || end != text.end() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

template<typename T>
QString shortest(T value)
{
    std::array<char, 64> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return error == std::errc() ? QString::fromLatin1(buffer.data(), end - buffer.data()) : QString();
}

/// A share from 0 to 1. Score columns are rounded to float, as the wire has them.
Read readShare(const FilterColumnInfo &column, const QString &text)
{
    const bool percent = text.endsWith(u'%');
    const QByteArray number = QStringView(text).chopped(percent ? 1 : 0).toLatin1();
    const std::optional<double> wide = realNumber<double>(number);
    if (!wide)
        return notOfType(column, text);
    double value = percent ? *wide / 100.0 : *wide;
    if (value < 0.0 || value > 1.0) {
        const bool meantPercent = !percent && value > 1.0 && value <= 100.0;
        return refuse(Tr::tr("“%1” lies between 0 and 1.").arg(QLatin1StringView(column.name)),
                      meantPercent ? text + u'%' : QString());
    }
    if (column.type == FilterType::Score && !percent)
        value = static_cast<double>(realNumber<float>(number).value_or(static_cast<float>(value)));
    else if (column.type == FilterType::Score)
        value = static_cast<double>(static_cast<float>(value));
    return FilterValue{.real = value};
}

Read readFlag(const FilterColumnInfo &column, const QString &text)
{
    const QString word = text.toLower();
    if (word == "yes"_L1 || word == "true"_L1 || word == "1"_L1)
        return FilterValue{.integer = 1};
    if (word == "no"_L1 || word == "false"_L1 || word == "0"_L1)
        return FilterValue{.integer = 0};
    return notOfType(column, text);
}

Read readFigure(const FilterColumnInfo &column, const QString &text)
{
    const Figure figure = readFigureText(column.type, text);
    switch (figure.fault) {
    case FigureFault::None: return FilterValue{.integer = figure.value};
    case FigureFault::NoUnit:
        return refuse(Tr::tr("Which unit is “%1”? A duration needs one: ms, s, min, h or d.").arg(text),
                      text + u's');
    case FigureFault::TooFine:
        return refuse(column.type == FilterType::Money
                          ? Tr::tr("“%1” is finer than a millionth of a dollar.").arg(text)
                          : Tr::tr("“%1” is not a whole number.").arg(text));
    case FigureFault::TooLarge:
        return refuse(Tr::tr("“%1” is larger than anything that could be stored.").arg(text.left(40)));
    case FigureFault::NoFigure: return notOfType(column, text);
    }
    Q_UNREACHABLE();
}

Read readTime(const FilterColumnInfo &column, const QString &text)
{
    const std::optional<FilterValue> value = readTimeText(text);
    if (!value)
        return notOfType(column, text);
    return *value;
}

Read readText(const FilterColumnInfo &column, FilterOperator op, const QString &text)
{
    if (text.isEmpty())
        return refuse(
            Tr::tr("An empty text is never found. To find rows without a value write: not exists %1.")
                .arg(QLatin1StringView(column.name)));
    FilterValue value{.text = text};
    if (op == FilterOperator::Matches) {
        Result<std::shared_ptr<const TextPattern>> pattern = TextPattern::compile(text);
        if (!pattern)
            return refuse(pattern.error().message);
        value.pattern = std::move(*pattern);
        return value;
    }
    if (op == FilterOperator::Contains || column.type != FilterType::Token)
        return value;
    if (const QString known = knownFilterValue(column, text); !known.isEmpty()) {
        value.text = known;
    } else if (column.closed) {
        QStringList all;
        for (const char *name : column.values)
            all.append(QString::fromLatin1(name));
        return refuse(Tr::tr("“%1” has no value “%2”; it has %3.")
                          .arg(QLatin1StringView(column.name), text.left(40), all.join(u", ")),
                      nearestFilterValue(column, text));
    }
    return value;
}

/// Lower case without underscores and hyphens: ToolExecution, tool_execution, tool-execution.
QString folded(QStringView text)
{
    QString out;
    for (const QChar c : text)
        if (c != u'_' && c != u'-')
            out += c.toCaseFolded();
    return out;
}

} // namespace

tl::expected<FilterValue, LiteralProblem> readFilterLiteral(const FilterColumnInfo &column, FilterOperator op,
                                                            const QString &text)
{
    switch (column.type) {
    case FilterType::Score:
    case FilterType::Share: return readShare(column, text);
    case FilterType::Flag: return readFlag(column, text);
    case FilterType::Count:
    case FilterType::Duration:
    case FilterType::Size:
    case FilterType::Money: return readFigure(column, text);
    case FilterType::Time: return readTime(column, text);
    case FilterType::Token:
    case FilterType::Text: return readText(column, op, text);
    }
    Q_UNREACHABLE();
}

QString filterFigureText(FilterType type, double value)
{
    return type == FilterType::Score ? shortest(static_cast<float>(value)) : shortest(value);
}

QString filterFigureText(FilterType type, qint64 value)
{
    if (type == FilterType::Flag)
        return value != 0 ? u"yes"_s : u"no"_s;
    return type == FilterType::Time ? timeText(FilterValue{.integer = value}) : figureText(type, value);
}

QString filterValueText(const FilterColumnInfo &column, FilterOperator op, const FilterValue &value)
{
    switch (column.type) {
    case FilterType::Score:
    case FilterType::Share: return filterFigureText(column.type, value.real);
    case FilterType::Time: return timeText(value);
    case FilterType::Flag:
    case FilterType::Count:
    case FilterType::Duration:
    case FilterType::Size:
    case FilterType::Money: return filterFigureText(column.type, value.integer);
    case FilterType::Token:
    case FilterType::Text: break;
    }
    const bool plain = op != FilterOperator::Matches && isPlainFilterWord(value.text);
    return plain ? value.text : quotedFilterText(value.text);
}

QString knownFilterValue(const FilterColumnInfo &column, QStringView text)
{
    const QString wanted = folded(text);
    for (const char *name : column.values)
        if (folded(QString::fromLatin1(name)) == wanted)
            return QString::fromLatin1(name);
    return {};
}

QString nearestFilterValue(const FilterColumnInfo &column, QStringView text)
{
    QStringList all;
    for (const char *name : column.values)
        all.append(QString::fromLatin1(name));
    const bool upper = !all.isEmpty() && all.first().isUpper();
    return nearestOf(upper ? text.toString().toUpper() : text.toString().toLower(), all);
}

} // namespace assay
