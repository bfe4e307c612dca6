// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/setting_editor.h"

#include "ui/kit/controls.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds restTime{200};
constexpr int wideControl = 300;
constexpr int numberControl = 140;

int decimalsOf(const Setting &setting)
{
    if (setting.type == SettingType::Integer || setting.type == SettingType::Duration)
        return 0;
    return 2;
}

} // namespace

SettingEditor::SettingEditor(int index, QWidget *parent)
    : QWidget(parent), m_setting(settingAt(index)), m_value(initialValue(m_setting))
{
    Q_ASSERT(m_setting.type != SettingType::Secret);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * metric::grid);
    m_rest.setSingleShot(true);
    m_rest.setInterval(restTime);
    connect(&m_rest, &QTimer::timeout, this, &SettingEditor::commit);

    switch (m_setting.type) {
    case SettingType::Bool: makeToggle(); break;
    case SettingType::Integer:
    case SettingType::Duration:
    case SettingType::Money: makeNumberField(); break;
    case SettingType::Number:
        if (m_setting.maximum <= 2.0)
            makeSlider();
        else
            makeNumberField();
        break;
    case SettingType::Choice: makeChoice(); break;
    case SettingType::Text:
    case SettingType::TextList: makeTextField(); break;
    case SettingType::Secret: break;
    }
}

void SettingEditor::place(QWidget *control)
{
    m_control = control;
    control->setObjectName(QString::fromLatin1(m_setting.key));
    control->setAccessibleName(labelOf(m_setting));
    control->setAccessibleDescription(helpOf(m_setting));
    control->installEventFilter(this);
    setFocusProxy(control);
    layout()->addWidget(control);
}

void SettingEditor::setValue(const SettingValue &value, const SettingValue &inFile)
{
    if (m_rest.isActive())
        return; // the user's hand is on it
    m_value = value;
    m_show(value, inFile);
}

void SettingEditor::handOut(const SettingValue &value)
{
    if (const std::optional<SettingProblem> wrong = checkSetting(m_setting, value)) {
        Q_EMIT refused(wrong->text());
        return;
    }
    if (value == m_value)
        return;
    m_value = value;
    Q_EMIT edited(value);
}

void SettingEditor::letRest(double number)
{
    // 94 steps of 0.01 are 0.9400000000000001: what is handed out is what is shown.
    m_pending = numericValue(m_setting, QString::number(number, 'f', decimalsOf(m_setting)).toDouble());
    m_rest.start();
    Q_EMIT touched();
}

void SettingEditor::commit()
{
    const bool waited = m_rest.isActive() || sender() == &m_rest;
    m_rest.stop();
    if (waited)
        handOut(m_pending);
}

void SettingEditor::hideEvent(QHideEvent *event)
{
    commit();
    QWidget::hideEvent(event);
}

/// A wheel over a long form scrolls the form; only the control in use takes it.
bool SettingEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel && watched == m_control && !m_control->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void SettingEditor::makeToggle()
{
    auto *toggle = new Toggle(labelOf(m_setting), this);
    toggle->setCheckable(true);
    place(toggle);
    static_cast<QHBoxLayout *>(layout())->addStretch();
    m_show = [toggle](const SettingValue &value, const SettingValue &) {
        const QSignalBlocker quiet(toggle);
        toggle->setChecked(std::get<bool>(value));
        toggle->update();
    };
    connect(toggle, &QAbstractButton::toggled, this, [this](bool on) { handOut(on); });
}

void SettingEditor::makeSlider()
{
    auto *slider = new Slider(m_setting.minimum, m_setting.maximum, m_setting.step, this);
    auto *figure = new PlainLabel(QString(), Type::Body, Tone::Primary, this);
    slider->setFixedWidth(wideControl - 60);
    slider->setFocusPolicy(Qt::StrongFocus);
    place(slider);
    layout()->addWidget(figure);
    static_cast<QHBoxLayout *>(layout())->addStretch();
    m_show = [this, slider, figure](const SettingValue &value, const SettingValue &inFile) {
        slider->setReal(numberOf(m_setting, value));
        slider->setFileValue(numberOf(m_setting, inFile));
        figure->setText(settingDisplay(m_setting, value));
    };
    connect(slider, &Slider::valueEdited, this, [this, figure](double number) {
        letRest(number);
        figure->setText(settingDisplay(m_setting, m_pending));
    });
}

void SettingEditor::makeNumberField()
{
    auto *field = new QDoubleSpinBox(this);
    field->setDecimals(decimalsOf(m_setting));
    field->setRange(m_setting.minimum, m_setting.maximum);
    field->setSingleStep(m_setting.step);
    field->setKeyboardTracking(false);
    field->setFocusPolicy(Qt::StrongFocus);
    field->setFixedWidth(numberControl);
    place(field);
    layout()->addWidget(new PlainLabel(unitText(m_setting.unit), Type::Body, Tone::Second, this));
    static_cast<QHBoxLayout *>(layout())->addStretch();
    m_show = [this, field](const SettingValue &value, const SettingValue &) {
        const QSignalBlocker quiet(field);
        field->setValue(numberOf(m_setting, value));
    };
    connect(field, &QDoubleSpinBox::valueChanged, this, &SettingEditor::letRest);
}

void SettingEditor::makeChoice()
{
    auto *box = new QComboBox(this);
    for (const SettingChoice &choice : m_setting.choices)
        box->addItem(QCoreApplication::translate("AssayCore", choice.label),
                     QString::fromLatin1(choice.token));
    box->setFocusPolicy(Qt::StrongFocus);
    box->setMinimumWidth(numberControl + 60);
    place(box);
    static_cast<QHBoxLayout *>(layout())->addStretch();
    m_show = [box](const SettingValue &value, const SettingValue &) {
        const QSignalBlocker quiet(box);
        box->setCurrentIndex(box->findData(std::get<QString>(value)));
    };
    connect(box, &QComboBox::currentIndexChanged, this,
            [this, box] { handOut(box->currentData().toString()); });
}

void SettingEditor::makeTextField()
{
    auto *field = new QLineEdit(this);
    field->setMaxLength(4096);
    field->setMinimumWidth(wideControl);
    place(field);
    m_show = [this, field](const SettingValue &value, const SettingValue &) {
        if (!field->isModified() || !field->hasFocus()) {
            field->setText(settingText(m_setting, value));
            field->setCursorPosition(0);
        }
    };
    connect(field, &QLineEdit::editingFinished, this, [this, field] {
        if (!field->isModified())
            return;
        const auto parsed = parseSetting(m_setting, field->text());
        if (!parsed) {
            Q_EMIT refused(parsed.error().text());
            return;
        }
        field->setModified(false);
        handOut(*parsed);
    });
}

} // namespace assay::ui
