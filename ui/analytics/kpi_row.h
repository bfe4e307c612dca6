// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analytics/analytics_page.h"

#include <QtWidgets/QWidget>

#include <memory>

namespace assay::ui {

/// The figures at the top: value, how it moved, its target, and its course. Arrows walk them.
class KpiRow final : public QWidget
{
    Q_OBJECT

public:
    explicit KpiRow(QWidget *parent = nullptr);

    void setPage(const std::shared_ptr<const AnalyticsPage> &page);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {1200, heightForWidth(1200)}; }
    QSize minimumSizeHint() const override { return {400, heightForWidth(std::max(400, width()))}; }

Q_SIGNALS:
    /// The figure that is read, in one sentence; empty when none is.
    void told(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QRectF cell(int index) const;
    int cellAt(const QPointF &point) const;
    void tell();
    void paintCell(QPainter &painter, const QRectF &rect, const KpiFigure &figure) const;
    void paintTarget(QPainter &painter, const QRectF &line, const KpiFigure &figure) const;
    void paintSpark(QPainter &painter, const QRectF &rect, Kpi kpi) const;

    std::shared_ptr<const AnalyticsPage> m_page;
    int m_hover = -1;
    int m_current = -1;
};

/// A figure's course over the page's buckets; nullopt where it has none. Empty for figures without one.
QList<std::optional<double>> courseOf(Kpi kpi, const QList<AnalyticsBucket> &buckets);

} // namespace assay::ui
