// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/message.h"

#include <string>

namespace dashstream::v1 {
class Event;
class StateDiff;
class TokenChunk;
class ToolExecution;
class Checkpoint;
class Metrics;
class Error;
class ExecutionTrace;
} // namespace dashstream::v1

namespace assay {

/// Text of a message, NUL removed. Its UTF-8 has been checked. Private to core/stream.
QString textOf(const std::string &utf8);

/// One line, at most 200 characters, that says what a message reports.
QString summaryOf(const dashstream::v1::Event &event);
/// "NODE_END"; the number of a type that has no name here.
QString eventNameOf(const dashstream::v1::Event &event);
QString summaryOf(const dashstream::v1::StateDiff &diff);
QString summaryOf(const dashstream::v1::TokenChunk &chunk);
QString summaryOf(const dashstream::v1::ToolExecution &tool);
QString summaryOf(const dashstream::v1::Checkpoint &checkpoint);
QString summaryOf(const dashstream::v1::Metrics &metrics);
QString summaryOf(const dashstream::v1::Error &error);
QString summaryOf(const dashstream::v1::ExecutionTrace &trace);
QString summaryOf(const QualityReading &reading);
QString summaryOf(const LlmReading &reading);

} // namespace assay
