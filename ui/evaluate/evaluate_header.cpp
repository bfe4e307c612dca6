// SPDX-License-Identifier: Apache-2.0
#include "ui/evaluate/evaluate_header.h"

#include "ui/kit/actions.h"
#include "ui/kit/button.h"
#include "ui/kit/plain.h"
#include "ui/kit/segmented_tabs.h"
#include "ui/kit/tr.h"

#include <QtWidgets/QBoxLayout>

namespace assay::ui {

namespace {

constexpr int roomForFacts = 820;
constexpr int gap = 8;
constexpr int margin = 20;

} // namespace

EvaluateHeader::EvaluateHeader(Actions &actions, QWidget *parent)
    : QWidget(parent), m_name(new PlainLabel(Tr::tr("Evaluate"), Type::Title, Tone::Primary)),
      m_tabs(new SegmentedTabs({Tr::tr("Runs"), Tr::tr("Arena")})),
      m_facts(new ElidedLabel(QString(), Type::Body, Tone::Second))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(margin, 0, 0, 0);
    row->setSpacing(gap);
    m_name->setType(Type::Title, QFont::DemiBold);
    row->addWidget(m_name);
    row->addSpacing(gap);
    m_tabs->setAccessibleName(Tr::tr("Pages of Evaluate"));
    m_tabs->setCurrent(0);
    row->addWidget(m_tabs);
    row->addSpacing(gap);
    row->addWidget(m_facts, 1);
    row->addStretch(0);
    const std::tuple<ActionId, Icon, QString> buttons[] = {
        {ActionId::NewRun, Icon::Play, Tr::tr("Run a suite")},
        {ActionId::OpenResults, Icon::Folder, Tr::tr("Open")},
        {ActionId::SaveResults, Icon::Export, Tr::tr("Report")}};
    for (const auto &[id, icon, text] : buttons) {
        auto *button = new Button(icon, text, ButtonKind::Secondary);
        QAction *const action = actions.at(id);
        button->setKeyHint(action->shortcut());
        button->setAccessibleName(action->text());
        plainToolTip(button, action->text());
        connect(button, &Button::clicked, action, &QAction::trigger);
        row->addWidget(button);
        m_buttons.append(button);
    }
    setFixedHeight(metric::titleBar);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void EvaluateHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void EvaluateHeader::arrange()
{
    m_facts->setVisible(width() >= roomForFacts && !m_arena); // a word and a half say nothing
    int room = width() - margin - m_name->sizeHint().width() - m_tabs->sizeHint().width() - 4 * gap;
    for (Button *button : std::as_const(m_buttons)) { // what has no room has its keys and the palette
        room -= button->sizeHint().width() + gap;
        button->setVisible(!m_arena && (room >= 0 || button == m_buttons.first()));
    }
}

/// Buttons but the first give way, so they are not counted.
QSize EvaluateHeader::minimumSizeHint() const
{
    return {margin + m_name->sizeHint().width() + m_tabs->sizeHint().width() +
                m_buttons.first()->sizeHint().width() + 4 * gap,
            metric::titleBar};
}

void EvaluateHeader::setFacts(const QString &facts)
{
    m_facts->setText(facts);
}

void EvaluateHeader::setArena(bool arena)
{
    m_arena = arena;
    m_tabs->setCurrent(arena ? 1 : 0);
    arrange();
}

} // namespace assay::ui
