// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/analytics/chart.h"
#include "ui/kit/tokens.h"

namespace assay::ui {

enum class CurveStyle : std::uint8_t {
    Main,    ///< what the chart is about
    Other,   ///< what it is held against
    Chance,  ///< dashed
    Expected ///< dotted: what somebody said
};

struct CurveLine
{
    QString name{}; ///< stands at the line's end; empty = none
    CurveStyle style = CurveStyle::Main;
    QList<QPointF> points{};
};

/// A point of its own, with its name beside it.
struct CurvePoint
{
    QString name{};
    QPointF at{};
    Tone tone = Tone::Pass;
};

/// All that a CurveChart shows.
struct CurveData
{
    QList<CurveLine> lines{}; ///< the first one's points can be read
    QList<CurvePoint> points{};
    QStringList readings{}; ///< by point of the first line
    QString caption{};
    QString nothing{}; ///< said in the middle where there is nothing to draw
    QString acrossName{};
    std::function<QString(double)> across{}; ///< labels of the axes
    std::function<QString(double)> up{};
    bool dots = false; ///< marks every point of the first line
};

/// A few lines over a number. The keyboard and the pointer read the first line's points; Enter or a click
/// chooses one where somebody listens.
class CurveChart final : public Chart
{
    Q_OBJECT

public:
    explicit CurveChart(const QString &title, QWidget *parent = nullptr);

    void setData(const CurveData &curves);

    int markCount() const override;
    QRectF markRect(int mark) const override;
    QString summary() const override;
    QString csv() const override;
    QSize sizeHint() const override { return {480, 210}; }

Q_SIGNALS:
    void chosen(int mark);

protected:
    void layOut() override;
    void paintBody(QPainter &painter) override;
    QString caption() const override { return m_data.caption; }
    QString reading(int mark) const override { return m_data.readings.value(mark); }
    Narrowing narrowing(int) const override { return {}; }
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    bool isEmpty() const { return m_data.lines.isEmpty() || m_data.lines.first().points.isEmpty(); }
    double nameRoom() const;
    QPointF place(const QPointF &value) const { return {m_x.at(value.x()), m_y.at(value.y())}; }
    void paintAcross(QPainter &painter) const;
    void paintLines(QPainter &painter) const;
    void paintPoints(QPainter &painter) const;
    void paintNames(QPainter &painter) const;

    CurveData m_data;
    Ticks m_xTicks;
    Ticks m_yTicks;
    QRectF m_plot;
    Scale m_x;
    Scale m_y;
};

} // namespace assay::ui
