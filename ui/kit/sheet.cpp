// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/sheet.h"

#include "ui/kit/paint.h"
#include "ui/kit/plain.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>

namespace assay::ui {

namespace {

constexpr int topGap = 48;

} // namespace

Sheet::Sheet(const QString &title, QWidget *host)
    : QWidget(host), m_column(new QVBoxLayout(this)),
      m_problem(new PlainLabel(QString(), Type::Small, Tone::Fail, this))
{
    setAccessibleName(title);
    m_column->setContentsMargins(16, 14, 16, 14);
    m_column->setSpacing(10);
    auto *head = new PlainLabel(title, Type::Body, Tone::Primary);
    head->setType(Type::Body, QFont::DemiBold);
    m_column->addWidget(head);
    m_problem->setWordWrap(true);
    m_problem->hide();
    hide();
}

void Sheet::openAt(int width, QWidget *focus)
{
    if (!isVisible())
        m_before = window()->focusWidget();
    m_column->removeWidget(m_problem);
    m_column->addWidget(m_problem);
    say(QString());
    const int room = parentWidget()->width();
    const int wide = std::min(width, room - 32);
    setGeometry((room - wide) / 2, topGap, wide, heightFor(wide));
    show();
    raise();
    focus->setFocus(Qt::PopupFocusReason);
}

int Sheet::heightFor(int width) const
{
    return m_column->hasHeightForWidth() ? m_column->totalHeightForWidth(width)
                                         : m_column->sizeHint().height();
}

void Sheet::close()
{
    if (!isVisible())
        return;
    hide();
    if (m_before)
        m_before->setFocus(Qt::PopupFocusReason);
}

void Sheet::say(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_column->activate();
    resize(width(), heightFor(width()));
}

void Sheet::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBox(painter, rect(), metric::radius, tokens().raised, tokens().strongLine);
}

void Sheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

bool Sheet::event(QEvent *event)
{
    // Keys typed here are not the workspace's.
    if (event->type() == QEvent::ShortcutOverride)
        event->accept();
    return QWidget::event(event);
}

} // namespace assay::ui
