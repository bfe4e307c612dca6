// SPDX-License-Identifier: Apache-2.0
#include "base/tr.h"
#include "report/chart_shapes.h"
#include "report/report_parts.h"
#include "report/report_text.h"

#include <QtCore/QTemporaryDir>

#include <xlsxwriter.h>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestCell = 32'000; // a cell holds 32,767 units
constexpr qsizetype longestSheetName = 31;
constexpr lxw_row_t mostRows = 1'000'000; // a sheet has 1,048,576

/// A text as a spreadsheet may have it: no formula, nothing that XML 1.0 cannot hold.
QByteArray sheetText(const QString &text)
{
    return defused(calmText(text, longestCell)).toUtf8();
}

double serialDay(UtcTime time)
{
    constexpr double epoch = 25'569.0; // 1970-01-01
    return epoch + static_cast<double>(toMicros(time)) / 86'400e6;
}

struct Formats
{
    explicit Formats(lxw_workbook *book)
        : title(workbook_add_format(book)), heading(workbook_add_format(book)),
          soft(workbook_add_format(book)), text(workbook_add_format(book)), count(workbook_add_format(book)),
          share(workbook_add_format(book)), score(workbook_add_format(book)),
          dollars(workbook_add_format(book)), seconds(workbook_add_format(book)),
          moment(workbook_add_format(book))
    {
        format_set_bold(title);
        format_set_font_size(title, 16.0);
        format_set_bold(heading);
        format_set_text_wrap(heading);
        format_set_bottom(heading, LXW_BORDER_THIN);
        format_set_font_color(soft, 0x5B6673);
        format_set_num_format(count, "#,##0");
        format_set_num_format(share, "0.0%");
        format_set_num_format(score, "0.000");
        format_set_num_format(dollars, "$#,##0.00####");
        format_set_num_format(seconds, "0.000");
        format_set_num_format(moment, "yyyy-mm-dd hh:mm");
        for (lxw_format *one : {count, share, score, dollars, seconds, moment})
            format_set_align(one, LXW_ALIGN_RIGHT);
    }

    lxw_format *of(ReportUnit unit) const
    {
        switch (unit) {
        case ReportUnit::Text:
        case ReportUnit::Flag: return text;
        case ReportUnit::Count: return count;
        case ReportUnit::Share: return share;
        case ReportUnit::Score: return score;
        case ReportUnit::Dollars: return dollars;
        case ReportUnit::Seconds: return seconds;
        case ReportUnit::Moment: return moment;
        }
        Q_UNREACHABLE();
    }

    lxw_format *title, *heading, *soft, *text, *count, *share, *score, *dollars, *seconds, *moment;
};

class Workbook
{
public:
    Workbook(lxw_workbook *book, const Report &report, ReportRun &run)
        : m_book(book), m_report(report), m_run(run), m_formats(book)
    {
    }

    /// @return false when cancelled
    bool write()
    {
        setProperties();
        writeFirstSheet();
        for (const ReportTable &table : m_report.tables)
            if (!writeTable(table))
                return false;
        return true;
    }

private:
    void setProperties()
    {
        QByteArray title = m_report.title.toUtf8();
        lxw_doc_properties properties{};
        properties.title = title.data();
        properties.created = static_cast<time_t>(toMicros(m_report.generated) / 1'000'000);
        workbook_set_properties(m_book, &properties);
    }

    void writeText(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const QString &text,
                   lxw_format *format)
    {
        worksheet_write_string(sheet, row, column, sheetText(text).constData(), format);
    }

    void writeCell(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const ReportCell &cell)
    {
        lxw_format *format = m_formats.of(cell.unit);
        if (const auto *text = std::get_if<QString>(&cell.value))
            writeText(sheet, row, column, *text, format);
        else if (const auto *flag = std::get_if<bool>(&cell.value))
            worksheet_write_boolean(sheet, row, column, *flag ? 1 : 0, format);
        else if (const auto *time = std::get_if<UtcTime>(&cell.value))
            worksheet_write_number(sheet, row, column, serialDay(*time), format);
        else if (const std::optional<double> number = numberOf(cell))
            worksheet_write_number(sheet, row, column, *number, format);
    }

    void writeFirstSheet()
    {
        lxw_worksheet *sheet = workbook_add_worksheet(m_book, "report");
        worksheet_set_column(sheet, 0, 0, 28.0, nullptr);
        worksheet_set_column(sheet, 1, 1, 60.0, nullptr);
        writeText(sheet, 0, 0, m_report.title, m_formats.title);
        writeText(sheet, 1, 0, m_report.subtitle, m_formats.soft);
        lxw_row_t row = 3;
        const auto writeFact = [&](const QString &label, const ReportCell &value) {
            writeText(sheet, row, 0, label, m_formats.soft);
            writeCell(sheet, row++, 1, value);
        };
        for (const ReportFact &fact : m_report.facts)
            writeFact(fact.label, fact.shown.isEmpty() ? fact.value : textCell(fact.shown));
        writeFact(Tr::tr("Generated"), momentCell(m_report.generated));
        ++row;
        for (const QString &note : m_report.notes)
            writeText(sheet, row++, 0, note, m_formats.soft);
    }

