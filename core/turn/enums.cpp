// SPDX-License-Identifier: Apache-2.0
#include "turn/enums.h"

#include <array>

namespace assay {

template<>
std::span<const EnumToken<Tier>> enumTokens<Tier>()
{
    static constexpr std::array all{
        EnumToken<Tier>{Tier::Fast, "fast"},
        EnumToken<Tier>{Tier::Premium, "premium"},
    };
    return all;
}

template<>
std::span<const EnumToken<Strategy>> enumTokens<Strategy>()
{
    static constexpr std::array all{
        EnumToken<Strategy>{Strategy::Direct, "direct"},
        EnumToken<Strategy>{Strategy::SearchFirst, "search_first"},
        EnumToken<Strategy>{Strategy::DualPath, "dual_path"},
        EnumToken<Strategy>{Strategy::MultiStrategy, "multi_strategy"},
    };
    return all;
}

template<>
std::span<const EnumToken<RetryStrategy>> enumTokens<RetryStrategy>()
{
    static constexpr std::array all{
        EnumToken<RetryStrategy>{RetryStrategy::SameInputs, "same_inputs"},
        EnumToken<RetryStrategy>{RetryStrategy::StrongerPrompt, "stronger_prompt"},
        EnumToken<RetryStrategy>{RetryStrategy::UpgradeModel, "upgrade_model"},
        EnumToken<RetryStrategy>{RetryStrategy::RefineResponse, "refine_response"},
        EnumToken<RetryStrategy>{RetryStrategy::ForceToolCall, "force_tool_call"},
    };
    return all;
}

template<>
std::span<const EnumToken<Relevance>> enumTokens<Relevance>()
{
    static constexpr std::array all{
        EnumToken<Relevance>{Relevance::Relevant, "relevant"},
        EnumToken<Relevance>{Relevance::Ambiguous, "ambiguous"},
        EnumToken<Relevance>{Relevance::Irrelevant, "irrelevant"},
    };
    return all;
}

template<>
std::span<const EnumToken<CommitteeRule>> enumTokens<CommitteeRule>()
{
    static constexpr std::array all{
        EnumToken<CommitteeRule>{CommitteeRule::Mean, "mean"},
        EnumToken<CommitteeRule>{CommitteeRule::Median, "median"},
        EnumToken<CommitteeRule>{CommitteeRule::Majority, "majority"},
        EnumToken<CommitteeRule>{CommitteeRule::Veto, "veto"},
    };
    return all;
}

template<>
std::span<const EnumToken<Stage>> enumTokens<Stage>()
{
    static constexpr std::array all{
        EnumToken<Stage>{Stage::Predict, "predict"},   EnumToken<Stage>{Stage::Route, "route"},
        EnumToken<Stage>{Stage::Retrieve, "retrieve"}, EnumToken<Stage>{Stage::Grade, "grade"},
        EnumToken<Stage>{Stage::Check, "check"},       EnumToken<Stage>{Stage::Inject, "inject"},
        EnumToken<Stage>{Stage::Draft, "draft"},       EnumToken<Stage>{Stage::Validate, "validate"},
        EnumToken<Stage>{Stage::Judge, "judge"},       EnumToken<Stage>{Stage::Gate, "gate"},
    };
    return all;
}

template<>
std::span<const EnumToken<StageStatus>> enumTokens<StageStatus>()
{
    static constexpr std::array all{
        EnumToken<StageStatus>{StageStatus::Running, "running"},
        EnumToken<StageStatus>{StageStatus::Done, "done"},
        EnumToken<StageStatus>{StageStatus::Failed, "failed"},
        EnumToken<StageStatus>{StageStatus::Skipped, "skipped"},
    };
    return all;
}

template<>
std::span<const EnumToken<EvidenceKind>> enumTokens<EvidenceKind>()
{
    static constexpr std::array all{
        EnumToken<EvidenceKind>{EvidenceKind::Document, "document"},
        EnumToken<EvidenceKind>{EvidenceKind::ToolResult, "tool_result"},
        EnumToken<EvidenceKind>{EvidenceKind::Web, "web"},
    };
    return all;
}

template<>
std::span<const EnumToken<ToolResultState>> enumTokens<ToolResultState>()
{
    static constexpr std::array all{
        EnumToken<ToolResultState>{ToolResultState::Ok, "ok"},
        EnumToken<ToolResultState>{ToolResultState::Empty, "empty"},
        EnumToken<ToolResultState>{ToolResultState::Failed, "error"},
        EnumToken<ToolResultState>{ToolResultState::Irrelevant, "irrelevant"},
        EnumToken<ToolResultState>{ToolResultState::Malformed, "malformed"},
    };
    return all;
}

template<>
std::span<const EnumToken<ToolResultAction>> enumTokens<ToolResultAction>()
{
    static constexpr std::array all{
        EnumToken<ToolResultAction>{ToolResultAction::Accept, "accept"},
        EnumToken<ToolResultAction>{ToolResultAction::TransformQuery, "transform_query"},
        EnumToken<ToolResultAction>{ToolResultAction::TryAlternativeTool, "try_alternative_tool"},
        EnumToken<ToolResultAction>{ToolResultAction::ReportUnavailable, "report_unavailable"},
    };
    return all;
}

template<>
std::span<const EnumToken<ResponseState>> enumTokens<ResponseState>()
{
    static constexpr std::array all{
        EnumToken<ResponseState>{ResponseState::Valid, "valid"},
        EnumToken<ResponseState>{ResponseState::ToolResultsIgnored, "tool_results_ignored"},
        EnumToken<ResponseState>{ResponseState::MissingCitations, "missing_citations"},
    };
    return all;
}

template<>
std::span<const EnumToken<TurnStatus>> enumTokens<TurnStatus>()
{
    static constexpr std::array all{
        EnumToken<TurnStatus>{TurnStatus::Running, "running"},
        EnumToken<TurnStatus>{TurnStatus::Passed, "passed"},
        EnumToken<TurnStatus>{TurnStatus::Failed, "failed"},
        EnumToken<TurnStatus>{TurnStatus::Cancelled, "cancelled"},
        EnumToken<TurnStatus>{TurnStatus::Errored, "errored"},
    };
    return all;
}

template<>
std::span<const EnumToken<Label>> enumTokens<Label>()
{
    static constexpr std::array all{
        EnumToken<Label>{Label::None, "none"},
        EnumToken<Label>{Label::Good, "good"},
        EnumToken<Label>{Label::Bad, "bad"},
    };
    return all;
}

} // namespace assay
