// SPDX-License-Identifier: Apache-2.0
#include "report/pdf_pages.h"

#include "base/tr.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtGui/QPdfWriter>
#include <QtGui/QTextLayout>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

QColor colourOf(PdfColour colour)
{
    switch (colour) {
    case PdfColour::Text: return {0x1b, 0x21, 0x29};
    case PdfColour::Soft: return {0x5b, 0x66, 0x73};
    case PdfColour::Rule: return {0xd6, 0xdc, 0xe3};
    case PdfColour::Tint: return {0xf3, 0xf5, 0xf8};
    case PdfColour::Value: return {0x2f, 0x6f, 0xde};
    case PdfColour::Interval: return {0xd3, 0xe1, 0xf8};
    case PdfColour::Gap: return {0xec, 0xee, 0xf1};
    case PdfColour::Limit: return {0xb3, 0x26, 0x1e};
    case PdfColour::Mark: return {0x7a, 0x4f, 0xd0};
    }
    Q_UNREACHABLE();
}

PdfColour colourOf(ChartTone tone)
{
    switch (tone) {
    case ChartTone::Grid: return PdfColour::Rule;
    case ChartTone::Value: return PdfColour::Value;
    case ChartTone::Interval: return PdfColour::Interval;
    case ChartTone::Gap: return PdfColour::Gap;
    case ChartTone::Limit: return PdfColour::Limit;
    case ChartTone::Mark: return PdfColour::Mark;
    case ChartTone::Label: return PdfColour::Soft;
    }
    Q_UNREACHABLE();
}

/// Tenths of a point.
int sizeOf(PdfFont font)
{
    switch (font) {
    case PdfFont::Body:
    case PdfFont::Strong: return 90;
    case PdfFont::Small:
    case PdfFont::SmallStrong: return 75;
    case PdfFont::Heading: return 130;
    case PdfFont::Title: return 220;
    case PdfFont::Tile: return 160;
    case PdfFont::Chart: return qRound(chartTextSize * PdfPages::pt);
    }
    Q_UNREACHABLE();
}

bool isStrong(PdfFont font)
{
    return font == PdfFont::SmallStrong || font == PdfFont::Strong || font == PdfFont::Heading ||
           font == PdfFont::Title || font == PdfFont::Tile;
}

} // namespace

QFont pdfFont(PdfFont font)
{
    QFont made;
    made.setFamilies({u"Inter"_s, u"DejaVu Sans"_s, u"Noto Sans"_s});
    made.setPixelSize(sizeOf(font));
    made.setWeight(isStrong(font) ? QFont::DemiBold : QFont::Normal);
    made.setHintingPreference(QFont::PreferNoHinting); // the screen has no say in it
    return made;
}

double pdfTextWidth(PdfFont font, const QString &text)
{
    return QFontMetricsF(pdfFont(font)).horizontalAdvance(text);
}

PdfPages::PdfPages()
{
    m_pages.append(QList<PdfInk>());
}

bool PdfPages::need(double height)
{
    if (m_y + height <= bottom || m_y == margin)
        return false;
    m_pages.append(QList<PdfInk>());
    m_y = margin;
    return true;
}

void PdfPages::words(double x, double below, const QString &text, PdfFont font, PdfColour colour,
                     Qt::AlignmentFlag anchor)
{
    const double back = anchor == Qt::AlignRight ? pdfTextWidth(font, text) : 0.0;
    m_pages.last().append({.kind = PdfInk::Kind::Words,
                           .colour = colour,
                           .points = {{margin + x - back, m_y + below}},
                           .font = font,
                           .text = text});
}

void PdfPages::rule(double below, PdfColour colour, double thickness)
{
    m_pages.last().append({.kind = PdfInk::Kind::Stroke,
                           .colour = colour,
                           .points = {{margin, m_y + below}, {margin + width, m_y + below}},
                           .width = thickness});
}

void PdfPages::fill(const QRectF &box, PdfColour colour)
{
    const QRectF placed = box.translated(margin, m_y);
    m_pages.last().append(
        {.kind = PdfInk::Kind::Fill,
         .colour = colour,
         .points = {placed.topLeft(), placed.topRight(), placed.bottomRight(), placed.bottomLeft()}});
}

