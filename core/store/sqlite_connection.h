// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/sql_catalogue.h"
#include "store/sqlite_store.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace assay {

/// A cached statement in use: arguments go in from the left, and it is reset at the end, since a
/// statement left open would hold its snapshot and keep the WAL from being folded in.
class Query
{
public:
    explicit Query(SQLite::Statement &statement) : m_statement(statement) {}
    ~Query()
    {
        m_statement.tryReset();
        m_statement.clearBindings();
    }
    Q_DISABLE_COPY_MOVE(Query)

    Query &operator<<(qint64 value);
    Query &operator<<(int value) { return *this << qint64{value}; }
    Query &operator<<(bool value) { return *this << qint64{value ? 1 : 0}; }
    Query &operator<<(double value);
    Query &operator<<(const QString &value);
    Query &operator<<(std::string_view utf8);
    Query &operator<<(const QByteArray &blob); ///< a null QByteArray is NULL
    Query &operator<<(Micros value) { return *this << value.value; }
    Query &operator<<(UtcTime value) { return *this << toMicros(value); }
    Query &operator<<(float value) { return *this << static_cast<double>(value); }
    template<typename T>
    Query &operator<<(const std::optional<T> &value)
    {
        if (value)
            return *this << *value;
        ++m_bound;
        return *this;
    }

    bool next() { return m_statement.executeStep(); }
    /// Runs a statement that returns no rows. @return rows changed
    int run() { return m_statement.exec(); }

    /// The next column of the current row.
    void operator>>(qint64 &value) { value = column().getInt64(); }
    void operator>>(int &value) { value = column().getInt(); }
    void operator>>(bool &value) { value = column().getInt() != 0; }
    void operator>>(double &value) { value = column().getDouble(); }
    void operator>>(float &value) { value = static_cast<float>(column().getDouble()); }
    void operator>>(QString &value);
    void operator>>(QByteArray &value);
    /// Until the next row.
    void operator>>(QByteArrayView &value);
    void operator>>(Micros &value) { value.value = column().getInt64(); }
    void operator>>(UtcTime &value) { value = fromMicros(column().getInt64()); }
    template<typename T>
    void operator>>(std::optional<T> &value)
    {
        if (m_statement.getColumn(m_read).isNull()) {
            ++m_read;
            value.reset();
            return;
        }
        T inner{};
        *this >> inner;
        value = inner;
    }

    /// All columns of the current row, from the first.
    template<typename... T>
    void read(T &...values)
    {
        m_read = 0;
        (..., (*this >> values));
    }

    /// The rest of the rows, each made a value by `row`.
    template<typename F>
    auto all(F row)
    {
        QList<std::invoke_result_t<F, Query &>> values;
        while (next())
            values.append(row(*this));
        return values;
    }

private:
    SQLite::Column column() { return m_statement.getColumn(m_read++); }

    SQLite::Statement &m_statement;
    int m_bound = 0;
    int m_read = 0;
};

/// The columns of quality_rows that every query of readings begins with.
QualityRow readQuality(Query &query);

/// Opens a database as Assay does: extended errors, defensive, nothing of its schema trusted.
std::unique_ptr<SQLite::Database> connectTo(const QString &path, int flags);

class EventWriter;

/// The database and its prepared statements.
struct SqliteStore::Connection
{
    explicit Connection(std::unique_ptr<SQLite::Database> opened);
    ~Connection();

    /// The statement of that name in queries.sql, prepared once.
    SQLite::Statement &statement(const char *name);

    std::unique_ptr<SQLite::Database> database;
    std::map<std::string, std::unique_ptr<SQLite::Statement>, std::less<>>
        statements;                       // after database: dies first
    std::unique_ptr<EventWriter> writer;  ///< made by the first write
    qint64 deadLetterLimit = 100LL << 20; ///< bytes of raw records kept
};

} // namespace assay
