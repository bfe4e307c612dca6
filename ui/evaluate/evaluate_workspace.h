// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/workbench.h"

#include <QtCore/QJsonObject>
#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

class QStackedWidget;

namespace assay {
class EvaluationHost;
}

namespace assay::ui {

class Actions;
class ArenaPage;
class EvaluateHeader;
class RunsPage;

/// The Evaluate workspace: suites that are run and compared, and an arena where two answers stand against
/// each other.
///
/// Threading: UI thread.
class EvaluateWorkspace final : public QWidget
{
    Q_OBJECT

public:
    /// Everything given outlives this.
    EvaluateWorkspace(EvaluationHost &host, Workbench &workbench, Actions &actions,
                      QWidget *parent = nullptr);
    ~EvaluateWorkspace() override;

    /// What belongs into the window's title bar, 42 px high. Owned by whoever takes it.
    QWidget *titleBar();
    void focusDefault();
    /// Takes the operator's last action back.
    void undo();

    QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);

    RunsPage &runs() { return *m_runs; }
    ArenaPage &arena() { return *m_arena; }
    bool showsArena() const;
    void setShowsArena(bool arena);

Q_SIGNALS:
    /// For the status bar.
    void statusText(const QString &text);
    void stateChanged();

private:
    void refreshFacts();

    EvaluationHost &m_host;
    QPointer<EvaluateHeader> m_header;
    QStackedWidget *m_pages;
    RunsPage *m_runs;
    ArenaPage *m_arena;
};

} // namespace assay::ui
