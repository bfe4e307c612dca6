// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

namespace assay::ui {

/// While a menu, a popup or one of the overlays given here is open, the keys are its own: no shortcut of
/// the window behind it acts.
class OverlayKeys final : public QObject
{
    Q_OBJECT

public:
    /// @param window whose keys are watched; it owns this
    explicit OverlayKeys(QWidget *window);

    /// Counts `overlay`, a child of the window that covers it, as a popup while it is visible.
    void add(QWidget *overlay) { m_overlays.append(overlay); }
    bool anyOpen() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QList<QPointer<QWidget>> m_overlays;
};

} // namespace assay::ui
