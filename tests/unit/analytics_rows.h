// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analytics/analytics.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cmath>

namespace assay::test {

using namespace Qt::StringLiterals;

/// Plain SQL over the rows of a range: @from and @to.
class Rows
{
public:
    Rows(const QString &path, const TimeRange &range) : m_database(path.toStdString()), m_range(range) {}

    QList<double> row(QString sql)
    {
        sql.replace(u"@from"_s, QString::number(toMicros(m_range.from)));
        sql.replace(u"@to"_s, QString::number(toMicros(m_range.to)));
        SQLite::Statement statement(m_database, sql.toStdString());
        QList<double> values;
        while (statement.executeStep())
            for (int i = 0; i < statement.getColumnCount(); ++i)
                values.append(statement.getColumn(i).getDouble());
        return values;
    }
    double one(const QString &sql) { return row(sql).value(0); }
    qint64 count(const QString &sql) { return std::llround(one(sql)); }

    /// The nearest-rank percentile of latency_ms, in seconds.
    double latency(double share)
    {
        const QList<double> all = row(u"SELECT q.latency_ms "_s + responses +
                                      u" AND q.latency_ms BETWEEN 0 AND "
                                      "86400000 ORDER BY 1"_s);
        return all.isEmpty() ? 0.0 : all.at(quantileRank(share, all.size()) - 1) / 1000.0;
    }

    inline static const QString responses = u"FROM quality AS q JOIN names AS s ON s.id = q.scope AND s.text "
                                            u"= 'quality' JOIN events AS e ON e.id = "
                                            "q.id WHERE q.timestamp_us >= @from AND q.timestamp_us < @to"_s;
    inline static const QString calls =
        u"FROM llm_calls AS c WHERE c.timestamp_us >= @from AND c.timestamp_us < @to"_s;
    inline static const QString turns = u"FROM turns AS t LEFT JOIN learning_records AS r ON r.turn_id = "
                                        u"t.id WHERE t.written_at_us >= @from AND "
                                        "t.written_at_us < @to AND t.status IN ('passed', 'failed')"_s;

private:
    SQLite::Database m_database;
    TimeRange m_range;
};

} // namespace assay::test
