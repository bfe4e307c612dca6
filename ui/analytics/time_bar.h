// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analytics/analytics_page.h"

#include <QtWidgets/QWidget>

#include <memory>

namespace assay::ui {

/// The time around what the page shows, as bars of responses, and the brush that says which part of it.
///
/// Left and Right move the brush by a bar, with Shift its end, with Ctrl its beginning; Home and End move it
/// all the way. With the pointer: its ends, itself, or a new one.
class TimeBar final : public QWidget
{
    Q_OBJECT

public:
    explicit TimeBar(QWidget *parent = nullptr);

    /// @param page of the whole bar; nullptr while it is not known
    void setPage(const std::shared_ptr<const AnalyticsPage> &page);
    void setBounds(const TimeRange &bounds);
    void setBrush(const TimeRange &brush);
    const TimeRange &brush() const { return m_brush; }
    const TimeRange &bounds() const { return m_bounds; }
    void setReadAt(std::optional<UtcTime> time);
    bool isDragging() const { return m_drag != Drag::None; }

    QSize sizeHint() const override { return {1200, 58}; }
    QSize minimumSizeHint() const override { return {240, 58}; }

Q_SIGNALS:
    /// The operator moved it.
    void brushEdited(const assay::TimeRange &brush);
    void resetWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    enum class Drag : std::uint8_t { None, Whole, From, To, New };

    QRectF plot() const;
    double xOf(UtcTime time) const;
    UtcTime timeAt(double x) const;
    std::chrono::microseconds step() const;
    Drag dragAt(double x) const;
    void edit(const TimeRange &brush);
    void paintBrush(QPainter &painter) const;

    std::shared_ptr<const AnalyticsPage> m_page;
    TimeRange m_bounds;
    TimeRange m_brush;
    std::optional<UtcTime> m_readAt;
    Drag m_drag = Drag::None;
    UtcTime m_pressed{};
    TimeRange m_before; ///< the brush when the drag began
};

} // namespace assay::ui
