// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/tuning_fields.h"

#include "ui/ask/turn_text.h"
#include "ui/kit/controls.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtGui/QPainter>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QLineEdit>

#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int nameHeight = 18;
constexpr int boxHeight = 24;
constexpr double dot = 5;

/// A step of 0.01 added 96 times is not 0.96; the decimal that was meant is.
double asDecimal(double value)
{
    return std::round(value * 1e6) / 1e6;
}

} // namespace

TuningField::TuningField(TuningModel &model, int index, Place place)
    : m_model(model), m_index(index), m_place(place), m_name(labelOf(settingAt(index)))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TuningField::adopt(QWidget *control)
{
    m_control = control;
    control->setParent(this);
    control->installEventFilter(this);
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(m_name);
    if (m_place == Place::Below)
        control->setFixedHeight(boxHeight);
    setFocusProxy(control);
}

void TuningField::setName(const QString &name)
{
    m_name = name;
    m_control->setAccessibleName(name);
    update();
}

void TuningField::refresh()
{
    const SettingValue &value = m_model.value(m_index);
    showValue(value);
    m_differs = m_model.isDrafted(m_index) || value != m_model.inFile(m_index);
    plainToolTip(
        this, Tr::tr("%1\nIn force: %2 (%3)")
                  .arg(helpOf(setting()),
                       shortLine(settingDisplay(setting(), m_model.hub().current().at(m_index).value), 120),
                       shortLine(m_model.hub().current().at(m_index).origin.text(), 120)));
    update();
}

void TuningField::draft(const SettingValue &value)
{
    m_model.draft(m_index, value);
}

QSize TuningField::sizeHint() const
{
    const QSize control = m_control->sizeHint();
    switch (m_place) {
    case Place::Alone: return control;
    case Place::Beside: return {196, std::max(22, control.height() + (control.height() > 20 ? 6 : 0))};
    case Place::Below: return {196, nameHeight + boxHeight + 4};
    }
    Q_UNREACHABLE();
}

QSize TuningField::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void TuningField::resizeEvent(QResizeEvent *)
{
    const QSize wanted = m_control->sizeHint();
    switch (m_place) {
    case Place::Alone: m_control->setGeometry(rect()); return;
    case Place::Below: m_control->setGeometry(0, nameHeight, width(), boxHeight); return;
    case Place::Beside:
        m_control->setGeometry(width() - wanted.width(), (height() - wanted.height()) / 2, wanted.width(),
                               wanted.height());
        return;
    }
}

void TuningField::paintEvent(QPaintEvent *)
{
    if (m_place == Place::Alone)
        return;
    const Tokens &t = tokens();
    QPainter painter(this);
    const bool below = m_place == Place::Below;
    const double right = below ? width() : m_control->x() - 8;
    const double line = below ? nameHeight : height();
    painter.setFont(assay::ui::font(Type::Small, QFont::Medium));
    painter.setPen(isEnabled() ? t.textSecond : t.controlOutline);
    drawLine(painter, {0, 0, std::max(0.0, right - dot - 6), line}, m_name);
    if (m_differs)
        paintBox(painter, {right - dot, (line - dot) / 2, dot, dot}, dot / 2, t.accentText);
}

