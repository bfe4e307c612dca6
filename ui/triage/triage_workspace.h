// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/triage_host.h"
#include "service/workbench.h"
#include "ui/filter/shared_scope.h"
#include "ui/triage/detail_page.h"

#include <QtCore/QJsonObject>
#include <QtWidgets/QWidget>

class QSplitter;
class QStackedWidget;

namespace assay::ui {

class Actions;
class Button;
class ChoiceBar;
class EmptyState;
class ErrorState;
class FilterField;
class PlainLabel;
class QueueView;
class ScopeChip;
class Toast;
class TriageHeader;

/// The Triage workspace: the queue of turns to look at, one of them in full, and what is done about it, each
/// a key away.
///
/// Threading: UI thread.
class TriageWorkspace final : public QWidget
{
    Q_OBJECT

public:
    /// @param who the operator, for the audit trail. `workbench` and `actions` outlive this.
    TriageWorkspace(Workbench &workbench, Actions &actions, const QString &who, QWidget *parent = nullptr);
    ~TriageWorkspace() override;

    /// What belongs into the window's title bar, 42 px high. Owned by whoever takes it.
    QWidget *titleBar();
    void focusDefault();
    /// Takes the operator's last action back.
    void undo();

    /// Only turns of what another workspace has narrowed all to.
    void setShared(const SharedScope &scope);

    /// Filter, scope, grouping and how the panes are split.
    QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);

    QueueView &queue() { return *m_queue; }
    DetailPage &detail() { return *m_detail; }
    FilterField &filter() { return *m_filter; }
    ChoiceBar &choices() { return *m_choices; }
    TriageHost &host() { return m_host; }
    void setScope(TriageScope scope);
    void setGrouping(TriageGrouping grouping);
    TriageScope scope() const { return m_query.scope; }
    /// Which of the five states the queue is in.
    enum class Shown : std::uint8_t { Content, Loading, Empty, Filtered, Failed };
    Shown shown() const;

Q_SIGNALS:
    /// For the rail: "47"; empty when nothing is open.
    void countText(const QString &text);
    /// For the status bar.
    void statusText(const QString &text);
    void turnWanted(const QString &threadId, const QString &turnId);
    void askWanted();
    void scopeClearWanted();
    void stateChanged();

protected:
    void showEvent(QShowEvent *event) override;

private:
    // triage_workspace.cpp
    QWidget *makeLeft();
    QWidget *makeRight();
    QWidget *makeActionRow();
    QWidget *makeStates();
    void connectParts();
    void connectActions();
    void list();
    void takeList(const TriageList &list);
    void showStates();
    void showHead();
    void chooseRow();
    void readDetail();

    // triage_workspace_work.cpp
    void apply(const TriageChange &change, bool goesAway);
    void relist(qint64 anchorPlace);
    void toggleResolved();
    void label(Label label);
    void putLabel(Label label, const QString &note);
    void assign();
    void note();
    void snooze();
    void openScopeMenu();
    void openGroupMenu();
    void openViews();
    void saveView();
    void takeView(const TriageView &view);
    void openTurn();
    void openRowMenu(const QPoint &at);
    void leave();
    void tell(const QString &text);

    // triage_scope.cpp
    void putFilter();
    QString filterText() const;
    void clearFilter();

    // triage_picks.cpp
    void pickForSuite();
    void pickForTraining();
    void pick(const QString &action, TriageHost::Pick pick, std::function<void()> orElse);

    // triage_shared.cpp
    void joinShared();
    void takeSharedTrouble(const QString &trouble);

    // triage_rerun.cpp
    void rerun();
    void startRerun(const Policy &policy, const QString &settings);
    void takeFinished(const Turn &turn);
    void judgeAgain();
    void askJudge(int times);
    QList<std::pair<QString, Policy>> rerunSettings() const;

    Workbench &m_workbench;
    Actions &m_actions;
    QString m_who;
    TriageHost m_host;
    TriageQuery m_query;
    bool m_asked = false;      ///< the first list was asked for
    bool m_wantsFocus = false; ///< the queue is to have it once it is there
    std::optional<Error> m_failure;
    std::optional<TriageDetail> m_shownDetail;
    QString m_sharedTrouble;              ///< why the shared queue cannot be changed now
    qint64 m_detailOf = 0;                ///< row whose detail is shown or on its way
    QHash<QString, TriageRerun> m_reruns; ///< by turn
    QHash<QString, QString> m_rerunTurns; ///< turn that was asked again, by the re-run's id
    QHash<QString, QString> m_judgeNotes; ///< by turn

    QPointer<TriageHeader> m_header;
    Button *m_scopeButton;
    Button *m_groupButton;
    Button *m_viewsButton;
    FilterField *m_filter;
    ScopeChip *m_chip;
    SharedScope m_shared;
    PlainLabel *m_chosenNote;
    QueueView *m_queue;
    QStackedWidget *m_states;
    EmptyState *m_empty;
    EmptyState *m_filtered;
    ErrorState *m_error;
    DetailPage *m_detail;
    QWidget *m_actionRow;
    ChoiceBar *m_choices;
    QSplitter *m_across;
    Toast *m_toast = nullptr;
};

} // namespace assay::ui
