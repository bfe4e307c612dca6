// SPDX-License-Identifier: Apache-2.0
#include "ui/learn/models_page.h"

#include "ui/analytics/figure_words.h"
#include "ui/ask/wrapped_text.h"
#include "ui/kit/actions.h"
#include "ui/kit/button.h"
#include "ui/kit/card.h"
#include "ui/kit/plain.h"
#include "ui/kit/states.h"
#include "ui/kit/toast.h"
#include "ui/kit/tr.h"
#include "ui/learn/model_report.h"
#include "ui/learn/version_list.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>

namespace assay::ui {

using namespace Qt::StringLiterals;
using Step = LearningSteps::Step;
using Said = LearningSteps::Said;

namespace {

constexpr int margin = 20;
constexpr std::chrono::days recent{7};

QScrollArea *scrolled(QWidget *content)
{
    auto *ground = new Pane(Pane::Ground::Surface);
    auto *column = new QVBoxLayout(ground);
    column->setContentsMargins(margin, 14, margin, 16);
    column->addWidget(content);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(ground);
    return scroll;
}

QWidget *grounded(QWidget *content)
{
    auto *pane = new Pane(Pane::Ground::Surface);
    auto *column = new QVBoxLayout(pane);
    column->addWidget(content);
    return pane;
}

} // namespace

ModelsPage::ModelsPage(LearningHost &host, Actions &actions, double threshold, QWidget *parent)
    : QWidget(parent), m_host(host), m_actions(actions), m_steps(new LearningSteps(actions, threshold)),
      m_versions(new VersionList), m_problem(new WrappedText(Type::Small, QFont::Normal, Tone::Fail)),
      m_report(new ModelReport),
      m_empty(new EmptyState(
          Icon::Learn, Tr::tr("Nothing was learned yet. Collect recorded turns, then train a model on them."),
          Tr::tr("Collect"))),
      m_failed(new ErrorState), m_states(new QStackedWidget), m_across(new QSplitter(Qt::Horizontal))
{
    m_across->addWidget(makeLeft());
    m_across->addWidget(makeRight());
    m_across->setHandleWidth(1);
    m_across->setChildrenCollapsible(false);
    m_across->setStretchFactor(0, 0);
    m_across->setStretchFactor(1, 1);
    m_across->setSizes({370, 900});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_across);
    m_toast = new Toast(m_states);
    m_problem->hide();
    show(Shown::Loading);
    m_steps->setReady(false, false, false);
    m_steps->say(Step::Train,
                 Tr::tr("What was collected is split by thread: most of it is learned from, a fifth "
                        "calibrates, a fifth is only for the test."));
    m_steps->say(Step::Deploy, Tr::tr("A model routes turns once it is deployed, from the next turn on."));
    m_steps->say(Step::Collect, {});
    connectParts();
    connectActions();
    readDeployed();
}

QWidget *ModelsPage::makeLeft()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_steps);
    column->addWidget(new Hairline);
    auto *head = new QHBoxLayout;
    auto *title = new PlainLabel(Tr::tr("Models"), Type::Body, Tone::Primary);
    title->setType(Type::Body, QFont::DemiBold);
    head->addWidget(title, 1);
    QAction *const back = m_actions.at(ActionId::RollBackModel);
    auto *button = new Button(Icon::Undo, Tr::tr("Roll back"), ButtonKind::Secondary);
    button->setKeyHint(back->shortcut());
    button->setType(Type::Small);
    button->setAccessibleName(back->text());
    plainToolTip(button, back->text());
    connect(button, &Button::clicked, back, &QAction::trigger);
    connect(back, &QAction::changed, button, [button, back] { button->setEnabled(back->isEnabled()); });
    head->addWidget(button);
    column->addLayout(head);
    column->addWidget(m_problem);
    column->addWidget(m_versions);
    column->addStretch(1);
    QScrollArea *const scroll = scrolled(content);
    scroll->setMinimumWidth(320);
    return scroll;
}

QWidget *ModelsPage::makeRight()
{
    // In the order of Shown.
    m_states->addWidget(scrolled(m_report));
    m_states->addWidget(grounded(new Skeleton(8)));
    m_states->addWidget(grounded(m_empty));
    m_states->addWidget(grounded(m_failed));
    m_states->setMinimumWidth(360);
    return m_states;
}

