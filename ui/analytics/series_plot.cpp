// SPDX-License-Identifier: Apache-2.0
#include "ui/analytics/series_plot.h"

#include <QtCharts/QAreaSeries>
#include <QtCharts/QChart>
#include <QtCharts/QChartView>
#include <QtCharts/QLegend>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>
#include <QtGui/QPen>
#include <QtWidgets/QGraphicsLayout>

namespace assay::ui {

namespace {

QLineSeries *lineThrough(const QList<QPointF> &points, double dash)
{
    auto *line = new QLineSeries;
    if (points.size() == 1)
        line->replace(QList<QPointF>{points.first() - QPointF(dash, 0), points.first() + QPointF(dash, 0)});
    else
        line->replace(points);
    return line;
}

QValueAxis *hiddenAxis(double low, double high)
{
    auto *axis = new QValueAxis;
    axis->setRange(low, high);
    axis->setVisible(false);
    return axis;
}

} // namespace

SeriesPlot::SeriesPlot(QWidget *parent)
    : QWidget(parent), m_chart(new QChart), m_view(new QChartView(m_chart, this))
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->setBackgroundVisible(false);
    m_chart->setPlotAreaBackgroundVisible(false);
    m_chart->setMargins(QMargins(0, 0, 0, 0));
    m_chart->legend()->hide();
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setBackgroundBrush(Qt::NoBrush);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setAutoFillBackground(false);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->viewport()->setFocusPolicy(Qt::NoFocus);
}

void SeriesPlot::setPlot(const QPointF &low, const QPointF &high, const QList<PlotBand> &bands,
                         const QList<PlotLine> &lines)
{
    m_chart->removeAllSeries();
    const auto axes = m_chart->axes();
    for (QAbstractAxis *axis : axes) {
        m_chart->removeAxis(axis);
        delete axis;
    }
    auto *const x = hiddenAxis(low.x(), high.x());
    auto *const y = hiddenAxis(low.y(), high.y());
    m_chart->addAxis(x, Qt::AlignBottom);
    m_chart->addAxis(y, Qt::AlignLeft);
    const auto add = [&](QAbstractSeries *series) {
        m_chart->addSeries(series);
        series->attachAxis(x);
        series->attachAxis(y);
    };
    for (const PlotBand &band : bands)
        for (const PlotBand::Piece &piece : band.pieces) {
            auto *const upper = lineThrough(piece.high, band.dash);
            auto *const lower = lineThrough(piece.low, band.dash);
            auto *const area = new QAreaSeries(upper, lower);
            upper->setParent(area); // an area leaves its edges to others
            lower->setParent(area);
            area->setPen(Qt::NoPen);
            area->setBrush(band.fill);
            add(area);
        }
    for (const PlotLine &line : lines)
        for (const QList<QPointF> &points : line.pieces) {
            auto *const series = lineThrough(points, line.dash);
            QPen pen(line.color, line.width);
            pen.setJoinStyle(Qt::RoundJoin);
            pen.setCapStyle(Qt::FlatCap);
            series->setPen(pen);
            add(series);
        }
    fit();
}

void SeriesPlot::fit()
{
    m_view->setGeometry(rect());
    m_view->setSceneRect(QRectF(rect()));
    m_chart->resize(size());
    m_chart->setPlotArea(QRectF(rect()));
}

void SeriesPlot::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

} // namespace assay::ui
