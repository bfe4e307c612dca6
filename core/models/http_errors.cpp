// SPDX-License-Identifier: Apache-2.0
#include "models/http_errors.h"

#include "base/json.h"
#include "base/text.h"
#include "base/tr.h"

#include <QtCore/QLocale>
#include <QtCore/QTimeZone>

#include <array>

namespace assay {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr qsizetype maxMessage = 300;
constexpr milliseconds maxRetryAfter{3'600'000};

bool isKeyChar(QChar c)
{
    return c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'*' || c == u'.';
}

/// Replaces what follows a known key prefix, as providers like to quote the key they refused.
QString withoutKeyShapes(const QString &text)
{
    static constexpr std::array prefixes{"sk-", "gsk_", "tvly-", "xai-", "Bearer ", "bearer "};
    QString out = text;
    for (const char *prefix : prefixes) {
        const QLatin1StringView view(prefix);
        qsizetype from = 0;
        while ((from = out.indexOf(view, from)) >= 0) {
            qsizetype end = from + view.size();
            while (end < out.size() && isKeyChar(out.at(end)))
                ++end;
            const bool startsWord = from == 0 || !out.at(from - 1).isLetterOrNumber();
            if (startsWord && end - from - view.size() >= 4)
                out.replace(from, end - from, u"•••"_s);
            from += 1;
        }
    }
    return out;
}

Errc codeForStatus(int status)
{
    if (status == 401 || status == 403)
        return Errc::Unauthorized;
    if (status == 404)
        return Errc::NotFound;
    if (status == 408 || status == 504)
        return Errc::Timeout;
    if (status == 429)
        return Errc::RateLimited;
    if (status >= 500)
        return Errc::Unavailable;
    return status >= 400 ? Errc::InvalidArgument : Errc::Protocol;
}

Errc codeForType(const QString &type)
{
    static const QHash<QString, Errc> codes{
        {u"authentication_error"_s, Errc::Unauthorized},
        {u"permission_error"_s, Errc::Unauthorized},
        {u"invalid_api_key"_s, Errc::Unauthorized},
        {u"rate_limit_error"_s, Errc::RateLimited},
        {u"rate_limit_exceeded"_s, Errc::RateLimited},
        {u"insufficient_quota"_s, Errc::RateLimited},
        {u"invalid_request_error"_s, Errc::InvalidArgument},
        {u"request_too_large"_s, Errc::InvalidArgument},
        {u"context_length_exceeded"_s, Errc::InvalidArgument},
        {u"not_found_error"_s, Errc::NotFound},
        {u"timeout_error"_s, Errc::Timeout},
    };
    return codes.value(type, Errc::Unavailable);
}

QString sentenceFor(Errc code, int status, const QString &peer)
{
    switch (code) {
    case Errc::Unauthorized:
        return Tr::tr("%1 refused the key (status %2). Check it under Settings, Model connections.")
            .arg(peer)
            .arg(status);
    case Errc::NotFound:
        return Tr::
            tr("%1 does not know this model or address (status %2). Check the model's name and the base URL.")
                .arg(peer)
                .arg(status);
    case Errc::Timeout: return Tr::tr("%1 took too long to answer (status %2).").arg(peer).arg(status);
    case Errc::RateLimited:
        return Tr::tr("%1 wants fewer requests (status %2). Lower the rate limit or wait.")
            .arg(peer)
            .arg(status);
    case Errc::Unavailable:
        return Tr::tr("%1 has a problem of its own (status %2). Try again later.").arg(peer).arg(status);
    case Errc::InvalidArgument:
        return Tr::tr("%1 did not accept the request (status %2).").arg(peer).arg(status);
    case Errc::Unreachable:
    case Errc::Protocol:
    case Errc::Cancelled:
    case Errc::TlsRefused:
    case Errc::Corrupt:
    case Errc::DiskFull:
    case Errc::ReadOnly:
    case Errc::Io:
    case Errc::Internal: return Tr::tr("%1 answered with the unexpected status %2.").arg(peer).arg(status);
    }
    Q_UNREACHABLE();
}

Error make(Errc code, QString message, milliseconds retryAfter = milliseconds(0))
{
    return Error{.code = code, .message = std::move(message), .where = {}, .retryAfter = retryAfter};
}

QString withProviderWords(const QString &sentence, const QString &words)
{
    return words.isEmpty() ? sentence : Tr::tr("%1 It says: %2").arg(sentence, words);
}

} // namespace

