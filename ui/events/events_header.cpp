// SPDX-License-Identifier: Apache-2.0
#include "ui/events/events_header.h"

#include "ui/kit/actions.h"
#include "ui/kit/button.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtGui/QPainter>

#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int left = 20;
constexpr int gap = 10;
constexpr int leastSource = 90;

} // namespace

EventsHeader::EventsHeader(Actions &actions, QWidget *parent)
    : QWidget(parent), m_source(new Button(QString(), ButtonKind::Ghost, this)),
      m_save(new Button(Icon::Export, Tr::tr("Save capture"), ButtonKind::Secondary, this))
{
    m_source->setChevron(true);
    m_source->setTone(Tone::Second);
    m_save->setKeyHint(actions.at(ActionId::SaveCapture)->shortcut());
    connect(m_save, &Button::clicked, actions.at(ActionId::SaveCapture), &QAction::trigger);
    connect(m_source, &Button::clicked, this,
            [this] { Q_EMIT sourceWanted(m_source->mapToGlobal(QPoint(0, m_source->height() + 4))); });
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSource({});
}

void EventsHeader::setSource(const QString &name)
{
    m_name = name.isEmpty() ? Tr::tr("No source") : visibleLine(name, 120);
    m_source->setAccessibleName(Tr::tr("Source: %1").arg(m_name));
    plainToolTip(m_source, m_name);
    place();
}

QSize EventsHeader::sizeHint() const
{
    return {900, metric::titleBar};
}

QSize EventsHeader::minimumSizeHint() const
{
    return {300, metric::titleBar};
}

void EventsHeader::place()
{
    const QSize save = m_save->sizeHint();
    m_save->setGeometry(width() - save.width(), (height() - save.height()) / 2, save.width(), save.height());
    const int titleEnd =
        left + static_cast<int>(std::ceil(QFontMetricsF(assay::ui::font(Type::Title, QFont::DemiBold))
                                              .horizontalAdvance(Tr::tr("Events"))));
    const int room = std::max(leastSource, m_save->x() - titleEnd - 2 * gap);
    m_source->setText(elided(m_name, assay::ui::font(Type::Body), room - 40).replace(u'&', u"&&"_s));
    m_source->setGeometry(titleEnd + gap, (height() - metric::controlHeight) / 2,
                          std::min(room, m_source->sizeHint().width()), metric::controlHeight);
    update();
}

void EventsHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void EventsHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(assay::ui::font(Type::Title, QFont::DemiBold));
    painter.setPen(tokens().text);
    drawLine(painter, {left, 0, 200, static_cast<double>(height())}, Tr::tr("Events"));
}

} // namespace assay::ui