void PdfPages::paragraph(const QString &text, PdfFont font, PdfColour colour, double x, double room)
{
    QTextLayout layout(text, pdfFont(font));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    const double height = sizeOf(font) * 1.4;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(room);
        need(height);
        words(x, height * 0.78, text.mid(line.textStart(), line.textLength()).trimmed(), font, colour);
        down(height);
    }
    layout.endLayout();
}

void PdfPages::drawing(const ChartDrawing &drawing)
{
    need(drawing.height * pt);
    for (const ChartShape &shape : drawing.shapes) {
        const PdfColour colour = colourOf(shape.tone);
        if (shape.kind == ChartShape::Kind::Words) {
            const QPointF at = shape.points.first() * pt;
            words(at.x(), at.y(), shape.text, PdfFont::Chart, colour, shape.anchor);
            continue;
        }
        PdfInk ink{.kind = shape.kind == ChartShape::Kind::Area ? PdfInk::Kind::Fill : PdfInk::Kind::Stroke,
                   .colour = colour,
                   .points = {},
                   .width = shape.tone == ChartTone::Value ? 1.3 * pt : 0.5 * pt,
                   .dashed = shape.tone == ChartTone::Limit};
        for (const QPointF &point : shape.points)
            ink.points.append(QPointF(margin, m_y) + point * pt);
        m_pages.last().append(ink);
    }
    down(drawing.height * pt);
}

void PdfPages::paintPage(QPainter &painter, qsizetype page, const QString &footer) const
{
    for (const PdfInk &ink : m_pages.at(page)) {
        const QColor colour = colourOf(ink.colour);
        switch (ink.kind) {
        case PdfInk::Kind::Words:
            painter.setPen(colour);
            painter.setFont(pdfFont(ink.font));
            painter.drawText(ink.points.first(), ink.text);
            break;
        case PdfInk::Kind::Fill:
            painter.setPen(Qt::NoPen);
            painter.setBrush(colour);
            painter.drawPolygon(ink.points.constData(), static_cast<int>(ink.points.size()));
            break;
        case PdfInk::Kind::Stroke: {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(colour, ink.width, ink.dashed ? Qt::DashLine : Qt::SolidLine, Qt::FlatCap,
                                Qt::RoundJoin));
            painter.drawPolyline(ink.points.constData(), static_cast<int>(ink.points.size()));
            break;
        }
        }
    }
    const double y = pageHeight - 32.0 * pt;
    const QString number = Tr::tr("Page %1 of %2").arg(page + 1).arg(m_pages.size());
    painter.setFont(pdfFont(PdfFont::Small));
    painter.setPen(colourOf(PdfColour::Soft));
    const double room = width - pdfTextWidth(PdfFont::Small, number) - 12.0 * pt;
    const QFontMetricsF metrics(pdfFont(PdfFont::Small));
    painter.drawText(QPointF(margin, y), metrics.elidedText(footer, Qt::ElideRight, room));
    painter.drawText(QPointF(margin + width - pdfTextWidth(PdfFont::Small, number), y), number);
}

QByteArray PdfPages::bytes(const QString &title, const QString &footer) const
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(qRound(72.0 * pt));
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(0.0, 0.0, 0.0, 0.0));
    writer.setTitle(title);
    writer.setCreator(u"Assay"_s);
    paintOn(writer, footer);
    return buffer.data();
}

bool PdfPages::paintOn(QPagedPaintDevice &device, const QString &footer) const
{
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    const double fit = std::min(device.width() / pageWidth, device.height() / pageHeight);
    if (std::abs(fit - 1.0) > 0.001) // A4 in tenths of a point is itself a hair off
        painter.scale(fit, fit);
    bool good = true;
    for (qsizetype page = 0; page < m_pages.size() && good; ++page) {
        good = page == 0 || device.newPage();
        if (good)
            paintPage(painter, page, footer);
    }
    return painter.end() && good;
}

} // namespace assay
