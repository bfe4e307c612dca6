// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "turn/enums.h"

#include <QtCore/QString>

namespace assay {

/// Finding on one tool result and what to do about it.
struct ToolResultCheck
{
    ToolResultState state = ToolResultState::Ok;
    ToolResultAction action = ToolResultAction::Accept;
    QString reason{}; ///< one sentence; empty when Ok

    bool operator==(const ToolResultCheck &) const = default;
};

/// Innovation 6: looks at a tool's result before it reaches a prompt, in this order:
///
/// 1. blank, or nothing but "[]", "null", "none", "n/a" …: Empty → TransformQuery
/// 2. an error report: Failed → TryAlternativeTool. A report is a result of at most 300 characters
///    that begins with an error phrase, its subject ("the request …", "search: …") aside, or a JSON
///    object with an "error". A longer result is a document, and so is a short one that only
///    mentions a timeout or a 404.
/// 3. a short result that says there are no results: Empty → TransformQuery
/// 4. not JSON although JSON was promised: Malformed → ReportUnavailable
/// 5. less than 0.30 of the query's content terms found, compared as whole stemmed words:
///    Irrelevant → TransformQuery. Results of fewer than 4 content terms ("42", "settled") are
///    answers and pass.
///
/// @param query       empty skips step 5
/// @param expectJson  the tool promised JSON
/// @source upstream's ToolResultValidator (WIRE.md, section 4), whose order and actions these are
ToolResultCheck validateToolResult(const QString &result, const QString &query = {}, bool expectJson = false);

} // namespace assay
