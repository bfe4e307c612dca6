// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/chat_dialect.h"
#include "models/providers.h"

namespace assay {

/// Asks GET {base}/models for the ids of a server's models, sorted, without duplicates.
///
/// @param endpoint where; an error in its place becomes the result
/// @param timeout  for the whole exchange
/// @errors as HttpClient::send; Protocol when the reply is no such list
QCoro::Task<Result<QStringList>> requestModelList(std::shared_ptr<HttpClient> http,
                                                  Result<RemoteEndpoint> endpoint, Dialect dialect,
                                                  std::chrono::milliseconds timeout, CancelToken token);

/// The ids in {"data":[{"id":…}]} (OpenAI, Anthropic), at most 1,000 of at most 200 characters.
/// @errors Protocol
Result<QStringList> parseModelList(const QByteArray &json, const QString &peer);

} // namespace assay
