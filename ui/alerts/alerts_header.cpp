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
    : QWidget(parent), m_facts(new ElidedLabel(QString(), Type::Body, Tone::Second))
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
    const std::tuple<ActionId, Icon, QString> buttons[] = {
        {ActionId::NewAlertRule, Icon::Plus, Tr::tr("New rule")},
        {ActionId::ImportAlertRules, Icon::Import, Tr::tr("Import")},
        {ActionId::ExportAlertRules, Icon::Export, Tr::tr("Export")}};
    for (const auto &[id, icon, text] : buttons) {
        auto *button = new Button(icon, text, ButtonKind::Secondary);
        QAction *const action = actions.at(id);
        button->setKeyHint(action->shortcut());
        button->setAccessibleName(action->text());
        plainToolTip(button, action->text());
        connect(button, &Button::clicked, action, &QAction::trigger);
        row->addWidget(button);
    }
    setFixedHeight(metric::titleBar);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void AlertsHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_facts->setVisible(width() >= roomForFacts); // a word and a half say nothing
}

void AlertsHeader::setFacts(const QString &facts)
{
    m_facts->setText(facts);
}

} // namespace assay::ui
