// SPDX-License-Identifier: Apache-2.0
#include "ui/analytics/analytics_header.h"

#include "ui/kit/actions.h"
#include "ui/kit/button.h"
#include "ui/kit/paint.h"
#include "ui/kit/tr.h"

#include <QtGui/QPainter>

namespace assay::ui {

namespace {

constexpr int buttonGap = 8;

} // namespace

AnalyticsHeader::AnalyticsHeader(Actions &actions, QWidget *parent)
    : QWidget(parent), m_report(new Button(Icon::Export, Tr::tr("Report…"), ButtonKind::Secondary, this)),
      m_compare(new Button(Icon::Diff, Tr::tr("Compare"), ButtonKind::Secondary, this))
{
    m_report->setKeyHint(actions.at(ActionId::WriteReport)->shortcut());
    connect(m_report, &Button::clicked, actions.at(ActionId::WriteReport), &QAction::trigger);
    m_compare->setKeyHint(actions.at(ActionId::CompareRanges)->shortcut());
    connect(m_compare, &Button::clicked, actions.at(ActionId::CompareRanges), &QAction::trigger);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setComparing(false);
}

void AnalyticsHeader::setComparing(bool on)
{
    m_compare->setText(on ? Tr::tr("Stop comparing") : Tr::tr("Compare"));
    place();
}

QSize AnalyticsHeader::sizeHint() const
{
    return {900, metric::titleBar};
}

QSize AnalyticsHeader::minimumSizeHint() const
{
    return {360, metric::titleBar};
}

void AnalyticsHeader::place()
{
    int right = width();
    for (Button *button : {m_compare, m_report}) {
        const QSize size = button->sizeHint();
        button->setGeometry(right - size.width(), (height() - size.height()) / 2, size.width(),
                            size.height());
        right -= size.width() + buttonGap;
    }
    update();
}

void AnalyticsHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void AnalyticsHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(assay::ui::font(Type::Title, QFont::DemiBold));
    painter.setPen(tokens().text);
    drawLine(painter, {20, 0, 200, static_cast<double>(height())}, Tr::tr("Analytics"));
}

} // namespace assay::ui
