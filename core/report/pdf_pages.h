// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/chart_shapes.h"

#include <QtCore/QBuffer>
#include <QtGui/QColor>
#include <QtGui/QFont>

class QPagedPaintDevice;
class QPainter;

namespace assay {

// A4 pages that are filled from top to bottom, then painted, when their number is known.
// Private to core/report. Lengths are tenths of a point, of which one page has 5950 × 8420.

enum class PdfFont : std::uint8_t { Body, Small, SmallStrong, Strong, Heading, Title, Tile, Chart };
enum class PdfColour : std::uint8_t { Text, Soft, Rule, Tint, Value, Interval, Gap, Limit, Mark };

QFont pdfFont(PdfFont font);
double pdfTextWidth(PdfFont font, const QString &text);

/// What is painted on a page, in its order.
struct PdfInk
{
    enum class Kind : std::uint8_t { Words, Fill, Stroke };
    Kind kind = Kind::Words;
    PdfColour colour = PdfColour::Text;
    QList<QPointF> points{};
    double width = 0.0; ///< of a stroke
    bool dashed = false;
    PdfFont font = PdfFont::Body;
    QString text{};
};

class PdfPages
{
public:
    static constexpr double pt = 10.0;
    static constexpr double pageWidth = 595.0 * pt;
    static constexpr double pageHeight = 842.0 * pt;
    static constexpr double margin = 48.0 * pt;
    static constexpr double width = pageWidth - 2.0 * margin; ///< of what is written
    static constexpr double bottom = pageHeight - 60.0 * pt;

    PdfPages();

    double y() const { return m_y; }
    void down(double by) { m_y += by; }
    /// Begins a page where less than `height` is left. @return true when it did
    bool need(double height);

    /// Words at x from the left margin, `below` the place that was reached, on their baseline.
    void words(double x, double below, const QString &text, PdfFont font, PdfColour colour,
               Qt::AlignmentFlag anchor = Qt::AlignLeft);
    void rule(double below, PdfColour colour = PdfColour::Rule, double thickness = 5.0);
    void fill(const QRectF &box, PdfColour colour); ///< relative to margin and place
    /// Wrapped to `room`, each line moving the place down.
    void paragraph(const QString &text, PdfFont font, PdfColour colour, double x = 0.0, double room = width);
    void drawing(const ChartDrawing &drawing);

    /// All pages with their numbers as a PDF. @param footer stands left of the number
    QByteArray bytes(const QString &title, const QString &footer) const;

    /// Paints all pages as large as the paper allows.
    /// @return false when the device refused
    bool paintOn(QPagedPaintDevice &device, const QString &footer) const;

private:
    void paintPage(QPainter &painter, qsizetype page, const QString &footer) const;

    QList<QList<PdfInk>> m_pages{};
    double m_y = margin;
};

} // namespace assay
