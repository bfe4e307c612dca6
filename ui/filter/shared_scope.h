// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.h"
#include "turn/filter.h"

namespace assay::ui {

/// What one workspace has narrowed all of them to: a piece of time, a filter, or both.
struct SharedScope
{
    QString origin{}; ///< the workspace's name: "Analytics"
    QString title{};  ///< said instead of the filter: "HighFailureRate"; empty = the filter itself
    std::optional<UtcTime> from{};
    std::optional<UtcTime> to{}; ///< exclusive
    QString filter{};

    bool isEmpty() const { return !from && !to && filter.isEmpty(); }
    bool operator==(const SharedScope &) const = default;
};

/// "from Analytics: 10:00 – 11:00 · score < 0.9". Empty for an empty scope.
QString scopeText(const SharedScope &scope);

/// A workspace's own filter and the scope, both.
struct ScopedFilter
{
    Filter filter{};
    QString left{}; ///< why the scope's filter does not count here; empty = it does
};
/// @param uses the kind of rows here: a filter that speaks of others' columns is left out, and said
ScopedFilter scopedFilter(const Filter &own, const SharedScope &scope, FilterUses uses);

/// The filter of the scope alone, with its times as conditions.
Filter filterOf(const SharedScope &scope, FilterUses uses, QString *left = nullptr);

} // namespace assay::ui
