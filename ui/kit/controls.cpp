// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/controls.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/tr.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtGui/QWheelEvent>

#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double knob = 6;
constexpr int sliderHeight = 20;
constexpr int rowText = 16;

} // namespace

Slider::Slider(double low, double high, double step, QWidget *parent)
    : QAbstractSlider(parent), m_low(low), m_high(qMax(low, high)), m_step(step > 0 ? step : 0.01)
{
    setOrientation(Qt::Horizontal);
    setRange(0, int(std::lround((m_high - m_low) / m_step)));
    setSingleStep(1);
    setPageStep(10);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

double Slider::real() const
{
    return qMin(m_high, m_low + value() * m_step);
}

void Slider::setReal(double value)
{
    if (std::isnan(value))
        return;
    setValue(int(std::lround((qBound(m_low, value, m_high) - m_low) / m_step)));
    update();
}

void Slider::setFileValue(std::optional<double> value)
{
    m_file = value && std::isfinite(*value) ? value : std::nullopt;
    update();
}

QSize Slider::sizeHint() const
{
    return {196, sliderHeight};
}

QSize Slider::minimumSizeHint() const
{
    return {80, sliderHeight};
}

double Slider::xOf(double value) const
{
    const double share = m_high > m_low ? (value - m_low) / (m_high - m_low) : 0;
    return knob + (width() - 2 * knob) * qBound(0.0, share, 1.0);
}

void Slider::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = height() / 2.0;
    const double at = xOf(real());
    paintBox(painter, QRectF(0, middle - 2, width(), 4), 2, t.track);
    const QColor fill = isEnabled() ? t.accentText : t.neutralWeak;
    paintBox(painter, QRectF(0, middle - 2, at, 4), 2, fill);
    if (m_file)
        painter.fillRect(QRectF(std::round(xOf(*m_file)) - 1, middle - 6, 2, 12), t.textSecond);
    const bool dark = currentTheme() == Theme::Dark;
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.surface);
    painter.drawEllipse(QPointF(at, middle), knob + 2, knob + 2);
    painter.setBrush(isEnabled() ? (dark ? t.text : t.surface) : t.neutral);
    if (!dark)
        painter.setPen(QPen(fill, 1.5));
    painter.drawEllipse(QPointF(at, middle), dark ? knob : knob + 0.25, dark ? knob : knob + 0.25);
    if (hasFocus())
        paintFocusRing(painter, QRectF(at - knob - 4, middle - knob - 4, 2 * knob + 8, 2 * knob + 8),
                       knob + 4);
}

void Slider::edit(int steps)
{
    const int before = value();
    setValue(steps);
    if (value() != before)
        Q_EMIT valueEdited(real());
    update();
}

void Slider::moveTo(double x)
{
    const double room = width() - 2 * knob;
    const double share = room > 0 ? (x - knob) / room : 0;
    edit(int(std::lround(qBound(0.0, share, 1.0) * maximum())));
}

void Slider::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    setSliderDown(true);
    moveTo(event->position().x());
}

void Slider::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        moveTo(event->position().x());
}

void Slider::mouseReleaseEvent(QMouseEvent *event)
{
    Q_UNUSED(event)
    setSliderDown(false);
}

void Slider::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Up: edit(value() + singleStep()); break;
    case Qt::Key_Left:
    case Qt::Key_Down: edit(value() - singleStep()); break;
    case Qt::Key_PageUp: edit(value() + pageStep()); break;
    case Qt::Key_PageDown: edit(value() - pageStep()); break;
    case Qt::Key_Home: edit(minimum()); break;
    case Qt::Key_End: edit(maximum()); break;
    case Qt::Key_Backspace:
        if (m_file)
            edit(int(std::lround((*m_file - m_low) / m_step)));
        break;
    default: QWidget::keyPressEvent(event);
    }
}

void Slider::wheelEvent(QWheelEvent *event)
{
    // A wheel over an unfocused slider scrolls the pane, it does not change a setting.
    if (!hasFocus()) {
        event->ignore();
        return;
    }
    edit(value() + (event->angleDelta().y() > 0 ? 1 : -1));
    event->accept();
}

SliderRow::SliderRow(const QString &name, double low, double high, double step, QWidget *parent)
    : QWidget(parent), m_name(name), m_slider(new Slider(low, high, step, this))
{
    m_slider->setAccessibleName(name);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_slider, &QAbstractSlider::valueChanged, this, [this] { update(); });
}

void SliderRow::setDecimals(int decimals)
{
    m_decimals = decimals;
    update();
}

void SliderRow::setFileValue(std::optional<double> value)
{
    m_file = value;
    m_slider->setFileValue(value);
    update();
}

QSize SliderRow::sizeHint() const
{
    return {196, rowText + sliderHeight - 2};
}

