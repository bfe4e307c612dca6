// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/evaluation_host.h"

#include <QtCore/QJsonObject>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QComboBox;
class QSplitter;
class QStackedWidget;

namespace assay::ui {

class Actions;
class AnswersPane;
class DifferenceList;
class ElidedLabel;
class EmptyState;
class ErrorState;
class PlainLabel;
class RunList;
class RunningPane;
class RunSheet;
class ScenarioHead;
class ScenarioTable;
class SearchField;
class SegmentedTabs;
class SuiteSheet;
class TargetList;
class Toast;

/// Stored runs at the left; at the right the one in hand: its checklist, what differs from another run and
/// whether that can be told from chance, its scenarios and both answers of one.
///
/// Threading: UI thread; files and runs are the host's.
class RunsPage final : public QWidget
{
    Q_OBJECT

public:
    /// `host` and `actions` outlive this.
    RunsPage(EvaluationHost &host, Actions &actions, QWidget *parent = nullptr);

    void focusDefault();
    QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);
    void openFile(const QString &path);
    void importFile(const QString &path);
    void exportTo(const QString &source, SuiteForm form, const QString &path);
    void saveTo(const QString &path);
    /// "6 runs, 1 interrupted".
    QString facts() const;

    /// Which state the list is in, and which the right side.
    enum class ListShown : std::uint8_t { Runs, Loading, Empty };
    enum class Shown : std::uint8_t { Content, None, Loading, Failed };
    ListShown listShown() const;
    Shown shown() const;
    RunList &list() { return *m_list; }
    ScenarioTable &table() { return *m_table; }
    AnswersPane &answers() { return *m_answers; }
    TargetList &targets() { return *m_targets; }
    DifferenceList &differences() { return *m_differences; }
    RunningPane &running() { return *m_running; }
    RunSheet &sheet() { return *m_sheet; }
    SuiteSheet &suiteSheet() { return *m_suiteSheet; }
    QComboBox &before() { return *m_before; }
    SearchField &search() { return *m_search; }
    SegmentedTabs &choice() { return *m_choice; }
    QString verdict() const;
    QString told() const { return m_told; } ///< the last notice

Q_SIGNALS:
    void factsChanged();
    void stateChanged();

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    // runs_page.cpp
    QWidget *makeLeft(Actions &actions);
    QWidget *makeRight();
    QWidget *makeHead();
    QWidget *makeTable(Actions &actions);
    QWidget *makeFiltered();
    void connectParts();
    void arrange();

    // runs_page_view.cpp
    void takeRuns();
    void takeProgress();
    void takeEnd(const QString &path, RunEnd end, const QString &error);
    void chooseRun();
    void readView();
    void takeView(const QString &path, const Result<RunView> &view);
    void showView();
    void showSummary();
    void fillBefore();
    QString beforeOf(const StoredRun &run) const;
    void narrow();
    void showScenario();
    void showRight(Shown shown);

    // runs_page_work.cpp
    void connectActions(Actions &actions);
    void move(int steps);
    void leave();
    void pinBase();
    void resume();
    void start(const EvalPlan &plan);
    void removeRun();
    void chooseFile();
    void chooseImport();
    void chooseReport();
    void openMenu(const QPoint &at);
    void tell(const QString &text, bool stays = false);

    EvaluationHost &m_host;
    Actions &m_actions;
    std::optional<RunView> m_view;
    QString m_asked; ///< run whose view is on its way, and what it is compared with
    QString m_base;  ///< results file pinned to compare with; empty = the run before
    bool m_compares = true;
    bool m_wantsFocus = false;
    QString m_wantedRun; ///< to be in hand once it is listed
    QString m_toRemove;  ///< asked once whether it really goes
    QString m_told;

    RunList *m_list;
    QStackedWidget *m_listStates;
    EmptyState *m_empty;
    RunningPane *m_running;
    ElidedLabel *m_title;
    PlainLabel *m_verdict;
    PlainLabel *m_notes;
    QComboBox *m_before;
    TargetList *m_targets;
    DifferenceList *m_differences;
    SegmentedTabs *m_figureTabs; ///< where only one of them has room
    QWidget *m_summary;
    SegmentedTabs *m_choice;
    SearchField *m_search;
    ScenarioTable *m_table;
    ScenarioHead *m_tableHead;
    QStackedWidget *m_tableStates;
    PlainLabel *m_filtered; ///< why no scenario is shown
    AnswersPane *m_answers;
    QStackedWidget *m_right;
    ErrorState *m_error;
    QSplitter *m_across;
    QSplitter *m_down;
    RunSheet *m_sheet = nullptr;
    SuiteSheet *m_suiteSheet = nullptr;
    Toast *m_toast = nullptr;
    QTimer m_soon;  ///< a run stays in hand this long before it is read
    QTimer m_again; ///< while one runs, what is shown of it moves on
};

} // namespace assay::ui
