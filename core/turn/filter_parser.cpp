// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "base/tr.h"
#include "turn/filter.h"
#include "turn/filter_lexer.h"
#include "turn/filter_literal.h"
#include "turn/filter_problem.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

using Kind = FilterToken::Kind;
using Node = FilterNode;
using Parsed = tl::expected<Node, FilterProblem>;

constexpr int maxPatterns = 32;

/// The texts of two alternatives put into one list, so that printing and reading agree.
Node joined(Node::Kind kind, std::vector<Node> parts)
{
    if (parts.size() == 1)
        return std::move(parts.front());
    Node node{.kind = kind};
    for (Node &part : parts) {
        if (part.kind == kind)
            std::ranges::move(part.children, std::back_inserter(node.children));
        else
            node.children.push_back(std::move(part));
    }
    return node;
}

/// Recursive descent, lowest precedence first: or, and, not, clause.
class Parser
{
public:
    Parser(std::vector<FilterToken> tokens, FilterUses uses, QList<FilterProblem> *hints)
        : m_tokens(std::move(tokens)), m_uses(uses), m_hints(hints)
    {
    }

    Parsed run()
    {
        if (here().kind == Kind::End)
            return Node{};
        Parsed root = readAny(0);
        if (root && here().kind != Kind::End)
            return unexpected();
        return root;
    }

private:
    const FilterToken &here() const { return m_tokens[m_at]; }
    const FilterToken &ahead(std::size_t count) const
    {
        return m_tokens[std::min(m_at + count, m_tokens.size() - 1)];
    }
    FilterToken take() { return m_tokens[m_at + 1 < m_tokens.size() ? m_at++ : m_at]; }
    bool isAnd() const { return here().kind == Kind::And || here().isWord("and"_L1); }
    bool isOr() const { return here().kind == Kind::Or || here().isWord("or"_L1); }
    bool isNot() const { return here().kind == Kind::Not || here().isWord("not"_L1); }

    /// What stands behind a complete condition and is neither "and" nor "or".
    tl::unexpected<FilterProblem> unexpected() const
    {
        const FilterToken &token = here();
        if (token.kind == Kind::Bad)
            return refuseAt(token, token.text);
        if (token.kind == Kind::Close)
            return refuseAt(token, Tr::tr("This parenthesis was never opened."));
        if (token.kind == Kind::Compare)
            return refuseAt(token, Tr::tr("“%1” has no column before it.").arg(filterOperatorText(token.op)));
        return refuseAt(token, Tr::tr("Write and or or between two conditions; a text of several words needs "
                                      "quotation marks."));
    }

    Parsed readAny(int depth)
    {
        std::vector<Node> parts;
        for (;;) {
            Parsed part = readAll(depth);
            if (!part)
                return part;
            parts.push_back(std::move(*part));
            if (!isOr())
                return joined(Node::Kind::Any, std::move(parts));
            take();
        }
    }

    Parsed readAll(int depth)
    {
        std::vector<Node> parts;
        for (;;) {
            const bool word = startsSearch();
            Parsed part = readNot(depth);
            if (!part)
                return part;
            parts.push_back(std::move(*part));
            if (isAnd())
                take();
            else if (!(word && startsSearch())) // words side by side are searched together
                return joined(Node::Kind::All, std::move(parts));
        }
    }

    /// Is what comes next a bare word or a quoted text to search for?
    bool startsSearch() const
    {
        if (here().kind == Kind::Quoted)
            return ahead(1).kind != Kind::Compare;
        return here().kind == Kind::Word && !isFilterKeyword(here().text) &&
               findFilterColumn(here().text) == nullptr && ahead(1).kind != Kind::Compare;
    }

    Parsed readNot(int depth)
    {
        if (!isNot())
            return readPrimary(depth);
        const FilterToken sign = take();
        if (depth >= filterMaxDepth)
            return tooDeep(sign);
        Parsed child = readNot(depth + 1);
        if (!child)
            return child;
        return negated(std::move(*child));
    }

    static Node negated(Node child)
    {
        Node node{.kind = Node::Kind::Not};
        node.children.push_back(std::move(child));
        return node;
    }

    tl::unexpected<FilterProblem> tooDeep(const FilterToken &token) const
    {
        return refuseAt(
            token, Tr::tr("A filter is at most %1 levels of parentheses and not deep.").arg(filterMaxDepth));
    }

