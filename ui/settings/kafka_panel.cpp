// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/kafka_panel.h"

#include "ui/kit/button.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int labelWidth = 120;
constexpr int markWidth = 20;

/// The state twice: as a sign and as a colour.
QString markOf(ConnectionStep::State state)
{
    switch (state) {
    case ConnectionStep::State::Passed: return u"✓"_s;
    case ConnectionStep::State::Failed: return u"✕"_s;
    case ConnectionStep::State::Skipped: return u"–"_s;
    }
    Q_UNREACHABLE();
}

Tone toneOf(ConnectionStep::State state)
{
    switch (state) {
    case ConnectionStep::State::Passed: return Tone::Pass;
    case ConnectionStep::State::Failed: return Tone::Low;
    case ConnectionStep::State::Skipped: return Tone::Third;
    }
    Q_UNREACHABLE();
}

} // namespace

KafkaPanel::KafkaPanel(Test test, QWidget *parent)
    : QWidget(parent), m_test(std::move(test)), m_layout(new QVBoxLayout(this)),
      m_button(new Button(Tr::tr("Test connection"), ButtonKind::Secondary, this)),
      m_answer(new PlainLabel(QString(), Type::Small, Tone::Third, this))
{
    m_layout->setContentsMargins(0, metric::grid, 0, 2 * metric::grid);
    m_layout->setSpacing(metric::grid);
    m_button->setCompact(true);
    m_button->setAccessibleName(Tr::tr("Test connection to Kafka"));
    m_button->setObjectName(u"test kafka"_s);
    m_answer->setWordWrap(true);
    auto *line = new QHBoxLayout;
    line->addWidget(m_button);
    line->addWidget(m_answer, 1);
    m_layout->addLayout(line);
    connect(m_button, &QAbstractButton::clicked, this, &KafkaPanel::tryConnection);
}

void KafkaPanel::tryConnection()
{
    if (!m_button->isEnabled())
        return;
    m_button->setEnabled(false);
    delete std::exchange(m_steps, nullptr);
    m_answer->setTone(Tone::Third);
    m_answer->setText(Tr::tr("Trying…"));
    QCoro::connect(m_test(), this, [this](const Result<QList<ConnectionStep>> &steps) { show(steps); });
}

void KafkaPanel::show(const Result<QList<ConnectionStep>> &steps)
{
    m_button->setEnabled(true);
    if (!steps) {
        m_answer->setTone(Tone::Low);
        m_answer->setText(steps.error().message);
        Q_EMIT tried();
        return;
    }
    m_answer->setText(QString());
    m_steps = new QWidget(this);
    auto *list = new QVBoxLayout(m_steps);
    list->setContentsMargins(0, metric::grid, 0, metric::grid);
    list->setSpacing(metric::grid / 2);
    for (const ConnectionStep &step : *steps)
        addStep(step);
    m_layout->addWidget(m_steps);
    m_steps->show();
    Q_EMIT tried();
}

void KafkaPanel::addStep(const ConnectionStep &step)
{
    auto *line = new QHBoxLayout;
    auto *mark = new PlainLabel(markOf(step.state), Type::Body, toneOf(step.state), m_steps);
    mark->setFixedWidth(markWidth);
    auto *label = new PlainLabel(step.label, Type::Body, Tone::Second, m_steps);
    label->setFixedWidth(labelWidth);
    auto *text = new PlainLabel(step.text, Type::Small, toneOf(step.state), m_steps);
    text->setWordWrap(true);
    line->addWidget(mark, 0, Qt::AlignTop);
    line->addWidget(label, 0, Qt::AlignTop);
    line->addWidget(text, 1);
    static_cast<QVBoxLayout *>(m_steps->layout())->addLayout(line);
}

} // namespace assay::ui
