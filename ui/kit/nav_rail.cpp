// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/nav_rail.h"

#include "ui/kit/card.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QVBoxLayout>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int headHeight = 76;
constexpr int footHeight = 52;
constexpr QRectF environmentBox(16, 40, 136, 26);

} // namespace

NavItem::NavItem(Icon icon, const QString &name, QWidget *parent) : QAbstractButton(parent), m_icon(icon)
{
    setText(name);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(name);
}

void NavItem::setCount(const QString &text, NavMark mark)
{
    m_count = visibleLine(text, 12);
    m_mark = mark;
    setAccessibleDescription(m_count);
    update();
}

void NavItem::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    const QRectF box(rect());
    if (isChecked())
        paintBox(painter, box, metric::radius, t.selection);
    else if (underMouse())
        paintBox(painter, box, metric::radius, t.hover);
    if (isChecked())
        paintBox(painter, QRectF(0, 6, 3, box.height() - 12), 1.5, t.accentText);
    paintIcon(painter, {12, box.center().y() - 8, 16, 16}, m_icon, isChecked() ? t.accentText : t.textThird);
    painter.setFont(assay::ui::font(Type::Small, m_mark == NavMark::None ? QFont::Normal : QFont::DemiBold));
    const bool alarm = m_mark == NavMark::Alarm;
    painter.setPen(alarm                     ? t.band(Band::Fail).text
                   : m_mark == NavMark::News ? t.accentText
                   : isChecked()             ? t.textSecond
                                             : t.textThird);
    const qreal count = figuresWidth(painter.font(), m_count);
    drawFigures(painter, box.adjusted(0, 0, -10, 0), m_count);
    const qreal mark = box.right() - 10 - count - 7;
    if (alarm)
        painter.fillRect(QRectF(mark - 8, box.center().y() - 4, 8, 8), t.band(Band::Fail).fill);
    else if (m_mark == NavMark::News)
        paintBox(painter, QRectF(mark - 6, box.center().y() - 3, 6, 6), 3, t.accentText);
    painter.setFont(assay::ui::font(Type::Body, isChecked() ? QFont::DemiBold : QFont::Medium));
    painter.setPen(isChecked() || underMouse() ? t.text : t.textSecond);
    drawLine(painter, box.adjusted(36, 0, -18 - count - (m_mark == NavMark::None ? 0 : 15), 0), text());
    if (hasFocus())
        paintFocusRing(painter, box, metric::radius);
}

NavRail::NavRail(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    setFixedWidth(metric::rail);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(Tr::tr("Workspaces"));
    m_layout->setContentsMargins(8, headHeight, 9, footHeight);
    m_layout->setSpacing(0);
    m_layout->addStretch(1);
}

NavItem *NavRail::addItem(Icon icon, const QString &name, const QKeySequence &keys)
{
    const int index = int(m_items.size());
    auto *item = new NavItem(icon, name, this);
    m_items << item;
    m_layout->insertWidget(m_layout->count() - 1, item);
    connect(item, &NavItem::clicked, this, [this, index] { setCurrent(index); });
    if (!keys.isEmpty())
        plainToolTip(item, u"%1  %2"_s.arg(name, keys.toString(QKeySequence::NativeText)));
    if (m_current < 0)
        setCurrent(0);
    return item;
}

void NavRail::addSeparator()
{
    auto *holder = new QWidget(this);
    holder->setFixedHeight(12);
    auto *box = new QVBoxLayout(holder);
    box->setContentsMargins(8, 0, 7, 0);
    box->addWidget(new Hairline(Qt::Horizontal, holder));
    m_layout->insertWidget(m_layout->count() - 1, holder);
}

void NavRail::setCurrent(int index)
{
    if (index < 0 || index >= m_items.size())
        return;
    for (int i = 0; i < m_items.size(); ++i)
        m_items.at(i)->setChecked(i == index);
    if (index == m_current)
        return;
    m_current = index;
    Q_EMIT currentChanged(index);
}

void NavRail::setEnvironment(const QString &name, bool production)
{
    m_environment = visibleLine(name, 60);
    m_production = production;
    update();
}

void NavRail::setOperator(const QString &name, const QString &detail)
{
    m_operator = visibleLine(name, 60);
    m_operatorDetail = visibleLine(detail, 60);
    update();
}

QSize NavRail::sizeHint() const
{
    return {metric::rail, 600};
}

void NavRail::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.base);
    painter.fillRect(QRect(width() - 1, 0, 1, height()),
                     m_production ? mixed(t.hairline, t.band(Band::Low).fill, 0.5) : t.hairline);
    paintBox(painter, QRectF(16, 12, 20, 20), 5, t.accentFill);
    paintIcon(painter, {18, 14, 16, 16}, Icon::Check, t.onAccent);
    painter.setFont(assay::ui::font(Type::Title, QFont::DemiBold));
    painter.setPen(t.text);
    drawLine(painter, QRectF(44, 12, width() - 56, 20), u"Assay"_s);
    if (!m_environment.isEmpty()) {
        painter.setFont(assay::ui::font(Type::Body, QFont::Medium));
        painter.setPen(m_production ? t.band(Band::Low).text : t.textSecond);
        const QString shown = elided(m_environment, painter.font(), environmentBox.width() - 18);
        drawLine(painter, environmentBox, shown);
        const qreal x = environmentBox.left() + QFontMetricsF(painter.font()).horizontalAdvance(shown) + 4;
        paintIcon(painter, {qRound(x) * 1.0, environmentBox.center().y() - 6, 12, 12}, Icon::ChevronDown,
                  t.textSecond);
    }
    if (m_operator.isEmpty())
        return;
    const int top = height() - footHeight + 4;
    painter.fillRect(QRect(16, top, width() - 32, 1), t.hairline);
    paintBox(painter, QRectF(16, top + 12, 24, 24), 12, t.hover);
    painter.setFont(assay::ui::font(Type::Small, QFont::DemiBold));
    painter.setPen(t.textSecond);
    painter.drawText(QRectF(16, top + 12, 24, 24), Qt::AlignCenter, m_operator.left(2).toUpper());
    painter.setFont(assay::ui::font(Type::Body, QFont::DemiBold));
    painter.setPen(t.text);
    drawLine(painter, QRectF(48, top + 7, width() - 60, 17), m_operator);
    painter.setFont(assay::ui::font(Type::Small));
    painter.setPen(t.textSecond);
    drawLine(painter, QRectF(48, top + 24, width() - 60, 16), m_operatorDetail);
}

void NavRail::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    for (int i = 0; step != 0 && i < m_items.size(); ++i)
        if (m_items.at(i)->hasFocus()) {
            m_items.at(qBound(0, i + step, int(m_items.size()) - 1))->setFocus(Qt::TabFocusReason);
            return;
        }
    QWidget::keyPressEvent(event);
}

void NavRail::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && environmentBox.contains(event->position()))
        Q_EMIT environmentActivated();
}

} // namespace assay::ui
