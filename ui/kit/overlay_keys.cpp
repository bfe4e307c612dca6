// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/overlay_keys.h"

#include <QtCore/QEvent>
#include <QtWidgets/QApplication>

namespace assay::ui {

OverlayKeys::OverlayKeys(QWidget *window) : QObject(window)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool OverlayKeys::anyOpen() const
{
    return QApplication::activePopupWidget() != nullptr ||
           std::ranges::any_of(
               m_overlays, [](const QPointer<QWidget> &overlay) { return overlay && overlay->isVisible(); });
}

bool OverlayKeys::eventFilter(QObject *watched, QEvent *event)
{
    // Taken here, the key is no shortcut but goes on as a key press, to the overlay.
    if (event->type() == QEvent::ShortcutOverride && anyOpen()) {
        event->accept();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace assay::ui
