// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

namespace assay::ui {

class Button;
class PlainLabel;

/// A notice at the bottom of `host` that blocks nothing and goes by itself, with one action
/// such as Undo. A new notice takes the place of the last. It waits while the pointer is on it
/// or the focus in it.
class Toast final : public QWidget
{
    Q_OBJECT

public:
    explicit Toast(QWidget *host);

    /// Shows `text` for `ms`; an empty `action` leaves the button out. ≤ 0 ms stays until closed.
    void notify(const QString &text, const QString &action = QString(), int ms = 6000);
    void dismiss();

Q_SIGNALS:
    void actionActivated();
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void expire();

    PlainLabel *m_text;
    Button *m_action;
    Button *m_close;
    QTimer m_timer;
};

} // namespace assay::ui
