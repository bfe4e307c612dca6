// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/toast.h"

#include "ui/kit/button.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtCore/QEvent>
#include <QtGui/QAccessible>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStackedWidget>

namespace assay::ui {

namespace {

constexpr int margin = 16;

} // namespace

Toast::Toast(QWidget *host)
    : QWidget(host), m_text(new PlainLabel(this)), m_action(new Button(QString(), ButtonKind::Ghost, this)),
      m_close(new Button(Icon::Close, QString(), ButtonKind::Ghost, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 6, 6, 6);
    row->setSpacing(8);
    row->addWidget(m_text);
    row->addWidget(m_action);
    row->addWidget(m_close);
    m_text->setElide(Qt::ElideRight);
    m_action->setTone(Tone::Accent);
    m_close->setCompact(true);
    m_close->setAccessibleName(Tr::tr("Close"));
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Toast::expire);
    connect(m_close, &Button::clicked, this, &Toast::dismiss);
    connect(m_action, &Button::clicked, this, [this] {
        Q_EMIT actionActivated();
        dismiss();
    });
    host->installEventFilter(this);
    // A page that is turned to is raised above its siblings, and a toast is one of them.
    if (const auto *pages = qobject_cast<QStackedWidget *>(host))
        connect(pages, &QStackedWidget::currentChanged, this, &QWidget::raise);
    hide();
}

void Toast::notify(const QString &text, const QString &action, int ms)
{
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(visibleLine(text, 300));
    m_timer.stop();
    if (ms > 0)
        m_timer.start(ms);
    show();
    raise();
    place();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Toast::dismiss()
{
    m_timer.stop();
    if (isHidden())
        return;
    hide();
    Q_EMIT dismissed();
}

void Toast::expire()
{
    if (underMouse() || m_action->hasFocus() || m_close->hasFocus())
        m_timer.start(1000);
    else
        dismiss();
}

void Toast::place()
{
    const QWidget *host = parentWidget();
    layout()->activate();
    const int width = qMin(sizeHint().width(), host->width() - 2 * margin);
    const int height = sizeHint().height();
    setGeometry((host->width() - width) / 2, host->height() - height - margin, width, height);
}

void Toast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBox(painter, rect(), metric::radius, tokens().raised, tokens().strongLine);
}

void Toast::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QWidget::keyPressEvent(event);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace assay::ui
