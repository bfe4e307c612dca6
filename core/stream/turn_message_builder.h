// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "turn/turn.h"

#include <assay_extensions.pb.h>
#include <dashstream.pb.h>

#include <optional>
#include <string>
#include <vector>

namespace assay {

/// Text as it is sent: cleaned, secrets taken out, UTF-8. Private to core/stream.
std::string wireText(const QString &text);

/// A message of `turn` with its header's time set; the encoder adds the rest of the header.
dashstream::v1::DashStreamMessage graphStart(const Turn &turn);
dashstream::v1::DashStreamMessage graphEnd(const Turn &turn);

/// NODE_START, and NODE_END or NODE_ERROR once the stage has ended; nothing for a skipped one.
std::vector<dashstream::v1::DashStreamMessage> stageMessages(const Turn &turn, const StageRecord &stage);

/// One ToolExecution per retriever that found documents and per tool result.
std::vector<dashstream::v1::DashStreamMessage> toolMessages(const Turn &turn);

/// Metrics scope "llm", one per model call: drafts, judges, and what other stages spent.
std::vector<dashstream::v1::DashStreamMessage> llmMessages(const Turn &turn);

/// Metrics scope "quality" for the returned answer, once, since upstream's exporter counts each as
/// a query; scope "quality_attempt" for every judged attempt. Nothing for what nobody judged.
std::vector<dashstream::v1::DashStreamMessage> qualityMessages(const Turn &turn, const QString &tenantId);

/// The guide's quality event of the returned answer; nullopt when nobody judged it.
std::optional<v1::ExtendedEnvelope> evaluationMessage(const Turn &turn);

/// The ExecutionTrace; its final_state is `finalState`.
dashstream::v1::DashStreamMessage traceMessage(const Turn &turn, const QByteArray &finalState);

dashstream::v1::DashStreamMessage labelMetrics(const QString &turnId, const QString &threadId, Label label,
                                               const QString &note, UtcTime now);

} // namespace assay
