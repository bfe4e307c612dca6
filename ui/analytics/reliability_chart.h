// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/analytics/chart.h"

namespace assay::ui {

/// How often turns passed on the fast path against how sure the prediction was, by tenths. A prediction that
/// can be trusted lies on the diagonal.
class ReliabilityChart final : public Chart
{
    Q_OBJECT

public:
    explicit ReliabilityChart(QWidget *parent = nullptr);
    int markCount() const override { return hasPage() ? static_cast<int>(page().reliability.size()) : 0; }
    QRectF markRect(int mark) const override;
    QString summary() const override;
    QString csv() const override;
    QSize sizeHint() const override { return {480, 210}; }

protected:
    void layOut() override;
    void paintBody(QPainter &painter) override;
    QString caption() const override;
    QString reading(int mark) const override;
    Narrowing narrowing(int mark) const override;

private:
    void paintPoint(QPainter &painter, const ReliabilityBin &bin, bool chosen) const;
    qint64 fastTurns() const;

    Ticks m_ticks;
    QRectF m_plot;
    Scale m_x;
    Scale m_y;
};

} // namespace assay::ui
