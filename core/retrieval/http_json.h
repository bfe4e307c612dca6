// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/cancel_token.h"
#include "base/result.h"

#include <QCoro/QCoroTask>
#include <QtCore/QJsonValue>
#include <QtCore/QUrl>

class QNetworkAccessManager;

namespace assay {

/// One JSON call of a retriever.
struct HttpJsonRequest
{
    QByteArray method = "POST";
    QUrl url{};
    QByteArray bearer{};                      ///< sent as "Authorization: Bearer …"; empty = not sent
    QByteArray body{};                        ///< JSON; empty = no body
    std::chrono::milliseconds timeout{5'000}; ///< for the whole call
    qsizetype maxBytes = 8 << 20;             ///< of the reply
    QString service{};                        ///< "Chroma", for messages
};

/// Sends it and reads a JSON object or array.
///
/// Redirects are not followed (a bearer key must not travel on), certificate errors never ignored.
/// `network` must outlive the task and belongs to the calling thread.
/// @errors Timeout, Cancelled, Unavailable (refused, 5xx), Unauthorized (401, 403), NotFound (404),
///         RateLimited (429, with Retry-After), TlsRefused, InvalidArgument (other 4xx),
///         Protocol (not JSON, too large, a redirect)
QCoro::Task<Result<QJsonValue>> sendJson(QNetworkAccessManager *network, HttpJsonRequest request,
                                         CancelToken token);

} // namespace assay
