// SPDX-License-Identifier: Apache-2.0
#include "report/report_parts.h"
#include "report/report_text.h"

#include <QtCore/QJsonArray>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

QJsonValue jsonOf(const ReportCell &cell)
{
    if (cell.isAbsent())
        return {};
    if (const auto *whole = std::get_if<qint64>(&cell.value))
        return *whole;
    if (const auto *number = std::get_if<double>(&cell.value))
        return *number;
    if (const auto *amount = std::get_if<Micros>(&cell.value))
        return amount->value;
    if (const auto *flag = std::get_if<bool>(&cell.value))
        return *flag;
    return plainText(cell);
}

QJsonObject jsonOf(const ReportTable &table, const QList<ReportCell> &row)
{
    QJsonObject object;
    for (qsizetype i = 0; i < row.size(); ++i)
        object.insert(table.columns.at(i).token, jsonOf(row.at(i)));
    return object;
}

} // namespace

Result<QByteArray> jsonOf(const Report &report, ReportRun &run)
{
    QJsonObject facts{{u"generated"_s, toIso(report.generated)}};
    for (const ReportFact &fact : report.facts)
        facts.insert(fact.token, jsonOf(fact.value));
    QJsonArray tables;
    for (const ReportTable &table : report.tables) {
        QJsonArray columns;
        for (const ReportColumn &column : table.columns)
            columns.append(column.token);
        QJsonArray rows;
        for (const QList<ReportCell> &row : table.rows) {
            rows.append(jsonOf(table, row));
            if (!run.step())
                return cancelledReport();
        }
        tables.append(
            QJsonObject{{u"name"_s, table.token},
                        {u"columns"_s, columns},
                        {u"rows"_s, rows},
                        {u"total"_s, table.total.isEmpty() ? QJsonValue() : jsonOf(table, table.total)}});
    }
    return QJsonDocument(QJsonObject{{u"format"_s, u"assay-report-1"_s},
                                     {u"report"_s, facts},
                                     {u"notes"_s, QJsonArray::fromStringList(report.notes)},
                                     {u"tables"_s, tables}})
        .toJson();
}

} // namespace assay
