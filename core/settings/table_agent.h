// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settings/setting.h"

#include <QtCore/QCoreApplication>

#include <array>

/// Which models answer and which stages run. One entry per setting; joined in settings_table.h.
namespace assay::table {

inline constexpr std::array agent{
    Setting{.key = "agent.fast_model",
            .type = SettingType::Text,
            .initial = "offline-fast",
            .form = TextForm::Model,
            .label = QT_TRANSLATE_NOOP("AssayCore", "Fast model"),
            .help =
                QT_TRANSLATE_NOOP("AssayCore", "Answers turns that are predicted to be easy. offline-fast is "
                                               "the embedded model, which needs no network."),
            .live = true},
    Setting{.key = "agent.premium_model",
            .type = SettingType::Text,
            .initial = "offline-premium",
            .form = TextForm::Model,
            .label = QT_TRANSLATE_NOOP("AssayCore", "Premium model"),
            .help = QT_TRANSLATE_NOOP("AssayCore",
                                      "Answers turns that are predicted to be hard, and retries that "
                                      "upgrade. offline-premium is the embedded model."),
            .live = true},
    Setting{.key = "agent.judge_model",
            .type = SettingType::Text,
            .initial = "offline",
            .form = TextForm::JudgeModel,
            .label = QT_TRANSLATE_NOOP("AssayCore", "Judge model"),
            .help =
                QT_TRANSLATE_NOOP("AssayCore", "Scores every answer. offline is the embedded lexical judge, "
                                               "which needs no network."),
            .live = true},
    Setting{
        .key = "agent.dual_path",
        .type = SettingType::Bool,
        .initial = false,
        .label = QT_TRANSLATE_NOOP("AssayCore", "Dual path"),
        .help = QT_TRANSLATE_NOOP("AssayCore", "Answers directly and after a search at the same time; the "
                                               "better judged answer wins and both are paid for."),
        .raise =
            QT_TRANSLATE_NOOP("AssayCore", "Every attempt drafts two answers and costs about twice as much."),
        .lower = QT_TRANSLATE_NOOP("AssayCore", "Every attempt drafts one answer."),
        .live = true},
    Setting{
        .key = "agent.multi_strategy",
        .type = SettingType::Bool,
        .initial = false,
        .label = QT_TRANSLATE_NOOP("AssayCore", "Parallel strategies"),
        .help = QT_TRANSLATE_NOOP("AssayCore", "Answers in several ways at the same time; a vote decides."),
        .raise =
            QT_TRANSLATE_NOOP("AssayCore", "Every attempt drafts several answers and costs that much more."),
        .lower = QT_TRANSLATE_NOOP("AssayCore", "Every attempt drafts one answer."),
        .live = true},
    Setting{.key = "agent.grade_documents",
            .type = SettingType::Bool,
            .initial = true,
            .label = QT_TRANSLATE_NOOP("AssayCore", "Grade documents"),
            .help = QT_TRANSLATE_NOOP("AssayCore",
                                      "Grades what was found; when too little is relevant, the question "
                                      "is rewritten once and searched again."),
            .raise = QT_TRANSLATE_NOOP("AssayCore", "Irrelevant passages no longer reach the model."),
            .lower =
                QT_TRANSLATE_NOOP("AssayCore", "Every passage found reaches the model, relevant or not."),
            .live = true},
    Setting{
        .key = "agent.response_validator",
        .type = SettingType::Bool,
        .initial = true,
        .label = QT_TRANSLATE_NOOP("AssayCore", "Response validator"),
        .help = QT_TRANSLATE_NOOP("AssayCore", "Finds answers that say nothing was found although the search "
                                               "returned results, and answers without citations."),
        .raise = QT_TRANSLATE_NOOP("AssayCore", "Answers that ignore what was found are caught."),
        .lower =
            QT_TRANSLATE_NOOP("AssayCore", "Answers that ignore what was found are only seen by the judge."),
        .live = true},
    Setting{.key = "agent.tool_result_validator",
            .type = SettingType::Bool,
            .initial = true,
            .label = QT_TRANSLATE_NOOP("AssayCore", "Tool result validator"),
            .help = QT_TRANSLATE_NOOP("AssayCore",
                                      "Checks what tools return before a model sees it: empty, failed, "
                                      "irrelevant or malformed."),
            .raise = QT_TRANSLATE_NOOP("AssayCore", "Unusable tool results are replaced before the draft."),
            .lower = QT_TRANSLATE_NOOP("AssayCore", "Tool results reach the model unchecked."),
            .live = true},
    Setting{.key = "agent.mandatory_tool_context",
            .type = SettingType::Bool,
            .initial = true,
            .label = QT_TRANSLATE_NOOP("AssayCore", "Mandatory tool context"),
            .help = QT_TRANSLATE_NOOP("AssayCore",
                                      "Puts what was found into the prompt of every attempt, after the "
                                      "question."),
            .raise = QT_TRANSLATE_NOOP("AssayCore", "Retries see what was found, too; prompts get longer."),
            .lower = QT_TRANSLATE_NOOP("AssayCore", "Only the first attempt sees what was found."),
            .live = true},
    Setting{.key = "agent.confidence_scoring",
            .type = SettingType::Bool,
            .initial = true,
            .label = QT_TRANSLATE_NOOP("AssayCore", "Confidence scoring"),
            .help = QT_TRANSLATE_NOOP("AssayCore",
                                      "Predicts how likely the fast path is to pass the gate. Without "
                                      "it every turn counts as 0.5."),
            .raise = QT_TRANSLATE_NOOP("AssayCore", "Turns are routed by their own predicted confidence."),
            .lower = QT_TRANSLATE_NOOP("AssayCore", "Every turn takes the same route."),
            .live = true},
    Setting{.key = "agent.calibration",
            .type = SettingType::Bool,
            .initial = true,
            .label = QT_TRANSLATE_NOOP("AssayCore", "Confidence calibration"),
            .help = QT_TRANSLATE_NOOP("AssayCore", "Corrects predicted confidence by what was observed."),
            .raise = QT_TRANSLATE_NOOP("AssayCore", "Confidence means an observed pass rate."),
            .lower = QT_TRANSLATE_NOOP("AssayCore", "The uncorrected prediction decides the route."),
            .live = true},
    Setting{.key = "agent.qa_subgraph",
            .type = SettingType::Bool,
            .initial = true,
            .label = QT_TRANSLATE_NOOP("AssayCore", "QA checks"),
            .help = QT_TRANSLATE_NOOP("AssayCore",
                                      "Runs the reusable set of checks on every draft, with a verdict "
                                      "of its own."),
            .raise = QT_TRANSLATE_NOOP("AssayCore", "Drafts are checked before the judge sees them."),
            .lower = QT_TRANSLATE_NOOP("AssayCore", "Only the judge looks at drafts."),
            .live = true},
    Setting{.key = "agent.active_learning",
            .type = SettingType::Bool,
            .initial = true,
            .label = QT_TRANSLATE_NOOP("AssayCore", "Active learning"),
            .help = QT_TRANSLATE_NOOP("AssayCore",
                                      "Keeps a record of every turn that a later training can learn from."),
            .raise = QT_TRANSLATE_NOOP("AssayCore", "New turns become training records."),
            .lower = QT_TRANSLATE_NOOP("AssayCore", "New turns leave no training record."),
            .live = true},
    Setting{.key = "agent.exploration_share",
            .type = SettingType::Number,
            .initial = 0.0,
            .minimum = 0.0,
            .maximum = 1.0,
            .step = 0.01,
            .label = QT_TRANSLATE_NOOP("AssayCore", "Exploration"),
            .help = QT_TRANSLATE_NOOP(
                "AssayCore", "Share of the turns that also run the tier that was not chosen, only to "
                             "be recorded: what-if and training then know instead of guessing."),
            .raise =
                QT_TRANSLATE_NOOP("AssayCore", "Predictions get surer; these turns cost more and end later."),
            .lower = QT_TRANSLATE_NOOP("AssayCore", "Less is spent on learning; predictions get less sure."),
            .live = true},
};

} // namespace assay::table
