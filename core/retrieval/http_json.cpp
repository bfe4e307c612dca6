// SPDX-License-Identifier: Apache-2.0
#include "retrieval/http_json.h"

#include "base/json.h"
#include "base/text.h"
#include "base/tr.h"

#include <QCoro/QCoroSignal>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QNetworkRequest>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

enum class Stopped : std::uint8_t { No, Deadline, Cancelled, TooLarge };

struct CallState
{
    Stopped why = Stopped::No;
    QByteArray body{};
};

/// The coroutine ends inside the reply's own signal, so the reply must outlive that.
struct LaterDeleter
{
    void operator()(QNetworkReply *reply) const
    {
        reply->disconnect();
        if (reply->isRunning())
            reply->abort();
        reply->deleteLater();
    }
};

QNetworkRequest toNetworkRequest(const HttpJsonRequest &request)
{
    QNetworkRequest out(request.url);
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    out.setRawHeader("Accept", "application/json");
    if (!request.body.isEmpty())
        out.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    if (!request.bearer.isEmpty())
        out.setRawHeader("Authorization", "Bearer " + request.bearer);
    return out;
}

QString placeOf(const HttpJsonRequest &request)
{
    return request.url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemovePath);
}

Error stoppedError(Stopped why, const HttpJsonRequest &request)
{
    switch (why) {
    case Stopped::Deadline:
        return {Errc::Timeout, Tr::tr("%1 at %2 did not answer within %3 s.")
                                   .arg(request.service, placeOf(request))
                                   .arg(static_cast<double>(request.timeout.count()) / 1000.0)};
    case Stopped::Cancelled:
        return {Errc::Cancelled, Tr::tr("The call to %1 was stopped.").arg(request.service)};
    case Stopped::TooLarge:
        return {Errc::Protocol, Tr::tr("%1 at %2 sent more than %3 MB.")
                                    .arg(request.service, placeOf(request))
                                    .arg(request.maxBytes >> 20)};
    case Stopped::No: break;
    }
    return {};
}

Error statusError(int status, const QNetworkReply &reply, const HttpJsonRequest &request,
                  const QByteArray &body)
{
    const QString place = placeOf(request);
    const QString said = cleanText(QString::fromUtf8(body.left(300))).simplified();
    if (status == 401 || status == 403)
        return {Errc::Unauthorized, Tr::tr("%1 at %2 refused the key (%3). Check it in the settings.")
                                        .arg(request.service, place)
                                        .arg(status)};
    if (status == 404)
        return {Errc::NotFound,
                Tr::tr("%1 at %2 does not know %3.").arg(request.service, place, request.url.path())};
    if (status == 429) {
        bool isNumber = false;
        const int seconds = reply.rawHeader("Retry-After").toInt(&isNumber);
        Error error{Errc::RateLimited,
                    Tr::tr("%1 at %2 asks to slow down (429).").arg(request.service, place)};
        if (isNumber && seconds > 0)
            error.retryAfter = std::chrono::seconds(std::min(seconds, 3600));
        return error;
    }
    if (status >= 500)
        return {Errc::Unavailable,
                Tr::tr("%1 at %2 failed (%3): %4").arg(request.service, place).arg(status).arg(said)};
    if (status >= 400)
        return {Errc::InvalidArgument, Tr::tr("%1 at %2 refused the request (%3): %4")
                                           .arg(request.service, place)
                                           .arg(status)
                                           .arg(said)};
    return {Errc::Protocol, Tr::tr("%1 at %2 answered with status %3, which is not an answer.")
                                .arg(request.service, place)
                                .arg(status)};
}

Error connectionError(const QNetworkReply &reply, const HttpJsonRequest &request)
{
    const QString place = placeOf(request);
    if (reply.error() == QNetworkReply::SslHandshakeFailedError)
        return {Errc::TlsRefused, Tr::tr("The certificate of %1 at %2 was refused: %3")
                                      .arg(request.service, place, reply.errorString())};
    return {Errc::Unavailable, Tr::tr("%1 at %2 cannot be reached: %3. Is it running?")
                                   .arg(request.service, place, reply.errorString())};
}

Result<QJsonValue> readReply(QNetworkReply &reply, const HttpJsonRequest &request, const QByteArray &body)
{
    const QVariant status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute);
    if (!status.isValid())
        return fail(connectionError(reply, request));
    if (status.toInt() < 200 || status.toInt() >= 300)
        return fail(statusError(status.toInt(), reply, request, body));
    if (reply.error() != QNetworkReply::NoError) // the connection broke inside the body
        return fail(connectionError(reply, request));
    const Result<QJsonDocument> json = parseJson(body, {.maxBytes = request.maxBytes});
    if (!json)
        return fail(Errc::Protocol, Tr::tr("%1 at %2 did not answer with JSON: %3")
                                        .arg(request.service, placeOf(request), json.error().message));
    return json->isArray() ? QJsonValue(json->array()) : QJsonValue(json->object());
}

} // namespace

QCoro::Task<Result<QJsonValue>> sendJson(QNetworkAccessManager *network, HttpJsonRequest request,
                                         CancelToken token)
{
    if (token.isCancelled())
        co_return fail(stoppedError(Stopped::Cancelled, request));
    const QNetworkRequest httpRequest = toNetworkRequest(request);
    const std::unique_ptr<QNetworkReply, LaterDeleter> reply(
        network->sendCustomRequest(httpRequest, request.method, request.body));
    QNetworkReply *const r = reply.get();

    // Shared with queued calls that may still run after this coroutine has ended.
    const auto state = std::make_shared<CallState>();
    const auto stop = [r, state](Stopped reason) {
        if (state->why == Stopped::No && r->isRunning()) {
            state->why = reason;
            r->abort();
        }
    };
    QTimer deadline;
    deadline.setSingleShot(true);
    QObject::connect(&deadline, &QTimer::timeout, r, [stop] { stop(Stopped::Deadline); });
    QObject::connect(r, &QNetworkReply::readyRead, r, [r, stop, state, limit = request.maxBytes] {
        state->body += r->readAll();
        if (state->body.size() > limit)
            stop(Stopped::TooLarge);
    });
    const auto registration = token.onCancel([r, stop] {
        QMetaObject::invokeMethod(
            r, [stop] { stop(Stopped::Cancelled); }, Qt::QueuedConnection);
    });
    deadline.start(request.timeout);
    if (!r->isFinished()) {
        auto finished = qCoro(r, &QNetworkReply::finished);
        co_await finished;
    }
    deadline.stop();
    if (state->why != Stopped::No)
        co_return fail(stoppedError(state->why, request));
    state->body += r->readAll();
    co_return readReply(*r, request, state->body);
}

} // namespace assay