void ModelsPage::connectParts()
{
    connect(&m_host, &LearningHost::progressed, this, [this](double share) {
        if (m_running)
            m_steps->say(*m_running,
                         (*m_running == Step::Train ? Tr::tr("Training: %1") : Tr::tr("Collecting: %1"))
                             .arg(percentText(share, 0)));
    });
    connect(m_empty, &EmptyState::activated, m_actions.at(ActionId::CollectTurns), &QAction::trigger);
    connect(m_failed, &ErrorState::retry, this, &ModelsPage::readDeployed);
    connect(m_versions, &VersionList::activated, this, &ModelsPage::showVersion);
    connect(m_report, &ModelReport::menuWanted, this, &ModelsPage::openChartMenu);
    connect(m_report->cost(), &CurveChart::chosen, this, [this](int mark) {
        const auto &routing = m_model ? m_model->report.routing : std::nullopt;
        if (routing && mark < routing->curve.router.size() && routing->curve.router.at(mark).threshold)
            Q_EMIT thresholdWanted(*routing->curve.router.at(mark).threshold);
    });
}

void ModelsPage::connectActions()
{
    const std::pair<ActionId, std::function<void()>> table[] = {
        {ActionId::CollectTurns, [this] { collect(); }},
        {ActionId::TrainModel, [this] { train(); }},
        {ActionId::StopLearning, [this] { m_host.cancel(); }},
        {ActionId::DeployModel, [this] { deploy(false); }},
        {ActionId::DeployAnyway, [this] { deploy(true); }},
        {ActionId::RollBackModel, [this] { rollBack(); }},
        {ActionId::OpenTrainingData, [this] { openFile(false); }},
        {ActionId::SaveTrainingData, [this] { saveFile(false); }},
        {ActionId::OpenModelFile, [this] { openFile(true); }},
        {ActionId::SaveModelFile, [this] { saveFile(true); }},
    };
    for (const auto &[id, run] : table)
        connect(m_actions.at(id), &QAction::triggered, this, run);
    m_actions.at(ActionId::RollBackModel)->setEnabled(false);
}

void ModelsPage::focusDefault()
{
    (shown() == Shown::Empty ? static_cast<QWidget *>(m_empty->button()) : m_versions)
        ->setFocus(Qt::OtherFocusReason);
}

void ModelsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    readDeployed();
    readStanding();
}

void ModelsPage::refresh()
{
    m_stale = true;
}

void ModelsPage::readDeployed()
{
    m_host.readDeployed(this, [this](const Result<DeployedModels> &deployed) { takeDeployed(deployed); });
}

void ModelsPage::takeDeployed(const Result<DeployedModels> &deployed)
{
    if (!deployed) {
        m_failed->setError(deployed.error().message, {});
        return show(Shown::Failed);
    }
    m_deployed = *deployed;
    m_read = true;
    m_versions->setHistory(m_deployed.history, m_deployed.problem.isEmpty());
    m_problem->setText(
        m_deployed.problem.isEmpty()
            ? QString()
            : m_deployed.problem + u' ' +
                  Tr::tr("Turns go on being routed by what was read last, or by the predictor that "
                         "comes with Assay; roll back or deploy another."));
    m_problem->setVisible(!m_deployed.problem.isEmpty());
    const int version = m_versions->versionAt(0);
    m_actions.at(ActionId::RollBackModel)->setEnabled(version > 0);
    const QString name = m_deployed.history.isEmpty()
                             ? versionText(0, {})
                             : versionText(version, m_deployed.history.first().fingerprint);
    Q_EMIT factsText(m_deployed.problem.isEmpty() ? Tr::tr("%1 routes").arg(name)
                                                  : Tr::tr("%1 cannot be read").arg(name));
    if (!m_model)
        showVersion(0);
}

void ModelsPage::readStanding()
{
    if (!m_stale || m_reading)
        return;
    m_reading = true;
    m_stale = false;
    m_report->setStandingNote(Tr::tr("Reading the recorded turns …"));
    m_host.readStanding(recent, this, [this](const Result<LearningStanding> &standing) {
        m_reading = false;
        if (standing) {
            m_report->setStanding(*standing);
            m_hasTurns = !standing->weeks.isEmpty();
            if (m_hasTurns && shown() == Shown::Empty)
                showVersion(0);
        } else
            m_report->setStandingNote(standing.error().message);
    });
}

void ModelsPage::begin(Step step)
{
    m_running = step;
    m_steps->setRunning(step);
}

void ModelsPage::collect()
{
    begin(Step::Collect);
    m_host.collect(m_steps->order(), this, [this](const Result<CollectedData> &found) { takeData(found); });
}

