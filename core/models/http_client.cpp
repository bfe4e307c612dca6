// SPDX-License-Identifier: Apache-2.0
#include "models/http_client.h"

#include "base/tr.h"
#include "models/http_errors.h"
#include "models/http_pool.h"
#include "models/tls_names.h"

#include <QCoro/QCoroFuture>
#include <QtCore/QPromise>
#include <QtCore/QTimer>
#include <QtNetwork/QNetworkReply>

namespace assay {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr qsizetype maxErrorBody = 64 << 10;

Error makeError(Errc code, QString message)
{
    return Error{.code = code, .message = std::move(message), .where = {}, .retryAfter = {}};
}

/// Watches one reply. Its handlers only note what happened and finish `over`; the coroutine that owns
/// everything then runs from the event loop, never from inside one of the reply's own signals.
class Exchange
{
public:
    Exchange(const HttpRequest &request, ByteSink sink)
        : m_request(request), m_sink(std::move(sink)), m_peer(peerOf(request.url))
    {
        for (QTimer *timer : {&m_deadline, &m_stall}) {
            timer->setSingleShot(true);
            timer->setTimerType(Qt::PreciseTimer);
        }
        m_over.start();
        QObject::connect(&m_deadline, &QTimer::timeout, &m_receiver, [this] {
            stop(makeError(
                Errc::Timeout,
                Tr::tr("%1 did not finish within %2 ms.").arg(m_peer).arg(m_request.timeout.count())));
        });
        QObject::connect(&m_stall, &QTimer::timeout, &m_receiver, [this] {
            stop(makeError(Errc::Timeout, Tr::tr("%1 fell silent for %2 ms in the middle of its answer.")
                                              .arg(m_peer)
                                              .arg(m_request.stall.count())));
        });
        m_deadline.start(request.timeout);
    }

    void watch(QNetworkReply &reply)
    {
        QObject::connect(&reply, &QNetworkReply::encrypted, &m_receiver,
                         [this, &reply] { checkName(reply); });
        QObject::connect(&reply, &QNetworkReply::sslErrors, &m_receiver,
                         [this](const QList<QSslError> &errors) { refuse(errors); });
        QObject::connect(&reply, &QNetworkReply::metaDataChanged, &m_receiver,
                         [this, &reply] { takeHead(reply); });
        QObject::connect(&reply, &QNetworkReply::readyRead, &m_receiver, [this, &reply] { takeBody(reply); });
        QObject::connect(&reply, &QNetworkReply::finished, &m_receiver, [this, &reply] {
            takeBody(reply);
            m_finished = true;
            m_over.finish();
        });
    }

    /// Ends the exchange with this error; the first one counts.
    void stop(Error error)
    {
        if (!m_failure && !m_finished)
            m_failure = std::move(error);
        m_over.finish();
    }

    /// Where calls from other threads are to be posted.
    QObject *receiver() { return &m_receiver; }

    QFuture<void> over() const { return m_over.future(); }

    Result<HttpResponse> result(const QNetworkReply &reply)
    {
        if (m_failure)
            return fail(std::move(*m_failure));
        if (m_head.status >= 300)
            return fail(errorForStatus({.status = m_head.status,
                                        .body = m_body,
                                        .retryAfter = reply.rawHeader("Retry-After"),
                                        .location = reply.rawHeader("Location"),
                                        .peer = m_peer,
                                        .secrets = secretsOf(m_request)},
                                       utcNow()));
        if (reply.error() != QNetworkReply::NoError)
            return fail(transportError(reply));
        if (m_head.status < 200)
            return fail(notAnApi(m_peer, Tr::tr("no HTTP status")));
        m_head.body = std::move(m_body);
        return std::move(m_head);
    }

private:
    void checkName(const QNetworkReply &reply)
    {
        const QSslCertificate leaf = reply.sslConfiguration().peerCertificate();
        const QString host = QString::fromLatin1(m_request.url.host(QUrl::FullyEncoded).toLatin1());
        if (!certificateNames(leaf, host))
            refuseFor(Tr::tr("it is not issued for %1 (no matching subject alternative name)").arg(host));
    }

