// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtWidgets/QAbstractScrollArea>

namespace assay::ui {

/// Rows of one height, painted; one is in hand.
///
/// Up, Down, page keys, Home and End move; Enter and a double click open.
class PickList : public QAbstractScrollArea
{
    Q_OBJECT

public:
    /// −1 = none.
    int current() const { return m_current; }
    void setCurrent(int row);
    void move(int steps) { setCurrent(m_current + steps); }

Q_SIGNALS:
    void currentChanged(int row);
    void activated(int row);
    void menuWanted(const QPoint &at);

protected:
    PickList(const QString &name, int rowHeight, QWidget *parent);

    virtual int count() const = 0;
    /// What a screen reader says of it, and its tooltip.
    virtual QString spoken(int row) const = 0;
    /// Paints what stands on the row's ground.
    virtual void paintRow(QPainter &painter, const QRectF &rect, int row) const = 0;
    /// The rows are others now. @param row that is in hand; out of range = the nearest. Emits currentChanged
    /// only if `isOther`.
    void rowsChanged(int row, bool isOther);

    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void arrange();
    int rowAt(int y) const;
    void reveal();

    int m_rowHeight;
    int m_current = -1;
    int m_hover = -1;
};

} // namespace assay::ui
