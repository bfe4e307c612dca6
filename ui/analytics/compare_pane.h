// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analytics/analytics.h"

#include <QtWidgets/QWidget>

#include <memory>

class QLineEdit;

namespace assay::ui {

class PlainLabel;
class SegmentedTabs;

/// How two ranges differ, figure by figure: both values, the difference with its 95 % interval, and whether
/// it can be told from nothing. Arrows walk the figures.
class CompareTable final : public QWidget
{
    Q_OBJECT

public:
    explicit CompareTable(QWidget *parent = nullptr);

    void setComparison(const std::shared_ptr<const AnalyticsComparison> &comparison);
    /// A figure in one sentence.
    QString sentence(int index) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {400, sizeHint().height()}; }

Q_SIGNALS:
    void told(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void choose(int index);
    void paintHead(QPainter &painter) const;
    void paintRow(QPainter &painter, int index) const;
    void paintInterval(QPainter &painter, const QRectF &rect, const ComparedFigure &figure) const;
    QRectF column(int index, double top) const;

    std::shared_ptr<const AnalyticsComparison> m_comparison;
    int m_current = -1;
};

/// The table, and which range is the base.
class ComparePane final : public QWidget
{
    Q_OBJECT

public:
    explicit ComparePane(QWidget *parent = nullptr);

    /// The base of a range, as chosen. @errors InvalidArgument (an own range that is none)
    Result<TimeRange> baseOf(const TimeRange &range, UtcTime now) const;
    void setProblem(const QString &problem);
    void setComparison(const std::shared_ptr<const AnalyticsComparison> &comparison);
    CompareTable *table() const { return m_table; }
    SegmentedTabs *tabs() const { return m_tabs; }
    QLineEdit *own() const { return m_own; }

Q_SIGNALS:
    void changed();

private:
    SegmentedTabs *m_tabs;
    QLineEdit *m_own;
    PlainLabel *m_facts;
    CompareTable *m_table;
};

} // namespace assay::ui
