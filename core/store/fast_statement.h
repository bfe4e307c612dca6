// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/text_arena.h"

#include <QtCore/QtGlobal>

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <optional>
#include <string>

namespace assay {

/// A prepared statement for the rows that come by the hundred thousand: arguments go in from the
/// left, each time all of them, and texts are not copied. Throws SQLite::Exception.
class FastStatement
{
public:
    FastStatement(sqlite3 *database, const std::string &sql) : m_database(database)
    {
        check(sqlite3_prepare_v3(database, sql.c_str(), static_cast<int>(sql.size()),
                                 SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr));
    }
    ~FastStatement() { sqlite3_finalize(m_statement); }
    Q_DISABLE_COPY_MOVE(FastStatement)

    FastStatement &operator<<(qint64 value)
    {
        check(sqlite3_bind_int64(m_statement, ++m_bound, value));
        return *this;
    }
    FastStatement &operator<<(std::nullopt_t)
    {
        check(sqlite3_bind_null(m_statement, ++m_bound));
        return *this;
    }
    FastStatement &operator<<(const std::optional<qint64> &value)
    {
        return value ? *this << *value : *this << std::nullopt;
    }
    FastStatement &operator<<(const std::optional<bool> &value)
    {
        return value ? *this << qint64{*value ? 1 : 0} : *this << std::nullopt;
    }
    FastStatement &operator<<(const std::optional<float> &value)
    {
        if (!value)
            return *this << std::nullopt;
        check(sqlite3_bind_double(m_statement, ++m_bound, static_cast<double>(*value)));
        return *this;
    }
    FastStatement &text(Utf8 value)
    {
        check(sqlite3_bind_text(m_statement, ++m_bound, value.empty() ? "" : value.data(),
                                static_cast<int>(value.size()), SQLITE_STATIC));
        return *this;
    }
    FastStatement &blob(Utf8 value)
    {
        check(sqlite3_bind_blob(m_statement, ++m_bound, value.empty() ? "" : value.data(),
                                static_cast<int>(value.size()), SQLITE_STATIC));
        return *this;
    }
    FastStatement &textOrNull(Utf8 value) { return value.empty() ? *this << std::nullopt : text(value); }
    FastStatement &blobOrNull(Utf8 value) { return value.empty() ? *this << std::nullopt : blob(value); }

    /// Runs it to its end. @return rows changed
    int run()
    {
        m_bound = 0;
        sqlite3_step(m_statement);
        check(sqlite3_reset(m_statement));
        return sqlite3_changes(m_database);
    }

    /// Forgets half-given arguments and lets go of the snapshot.
    void reset()
    {
        m_bound = 0;
        sqlite3_reset(m_statement);
    }

private:
    void check(int code)
    {
        if (code == SQLITE_OK)
            return;
        const SQLite::Exception failure(m_database, code);
        reset();
        throw failure;
    }

    sqlite3 *m_database;
    sqlite3_stmt *m_statement = nullptr;
    int m_bound = 0;
};

} // namespace assay