    void refuse(const QList<QSslError> &errors)
    {
        QStringList reasons;
        for (const QSslError &error : errors)
            reasons.append(error.error() == QSslError::UnspecifiedError
                               ? Tr::tr("its key or signature is too weak, or otherwise unusable")
                               : error.errorString());
        reasons.removeDuplicates();
        refuseFor(redacted(reasons.join(u"; "_s), {}));
    }

    void refuseFor(const QString &reason)
    {
        stop(makeError(Errc::TlsRefused,
                       Tr::tr("The certificate of %1 was refused: %2. Nothing was sent. If the "
                              "server is yours, add its authority under \"trust this CA\".")
                           .arg(m_peer, reason)));
    }

    void takeHead(const QNetworkReply &reply)
    {
        m_head.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        m_head.contentType = reply.header(QNetworkRequest::ContentTypeHeader).toByteArray();
        m_stall.start(m_request.stall);
        if (m_head.status >= 200 && m_head.status < 300 && looksLikeHtml(m_head.contentType, {}))
            stop(notAnApi(m_peer, Tr::tr("a web page")));
    }

    void takeBody(QNetworkReply &reply)
    {
        if (m_failure || m_finished)
            return;
        const QByteArray bytes = reply.readAll();
        if (bytes.isEmpty())
            return;
        m_stall.start(m_request.stall);
        m_received += bytes.size();
        const bool success = m_head.status >= 200 && m_head.status < 300;
        if (success && m_received > m_request.maxBytes) {
            stop(makeError(Errc::Protocol, Tr::tr("%1 sent more than %2 bytes; the answer was given up.")
                                               .arg(m_peer)
                                               .arg(m_request.maxBytes)));
        } else if (success && m_sink) {
            if (Result<> taken = m_sink(m_head, bytes); !taken)
                stop(std::move(taken.error()));
        } else if (success) {
            m_body += bytes;
        } else {
            m_body += bytes.left(maxErrorBody - m_body.size());
            if (m_body.size() >= maxErrorBody)
                m_over.finish();
        }
    }

    Error transportError(const QNetworkReply &reply) const
    {
        switch (static_cast<int>(reply.error())) {
        case QNetworkReply::ConnectionRefusedError:
            return makeError(
                Errc::Unreachable,
                Tr::tr("Nothing listens at %1. Start the server or correct its address.").arg(m_peer));
        case QNetworkReply::HostNotFoundError:
            return makeError(
                Errc::Unreachable,
                Tr::tr("The name in %1 cannot be resolved. Check the address and the network.").arg(m_peer));
        case QNetworkReply::SslHandshakeFailedError:
            return makeError(Errc::TlsRefused, Tr::tr("No secure connection to %1: %2. Nothing was sent.")
                                                   .arg(m_peer, redacted(reply.errorString(), {})));
        case QNetworkReply::TimeoutError:
            return makeError(Errc::Timeout, Tr::tr("%1 could not be reached in time.").arg(m_peer));
        case QNetworkReply::ContentReSendError:
            return makeError(Errc::Unavailable,
                             Tr::tr("%1 closed the connection without an answer, or answered "
                                    "with something that is not HTTP.")
                                 .arg(m_peer));
        case QNetworkReply::RemoteHostClosedError:
            return makeError(Errc::Unavailable,
                             Tr::tr("%1 closed the connection before its answer was complete.").arg(m_peer));
        case QNetworkReply::ProtocolFailure:
        case QNetworkReply::ProtocolUnknownError:
        case QNetworkReply::ProtocolInvalidOperationError:
            return notAnApi(m_peer, Tr::tr("something that is not HTTP"));
        default:
            return makeError(
                Errc::Unavailable,
                Tr::tr("The connection to %1 failed: %2.").arg(m_peer, redacted(reply.errorString(), {})));
        }
    }

