// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/kit/tokens.h"

#include <QtWidgets/QWidget>

namespace assay::ui {

enum class Dot { None, Good, Warn, Bad, Idle };

/// One fact of the status bar: dot, label, value ("● Kafka 3 topics, lag 12").
struct StatusSegment
{
    QString label;
    QString value;
    Dot dot = Dot::None;
    /// A thin line before it.
    bool divided = false;

    bool operator==(const StatusSegment &) const = default;
};

/// 24 px at the bottom. Left segments give way when it is narrow; right ones stay.
class StatusBar final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusBar(QWidget *parent = nullptr);

    void setLeft(const QList<StatusSegment> &segments);
    void setRight(const QList<StatusSegment> &segments);
    QSize sizeHint() const override;

Q_SIGNALS:
    /// A left segment was clicked.
    void segmentActivated(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    QList<QRectF> leftBoxes() const;
    void describe();

    QList<StatusSegment> m_left;
    QList<StatusSegment> m_right;
};

} // namespace assay::ui
