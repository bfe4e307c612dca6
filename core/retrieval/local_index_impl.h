// SPDX-License-Identifier: Apache-2.0
// Private to local_index*.cpp: the connection, its cached statements and counts.
#pragma once

#include "base/tr.h"
#include "retrieval/local_index.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace assay {

namespace index {

/// Failure kind of an SQLite result code.
Errc codeOf(const SQLite::Exception &e);

/// The Error an operator is shown for it.
tl::unexpected<Error> failed(const SQLite::Exception &e, const QString &path);

inline QString text(const SQLite::Column &column)
{
    return QString::fromUtf8(column.getText(), column.getBytes());
}

inline void bind(SQLite::Statement &statement, int at, const QString &value)
{
    statement.bind(at, value.toStdString());
}

} // namespace index

struct LocalIndex::Impl
{
    /// Opens, checks and, in an empty file, creates. @throws SQLite::Exception
    Impl(const QString &file, bool check);

    /// Forgets cached counts when another connection has committed since. @throws SQLite::Exception
    void refresh();
    void forget();

    QString path;
    SQLite::Database db;
    std::unique_ptr<SQLite::Statement> count;
    std::unique_ptr<SQLite::Statement> dataVersion;
    int version = 0;
    int depth = 0; ///< of nested inTransaction calls
    int seenVersion = -1;
    qint64 passages = -1;
    QHash<QString, qint64> frequencies{};
    QString notice{};
};

} // namespace assay
