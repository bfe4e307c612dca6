// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtWidgets/QWidget>

namespace assay::ui {

/// A line of one device-independent pixel.
class Hairline final : public QWidget
{
    Q_OBJECT

public:
    explicit Hairline(Qt::Orientation orientation = Qt::Horizontal, QWidget *parent = nullptr);
    /// The stronger line, between panes.
    void setStrong(bool on);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_strong = false;
};

/// A row that can be selected: tint and accent bar at its left, hairline below. Put a layout into it.
class Card : public QWidget
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

    bool isSelected() const { return m_selected; }
    void setSelected(bool on);
    /// Line under the card; on by default.
    void setLined(bool on);

Q_SIGNALS:
    /// Pressed with the left button (also on a child that lets the press through), or Enter.
    void activated();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    bool m_selected = false;
    bool m_lined = true;
};

/// A pane in the colour of a surface, painted once without a style sheet.
class Pane final : public QWidget
{
    Q_OBJECT

public:
    enum class Ground { Base, Surface, Raised };
    explicit Pane(Ground ground, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Ground m_ground;
};

} // namespace assay::ui
