// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/cancel_token.h"
#include "base/result.h"

#include <QCoro/QCoroTask>
#include <QtCore/QList>
#include <QtCore/QString>

#include <functional>

namespace assay {

using Embedding = QList<float>;

/// Turns texts into vectors, one each, all of one length, in order.
using Embedder = std::function<QCoro::Task<Result<QList<Embedding>>>(QStringList texts, CancelToken token)>;

inline constexpr int hashedEmbeddingSize = 384;

/// A vector of `hashedEmbeddingSize` numbers: every content term and every pair of neighbouring
/// ones is hashed to one dimension and a sign, summed (pairs count half) and scaled to length 1.
/// The same on every machine; all zero for a text without a content term.
/// @source K. Weinberger et al., "Feature Hashing for Large Scale Multitask Learning", ICML 2009.
Embedding hashedEmbedding(const QString &text);

/// hashedEmbedding as an Embedder, for where no embedding endpoint is configured. What it added can
/// only be queried with itself.
Embedder hashedEmbedder();

} // namespace assay
