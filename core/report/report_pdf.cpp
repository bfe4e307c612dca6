// SPDX-License-Identifier: Apache-2.0
#include "base/tr.h"
#include "report/pdf_order.h"
#include "report/pdf_pages.h"
#include "report/report_parts.h"
#include "report/report_text.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QGuiApplication>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr double pt = PdfPages::pt;
constexpr double rowHeight = 14.0 * pt;
constexpr double columnGap = 9.0 * pt;
constexpr double widestText = 190.0 * pt;
constexpr qsizetype mostRows = 150;

/// One printed column of a table.
struct PrintedColumn
{
    qsizetype index = 0;
    QStringList heading{}; ///< lines
    bool isNumber = true;
    double x = 0.0;
    double width = 0.0;
};

QStringList headingLines(const QString &label, double room)
{
    QStringList lines;
    for (const QString &word : label.split(u' ', Qt::SkipEmptyParts)) {
        const QString longer = lines.isEmpty() ? word : lines.last() + u' ' + word;
        if (lines.isEmpty() || pdfTextWidth(PdfFont::SmallStrong, longer) > room)
            lines.append(word);
        else
            lines.last() = longer;
    }
    return lines;
}

class PdfTable
{
public:
    PdfTable(PdfPages &pages, const ReportTable &table, ReportRun &run)
        : m_pages(pages), m_table(table), m_run(run), m_metrics(pdfFont(PdfFont::Small))
    {
        for (qsizetype i = 0; i < table.columns.size(); ++i)
            if (table.columns.at(i).isPrinted)
                m_columns.append({.index = i, .isNumber = table.columns.at(i).isNumber});
        measure();
    }

    /// @return false when cancelled
    bool write()
    {
        m_pages.need(m_headingHeight + 3.0 * rowHeight);
        writeHeading();
        const qsizetype rows = std::min(m_table.rows.size(), mostRows);
        for (qsizetype row = 0; row < rows; ++row) {
            if (m_pages.need(rowHeight))
                writeHeading();
            writeRow(m_table.rows.at(row), PdfFont::Small);
            m_pages.rule(0.0);
            if (!m_run.step())
                return false;
        }
        if (!m_table.total.isEmpty()) {
            if (m_pages.need(rowHeight))
                writeHeading();
            m_pages.rule(0.0, PdfColour::Soft, 8.0);
            writeRow(shownTotal(m_table), PdfFont::SmallStrong);
        }
        if (m_table.rows.size() > rows) {
            m_pages.down(3.0 * pt);
            m_pages.paragraph(Tr::tr("%n more row(s) are in the other formats; the total has them.", nullptr,
                                     static_cast<int>(m_table.rows.size() - rows)),
                              PdfFont::Small, PdfColour::Soft);
        }
        return true;
    }

private:
    void measure()
    {
        const double room = PdfPages::width - columnGap * static_cast<double>(m_columns.size() - 1);
        double all = 0.0;
        for (PrintedColumn &column : m_columns) {
            column.width = naturalWidth(column);
            all += column.width;
        }
        if (all > room)
            for (PrintedColumn &column : m_columns)
                if (!column.isNumber && column.width > widestText) {
                    all -= column.width - widestText;
                    column.width = widestText;
                }
        if (all > room)
            narrow(all - room);
        place(std::max(0.0, room - all));
    }

    /// What a column takes when nothing of it is cut. Headings of numbers break between words.
    double naturalWidth(const PrintedColumn &column) const
    {
        const QString &label = m_table.columns.at(column.index).label;
        double widest = column.isNumber ? 0.0 : pdfTextWidth(PdfFont::SmallStrong, label);
        for (const QString &word : label.split(u' '))
            widest = std::max(widest, pdfTextWidth(PdfFont::SmallStrong, word));
        for (qsizetype row = 0; row < std::min(m_table.rows.size(), mostRows); ++row)
            widest = std::max(widest,
                              m_metrics.horizontalAdvance(shownText(m_table.rows.at(row).at(column.index))));
        if (!m_table.total.isEmpty())
            widest = std::max(widest,
                              pdfTextWidth(PdfFont::SmallStrong, shownText(m_table.total.at(column.index))));
        return widest;
    }

