// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/learning_host.h"

#include <QtWidgets/QWidget>

namespace assay::ui {

/// Which models routed turns, the newest first; the first one does now. Below them stands the predictor that
/// comes with Assay. Up and Down walk, Enter or a click chooses one to look at.
class VersionList final : public QWidget
{
    Q_OBJECT

public:
    explicit VersionList(QWidget *parent = nullptr);

    /// @param readable the first one is; else it routes nothing
    void setHistory(const QList<Deployment> &history, bool readable = true);
    /// The row that is looked at; −1 = none.
    void setShown(int row);
    int rowCount() const { return static_cast<int>(m_history.size()) + 1; }
    /// A row as a screen reader tells it.
    QString rowText(int row) const;
    /// The version a row stands for; 0 = the predictor that comes with Assay.
    int versionAt(int row) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

Q_SIGNALS:
    void activated(int row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QRectF box(int row) const;
    QString nowText() const;
    void paintRow(QPainter &painter, int row) const;
    void choose(int row);

    QList<Deployment> m_history;
    bool m_readable = true;
    int m_current = 0;
    int m_shown = -1;
};

} // namespace assay::ui
