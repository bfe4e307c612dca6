// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/actions.h"

#include "ui/kit/tr.h"

#include <QtWidgets/QWidget>

#include <array>

namespace assay::ui {

using namespace Qt::StringLiterals;

std::span<const ActionSpec> actionTable()
{
    using enum ActionId;
    using enum ActionScope;
    static constexpr std::array all{
        ActionSpec{Palette, Everywhere, Icon::Search, QT_TRANSLATE_NOOP("AssayUi", "Search or run a command"),
                   "Ctrl+K; Ctrl+Shift+P"},
        ActionSpec{Cheatsheet, Everywhere, Icon::Info, QT_TRANSLATE_NOOP("AssayUi", "Show all keys"),
                   "?; F1"},
        ActionSpec{GoAsk, Everywhere, Icon::Ask, QT_TRANSLATE_NOOP("AssayUi", "Go to Ask"), "Ctrl+1"},
        ActionSpec{GoTriage, Everywhere, Icon::Triage, QT_TRANSLATE_NOOP("AssayUi", "Go to Triage"),
                   "Ctrl+2"},
        ActionSpec{GoEvents, Everywhere, Icon::Events, QT_TRANSLATE_NOOP("AssayUi", "Go to Events"),
                   "Ctrl+3"},
        ActionSpec{GoAnalytics, Everywhere, Icon::Analytics, QT_TRANSLATE_NOOP("AssayUi", "Go to Analytics"),
                   "Ctrl+4"},
        ActionSpec{GoAlerts, Everywhere, Icon::Alerts, QT_TRANSLATE_NOOP("AssayUi", "Go to Alerts"),
                   "Ctrl+5"},
        ActionSpec{GoEvaluate, Everywhere, Icon::Evaluate, QT_TRANSLATE_NOOP("AssayUi", "Go to Evaluate"),
                   "Ctrl+6"},
        ActionSpec{GoLearn, Everywhere, Icon::Learn, QT_TRANSLATE_NOOP("AssayUi", "Go to Learn"), "Ctrl+7"},
        ActionSpec{GoSettings, Everywhere, Icon::Settings, QT_TRANSLATE_NOOP("AssayUi", "Go to Settings"),
                   "Ctrl+8; Ctrl+,"},
        ActionSpec{SampleData, Everywhere, Icon::Database,
                   QT_TRANSLATE_NOOP("AssayUi", "Look around in sample data"), ""},
        ActionSpec{ClearScope, Everywhere, Icon::Filter,
                   QT_TRANSLATE_NOOP("AssayUi", "Clear what narrows every workspace"), "Ctrl+Shift+X"},
        ActionSpec{ToggleTheme, Everywhere, Icon::None,
                   QT_TRANSLATE_NOOP("AssayUi", "Switch between dark and light"), "Ctrl+Alt+L"},
        ActionSpec{Undo, Everywhere, Icon::Undo, QT_TRANSLATE_NOOP("AssayUi", "Undo the last change"),
                   "Ctrl+Z"},
        ActionSpec{Redo, Everywhere, Icon::Redo, QT_TRANSLATE_NOOP("AssayUi", "Redo the tuning change"),
                   "Ctrl+Shift+Z; Ctrl+Y"},
        ActionSpec{Quit, Everywhere, Icon::None, QT_TRANSLATE_NOOP("AssayUi", "Quit"), "Ctrl+Q"},

        ActionSpec{NewThread, Ask, Icon::Plus, QT_TRANSLATE_NOOP("AssayUi", "New thread"), "Ctrl+N"},
        ActionSpec{ThreadList, Ask, Icon::ChevronDown, QT_TRANSLATE_NOOP("AssayUi", "Search threads"),
                   "Ctrl+T"},
        ActionSpec{FocusComposer, Ask, Icon::Ask, QT_TRANSLATE_NOOP("AssayUi", "Write a question"), "Ctrl+L"},
        ActionSpec{Send, Ask, Icon::ArrowUp, QT_TRANSLATE_NOOP("AssayUi", "Send"), "Ctrl+Return; Ctrl+Enter"},
        ActionSpec{Stop, Ask, Icon::Stop, QT_TRANSLATE_NOOP("AssayUi", "Stop"), "Esc"},
        ActionSpec{ToggleInspector, Ask, Icon::None,
                   QT_TRANSLATE_NOOP("AssayUi", "Show or hide the inspector"), "Ctrl+I"},
        ActionSpec{InspectTab, Ask, Icon::None,
                   QT_TRANSLATE_NOOP("AssayUi", "Inspector: pipeline and scores"), "Alt+1"},
        ActionSpec{PromptTab, Ask, Icon::None, QT_TRANSLATE_NOOP("AssayUi", "Inspector: prompt as sent"),
                   "Alt+2"},
        ActionSpec{EventsTab, Ask, Icon::None, QT_TRANSLATE_NOOP("AssayUi", "Inspector: events"), "Alt+3"},
        ActionSpec{RawTab, Ask, Icon::None, QT_TRANSLATE_NOOP("AssayUi", "Inspector: raw turn"), "Alt+4"},
        ActionSpec{FocusTuning, Ask, Icon::Settings, QT_TRANSLATE_NOOP("AssayUi", "Tune the cascade"),
                   "Ctrl+G"},
        ActionSpec{ApplyTuning, Ask, Icon::Check, QT_TRANSLATE_NOOP("AssayUi", "Apply the tuning"),
                   "Ctrl+Shift+Return; Ctrl+Shift+Enter"},
        ActionSpec{RevertTuning, Ask, Icon::Undo, QT_TRANSLATE_NOOP("AssayUi", "Revert the tuning"),
                   "Ctrl+Shift+Backspace"},
        ActionSpec{SaveTuning, Ask, Icon::Save,
                   QT_TRANSLATE_NOOP("AssayUi", "Save the tuning to the settings file"), "Ctrl+S"},
        ActionSpec{SaveProfile, Ask, Icon::Save, QT_TRANSLATE_NOOP("AssayUi", "Save the tuning as a profile"),
                   "Ctrl+Shift+S"},
        ActionSpec{ChooseProfile, Ask, Icon::Settings, QT_TRANSLATE_NOOP("AssayUi", "Choose a profile"),
                   "Ctrl+P"},

        ActionSpec{NextTurn, AskTurns, Icon::None, QT_TRANSLATE_NOOP("AssayUi", "Next turn"), "J"},
        ActionSpec{PreviousTurn, AskTurns, Icon::None, QT_TRANSLATE_NOOP("AssayUi", "Previous turn"), "K"},
        ActionSpec{CopyAnswer, AskTurns, Icon::Copy, QT_TRANSLATE_NOOP("AssayUi", "Copy the answer"), "C"},
        ActionSpec{Rerun, AskTurns, Icon::Rerun, QT_TRANSLATE_NOOP("AssayUi", "Ask again"), "R"},
        ActionSpec{LabelGood, AskTurns, Icon::ThumbsUp, QT_TRANSLATE_NOOP("AssayUi", "Label good"), "G"},
        ActionSpec{LabelBad, AskTurns, Icon::ThumbsDown, QT_TRANSLATE_NOOP("AssayUi", "Label bad"), "B"},
        ActionSpec{LabelNote, AskTurns, Icon::Label, QT_TRANSLATE_NOOP("AssayUi", "Label with a note"), "L"},
        ActionSpec{CompareAttempts, AskTurns, Icon::Diff,
                   QT_TRANSLATE_NOOP("AssayUi", "Compare two attempts"), "D"},
        ActionSpec{OpenSource, AskTurns, Icon::Book,
                   QT_TRANSLATE_NOOP("AssayUi", "Open the first cited source"), "O"},
        ActionSpec{CopyTurnJson, AskTurns, Icon::Copy, QT_TRANSLATE_NOOP("AssayUi", "Copy the turn as JSON"),
                   "Shift+C"},

        ActionSpec{SaveTriageView, Triage, Icon::Save,
                   QT_TRANSLATE_NOOP("AssayUi", "Save the view of the queue"), "Ctrl+S"},
        ActionSpec{LeaveTriage, Triage, Icon::None, QT_TRANSLATE_NOOP("AssayUi", "Back to the triage queue"),
                   "Esc"},
        ActionSpec{NextTriage, TriageQueue, Icon::None,
                   QT_TRANSLATE_NOOP("AssayUi", "Next turn in the queue"), "J"},
        ActionSpec{PreviousTriage, TriageQueue, Icon::None,
                   QT_TRANSLATE_NOOP("AssayUi", "Previous turn in the queue"), "K"},
        ActionSpec{ResolveTriage, TriageQueue, Icon::Check,
                   QT_TRANSLATE_NOOP("AssayUi", "Resolve the turn, or open it again"), "E"},
        ActionSpec{TriageBad, TriageQueue, Icon::ThumbsDown,
                   QT_TRANSLATE_NOOP("AssayUi", "Label the turn bad, with a reason"), "B"},
        ActionSpec{TriageGood, TriageQueue, Icon::ThumbsUp,
                   QT_TRANSLATE_NOOP("AssayUi", "Label the turn good, with a reason"), "G"},
        ActionSpec{AssignTriage, TriageQueue, Icon::User, QT_TRANSLATE_NOOP("AssayUi", "Assign the turn"),
                   "A"},
        ActionSpec{NoteTriage, TriageQueue, Icon::Label,
                   QT_TRANSLATE_NOOP("AssayUi", "Write a note to the turn"), "N"},
        ActionSpec{SnoozeTriage, TriageQueue, Icon::Clock, QT_TRANSLATE_NOOP("AssayUi", "Snooze the turn"),
                   "Z"},
        ActionSpec{RerunTriage, TriageQueue, Icon::Rerun,
                   QT_TRANSLATE_NOOP("AssayUi", "Re-run the turn with other settings and compare"), "R"},
        ActionSpec{JudgeAgain, TriageQueue, Icon::Evaluate,
                   QT_TRANSLATE_NOOP("AssayUi", "Ask the judge of the turn again"), "T"},
        ActionSpec{TriageToSuite, TriageQueue, Icon::Flask,
                   QT_TRANSLATE_NOOP("AssayUi", "Put the turn into the evaluation suite, or take it out"),
                   "I"},
        ActionSpec{TriageToTraining, TriageQueue, Icon::Learn,
                   QT_TRANSLATE_NOOP("AssayUi", "Put the turn into the training data, or take it out"), "L"},
        ActionSpec{ChooseTriage, TriageQueue, Icon::None,
                   QT_TRANSLATE_NOOP("AssayUi", "Choose the turn for what comes next"), "X"},
        ActionSpec{ChooseAllTriage, TriageQueue, Icon::None,
                   QT_TRANSLATE_NOOP("AssayUi", "Choose every turn of the list"), "Ctrl+A"},
        ActionSpec{FilterTriage, TriageQueue, Icon::Filter, QT_TRANSLATE_NOOP("AssayUi", "Filter the queue"),
                   "/"},
        ActionSpec{TriageScopes, TriageQueue, Icon::Eye,
                   QT_TRANSLATE_NOOP("AssayUi", "Show open, mine, snoozed or resolved turns"), "S"},
        ActionSpec{TriageGroups, TriageQueue, Icon::None, QT_TRANSLATE_NOOP("AssayUi", "Group the queue"),
                   "U"},
        ActionSpec{TriageViews, TriageQueue, Icon::None,
                   QT_TRANSLATE_NOOP("AssayUi", "Saved views of the queue"), "V"},
        ActionSpec{OpenTriageTurn, TriageQueue, Icon::Ask,
                   QT_TRANSLATE_NOOP("AssayUi", "Open the turn in Ask"), "O"},
        ActionSpec{TriageDown, TriageQueue, Icon::None, QT_TRANSLATE_NOOP("AssayUi", "Scroll the turn down"),
                   "Space"},
        ActionSpec{TriageUp, TriageQueue, Icon::None, QT_TRANSLATE_NOOP("AssayUi", "Scroll the turn up"),
                   "Shift+Space"},

        ActionSpec{SaveCapture, Events, Icon::Export, QT_TRANSLATE_NOOP("AssayUi", "Save a capture"),
                   "Ctrl+S"},
        ActionSpec{OpenCapture, Events, Icon::Folder, QT_TRANSLATE_NOOP("AssayUi", "Open a capture"),
                   "Ctrl+O"},
        ActionSpec{EventSource, Events, Icon::Database,
                   QT_TRANSLATE_NOOP("AssayUi", "Choose where events come from"), "Ctrl+L"},
        ActionSpec{CopyChosen, Events, Icon::Copy,
                   QT_TRANSLATE_NOOP("AssayUi", "Copy the chosen event, field or bytes"), "Ctrl+C"},
        ActionSpec{LeaveEvent, Events, Icon::None, QT_TRANSLATE_NOOP("AssayUi", "Back to the list of events"),
                   "Esc"},

        ActionSpec{PauseEvents, EventList, Icon::Pause,
                   QT_TRANSLATE_NOOP("AssayUi", "Pause or resume the list of events"), "P"},
        ActionSpec{FilterEvents, EventList, Icon::Filter, QT_TRANSLATE_NOOP("AssayUi", "Filter events"), "/"},
        ActionSpec{NextEvent, EventList, Icon::None, QT_TRANSLATE_NOOP("AssayUi", "Next event down"), "J"},
        ActionSpec{PreviousEvent, EventList, Icon::None, QT_TRANSLATE_NOOP("AssayUi", "Next event up"), "K"},
        ActionSpec{JumpToTime, EventList, Icon::Clock,
                   QT_TRANSLATE_NOOP("AssayUi", "Go to the events of a time"), "G, T"},
        ActionSpec{JumpToOffset, EventList, Icon::None, QT_TRANSLATE_NOOP("AssayUi", "Go to an offset"),
                   "G, O"},
        ActionSpec{NewestEvents, EventList, Icon::ArrowUp,
                   QT_TRANSLATE_NOOP("AssayUi", "Go to the newest event"), "G, N"},
        ActionSpec{OpenTurn, EventList, Icon::Ask,
                   QT_TRANSLATE_NOOP("AssayUi", "Open the event's turn in Ask"), "T"},
        ActionSpec{ToggleBytes, EventList, Icon::Eye,
                   QT_TRANSLATE_NOOP("AssayUi", "Show the frame or what it unpacks to"), "B"},
        ActionSpec{CopyEvent, EventList, Icon::Copy, QT_TRANSLATE_NOOP("AssayUi", "Copy the event's line"),
                   "C"},
        ActionSpec{CopyEventBytes, EventList, Icon::Copy,
                   QT_TRANSLATE_NOOP("AssayUi", "Copy the event's bytes as hex"), "Shift+C"},

        ActionSpec{CompareRanges, Analytics, Icon::Diff,
                   QT_TRANSLATE_NOOP("AssayUi", "Compare two ranges of time, or stop"), "Ctrl+D"},
        ActionSpec{WriteReport, Analytics, Icon::Export,
                   QT_TRANSLATE_NOOP("AssayUi", "Write a report of the figures"), "Ctrl+S"},
        ActionSpec{CountAgain, Analytics, Icon::Retry,
                   QT_TRANSLATE_NOOP("AssayUi", "Count the figures again"), "F5"},
        ActionSpec{LeaveAnalytics, Analytics, Icon::None, QT_TRANSLATE_NOOP("AssayUi", "Reset the brush"),
                   "Esc"},
        ActionSpec{FilterAnalytics, AnalyticsCharts, Icon::Filter,
                   QT_TRANSLATE_NOOP("AssayUi", "Filter the figures"), "/"},
        ActionSpec{NextChart, AnalyticsCharts, Icon::None, QT_TRANSLATE_NOOP("AssayUi", "Next chart"), "J"},
        ActionSpec{PreviousChart, AnalyticsCharts, Icon::None, QT_TRANSLATE_NOOP("AssayUi", "Previous chart"),
                   "K"},
        ActionSpec{FocusTimeBar, AnalyticsCharts, Icon::Clock,
                   QT_TRANSLATE_NOOP("AssayUi", "Move the brush on the time bar"), "B"},
        ActionSpec{LastHour, AnalyticsCharts, Icon::None,
                   QT_TRANSLATE_NOOP("AssayUi", "Figures of the last hour"), "1"},
        ActionSpec{LastDay, AnalyticsCharts, Icon::None,
                   QT_TRANSLATE_NOOP("AssayUi", "Figures of the last 24 hours"), "2"},
        ActionSpec{LastWeek, AnalyticsCharts, Icon::None,
                   QT_TRANSLATE_NOOP("AssayUi", "Figures of the last 7 days"), "3"},
        ActionSpec{LastMonth, AnalyticsCharts, Icon::None,
                   QT_TRANSLATE_NOOP("AssayUi", "Figures of the last 30 days"), "4"},
        ActionSpec{OwnRange, AnalyticsCharts, Icon::None,
                   QT_TRANSLATE_NOOP("AssayUi", "Figures from one moment to another"), "5"},
        ActionSpec{CopyChartCsv, AnalyticsCharts, Icon::Copy,
                   QT_TRANSLATE_NOOP("AssayUi", "Copy the chart as CSV"), "C"},
        ActionSpec{CopyChartPicture, AnalyticsCharts, Icon::Copy,
                   QT_TRANSLATE_NOOP("AssayUi", "Copy the chart as a picture"), "Shift+C"},

        ActionSpec{NewAlertRule, Alerts, Icon::Plus, QT_TRANSLATE_NOOP("AssayUi", "Write a new alert rule"),
                   "Ctrl+N"},
        ActionSpec{SaveAlertRule, Alerts, Icon::Save, QT_TRANSLATE_NOOP("AssayUi", "Save the alert rule"),
                   "Ctrl+S"},
        ActionSpec{ImportAlertRules, Alerts, Icon::Import,
                   QT_TRANSLATE_NOOP("AssayUi", "Import Prometheus rules"), "Ctrl+O"},
        ActionSpec{ExportAlertRules, Alerts, Icon::Export,
                   QT_TRANSLATE_NOOP("AssayUi", "Export as Prometheus rules"), "Ctrl+E"},
        ActionSpec{ToggleAlertDesktop, Alerts, Icon::None,
                   QT_TRANSLATE_NOOP("AssayUi", "Tell alerts on the desktop, or no more"), ""},
        ActionSpec{ToggleAlertSound, Alerts, Icon::None,
                   QT_TRANSLATE_NOOP("AssayUi", "Sound for alerts on or off"), ""},
        ActionSpec{LeaveAlert, Alerts, Icon::None,
                   QT_TRANSLATE_NOOP("AssayUi", "Leave the rule's editor, or back to the list of rules"),
                   "Esc"},
        ActionSpec{FilterAlerts, AlertList, Icon::Search, QT_TRANSLATE_NOOP("AssayUi", "Find an alert rule"),
                   "/"},
        ActionSpec{NextAlert, AlertList, Icon::None, QT_TRANSLATE_NOOP("AssayUi", "Next alert rule"), "J"},
        ActionSpec{PreviousAlert, AlertList, Icon::None, QT_TRANSLATE_NOOP("AssayUi", "Previous alert rule"),
                   "K"},
        ActionSpec{AcknowledgeAlert, AlertList, Icon::Check,
                   QT_TRANSLATE_NOOP("AssayUi", "Acknowledge what fires under the rule"), "A"},
        ActionSpec{SilenceAlert, AlertList, Icon::Pause,
                   QT_TRANSLATE_NOOP("AssayUi", "Silence the rule, or end its silence"), "S"},
        ActionSpec{NoteAlert, AlertList, Icon::Label,
                   QT_TRANSLATE_NOOP("AssayUi", "Write a note to the firing"), "N"},
        ActionSpec{EditAlertRule, AlertList, Icon::Settings,
                   QT_TRANSLATE_NOOP("AssayUi", "Edit the rule and try it on what is recorded"), "E"},
        ActionSpec{ToggleAlertRule, AlertList, Icon::None,
                   QT_TRANSLATE_NOOP("AssayUi", "Switch the alert rule on or off"), "X"},
        ActionSpec{RemoveAlertRule, AlertList, Icon::Trash,
                   QT_TRANSLATE_NOOP("AssayUi", "Remove the rule, or give it back what it came with"), "Del"},
        ActionSpec{LinkAlertPolicy, AlertList, Icon::Strategy,
                   QT_TRANSLATE_NOOP("AssayUi", "Say which policy answered the firing"), "P"},
        ActionSpec{AlertToTriage, AlertList, Icon::Triage,
                   QT_TRANSLATE_NOOP("AssayUi", "Show the turns behind the firing in Triage"), "T"},
        ActionSpec{AlertToEvents, AlertList, Icon::Events,
                   QT_TRANSLATE_NOOP("AssayUi", "Show the firing's events"), "V"},
        ActionSpec{OpenAlertTurn, AlertList, Icon::Ask,
                   QT_TRANSLATE_NOOP("AssayUi", "Open the turn behind the alert in Ask"), "O"},

        ActionSpec{NewRun, ActionScope::Evaluate, Icon::Play, QT_TRANSLATE_NOOP("AssayUi", "Run a suite"),
                   "Ctrl+N"},
        ActionSpec{OpenResults, ActionScope::Evaluate, Icon::Folder,
                   QT_TRANSLATE_NOOP("AssayUi", "Open the results of a run"), "Ctrl+O"},
        ActionSpec{SaveResults, ActionScope::Evaluate, Icon::Export,
                   QT_TRANSLATE_NOOP("AssayUi", "Write the run as a report"), "Ctrl+S"},
        ActionSpec{ImportSuite, ActionScope::Evaluate, Icon::Import,
                   QT_TRANSLATE_NOOP("AssayUi", "Import a suite"), "Ctrl+I"},
        ActionSpec{ExportSuite, ActionScope::Evaluate, Icon::Export,
                   QT_TRANSLATE_NOOP("AssayUi", "Export a suite"), "Ctrl+E"},
        ActionSpec{LeaveEvaluate, ActionScope::Evaluate, Icon::None,
                   QT_TRANSLATE_NOOP("AssayUi", "Back to the list of runs"), "Esc"},
        ActionSpec{ShowRuns, ActionScope::Evaluate, Icon::Evaluate,
                   QT_TRANSLATE_NOOP("AssayUi", "Evaluate: runs"), "Alt+1"},
        ActionSpec{ShowArena, ActionScope::Evaluate, Icon::Diff,
                   QT_TRANSLATE_NOOP("AssayUi", "Evaluate: arena"), "Alt+2"},
        ActionSpec{FindScenario, ActionScope::EvaluateRuns, Icon::Search,
                   QT_TRANSLATE_NOOP("AssayUi", "Find a scenario"), "/"},
        ActionSpec{NextRun, ActionScope::EvaluateRuns, Icon::None,
                   QT_TRANSLATE_NOOP("AssayUi", "Next run or scenario"), "J"},
        ActionSpec{PreviousRun, ActionScope::EvaluateRuns, Icon::None,
                   QT_TRANSLATE_NOOP("AssayUi", "Previous run or scenario"), "K"},
        ActionSpec{BaseRun, ActionScope::EvaluateRuns, Icon::Pin,
                   QT_TRANSLATE_NOOP("AssayUi", "Compare the other runs with this one"), "B"},
        ActionSpec{ResumeRun, ActionScope::EvaluateRuns, Icon::Play,
                   QT_TRANSLATE_NOOP("AssayUi", "Go on with a run that was broken off"), "R"},
        ActionSpec{StopRun, ActionScope::EvaluateRuns, Icon::Stop,
                   QT_TRANSLATE_NOOP("AssayUi", "Stop the run under way"), "S"},
        ActionSpec{RemoveRun, ActionScope::EvaluateRuns, Icon::Trash,
                   QT_TRANSLATE_NOOP("AssayUi", "Remove the run"), "Del"},
        ActionSpec{ReadRunsAgain, ActionScope::EvaluateRuns, Icon::Retry,
                   QT_TRANSLATE_NOOP("AssayUi", "Read the stored runs again"), "F5"},
        ActionSpec{AskBoth, ActionScope::Arena, Icon::ArrowUp, QT_TRANSLATE_NOOP("AssayUi", "Ask both sides"),
                   "Ctrl+Return; Ctrl+Enter"},
        ActionSpec{StopArena, ActionScope::Arena, Icon::Stop, QT_TRANSLATE_NOOP("AssayUi", "Stop both sides"),
                   "Ctrl+."},
        ActionSpec{VoteLeft, ActionScope::ArenaVotes, Icon::None,
                   QT_TRANSLATE_NOOP("AssayUi", "The left answer is better"), "A"},
        ActionSpec{VoteRight, ActionScope::ArenaVotes, Icon::None,
                   QT_TRANSLATE_NOOP("AssayUi", "The right answer is better"), "B"},
        ActionSpec{VoteTie, ActionScope::ArenaVotes, Icon::None,
                   QT_TRANSLATE_NOOP("AssayUi", "Both answers are as good"), "T"},
        ActionSpec{VoteNeither, ActionScope::ArenaVotes, Icon::None,
                   QT_TRANSLATE_NOOP("AssayUi", "Both answers are bad"), "N"},
        ActionSpec{NextQuestion, ActionScope::ArenaVotes, Icon::None,
                   QT_TRANSLATE_NOOP("AssayUi", "Write the next question"), "Q"},

        ActionSpec{OpenTrainingData, LearnModels, Icon::Folder,
                   QT_TRANSLATE_NOOP("AssayUi", "Open training data"), "Ctrl+O"},
        ActionSpec{SaveTrainingData, LearnModels, Icon::Export,
                   QT_TRANSLATE_NOOP("AssayUi", "Save the training data"), "Ctrl+S"},
        ActionSpec{OpenModelFile, LearnModels, Icon::Folder,
                   QT_TRANSLATE_NOOP("AssayUi", "Open a model file"), "Ctrl+Shift+O"},
        ActionSpec{SaveModelFile, LearnModels, Icon::Export,
                   QT_TRANSLATE_NOOP("AssayUi", "Save the model to a file"), "Ctrl+Shift+S"},
        ActionSpec{StopLearning, LearnModels, Icon::Stop,
                   QT_TRANSLATE_NOOP("AssayUi", "Stop collecting or training"), "Esc"},
        ActionSpec{CollectTurns, LearnModels, Icon::Import,
                   QT_TRANSLATE_NOOP("AssayUi", "Collect recorded turns to learn from"), "C"},
        ActionSpec{TrainModel, LearnModels, Icon::Learn,
                   QT_TRANSLATE_NOOP("AssayUi", "Train a model on what was collected"), "T"},
        ActionSpec{DeployModel, LearnModels, Icon::Check,
                   QT_TRANSLATE_NOOP("AssayUi", "Let the trained model route turns"), "D"},
        ActionSpec{DeployAnyway, LearnModels, Icon::None,
                   QT_TRANSLATE_NOOP("AssayUi", "Let it route turns although it does worse"), "Shift+D"},
        ActionSpec{RollBackModel, LearnModels, Icon::Undo,
                   QT_TRANSLATE_NOOP("AssayUi", "Put the model before in force again"), "B"},

        ActionSpec{KeepPrompt, LearnPrompts, Icon::Save,
                   QT_TRANSLATE_NOOP("AssayUi", "Keep the text as the next version of the prompt"), "Ctrl+S"},
        ActionSpec{PromotePrompt, LearnPrompts, Icon::Check,
                   QT_TRANSLATE_NOOP("AssayUi", "Put this version of the prompt in force"),
                   "Ctrl+Return; Ctrl+Enter"},
        ActionSpec{RollBackPrompt, LearnPrompts, Icon::Undo,
                   QT_TRANSLATE_NOOP("AssayUi", "Put the prompt's version before in force again"),
                   "Ctrl+Shift+B"},
        ActionSpec{ShowPromptText, LearnPrompts, Icon::Book, QT_TRANSLATE_NOOP("AssayUi", "Write the prompt"),
                   "Ctrl+Shift+E"},
        ActionSpec{ShowPromptDifference, LearnPrompts, Icon::Diff,
                   QT_TRANSLATE_NOOP("AssayUi", "Compare the prompt with a version"), "Ctrl+Shift+D"},
        ActionSpec{ShowPromptSent, LearnPrompts, Icon::Eye,
                   QT_TRANSLATE_NOOP("AssayUi", "Show the prompt as it would be sent for a turn"),
                   "Ctrl+Shift+R"},
        ActionSpec{ShowPromptTrial, LearnPrompts, Icon::Flask,
                   QT_TRANSLATE_NOOP("AssayUi", "Try the prompt on a suite"), "Ctrl+Shift+T"},
        ActionSpec{ShowPromptExamples, LearnPrompts, Icon::ThumbsUp,
                   QT_TRANSLATE_NOOP("AssayUi", "Pick good turns as examples"), "Ctrl+Shift+L"},
        ActionSpec{TryPrompt, LearnPrompts, Icon::Play,
                   QT_TRANSLATE_NOOP("AssayUi", "Run the suite with and without the text"), "Ctrl+R"},
        ActionSpec{StopPromptTrial, LearnPrompts, Icon::Stop, QT_TRANSLATE_NOOP("AssayUi", "Stop the trial"),
                   "Esc"},
        ActionSpec{TakePromptExamples, LearnPrompts, Icon::Plus,
                   QT_TRANSLATE_NOOP("AssayUi", "Put the chosen turns into the text of Examples"),
                   "Ctrl+Shift+U"},

        ActionSpec{AttackJudge, LearnJudge, Icon::Play,
                   QT_TRANSLATE_NOOP("AssayUi", "Run the attacks on the judge"), "R"},
        ActionSpec{StopAttack, LearnJudge, Icon::Stop, QT_TRANSLATE_NOOP("AssayUi", "Stop the attacks"),
                   "Esc"},
    };
    return all;
}

QString scopeTitle(ActionScope scope)
{
    switch (scope) {
    case ActionScope::Everywhere: return Tr::tr("Everywhere");
    case ActionScope::Ask: return Tr::tr("In Ask");
    case ActionScope::AskTurns: return Tr::tr("On a turn, outside text fields");
    case ActionScope::Triage: return Tr::tr("In Triage");
    case ActionScope::TriageQueue: return Tr::tr("On a turn of the queue, outside text fields");
    case ActionScope::Events: return Tr::tr("In Events");
    case ActionScope::EventList: return Tr::tr("On an event, outside text fields");
    case ActionScope::Analytics: return Tr::tr("In Analytics");
    case ActionScope::Alerts: return Tr::tr("In Alerts");
    case ActionScope::AlertList: return Tr::tr("On an alert rule, outside text fields");
    case ActionScope::Evaluate: return Tr::tr("In Evaluate");
    case ActionScope::EvaluateRuns: return Tr::tr("On a run or scenario, outside text fields");
    case ActionScope::Arena: return Tr::tr("In the arena");
    case ActionScope::ArenaVotes: return Tr::tr("On two answers, outside text fields");
    case ActionScope::LearnModels: return Tr::tr("On the models of Learn");
    case ActionScope::LearnPrompts: return Tr::tr("On the prompts of Learn");
    case ActionScope::LearnJudge: return Tr::tr("On the judge of Learn, outside text fields");
    case ActionScope::AnalyticsCharts: return Tr::tr("On the charts, outside text fields");
    }
    Q_UNREACHABLE();
}

Actions::Actions(QObject *parent) : QObject(parent)
{
    for (const ActionSpec &spec : actionTable()) {
        auto *action = new QAction(Tr::tr(spec.text), this);
        QList<QKeySequence> keys;
        for (const QString &one : QString::fromLatin1(spec.keys).split(u"; "_s, Qt::SkipEmptyParts))
            keys.append(QKeySequence::fromString(one, QKeySequence::PortableText));
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        if (spec.icon != Icon::None)
            action->setIcon(icon(spec.icon));
        m_actions.append(action);
    }
}

QAction *Actions::at(ActionId id) const
{
    const auto table = actionTable();
    const auto found = std::ranges::find(table, id, &ActionSpec::id);
    return found == table.end() ? nullptr : m_actions.at(found - table.begin());
}

void Actions::listenOn(QWidget *widget, ActionScope scope) const
{
    const auto table = actionTable();
    for (std::size_t i = 0; i < table.size(); ++i)
        if (table[i].scope == scope)
            widget->addAction(m_actions.at(static_cast<qsizetype>(i)));
}

} // namespace assay::ui
