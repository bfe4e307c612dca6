// SPDX-License-Identifier: Apache-2.0
#include "turn/filter_columns.h"

#include "base/tr.h"
#include "turn/filter_table.h"

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

using filtertable::table;

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < table.size(); ++i)
        if (static_cast<std::size_t>(table[i].column) != i)
            return false;
    return table.size() == static_cast<std::size_t>(FilterColumn::Text) + 1;
}
static_assert(inOrder(), "the table follows the enum");

} // namespace

std::span<const FilterColumnInfo> filterColumns()
{
    return table;
}

const FilterColumnInfo &filterColumn(FilterColumn column)
{
    return table[static_cast<std::size_t>(column)];
}

const FilterColumnInfo *findFilterColumn(QStringView name)
{
    const auto *const found = std::ranges::find_if(table, [name](const FilterColumnInfo &info) {
        return name.compare(QLatin1StringView(info.name), Qt::CaseInsensitive) == 0;
    });
    return found != table.end() ? &*found : nullptr;
}

QString filterHelp(const FilterColumnInfo &column)
{
    return Tr::tr(column.help);
}

QString filterTypeHelp(FilterType type)
{
    switch (type) {
    case FilterType::Score:
    case FilterType::Share: return Tr::tr("a number from 0 to 1, such as 0.95 or 95%");
    case FilterType::Count: return Tr::tr("a whole number, such as 3 or 10k");
    case FilterType::Flag: return Tr::tr("yes or no");
    case FilterType::Token: return Tr::tr("a name");
    case FilterType::Text: return Tr::tr("a text; in quotes when it holds blanks");
    case FilterType::Time: return Tr::tr("a time, such as 2026-11-21T14:06, -15m or today");
    case FilterType::Duration: return Tr::tr("a duration, such as 250ms, 2s or 5min");
    case FilterType::Size: return Tr::tr("a size, such as 512, 10kB or 1MB");
    case FilterType::Money: return Tr::tr("an amount, such as $0.01");
    }
    Q_UNREACHABLE();
}

QStringList filterColumnNames(FilterUses uses)
{
    QStringList names;
    for (const FilterColumnInfo &column : table)
        if (column.uses & uses)
            names.append(QString::fromLatin1(column.name));
    return names;
}

} // namespace assay
