// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/wrapped_text.h"

#include "ui/kit/plain.h"

#include <QtGui/QPainter>

#include <cmath>

namespace assay::ui {

namespace {

constexpr int leastWidth = 60;

} // namespace

WrappedText::WrappedText(Type type, QFont::Weight weight, Tone tone, QWidget *parent)
    : QWidget(parent), m_tone(tone)
{
    m_layout.setFont(assay::ui::font(type, weight));
    m_layout.setCacheEnabled(true);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout.setTextOption(option);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void WrappedText::setText(const QString &text)
{
    if (text == m_source)
        return;
    m_source = text;
    m_shown = visibleText(text, m_maximum);
    setAccessibleName(m_shown);
    QString lines = m_shown;
    lines.replace(u'\n', QChar::LineSeparator);
    m_layout.setText(lines);
    m_laidFor = -1;
    m_heights.clear();
    updateGeometry();
    update();
}

void WrappedText::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

int WrappedText::lay(int width) const
{
    const int room = std::max(width, leastWidth);
    if (room == m_laidFor)
        return m_heights.value(room);
    const qreal spacing = std::round(QFontMetricsF(m_layout.font()).height() * 1.15);
    qreal y = 0;
    m_layout.beginLayout();
    for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
        line.setLineWidth(room);
        line.setPosition({0, y + std::round((spacing - line.height()) / 2)});
        y += spacing;
    }
    m_layout.endLayout();
    m_laidFor = room;
    m_heights.insert(room, static_cast<int>(y));
    return static_cast<int>(y);
}

int WrappedText::heightForWidth(int width) const
{
    const auto known = m_heights.constFind(std::max(width, leastWidth));
    return known != m_heights.constEnd() ? *known : lay(width);
}

QSize WrappedText::sizeHint() const
{
    const int line =
        static_cast<int>(std::ceil(QFontMetricsF(m_layout.font()).horizontalAdvance(m_shown.left(200)))) + 1;
    return {std::min(line, 640), minimumSizeHint().height()};
}

QSize WrappedText::minimumSizeHint() const
{
    return {leastWidth, static_cast<int>(QFontMetricsF(m_layout.font()).height())};
}

void WrappedText::paintEvent(QPaintEvent *)
{
    lay(width());
    QPainter painter(this);
    painter.setPen(toneColor(m_tone));
    m_layout.draw(&painter, {});
}

} // namespace assay::ui
