// SPDX-License-Identifier: Apache-2.0
#include "ui/learn/learn_header.h"

#include "ui/kit/plain.h"
#include "ui/kit/segmented_tabs.h"
#include "ui/kit/tr.h"

#include <QtWidgets/QBoxLayout>

namespace assay::ui {

namespace {

constexpr int roomForFacts = 480;

} // namespace

LearnHeader::LearnHeader(const QStringList &pages, QWidget *parent)
    : QWidget(parent), m_tabs(new SegmentedTabs(pages)),
      m_facts(new ElidedLabel(QString(), Type::Body, Tone::Second))
{
    m_tabs->setAccessibleName(Tr::tr("Pages of Learn"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(20, 0, 0, 0);
    row->setSpacing(8);
    auto *title = new PlainLabel(Tr::tr("Learn"), Type::Title, Tone::Primary);
    title->setType(Type::Title, QFont::DemiBold);
    row->addWidget(title);
    row->addSpacing(8);
    row->addWidget(m_tabs);
    row->addSpacing(8);
    row->addWidget(m_facts, 1);
    setFixedHeight(metric::titleBar);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LearnHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_facts->setVisible(width() >= roomForFacts);
}

void LearnHeader::setFacts(const QString &facts)
{
    m_facts->setText(facts);
}

} // namespace assay::ui
