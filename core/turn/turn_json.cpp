// SPDX-License-Identifier: Apache-2.0
#include "turn/turn_json.h"

#include "base/tr.h"
#include "turn/turn_fields.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>

#include <array>
#include <charconv>
#include <cmath>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

template<typename V, typename S>
void describe(V &v, S &s);

class Writer
{
public:
    QJsonObject object;

    void operator()(const char *key, const QString &value) { put(key, value); }
    void operator()(const char *key, bool value) { put(key, value); }
    void operator()(const char *key, int value) { put(key, value); }
    void operator()(const char *key, qint64 value) { put(key, value); }
    // The shortest decimal that reads back as the same float: 0.95, not 0.949999988.
    void operator()(const char *key, float value)
    {
        std::array<char, 32> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
        put(key, QByteArray(digits.data(), end - digits.data()).toDouble());
    }
    void operator()(const char *key, double value) { put(key, value); }
    void operator()(const char *key, Micros value) { put(key, value.value); }
    void operator()(const char *key, std::chrono::microseconds value) { put(key, qint64(value.count())); }
    void operator()(const char *key, UtcTime value)
    {
        // Milliseconds are for people; the last three digits keep the round trip exact.
        put(key, toIso(value).chopped(1) + u"%1Z"_s.arg(toMicros(value) % 1000, 3, 10, QLatin1Char('0')));
    }
    void operator()(const char *key, const QStringList &value)
    {
        put(key, QJsonArray::fromStringList(value));
    }

    template<typename E>
    requires std::is_enum_v<E>
    void operator()(const char *key, E value) { put(key, tokenOf(value)); }
    template<typename T>
    void operator()(const char *key, const std::optional<T> &value)
    {
        if (value)
            (*this)(key, *value);
    }
    template<typename T>
    void operator()(const char *key, const QList<T> &value)
    {
        QJsonArray array;
        for (const T &item : value) {
            Writer inner;
            describe(inner, item);
            array.append(inner.object);
        }
        put(key, array);
    }
    template<typename S>
    requires std::is_class_v<S>
    void operator()(const char *key, const S &value)
    {
        Writer inner;
        describe(inner, value);
        put(key, inner.object);
    }

private:
    void put(const char *key, const QJsonValue &value) { object.insert(QLatin1StringView(key), value); }
};

class Reader
{
public:
    explicit Reader(QJsonObject source) : object(std::move(source)) {}

    QJsonObject object;
    QString bad; ///< first key that could not be read, dotted

