// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "turn/filter.h"
#include "ui/analytics/chart_scale.h"

#include <QtWidgets/QWidget>

#include <memory>
#include <variant>

namespace assay::ui {

/// What a press on a mark asks for: nothing, a condition of the filter, or a piece of time.
using Narrowing = std::variant<std::monostate, FilterNode, TimeRange>;

/// One chart of the page: title, what it says where the pointer or the keyboard is, and its picture.
///
/// Left and Right walk its marks, Enter or a click narrows to one; Esc is the workspace's. Threading: UI.
class Chart : public QWidget
{
    Q_OBJECT

public:
    using Page = std::shared_ptr<const AnalyticsPage>;

    /// nullptr shows nothing but the title.
    void setPage(const Page &page);
    /// The moment that all charts are read at; only charts over time show it.
    void setReadAt(std::optional<UtcTime> time);

    const QString &title() const { return m_title; }
    /// The mark under the pointer, else the one the keyboard chose; −1 = none.
    int mark() const { return m_hover >= 0 ? m_hover : m_current; }
    void choose(int mark);
    /// What stands at the right of the title.
    QString captionShown() const;

    virtual int markCount() const = 0;
    /// The place of a mark, for the pointer; empty where it has none.
    virtual QRectF markRect(int mark) const = 0;
    /// One sentence for those who do not see the picture.
    virtual QString summary() const = 0;
    virtual QString csv() const = 0;
    QImage picture();

    QSize minimumSizeHint() const override { return {240, sizeHint().height()}; }

Q_SIGNALS:
    void conditionWanted(const assay::FilterNode &clause);
    void rangeWanted(const assay::TimeRange &range);
    /// The pointer or the keyboard reads this moment; nullopt = none.
    void readAtChanged(std::optional<assay::UtcTime> time);
    void menuWanted(const QPoint &at);

protected:
    explicit Chart(const QString &title, QWidget *parent = nullptr);

    const AnalyticsPage &page() const { return *m_page; }
    bool hasPage() const { return m_page != nullptr; }
    std::optional<UtcTime> readAt() const { return m_readAt; }
    /// Below the title.
    QRectF body() const;

    /// Page or size are new.
    virtual void layOut() = 0;
    virtual void paintBody(QPainter &painter) = 0;
    /// What the caption says while nothing is read.
    virtual QString caption() const = 0;
    /// A mark in words.
    virtual QString reading(int mark) const = 0;
    virtual Narrowing narrowing(int mark) const = 0;
    /// The moment of a mark, for charts over time.
    virtual std::optional<UtcTime> timeOf(int mark) const;
    /// The mark that stands for the moment all charts are read at; −1 = none.
    virtual int markAtTime(UtcTime time) const;

    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    int markAt(const QPointF &point) const;
    void tell();
    void narrowTo(int mark);

    QString m_title;
    Page m_page;
    int m_current = -1;
    int m_hover = -1;
    std::optional<UtcTime> m_readAt;
};

/// Horizontal lines with their labels left of the plot.
void paintValueAxis(QPainter &painter, const QRectF &plot, const Scale &y, const Ticks &ticks,
                    const std::function<QString(double)> &label);
/// Labels below the plot.
void paintTimeAxis(QPainter &painter, const QRectF &plot, const TimeRange &range);
/// Nothing is known here.
void paintHatched(QPainter &painter, const QRectF &rect);
/// A thin dashed line across at `y`, its label above it at the left.
void paintLevel(QPainter &painter, const QRectF &plot, double y, const QString &label);
/// How wide the labels of a value axis are, with their gap.
double axisWidth(const Ticks &ticks, const std::function<QString(double)> &label);

} // namespace assay::ui
