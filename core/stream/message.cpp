// SPDX-License-Identifier: Apache-2.0
#include "stream/message.h"

#include <array>

namespace assay {

template<>
std::span<const EnumToken<MessageKind>> enumTokens<MessageKind>()
{
    static constexpr std::array all{
        EnumToken{MessageKind::Event, "event"},
        EnumToken{MessageKind::StateDiff, "state_diff"},
        EnumToken{MessageKind::TokenChunk, "token_chunk"},
        EnumToken{MessageKind::ToolExecution, "tool_execution"},
        EnumToken{MessageKind::Checkpoint, "checkpoint"},
        EnumToken{MessageKind::Metrics, "metrics"},
        EnumToken{MessageKind::Error, "error"},
        EnumToken{MessageKind::EventBatch, "event_batch"},
        EnumToken{MessageKind::ExecutionTrace, "execution_trace"},
        EnumToken{MessageKind::QualityEvaluation, "quality_evaluation"},
    };
    return all;
}

template<>
std::span<const EnumToken<QualityReading::Source>> enumTokens<QualityReading::Source>()
{
    using Source = QualityReading::Source;
    static constexpr std::array all{
        EnumToken{Source::Callback, "callback"},
        EnumToken{Source::Monitor, "monitor"},
        EnumToken{Source::Alert, "alert"},
        EnumToken{Source::Evaluation, "evaluation"},
    };
    return all;
}

} // namespace assay
