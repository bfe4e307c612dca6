// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/label_editor.h"

#include "ui/ask/flow_layout.h"
#include "ui/kit/button.h"
#include "ui/kit/tr.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QLineEdit>

namespace assay::ui {

LabelEditor::LabelEditor(QWidget *parent)
    : QWidget(parent), m_good(new Button(Icon::ThumbsUp, Tr::tr("Good"), ButtonKind::Secondary, this)),
      m_bad(new Button(Icon::ThumbsDown, Tr::tr("Bad"), ButtonKind::Secondary, this)),
      m_note(new QLineEdit(this)),
      m_save(new Button(Icon::None, Tr::tr("Save label"), ButtonKind::Primary, this)),
      m_cancel(new Button(Icon::None, Tr::tr("Cancel"), ButtonKind::Ghost, this))
{
    auto *layout = new FlowLayout(8, 8, this);
    layout->setContentsMargins(0, 6, 0, 2);
    auto *choice = new QButtonGroup(this);
    for (Button *button : {m_good, m_bad}) {
        button->setCheckable(true);
        choice->addButton(button);
        layout->addWidget(button);
        const Tone tone = button == m_good ? Tone::Pass : Tone::Fail;
        button->setTone(Tone::Second);
        connect(button, &Button::toggled, button,
                [button, tone](bool on) { button->setTone(on ? tone : Tone::Second); });
    }
    m_note->setMaxLength(longestNote);
    m_note->setMinimumWidth(260);
    m_note->setPlaceholderText(Tr::tr("Note (what is good or wrong about it)"));
    m_note->setAccessibleName(Tr::tr("Note to the label"));
    layout->addWidget(m_note);
    m_save->setKeyHint(QKeySequence(Qt::Key_Return));
    m_cancel->setKeyHint(QKeySequence(Qt::Key_Escape));
    layout->addWidget(m_save);
    layout->addWidget(m_cancel);
    connect(m_save, &Button::clicked, this, &LabelEditor::save);
    connect(m_cancel, &Button::clicked, this, &LabelEditor::cancelled);
    connect(m_note, &QLineEdit::returnPressed, this, &LabelEditor::save);
    for (QWidget *part : focusOrder())
        part->installEventFilter(this);
    setAccessibleName(Tr::tr("Label this turn"));
}

void LabelEditor::edit(Label label, const QString &note)
{
    // Nothing is chosen for the operator: a label is training data.
    for (Button *button : {m_good, m_bad}) {
        button->group()->setExclusive(false);
        button->setChecked(label == (button == m_bad ? Label::Bad : Label::Good));
        button->group()->setExclusive(true);
    }
    m_note->setText(note);
    m_note->setFocus(Qt::OtherFocusReason);
    m_note->selectAll();
}

QWidgetList LabelEditor::focusOrder() const
{
    return {m_good, m_bad, m_note, m_save, m_cancel};
}

void LabelEditor::save()
{
    if (!m_good->isChecked() && !m_bad->isChecked()) {
        m_good->setFocus(Qt::OtherFocusReason);
        return;
    }
    Q_EMIT saved(m_bad->isChecked() ? Label::Bad : Label::Good, m_note->text().trimmed());
}

/// The note hands Enter on after it was used; the card below must not take it as its own.
void LabelEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        QWidget::keyPressEvent(event);
}

/// Esc belongs to the editor while the focus is in it, not to the workspace's Stop.
bool LabelEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape && key->modifiers() == Qt::NoModifier) {
            event->accept();
            if (event->type() == QEvent::KeyPress)
                Q_EMIT cancelled();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace assay::ui
