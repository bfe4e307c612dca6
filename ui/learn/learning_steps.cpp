// SPDX-License-Identifier: Apache-2.0
#include "ui/learn/learning_steps.h"

#include "ui/ask/flow_layout.h"
#include "ui/ask/wrapped_text.h"
#include "ui/kit/button.h"
#include "ui/kit/controls.h"
#include "ui/kit/plain.h"
#include "ui/kit/segmented_tabs.h"
#include "ui/kit/tr.h"

#include <QtWidgets/QBoxLayout>

#include <array>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int gap = 8;
constexpr std::array<int, 4> rangeDays{0, 7, 30, 90};

/// A control with its name at the left.
QHBoxLayout *named(const QString &name, QWidget *control)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(gap);
    auto *label = new PlainLabel(name, Type::Small, Tone::Primary);
    label->setElide(Qt::ElideRight);
    label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    row->addWidget(label, 1);
    row->addWidget(control);
    return row;
}

} // namespace

LearningSteps::LearningSteps(Actions &actions, double threshold, QWidget *parent)
    : QWidget(parent), m_actions(actions),
      m_range(
          new SegmentedTabs({Tr::tr("Everything"), Tr::tr("7 days"), Tr::tr("30 days"), Tr::tr("90 days")})),
      m_threshold(new SliderRow(Tr::tr("Passed from this score on"), 0.5, 1.0, 0.01)),
      m_redact(new Toggle(Tr::tr("Take secrets out of questions"))),
      m_labels(new Toggle(Tr::tr("Operators' labels outweigh the judge"))),
      m_below(new Toggle(Tr::tr("Only turns below that score"))),
      m_seed(new Stepper(Tr::tr("Seed of the split"), 1, 999)),
      m_folds(new Stepper(Tr::tr("Folds of the cross-validation"), 2, 20)),
      m_balanced(new Toggle(Tr::tr("The rarer outcome weighs as much")))
{
    m_range->setAccessibleName(Tr::tr("Turns of the last"));
    m_threshold->slider()->setReal(threshold);
    m_threshold->setFileValue(threshold);
    m_redact->setChecked(true);
    m_labels->setChecked(true);
    m_seed->setValue(1);
    m_folds->setValue(5);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    makeCollect(makeStep(Step::Collect, Tr::tr("1  Collect")));
    makeTrain(makeStep(Step::Train, Tr::tr("2  Train")));
    makeDeploy(makeStep(Step::Deploy, Tr::tr("3  Deploy")));
    refresh();
}

QVBoxLayout *LearningSteps::makeStep(Step step, const QString &title)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(gap);
    auto *label = new PlainLabel(title, Type::Body, Tone::Primary);
    label->setType(Type::Body, QFont::DemiBold);
    column->addWidget(label);
    m_said.append(new WrappedText(Type::Small, QFont::Normal, Tone::Second));
    Q_ASSERT(static_cast<qsizetype>(step) == m_said.size() - 1);
    static_cast<QVBoxLayout *>(layout())->addLayout(column);
    return column;
}

Button *LearningSteps::button(ActionId id, const QString &text, bool primary)
{
    QAction *const action = m_actions.at(id);
    auto *made = new Button(Icon::None, text, primary ? ButtonKind::Primary : ButtonKind::Secondary);
    made->setKeyHint(action->shortcut());
    made->setFocusPolicy(Qt::TabFocus);
    made->setType(Type::Small);
    made->setAccessibleName(action->text());
    plainToolTip(made, action->text());
    connect(made, &Button::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, made, [made, action] { made->setEnabled(action->isEnabled()); });
    return made;
}

QWidget *LearningSteps::buttons(std::initializer_list<Button *> all)
{
    auto *row = new QWidget;
    auto *flow = new FlowLayout(6, 6, row);
    flow->setContentsMargins(0, 0, 0, 0);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    row->setSizePolicy(policy);
    for (Button *one : all)
        flow->addWidget(one);
    return row;
}

