// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/event_state.h"

#include <QtWidgets/QWidget>

namespace assay::ui {

class Actions;
class Button;

/// Over the list: live or paused, the rate and its last half minute, pause, where to start, and what
/// there is in all.
class EventsBar final : public QWidget
{
    Q_OBJECT

public:
    explicit EventsBar(Actions &actions, QWidget *parent = nullptr);

    /// @param waiting records that came while paused
    void setState(const FeedState &state, bool paused, qint64 waiting, const FeedStart &start);
    Button *startButton() const { return m_start; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void startWanted(const QPoint &at);
    void stopWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void place();
    QString headText() const;
    QString progressText() const;
    void paintSpark(QPainter &painter, const QRectF &rect) const;

    Button *m_pause;
    Button *m_start;
    Button *m_stop;
    FeedState m_state;
    QString m_totals;
    bool m_paused = false;
    qint64 m_waiting = 0;
    double m_rateLeft = 0;
    double m_sparkLeft = 0;
    double m_end = 0; ///< right edge of the last button
};

} // namespace assay::ui
