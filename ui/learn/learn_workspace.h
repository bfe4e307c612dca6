// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/learning_host.h"
#include "service/prompt_host.h"

#include <QtCore/QJsonObject>
#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

class QStackedWidget;

namespace assay {
class Workbench;
}

namespace assay::ui {

class Actions;
class LearnHeader;
class SegmentedTabs;
class JudgePage;
class ModelsPage;
class PromptsPage;

/// The Learn workspace: pages behind tabs in the title bar, each about one thing that is learned from
/// recorded turns.
///
/// Threading: UI thread; the work runs on threads of the hosts.
class LearnWorkspace final : public QWidget
{
    Q_OBJECT

public:
    /// @param who the operator, for histories. `workbench` and `actions` outlive this.
    LearnWorkspace(Workbench &workbench, Actions &actions, const QString &who, QWidget *parent = nullptr);
    ~LearnWorkspace() override;

    /// What belongs into the window's title bar, 42 px high. Owned by whoever takes it.
    QWidget *titleBar();
    void focusDefault();
    /// Takes the operator's last action back.
    void undo();
    /// Turns were stored.
    void refresh();

    QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);

    ModelsPage &models() { return *m_models; }
    PromptsPage &prompts() { return *m_prompts; }
    JudgePage &judge() { return *m_judge; }
    SegmentedTabs &tabs();

Q_SIGNALS:
    /// Draft this confidence threshold in the tuning of Ask.
    void thresholdWanted(double threshold);
    /// For the status bar.
    void statusText(const QString &text);
    void stateChanged();

private:
    void showPage(int page);
    /// What the title bar says while the page is shown.
    void setFacts(QWidget *page, const QString &facts);

    LearningHost m_host;
    PromptHost m_promptHost;
    ModelsPage *m_models;
    PromptsPage *m_prompts;
    JudgePage *m_judge;
    QHash<QWidget *, QString> m_facts;
    QStackedWidget *m_pages;
    QPointer<LearnHeader> m_header;
};

} // namespace assay::ui
