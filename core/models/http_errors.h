// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/time.h"

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

namespace assay {

/// What is known of a reply that was not a success.
struct HttpFailure
{
    int status = 0;
    QByteArray body{}; ///< its beginning is enough
    QByteArray retryAfter{};
    QByteArray location{};
    QString peer{};        ///< "api.example.org"
    QStringList secrets{}; ///< values that must not be repeated to anyone
};

/// The Error of an HTTP status, with the provider's own words, shortened and with keys removed.
///
/// 401, 403 Unauthorized · 404 NotFound · 408, 504 Timeout · 429 RateLimited · other 5xx Unavailable ·
/// 3xx Protocol (redirects are not followed: the key would travel with them) · other 4xx InvalidArgument.
Error errorForStatus(const HttpFailure &failure, UtcTime now);

/// The Error of an error object inside a reply that had started well, by its type or status.
Error errorForObject(const QJsonObject &error, const QString &peer, const QStringList &secrets);

/// The provider's message in an error body: {"error":{"message"}}, {"error":"…"}, {"message"}, {"detail"}
/// or short plain text; empty for a web page.
QString providerMessage(const QByteArray &body);

/// `text` on one line, at most 300 characters, without `secrets` and without anything that looks like a key.
QString redacted(QString text, const QStringList &secrets);

/// A Retry-After header: seconds or an HTTP date. 0 when absent, past or unreadable; at most one hour.
/// @source RFC 9110, section 10.2.3
std::chrono::milliseconds parseRetryAfter(const QByteArray &value, UtcTime now);

/// Does this body or content type belong to a web page?
bool looksLikeHtml(const QByteArray &contentType, const QByteArray &body);

/// "… does not look like such an API": the sentence for anything that is not the protocol.
Error notAnApi(const QString &peer, const QString &whatCame);

} // namespace assay
