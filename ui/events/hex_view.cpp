// SPDX-License-Identifier: Apache-2.0
#include "ui/events/hex_view.h"

#include "ui/kit/paint.h"
#include "ui/kit/tr.h"

#include <QtGui/QPainter>
#include <QtWidgets/QScrollBar>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int columns = 16;
constexpr int lineHeight = metric::rowTight;
constexpr double margin = 20;
constexpr double groupGap = 8; ///< between the eighth byte and the ninth

char16_t printable(char byte)
{
    const auto code = static_cast<unsigned char>(byte);
    return code >= 0x20 && code < 0x7f ? static_cast<char16_t>(code) : u'·';
}

} // namespace

HexView::HexView(QWidget *parent) : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(Tr::tr("Bytes"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setCursor(Qt::IBeamCursor);
    verticalScrollBar()->setSingleStep(lineHeight);
}

void HexView::setBytes(const QByteArray &bytes)
{
    if (bytes == m_bytes)
        return;
    m_bytes = bytes;
    m_highlight = {};
    m_failure = -1;
    m_cursor = 0;
    fitScrollBar();
    verticalScrollBar()->setValue(0);
    viewport()->update();
}

void HexView::setHighlight(ByteRange range, bool reveal)
{
    m_highlight = range;
    if (range.length > 0 && reveal) {
        m_cursor = range.offset;
        revealByte(std::min(range.offset + range.length - 1, range.offset + 8 * columns));
        revealByte(range.offset);
    }
    setAccessibleDescription(range.length > 0
                                 ? Tr::tr("%1 bytes at %2 highlighted").arg(range.length).arg(range.offset)
                                 : QString());
    viewport()->update();
}

void HexView::setFailure(qsizetype at)
{
    m_failure = at;
    if (at >= 0)
        revealByte(std::min(at, m_bytes.size() - 1));
    viewport()->update();
}

QString HexView::hexOf(QByteArrayView bytes)
{
    return QString::fromLatin1(bytes.toByteArray().toHex(' '));
}

QString HexView::hexText() const
{
    return hexOf(m_highlight.length > 0
                     ? QByteArrayView(m_bytes).sliced(m_highlight.offset, m_highlight.length)
                     : QByteArrayView(m_bytes));
}

HexView::Layout HexView::layout() const
{
    Layout at;
    at.cell = QFontMetricsF(mono(Type::Small)).horizontalAdvance(u'0');
    const int digits = m_bytes.size() > 0xffff ? 8 : 4;
    // In a narrow pane the room between the columns goes first, then the text at the right.
    const double step = viewport()->width() < 620 ? 2.5 : 3.2;
    at.offset = at.cell * step;
    at.bytes = margin + at.cell * (digits + 2);
    at.text = at.bytes + columns * at.offset + groupGap + at.cell;
    return at;
}

double HexView::byteX(const Layout &at, int column) const
{
    return at.bytes + column * at.offset + (column >= columns / 2 ? groupGap : 0.0);
}

void HexView::fitScrollBar()
{
    const qsizetype lines = (m_bytes.size() + columns - 1) / columns;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(
        0, static_cast<int>(std::max<qsizetype>(0, lines * lineHeight - viewport()->height())));
}

void HexView::revealByte(qsizetype at)
{
    const auto top = static_cast<int>(at / columns * lineHeight);
    QScrollBar *bar = verticalScrollBar();
    if (top < bar->value())
        bar->setValue(top);
    else if (top + lineHeight > bar->value() + viewport()->height())
        bar->setValue(top + lineHeight - viewport()->height());
}

void HexView::paintHighlight(QPainter &painter, const Layout &at, qsizetype first, double y) const
{
    const qsizetype from = std::max(first, m_highlight.offset);
    const qsizetype to = std::min({first + columns, m_highlight.offset + m_highlight.length, m_bytes.size()});
    if (from >= to)
        return;
    const double pad = at.cell * 0.4;
    const double left = byteX(at, static_cast<int>(from - first)) - pad;
    const double right = byteX(at, static_cast<int>(to - 1 - first)) + 2 * at.cell + pad;
    painter.fillRect(QRectF(left, y, right - left, lineHeight), tokens().selection);
    const double textLeft = at.text + at.cell * static_cast<double>(from - first);
    painter.fillRect(QRectF(textLeft, y, at.cell * static_cast<double>(to - from), lineHeight),
                     tokens().selection);
}

void HexView::paintLine(QPainter &painter, const Layout &at, qsizetype first, double y) const
{
    const Tokens &t = tokens();
    const QFontMetricsF metrics(painter.font());
    const double baseline = y + lineHeight / 2.0 + (metrics.ascent() - metrics.descent()) / 2;
    const int digits = m_bytes.size() > 0xffff ? 8 : 4;
    painter.setPen(t.textThird);
    painter.drawText(QPointF(margin, baseline), QString::number(first, 16).rightJustified(digits, u'0'));
    const qsizetype last = std::min(first + columns, m_bytes.size());
    QString text;
    for (qsizetype i = first; i < last; ++i) {
        const auto column = static_cast<int>(i - first);
        const auto code = static_cast<unsigned char>(m_bytes.at(i));
        const bool failed = i == m_failure;
        const double x = byteX(at, column);
        if (failed)
            painter.fillRect(QRectF(x - at.cell * 0.4, y, at.cell * 2.8, lineHeight),
                             t.band(Band::Fail).tint);
        painter.setPen(failed ? t.band(Band::Fail).text : m_highlight.contains(i) ? t.text : t.textSecond);
        static constexpr char16_t hex[] = u"0123456789abcdef";
        const QChar pair[2] = {hex[code >> 4], hex[code & 15]};
        painter.drawText(QPointF(x, baseline), QString(pair, 2));
        text += printable(m_bytes.at(i));
    }
    painter.setPen(t.textSecond);
    painter.drawText(QPointF(at.text, baseline), text);
}

void HexView::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), t.surface);
    painter.setFont(mono(Type::Small));
    const Layout at = layout();
    const int top = verticalScrollBar()->value();
    for (qsizetype line = top / lineHeight; line * columns < m_bytes.size(); ++line) {
        const double y = static_cast<double>(line * lineHeight - top);
        if (y > viewport()->height())
            break;
        paintHighlight(painter, at, line * columns, y);
        paintLine(painter, at, line * columns, y);
    }
    if (hasFocus() && m_cursor < m_bytes.size()) {
        const double y = static_cast<double>(m_cursor / columns * lineHeight - top);
        const QRectF box(byteX(at, static_cast<int>(m_cursor % columns)) - at.cell * 0.4, y, at.cell * 2.8,
                         lineHeight);
        paintFocusRing(painter, box, metric::radiusChip);
    }
}