    Parsed readPrimary(int depth)
    {
        const FilterToken token = here();
        switch (token.kind) {
        case Kind::Open: return readGroup(depth);
        case Kind::Word:
            if (token.isWord("exists"_L1))
                return readExists();
            if (isFilterKeyword(token.text))
                return refuseAt(token, Tr::tr("A condition is missing before “%1”.").arg(token.text));
            return readClause();
        case Kind::Quoted: take(); return searched(token);
        case Kind::End:
            return refuseAt(token, m_at == 0 ? Tr::tr("Here a condition is missing.")
                                             : Tr::tr("The filter ends where a condition is expected."));
        case Kind::And:
        case Kind::Or:
        case Kind::Comma:
        case Kind::Not: return refuseAt(token, Tr::tr("Here a condition is missing."));
        case Kind::Compare:
        case Kind::Close:
        case Kind::Bad: break;
        }
        if (token.kind == Kind::Close && m_at > 0)
            return refuseAt(token, Tr::tr("Here a condition is missing."));
        return unexpected();
    }

    Parsed readGroup(int depth)
    {
        const FilterToken open = take();
        if (depth >= filterMaxDepth)
            return tooDeep(open);
        Parsed inside = readAny(depth + 1);
        if (!inside)
            return inside;
        if (here().kind == Kind::End)
            return refuseAt(open, Tr::tr("This parenthesis is not closed."));
        if (here().kind != Kind::Close)
            return unexpected();
        take();
        return inside;
    }

    Parsed readExists()
    {
        take();
        const FilterToken name = here();
        const auto column = filterColumnAt(name, m_uses);
        if (!column)
            return tl::unexpected(column.error());
        take();
        if (!addTerm())
            return tooMany(name);
        return Node{.kind = Node::Kind::Clause, .column = (*column)->column, .op = FilterOperator::Exists};
    }

    /// Does the word at hand look like a column that is compared with something?
    bool isCompared() const
    {
        const FilterToken &next = ahead(1);
        if (next.kind == Kind::Compare)
            return true;
        const std::optional<FilterOperator> op = filterOperatorWord(next);
        if (op == FilterOperator::In)
            return ahead(2).kind == Kind::Open;
        return op && !nearestOf(here().text.toLower(), filterColumnNames(m_uses)).isEmpty();
    }

    Parsed readClause()
    {
        const FilterToken name = here();
        if (findFilterColumn(name.text) == nullptr && !isCompared()) {
            take();
            return searched(name);
        }
        const auto found = filterColumnAt(name, m_uses);
        if (!found)
            return tl::unexpected(found.error());
        const FilterColumnInfo &column = **found;
        take();
        const bool inverted = isNot() && filterOperatorWord(ahead(1));
        if (inverted)
            take();
        const FilterToken sign = here();
        const std::optional<FilterOperator> op =
            sign.kind == Kind::Compare ? std::optional(sign.op) : filterOperatorWord(sign);
        if (!op)
            return withoutOperator(name, column);
        take();
        if (!filterOperatorsOf(column.type).contains(*op))
            return refuseOperator(sign, column, *op);
        Parsed clause = *op == FilterOperator::In ? readList(column) : readComparison(column, *op);
        if (clause && (inverted || sign.negated))
            return negated(std::move(*clause));
        return clause;
    }

    Parsed withoutOperator(const FilterToken &name, const FilterColumnInfo &column)
    {
        if (here().kind == Kind::Bad)
            return refuseAt(here(), here().text);
        if (column.type == FilterType::Flag) {
            if (!addTerm())
                return tooMany(name);
            return clauseOf(column, FilterOperator::Equal, {FilterValue{.integer = 1}});
        }
        return refuseAt(name,
                        Tr::tr("After “%1” an operator is missing: %2. To search for the word itself put it "
                               "in quotation marks.")
                            .arg(QLatin1StringView(column.name), filterOperatorList(column)));
    }

    static Node clauseOf(const FilterColumnInfo &column, FilterOperator op, QList<FilterValue> values)
    {
        return Node{
            .kind = Node::Kind::Clause, .column = column.column, .op = op, .values = std::move(values)};
    }

    Parsed searched(const FilterToken &token)
    {
        const FilterColumnInfo &column = filterColumn(FilterColumn::Text);
        if (!addTerm())
            return tooMany(token);
        auto value = readFilterLiteral(column, FilterOperator::Contains, token.text);
        if (!value)
            return refuseAt(token, Tr::tr("There is nothing between these quotation marks."));
        return clauseOf(column, FilterOperator::Contains, {std::move(*value)});
    }

