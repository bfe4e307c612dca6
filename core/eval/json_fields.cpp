// SPDX-License-Identifier: Apache-2.0
#include "eval/json_fields.h"

#include "base/tr.h"

#include <QtCore/QJsonArray>

#include <array>
#include <charconv>

namespace assay::evaljson {

double shortest(float value)
{
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    double result = 0.0;
    std::from_chars(text.data(), end, result);
    return result;
}

void put(QJsonObject &json, QLatin1StringView key, const std::optional<float> &value)
{
    if (value)
        json[key] = shortest(*value);
}

void Reader::wrong(QLatin1StringView key)
{
    if (m_wrong.isEmpty())
        m_wrong = key;
}

void Reader::operator()(QLatin1StringView key, QString &into)
{
    const QJsonValue value = m_json.value(key);
    if (value.isString())
        into = value.toString();
    else if (!value.isUndefined())
        wrong(key);
}

void Reader::operator()(QLatin1StringView key, bool &into)
{
    const QJsonValue value = m_json.value(key);
    if (value.isBool())
        into = value.toBool();
    else if (!value.isUndefined())
        wrong(key);
}

void Reader::operator()(QLatin1StringView key, int &into)
{
    qint64 wide = into;
    (*this)(key, wide);
    if (wide < std::numeric_limits<int>::min() || wide > std::numeric_limits<int>::max())
        wrong(key);
    else
        into = static_cast<int>(wide);
}

void Reader::operator()(QLatin1StringView key, qint64 &into)
{
    const QJsonValue value = m_json.value(key);
    if (value.isDouble())
        into = value.toInteger(into);
    else if (!value.isUndefined())
        wrong(key);
}

void Reader::operator()(QLatin1StringView key, double &into)
{
    const QJsonValue value = m_json.value(key);
    if (value.isDouble())
        into = value.toDouble();
    else if (!value.isUndefined())
        wrong(key);
}

void Reader::operator()(QLatin1StringView key, QStringList &into)
{
    const QJsonValue list = m_json.value(key);
    if (!list.isUndefined() && !list.isArray())
        wrong(key);
    const QJsonArray texts = list.toArray();
    for (const QJsonValue &text : texts)
        text.isString() ? into.append(text.toString()) : wrong(key);
}

void Reader::operator()(QLatin1StringView key, std::optional<float> &into)
{
    const QJsonValue value = m_json.value(key);
    if (value.isUndefined() || value.isNull())
        return;
    const double number = value.toDouble(-1.0);
    if (number < 0.0 || number > 1.0)
        wrong(key);
    else
        into = static_cast<float>(number);
}

void Reader::operator()(QLatin1StringView key, QList<float> &into)
{
    const QJsonArray list = m_json.value(key).toArray();
    for (const QJsonValue &value : list)
        into.append(static_cast<float>(value.toDouble()));
}

QJsonObject Reader::object(QLatin1StringView key)
{
    const QJsonValue value = m_json.value(key);
    if (!value.isUndefined() && !value.isObject())
        wrong(key);
    return value.toObject();
}

QList<QJsonObject> Reader::objects(QLatin1StringView key)
{
    const QJsonValue value = m_json.value(key);
    if (!value.isUndefined() && !value.isArray())
        wrong(key);
    QList<QJsonObject> all;
    const QJsonArray list = value.toArray();
    for (const QJsonValue &one : list)
        one.isObject() ? all.append(one.toObject()) : wrong(key);
    return all;
}

Result<> Reader::outcome() const
{
    if (m_wrong.isEmpty())
        return {};
    return fail(Errc::Corrupt, Tr::tr("“%1” has the wrong type or range.").arg(m_wrong));
}

} // namespace assay::evaljson
