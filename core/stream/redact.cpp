// SPDX-License-Identifier: Apache-2.0
#include "stream/redact.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <array>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// A key is its prefix and at least so many characters behind it.
struct KeyShape
{
    QLatin1StringView prefix;
    qsizetype least;
};

constexpr std::array keyShapes{
    KeyShape{"sk-"_L1, 16},   KeyShape{"sk_live_"_L1, 10},    KeyShape{"gsk_"_L1, 16},
    KeyShape{"AKIA"_L1, 16},  KeyShape{"ASIA"_L1, 16},        KeyShape{"ghp_"_L1, 20},
    KeyShape{"gho_"_L1, 20},  KeyShape{"github_pat_"_L1, 20}, KeyShape{"glpat-"_L1, 16},
    KeyShape{"xoxb-"_L1, 10}, KeyShape{"xoxp-"_L1, 10},       KeyShape{"AIza"_L1, 30},
    KeyShape{"tvly-"_L1, 12}, KeyShape{"hf_"_L1, 20},
};
constexpr qsizetype leastBearer = 8;
constexpr qsizetype longestUserInfo = 256;
const QString mark = u"[redacted]"_s;

bool isTokenChar(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || (u >= u'0' && u <= u'9') || u == u'-' ||
           u == u'_' || u == u'.';
}

bool isBearerChar(QChar c)
{
    return isTokenChar(c) || c == u'~' || c == u'+' || c == u'/' || c == u'=';
}

template<typename Predicate>
qsizetype runEnd(QStringView text, qsizetype from, Predicate belongs)
{
    while (from < text.size() && belongs(text[from]))
        ++from;
    return from;
}

bool isJwt(QStringView token)
{
    return token.startsWith(u"eyJ") && token.count(u'.') >= 2 && token.size() >= 20;
}

bool isKey(QStringView token)
{
    for (const KeyShape &shape : keyShapes)
        if (token.startsWith(shape.prefix) && token.size() - shape.prefix.size() >= shape.least)
            return true;
    return false;
}

/// End of the word at `from`; five dashes end it too, since a PEM key may follow without a blank.
qsizetype wordEnd(QStringView text, qsizetype from)
{
    qsizetype dashes = 0;
    for (qsizetype i = from; i < text.size() && isTokenChar(text[i]); ++i) {
        dashes = text[i] == u'-' ? dashes + 1 : 0;
        if (dashes == 5)
            return i - 4;
        from = i + 1;
    }
    return from;
}

/// End of the PEM private key that starts at `from`; the end of the text when it has no end line,
/// since a key cut short is still most of a key. −1 when none starts there.
qsizetype pemEnd(QStringView text, qsizetype from)
{
    const QStringView rest = text.sliced(from);
    if (!rest.startsWith(u"-----BEGIN "))
        return -1;
    const QStringView name = rest.mid(11, 40);
    const qsizetype close = name.indexOf(u"-----");
    if (close < 0 || !name.left(close).endsWith(u"PRIVATE KEY"))
        return -1;
    const QString last = u"-----END "_s + name.left(close).toString() + u"-----"_s;
    const qsizetype end = text.indexOf(last, from);
    return end < 0 ? text.size() : end + last.size();
}

/// Start and end of the password in "scheme://user:password@host" when `at` is on its "://".
std::pair<qsizetype, qsizetype> urlPassword(QStringView text, qsizetype at)
{
    const QStringView info = text.mid(at + 3, longestUserInfo);
    qsizetype colon = -1;
    for (qsizetype i = 0; i < info.size(); ++i) {
        const QChar c = info[i];
        if (c == u'@')
            return colon >= 0 && i > colon + 1 ? std::pair(at + 3 + colon + 1, at + 3 + i)
                                               : std::pair<qsizetype, qsizetype>(-1, -1);
        if (c == u':' && colon < 0)
            colon = i;
        if (c == u'/' || c.isSpace())
            break;
    }
    return {-1, -1};
}

} // namespace

QString redactSecrets(const QString &text)
{
    const QStringView view(text);
    QString out;
    qsizetype copied = 0;
    const auto replace = [&](qsizetype from, qsizetype to) {
        out += view.sliced(copied, from - copied);
        out += mark;
        copied = to;
        return to;
    };
    bool afterBearer = false;
    for (qsizetype at = 0; at < view.size();) {
        const QChar c = view[at];
        if (c == u'-') {
            if (const qsizetype end = pemEnd(view, at); end >= 0) {
                at = replace(at, end);
                continue;
            }
        }
        if (isTokenChar(c) && c != u'-' && c != u'.') {
            const qsizetype bearerEnd = afterBearer ? runEnd(view, at, isBearerChar) : at;
            const qsizetype end = wordEnd(view, at);
            const QStringView token = view.sliced(at, end - at);
            if (bearerEnd - at >= leastBearer)
                at = replace(at, bearerEnd);
            else if (isKey(token) || isJwt(token))
                at = replace(at, end);
            else
                at = end;
            afterBearer = token.compare(u"bearer", Qt::CaseInsensitive) == 0;
            continue;
        }
        if (c == u':' && view.sliced(at).startsWith(u"://")) {
            const auto [from, to] = urlPassword(view, at);
            at = from >= 0 ? replace(from, to) : at + 3;
            afterBearer = false;
            continue;
        }
        afterBearer = afterBearer && (c.isSpace() || c == u':');
        ++at;
    }
    if (copied == 0)
        return text;
    out += view.sliced(copied);
    return out;
}

QJsonValue redactSecrets(const QJsonValue &json)
{
    if (json.isString())
        return redactSecrets(json.toString());
    if (json.isArray()) {
        QJsonArray all;
        for (const QJsonValue &item : json.toArray())
            all.append(redactSecrets(item));
        return all;
    }
    if (json.isObject()) {
        QJsonObject object = json.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            it.value() = redactSecrets(QJsonValue(it.value()));
        return object;
    }
    return json;
}

} // namespace assay
