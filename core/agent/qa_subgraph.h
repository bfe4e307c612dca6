// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "turn/turn.h"

#include <functional>

namespace assay {

/// What a QA check may look at.
struct QaInput
{
    QString question{};
    QString answer{};
    QList<Evidence> evidence{};
};

/// Innovation 11: a sub-pipeline of named checks with its own verdict. A value; build another list
/// of checks to reuse it elsewhere.
struct QaSubgraph
{
    struct Check
    {
        const char *name;
        std::function<QaCheck(const QaInput &)> run;
    };
    QList<Check> checks{};

    /// format (20 characters or more), citations_resolve, no_prompt_leak, not_truncated.
    static QaSubgraph standard();

    /// Runs every check; passed when all passed. No checks: passed.
    QaReport run(const QaInput &input) const;
};

} // namespace assay