    /// Texts give way, numbers do not.
    void narrow(double by)
    {
        double texts = 0.0;
        for (const PrintedColumn &column : m_columns)
            texts += column.isNumber ? 0.0 : column.width;
        for (PrintedColumn &column : m_columns)
            if (!column.isNumber)
                column.width = std::max(30.0 * pt, column.width * (1.0 - by / std::max(1.0, texts)));
    }

    /// Room that is left stands between the columns, but tables of few columns stay together.
    void place(double left)
    {
        const double between =
            columnGap + std::min(30.0 * pt, left / std::max(1.0, static_cast<double>(m_columns.size() - 1)));
        double x = 0.0;
        qsizetype lines = 1;
        for (PrintedColumn &column : m_columns) {
            column.x = x;
            x += column.width + between;
            column.heading = headingLines(m_table.columns.at(column.index).label, column.width + 1.0);
            lines = std::max(lines, column.heading.size());
        }
        m_headingHeight = static_cast<double>(lines) * 10.0 * pt + 6.0 * pt;
    }

    double anchorX(const PrintedColumn &column) const
    {
        return column.isNumber ? column.x + column.width : column.x;
    }
    static Qt::AlignmentFlag anchor(const PrintedColumn &column)
    {
        return column.isNumber ? Qt::AlignRight : Qt::AlignLeft;
    }

    void writeHeading()
    {
        for (const PrintedColumn &column : m_columns)
            for (qsizetype line = 0; line < column.heading.size(); ++line)
                m_pages.words(anchorX(column),
                              m_headingHeight - 6.0 * pt -
                                  10.0 * pt * static_cast<double>(column.heading.size() - 1 - line),
                              column.heading.at(line), PdfFont::SmallStrong, PdfColour::Soft, anchor(column));
        m_pages.down(m_headingHeight);
        m_pages.rule(0.0, PdfColour::Soft, 6.0);
    }

    void writeRow(const QList<ReportCell> &row, PdfFont font)
    {
        const QFontMetricsF metrics(pdfFont(font));
        for (const PrintedColumn &column : m_columns) {
            const QString text = shownText(row.at(column.index));
            m_pages.words(anchorX(column), 9.8 * pt,
                          column.isNumber ? text
                                          : metrics.elidedText(text, Qt::ElideRight, column.width + 1.0),
                          font, PdfColour::Text, anchor(column));
        }
        m_pages.down(rowHeight);
    }

    PdfPages &m_pages;
    const ReportTable &m_table;
    ReportRun &m_run;
    QFontMetricsF m_metrics;
    QList<PrintedColumn> m_columns{};
    double m_headingHeight = 0.0;
};

class PdfReport
{
public:
    PdfReport(const Report &report, ReportRun &run) : m_report(report), m_run(run) {}

    Result<QByteArray> write()
    {
        if (!fillPages())
            return cancelledReport();
        return inOrder(m_pages.bytes(m_report.title, footer()), m_report.generated);
    }

    Result<> print(QPagedPaintDevice &device)
    {
        if (!fillPages())
            return cancelledReport();
        if (!m_pages.paintOn(device, footer()))
            return fail(Errc::Unavailable,
                        Tr::tr("The printer took no pages. See whether it is on, or print the PDF."));
        return {};
    }

private:
    QString footer() const { return m_report.title + u"  ·  "_s + m_report.subtitle; }

    /// @return false when cancelled
    bool fillPages()
    {
        writeTop();
        for (const ReportTable &table : m_report.tables)
            if (!writeTable(table))
                return false;
        m_pages.need(40.0 * pt);
        m_pages.down(18.0 * pt);
        for (const QString &note : m_report.notes) {
            m_pages.paragraph(note, PdfFont::Small, PdfColour::Soft);
            m_pages.down(3.0 * pt);
        }
        return true;
    }

    void writeTop()
    {
        m_pages.down(6.0 * pt);
        m_pages.paragraph(m_report.title, PdfFont::Title, PdfColour::Text);
        m_pages.down(2.0 * pt);
        m_pages.paragraph(m_report.subtitle, PdfFont::Body, PdfColour::Soft);
        m_pages.down(12.0 * pt);
        writeTiles();
        for (const ReportFact &fact : m_report.facts)
            writeFact(fact.label, shownText(fact));
        writeFact(Tr::tr("Generated"), shownText(momentCell(m_report.generated)));
    }