void HexView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    fitScrollBar();
}

/// Byte under a point, on either side; −1 = none.
qsizetype HexView::byteAt(const QPointF &point) const
{
    const Layout at = layout();
    const auto line = static_cast<qsizetype>((point.y() + verticalScrollBar()->value()) / lineHeight);
    int column = -1;
    if (point.x() >= at.text - at.cell / 2)
        column = static_cast<int>((point.x() - at.text) / at.cell);
    else
        for (int i = 0; i < columns; ++i)
            if (point.x() >= byteX(at, i) - at.cell / 2)
                column = i;
    const qsizetype byte = line * columns + column;
    return column >= 0 && column < columns && byte < m_bytes.size() ? byte : -1;
}

void HexView::choose(qsizetype at)
{
    m_cursor = std::clamp<qsizetype>(at, 0, std::max<qsizetype>(0, m_bytes.size() - 1));
    revealByte(m_cursor);
    viewport()->update();
    if (!m_bytes.isEmpty())
        Q_EMIT byteChosen(m_cursor);
}

void HexView::mousePressEvent(QMouseEvent *event)
{
    if (const qsizetype at = byteAt(event->position()); at >= 0)
        choose(at);
}

void HexView::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        mousePressEvent(event);
}

void HexView::keyPressEvent(QKeyEvent *event)
{
    const int page = std::max(1, viewport()->height() / lineHeight) * columns;
    switch (event->key()) {
    case Qt::Key_Left: choose(m_cursor - 1); break;
    case Qt::Key_Right: choose(m_cursor + 1); break;
    case Qt::Key_Up: choose(m_cursor >= columns ? m_cursor - columns : m_cursor); break;
    case Qt::Key_Down: choose(m_cursor + columns < m_bytes.size() ? m_cursor + columns : m_cursor); break;
    case Qt::Key_PageUp: choose(m_cursor - page); break;
    case Qt::Key_PageDown: choose(m_cursor + page); break;
    case Qt::Key_Home: choose(0); break;
    case Qt::Key_End: choose(m_bytes.size() - 1); break;
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

void HexView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void HexView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace assay::ui
