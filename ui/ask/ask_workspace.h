// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/workbench.h"
#include "ui/ask/ask_state.h"
#include "ui/ask/composer.h"

#include <QCoro/QCoroTask>
#include <QtCore/QJsonObject>
#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QSplitter;

namespace assay::ui {

class Actions;
class AskHeader;
class CompareView;
class ConversationView;
class SourceSheet;
class ThreadList;
class Toast;
class TuningModel;
class TuningPanel;
class TurnInspector;

/// The Ask workspace: conversation and composer at left, inspector over tuning at right.
///
/// Threading: UI thread; the Workbench must outlive it.
class AskWorkspace final : public QWidget
{
    Q_OBJECT

public:
    AskWorkspace(Workbench &workbench, Actions &actions, QWidget *parent = nullptr);
    ~AskWorkspace() override;

    /// What belongs into the window's title bar, 42 px high. Owned by whoever takes it.
    QWidget *titleBar();
    /// Gives the focus to the composer.
    void focusDefault();

    /// The thread on screen, the unsent question, and how the panes are split.
    QJsonObject saveState() const;
    /// Takes what saveState() gave; anything missing or malformed is left as it is.
    void restoreState(const QJsonObject &state);

    /// Shows a turn of a thread, selected; without a turn id the thread.
    void showTurn(const QString &threadId, const QString &turnId);

    AskState &state() { return m_state; }
    Composer &composer() { return *m_composer; }
    ConversationView &conversation() { return *m_conversation; }
    /// Where every change of the tuning goes through, whoever asks for it.
    TuningModel &tuning();

Q_SIGNALS:
    /// What goes on, for the status bar: "Turn 13 streaming, 1.1 s". Empty when nothing runs.
    void statusText(const QString &text);
    /// A message of a turn is to be shown where it stands in the log.
    void recordWanted(const QString &topic, int partition, qint64 offset);
    /// saveState() has news: 400 ms at most after the first keystroke. Time to write it.
    void stateChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void compose();
    void connectState();
    void connectConversation();
    void connectComposer();
    void connectActions();
    void connectInspector();
    void connectThreads();

    /// @return whether the core took it; else the composer says why not
    bool ask(const QString &question);
    void stopTurn();
    void copyAnswer();
    void labelSelected(Label label);
    void putLabel(const QString &turnId, Label label, const QString &note);
    void editLabel();
    void compareAttempts();
    void openSource(const QString &turnId, const QString &label);
    void openEvidence(const Evidence &evidence);
    void openFirstSource();
    void openThreads();
    void readEvents(const QString &turnId);
    void newThread();
    void toggleInspector();
    void openTurn();

    void showSelection();
    void showHeader();
    void showRunning();
    void showSettings();
    QCoro::Task<> showSources();
    void chooseProfile();
    void chooseStrategy(StrategyChoice choice);
    void noteChange();
    void fitColumns();

    Workbench &m_workbench;
    Actions &m_actions;
    AskState m_state;
    QPointer<AskHeader> m_header;
    ConversationView *m_conversation;
    Composer *m_composer;
    TurnInspector *m_inspector;
    TuningPanel *m_tuning;
    ThreadList *m_threads;
    CompareView *m_compare;
    SourceSheet *m_sheet;
    Toast *m_toast;
    QSplitter *m_across;
    QSplitter *m_side;
    QTimer m_clock; ///< while something runs
    QTimer m_inspectSoon;
    QTimer m_save;
    QString m_status;
    bool m_split = false; ///< the user or a saved state chose the widths
};

} // namespace assay::ui
