// SPDX-License-Identifier: Apache-2.0
#include "store/filter_sql.h"

#include "base/tr.h"
#include "store/filter_columns_sql.h"
#include "turn/scores.h"
#include "turn/text_pattern.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

using Op = FilterOperator;
using Shape = FilterColumnSql::Shape;

QString sign(Op op)
{
    switch (op) {
    case Op::Equal:
    case Op::In: return u"="_s;
    case Op::NotEqual: return u"<>"_s;
    case Op::Less: return u"<"_s;
    case Op::LessOrEqual: return u"<="_s;
    case Op::Greater: return u">"_s;
    case Op::GreaterOrEqual: return u">="_s;
    case Op::Matches:
    case Op::Contains:
    case Op::Exists: break;
    }
    return {};
}

bool isText(FilterType type)
{
    return type == FilterType::Token || type == FilterType::Text;
}

/// Joins as a tree of little depth: SQLite refuses expressions of more than 1,000 levels.
QString balanced(const QStringList &parts, const QString &word)
{
    if (parts.isEmpty())
        return u"1"_s;
    if (parts.size() == 1)
        return parts.first();
    const qsizetype half = parts.size() / 2;
    return u'(' + balanced(parts.mid(0, half), word) + word + balanced(parts.mid(half), word) + u')';
}

/// Writes the condition and gathers its values, both from left to right.
class Builder
{
public:
    Builder(FilterUse rows, UtcTime now) : m_rows(rows), m_now(now) {}

    Result<FilterSql> run(const FilterNode &root)
    {
        m_sql.where = node(root, true);
        if (!m_notKept.isEmpty())
            return fail(Errc::InvalidArgument,
                        Tr::tr("“%1” is not kept in the store; only live events and captures have it.")
                            .arg(m_notKept));
        return std::move(m_sql);
    }

private:
    /// @param shown only whether it is true matters here, so unknown may as well be false
    QString node(const FilterNode &node, bool shown)
    {
        if (node.kind == FilterNode::Kind::Clause)
            return clause(node, shown);
        if (node.kind == FilterNode::Kind::Not)
            return u"(NOT "_s + this->node(node.children.front(), false) + u')';
        QStringList parts;
        for (const FilterNode &child : node.children)
            parts.append(this->node(child, shown));
        return balanced(parts, node.kind == FilterNode::Kind::All ? u" AND "_s : u" OR "_s);
    }

    QString clause(const FilterNode &clause, bool shown)
    {
        const FilterColumnSql &column = filterColumnSql(m_rows, clause.column);
        const QString expression = QString::fromLatin1(column.expression);
        switch (column.shape) {
        case Shape::NotKept:
            m_notKept = QString::fromLatin1(filterColumn(clause.column).name);
            return u"NULL"_s;
        case Shape::Never: return clause.op == Op::Exists ? u"0"_s : u"NULL"_s;
        case Shape::Plain: break;
        case Shape::Name: return name(clause, expression, shown);
        case Shape::Texts: return texts(clause, expression.split(u"\n\n"_s));
        case Shape::Issues: return issues(clause, expression);
        }
        if (isText(filterColumn(clause.column).type))
            return text(clause, u"nullif("_s + expression + u", '')"_s);
        return figure(clause, expression);
    }

    QString figure(const FilterNode &clause, const QString &expression)
    {
        if (clause.op == Op::Exists)
            return u"(("_s + expression + u") IS NOT NULL)"_s;
        const FilterType type = filterColumn(clause.column).type;
        QStringList parts;
        for (const FilterValue &value : clause.values) {
            parts.append(u"(("_s + expression + u") "_s + sign(clause.op) + u" ?)"_s);
            if (type == FilterType::Score || type == FilterType::Share)
                m_sql.values.append(value.real);
            else
                m_sql.values.append(type == FilterType::Time ? filterTimeMicros(value, m_now)
                                                             : value.integer);
        }
        return balanced(parts, u" OR "_s);
    }

    QString text(const FilterNode &clause, const QString &expression)
    {
        if (clause.op == Op::Exists)
            return u'(' + expression + u" IS NOT NULL)"_s;
        QStringList parts;
        for (const FilterValue &value : clause.values) {
            if (clause.op == Op::Matches)
                parts.append(u"assay_matches(?, "_s + expression + u')');
            else if (clause.op == Op::Contains)
                parts.append(u"assay_contains(?, "_s + expression + u')');
            else
                parts.append(u"(? "_s + sign(clause.op) + u' ' + expression + u')');
            m_sql.values.append(value.text);
        }
        return balanced(parts, u" OR "_s);
    }

    /// Names are compared by their text; where unknown may be false, by their ids, which indexes know.
    QString name(const FilterNode &clause, const QString &expression, bool shown)
    {
        if (shown && (clause.op == Op::Equal || clause.op == Op::In)) {
            QStringList ids;
            for (const FilterValue &value : clause.values) {
                ids.append(u"(SELECT id FROM names WHERE text = ?)"_s);
                m_sql.values.append(value.text);
            }
            return u'(' + expression + u" IN ("_s + ids.join(u", "_s) + u"))"_s;
        }
        return text(clause, u"nullif((SELECT text FROM names WHERE id = "_s + expression + u"), '')"_s);
    }