void LearningSteps::makeCollect(QVBoxLayout *column)
{
    column->addWidget(m_range);
    column->addWidget(m_threshold);
    column->addLayout(named(Tr::tr("Take secrets out of questions"), m_redact));
    column->addLayout(named(Tr::tr("Operators' labels outweigh the judge"), m_labels));
    column->addLayout(named(Tr::tr("Only turns below that score"), m_below));
    column->addWidget(buttons({button(ActionId::CollectTurns, Tr::tr("Collect"), true),
                               button(ActionId::OpenTrainingData, Tr::tr("Open …"), false),
                               button(ActionId::SaveTrainingData, Tr::tr("Save …"), false)}));
    column->addWidget(m_said.at(0));
}

void LearningSteps::makeTrain(QVBoxLayout *column)
{
    column->addLayout(named(Tr::tr("Seed of the split"), m_seed));
    column->addLayout(named(Tr::tr("Folds of the cross-validation"), m_folds));
    column->addLayout(named(Tr::tr("The rarer outcome weighs as much"), m_balanced));
    m_stop = button(ActionId::StopLearning, Tr::tr("Stop"), false);
    column->addWidget(buttons({button(ActionId::TrainModel, Tr::tr("Train"), true), m_stop}));
    column->addWidget(m_said.at(1));
}

void LearningSteps::makeDeploy(QVBoxLayout *column)
{
    m_anyway = button(ActionId::DeployAnyway, Tr::tr("Deploy anyway"), false);
    column->addWidget(m_said.at(2));
    column->addWidget(buttons({button(ActionId::DeployModel, Tr::tr("Deploy"), true), m_anyway,
                               button(ActionId::OpenModelFile, Tr::tr("Open …"), false),
                               button(ActionId::SaveModelFile, Tr::tr("Save …"), false)}));
}

CollectOrder LearningSteps::order() const
{
    const int range = std::max(0, m_range->current());
    return {.qualityThreshold = m_threshold->slider()->real(),
            .belowOnly = m_below->isChecked(),
            .humanLabels = m_labels->isChecked(),
            .redact = m_redact->isChecked(),
            .last = std::chrono::days(rangeDays.at(static_cast<std::size_t>(range)))};
}

TrainingOptions LearningSteps::options() const
{
    return {.seed = static_cast<quint64>(m_seed->value()),
            .folds = m_folds->value(),
            .balanced = m_balanced->isChecked()};
}

void LearningSteps::say(Step step, const QString &text, Said how)
{
    WrappedText *const label = m_said.at(static_cast<qsizetype>(step));
    label->setTone(how == Said::Problem ? Tone::Fail : how == Said::Good ? Tone::Pass : Tone::Second);
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

QString LearningSteps::said(Step step) const
{
    return m_said.at(static_cast<qsizetype>(step))->shown();
}

void LearningSteps::setRunning(std::optional<Step> step)
{
    m_running = step;
    refresh();
}

void LearningSteps::setReady(bool hasData, bool hasModel, bool isWorse)
{
    m_hasData = hasData;
    m_hasModel = hasModel;
    m_isWorse = isWorse;
    refresh();
}

void LearningSteps::refresh()
{
    const bool idle = !m_running;
    const auto enable = [&](ActionId id, bool on) { m_actions.at(id)->setEnabled(on); };
    enable(ActionId::CollectTurns, idle);
    enable(ActionId::OpenTrainingData, idle);
    enable(ActionId::SaveTrainingData, idle && m_hasData);
    enable(ActionId::TrainModel, idle && m_hasData);
    enable(ActionId::StopLearning, !idle);
    enable(ActionId::DeployModel, idle && m_hasModel && !m_isWorse);
    enable(ActionId::DeployAnyway, idle && m_hasModel && m_isWorse);
    enable(ActionId::OpenModelFile, idle);
    enable(ActionId::SaveModelFile, idle && m_hasModel);
    m_stop->setVisible(!idle);
    m_anyway->setVisible(m_isWorse);
}

} // namespace assay::ui
