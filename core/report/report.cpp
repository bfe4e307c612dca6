// SPDX-License-Identifier: Apache-2.0
#include "report/report.h"

#include <algorithm>

namespace assay {

ReportCell textCell(const QString &text)
{
    return {.value = text, .unit = ReportUnit::Text};
}

ReportCell countCell(qint64 count)
{
    return {.value = count, .unit = ReportUnit::Count};
}

ReportCell numberCell(std::optional<double> value, ReportUnit unit)
{
    ReportCell cell{.value = {}, .unit = unit};
    if (value)
        cell.value = *value;
    return cell;
}

ReportCell differenceCell(std::optional<double> value, ReportUnit unit)
{
    ReportCell cell = numberCell(value, unit);
    cell.isDifference = true;
    return cell;
}

ReportCell moneyCell(Micros amount)
{
    return {.value = amount, .unit = ReportUnit::Dollars};
}

ReportCell momentCell(UtcTime time)
{
    return {.value = time, .unit = ReportUnit::Moment};
}

ReportCell flagCell(bool value)
{
    return {.value = value, .unit = ReportUnit::Flag};
}

const ReportTable *Report::table(const QString &token) const
{
    const auto found = std::ranges::find(tables, token, &ReportTable::token);
    return found == tables.end() ? nullptr : &*found;
}

} // namespace assay
