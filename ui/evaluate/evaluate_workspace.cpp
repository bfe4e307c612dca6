// SPDX-License-Identifier: Apache-2.0
#include "ui/evaluate/evaluate_workspace.h"

#include "ui/evaluate/arena_page.h"
#include "ui/evaluate/evaluate_header.h"
#include "ui/evaluate/evaluate_words.h"
#include "ui/evaluate/run_list.h"
#include "ui/evaluate/runs_page.h"
#include "ui/kit/actions.h"
#include "ui/kit/segmented_tabs.h"
#include "ui/kit/tr.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QStackedWidget>

namespace assay::ui {

using namespace Qt::StringLiterals;

EvaluateWorkspace::EvaluateWorkspace(EvaluationHost &host, Workbench &workbench, Actions &actions,
                                     QWidget *parent)
    : QWidget(parent), m_host(host), m_header(new EvaluateHeader(actions)), m_pages(new QStackedWidget),
      m_runs(new RunsPage(host, actions)), m_arena(new ArenaPage(workbench, actions))
{
    m_pages->addWidget(m_runs);
    m_pages->addWidget(m_arena);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    actions.listenOn(this, ActionScope::Evaluate);
    actions.listenOn(m_header, ActionScope::Evaluate);
    connect(actions.at(ActionId::ShowRuns), &QAction::triggered, this, [this] { setShowsArena(false); });
    connect(actions.at(ActionId::ShowArena), &QAction::triggered, this, [this] { setShowsArena(true); });
    // What belongs to a page brings it forth, from the palette and the title bar too.
    for (const ActionSpec &spec : actionTable())
        if (const bool isArena = spec.scope == ActionScope::Arena || spec.scope == ActionScope::ArenaVotes;
            isArena || spec.scope == ActionScope::EvaluateRuns || spec.id == ActionId::NewRun)
            connect(actions.at(spec.id), &QAction::triggered, this, [this, isArena] {
                if (showsArena() != isArena)
                    setShowsArena(isArena);
            });
    connect(m_header->tabs(), &SegmentedTabs::currentChanged, this,
            [this](int index) { setShowsArena(index == 1); });
    connect(m_runs, &RunsPage::factsChanged, this, &EvaluateWorkspace::refreshFacts);
    connect(&m_host, &EvaluationHost::progressed, this, &EvaluateWorkspace::refreshFacts);
    connect(&m_host, &EvaluationHost::runEnded, this, &EvaluateWorkspace::refreshFacts);
    connect(m_runs, &RunsPage::stateChanged, this, &EvaluateWorkspace::stateChanged);
    connect(m_arena, &ArenaPage::stateChanged, this, &EvaluateWorkspace::stateChanged);
}

EvaluateWorkspace::~EvaluateWorkspace()
{
    if (m_header && !m_header->parent())
        delete m_header;
}

QWidget *EvaluateWorkspace::titleBar()
{
    return m_header;
}

bool EvaluateWorkspace::showsArena() const
{
    return m_pages->currentWidget() == m_arena;
}

void EvaluateWorkspace::setShowsArena(bool arena)
{
    if (showsArena() == arena)
        return;
    m_pages->setCurrentWidget(arena ? static_cast<QWidget *>(m_arena) : m_runs);
    m_header->setArena(arena);
    if (isVisible())
        focusDefault();
    Q_EMIT stateChanged();
}

void EvaluateWorkspace::focusDefault()
{
    if (showsArena())
        m_arena->focusDefault();
    else
        m_runs->focusDefault();
}

void EvaluateWorkspace::undo()
{
    if (showsArena())
        m_arena->undo();
}

void EvaluateWorkspace::refreshFacts()
{
    m_header->setFacts(m_runs->facts());
    const std::optional<RunUnderWay> &run = m_host.underWay();
    Q_EMIT statusText(run ? Tr::tr("Evaluation: %1, %2").arg(progressText(run->progress), remainingText(*run))
                          : QString());
}

QJsonObject EvaluateWorkspace::saveState() const
{
    QJsonObject state{{u"arena"_s, m_arena->saveState()}, {u"shows_arena"_s, showsArena()}};
    state.insert(u"runs"_s, m_runs->saveState());
    return state;
}

void EvaluateWorkspace::restoreState(const QJsonObject &state)
{
    m_runs->restoreState(state.value(u"runs"_s).toObject());
    m_arena->restoreState(state.value(u"arena"_s).toObject());
    setShowsArena(state.value(u"shows_arena"_s).toBool());
}

} // namespace assay::ui
