// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/what_if_host.h"

#include <QtWidgets/QWidget>

namespace assay::ui {

/// Cost against pass rate at every confidence threshold that recorded turns can speak of, with the point as
/// recorded, the drafted one, the line that routing by chance would give, and the oracle that no routing can
/// be better than.
///
/// Left and Right walk its points, Enter or a click drafts that threshold.
class WhatIfCurve final : public QWidget
{
    Q_OBJECT

public:
    explicit WhatIfCurve(QWidget *parent = nullptr);

    void setReply(const WhatIfReply &reply);
    /// Nothing to draw; says why.
    void setRefusal(const QString &sentence);

    int point() const { return m_point; }
    /// What stands under the title now.
    QString reading() const;
    /// What a verifier must be worth, in words; empty where nothing tells.
    QString breakEvenWords() const;
    /// Where a point is drawn.
    QPointF place(double cost, double passRate) const;
    const WhatIfReply &reply() const { return m_reply; }

    QSize sizeHint() const override { return {400, 196}; }
    QSize minimumSizeHint() const override { return {200, 196}; }

Q_SIGNALS:
    void thresholdWanted(double threshold);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QRectF plot() const;
    int nearest(const QPointF &at) const;
    void choose(int point);
    void paintLines(QPainter &painter) const;
    void paintPoints(QPainter &painter) const;
    void paintAxes(QPainter &painter) const;
    void paintOracle(QPainter &painter) const;

    WhatIfReply m_reply;
    QString m_refusal;
    double m_lowCost = 0.0;
    double m_highCost = 1.0;
    double m_lowRate = 0.0;
    double m_highRate = 1.0;
    int m_point = -1;
};

} // namespace assay::ui
