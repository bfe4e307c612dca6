// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

class QVBoxLayout;

namespace assay::ui {

class PlainLabel;

/// A small raised sheet at the top of its host; Esc closes it and gives the focus back.
class Sheet : public QWidget
{
    Q_OBJECT

public:
    void close();

protected:
    Sheet(const QString &title, QWidget *host);

    QVBoxLayout *column() const { return m_column; }
    void openAt(int width, QWidget *focus);
    void say(const QString &problem);

    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    int heightFor(int width) const;

    QVBoxLayout *m_column;
    PlainLabel *m_problem;
    QPointer<QWidget> m_before;
};

} // namespace assay::ui
