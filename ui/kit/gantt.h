// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/kit/tokens.h"

#include <QtCore/QList>
#include <QtCore/QRectF>
#include <QtCore/QString>
#include <QtWidgets/QWidget>

namespace assay::ui {

enum class BarKind { Neutral, Pass, Near, Low, Fail, Accent };
BarKind barKind(Band band);

/// One span of work; milliseconds from the start of the turn.
struct GanttBar
{
    double startMs = 0;
    double lengthMs = 0;
    BarKind kind = BarKind::Neutral;

    bool operator==(const GanttBar &) const = default;
};

/// One stage. `msText` and `moneyText` stand in the right columns as given ("880 + 1750").
struct GanttRow
{
    QString label;
    QList<GanttBar> bars;
    QString caption;
    QString msText;
    QString moneyText;

    bool operator==(const GanttRow &) const = default;
};

struct GanttTick
{
    double x = 0;
    QString text;
};

/// Where everything goes; pixels from the widget's top left.
struct GanttLayout
{
    struct Bar
    {
        qsizetype row = 0;
        QRectF rect;
        BarKind kind = BarKind::Neutral;
    };
    QList<Bar> bars;
    QList<GanttTick> ticks;
    QList<QRectF> labels;
    QList<QRectF> captions;
    QList<QRectF> msCells;
    QList<QRectF> moneyCells;
    QList<double> retries;
    QRectF plot;
    /// Milliseconds at the right edge of the plot.
    double spanMs = 0;
    double height = 0;
};

/// Lays rows out in `width` px. `retryMs`: when a retry starts. Lengths below 0, NaN and infinite
/// times are left out; a bar is at least 2 px wide. No rows: an empty layout of no height.
GanttLayout ganttLayout(const QList<GanttRow> &rows, const QList<double> &retryMs, double width);

/// Stages of a turn over time, with ms and $ columns.
class Gantt final : public QWidget
{
    Q_OBJECT

public:
    explicit Gantt(QWidget *parent = nullptr);

    void setRows(const QList<GanttRow> &rows, const QList<double> &retryMs = {});
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A row was clicked or Enter pressed on it.
    void rowActivated(int row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QList<GanttRow> m_rows;
    QList<double> m_retries;
    int m_current = 0;
};

} // namespace assay::ui
