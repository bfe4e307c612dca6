// SPDX-License-Identifier: Apache-2.0
#include "base/tr.h"
#include "turn/filter.h"
#include "turn/filter_lexer.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

using Kind = FilterToken::Kind;
using Span = FilterSpan::Kind;

/// What may come next, found by walking over the tokens; it also knows what each token is.
class Walker
{
public:
    enum class Place : std::uint8_t { Condition, AfterColumn, Value, List, ListValue, AfterValue, Existing };

    Place place() const { return m_place; }
    const FilterColumnInfo *column() const { return m_column; }
    int open() const { return m_open; }
    bool afterSearch() const { return m_afterSearch; }

    /// Goes over `token`. @param next the one behind it
    Span step(const FilterToken &token, const FilterToken &next)
    {
        const bool afterSearch = std::exchange(m_afterSearch, false);
        switch (token.kind) {
        case Kind::Bad: return Span::Unknown;
        case Kind::Compare: m_place = Place::Value; return Span::Operator;
        case Kind::And:
        case Kind::Or:
        case Kind::Not: m_place = Place::Condition; return Span::Keyword;
        case Kind::Open:
            if (m_place == Place::List)
                m_place = Place::ListValue;
            else
                m_place = Place::Condition;
            ++m_open;
            return Span::Bracket;
        case Kind::Close:
            m_place = Place::AfterValue;
            m_open -= m_open > 0 ? 1 : 0;
            return Span::Bracket;
        case Kind::Comma: return Span::Bracket;
        case Kind::Word:
        case Kind::Quoted:
        case Kind::End: break;
        }
        return word(token, next, afterSearch);
    }

private:
    Span word(const FilterToken &token, const FilterToken &next, bool afterSearch)
    {
        switch (m_place) {
        case Place::Value: m_place = Place::AfterValue; return Span::Value;
        case Place::ListValue: return Span::Value;
        case Place::Existing:
            m_place = Place::AfterValue;
            return findFilterColumn(token.text) != nullptr ? Span::Column : Span::Unknown;
        case Place::AfterColumn:
            if (const std::optional<FilterOperator> op = filterOperatorWord(token)) {
                m_place = *op == FilterOperator::In ? Place::List : Place::Value;
                return Span::Keyword;
            }
            if (token.isWord("not"_L1) && filterOperatorWord(next))
                return Span::Keyword;
            break;
        case Place::List:
        case Place::AfterValue:
        case Place::Condition: break;
        }
        return condition(token, next, afterSearch || m_place == Place::Condition);
    }

    Span condition(const FilterToken &token, const FilterToken &next, bool searchFits)
    {
        if (token.kind == Kind::Word && isFilterKeyword(token.text)) {
            m_place = token.isWord("exists"_L1) ? Place::Existing : Place::Condition;
            return Span::Keyword;
        }
        m_column = token.kind == Kind::Word ? findFilterColumn(token.text) : nullptr;
        if (m_column != nullptr) {
            m_place = Place::AfterColumn;
            return Span::Column;
        }
        m_place = Place::AfterValue;
        m_afterSearch = searchFits;
        return next.kind == Kind::Compare ? Span::Unknown : Span::Word;
    }

    Place m_place = Place::Condition;
    const FilterColumnInfo *m_column = nullptr;
    int m_open = 0;
    bool m_afterSearch = false;
};

/// Fills the list of things that may be typed, those that begin with what is typed already first.
class Completer
{
public:
    Completer(const Walker &walker, QString typed, FilterUses uses)
        : m_walker(walker), m_typed(std::move(typed)), m_uses(uses)
    {
    }

    FilterCompletions run(qsizetype start, qsizetype length)
    {
        FilterCompletions all{.start = start, .length = length};
        switch (m_walker.place()) {
        case Walker::Place::Condition:
            addColumns();
            addKeywords({"not", "exists"});
            break;
        case Walker::Place::Existing: addColumns(); break;
        case Walker::Place::AfterColumn:
            addOperators();
            if (m_walker.column()->type == FilterType::Flag)
                addKeywords({"and", "or"});
            break;
        case Walker::Place::Value:
        case Walker::Place::ListValue:
            all.valuesOf =
                m_walker.column() != nullptr ? std::optional(m_walker.column()->column) : std::nullopt;
            addValues();
            break;
        case Walker::Place::List:
            add(FilterCompletion::Kind::Operator, u"("_s, Tr::tr("a list of values"));
            break;
        case Walker::Place::AfterValue:
            addKeywords({"and", "or"});
            if (m_walker.open() > 0)
                add(FilterCompletion::Kind::Operator, u")"_s, {});
            break;
        }
        all.items = m_first + m_then;
        return all;
    }

private:
    void add(FilterCompletion::Kind kind, const QString &text, const QString &help)
    {
        const FilterCompletion item{.kind = kind, .text = text, .help = help};
        if (text.startsWith(m_typed, Qt::CaseInsensitive))
            m_first.append(item);
        else if (text.contains(m_typed, Qt::CaseInsensitive))
            m_then.append(item);
    }