    const HttpRequest &m_request;
    ByteSink m_sink;
    QString m_peer;
    QPromise<void> m_over;
    QObject m_receiver;
    QTimer m_deadline;
    QTimer m_stall;
    std::optional<Error> m_failure;
    HttpResponse m_head;
    QByteArray m_body;
    qint64 m_received = 0;
    bool m_finished = false;
};

QNetworkRequest networkRequest(const HttpRequest &request)
{
    QNetworkRequest out(request.url);
    for (const auto &[name, value] : request.headers)
        out.setRawHeader(name, value);
    // No decompression: a few kilobytes could otherwise unfold into gigabytes.
    out.setRawHeader("Accept-Encoding", "identity");
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    out.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    out.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    return out;
}

struct ReplyCloser
{
    void operator()(QNetworkReply *reply) const
    {
        reply->abort(); // closes the connection of an unfinished reply
        delete reply;
    }
};

std::unique_ptr<QNetworkReply, ReplyCloser> start(QNetworkAccessManager &manager, const HttpRequest &request,
                                                  const QSslConfiguration &tls)
{
    QNetworkRequest out = networkRequest(request);
    if (request.url.scheme() == "https"_L1)
        out.setSslConfiguration(tls);
    // A GET gets an (empty) body too: without one it is repeated when its reply is cut off, and was then
    // seen to end as a success with half a reply.
    auto *body = new OneShotBody(request.body);
    std::unique_ptr<QNetworkReply, ReplyCloser> reply(manager.sendCustomRequest(out, request.method, body));
    body->setParent(reply.get());
    return reply;
}

QCoro::Task<Result<HttpResponse>> exchange(std::shared_ptr<HttpPool> pool, HttpRequest request, ByteSink sink,
                                           CancelToken token)
{
    const QString peer = peerOf(request.url);
    if (token.isCancelled())
        co_return fail(Errc::Cancelled, Tr::tr("Stopped before %1 was asked.").arg(peer));
    QSslConfiguration tls;
    if (request.url.scheme() == "https"_L1) {
        Result<QSslConfiguration> loaded = pool->tls();
        if (!loaded)
            co_return fail(std::move(loaded.error()));
        tls = *loaded;
    }
    const std::unique_ptr<HttpPool::Lease> lease = HttpPool::lease(pool);
    Exchange watcher(request, std::move(sink));
    const auto reply = start(lease->manager(), request, tls);
    watcher.watch(*reply);
    // cancel() may come from any thread: only post from there.
    QObject *receiver = watcher.receiver();
    const auto registration = token.onCancel([receiver, &watcher, peer] {
        QMetaObject::invokeMethod(
            receiver,
            [&watcher, peer] {
                watcher.stop(makeError(Errc::Cancelled,
                                       Tr::tr("Stopped; the connection to %1 was closed.").arg(peer)));
            },
            Qt::QueuedConnection);
    });
    const QFuture<void> over = watcher.over();
    co_await over;
    co_return watcher.result(*reply);
}

} // namespace

HttpClient::HttpClient(HttpOptions options)
    : m_pool(std::make_shared<HttpPool>(std::move(options.extraCaFile)))
{
}

HttpClient::~HttpClient() = default;

QCoro::Task<Result<HttpResponse>> HttpClient::send(HttpRequest request, ByteSink sink, CancelToken token)
{
    return exchange(m_pool, std::move(request), std::move(sink), std::move(token));
}

QString peerOf(const QUrl &url)
{
    return url.port() < 0 ? url.host() : url.host() + u':' + QString::number(url.port());
}

QStringList secretsOf(const HttpRequest &request)
{
    QStringList secrets;
    for (const auto &[name, value] : request.headers) {
        const QByteArray lower = name.toLower();
        if (lower != "authorization" && lower != "x-api-key" && lower != "api-key")
            continue;
        const QString text = QString::fromUtf8(value);
        secrets.append(text.startsWith("Bearer "_L1) ? text.sliced(7) : text);
    }
    return secrets;
}

} // namespace assay