    Parsed readComparison(const FilterColumnInfo &column, FilterOperator op)
    {
        auto value = readValue(column, op);
        if (!value)
            return tl::unexpected(std::move(value.error()));
        return clauseOf(column, op, {std::move(*value)});
    }

    Parsed readList(const FilterColumnInfo &column)
    {
        if (here().kind != Kind::Open)
            return refuseAt(here(), Tr::tr("After “in” comes a list in parentheses, such as: %1 in (a, b).")
                                        .arg(QLatin1StringView(column.name)));
        const FilterToken open = take();
        QList<FilterValue> values;
        for (;;) {
            auto value = readValue(column, FilterOperator::In);
            if (!value)
                return tl::unexpected(std::move(value.error()));
            values.append(std::move(*value));
            if (here().kind == Kind::Bad)
                return refuseAt(here(), here().text);
            if (here().kind == Kind::End)
                return refuseAt(open, Tr::tr("This parenthesis is not closed."));
            if (here().kind != Kind::Comma && here().kind != Kind::Close)
                return refuseAt(here(), Tr::tr("Between the values of a list stands a comma."));
            if (take().kind == Kind::Close)
                return clauseOf(column, FilterOperator::In, std::move(values));
        }
    }

    tl::expected<FilterValue, FilterProblem> readValue(const FilterColumnInfo &column, FilterOperator op)
    {
        const FilterToken token = here();
        if (token.kind == Kind::Bad)
            return refuseAt(token, token.text);
        if (token.kind != Kind::Word && token.kind != Kind::Quoted)
            return refuseAt(token, Tr::tr("Here a value is missing: “%1” is %2.")
                                       .arg(QLatin1StringView(column.name), filterTypeHelp(column.type)));
        take();
        if (!addTerm())
            return tooMany(token);
        if (op == FilterOperator::Matches && ++m_patterns > maxPatterns)
            return refuseAt(token, Tr::tr("A filter holds at most %1 regular expressions.").arg(maxPatterns));
        auto value = readFilterLiteral(column, op, token.text);
        if (!value)
            return refuseAt(token, value.error().sentence, value.error().suggestion);
        noteSlip(column, op, token, *value);
        return *value;
    }

    void noteSlip(const FilterColumnInfo &column, FilterOperator op, const FilterToken &token,
                  const FilterValue &value)
    {
        const bool wholeToken = column.type == FilterType::Token && op != FilterOperator::Matches &&
                                op != FilterOperator::Contains;
        if (m_hints == nullptr || !wholeToken || !knownFilterValue(column, value.text).isEmpty())
            return;
        if (const QString near = nearestFilterValue(column, value.text); !near.isEmpty())
            m_hints->append(problemAt(
                token, Tr::tr("No producer is known to send “%1”.").arg(value.text.left(40)), near));
    }

    bool addTerm() { return ++m_terms <= filterMaxTerms; }
    static tl::unexpected<FilterProblem> tooMany(const FilterToken &token)
    {
        return refuseAt(token, Tr::tr("A filter has at most %1 conditions and values.").arg(filterMaxTerms));
    }

    std::vector<FilterToken> m_tokens;
    FilterUses m_uses;
    QList<FilterProblem> *m_hints;
    std::size_t m_at = 0;
    int m_terms = 0;
    int m_patterns = 0;
};

tl::expected<Filter, FilterProblem> parse(QStringView text, FilterUses uses, QList<FilterProblem> *hints)
{
    if (text.size() > filterMaxLength)
        return tl::unexpected(
            FilterProblem{.position = filterMaxLength,
                          .length = text.size() - filterMaxLength,
                          .sentence = Tr::tr("A filter has at most %1 characters; this one has %2.")
                                          .arg(filterMaxLength)
                                          .arg(text.size())});
    Parsed root = Parser(filterTokens(text), uses, hints).run();
    if (!root)
        return tl::unexpected(std::move(root.error()));
    return Filter(std::move(*root));
}

} // namespace

tl::expected<Filter, FilterProblem> parseFilter(QStringView text, FilterUses uses)
{
    return parse(text, uses, nullptr);
}

QList<FilterProblem> filterHints(QStringView text, FilterUses uses)
{
    QList<FilterProblem> hints;
    return parse(text, uses, &hints) ? hints : QList<FilterProblem>();
}

} // namespace assay
