// SPDX-License-Identifier: Apache-2.0
#include "ui/evaluate/evaluate_header.h"

#include "ui/kit/actions.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtWidgets/QBoxLayout>

namespace assay::ui {

namespace {

constexpr int roomForFacts = 640;

} // namespace

EvaluateHeader::EvaluateHeader(Actions &, QWidget *parent)
    : QWidget(parent), m_facts(new ElidedLabel(QString(), Type::Body, Tone::Second))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(20, 0, 0, 0);
    row->setSpacing(8);
    auto *title = new PlainLabel(Tr::tr("Evaluate"), Type::Title, Tone::Primary);
    title->setType(Type::Title, QFont::DemiBold);
    row->addWidget(title);
    row->addSpacing(8);
    row->addWidget(m_facts, 1);
    row->addStretch(0);
    setFixedHeight(metric::titleBar);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void EvaluateHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_facts->setVisible(width() >= roomForFacts);
}

void EvaluateHeader::setFacts(const QString &facts)
{
    m_facts->setText(facts);
}

} // namespace assay::ui
