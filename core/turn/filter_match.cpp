// SPDX-License-Identifier: Apache-2.0
#include "turn/filter.h"
#include "turn/filter_lexer.h"
#include "turn/filter_literal.h"
#include "turn/text_pattern.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

using Op = FilterOperator;

/// SQL's three truths.
enum class Truth : std::uint8_t { False, True, Unknown };

Truth truth(bool value)
{
    return value ? Truth::True : Truth::False;
}

Truth inverse(Truth value)
{
    if (value == Truth::Unknown)
        return value;
    return truth(value == Truth::False);
}

template<typename T>
bool compare(T value, Op op, T literal)
{
    switch (op) {
    case Op::Equal:
    case Op::In: return value == literal;
    case Op::NotEqual: return value != literal;
    case Op::Less: return value < literal;
    case Op::LessOrEqual: return value <= literal;
    case Op::Greater: return value > literal;
    case Op::GreaterOrEqual: return value >= literal;
    case Op::Matches:
    case Op::Contains:
    case Op::Exists: break;
    }
    return false;
}

bool isReal(FilterType type)
{
    return type == FilterType::Score || type == FilterType::Share;
}

bool isText(FilterType type)
{
    return type == FilterType::Token || type == FilterType::Text;
}

/// One of the row's texts against one literal; != is asked as = and turned round by the caller.
bool textFits(QStringView text, Op op, const FilterValue &value)
{
    if (op == Op::Matches)
        return value.pattern && value.pattern->isIn(text);
    return op == Op::Contains ? containsFolded(text, value.text) : text == value.text;
}

Truth matchTexts(const FilterNode &clause, const FilterRow &row)
{
    const std::optional<FilterTexts> texts = row.texts(clause.column);
    if (!texts)
        return Truth::Unknown;
    bool found = false;
    for (const QStringView text : *texts)
        for (const FilterValue &value : clause.values)
            found = found || textFits(text, clause.op, value);
    return truth(found != (clause.op == Op::NotEqual));
}

Truth matchIntegers(const FilterNode &clause, const FilterRow &row, bool time, UtcTime now)
{
    const std::optional<qint64> figure = row.integer(clause.column);
    if (!figure)
        return Truth::Unknown;
    for (const FilterValue &value : clause.values)
        if (compare(*figure, clause.op, time ? filterTimeMicros(value, now) : value.integer))
            return Truth::True;
    return Truth::False;
}

Truth matchReals(const FilterNode &clause, const FilterRow &row)
{
    const std::optional<double> figure = row.real(clause.column);
    if (!figure)
        return Truth::Unknown;
    for (const FilterValue &value : clause.values)
        if (compare(*figure, clause.op, value.real))
            return Truth::True;
    return Truth::False;
}

bool exists(const FilterNode &clause, const FilterRow &row, FilterType type)
{
    if (isReal(type))
        return row.real(clause.column).has_value();
    if (!isText(type))
        return row.integer(clause.column).has_value();
    const std::optional<FilterTexts> texts = row.texts(clause.column);
    return texts && !texts->isEmpty();
}

Truth matchClause(const FilterNode &clause, const FilterRow &row, UtcTime now)
{
    const FilterType type = filterColumn(clause.column).type;
    if (clause.op == Op::Exists)
        return truth(exists(clause, row, type));
    if (isReal(type))
        return matchReals(clause, row);
    if (isText(type))
        return matchTexts(clause, row);
    return matchIntegers(clause, row, type == FilterType::Time, now);
}

Truth evaluate(const FilterNode &node, const FilterRow &row, UtcTime now)
{
    if (node.kind == FilterNode::Kind::Clause)
        return matchClause(node, row, now);
    if (node.kind == FilterNode::Kind::Not)
        return inverse(evaluate(node.children.front(), row, now));
    // One False decides "and", one True decides "or"; otherwise an Unknown does.
    const Truth decisive = truth(node.kind == FilterNode::Kind::Any);
    Truth all = inverse(decisive);
    for (const FilterNode &child : node.children) {
        const Truth one = evaluate(child, row, now);
        if (one == decisive)
            return decisive;
        if (one == Truth::Unknown)
            all = Truth::Unknown;
    }
    return all;
}

QString valueText(const FilterColumnInfo &column, const FilterRow &row)
{
    constexpr qsizetype longest = 200;
    if (isReal(column.type)) {
        const std::optional<double> figure = row.real(column.column);
        return figure ? filterFigureText(column.type, *figure) : QString();
    }
    if (!isText(column.type)) {
        const std::optional<qint64> figure = row.integer(column.column);
        return figure ? filterFigureText(column.type, *figure) : QString();
    }
    QString all;
    if (const std::optional<FilterTexts> texts = row.texts(column.column))
        for (const QStringView text : *texts)
            if (all.size() < longest)
                all.append(all.isEmpty() ? u""_s : u", "_s).append(text.left(longest));
    return all.left(longest);
}

/// Gathers the clauses that make `node` come out as `wanted`, which it does.
void explain(const FilterNode &node, const FilterRow &row, UtcTime now, Truth wanted,
             QList<FilterReason> &out)
{
    if (node.kind == FilterNode::Kind::Clause) {
        const QString text = Filter(node).toString();
        out.append(FilterReason{.clause = wanted == Truth::True ? text : u"not "_s + text,
                                .value = valueText(filterColumn(node.column), row)});
        return;
    }
    if (node.kind == FilterNode::Kind::Not) {
        explain(node.children.front(), row, now, inverse(wanted), out);
        return;
    }
    for (const FilterNode &child : node.children)
        if (evaluate(child, row, now) == wanted)
            explain(child, row, now, wanted, out);
}

} // namespace

bool Filter::matches(const FilterRow &row, UtcTime now) const
{
    return evaluate(*m_root, row, now) == Truth::True;
}

QList<FilterReason> Filter::why(const FilterRow &row, UtcTime now) const
{
    QList<FilterReason> reasons;
    if (matches(row, now))
        explain(*m_root, row, now, Truth::True, reasons);
    return reasons;
}

} // namespace assay
