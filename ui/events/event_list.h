// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/events/event_rows.h"

#include <QtWidgets/QAbstractScrollArea>

namespace assay::ui {

/// Events, the newest on top, 24 px each, painted from EventRows: ten million cost what thirty do.
///
/// At the top it follows what arrives; anywhere else the rows stay where they are while others arrive
/// above. The chosen row stays chosen. Up, Down, J, K, page keys, Home and End move; Enter and a
/// double click open.
class EventList final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit EventList(EventRows &rows, QWidget *parent = nullptr);

    /// Index of the chosen row in the view; −1 = none.
    qint64 current() const { return m_current; }
    /// Chooses a row and brings it into sight. Out of range is clamped; −1 chooses none.
    void setCurrent(qint64 index);
    void move(qint64 steps); ///< > 0 goes down the screen, to older rows
    /// Shows the newest rows and follows them.
    void toTop();
    bool isAtTop() const;
    bool isEmpty() const { return m_rows.count() == 0; }

    /// The row as one line of text, for copying and for screen readers.
    static QString lineOf(const FeedRow &row);
    int rowsVisible() const;

Q_SIGNALS:
    void currentChanged(qint64 index);
    void activated(qint64 index);
    void menuWanted(qint64 index, const QPoint &at);
    void scrolled();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    qint64 indexAt(int y) const;
    qint64 topOf(qint64 index) const; ///< px from the top of the list
    void fitScrollBar();
    void rowsGrew(qint64 before, qint64 now);
    void prefetch();
    void reveal(qint64 index);
    void speak();

    EventRows &m_rows;
    qint64 m_current = -1;
    qint64 m_hover = -1;
};

} // namespace assay::ui
