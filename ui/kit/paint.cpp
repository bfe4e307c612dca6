// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/paint.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal capHeight = 16;
constexpr qreal capPadding = 4;
constexpr qreal capGap = 3;

qreal capWidth(const QString &cap)
{
    const QFontMetricsF metrics(font(Type::Small, QFont::Medium));
    return std::ceil(qMax(capHeight, metrics.horizontalAdvance(cap) + 2 * capPadding - 1));
}

qreal luminance(const QColor &color)
{
    const auto linear = [](double c) {
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(double(color.redF())) + 0.7152 * linear(double(color.greenF())) +
           0.0722 * linear(double(color.blueF()));
}

qreal digitWidth(const QFontMetricsF &metrics)
{
    qreal widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = qMax(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

QPen roundPen(const QColor &color, qreal width)
{
    return {color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

} // namespace

void paintBox(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &outline)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool lined = outline.isValid() && outline.alpha() > 0;
    painter.setPen(lined ? QPen(outline, 1) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const QRectF box = lined ? rect.adjusted(0.5, 0.5, -0.5, -0.5) : rect;
    painter.drawRoundedRect(box, radius, radius);
    painter.restore();
}

void paintFocusRing(QPainter &painter, const QRectF &rect, qreal radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokens().accentText, metric::focusRing));
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), qMax(0.0, radius - 1), qMax(0.0, radius - 1));
    painter.restore();
}

void paintBandGlyph(QPainter &painter, const QRectF &rect, Band band)
{
    const QColor fill = tokens().band(band).fill;
    const bool dark = currentTheme() == Theme::Dark;
    const QColor ink = dark && band != Band::Fail ? tokens().surface : QColor(Qt::white);
    const QRectF r = rect.adjusted(0.5, 0.5, -0.5, -0.5);
    const auto at = [&r](qreal x, qreal y) { return QPointF(r.x() + x * r.width(), r.y() + y * r.height()); };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    const QPen mark = roundPen(ink, qMax(1.2, r.width() * 0.13));
    switch (band) {
    case Band::Pass:
        painter.drawEllipse(r);
        painter.setPen(mark);
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF{at(0.28, 0.53), at(0.44, 0.68), at(0.72, 0.35)});
        break;
    case Band::Near:
        painter.drawPolygon(QPolygonF{at(0.5, -0.04), at(1.04, 0.5), at(0.5, 1.04), at(-0.04, 0.5)});
        painter.setPen(mark);
        painter.drawLine(at(0.36, 0.5), at(0.64, 0.5));
        break;
    case Band::Low:
        painter.drawPolygon(QPolygonF{at(0, 0.08), at(1, 0.08), at(0.5, 1)});
        painter.setPen(mark);
        painter.drawLine(at(0.5, 0.28), at(0.5, 0.55));
        break;
    case Band::Fail:
        painter.drawRoundedRect(r, 1.5, 1.5);
        painter.setPen(mark);
        painter.drawLine(at(0.32, 0.32), at(0.68, 0.68));
        painter.drawLine(at(0.68, 0.32), at(0.32, 0.68));
        break;
    }
    painter.restore();
}

QString elided(const QString &text, const QFont &font, qreal width, Qt::TextElideMode mode)
{
    if (width <= 0 || text.isEmpty())
        return {};
    // No glyph that advances is narrower than a pixel, so this many characters always suffice.
    const auto enough = qsizetype(qMin(width, 20000.0)) + 16;
    const QFontMetricsF metrics(font);
    if (text.size() <= 2 * enough)
        return metrics.elidedText(text, mode, width);
    const QString some = mode == Qt::ElideLeft     ? text.last(2 * enough)
                         : mode == Qt::ElideMiddle ? text.first(enough) + text.last(enough)
                                                   : text.first(2 * enough);
    const QString fit = metrics.elidedText(some, mode, width);
    return fit.size() < some.size() ? fit : metrics.elidedText(some + u'…', mode, width);
}

