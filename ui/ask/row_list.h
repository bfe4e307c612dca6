// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtWidgets/QWidget>

namespace assay::ui {

/// Rows of equal height that paint themselves. When activatable, Up, Down, J, K, Home and End move,
/// Enter and a click activate. The full text of a row is its tooltip and what screen readers hear.
class RowList : public QWidget
{
    Q_OBJECT

public:
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    int current() const { return m_current; }
    /// Clamped. Emits `currentChanged` when it changes.
    void setCurrent(int row);
    /// Marks one row as the one whose details are shown elsewhere; −1 = none.
    void setSelected(int row);
    int selected() const { return m_selected; }

Q_SIGNALS:
    void activated(int row);
    void currentChanged(int row);

protected:
    RowList(const QString &accessibleName, int rowHeight, QWidget *parent);

    virtual int count() const = 0;
    virtual void paintRow(QPainter &painter, const QRectF &row, int index) const = 0;
    /// The whole row as one line of text, safe to show.
    virtual QString spoken(int index) const = 0;

    /// To be called after the rows became others.
    void rowsChanged();
    void setActivatable(bool on);

    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int rowAt(double y) const;
    void hover(int row);

    int m_rowHeight;
    int m_current = 0;
    int m_selected = -1;
    int m_hover = -1;
    bool m_activatable = false;
};

} // namespace assay::ui
