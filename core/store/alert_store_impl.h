// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/alert_store.h"
#include "store/sqlite_connection.h"

namespace assay {

struct AlertStore::Impl
{
    explicit Impl(std::unique_ptr<SQLite::Database> opened) : connection(std::move(opened)) {}

    Query query(const char *name) { return Query(connection.statement(name)); }

    SqliteStore::Connection connection;
    UtcTime gaugesDropped{};
    QHash<qint64, std::uint8_t> categories{}; ///< names.id → place in alertCategories; those met so far
    QHash<std::int32_t, QString> models{};    ///< names.id → name; those met so far
};

} // namespace assay