void drawLine(QPainter &painter, const QRectF &rect, const QString &text, Qt::Alignment align,
              Qt::TextElideMode mode)
{
    const QString shown = elided(text, painter.font(), std::ceil(rect.width()), mode);
    painter.drawText(rect, int(align) | Qt::TextSingleLine | Qt::TextDontClip | Qt::TextIncludeTrailingSpaces,
                     shown);
}

qreal figuresWidth(const QFont &font, const QString &text)
{
    const QFontMetricsF metrics(font);
    const qreal cell = digitWidth(metrics);
    qreal width = 0;
    for (const QChar c : text)
        width += c.isDigit() ? cell : metrics.horizontalAdvance(c);
    return width;
}

void drawFigures(QPainter &painter, const QRectF &rect, const QString &text, Qt::Alignment align)
{
    const QFont face = painter.font();
    const QFontMetricsF metrics(face);
    const qreal cell = digitWidth(metrics);
    const qreal width = figuresWidth(face, text);
    if (width > rect.width() + 1) {
        drawLine(painter, rect, text, align);
        return;
    }
    qreal x = rect.left();
    if (align.testFlag(Qt::AlignRight))
        x = rect.right() - width;
    else if (align.testFlag(Qt::AlignHCenter))
        x = rect.center().x() - width / 2;
    const qreal baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    for (const QChar c : text) {
        const qreal own = metrics.horizontalAdvance(c);
        const qreal step = c.isDigit() ? cell : own;
        painter.drawText(QPointF(x + (step - own) / 2, baseline), QString(c));
        x += step;
    }
}

QStringList keyCaps(const QKeySequence &keys)
{
    QStringList caps;
    QString text = keys.toString(QKeySequence::PortableText);
    if (text.isEmpty())
        return caps;
    text.replace(u", "_s, u"+"_s);
    const bool plus = text.endsWith(u"++"_s) || text == u"+"_s;
    caps = text.split(u'+', Qt::SkipEmptyParts);
    if (plus)
        caps << u"+"_s;
    for (QString &cap : caps) {
        if (cap == u"Return"_s)
            cap = u"Enter"_s;
        else if (cap == u"Escape"_s)
            cap = u"Esc"_s;
        else if (cap == u"Meta"_s)
            cap = u"Super"_s;
    }
    return caps;
}

QSizeF keyCapsSize(const QStringList &caps)
{
    if (caps.isEmpty())
        return {0, capHeight};
    qreal width = capGap * qreal(caps.size() - 1);
    for (const QString &cap : caps)
        width += capWidth(cap);
    return {width, capHeight};
}

void paintKeyCaps(QPainter &painter, const QPointF &topLeft, const QStringList &caps, CapStyle style)
{
    const Tokens &t = tokens();
    // Darker, not lighter: white on a lightened accent would fall below 4.5:1.
    const QColor veil = mixed(t.accentFill, Qt::black, 0.2);
    painter.save();
    painter.setFont(font(Type::Small, QFont::Medium));
    QPointF at = topLeft;
    for (const QString &cap : caps) {
        const QRectF box(at, QSizeF(capWidth(cap), capHeight));
        if (style == CapStyle::OnAccent)
            paintBox(painter, box, metric::radiusChip, veil);
        else
            paintBox(painter, box, metric::radiusChip, {}, t.strongLine);
        painter.setPen(style == CapStyle::OnAccent ? t.onAccent : t.textSecond);
        painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine | Qt::TextDontClip, cap);
        at.rx() += box.width() + capGap;
    }
    painter.restore();
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (qMax(a, b) + 0.05) / (qMin(a, b) + 0.05);
}

QColor mixed(const QColor &under, const QColor &over, qreal share)
{
    const auto mix = [share](int a, int b) { return qRound(a + (b - a) * share); };
    return {mix(under.red(), over.red()), mix(under.green(), over.green()), mix(under.blue(), over.blue())};
}

} // namespace assay::ui
