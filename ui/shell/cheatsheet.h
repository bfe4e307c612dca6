// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QPointer>
#include <QtWidgets/QFrame>

namespace assay::ui {

/// Every key of the action table, by where it works. Opened by "?", closed by Esc or a click.
class Cheatsheet final : public QFrame
{
    Q_OBJECT
public:
    explicit Cheatsheet(QWidget *host);

    void open();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void closeSheet();

    QPointer<QWidget> m_focusBefore;
};

} // namespace assay::ui