void ModelsPage::takeData(const Result<CollectedData> &found)
{
    m_running.reset();
    m_steps->setRunning(std::nullopt);
    if (!found)
        return m_steps->say(Step::Collect, found.error().message, Said::Problem);
    m_hasData = found->examples > 0;
    m_steps->setReady(m_hasData, m_model.has_value(), false);
    m_steps->say(Step::Collect,
                 found->examples > 0 ? dataText(*found) : Tr::tr("No judged turn lies in that range."));
}

void ModelsPage::train()
{
    begin(Step::Train);
    m_host.train(m_steps->options(), this,
                 [this](const Result<LearnedModel> &model) { takeModel(Step::Train, model); });
}

void ModelsPage::takeModel(Step step, const Result<LearnedModel> &model)
{
    m_running.reset();
    m_steps->setRunning(std::nullopt);
    if (!model)
        return m_steps->say(step, model.error().message, Said::Problem);
    m_model = *model;
    const bool good = m_model->canary && m_model->canary->isGood();
    m_steps->setReady(m_hasData, true, !good);
    m_steps->say(
        Step::Train,
        m_model->report.beatsBaseline()
            ? Tr::tr("The model %1 beats the shipped predictor on held-out turns.").arg(m_model->fingerprint)
            : Tr::tr("The model %1 does not beat the baseline on held-out turns.").arg(m_model->fingerprint));
    m_steps->say(Step::Deploy, m_model->canary ? canaryText(*m_model->canary) : m_model->canaryProblem,
                 good ? Said::Good : Said::Problem);
    showModel();
}

void ModelsPage::showModel()
{
    m_versions->setShown(-1);
    m_report->setReport(m_model->file.isEmpty()
                            ? Tr::tr("Trained just now: %1").arg(m_model->fingerprint)
                            : Tr::tr("Model file %1").arg(visibleLine(m_model->file.section(u'/', -1), 80)),
                        m_model->report);
    show(Shown::Report);
}

void ModelsPage::deploy(bool force)
{
    begin(Step::Deploy);
    m_host.deploy(force, this, [this](const Result<Deployment> &done) {
        m_running.reset();
        m_steps->setRunning(std::nullopt);
        if (!done) {
            m_steps->setReady(m_hasData, m_model.has_value(), true);
            return m_steps->say(Step::Deploy, done.error().message, Said::Problem);
        }
        m_model.reset();
        m_steps->setReady(m_hasData, false, false);
        m_steps->say(Step::Deploy,
                     Tr::tr("%1 routes from the next turn on; before it was %2.")
                         .arg(versionText(done->version, done->fingerprint), versionText(done->replaced, {})),
                     Said::Good);
        readDeployed();
    });
}

void ModelsPage::rollBack()
{
    m_host.rollBack(this, [this](const Result<Deployment> &done) {
        if (!done)
            return m_toast->notify(done.error().message);
        m_toast->notify(Tr::tr("From the next turn on it is %1 again, instead of v%2.")
                            .arg(versionText(done->version, {}), QString::number(done->replaced)));
        m_model.reset();
        m_steps->setReady(m_hasData, false, false);
        readDeployed();
    });
}

void ModelsPage::showVersion(int row)
{
    const int version = m_versions->versionAt(row);
    m_versions->setShown(row);
    if (version == 0 && m_model)
        return showModel();
    if (version == 0 && !m_hasTurns)
        return show(Shown::Empty);
    if (version == 0) {
        m_report->setUntrained(
            versionText(0, {}),
            Tr::tr("Its weights are set by hand. Collect recorded turns and train a model on them "
                   "to see whether it can be beaten."));
        return show(Shown::Report);
    }
    const QString title = versionText(version, m_deployed.history.at(row).fingerprint);
    m_host.readReport(version, this, [this, title](const Result<TrainingReport> &report) {
        if (!report) {
            m_failed->setError(report.error().message, {});
            return show(Shown::Failed);
        }
        m_report->setReport(title, *report);
        show(Shown::Report);
    });
}

void ModelsPage::show(Shown shown)
{
    const QWidget *const focus = QApplication::focusWidget();
    const bool ours = focus && isAncestorOf(focus);
    m_states->setCurrentIndex(static_cast<int>(shown));
    const QWidget *const now = QApplication::focusWidget();
    if (ours && (!now || m_states->isAncestorOf(now))) // it went with the page before
        m_versions->setFocus(Qt::OtherFocusReason);
}

ModelsPage::Shown ModelsPage::shown() const
{
    return static_cast<Shown>(m_states->currentIndex());
}

QString ModelsPage::problem() const
{
    return m_problem->isHidden() ? QString() : m_problem->shown();
}

} // namespace assay::ui
