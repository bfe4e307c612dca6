// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

#include <optional>

namespace assay::evaljson {

/// The double with the fewest digits that reads back as this float: 0.95, not 0.949999988079071.
double shortest(float value);

void put(QJsonObject &json, QLatin1StringView key, const std::optional<float> &value);

/// Reads the members of one object; the first wrong one is kept as the error.
class Reader
{
public:
    explicit Reader(const QJsonObject &json) : m_json(json) {}

    void operator()(QLatin1StringView key, QString &into);
    void operator()(QLatin1StringView key, bool &into);
    void operator()(QLatin1StringView key, int &into);
    void operator()(QLatin1StringView key, qint64 &into);
    void operator()(QLatin1StringView key, double &into);
    void operator()(QLatin1StringView key, QStringList &into);
    void operator()(QLatin1StringView key, std::optional<float> &into);
    void operator()(QLatin1StringView key, QList<float> &into);

    /// The member, when it is an object; empty when it is absent.
    QJsonObject object(QLatin1StringView key);
    /// Objects of a list; empty when it is absent.
    QList<QJsonObject> objects(QLatin1StringView key);

    void wrong(QLatin1StringView key);
    /// @errors Corrupt, naming the key
    Result<> outcome() const;

private:
    const QJsonObject &m_json;
    QString m_wrong;
};

} // namespace assay::evaljson
