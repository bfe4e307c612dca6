// SPDX-License-Identifier: Apache-2.0
#include "turn/filter.h"

#include "turn/filter_lexer.h"
#include "turn/filter_literal.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// A bare word, where that reads as the same search.
std::optional<QString> bareSearch(const FilterNode &clause)
{
    if (clause.column != FilterColumn::Text || clause.op != FilterOperator::Contains)
        return std::nullopt;
    const QString &text = clause.values.front().text;
    const FilterToken token{.kind = FilterToken::Kind::Word, .text = text};
    const bool plain = isPlainFilterWord(text) && !isFilterKeyword(text) && !filterOperatorWord(token) &&
                       findFilterColumn(text) == nullptr;
    return plain ? text : quotedFilterText(text);
}

QString clauseText(const FilterNode &clause)
{
    const FilterColumnInfo &column = filterColumn(clause.column);
    const QString name = QString::fromLatin1(column.name);
    if (clause.op == FilterOperator::Exists)
        return u"exists "_s + name;
    if (const std::optional<QString> bare = bareSearch(clause))
        return *bare;
    QStringList values;
    for (const FilterValue &value : clause.values)
        values.append(filterValueText(column, clause.op, value));
    const QString list = values.join(u", "_s);
    return name + u' ' + filterOperatorText(clause.op) + u' ' +
           (clause.op == FilterOperator::In ? u'(' + list + u')' : list);
}

QString nodeText(const FilterNode &node);

QString childText(const FilterNode &child)
{
    const bool group = child.kind == FilterNode::Kind::All || child.kind == FilterNode::Kind::Any;
    return group ? u'(' + nodeText(child) + u')' : nodeText(child);
}

QString nodeText(const FilterNode &node)
{
    if (node.kind == FilterNode::Kind::Clause)
        return clauseText(node);
    if (node.kind == FilterNode::Kind::Not)
        return u"not "_s + childText(node.children.front());
    QStringList parts;
    for (const FilterNode &child : node.children)
        parts.append(childText(child));
    return parts.join(node.kind == FilterNode::Kind::All ? u" and "_s : u" or "_s);
}

bool speaksOfNow(const FilterNode &node)
{
    return std::ranges::any_of(
               node.values,
               [](const FilterValue &value) { return value.base != FilterValue::Base::Absolute; }) ||
           std::ranges::any_of(node.children, speaksOfNow);
}

} // namespace

bool FilterValue::operator==(const FilterValue &other) const
{
    return real == other.real && integer == other.integer && base == other.base && text == other.text;
}

Filter::Filter()
{
    static const auto everything = std::make_shared<const FilterNode>();
    m_root = everything;
}

Filter::Filter(FilterNode root) : m_root(std::make_shared<const FilterNode>(std::move(root))) {}

bool Filter::isEmpty() const
{
    return m_root->kind == FilterNode::Kind::All && m_root->children.empty();
}

QString Filter::toString() const
{
    return nodeText(*m_root);
}

bool Filter::isRelative() const
{
    return speaksOfNow(*m_root);
}

QString filterLiteral(const FilterColumnInfo &column, QStringView value)
{
    const bool plain = isPlainFilterWord(value);
    const bool text = column.type == FilterType::Token || column.type == FilterType::Text;
    return plain || !text ? value.toString() : quotedFilterText(value);
}

} // namespace assay
