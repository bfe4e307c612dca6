// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/learning_host.h"
#include "ui/analytics/chart.h"
#include "ui/learn/learning_steps.h"

class QSplitter;
class QStackedWidget;

namespace assay::ui {

class EmptyState;
class ErrorState;
class ModelReport;
class PlainLabel;
class Toast;
class VersionList;
class WrappedText;

/// Models that predict which turns the fast model can answer: collect, train, look, deploy, take back.
///
/// Threading: UI thread; the work runs on the host's.
class ModelsPage final : public QWidget
{
    Q_OBJECT

public:
    /// @param threshold quality.threshold. `host` and `actions` outlive this.
    ModelsPage(LearningHost &host, Actions &actions, double threshold, QWidget *parent = nullptr);

    void focusDefault();
    /// Turns were stored: how the weeks went is read again when this is shown next.
    void refresh();
    /// Takes the last deployment back.
    void rollBack();

    LearningSteps &steps() { return *m_steps; }
    VersionList &versions() { return *m_versions; }
    ModelReport &report() { return *m_report; }
    /// Why the model in force cannot be read; empty = it can.
    QString problem() const;
    /// Which of the states the right side is in.
    enum class Shown : std::uint8_t { Report, Loading, Empty, Failed };
    Shown shown() const;

Q_SIGNALS:
    /// Which model routes, for the title bar.
    void factsText(const QString &text);
    /// Draft this confidence threshold in the tuning.
    void thresholdWanted(double threshold);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeLeft();
    QWidget *makeRight();
    void connectParts();
    void connectActions();
    void collect();
    void train();
    void deploy(bool force);
    void begin(LearningSteps::Step step);
    void takeData(const Result<CollectedData> &found);
    void takeModel(LearningSteps::Step step, const Result<LearnedModel> &model);
    void readDeployed();
    void takeDeployed(const Result<DeployedModels> &deployed);
    void readStanding();
    void showVersion(int row);
    void showModel();
    void show(Shown shown);
    void openFile(bool model);
    void saveFile(bool model);
    void openChartMenu(Chart *chart, const QPoint &at);

    LearningHost &m_host;
    Actions &m_actions;
    LearningSteps *m_steps;
    VersionList *m_versions;
    WrappedText *m_problem;
    ModelReport *m_report;
    EmptyState *m_empty;
    ErrorState *m_failed;
    QStackedWidget *m_states;
    QSplitter *m_across;
    Toast *m_toast = nullptr;
    bool m_hasData = false;
    bool m_hasTurns = false;             ///< that tell both prediction and outcome
    std::optional<LearnedModel> m_model; ///< in hand
    DeployedModels m_deployed;
    std::optional<LearningSteps::Step> m_running;
    bool m_read = false; ///< the history was read once
    bool m_stale = true; ///< the standing is to be read when shown
    bool m_reading = false;
};

} // namespace assay::ui