    QString texts(const FilterNode &clause, const QStringList &expressions)
    {
        if (clause.op == Op::Exists)
            return u"1"_s;
        FilterNode asked = clause;
        if (clause.op == Op::NotEqual)
            asked.op = Op::Equal;
        QStringList parts;
        for (const QString &expression : expressions)
            parts.append(text(asked, expression));
        const QString any = balanced(parts, u" OR "_s);
        return clause.op == Op::NotEqual ? u"(NOT "_s + any + u')' : any;
    }

    QString issues(const FilterNode &clause, const QString &reading)
    {
        const QString from = u"EXISTS (SELECT 1 FROM quality_issues AS i JOIN names AS n ON n.id = i.issue"
                             " WHERE i.id = "_s +
                             reading;
        if (clause.op == Op::Exists)
            return from + u')';
        FilterNode asked = clause;
        if (clause.op == Op::NotEqual)
            asked.op = Op::Equal;
        const QString any = from + u" AND "_s + text(asked, u"n.text"_s) + u')';
        return u"(CASE WHEN "_s + reading + u" IS NOT NULL THEN "_s +
               (clause.op == Op::NotEqual ? u"NOT "_s + any : any) + u" END)"_s;
    }

    FilterUse m_rows;
    UtcTime m_now;
    FilterSql m_sql;
    QString m_notKept;
};

QString textOf(sqlite3_value *value)
{
    const auto *const utf8 = static_cast<const char *>(static_cast<const void *>(sqlite3_value_text(value)));
    return QString::fromUtf8(utf8, sqlite3_value_bytes(value));
}

bool anyNull(int count, sqlite3_value **values)
{
    return std::any_of(values, values + count,
                       [](sqlite3_value *value) { return sqlite3_value_type(value) == SQLITE_NULL; });
}

/// assay_contains(part, text)
void contains(sqlite3_context *context, int count, sqlite3_value **values)
{
    if (!anyNull(count, values))
        sqlite3_result_int(context, containsFolded(textOf(values[1]), textOf(values[0])) ? 1 : 0);
}

/// assay_matches(pattern, text). The pattern of a statement is compiled once.
void matches(sqlite3_context *context, int count, sqlite3_value **values)
{
    using Kept = std::shared_ptr<const TextPattern>;
    if (anyNull(count, values))
        return;
    auto *kept = static_cast<Kept *>(sqlite3_get_auxdata(context, 0));
    Kept pattern = kept != nullptr ? *kept : nullptr;
    if (pattern == nullptr) {
        Result<Kept> compiled = TextPattern::compile(textOf(values[0]));
        if (!compiled) {
            sqlite3_result_error(context, "bad pattern", -1);
            return;
        }
        pattern = *compiled;
        sqlite3_set_auxdata(context, 0, new Kept(pattern),
                            [](void *old) { delete static_cast<Kept *>(old); });
    }
    const auto *const utf8 =
        static_cast<const char *>(static_cast<const void *>(sqlite3_value_text(values[1])));
    const std::string_view text(utf8, static_cast<std::size_t>(sqlite3_value_bytes(values[1])));
    sqlite3_result_int(context, pattern->isIn(text) ? 1 : 0);
}

/// assay_mean(accuracy, relevance, completeness), as meanOf() has it
void mean(sqlite3_context *context, int count, sqlite3_value **values)
{
    if (anyNull(count, values))
        return;
    const auto score = [values](int index) {
        return static_cast<float>(sqlite3_value_double(values[index]));
    };
    const Scores scores{.accuracy = score(0), .relevance = score(1), .completeness = score(2)};
    sqlite3_result_double(context, static_cast<double>(*meanOf(scores)));
}

} // namespace

QString filterTables(FilterUse rows)
{
    return rows == FilterUse::Turns
               ? u"turns AS t"_s
               : u"events AS e LEFT JOIN quality AS q ON q.id = e.id LEFT JOIN llm_calls AS c ON c.id = e.id"_s;
}

Result<FilterSql> filterSql(const Filter &filter, FilterUse rows, UtcTime now)
{
    return Builder(rows, now).run(filter.root());
}

void addFilterFunctions(SQLite::Database &database)
{
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
    sqlite3 *const handle = database.getHandle();
    sqlite3_create_function_v2(handle, "assay_contains", 2, flags, nullptr, &contains, nullptr, nullptr,
                               nullptr);
    sqlite3_create_function_v2(handle, "assay_matches", 2, flags, nullptr, &matches, nullptr, nullptr,
                               nullptr);
    sqlite3_create_function_v2(handle, "assay_mean", 3, flags, nullptr, &mean, nullptr, nullptr, nullptr);
}

} // namespace assay
