// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "eval/run_comparison.h"

#include <QtWidgets/QWidget>

namespace assay::ui {

/// The guide's checklist: a target met, missed or not measured, with its value and interval.
class TargetList final : public QWidget
{
    Q_OBJECT

public:
    explicit TargetList(QWidget *parent = nullptr);

    void setTargets(const QList<TargetRow> &rows);
    const QList<TargetRow> &targets() const { return m_rows; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<TargetRow> m_rows;
};

/// Figures of two runs with what lies between: the mean and its 95 % interval on a line about zero, and in
/// words whether that can be told from chance.
class DifferenceList final : public QWidget
{
    Q_OBJECT

public:
    explicit DifferenceList(QWidget *parent = nullptr);

    void setFigures(const QList<RunFigure> &figures);
    const QList<RunFigure> &figures() const { return m_figures; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintFigure(QPainter &painter, const QRectF &rect, const RunFigure &figure) const;

    QList<RunFigure> m_figures;
};

} // namespace assay::ui
