// SPDX-License-Identifier: Apache-2.0
#include "base/tr.h"
#include "report/chart_shapes.h"
#include "report/report_parts.h"
#include "report/report_text.h"

#include <QtCore/QLocale>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr double chartWidth = 720.0;

// Nothing is fetched and nothing runs, whatever a name in the data says.
constexpr const char *policy = "default-src 'none'; style-src 'unsafe-inline'";

constexpr const char *style = R"(
:root { --ground: #ffffff; --text: #1b2129; --soft: #5b6673; --rule: #dde2e8; --tint: #f4f6f9;
  --value: #2f6fde; --interval: #2f6fde33; --gap: #8a94a01f; --limit: #b3261e; --mark: #7a4fd0; }
@media (prefers-color-scheme: dark) { :root { --ground: #14181d; --text: #e6eaef; --soft: #9aa5b1;
  --rule: #2c343d; --tint: #1b2027; --value: #6ea2ff; --interval: #6ea2ff33; --gap: #8a94a02b;
  --limit: #ff8a80; --mark: #b79aff; } }
body { margin: 0 auto; max-width: 60rem; padding: 2.5rem 1.5rem; background: var(--ground);
  color: var(--text); font: 15px/1.5 Inter, "Segoe UI", system-ui, sans-serif; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0; } h2 { font-size: 1.2rem; margin: 2.6rem 0 .4rem; }
h3 { font-size: .9rem; font-weight: 600; margin: 1.2rem 0 .2rem; color: var(--soft); }
.sub, .note, footer { color: var(--soft); } .note { margin: 0 0 .6rem; font-size: .9rem; }
.tiles { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.6rem 0; }
.tile { flex: 1 1 9rem; background: var(--tint); border-radius: 8px; padding: .8rem 1rem; }
.tile b { display: block; font-size: 1.5rem; font-variant-numeric: tabular-nums; }
.tile span, .tile small { color: var(--soft); font-size: .82rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; margin: 0; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .86rem;
  font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: .32rem .6rem .32rem 0;
  border-bottom: 1px solid var(--rule); overflow-wrap: anywhere; }
th { color: var(--soft); font-weight: 600; } .n { text-align: right; white-space: nowrap; }
th.n { white-space: normal; } tfoot td { font-weight: 600; border-top: 2px solid var(--rule); }
svg { display: block; width: 100%; height: auto; } svg text { font-size: 7.5px; fill: var(--soft); }
.value { fill: var(--value); } path.value { fill: none; stroke: var(--value); stroke-width: 1.4; }
.interval { fill: var(--interval); } .gap { fill: var(--gap); } svg text.limit { fill: var(--limit); }
svg text.mark { fill: var(--mark); } path.grid { stroke: var(--rule); stroke-width: .6; }
path.limit { stroke: var(--limit); stroke-dasharray: 4 3; } path.mark { stroke: var(--mark); }
summary { cursor: pointer; color: var(--soft); } footer { margin-top: 3rem; font-size: .85rem; }
@media print { body { max-width: none; padding: 0; } h2, h3 { break-after: avoid; }
  tr, svg, .tile { break-inside: avoid; } }
)";

QString escaped(const QString &text)
{
    return text.toHtmlEscaped().replace(u'\'', u"&#39;"_s);
}

QString toneName(ChartTone tone)
{
    switch (tone) {
    case ChartTone::Grid: return u"grid"_s;
    case ChartTone::Value: return u"value"_s;
    case ChartTone::Interval: return u"interval"_s;
    case ChartTone::Gap: return u"gap"_s;
    case ChartTone::Limit: return u"limit"_s;
    case ChartTone::Mark: return u"mark"_s;
    case ChartTone::Label: return u"label"_s;
    }
    Q_UNREACHABLE();
}

QString point(QPointF at)
{
    return QString::number(at.x(), 'f', 2) + u' ' + QString::number(at.y(), 'f', 2);
}

QString svgOf(const ChartShape &shape)
{
    const QString tone = toneName(shape.tone);
    if (shape.kind == ChartShape::Kind::Words) {
        const QString anchor = shape.anchor == Qt::AlignRight ? u"end"_s : u"start"_s;
        return u"<text class=\"%1\" x=\"%2\" y=\"%3\" text-anchor=\"%4\">"_s.arg(
                   tone, QString::number(shape.points.first().x(), 'f', 2),
                   QString::number(shape.points.first().y(), 'f', 2), anchor) +
               escaped(shape.text) + u"</text>"_s;
    }
    QString path;
    for (const QPointF &at : shape.points)
        path += (path.isEmpty() ? u"M"_s : u"L"_s) + point(at);
    const bool closed = shape.kind == ChartShape::Kind::Area;
    // An area's colour fills it; a path's class would give it the stroke of a line.
    return closed ? u"<polygon class=\"%1\" points=\"%2\"/>"_s.arg(
                        tone, path.replace(u'M', u' ').replace(u'L', u' '))
                  : u"<path class=\"%1\" d=\"%2\"/>"_s.arg(tone, path);
}

class HtmlText
{
public:
    HtmlText(const Report &report, ReportRun &run) : m_report(report), m_run(run) {}

    Result<QByteArray> write()
    {
        writeHead();
        for (const ReportTable &table : m_report.tables)
            if (!writeTable(table))
                return cancelledReport();
        m_text += u"<footer>"_s;
        for (const QString &note : m_report.notes)
            m_text += u"<p>"_s + escaped(note) + u"</p>\n"_s;
        m_text += u"</footer>\n</body>\n</html>\n"_s;
        return m_text.toUtf8();
    }

private:
    void writeHead()
    {
        m_text +=
            u"<!DOCTYPE html>\n<html lang=\""_s + escaped(QLocale().bcp47Name()) +
            u"\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\""_s +
            QString::fromLatin1(policy) +
            u"\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>"_s +
            escaped(m_report.title) + u"</title>\n<style>"_s + QString::fromLatin1(style) +
            u"</style>\n</head>\n<body>\n<h1>"_s + escaped(m_report.title) + u"</h1>\n<p class=\"sub\">"_s +
            escaped(m_report.subtitle) + u"</p>\n<div class=\"tiles\">\n"_s;
        for (const ReportTile &tile : m_report.tiles)
            m_text += u"<div class=\"tile\"><span>"_s + escaped(tile.label) + u"</span><b>"_s +
                      escaped(shownText(tile.value)) + u"</b><small>"_s + escaped(tile.detail) +
                      u"</small></div>\n"_s;
        m_text += u"</div>\n<dl>\n"_s;
        for (const ReportFact &fact : m_report.facts)
            m_text += u"<dt>"_s + escaped(fact.label) + u"</dt><dd><bdi>"_s + escaped(shownText(fact)) +
                      u"</bdi></dd>\n"_s;
        m_text += u"<dt>"_s + escaped(Tr::tr("Generated")) + u"</dt><dd>"_s +
                  escaped(shownText(momentCell(m_report.generated))) + u"</dd>\n</dl>\n"_s;
    }

    bool writeTable(const ReportTable &table)
    {
        m_text += u"<h2>"_s + escaped(table.title) + u"</h2>\n"_s;
        if (!table.note.isEmpty())
            m_text += u"<p class=\"note\">"_s + escaped(table.note) + u"</p>\n"_s;
        bool hasChart = false;
        for (const ReportChart &chart : table.charts)
            if (hasValues(table, chart)) {
                writeChart(table, chart);
                hasChart = true;
            }
        if (table.rows.isEmpty()) {
            m_text += u"<p>"_s + escaped(Tr::tr("Nothing in this range.")) + u"</p>\n"_s;
            return true;
        }
        constexpr qsizetype mostUnfolded = 40;
        const bool folded = hasChart && (!table.isPrinted || table.rows.size() > mostUnfolded);
        if (folded)
            m_text += u"<details><summary>"_s +
                      escaped(Tr::tr("Figures (%n row(s))", nullptr, static_cast<int>(table.rows.size()))) +
                      u"</summary>\n"_s;
        if (!writeRows(table))
            return false;
        if (folded)
            m_text += u"</details>\n"_s;
        return true;
    }

    void writeChart(const ReportTable &table, const ReportChart &chart)
    {
        const ChartDrawing drawing = drawChart(table, chart, chartWidth);
        m_text += u"<h3>"_s + escaped(chart.title) + u"</h3>\n<svg role=\"img\" aria-label=\""_s +
                  escaped(chart.title) +
                  u"\" viewBox=\"0 0 %1 %2\">"_s.arg(QString::number(drawing.width, 'f', 1),
                                                     QString::number(drawing.height, 'f', 1));
        for (const ChartShape &shape : drawing.shapes)
            m_text += svgOf(shape);
        m_text += u"</svg>\n"_s;
    }

    bool writeRows(const ReportTable &table)
    {
        m_text += u"<div class=\"wide\"><table>\n<thead><tr>"_s;
        for (const ReportColumn &column : table.columns)
            if (column.isPrinted)
                m_text += (column.isNumber ? u"<th class=\"n\" scope=\"col\">"_s : u"<th scope=\"col\">"_s) +
                          escaped(column.label) + u"</th>"_s;
        m_text += u"</tr></thead>\n<tbody>\n"_s;
        for (const QList<ReportCell> &row : table.rows) {
            writeRow(table, row);
            if (!m_run.step())
                return false;
        }
        m_text += u"</tbody>\n"_s;
        if (!table.total.isEmpty()) {
            m_text += u"<tfoot>\n"_s;
            writeRow(table, shownTotal(table));
            m_text += u"</tfoot>\n"_s;
        }
        m_text += u"</table></div>\n"_s;
        return true;
    }

    void writeRow(const ReportTable &table, const QList<ReportCell> &row)
    {
        m_text += u"<tr>"_s;
        for (qsizetype i = 0; i < row.size(); ++i)
            if (table.columns.at(i).isPrinted)
                m_text += (table.columns.at(i).isNumber ? u"<td class=\"n\">"_s : u"<td>"_s) + u"<bdi>"_s +
                          escaped(shownText(row.at(i))) + u"</bdi></td>"_s;
        m_text += u"</tr>\n"_s;
    }

    const Report &m_report;
    ReportRun &m_run;
    QString m_text;
};

} // namespace

Result<QByteArray> htmlOf(const Report &report, ReportRun &run)
{
    return HtmlText(report, run).write();
}

} // namespace assay
