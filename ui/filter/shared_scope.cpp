// SPDX-License-Identifier: Apache-2.0
#include "ui/filter/shared_scope.h"

#include "ui/kit/tr.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

QDateTime local(UtcTime time)
{
    return QDateTime::fromMSecsSinceEpoch(toMicros(time) / 1000);
}

QString momentText(UtcTime time, const QDate &beside)
{
    const QDateTime at = local(time);
    return at.date() == beside ? at.toString(u"HH:mm"_s) : QLocale().toString(at, u"d MMM HH:mm"_s);
}

QString timesText(const SharedScope &scope)
{
    if (!scope.from && !scope.to)
        return {};
    const QDate today = QDate::currentDate();
    if (!scope.to)
        return Tr::tr("since %1").arg(momentText(*scope.from, today));
    if (!scope.from)
        return Tr::tr("until %1").arg(momentText(*scope.to, today));
    const bool sameDay = local(*scope.from).date() == local(*scope.to).date();
    return momentText(*scope.from, today) + u" – "_s +
           momentText(*scope.to, sameDay ? local(*scope.from).date() : today);
}

FilterNode timeClause(FilterOperator op, UtcTime time)
{
    return {.kind = FilterNode::Kind::Clause,
            .column = FilterColumn::Time,
            .op = op,
            .values = {FilterValue{.integer = toMicros(time)}}};
}

} // namespace

QString scopeText(const SharedScope &scope)
{
    if (scope.isEmpty())
        return {};
    QStringList parts;
    if (const QString times = timesText(scope); !times.isEmpty())
        parts.append(times);
    if (const QString what = scope.title.isEmpty() ? scope.filter : scope.title; !what.isEmpty())
        parts.append(what);
    return Tr::tr("from %1: %2").arg(scope.origin, parts.join(u" · "_s));
}

Filter filterOf(const SharedScope &scope, FilterUses uses, QString *left)
{
    FilterNode all{.kind = FilterNode::Kind::All};
    if (const auto parsed = parseFilter(scope.filter, uses)) {
        if (!parsed->isEmpty())
            all.children.push_back(parsed->root());
    } else if (left != nullptr) {
        *left = Tr::tr("“%1” does not count here: %2").arg(scope.filter, parsed.error().sentence);
    }
    if (scope.from)
        all.children.push_back(timeClause(FilterOperator::GreaterOrEqual, *scope.from));
    if (scope.to)
        all.children.push_back(timeClause(FilterOperator::Less, *scope.to));
    return all.children.empty()       ? Filter()
           : all.children.size() == 1 ? Filter(all.children.front())
                                      : Filter(std::move(all));
}

ScopedFilter scopedFilter(const Filter &own, const SharedScope &scope, FilterUses uses)
{
    ScopedFilter both;
    const Filter narrowed = filterOf(scope, uses, &both.left);
    if (narrowed.isEmpty() || own.isEmpty()) {
        both.filter = narrowed.isEmpty() ? own : narrowed;
        return both;
    }
    FilterNode all{.kind = FilterNode::Kind::All};
    all.children = {own.root(), narrowed.root()};
    both.filter = Filter(std::move(all));
    return both;
}

} // namespace assay::ui