    void writeFact(const QString &label, const QString &value)
    {
        constexpr double valueX = 130.0 * pt;
        m_pages.need(14.0 * pt);
        m_pages.words(0.0, 9.8 * pt, label, PdfFont::Body, PdfColour::Soft);
        m_pages.paragraph(value, PdfFont::Body, PdfColour::Text, valueX, PdfPages::width - valueX);
        m_pages.down(1.5 * pt);
    }

    void writeTiles()
    {
        if (m_report.tiles.isEmpty())
            return;
        constexpr double gap = 8.0 * pt;
        constexpr double height = 54.0 * pt;
        const auto count = static_cast<double>(m_report.tiles.size());
        const double width = (PdfPages::width - gap * (count - 1.0)) / count;
        double x = 0.0;
        const auto fitting = [&](const QString &text, PdfFont font) {
            return QFontMetricsF(pdfFont(font)).elidedText(text, Qt::ElideRight, width - 16.0 * pt);
        };
        for (const ReportTile &tile : m_report.tiles) {
            m_pages.fill({x, 0.0, width, height}, PdfColour::Tint);
            m_pages.words(x + 8.0 * pt, 14.0 * pt, fitting(tile.label, PdfFont::Small), PdfFont::Small,
                          PdfColour::Soft);
            m_pages.words(x + 8.0 * pt, 32.0 * pt, fitting(shownText(tile.value), PdfFont::Tile),
                          PdfFont::Tile, PdfColour::Text);
            m_pages.words(x + 8.0 * pt, 46.0 * pt, fitting(tile.detail, PdfFont::Small), PdfFont::Small,
                          PdfColour::Soft);
            x += width + gap;
        }
        m_pages.down(height + 14.0 * pt);
    }

    bool writeTable(const ReportTable &table)
    {
        QList<ChartDrawing> drawings;
        QStringList titles;
        for (const ReportChart &chart : table.charts)
            if (hasValues(table, chart)) {
                drawings.append(drawChart(table, chart, PdfPages::width / pt));
                titles.append(chart.title);
            }
        m_pages.need(60.0 * pt + (drawings.isEmpty() ? 3.0 * rowHeight : drawings.first().height * pt));
        m_pages.down(20.0 * pt);
        m_pages.paragraph(table.title, PdfFont::Heading, PdfColour::Text);
        if (!table.note.isEmpty())
            m_pages.paragraph(table.note, PdfFont::Small, PdfColour::Soft);
        m_pages.down(4.0 * pt);
        for (qsizetype i = 0; i < drawings.size(); ++i) {
            m_pages.need(drawings.at(i).height * pt + 24.0 * pt);
            m_pages.down(4.0 * pt);
            m_pages.paragraph(titles.at(i), PdfFont::SmallStrong, PdfColour::Soft);
            m_pages.down(3.0 * pt);
            m_pages.drawing(drawings.at(i));
            m_pages.down(6.0 * pt);
        }
        if (table.rows.isEmpty())
            m_pages.paragraph(Tr::tr("Nothing in this range."), PdfFont::Body, PdfColour::Text);
        else if (table.isPrinted || drawings.isEmpty())
            return PdfTable(m_pages, table, m_run).write();
        return true;
    }

    const Report &m_report;
    ReportRun &m_run;
    PdfPages m_pages{};
};

} // namespace

namespace {

Result<> needFonts()
{
    if (qobject_cast<QGuiApplication *>(QCoreApplication::instance()) == nullptr)
        return fail(Errc::Internal, Tr::tr("A PDF needs fonts, which this process has not loaded."));
    return {};
}

} // namespace

Result<QByteArray> pdfOf(const Report &report, ReportRun &run)
{
    if (Result<> fonts = needFonts(); !fonts)
        return fail(std::move(fonts.error()));
    return PdfReport(report, run).write();
}

Result<> printReport(const Report &report, QPagedPaintDevice &device, const CancelToken &token)
{
    if (Result<> fonts = needFonts(); !fonts)
        return fonts;
    ReportRun run(report, token, {});
    return PdfReport(report, run).print(device);
}

} // namespace assay