QString redacted(QString text, const QStringList &secrets)
{
    for (const QString &secret : secrets)
        if (secret.size() >= 4)
            text.replace(secret, u"•••"_s);
    text = withoutKeyShapes(cleanText(text.left(4 * maxMessage)).simplified());
    if (text.size() <= maxMessage)
        return text;
    return cleanText(text.left(maxMessage - 1)) + u'…';
}

QString providerMessage(const QByteArray &body)
{
    if (looksLikeHtml({}, body))
        return {};
    const Result<QJsonObject> object = parseJsonObject(body);
    if (!object)
        return isValidUtf8(body) ? QString::fromUtf8(body.left(4 * maxMessage)) : QString();
    const QJsonValue error = object->value("error"_L1);
    if (error.isObject())
        return error.toObject().value("message"_L1).toString();
    if (error.isString())
        return error.toString();
    const QString message = object->value("message"_L1).toString();
    return message.isEmpty() ? object->value("detail"_L1).toString() : message;
}

Error errorForStatus(const HttpFailure &failure, UtcTime now)
{
    const Errc code = codeForStatus(failure.status);
    if (failure.status >= 300 && failure.status < 400)
        return make(Errc::Protocol,
                    Tr::tr("%1 redirects to %2. Redirects are not followed, since the key would go "
                           "along: enter the final address as base URL.")
                        .arg(failure.peer, redacted(QString::fromLatin1(failure.location), failure.secrets)));
    if (code == Errc::NotFound && looksLikeHtml({}, failure.body))
        return make(Errc::NotFound, notAnApi(failure.peer, Tr::tr("a web page with status 404")).message);
    const QString words = redacted(providerMessage(failure.body), failure.secrets);
    return make(code, withProviderWords(sentenceFor(code, failure.status, failure.peer), words),
                parseRetryAfter(failure.retryAfter, now));
}

Error errorForObject(const QJsonObject &error, const QString &peer, const QStringList &secrets)
{
    const QJsonValue codeValue = error.value("code"_L1);
    const int status = codeValue.isDouble() ? codeValue.toInt() : 0;
    const QString type = error.value("type"_L1).toString();
    const Errc byType = codeForType(type);
    const Errc byCode = codeForType(codeValue.toString());
    const Errc code = status >= 400 ? codeForStatus(status) : byType != Errc::Unavailable ? byType : byCode;
    const QString words = redacted(error.value("message"_L1).toString(), secrets);
    return make(
        code, withProviderWords(
                  Tr::tr("%1 broke off with an error (%2).")
                      .arg(peer, redacted(type.isEmpty() ? codeValue.toVariant().toString() : type, secrets)),
                  words));
}

milliseconds parseRetryAfter(const QByteArray &value, UtcTime now)
{
    const QByteArray trimmed = value.trimmed();
    bool isNumber = false;
    const double seconds = trimmed.toDouble(&isNumber);
    if (isNumber) {
        if (!(seconds > 0))
            return milliseconds(0);
        return milliseconds(static_cast<std::int64_t>(
            std::min(seconds * 1000.0, static_cast<double>(maxRetryAfter.count()))));
    }
    QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(trimmed), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!date.isValid())
        return milliseconds(0);
    date.setTimeZone(QTimeZone::utc());
    const milliseconds wait(date.toMSecsSinceEpoch() - toMicros(now) / 1000);
    return std::clamp(wait, milliseconds(0), maxRetryAfter);
}

bool looksLikeHtml(const QByteArray &contentType, const QByteArray &body)
{
    return contentType.toLower().contains("text/html") || body.left(512).trimmed().startsWith('<');
}

Error notAnApi(const QString &peer, const QString &whatCame)
{
    return make(Errc::Protocol,
                Tr::tr("%1 answered with %2: the address does not look like a language model's API. "
                       "Check the base URL (it usually ends in /v1).")
                    .arg(peer, whatCame));
}

} // namespace assay