QSize SliderRow::minimumSizeHint() const
{
    return {120, rowText + sliderHeight - 2};
}

void SliderRow::resizeEvent(QResizeEvent *)
{
    m_slider->setGeometry(0, rowText - 2, width(), sliderHeight);
}

void SliderRow::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    const QString value = QString::number(m_slider->real(), 'f', m_decimals);
    const QFont figure = assay::ui::font(Type::Small, QFont::DemiBold);
    const double valueWidth = figuresWidth(figure, value);
    m_slider->setAccessibleDescription(value);
    painter.setFont(assay::ui::font(Type::Small, QFont::Medium));
    painter.setPen(isEnabled() ? t.textSecond : t.controlOutline);
    drawLine(painter, QRectF(0, 0, width() - valueWidth - 16, rowText), m_name);
    painter.setFont(figure);
    painter.setPen(isEnabled() ? t.text : t.controlOutline);
    drawFigures(painter, QRectF(0, 0, width(), rowText), value);
    const double half = std::pow(10.0, -m_decimals) / 2;
    if (m_file && std::abs(*m_file - m_slider->real()) > half)
        paintBox(painter, QRectF(width() - valueWidth - 11, rowText / 2.0 - 2.5, 5, 5), 2.5, t.accentText);
}

Toggle::Toggle(const QString &name, QWidget *parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(name);
}

void Toggle::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    const QRectF box(0, (height() - 16) / 2.0, 28, 16);
    if (isChecked())
        paintBox(painter, box, 8, isEnabled() ? t.accentFill : t.neutral);
    else
        paintBox(painter, box, 8, underMouse() ? t.track : t.hover, t.controlOutline);
    const double d = isChecked() ? 12 : 10;
    const QRectF disc(isChecked() ? box.right() - d - 2 : box.left() + 3, box.center().y() - d / 2, d, d);
    paintBox(painter, disc, d / 2, isChecked() ? t.onAccent : isEnabled() ? t.controlOutline : t.neutralWeak);
    if (hasFocus())
        paintFocusRing(painter, box.adjusted(0, -2, 0, 2), 10);
}

void Toggle::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

Stepper::Stepper(const QString &name, int low, int high, QWidget *parent)
    : QWidget(parent), m_low(low), m_high(qMax(low, high)), m_value(low)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(name);
    setAccessibleDescription(QString::number(m_value));
}

void Stepper::setValue(int value)
{
    m_value = qBound(m_low, value, m_high);
    setAccessibleDescription(QString::number(m_value));
    update();
}

void Stepper::edit(int value)
{
    const int before = m_value;
    setValue(value);
    if (m_value != before)
        Q_EMIT valueEdited(m_value);
}

void Stepper::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    const QRectF box(rect());
    paintBox(painter, box, metric::radius - 1, {}, t.strongLine);
    const double third = 24;
    painter.fillRect(QRectF(third, 1, 1, box.height() - 2), t.strongLine);
    painter.fillRect(QRectF(box.width() - third - 1, 1, 1, box.height() - 2), t.strongLine);
    const auto mark = [&](double x, Icon icon, bool can) {
        paintIcon(painter, {x - 7, box.center().y() - 7, 14, 14}, icon,
                  can && isEnabled() ? t.textSecond : t.neutralWeak);
    };
    mark(third / 2 + 0.5, Icon::Minus, m_value > m_low);
    mark(box.width() - third / 2 - 0.5, Icon::Plus, m_value < m_high);
    painter.setFont(assay::ui::font(Type::Small, QFont::DemiBold));
    painter.setPen(isEnabled() ? t.text : t.controlOutline);
    drawFigures(painter, box, QString::number(m_value), Qt::AlignHCenter);
    if (hasFocus())
        paintFocusRing(painter, box, metric::radius - 1);
}

void Stepper::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (event->position().x() < 25)
        edit(m_value - 1);
    else if (event->position().x() > width() - 25)
        edit(m_value + 1);
}

void Stepper::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key == Qt::Key_Up || key == Qt::Key_Right || key == Qt::Key_Plus)
        edit(m_value + 1);
    else if (key == Qt::Key_Down || key == Qt::Key_Left || key == Qt::Key_Minus)
        edit(m_value - 1);
    else if (key == Qt::Key_Home)
        edit(m_low);
    else if (key == Qt::Key_End)
        edit(m_high);
    else if (key >= Qt::Key_0 && key <= Qt::Key_9 && key - Qt::Key_0 >= m_low && key - Qt::Key_0 <= m_high)
        edit(key - Qt::Key_0);
    else
        QWidget::keyPressEvent(event);
}

void Stepper::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        edit(m_value + (event->angleDelta().y() > 0 ? 1 : -1));
    else
        event->ignore();
}

} // namespace assay::ui
