// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/learning_host.h"
#include "ui/kit/actions.h"

#include <QtWidgets/QWidget>

class QVBoxLayout;

namespace assay::ui {

class Button;
class SegmentedTabs;
class SliderRow;
class Stepper;
class Toggle;
class WrappedText;

/// The way from recorded turns to a model that routes: what to collect, how to train, and whether to deploy.
class LearningSteps final : public QWidget
{
    Q_OBJECT

public:
    /// @param threshold quality.threshold, where the slider begins. `actions` outlives this.
    LearningSteps(Actions &actions, double threshold, QWidget *parent = nullptr);

    CollectOrder order() const;
    TrainingOptions options() const;

    /// What the steps say below their buttons.
    enum class Step : std::uint8_t { Collect, Train, Deploy };
    enum class Said : std::uint8_t { Fact, Good, Problem };
    void say(Step step, const QString &text, Said how = Said::Fact);
    QString said(Step step) const;
    /// Buttons wait while something runs; Stop shows then.
    void setRunning(std::optional<Step> step);
    /// Which buttons can do something now.
    void setReady(bool hasData, bool hasModel, bool isWorse);

private:
    QVBoxLayout *makeStep(Step step, const QString &title);
    void makeCollect(QVBoxLayout *column);
    void makeTrain(QVBoxLayout *column);
    void makeDeploy(QVBoxLayout *column);
    Button *button(ActionId id, const QString &text, bool primary);
    QWidget *buttons(std::initializer_list<Button *> all);
    void refresh();

    Actions &m_actions;
    SegmentedTabs *m_range;
    SliderRow *m_threshold;
    Toggle *m_redact;
    Toggle *m_labels;
    Toggle *m_below;
    Stepper *m_seed;
    Stepper *m_folds;
    Toggle *m_balanced;
    QList<WrappedText *> m_said;
    Button *m_stop = nullptr;
    Button *m_anyway = nullptr;
    std::optional<Step> m_running;
    bool m_hasData = false;
    bool m_hasModel = false;
    bool m_isWorse = false;
};

} // namespace assay::ui
