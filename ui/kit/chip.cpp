// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/chip.h"

#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>

#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal padding = 6;
constexpr qreal glyphSize = 10;
constexpr qreal chipHeight = 20;

struct Look
{
    QColor fill;
    QColor ink;
    QColor line;
};

Look lookOf(ChipTint tint)
{
    const Tokens &t = tokens();
    const auto band = [&t](Band b) { return Look{t.band(b).tint, t.band(b).text, {}}; };
    switch (tint) {
    case ChipTint::Neutral: return {t.hover, t.text, {}};
    case ChipTint::Outline: return {{}, t.textSecond, t.strongLine};
    case ChipTint::Accent: return {t.selection, t.accentText, {}};
    case ChipTint::Pass: return band(Band::Pass);
    case ChipTint::Near: return band(Band::Near);
    case ChipTint::Low: return band(Band::Low);
    case ChipTint::Fail: return band(Band::Fail);
    }
    return {};
}

QFont chipFont()
{
    return font(Type::Small, QFont::Medium);
}

} // namespace

ChipTint chipTint(Band band)
{
    switch (band) {
    case Band::Pass: return ChipTint::Pass;
    case Band::Near: return ChipTint::Near;
    case Band::Low: return ChipTint::Low;
    case Band::Fail: return ChipTint::Fail;
    }
    return ChipTint::Neutral;
}

Chip::Chip(const QString &text, ChipTint tint, QWidget *parent) : QWidget(parent), m_tint(tint)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setText(text);
}

void Chip::setText(const QString &text)
{
    m_text = visibleLine(text, 300);
    setAccessibleName(m_text);
    updateGeometry();
    update();
}

void Chip::setTint(ChipTint tint)
{
    m_tint = tint;
    update();
}

void Chip::setGlyph(std::optional<Band> band)
{
    m_glyph = band;
    updateGeometry();
    update();
}

void Chip::setSymbol(Icon icon)
{
    m_icon = icon;
    updateGeometry();
    update();
}

void Chip::setActivatable(bool on)
{
    m_activatable = on;
    setFocusPolicy(on ? Qt::TabFocus : Qt::NoFocus);
    setCursor(on ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setAttribute(Qt::WA_Hover, on);
}

qreal Chip::leading() const
{
    return m_glyph ? glyphSize + 4 : m_icon != Icon::None ? 14 + 4 : 0;
}

QSize Chip::sizeHint() const
{
    const qreal text = std::ceil(QFontMetricsF(chipFont()).horizontalAdvance(m_text)) + 1;
    return {int(padding * 2 + leading() + text), int(chipHeight)};
}

QSize Chip::minimumSizeHint() const
{
    return {qMin(sizeHint().width(), int(padding * 2 + leading() + 24)), int(chipHeight)};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF box(0, (height() - chipHeight) / 2, width(), chipHeight);
    Look look = lookOf(m_tint);
    if (m_activatable && underMouse() && look.fill.isValid())
        look.line = look.ink;
    paintBox(painter, box, metric::radiusChip, look.fill, look.line);
    qreal x = padding;
    if (m_glyph)
        paintBandGlyph(painter, {x, box.center().y() - glyphSize / 2, glyphSize, glyphSize}, *m_glyph);
    else
        paintIcon(painter, {x, box.center().y() - 7, 14, 14}, m_icon, look.ink);
    x += leading();
    painter.setFont(chipFont());
    painter.setPen(look.ink);
    drawLine(painter, QRectF(x, box.top(), box.width() - x - padding + 1, box.height()), m_text);
    if (hasFocus())
        paintFocusRing(painter, box, metric::radiusChip);
}

void Chip::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_activatable && event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT activated();
    else
        QWidget::mouseReleaseEvent(event);
}

void Chip::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (m_activatable && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space))
        Q_EMIT activated();
    else
        QWidget::keyPressEvent(event);
}

CiteChip::CiteChip(const QString &label, QWidget *parent) : QWidget(parent), m_label(visibleLine(label, 16))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(Tr::tr("Source %1").arg(m_label));
}

QSize CiteChip::sizeHint() const
{
    const qreal text =
        QFontMetricsF(assay::ui::font(Type::Small, QFont::DemiBold)).horizontalAdvance(m_label);
    return {qMax(16, int(std::ceil(text)) + 10), 16};
}

void CiteChip::paint(QPainter &painter, const QRectF &rect, const QString &label)
{
    const Tokens &t = tokens();
    const bool tool = !label.isEmpty() && label.at(0).isLetter();
    paintBox(painter, rect, metric::radiusChip - 1, t.selection, tool ? t.accentText : QColor());
    painter.save();
    painter.setFont(assay::ui::font(Type::Small, QFont::DemiBold));
    painter.setPen(t.accentText);
    painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine | Qt::TextDontClip, label);
    painter.restore();
}

void CiteChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter, QRectF(0, (height() - 15) / 2.0, width(), 15), m_label);
}

QString scoreText(std::optional<double> score)
{
    if (!score || !std::isfinite(*score))
        return u"–"_s;
    // The float of the wire may sit just under a hundredth it means; a real gap is a thousand times larger.
    const double cut = std::floor(*score * 100 + 1e-4) / 100;
    return QString::number(cut, 'f', 2);
}

ScoreBadge::ScoreBadge(QWidget *parent) : ScoreBadge(std::nullopt, Look::Tinted, parent) {}

ScoreBadge::ScoreBadge(std::optional<double> score, Look look, QWidget *parent)
    : QWidget(parent), m_look(look)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setScore(score);
}

void ScoreBadge::setScore(std::optional<double> score)
{
    m_score = score;
    setAccessibleName(score ? Tr::tr("Score %1").arg(scoreText(score)) : Tr::tr("No score"));
    updateGeometry();
    update();
}

QSize ScoreBadge::sizeHint() const
{
    const bool tinted = m_look == Look::Tinted;
    const qreal text =
        figuresWidth(assay::ui::font(tinted ? Type::Body : Type::Small, QFont::DemiBold), u"0.00"_s);
    return tinted ? QSize(8 + 12 + 5 + int(std::ceil(text)) + 8, 24)
                  : QSize(10 + 5 + int(std::ceil(text)), 16);
}

void ScoreBadge::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    const bool tinted = m_look == Look::Tinted;
    const qreal glyph = tinted ? 12 : 10;
    const qreal left = tinted ? 8 : 0;
    QPainter painter(this);
    painter.setFont(assay::ui::font(tinted ? Type::Body : Type::Small, QFont::DemiBold));
    const QRectF box(rect());
    if (!m_score || !std::isfinite(*m_score)) {
        if (tinted)
            paintBox(painter, box, metric::radiusChip, t.hover);
        painter.setPen(t.textSecond);
        painter.drawText(box, Qt::AlignCenter, scoreText({}));
        return;
    }
    const Band band = bandOf(*m_score);
    if (tinted)
        paintBox(painter, box, metric::radiusChip, t.band(band).tint);
    paintBandGlyph(painter, {left, box.center().y() - glyph / 2, glyph, glyph}, band);
    painter.setPen(t.band(band).text);
    drawFigures(painter, box.adjusted(left + glyph + 5, 0, tinted ? -8 : 0, 0), scoreText(m_score),
                Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace assay::ui
