// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settings/settings.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

#include <functional>

namespace assay::ui {

/// Edits one value with the control its declaration asks for: switch, slider, number field, choice or
/// text field. A drag on a slider is handed out once it rests.
class SettingEditor final : public QWidget
{
    Q_OBJECT

public:
    /// @param index in settingsTable; not a Secret
    explicit SettingEditor(int index, QWidget *parent = nullptr);

    /// Shows `value`; the slider marks what the file says. Emits nothing.
    void setValue(const SettingValue &value, const SettingValue &inFile);

    /// Hands out an edit that still rests.
    void commit();

    /// The widget that takes the keys.
    QWidget *control() const { return m_control; }

Q_SIGNALS:
    /// The user gave a valid new value.
    void edited(const assay::SettingValue &value);
    /// An edit rests and will be handed out soon.
    void touched();
    /// What the user typed is no such value; `why` is a sentence.
    void refused(const QString &why);

protected:
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeToggle();
    void makeSlider();
    void makeNumberField();
    void makeChoice();
    void makeTextField();
    void place(QWidget *control);
    void handOut(const SettingValue &value);
    void letRest(double number);

    const Setting &m_setting;
    QWidget *m_control = nullptr;
    SettingValue m_value;
    SettingValue m_pending;
    std::function<void(const SettingValue &value, const SettingValue &inFile)> m_show;
    QTimer m_rest;
};

} // namespace assay::ui
