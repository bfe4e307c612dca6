// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/kit/tokens.h"

#include <QtWidgets/QWidget>

#include <optional>

namespace assay::ui {

/// One score as a row: name, bar in the band's fill, threshold tick, ring of the first attempt,
/// figure and change. All scores in [0, 1].
struct ScoreRow
{
    QString name;
    std::optional<double> score;
    /// Score of the first attempt; empty when there was only one.
    std::optional<double> first;
    double threshold = 0.95;
    bool strong = false;

    bool operator==(const ScoreRow &) const = default;
};

/// Rows of scores with common columns, 20 px each. No rows, no height.
class ScoreBars final : public QWidget
{
    Q_OBJECT

public:
    explicit ScoreBars(QWidget *parent = nullptr);

    void setRows(const QList<ScoreRow> &rows);
    /// Width in px of the name column; default 92, as `Gantt`.
    void setNameWidth(int pixels);
    /// Score at the left end of the bars; default 0.
    void setScaleStart(double score);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintRow(QPainter &painter, const QRectF &row, const ScoreRow &score) const;

    QList<ScoreRow> m_rows;
    int m_nameWidth = 92;
    double m_scaleStart = 0;
};

/// Paints only the bar with tick and ring, for item delegates; `scaleStart` is its left end.
void paintScoreBar(QPainter &painter, const QRectF &rect, const ScoreRow &data, double scaleStart = 0);

} // namespace assay::ui
