// SPDX-License-Identifier: Apache-2.0
#include "ui/filter/scope_chip.h"

#include "ui/kit/button.h"
#include "ui/kit/chip.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtWidgets/QBoxLayout>

namespace assay::ui {

ScopeChip::ScopeChip(const QKeySequence &keys, QWidget *parent)
    : QWidget(parent), m_chip(new Chip(QString(), ChipTint::Accent)),
      m_left(new PlainLabel(QString(), Type::Small, Tone::Low)),
      m_clear(new Button(Icon::Close, Tr::tr("Clear"), ButtonKind::Ghost))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_chip);
    row->addWidget(m_clear);
    row->addWidget(m_left, 1);
    row->addStretch(0);
    m_left->setElide(Qt::ElideRight);
    m_chip->setSymbol(Icon::Filter);
    m_clear->setCompact(true);
    m_clear->setType(Type::Small);
    m_clear->setKeyHint(keys);
    m_clear->setAccessibleName(Tr::tr("Clear what narrows every workspace"));
    connect(m_clear, &Button::clicked, this, &ScopeChip::clearWanted);
    hide();
}

void ScopeChip::setScope(const SharedScope &scope, const QString &left)
{
    m_chip->setText(scopeText(scope));
    plainToolTip(m_chip, scopeText(scope) + (scope.title.isEmpty() ? QString() : u'\n' + scope.filter));
    setAccessibleName(scopeText(scope));
    m_left->setText(left);
    m_left->setVisible(!left.isEmpty());
    setVisible(!scope.isEmpty());
}

QString ScopeChip::text() const
{
    return m_chip->text();
}

} // namespace assay::ui
