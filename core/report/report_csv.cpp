// SPDX-License-Identifier: Apache-2.0
#include "report/report_parts.h"
#include "report/report_text.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

QByteArray field(QString text)
{
    if (text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r'))
        text = u'"' + text.replace(u'"', u"\"\""_s) + u'"';
    return text.toUtf8();
}

QByteArray field(const ReportCell &cell)
{
    const QString text = plainText(cell);
    return field(std::holds_alternative<QString>(cell.value) ? defused(text) : text);
}

/// One value a line, so that each tells what it is: table, row, column, value.
class CsvLines
{
public:
    QByteArray take() { return std::move(m_text); }

    void add(const QString &table, const QByteArray &row, const QString &column, const ReportCell &cell)
    {
        m_text += field(table) + ',' + row + ',' + field(column) + ',' + field(cell) + "\r\n";
    }

private:
    QByteArray m_text = "table,row,column,value\r\n";
};

} // namespace

Result<QByteArray> csvOf(const Report &report, ReportRun &run)
{
    CsvLines lines;
    lines.add(u"report"_s, {}, u"generated"_s, momentCell(report.generated));
    for (const ReportFact &fact : report.facts)
        lines.add(u"report"_s, {}, fact.token, fact.value);
    for (const ReportTable &table : report.tables) {
        const auto addRow = [&](const QByteArray &name, const QList<ReportCell> &row) {
            for (qsizetype i = 0; i < row.size(); ++i)
                lines.add(table.token, name, table.columns.at(i).token, row.at(i));
        };
        for (qsizetype i = 0; i < table.rows.size(); ++i) {
            addRow(QByteArray::number(i + 1), table.rows.at(i));
            if (!run.step())
                return cancelledReport();
        }
        addRow("total", table.total);
    }
    return lines.take();
}

} // namespace assay
