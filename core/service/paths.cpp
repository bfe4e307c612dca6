// SPDX-License-Identifier: Apache-2.0
#include "service/paths.h"

#include <QtCore/QDir>
#include <QtCore/QStandardPaths>

namespace assay {

using namespace Qt::StringLiterals;

static QString &workspace()
{
    static QString folder;
    return folder;
}

void Paths::useWorkspace(const QString &folder)
{
    workspace() = QDir(folder).absolutePath();
}

Paths Paths::standard()
{
    if (const QString &folder = workspace(); !folder.isEmpty())
        return {.data = folder, .state = folder + u"/state"_s, .cache = folder + u"/cache"_s};
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    // Qt 6.4 knows no state directory.
    const QString state = qEnvironmentVariable("XDG_STATE_HOME", QDir::homePath() + u"/.local/state"_s);
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    return {.data = data + u"/assay"_s, .state = state + u"/assay"_s, .cache = cache + u"/assay"_s};
}

QString Paths::log(int partition) const
{
    return data + u"/log/partition-%1"_s.arg(partition);
}

QString Paths::store() const
{
    return data + u"/assay.db"_s;
}

QString Paths::knowledge() const
{
    return data + u"/knowledge.db"_s;
}

QString Paths::models() const
{
    return data + u"/models"_s;
}

QString Paths::prompts() const
{
    return data + u"/prompts"_s;
}

QString Paths::ownSuite() const
{
    return data + u"/suites/triage.yaml"_s;
}

QString Paths::pickedTraining() const
{
    return data + u"/training/picked.jsonl"_s;
}

QString Paths::evaluations() const
{
    return data + u"/evaluations"_s;
}

QString Paths::suites() const
{
    return data + u"/suites"_s;
}

QString Paths::spool() const
{
    return (cache.isEmpty() ? state + u"/cache"_s : cache) + u"/events"_s;
}

} // namespace assay
