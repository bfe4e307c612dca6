// SPDX-License-Identifier: Apache-2.0
#include "ui/triage/choice_bar.h"

#include "ui/ask/flow_layout.h"
#include "ui/kit/button.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QLineEdit>

namespace assay::ui {

namespace {

constexpr int mostChoices = 9;

} // namespace

ChoiceBar::ChoiceBar(QWidget *parent)
    : QWidget(parent), m_title(new PlainLabel(QString(), Type::Small, Tone::Second)), m_field(new QLineEdit),
      m_enter(new Button(Icon::None, QString(), ButtonKind::Primary)),
      m_cancel(new Button(Icon::None, Tr::tr("Cancel"), ButtonKind::Ghost))
{
    auto *flow = new FlowLayout(8, 6, this);
    flow->setContentsMargins(20, 8, 20, 8);
    flow->addWidget(m_title);
    for (int i = 0; i < mostChoices; ++i) {
        auto *button = new Button(Icon::None, QString(), ButtonKind::Secondary);
        button->setKeyHint(QKeySequence(Qt::Key_1 + i));
        connect(button, &Button::clicked, this, [this, i] { take(i); });
        m_buttons.append(button);
        flow->addWidget(button);
    }
    m_field->setMinimumWidth(220);
    flow->addWidget(m_field);
    m_enter->setKeyHint(QKeySequence(Qt::Key_Return));
    m_cancel->setKeyHint(QKeySequence(Qt::Key_Escape));
    connect(m_enter, &Button::clicked, this, [this] { take(-1); });
    connect(m_cancel, &Button::clicked, this, &ChoiceBar::close);
    flow->addWidget(m_enter);
    flow->addWidget(m_cancel);
    QWidgetList parts{m_field, m_enter, m_cancel};
    for (Button *button : std::as_const(m_buttons))
        parts.append(button);
    for (QWidget *part : std::as_const(parts))
        part->installEventFilter(this);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

void ChoiceBar::ask(const Question &question, std::function<void(int, const QString &)> taken)
{
    if (!isVisible())
        m_before = window()->focusWidget();
    m_taken = std::move(taken);
    m_title->setText(question.title);
    setAccessibleName(question.title);
    for (int i = 0; i < mostChoices; ++i) {
        m_buttons.at(i)->setVisible(i < question.choices.size());
        m_buttons.at(i)->setText(visibleLine(question.choices.value(i), 60));
    }
    m_hasField = !question.field.isEmpty();
    m_field->setVisible(m_hasField);
    m_field->setMaxLength(static_cast<int>(question.longest));
    m_field->setPlaceholderText(question.field);
    m_field->setAccessibleName(question.field);
    m_field->setText(question.text);
    m_hasEnter = !question.enter.isEmpty();
    m_enter->setText(question.enter);
    m_enter->setVisible(m_hasEnter);
    show();
    Q_EMIT opened();
    if (m_hasField && question.choices.isEmpty()) {
        m_field->setFocus(Qt::PopupFocusReason);
        m_field->selectAll();
    } else {
        setFocus(Qt::PopupFocusReason);
    }
}

void ChoiceBar::close()
{
    m_taken = {};
    if (isHidden())
        return;
    const bool inside = isAncestorOf(window()->focusWidget()) || window()->focusWidget() == this;
    hide();
    if (inside && m_before)
        m_before->setFocus(Qt::PopupFocusReason);
    Q_EMIT closed();
}

void ChoiceBar::take(int choice)
{
    const auto taken = m_taken;
    const QString text = m_field->text().trimmed();
    close();
    if (taken)
        taken(choice, text);
}

/// @return whether the key was the bar's. Digits typed into the line are the line's.
bool ChoiceBar::takeKey(const QKeyEvent &key)
{
    const Qt::KeyboardModifiers modifiers = key.modifiers() & ~Qt::KeypadModifier;
    if (modifiers != Qt::NoModifier)
        return false;
    if (key.key() == Qt::Key_Escape) {
        close();
        return true;
    }
    const bool enter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    if (enter && m_hasEnter && !(focusWidget() != nullptr && m_buttons.contains(focusWidget()))) {
        take(-1);
        return true;
    }
    const int digit = key.key() - Qt::Key_1;
    if (digit >= 0 && digit < mostChoices && !m_buttons.at(digit)->isHidden() && !m_field->hasFocus()) {
        take(digit);
        return true;
    }
    return false;
}

bool ChoiceBar::event(QEvent *event)
{
    // Keys pressed here are not the workspace's, but for those with Ctrl.
    if (event->type() == QEvent::ShortcutOverride &&
        !static_cast<QKeyEvent *>(event)->modifiers().testFlag(Qt::ControlModifier))
        event->accept();
    return QWidget::event(event);
}

bool ChoiceBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride &&
        !static_cast<QKeyEvent *>(event)->modifiers().testFlag(Qt::ControlModifier))
        event->accept();
    if (event->type() == QEvent::KeyPress && takeKey(*static_cast<QKeyEvent *>(event)))
        return true;
    return QWidget::eventFilter(watched, event);
}

void ChoiceBar::keyPressEvent(QKeyEvent *event)
{
    if (takeKey(*event))
        return;
    // What is typed, and is no digit, belongs into the line.
    if (m_hasField && !event->text().isEmpty() && event->text().at(0).isPrint()) {
        m_field->setFocus(Qt::OtherFocusReason);
        m_field->insert(event->text());
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace assay::ui
