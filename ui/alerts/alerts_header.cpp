// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/alerts_header.h"

#include "ui/kit/actions.h"
#include "ui/kit/button.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtWidgets/QBoxLayout>

namespace assay::ui {

namespace {

constexpr int roomForFacts = 640;

} // namespace

AlertsHeader::AlertsHeader(Actions &actions, QWidget *parent)
    : QWidget(parent), m_facts(new ElidedLabel(QString(), Type::Body, Tone::Second)),
      m_more(new Button(Icon::None, Tr::tr("More"), ButtonKind::Secondary))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(20, 0, 0, 0);
    row->setSpacing(8);
    auto *title = new PlainLabel(Tr::tr("Alerts"), Type::Title, Tone::Primary);
    title->setType(Type::Title, QFont::DemiBold);
    row->addWidget(title);
    row->addSpacing(8);
    row->addWidget(m_facts, 1);
    row->addStretch(0);
    auto *fresh = new Button(Icon::Plus, Tr::tr("New rule"), ButtonKind::Secondary);
    QAction *const action = actions.at(ActionId::NewAlertRule);
    fresh->setKeyHint(action->shortcut());
    fresh->setAccessibleName(action->text());
    plainToolTip(fresh, action->text());
    connect(fresh, &Button::clicked, action, &QAction::trigger);
    row->addWidget(fresh);
    m_more->setChevron(true);
    m_more->setAccessibleName(Tr::tr("Import, export, and where alerts are told"));
    plainToolTip(m_more, m_more->accessibleName());
    connect(m_more, &Button::clicked, this, &AlertsHeader::moreWanted);
    row->addWidget(m_more);
    setFixedHeight(metric::titleBar);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void AlertsHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_facts->setVisible(width() >= roomForFacts); // a word and a half say nothing
}

QPoint AlertsHeader::moreAt() const
{
    return m_more->mapToGlobal(QPoint(0, m_more->height() + 2));
}

void AlertsHeader::setFacts(const QString &facts)
{
    m_facts->setText(facts);
}

} // namespace assay::ui
