// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/cancel_token.h"
#include "base/result.h"

#include <QCoro/QCoroTask>
#include <QtCore/QByteArray>
#include <QtCore/QUrl>

#include <functional>
#include <memory>

namespace assay {

class HttpPool;

/// One exchange to make.
struct HttpRequest
{
    QByteArray method = QByteArrayLiteral("GET"); ///< GET or POST
    QUrl url{};                                   ///< http or https, without user info
    QList<std::pair<QByteArray, QByteArray>> headers{};
    QByteArray body{};
    std::chrono::milliseconds timeout{60'000}; ///< for the whole exchange, connecting included
    std::chrono::milliseconds stall{30'000};   ///< longest silence once the reply has begun
    qint64 maxBytes = 64 << 20;                ///< most bytes of a reply's body
};

/// A success (status 2xx).
struct HttpResponse
{
    int status = 0;
    QByteArray contentType{};
    QByteArray body{}; ///< empty when a sink took it
};

/// Receives the body of a success as it arrives; `head` has no body. An error ends the exchange and
/// becomes its result. Called on the thread that awaits send().
using ByteSink = std::function<Result<>(const HttpResponse &head, const QByteArray &bytes)>;

struct HttpOptions
{
    QString extraCaFile{}; ///< PEM file of authorities trusted besides the system's; empty = none
};

/// Speaks HTTP/1.1 to servers that may be slow, broken or hostile.
///
/// Certificates are always verified, by name (subject alternative names only), time, purpose and
/// authority; there is no switch for that, only HttpOptions::extraCaFile. Redirects are not followed,
/// cookies and caches not used. A request is sent at most once: a connection that dies is an error,
/// never a silent second POST.
///
/// Any number of exchanges may run at once; connections are kept for the next ones.
///
/// Threading: lives on one thread with an event loop.
class HttpClient
{
public:
    explicit HttpClient(HttpOptions options = {});
    ~HttpClient();
    Q_DISABLE_COPY_MOVE(HttpClient)

    /// Makes one exchange; it may outlive this object. Cancelling closes the connection at once.
    ///
    /// @param sink takes the body of a success; without one it is collected in HttpResponse::body
    /// @errors Unauthorized, NotFound, Timeout, RateLimited, Unavailable, InvalidArgument (by status,
    ///         see errorForStatus), TlsRefused, Protocol, Cancelled
    QCoro::Task<Result<HttpResponse>> send(HttpRequest request, ByteSink sink, CancelToken token);

private:
    std::shared_ptr<HttpPool> m_pool;
};

/// "host" or "host:port" of a URL, for messages: never its path, query or user info.
QString peerOf(const QUrl &url);

/// What must not be repeated from a request: the values of its authentication headers.
QStringList secretsOf(const HttpRequest &request);

} // namespace assay
