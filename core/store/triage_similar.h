// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/cancel_token.h"

#include <QtCore/QStringList>

#include <vector>

namespace assay {

/// Questions that ask the same: each is given the first question that it shares at least half of all their
/// content terms with (Jaccard), itself when there is none. Questions without a content term are alike.
///
/// @return for every question the place of the one that names its group, which is never behind it; shorter
/// when `token` was cancelled
std::vector<quint32> similarQuestions(const QStringList &questions, const CancelToken &token);

} // namespace assay
