// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.h"

namespace assay {

struct RetryOutcome
{
    qint64 tried = 0;
    qint64 resolved = 0; ///< decode now: they are events, and no longer dead letters
    qint64 cut = 0;      ///< kept only in part: they cannot be decoded
};

/// Decodes every dead letter again, for use after a decoder change. Those that decode are stored,
/// each once, at the place they had in their log. @errors as Store::write()
Result<RetryOutcome> retryDeadLetters(Store &store);

} // namespace assay
