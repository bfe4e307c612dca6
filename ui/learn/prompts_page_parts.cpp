// SPDX-License-Identifier: Apache-2.0
// How the page of the prompts is put together.
#include "ui/ask/flow_layout.h"
#include "ui/ask/wrapped_text.h"
#include "ui/kit/button.h"
#include "ui/kit/card.h"
#include "ui/kit/plain.h"
#include "ui/kit/segmented_tabs.h"
#include "ui/kit/states.h"
#include "ui/kit/tr.h"
#include "ui/learn/prompt_lists.h"
#include "ui/learn/prompt_views.h"
#include "ui/learn/prompts_page.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>

namespace assay::ui {

namespace {

constexpr int leftWidth = 224;

PlainLabel *heading(const QString &text)
{
    auto *label = new PlainLabel(text, Type::Small, Tone::Second);
    label->setType(Type::Small, QFont::DemiBold);
    label->setContentsMargins(12, 8, 12, 4);
    return label;
}

} // namespace

PromptsPage::PromptsPage(PromptHost &host, SettingsHub &hub, Actions &actions, QWidget *parent)
    : QWidget(parent), m_host(host), m_hub(hub), m_actions(actions), m_list(new PromptList),
      m_versions(new PromptVersionList), m_title(new PlainLabel(QString(), Type::Title, Tone::Primary)),
      m_state(new PlainLabel(QString(), Type::Small, Tone::Second)),
      m_purpose(new WrappedText(Type::Small, QFont::Normal, Tone::Second)),
      m_said(new WrappedText(Type::Small, QFont::Normal, Tone::Second)),
      m_tabs(new SegmentedTabs({Tr::tr("Text"), Tr::tr("Difference"), Tr::tr("As sent"),
                                Tr::tr("Try on a suite"), Tr::tr("Examples")})),
      m_views(new QStackedWidget), m_editor(new QPlainTextEdit), m_diff(new PromptDiffPage),
      m_sent(new PromptSentPage),
      m_trial(new PromptTrialPage(button(ActionId::TryPrompt, Tr::tr("Run"), true),
                                  button(ActionId::StopPromptTrial, Tr::tr("Stop"), false))),
      m_examples(
          new PromptExamplePage(button(ActionId::TakePromptExamples, Tr::tr("Put into the text"), true))),
      m_failed(new ErrorState), m_states(new QStackedWidget)
{
    auto *whole = new QWidget;
    auto *row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(makeLeft());
    row->addWidget(new Hairline(Qt::Vertical));
    row->addWidget(makeRight(), 1);
    m_states->addWidget(whole);
    m_states->addWidget(m_failed);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_states);
    connectParts();
    connectActions();
}

QWidget *PromptsPage::makeLeft()
{
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 4, 0, 8);
    column->setSpacing(0);
    column->addWidget(heading(Tr::tr("Prompts")));
    column->addWidget(m_list);
    column->addWidget(heading(Tr::tr("Versions")));
    column->addWidget(m_versions);
    column->addStretch(1);
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setFixedWidth(leftWidth);
    area->setWidget(inside);
    return area;
}

Button *PromptsPage::button(ActionId id, const QString &text, bool primary)
{
    QAction *const action = m_actions.at(id);
    auto *made = new Button(Icon::None, text, primary ? ButtonKind::Primary : ButtonKind::Secondary);
    made->setKeyHint(action->shortcut());
    made->setFocusPolicy(Qt::TabFocus);
    made->setType(Type::Small);
    made->setAccessibleName(action->text());
    plainToolTip(made, action->text());
    connect(made, &Button::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, made, [made, action] { made->setEnabled(action->isEnabled()); });
    return made;
}

QWidget *PromptsPage::makeHead()
{
    auto *head = new QWidget;
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    m_title->setType(Type::Title, QFont::DemiBold);
    line->addWidget(m_title);
    line->addWidget(m_state, 1);
    column->addLayout(line);
    column->addWidget(m_purpose);
    auto *buttons = new QWidget;
    auto *flow = new FlowLayout(6, 6, buttons);
    flow->setContentsMargins(0, 4, 0, 0);
    flow->addWidget(button(ActionId::KeepPrompt, Tr::tr("Keep as a version"), false));
    flow->addWidget(button(ActionId::PromotePrompt, Tr::tr("Promote"), true));
    flow->addWidget(button(ActionId::RollBackPrompt, Tr::tr("Roll back"), false));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    buttons->setSizePolicy(policy);
    column->addWidget(buttons);
    column->addWidget(m_said);
    m_said->hide();
    return head;
}

QWidget *PromptsPage::makeRight()
{
    m_editor->setFont(mono(Type::Body));
    m_editor->setTabChangesFocus(true);
    m_editor->setAccessibleName(Tr::tr("Text of the prompt"));
    m_tabs->setAccessibleName(Tr::tr("Views of the prompt"));
    for (QWidget *view :
         {static_cast<QWidget *>(m_editor), static_cast<QWidget *>(m_diff), static_cast<QWidget *>(m_sent),
          static_cast<QWidget *>(m_trial), static_cast<QWidget *>(m_examples)})
        m_views->addWidget(view);
    auto *right = new QWidget;
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(20, 12, 20, 12);
    column->setSpacing(8);
    column->addWidget(makeHead());
    column->addWidget(m_tabs);
    column->addWidget(m_views, 1);
    return right;
}

} // namespace assay::ui
