// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/analytics/chart.h"
#include "ui/analytics/series_plot.h"

namespace assay::ui {

/// An alert that began within the page's range.
struct AlertMark
{
    UtcTime at{};
    QString name{};

    bool operator==(const AlertMark &) const = default;
};

/// A chart whose marks are the buckets of the page, gaps hatched.
class TimeChart : public Chart
{
    Q_OBJECT

public:
    int markCount() const override;
    QRectF markRect(int mark) const override;
    QSize sizeHint() const override { return {480, 174}; }
    /// In any order; those outside the page's range are left out.
    void setAlerts(QList<AlertMark> alerts);
    const QList<AlertMark> &alerts() const { return m_alerts; }

protected:
    explicit TimeChart(const QString &title, QWidget *parent = nullptr);

    /// Values from low to high in `ticks`, the plot between `left` and `right`.
    void setAxis(const Ticks &ticks, const std::function<QString(double)> &label, double right);
    const QRectF &plot() const { return m_plot; }
    const Scale &valueScale() const { return m_y; }
    SeriesPlot &series() { return *m_series; }
    /// A point of a line, in microseconds and the value.
    QPointF pointOf(int bucket, double value) const;
    /// Pieces of the line through what every bucket tells.
    PlotLine lineOf(const std::function<std::optional<double>(const AnalyticsBucket &)> &value,
                    const QColor &color) const;
    double dash() const;
    void showSeries(const QList<PlotBand> &bands, const QList<PlotLine> &lines);

    void paintBody(QPainter &painter) override;
    /// Above the lines.
    virtual void paintLevels(QPainter &painter) = 0;
    Narrowing narrowing(int mark) const override;
    std::optional<UtcTime> timeOf(int mark) const override;
    int markAtTime(UtcTime time) const override;
    /// "14:20" or "21 Nov 14:20" and what is said of the bucket.
    QString readingOf(int mark, const QString &said) const;

private:
    class LevelLayer;

    void paintGaps(QPainter &painter) const;
    void paintPolicies(QPainter &painter) const;
    void paintAlerts(QPainter &painter) const;
    void paintReadAt(QPainter &painter) const;

    SeriesPlot *m_series;
    LevelLayer *m_levels;
    QList<AlertMark> m_alerts;
    QRectF m_plot;
    Scale m_x;
    Scale m_y;
    Ticks m_ticks;
    std::function<QString(double)> m_label;
};

/// Pass rate with its 95 % interval, policy changes flagged.
class PassChart final : public TimeChart
{
    Q_OBJECT

public:
    explicit PassChart(QWidget *parent = nullptr);
    QString summary() const override;
    QString csv() const override;

protected:
    void layOut() override;
    void paintLevels(QPainter &painter) override;
    QString caption() const override;
    QString reading(int mark) const override;
};

/// Latency: p50, p95, p99.
class LatencyChart final : public TimeChart
{
    Q_OBJECT

public:
    explicit LatencyChart(QWidget *parent = nullptr);
    QString summary() const override;
    QString csv() const override;

protected:
    void layOut() override;
    void paintLevels(QPainter &painter) override;
    void paintBody(QPainter &painter) override;
    QString caption() const override;
    QString reading(int mark) const override;
};

} // namespace assay::ui
