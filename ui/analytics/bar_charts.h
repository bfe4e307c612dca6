// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/analytics/chart.h"
#include "ui/analytics/chart_layout.h"

namespace assay::ui {

/// Scores by hundredths, coloured by band, with the threshold and what each band holds.
class ScoreChart final : public Chart
{
    Q_OBJECT

public:
    explicit ScoreChart(QWidget *parent = nullptr);
    int markCount() const override { return static_cast<int>(m_bars.size()); }
    QRectF markRect(int mark) const override;
    QString summary() const override;
    QString csv() const override;
    QSize sizeHint() const override { return {480, 174}; }

protected:
    void layOut() override;
    void paintBody(QPainter &painter) override;
    QString caption() const override;
    QString reading(int mark) const override;
    Narrowing narrowing(int mark) const override;

private:
    void paintBands(QPainter &painter) const;
    void paintThreshold(QPainter &painter) const;

    QList<ScoreBar> m_bars;
    QList<QRectF> m_rects;
    Ticks m_ticks;
    QRectF m_plot;
};

/// What one response's turn cost, on bins of equal ratio.
class CostChart final : public Chart
{
    Q_OBJECT

public:
    explicit CostChart(QWidget *parent = nullptr);
    int markCount() const override { return static_cast<int>(m_rects.size()); }
    QRectF markRect(int mark) const override;
    QString summary() const override;
    QString csv() const override;
    QSize sizeHint() const override { return {480, 174}; }

protected:
    void layOut() override;
    void paintBody(QPainter &painter) override;
    QString caption() const override;
    QString reading(int mark) const override;
    Narrowing narrowing(int mark) const override;

private:
    QList<QRectF> m_rects;
    Ticks m_ticks;
    QRectF m_plot;
};

} // namespace assay::ui
