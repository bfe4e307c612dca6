// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <SQLiteCpp/Exception.h>

namespace assay {

/// SQLite's failure as ours: DiskFull, ReadOnly, Corrupt, Unavailable (locked) or Io.
Error toError(const SQLite::Exception &exception);

/// Runs `work`, which returns a Result, and turns an exception of SQLite's into its error.
template<typename F>
auto guarded(F &&work) -> std::invoke_result_t<F>
{
    try {
        return std::forward<F>(work)();
    } catch (const SQLite::Exception &exception) {
        return fail(toError(exception));
    }
}

} // namespace assay