    bool writeTable(const ReportTable &table)
    {
        const QByteArray name = table.token.left(longestSheetName).toUtf8();
        lxw_worksheet *sheet = workbook_add_worksheet(m_book, name.constData());
        if (sheet == nullptr)
            return true; // two tables of one name do not come out of one report
        writeHeading(sheet, table);
        lxw_row_t row = 1;
        for (const QList<ReportCell> &cells : table.rows) {
            if (row > mostRows)
                break;
            writeRow(sheet, row++, cells);
            if (!m_run.step())
                return false;
        }
        const lxw_row_t last = row - 1;
        if (!table.total.isEmpty())
            writeRow(sheet, row++, shownTotal(table));
        if (!table.note.isEmpty())
            writeText(sheet, row + 1, 0, table.note, m_formats.soft);
        double place = static_cast<double>(row) + 3.0;
        for (const ReportChart &chart : table.charts)
            if (hasValues(table, chart)) {
                writeChart(sheet, table, chart, last, static_cast<lxw_row_t>(place));
                place += 17.0;
            }
        return true;
    }

    void writeHeading(lxw_worksheet *sheet, const ReportTable &table)
    {
        worksheet_freeze_panes(sheet, 1, 0);
        for (qsizetype i = 0; i < table.columns.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            const bool isWide = !table.columns.at(i).isNumber;
            worksheet_set_column(sheet, column, column, isWide ? 26.0 : 14.0, nullptr);
            writeText(sheet, 0, column, table.columns.at(i).label, m_formats.heading);
        }
    }

    void writeRow(lxw_worksheet *sheet, lxw_row_t row, const QList<ReportCell> &cells)
    {
        for (qsizetype i = 0; i < cells.size(); ++i)
            writeCell(sheet, row, static_cast<lxw_col_t>(i), cells.at(i));
    }

    void writeChart(lxw_worksheet *sheet, const ReportTable &table, const ReportChart &chart, lxw_row_t last,
                    lxw_row_t place)
    {
        const std::uint8_t type = chart.shape == ReportChart::Shape::Bars      ? LXW_CHART_BAR
                                  : chart.shape == ReportChart::Shape::Columns ? LXW_CHART_COLUMN
                                                                               : LXW_CHART_LINE;
        lxw_chart *drawn = workbook_add_chart(m_book, type);
        const QByteArray name = table.token.left(longestSheetName).toUtf8();
        lxw_chart_series *series = chart_add_series(drawn, nullptr, nullptr);
        const auto label = static_cast<lxw_col_t>(chart.label);
        const auto value = static_cast<lxw_col_t>(chart.value);
        chart_series_set_categories(series, name.constData(), 1, label, last, label);
        chart_series_set_values(series, name.constData(), 1, value, last, value);
        chart_title_set_name(drawn, sheetText(chart.title).constData());
        chart_legend_set_position(drawn, LXW_CHART_LEGEND_NONE);
        if (type == LXW_CHART_BAR)
            chart_axis_set_reverse(drawn->y_axis);
        lxw_chart_options options{};
        options.x_scale = 1.6;
        worksheet_insert_chart_opt(sheet, place, 0, drawn, &options);
    }

    lxw_workbook *m_book;
    const Report &m_report;
    ReportRun &m_run;
    Formats m_formats;
};

} // namespace

Result<QByteArray> xlsxOf(const Report &report, ReportRun &run)
{
    const QTemporaryDir folder;
    const auto failed = [](const QString &why) {
        return fail(Errc::Io,
                    Tr::tr("The spreadsheet cannot be put together: %1. Is there room in the folder "
                           "for temporary files?")
                        .arg(why));
    };
    if (!folder.isValid())
        return failed(folder.errorString());
    const QString path = folder.filePath(u"report.xlsx"_s);
    QByteArray place = folder.path().toLocal8Bit();
    lxw_workbook_options options{};
    options.tmpdir = place.data();
    lxw_workbook *book = workbook_new_opt(path.toLocal8Bit().constData(), &options);
    if (book == nullptr)
        return failed(Tr::tr("out of memory"));
    const bool isWhole = Workbook(book, report, run).write();
    if (const lxw_error error = workbook_close(book); error != LXW_NO_ERROR)
        return failed(QString::fromUtf8(lxw_strerror(error)));
    if (!isWhole)
        return cancelledReport();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failed(file.errorString());
    return file.readAll();
}

} // namespace assay
