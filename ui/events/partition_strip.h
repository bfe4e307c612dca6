// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/event_state.h"

#include <QtWidgets/QWidget>

namespace assay::ui {

/// One bar for each partition: how much of what it holds has been read, with gaps as breaks and the lag at
/// the right. While a scan runs, the bars tell how far it is and when it will be done.
class PartitionStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit PartitionStrip(QWidget *parent = nullptr);

    void setState(const FeedState &state);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    /// A partition was pressed: its place in the state's list.
    void partitionActivated(int index, const QPoint &at);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int perRow(int width) const;
    QRectF cell(int index) const;
    int cellAt(const QPointF &point) const;
    void paintCell(QPainter &painter, const QRectF &rect, const FeedPartition &one) const;
    void paintBar(QPainter &painter, const QRectF &bar, const FeedPartition &one) const;
    QString rightText(const FeedPartition &one) const;

    FeedState m_state;
    int m_current = 0;
};

} // namespace assay::ui
