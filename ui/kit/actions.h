// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/kit/icons.h"

#include <QtCore/QObject>
#include <QtGui/QAction>
#include <QtGui/QKeySequence>

#include <cstdint>
#include <span>

namespace assay::ui {

/// Everything a key, a menu or the palette can do.
enum class ActionId : std::uint8_t {
    // everywhere
    Palette,
    Cheatsheet,
    GoAsk,
    GoTriage,
    GoEvents,
    GoAnalytics,
    GoAlerts,
    GoEvaluate,
    GoLearn,
    GoSettings,
    SampleData,
    ClearScope,
    ToggleTheme,
    Undo,
    Redo,
    Quit,
    // ask
    NewThread,
    ThreadList,
    FocusComposer,
    Send,
    Stop,
    NextTurn,
    PreviousTurn,
    CopyAnswer,
    Rerun,
    LabelGood,
    LabelBad,
    LabelNote,
    CompareAttempts,
    OpenSource,
    ToggleInspector,
    InspectTab,
    PromptTab,
    EventsTab,
    RawTab,
    CopyTurnJson,
    // tuning
    FocusTuning,
    ApplyTuning,
    RevertTuning,
    SaveTuning,
    SaveProfile,
    ChooseProfile,
    // triage
    LeaveTriage,
    SaveTriageView,
    FilterTriage,
    NextTriage,
    PreviousTriage,
    ResolveTriage,
    TriageBad,
    TriageGood,
    AssignTriage,
    NoteTriage,
    SnoozeTriage,
    RerunTriage,
    JudgeAgain,
    TriageToSuite,
    TriageToTraining,
    ChooseTriage,
    ChooseAllTriage,
    TriageScopes,
    TriageGroups,
    TriageViews,
    OpenTriageTurn,
    TriageDown,
    TriageUp,
    // events
    SaveCapture,
    OpenCapture,
    EventSource,
    CopyChosen,
    LeaveEvent,
    PauseEvents,
    FilterEvents,
    NextEvent,
    PreviousEvent,
    JumpToTime,
    JumpToOffset,
    NewestEvents,
    OpenTurn,
    ToggleBytes,
    CopyEvent,
    CopyEventBytes,
    // analytics
    CompareRanges,
    WriteReport,
    CountAgain,
    LeaveAnalytics,
    FilterAnalytics,
    NextChart,
    PreviousChart,
    FocusTimeBar,
    LastHour,
    LastDay,
    LastWeek,
    LastMonth,
    OwnRange,
    CopyChartCsv,
    CopyChartPicture,
    // alerts
    NewAlertRule,
    SaveAlertRule,
    ImportAlertRules,
    ExportAlertRules,
    ToggleAlertDesktop,
    ToggleAlertSound,
    LeaveAlert,
    FilterAlerts,
    NextAlert,
    PreviousAlert,
    AcknowledgeAlert,
    SilenceAlert,
    NoteAlert,
    EditAlertRule,
    ToggleAlertRule,
    RemoveAlertRule,
    LinkAlertPolicy,
    AlertToTriage,
    AlertToEvents,
    OpenAlertTurn,
    // learn
    OpenTrainingData,
    SaveTrainingData,
    OpenModelFile,
    SaveModelFile,
    StopLearning,
    CollectTurns,
    TrainModel,
    DeployModel,
    DeployAnyway,
    RollBackModel,
    // learn: prompts and judge
    KeepPrompt,
    PromotePrompt,
    RollBackPrompt,
    ShowPromptText,
    ShowPromptDifference,
    ShowPromptSent,
    ShowPromptTrial,
    ShowPromptExamples,
    TryPrompt,
    StopPromptTrial,
    TakePromptExamples,
    AttackJudge,
    StopAttack,
    // evaluate
    NewRun,
    OpenResults,
    SaveResults,
    ImportSuite,
    ExportSuite,
    LeaveEvaluate,
    ShowRuns,
    ShowArena,
    FindScenario,
    NextRun,
    PreviousRun,
    BaseRun,
    ResumeRun,
    StopRun,
    RemoveRun,
    ReadRunsAgain,
    // arena
    AskBoth,
    StopArena,
    VoteLeft,
    VoteRight,
    VoteTie,
    VoteNeither,
    NextQuestion,
};

/// Where an action listens.
enum class ActionScope : std::uint8_t {
    Everywhere,      ///< in every workspace, also while a text field has the focus
    Ask,             ///< in the Ask workspace, also while the composer has the focus
    AskTurns,        ///< in the Ask workspace; single letters, which a focused text field keeps for itself
    Triage,          ///< in the Triage workspace, also while the filter has the focus
    TriageQueue,     ///< in the Triage workspace; single letters, which a focused text field keeps for itself
    Events,          ///< in the Events workspace, also while the filter has the focus
    EventList,       ///< in the Events workspace; single letters, which a focused text field keeps for itself
    Analytics,       ///< in the Analytics workspace, also while the filter has the focus
    AnalyticsCharts, ///< in the Analytics workspace; single keys, which a focused text field keeps for itself
    Alerts,          ///< in the Alerts workspace, also while a text field has the focus
    AlertList,       ///< in the Alerts workspace; single keys, which a focused text field keeps for itself
    LearnModels,  ///< on the Models page of Learn; single keys, which a focused text field keeps for itself
    LearnPrompts, ///< on the Prompts page of Learn, also while a text field has the focus
    LearnJudge,   ///< on the Judge page of Learn; single keys, which a focused text field keeps for itself
    Evaluate,     ///< in the Evaluate workspace, also while a text field has the focus
    EvaluateRuns, ///< among its runs; single keys, which a focused text field keeps for itself
    Arena,        ///< in its arena, also while the question has the focus
    ArenaVotes,   ///< in its arena; single keys, which a focused text field keeps for itself
};

/// One row of the table that feeds menus, palette, cheatsheet and shortcuts.
struct ActionSpec
{
    ActionId id;
    ActionScope scope;
    Icon icon;
    const char *text; ///< AssayUi
    const char *keys; ///< portable text; several separated by "; "; empty = palette only
};

/// The one table, in reading order.
std::span<const ActionSpec> actionTable();

/// Translated heading of a scope for the cheatsheet.
QString scopeTitle(ActionScope scope);

/// Owns one QAction per row. Workspaces connect to triggered() and set enabled.
class Actions final : public QObject
{
    Q_OBJECT
public:
    explicit Actions(QObject *parent = nullptr);

    QAction *at(ActionId id) const;

    /// Makes the shortcuts of `scope` work inside `widget` and its children.
    void listenOn(QWidget *widget, ActionScope scope) const;

private:
    QList<QAction *> m_actions;
};

} // namespace assay::ui