    void operator()(const char *key, QString &value)
    {
        if (const auto json = take(key, QJsonValue::String))
            value = json->toString();
    }
    void operator()(const char *key, bool &value)
    {
        if (const auto json = take(key, QJsonValue::Bool))
            value = json->toBool();
    }
    void operator()(const char *key, int &value)
    {
        qint64 wide = value;
        (*this)(key, wide);
        if (wide < INT_MIN || wide > INT_MAX)
            note(key);
        else
            value = static_cast<int>(wide);
    }
    void operator()(const char *key, qint64 &value)
    {
        if (const auto json = take(key, QJsonValue::Double)) {
            if (std::floor(json->toDouble()) != json->toDouble())
                note(key);
            value = json->toInteger(value);
        }
    }
    void operator()(const char *key, float &value)
    {
        if (const auto json = take(key, QJsonValue::Double))
            value = static_cast<float>(json->toDouble());
    }
    void operator()(const char *key, double &value)
    {
        if (const auto json = take(key, QJsonValue::Double))
            value = json->toDouble();
    }
    void operator()(const char *key, Micros &value) { (*this)(key, value.value); }
    void operator()(const char *key, std::chrono::microseconds &value)
    {
        qint64 count = value.count();
        (*this)(key, count);
        value = std::chrono::microseconds(count);
    }
    void operator()(const char *key, UtcTime &value)
    {
        const auto json = take(key, QJsonValue::String);
        if (!json)
            return;
        // "2026-11-21T14:06:32.120456Z": Qt reads three of the six decimals, the rest is added.
        const QString text = json->toString();
        const qsizetype dot = text.indexOf(u'.');
        const bool micros = dot > 0 && text.size() - dot == 8;
        const QDateTime time =
            QDateTime::fromString(micros ? text.left(dot + 4) + u'Z' : text, Qt::ISODateWithMs);
        if (!time.isValid()) {
            note(key);
            return;
        }
        const qint64 rest = micros ? QStringView(text).sliced(dot + 4, 3).toLongLong() : 0;
        value = fromMicros(time.toMSecsSinceEpoch() * 1000 + rest);
    }
    void operator()(const char *key, QStringList &value)
    {
        const auto json = take(key, QJsonValue::Array);
        if (!json)
            return;
        value.clear();
        for (const QJsonValue &item : json->toArray()) {
            if (!item.isString())
                note(key);
            value.append(item.toString());
        }
    }
    template<typename E>
    requires std::is_enum_v<E>
    void operator()(const char *key, E &value)
    {
        const auto json = take(key, QJsonValue::String);
        if (!json)
            return;
        const std::optional<E> found = fromToken<E>(json->toString());
        if (found)
            value = *found;
        else
            note(key);
    }
    template<typename T>
    void operator()(const char *key, std::optional<T> &value)
    {
        if (!object.contains(QLatin1StringView(key)))
            return;
        T inner{};
        (*this)(key, inner);
        value = std::move(inner);
    }
    template<typename T>
    void operator()(const char *key, QList<T> &value)
    {
        const auto json = take(key, QJsonValue::Array);
        if (!json)
            return;
        value.clear();
        for (const QJsonValue &item : json->toArray()) {
            T inner{};
            nested(key, item, inner);
            value.append(std::move(inner));
        }
    }
    template<typename S>
    requires std::is_class_v<S>
    void operator()(const char *key, S &value)
    {
        if (const auto json = take(key, QJsonValue::Object))
            nested(key, *json, value);
    }

private:
    template<typename S>
    void nested(const char *key, const QJsonValue &json, S &value)
    {
        if (!json.isObject()) {
            note(key);
            return;
        }
        Reader inner(json.toObject());
        describe(inner, value);
        if (!inner.bad.isEmpty() && bad.isEmpty())
            bad = QString::fromLatin1(key) + u'.' + inner.bad;
    }
    std::optional<QJsonValue> take(const char *key, QJsonValue::Type type)
    {
        const QJsonValue value = object.value(QLatin1StringView(key));
        if (value.isUndefined())
            return std::nullopt;
        if (value.type() != type) {
            note(key);
            return std::nullopt;
        }
        return value;
    }
    void note(const char *key)
    {
        if (bad.isEmpty())
            bad = QString::fromLatin1(key);
    }
};

template<typename V, typename S>
void describe(V &v, S &s)
{
    json::fields(v, s);
}

template<typename S>
QJsonObject write(const S &value)
{
    Writer writer;
    describe(writer, value);
    return writer.object;
}

template<typename S>
Result<S> read(const QJsonObject &json, const QString &what)
{
    S value;
    Reader reader(json);
    describe(reader, value);
    if (!reader.bad.isEmpty())
        return fail(Errc::Corrupt,
                    Tr::tr("The stored %1 has an unreadable value at “%2”.").arg(what, reader.bad));
    return value;
}

} // namespace

QJsonObject toJson(const Turn &turn)
{
    return write(turn);
}

QJsonObject toJson(const Policy &policy)
{
    return write(policy);
}

Result<Turn> turnFromJson(const QJsonObject &json)
{
    return read<Turn>(json, Tr::tr("turn"));
}

Result<Policy> policyFromJson(const QJsonObject &json)
{
    return read<Policy>(json, Tr::tr("policy"));
}

} // namespace assay
