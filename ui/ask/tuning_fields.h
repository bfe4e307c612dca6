// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/ask/tuning_model.h"

#include <QtWidgets/QWidget>

namespace assay::ui {

/// One setting of the tuning panel: its name, a dot while the file says otherwise, and a control that
/// drafts what the operator chooses. Help and origin are its tooltip.
class TuningField : public QWidget
{
    Q_OBJECT

public:
    /// Shows the model's value anew. Drafts nothing.
    void refresh();

    int settingIndex() const { return m_index; }
    QWidget *control() const { return m_control; }
    /// Another name than the setting's label.
    void setName(const QString &name);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    enum class Place { Beside, Below, Alone }; ///< where the control stands; Alone paints its own name

    TuningField(TuningModel &model, int index, Place place);
    /// To be called once by the constructor of the field.
    void adopt(QWidget *control);
    virtual void showValue(const SettingValue &value) = 0;
    void draft(const SettingValue &value);

    TuningModel &model() const { return m_model; }
    const Setting &setting() const { return settingAt(m_index); }

    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    TuningModel &m_model;
    int m_index;
    Place m_place;
    QString m_name;
    QWidget *m_control = nullptr;
    bool m_differs = false;
};

/// A Number in [0, 1] as a slider.
TuningField *sliderField(TuningModel &model, SettingKey<double> key);
/// An Integer as a stepper.
TuningField *stepperField(TuningModel &model, SettingKey<qint64> key);
/// A Bool as a switch.
TuningField *toggleField(TuningModel &model, SettingKey<bool> key);
/// A Choice as a list.
TuningField *choiceField(TuningModel &model, SettingKey<QString> key);
/// A model's name: typed, or chosen among `known`.
TuningField *modelField(TuningModel &model, SettingKey<QString> key, const QStringList &known);
/// A Number of calls a second; 0 reads as no limit.
TuningField *rateField(TuningModel &model, SettingKey<double> key);

} // namespace assay::ui
