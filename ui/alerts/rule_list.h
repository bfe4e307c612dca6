// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/alerts/alert_words.h"

#include <QtWidgets/QAbstractScrollArea>

namespace assay::ui {

/// One rule of the list.
struct RuleRow
{
    AlertRule rule{};
    RuleStanding standing = RuleStanding::Waiting;
    AlertReadout readout{};
    UtcTime since{}; ///< firing or pending; the epoch = neither

    bool operator==(const RuleRow &) const = default;
};

/// Rules under headings of how they stand, the worst first; two lines each.
///
/// Up, Down, page keys, Home and End move; Enter and a double click open.
class RuleList final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit RuleList(QWidget *parent = nullptr);

    /// Sorted by standing; the rule in hand stays in hand.
    void setRows(QList<RuleRow> rows, UtcTime now);
    const QList<RuleRow> &rows() const { return m_rows; }
    /// −1 = none.
    int current() const { return m_current; }
    const RuleRow *currentRow() const { return m_current < 0 ? nullptr : &m_rows.at(m_current); }
    void setCurrent(int row);
    /// By name. @return is it there?
    bool setCurrent(const QString &rule);
    void move(int steps) { setCurrent(m_current + steps); }

Q_SIGNALS:
    void currentChanged(int row);
    void activated(int row);
    void menuWanted(const QPoint &at);

protected:
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
    bool beginsSection(int row) const;
    void reveal();
    QString spoken(int row) const;
    void paintRow(QPainter &painter, const QRectF &rect, int row) const;
    void paintHeader(QPainter &painter, const QRectF &rect, int row) const;

    QList<RuleRow> m_rows;
    QList<int> m_tops; ///< of the rows, below their headings; and the end
    UtcTime m_now{};
    int m_current = -1;
    int m_hover = -1;
};

} // namespace assay::ui
