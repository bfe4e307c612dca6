// SPDX-License-Identifier: Apache-2.0
#include "ui/triage/triage_header.h"

#include "ui/kit/paint.h"
#include "ui/kit/tokens.h"
#include "ui/kit/tr.h"

#include <QtGui/QPainter>

namespace assay::ui {

TriageHeader::TriageHeader(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFacts({});
}

void TriageHeader::setFacts(const QString &facts)
{
    m_facts = facts;
    setAccessibleName(Tr::tr("Triage") + QStringLiteral(", ") + facts);
    update();
}

QSize TriageHeader::sizeHint() const
{
    return {600, metric::titleBar};
}

QSize TriageHeader::minimumSizeHint() const
{
    return {160, metric::titleBar};
}

void TriageHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QString title = Tr::tr("Triage");
    painter.setFont(assay::ui::font(Type::Title, QFont::DemiBold));
    painter.setPen(tokens().text);
    const double width = QFontMetricsF(painter.font()).horizontalAdvance(title);
    drawLine(painter, QRectF(20, 0, width + 4, height()), title);
    painter.setFont(assay::ui::font(Type::Body));
    painter.setPen(tokens().textSecond);
    drawLine(painter, QRectF(rect()).adjusted(20 + width + 16, 0, -8, 0), m_facts);
}

} // namespace assay::ui
