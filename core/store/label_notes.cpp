// SPDX-License-Identifier: Apache-2.0
#include "store/label_notes.h"

#include "store/sqlite_connection.h"
#include "store/sqlite_error.h"
#include "turn/enums.h"

#include <QtCore/QFile>

namespace assay {

Result<QList<LabelNote>> labelNotes(const QString &storePath, const QString &prefix)
{
    if (!QFile::exists(storePath))
        return QList<LabelNote>();
    return guarded([&]() -> Result<QList<LabelNote>> {
        SqliteStore::Connection connection(connectTo(storePath, SQLite::OPEN_READONLY));
        Query query(connection.statement("label_notes"));
        query << prefix + u'%';
        return query.all([](Query &row) {
            LabelNote one;
            QString label;
            row.read(one.turnId, label, one.note, one.at);
            one.label = fromToken<Label>(label).value_or(Label::None);
            return one;
        });
    });
}

} // namespace assay
