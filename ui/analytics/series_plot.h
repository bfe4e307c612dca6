// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QList>
#include <QtCore/QPointF>
#include <QtGui/QColor>
#include <QtWidgets/QWidget>

class QChart;
class QChartView;

namespace assay::ui {

/// A line that is not drawn across what is missing.
struct PlotLine
{
    QColor color{};
    double width = 1.5;             ///< px
    QList<QList<QPointF>> pieces{}; ///< each drawn through; one point alone is a short dash
    double dash = 0.0;              ///< half length of that dash, in values of x
};

/// What lies between two edges with the same values of x.
struct PlotBand
{
    struct Piece
    {
        QList<QPointF> low{};
        QList<QPointF> high{};
    };
    QColor fill{};
    QList<Piece> pieces{};
    double dash = 0.0;
};

/// The lines and bands of a chart over its whole area: no axes, no legend, no ground, no animation. What is
/// painted behind it shows through, and the pointer goes through it too.
class SeriesPlot final : public QWidget
{
    Q_OBJECT

public:
    explicit SeriesPlot(QWidget *parent);

    void setPlot(const QPointF &low, const QPointF &high, const QList<PlotBand> &bands,
                 const QList<PlotLine> &lines);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    QChart *m_chart;
    QChartView *m_view;
};

} // namespace assay::ui
