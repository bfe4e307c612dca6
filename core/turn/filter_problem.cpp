// SPDX-License-Identifier: Apache-2.0
#include "turn/filter_problem.h"

#include "base/text.h"
#include "base/tr.h"

namespace assay {

using namespace Qt::StringLiterals;

FilterProblem problemAt(const FilterToken &token, QString sentence, QString suggestion)
{
    return FilterProblem{.position = token.start,
                         .length = token.length,
                         .sentence = std::move(sentence),
                         .suggestion = std::move(suggestion)};
}

tl::unexpected<FilterProblem> refuseAt(const FilterToken &token, QString sentence, QString suggestion)
{
    return tl::unexpected(problemAt(token, std::move(sentence), std::move(suggestion)));
}

QString filterOperatorList(const FilterColumnInfo &column)
{
    QStringList all;
    for (const FilterOperator op : filterOperatorsOf(column.type))
        all.append(filterOperatorText(op));
    return all.join(u"  ");
}

tl::unexpected<FilterProblem> refuseOperator(const FilterToken &sign, const FilterColumnInfo &column,
                                             FilterOperator op)
{
    return refuseAt(sign, Tr::tr("“%1” is %2; it does not take “%3” but: %4.")
                              .arg(QLatin1StringView(column.name), filterTypeHelp(column.type),
                                   filterOperatorText(op), filterOperatorList(column)));
}

tl::expected<const FilterColumnInfo *, FilterProblem> filterColumnAt(const FilterToken &token,
                                                                     FilterUses uses)
{
    if (token.kind == FilterToken::Kind::Bad)
        return refuseAt(token, token.text);
    if (token.kind != FilterToken::Kind::Word)
        return refuseAt(token, Tr::tr("Here the name of a column is missing."));
    const FilterColumnInfo *const column = findFilterColumn(token.text);
    if (column == nullptr)
        return refuseAt(token, Tr::tr("There is no column “%1”.").arg(token.text.left(40)),
                        nearestOf(token.text.toLower(), filterColumnNames(uses)));
    if (!(column->uses & uses))
        return refuseAt(token, column->uses & FilterUses(FilterUse::Events)
                                   ? Tr::tr("“%1” is a column of events; turns have none.").arg(token.text)
                                   : Tr::tr("“%1” is a column of turns; events have none.").arg(token.text));
    return column;
}

QString withSuggestion(const QString &text, const FilterProblem &problem)
{
    QString mended = text;
    if (!problem.suggestion.isEmpty())
        mended.replace(problem.position, problem.length, problem.suggestion);
    return mended;
}

QString filterProblemText(QStringView text, const FilterProblem &problem)
{
    // The line and what surrounds the place, so that a long filter still fits a terminal.
    constexpr qsizetype around = 60;
    const qsizetype at = std::min(problem.position, text.size());
    const qsizetype line = at > 0 ? text.lastIndexOf(u'\n', at - 1) + 1 : 0;
    const qsizetype from = std::max(line, at - around);
    qsizetype to = text.indexOf(u'\n', at);
    to = std::min(to < 0 ? text.size() : to, at + around);
    const qsizetype carets = std::clamp<qsizetype>(problem.length, 1, std::max<qsizetype>(1, to - at));
    QString out = problem.sentence;
    if (!problem.suggestion.isEmpty())
        out += u' ' + Tr::tr("Did you mean “%1”?").arg(problem.suggestion);
    out += u"\n  "_s + text.sliced(from, to - from).toString().replace(u'\t', u' ') + u"\n  "_s;
    return out + QString(at - from, u' ') + QString(carets, u'^');
}

Result<Filter> readFilter(const QString &text, FilterUses uses)
{
    tl::expected<Filter, FilterProblem> filter = parseFilter(text, uses);
    if (!filter)
        return fail(Errc::InvalidArgument, filterProblemText(text, filter.error()));
    return std::move(*filter);
}

} // namespace assay