    void addColumns()
    {
        for (const FilterColumnInfo &column : filterColumns())
            if (column.uses & m_uses)
                add(FilterCompletion::Kind::Column, QString::fromLatin1(column.name), filterHelp(column));
    }

    void addKeywords(std::initializer_list<const char *> words)
    {
        for (const char *word : words)
            add(FilterCompletion::Kind::Keyword, QString::fromLatin1(word), keywordHelp(word));
    }

    static QString keywordHelp(std::string_view word)
    {
        if (word == "not")
            return Tr::tr("the opposite; a row without the value stays out");
        if (word == "exists")
            return Tr::tr("the row has a value in this column");
        return word == "and" ? Tr::tr("both conditions hold") : Tr::tr("one of the conditions holds");
    }

    static QString operatorHelp(FilterOperator op)
    {
        switch (op) {
        case FilterOperator::Equal: return Tr::tr("is exactly");
        case FilterOperator::NotEqual: return Tr::tr("is anything else");
        case FilterOperator::Less: return Tr::tr("is below");
        case FilterOperator::LessOrEqual: return Tr::tr("is at most");
        case FilterOperator::Greater: return Tr::tr("is above");
        case FilterOperator::GreaterOrEqual: return Tr::tr("is at least");
        case FilterOperator::Matches: return Tr::tr("a regular expression is found in it, whatever the case");
        case FilterOperator::Contains: return Tr::tr("a text is found in it, whatever the case");
        case FilterOperator::In: return Tr::tr("is one of a list");
        case FilterOperator::Exists: break;
        }
        return {};
    }

    void addOperators()
    {
        for (const FilterOperator op : filterOperatorsOf(m_walker.column()->type))
            add(FilterCompletion::Kind::Operator, filterOperatorText(op), operatorHelp(op));
    }

    /// Names that are known, or figures to begin with.
    static QStringList sampleValues(const FilterColumnInfo &column)
    {
        switch (column.type) {
        case FilterType::Score:
        case FilterType::Share: return {u"0.8"_s, u"0.9"_s, u"0.95"_s};
        case FilterType::Time: return {u"-15m"_s, u"-1h"_s, u"-24h"_s, u"-7d"_s, u"today"_s};
        case FilterType::Duration: return {u"500ms"_s, u"1s"_s, u"2s"_s, u"5s"_s};
        case FilterType::Size: return {u"1kB"_s, u"10kB"_s, u"1MB"_s};
        case FilterType::Money: return {u"$0.001"_s, u"$0.01"_s, u"$0.10"_s};
        case FilterType::Count:
        case FilterType::Flag:
        case FilterType::Token:
        case FilterType::Text: break;
        }
        QStringList known;
        for (const char *name : column.values)
            known.append(QString::fromLatin1(name));
        return known;
    }

    void addValues()
    {
        if (m_walker.column() == nullptr)
            return;
        const QString help =
            m_walker.column()->values.empty() ? filterTypeHelp(m_walker.column()->type) : QString();
        for (const QString &value : sampleValues(*m_walker.column()))
            add(FilterCompletion::Kind::Value, value, help);
    }

    const Walker &m_walker;
    QString m_typed;
    FilterUses m_uses;
    QList<FilterCompletion> m_first;
    QList<FilterCompletion> m_then;
};

} // namespace

QList<FilterSpan> filterSpans(QStringView text)
{
    const std::vector<FilterToken> tokens = filterTokens(text.left(filterMaxLength));
    QList<FilterSpan> spans;
    Walker walker;
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i)
        spans.append(FilterSpan{.start = tokens[i].start,
                                .length = tokens[i].length,
                                .kind = walker.step(tokens[i], tokens[i + 1])});
    return spans;
}

FilterCompletions completeFilter(QStringView text, qsizetype cursor, FilterUses uses)
{
    cursor = std::clamp<qsizetype>(cursor, 0, text.size());
    if (text.size() > filterMaxLength)
        return FilterCompletions{.start = cursor};
    const std::vector<FilterToken> tokens = filterTokens(text);
    Walker walker;
    qsizetype start = cursor;
    qsizetype length = 0;
    QString typed;
    for (std::size_t i = 0; i + 1 < tokens.size() && tokens[i].start < cursor; ++i) {
        const FilterToken &token = tokens[i];
        const bool partial = token.end() >= cursor && token.kind != Kind::Open && token.kind != Kind::Close &&
                             token.kind != Kind::Comma;
        if (partial && (token.kind != Kind::Compare || walker.place() == Walker::Place::AfterColumn)) {
            start = token.start;
            length = token.length;
            typed = text.sliced(start, cursor - start).toString();
            break;
        }
        walker.step(token, tokens[i + 1]);
    }
    return Completer(walker, typed, uses).run(start, length);
}

} // namespace assay