bool TuningField::eventFilter(QObject *watched, QEvent *event)
{
    // A wheel over an unfocused box scrolls the pane, it does not change a setting.
    if (watched == m_control && event->type() == QEvent::Wheel && !m_control->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

namespace {

class SliderField final : public TuningField
{
public:
    SliderField(TuningModel &model, int index)
        : TuningField(model, index, Place::Alone),
          m_row(
              new SliderRow(labelOf(settingAt(index)), setting().minimum, setting().maximum, setting().step))
    {
        adopt(m_row);
        m_row->setFocusProxy(m_row->slider());
        connect(m_row->slider(), &Slider::valueEdited, this,
                [this](double value) { draft(asDecimal(value)); });
    }

protected:
    void showValue(const SettingValue &value) override
    {
        m_row->slider()->setReal(std::get<double>(value));
        m_row->setFileValue(std::get<double>(model().inFile(settingIndex())));
    }

private:
    SliderRow *m_row;
};

class StepperField final : public TuningField
{
public:
    StepperField(TuningModel &model, int index)
        : TuningField(model, index, Place::Beside),
          m_stepper(new Stepper(labelOf(settingAt(index)), static_cast<int>(setting().minimum),
                                static_cast<int>(setting().maximum)))
    {
        adopt(m_stepper);
        connect(m_stepper, &Stepper::valueEdited, this, [this](int value) { draft(qint64(value)); });
    }

protected:
    void showValue(const SettingValue &value) override
    {
        m_stepper->setValue(static_cast<int>(std::get<qint64>(value)));
    }

private:
    Stepper *m_stepper;
};

class ToggleField final : public TuningField
{
public:
    ToggleField(TuningModel &model, int index)
        : TuningField(model, index, Place::Beside), m_toggle(new Toggle(labelOf(settingAt(index))))
    {
        adopt(m_toggle);
        connect(m_toggle, &QAbstractButton::clicked, this, [this](bool on) { draft(on); });
    }

protected:
    void showValue(const SettingValue &value) override { m_toggle->setChecked(std::get<bool>(value)); }

private:
    Toggle *m_toggle;
};

class ChoiceField final : public TuningField
{
public:
    ChoiceField(TuningModel &model, int index) : TuningField(model, index, Place::Below), m_box(new QComboBox)
    {
        for (const SettingChoice &choice : setting().choices) {
            const QString token = QString::fromLatin1(choice.token);
            m_box->addItem(settingDisplay(setting(), token), token);
        }
        m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_box->setFocusPolicy(Qt::StrongFocus);
        adopt(m_box);
        connect(m_box, &QComboBox::activated, this,
                [this](int row) { draft(m_box->itemData(row).toString()); });
    }

protected:
    void showValue(const SettingValue &value) override
    {
        m_box->setCurrentIndex(m_box->findData(std::get<QString>(value)));
    }

private:
    QComboBox *m_box;
};

class ModelField final : public TuningField
{
public:
    ModelField(TuningModel &model, int index, const QStringList &known)
        : TuningField(model, index, Place::Below), m_box(new QComboBox)
    {
        m_box->setEditable(true);
        m_box->setInsertPolicy(QComboBox::NoInsert);
        m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_box->setFocusPolicy(Qt::StrongFocus);
        m_box->setMaxVisibleItems(16);
        m_box->addItems(known);
        adopt(m_box);
        m_box->lineEdit()->setAccessibleName(m_box->accessibleName());
        connect(m_box->lineEdit(), &QLineEdit::textEdited, this, [this](const QString &text) {
            if (!checkSetting(setting(), text.trimmed()))
                draft(text.trimmed());
        });
        connect(m_box->lineEdit(), &QLineEdit::editingFinished, this, [this] {
            if (m_box->lineEdit()->isModified()) {
                m_box->lineEdit()->setModified(false);
                draft(m_box->currentText().trimmed());
            }
        });
        connect(m_box, &QComboBox::activated, this, [this](int row) { draft(m_box->itemText(row)); });
    }

protected:
    void showValue(const SettingValue &value) override
    {
        const bool beingTyped = m_box->lineEdit()->hasFocus() && m_box->lineEdit()->isModified();
        const QString &text = std::get<QString>(value);
        if (!beingTyped && m_box->currentText() != text)
            m_box->setCurrentText(text);
    }

private:
    QComboBox *m_box;
};

/// 5 rather than 5.00, and "no limit" for 0.
class RateBox final : public QDoubleSpinBox
{
protected:
    QString textFromValue(double value) const override { return QString::number(value, 'g', 6); }
};

class RateField final : public TuningField
{
public:
    RateField(TuningModel &model, int index) : TuningField(model, index, Place::Below), m_box(new RateBox)
    {
        m_box->setDecimals(3);
        m_box->setRange(setting().minimum, setting().maximum);
        m_box->setSingleStep(setting().step);
        m_box->setSuffix(u' ' + unitText(setting().unit));
        m_box->setSpecialValueText(Tr::tr("no limit"));
        m_box->setLocale(QLocale::c());
        m_box->setFocusPolicy(Qt::StrongFocus);
        adopt(m_box);
        connect(m_box, &QDoubleSpinBox::valueChanged, this,
                [this](double value) { draft(asDecimal(value)); });
    }

protected:
    void showValue(const SettingValue &value) override
    {
        const QSignalBlocker quiet(m_box);
        if (asDecimal(m_box->value()) != std::get<double>(value))
            m_box->setValue(std::get<double>(value));
    }

private:
    RateBox *m_box;
};

} // namespace

TuningField *sliderField(TuningModel &model, SettingKey<double> key)
{
    return new SliderField(model, key.index);
}

TuningField *stepperField(TuningModel &model, SettingKey<qint64> key)
{
    return new StepperField(model, key.index);
}

TuningField *toggleField(TuningModel &model, SettingKey<bool> key)
{
    return new ToggleField(model, key.index);
}

TuningField *choiceField(TuningModel &model, SettingKey<QString> key)
{
    return new ChoiceField(model, key.index);
}

TuningField *modelField(TuningModel &model, SettingKey<QString> key, const QStringList &known)
{
    return new ModelField(model, key.index, known);
}

TuningField *rateField(TuningModel &model, SettingKey<double> key)
{
    return new RateField(model, key.index);
}

} // namespace assay::ui
