// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/cancel_token.h"
#include "base/result.h"
#include "turn/turn.h"

#include <QCoro/QCoroTask>

namespace assay {

/// What to look for.
struct RetrievalQuery
{
    QString text{};
    int limit = 12; ///< most passages wanted; ≥ 1
    std::chrono::milliseconds timeout{5'000};
};

/// Finds passages. Implemented by the local full-text index, Chroma and Tavily.
///
/// Threading: lives on one thread with an event loop; calls may overlap.
class Retriever
{
public:
    virtual ~Retriever() = default;

    /// Name as evidence and events carry it: "knowledge", "chroma", "tavily".
    virtual QString name() const = 0;

    /// True for web search: used only when too few relevant passages were found.
    virtual bool isWebSearch() const = 0;

    /// @return passages, best first, without label or grade; an empty list when nothing matches.
    /// @errors Unavailable, Timeout, Unauthorized, Protocol, Cancelled
    virtual QCoro::Task<Result<QList<Evidence>>> search(RetrievalQuery query, CancelToken token) = 0;
};

} // namespace assay
