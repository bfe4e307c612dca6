// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/alerts/alert_words.h"
#include "ui/analytics/chart_scale.h"

#include <QtWidgets/QWidget>

namespace assay::ui {

/// What a rule measured over a range, and when it fired.
struct RuleHistory
{
    AlertRule rule{};
    TimeRange range{};
    QList<AlertReadout> readouts{}; ///< in order
    QList<AlertFiring> firings{};   ///< actual, or those of a backtest
};

/// A rule's value over time against its bound; its firings as tinted stretches, what is not known hatched.
///
/// Left and Right, or the pointer, read it; Enter or a click choose a firing.
class RuleChart final : public QWidget
{
    Q_OBJECT

public:
    explicit RuleChart(QWidget *parent = nullptr);

    /// nullopt while nothing is known.
    void setHistory(const std::optional<RuleHistory> &history);
    /// What stands at the left while nothing is read, and what at the right.
    void setCaption(const QString &caption, Tone tone = Tone::Primary);
    void setChosen(const QString &firingId);
    /// What the moment in hand says; the caption where there is none.
    QString captionShown() const;

    QSize sizeHint() const override { return {480, 168}; }
    QSize minimumSizeHint() const override { return {240, 168}; }

Q_SIGNALS:
    void firingActivated(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void layOut();
    int readoutAt(double x) const;
    const AlertFiring *firingAt(UtcTime time) const;
    QString label(double value) const;
    void paintFirings(QPainter &painter) const;
    void paintNoData(QPainter &painter) const;
    void paintLine(QPainter &painter) const;
    void read(int readout);

    std::optional<RuleHistory> m_history;
    QString m_caption;
    QString m_chosen;
    Tone m_tone = Tone::Primary;
    QRectF m_plot;
    Ticks m_ticks;
    Scale m_x;
    Scale m_y;
    int m_read = -1;
};

} // namespace assay::ui
