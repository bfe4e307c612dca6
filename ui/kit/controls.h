// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/kit/tokens.h"

#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractSlider>
#include <QtWidgets/QWidget>

#include <optional>

namespace assay::ui {

/// A horizontal slider over [low, high] in steps; the tick shows the value from the settings file.
/// Arrows move one step, Page Up/Down ten, Home and End to the ends, Backspace back to the tick.
/// Handlers get real values from `valueEdited`; `QAbstractSlider::value()` counts steps.
class Slider final : public QAbstractSlider
{
    Q_OBJECT

public:
    Slider(double low, double high, double step, QWidget *parent = nullptr);

    double real() const;
    /// Clamped to the range, snapped to a step; NaN is ignored. Emits nothing.
    void setReal(double value);
    /// Value as saved; empty shows no tick.
    void setFileValue(std::optional<double> value);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The user moved it (not `setReal`).
    void valueEdited(double value);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    double xOf(double value) const;
    void moveTo(double x);
    void edit(int steps);

    double m_low;
    double m_high;
    double m_step;
    std::optional<double> m_file;
};

/// A slider with its name, the dot of an unsaved change and the value as text above it.
class SliderRow final : public QWidget
{
    Q_OBJECT

public:
    SliderRow(const QString &name, double low, double high, double step, QWidget *parent = nullptr);

    Slider *slider() const { return m_slider; }
    /// Decimals of the value text; default 2.
    void setDecimals(int decimals);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void setFileValue(std::optional<double> value);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QString m_name;
    Slider *m_slider;
    std::optional<double> m_file;
    int m_decimals = 2;
};

/// An on/off switch; `toggled(bool)`. Space and Enter flip it.
class Toggle final : public QAbstractButton
{
    Q_OBJECT

public:
    /// `name` is the accessible name; it is not painted.
    explicit Toggle(const QString &name, QWidget *parent = nullptr);
    QSize sizeHint() const override { return {28, 20}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

/// − 3 +. Arrow keys, +, − and typed digits change it.
class Stepper final : public QWidget
{
    Q_OBJECT

public:
    /// `name` is the accessible name; it is not painted. Inclusive range.
    Stepper(const QString &name, int low, int high, QWidget *parent = nullptr);

    int value() const { return m_value; }
    int low() const { return m_low; }
    int high() const { return m_high; }
    /// Clamped. Emits nothing.
    void setValue(int value);
    QSize sizeHint() const override { return {76, 22}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// The user changed it.
    void valueEdited(int value);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void edit(int value);

    int m_low;
    int m_high;
    int m_value;
};

} // namespace assay::ui
