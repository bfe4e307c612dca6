// SPDX-License-Identifier: Apache-2.0
#include "ui/learn/learn_workspace.h"

#include "service/workbench.h"
#include "ui/kit/actions.h"
#include "ui/kit/segmented_tabs.h"
#include "ui/kit/tr.h"
#include "ui/learn/judge_page.h"
#include "ui/learn/learn_header.h"
#include "ui/learn/models_page.h"
#include "ui/learn/prompts_page.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QStackedWidget>

namespace assay::ui {

using namespace Qt::StringLiterals;

LearnWorkspace::LearnWorkspace(Workbench &workbench, Actions &actions, const QString &who, QWidget *parent)
    : QWidget(parent), m_host({.storePath = workbench.paths().store(),
                               .modelsFolder = workbench.paths().models(),
                               .pickedFile = workbench.paths().pickedTraining(),
                               .who = who}),
      m_promptHost(workbench.paths(), workbench.settings(), workbench.secrets(), who),
      m_models(
          new ModelsPage(m_host, actions, workbench.settings().current().get("quality.threshold"_setting))),
      m_prompts(new PromptsPage(m_promptHost, workbench.settings(), actions)),
      m_judge(new JudgePage(m_promptHost, actions)), m_pages(new QStackedWidget)
{
    const std::pair<QString, QWidget *> pages[] = {
        {Tr::tr("Models"), m_models}, {Tr::tr("Prompts"), m_prompts}, {Tr::tr("Judge"), m_judge}};
    QStringList names;
    for (const auto &[name, page] : pages) {
        names.append(name);
        m_pages->addWidget(page);
    }
    m_header = new LearnHeader(names);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    actions.listenOn(m_models, ActionScope::LearnModels);
    connect(&m_header->tabs(), &SegmentedTabs::currentChanged, this, &LearnWorkspace::showPage);
    actions.listenOn(m_prompts, ActionScope::LearnPrompts);
    actions.listenOn(m_judge, ActionScope::LearnJudge);
    connect(m_models, &ModelsPage::factsText, this,
            [this](const QString &facts) { setFacts(m_models, facts); });
    connect(m_prompts, &PromptsPage::factsText, this,
            [this](const QString &facts) { setFacts(m_prompts, facts); });
    connect(m_judge, &JudgePage::factsText, this, [this](const QString &facts) { setFacts(m_judge, facts); });
    connect(m_models, &ModelsPage::thresholdWanted, this, &LearnWorkspace::thresholdWanted);
}

LearnWorkspace::~LearnWorkspace()
{
    delete m_pages; // pages go before what they ask
    if (m_header && !m_header->parent())
        delete m_header;
}

QWidget *LearnWorkspace::titleBar()
{
    return m_header;
}

SegmentedTabs &LearnWorkspace::tabs()
{
    return m_header->tabs();
}

void LearnWorkspace::setFacts(QWidget *page, const QString &facts)
{
    m_facts.insert(page, facts);
    if (m_header && m_pages->currentWidget() == page)
        m_header->setFacts(facts);
}

void LearnWorkspace::showPage(int page)
{
    m_pages->setCurrentIndex(page);
    if (m_header)
        m_header->setFacts(m_facts.value(m_pages->currentWidget()));
    // Arrows go on over the tabs; a click means the page, and its keys are to work at once.
    if (isVisible() && m_header && !m_header->tabs().hasFocus())
        focusDefault();
    Q_EMIT stateChanged();
}

void LearnWorkspace::focusDefault()
{
    if (m_pages->currentWidget() == m_models)
        m_models->focusDefault();
    else if (m_pages->currentWidget() == m_prompts)
        m_prompts->focusDefault();
    else
        m_judge->focusDefault();
}

void LearnWorkspace::undo()
{
    if (m_pages->currentWidget() == m_models)
        m_models->rollBack();
    else if (m_pages->currentWidget() == m_prompts)
        m_prompts->undo();
}

void LearnWorkspace::refresh()
{
    m_models->refresh();
    m_prompts->refresh();
    m_judge->refresh();
}

QJsonObject LearnWorkspace::saveState() const
{
    return {{u"page"_s, m_pages->currentIndex()}};
}

void LearnWorkspace::restoreState(const QJsonObject &state)
{
    if (m_header)
        m_header->tabs().setCurrent(state.value(u"page"_s).toInt());
}

} // namespace assay::ui
