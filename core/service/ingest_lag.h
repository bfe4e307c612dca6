// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.h"
#include "stream/log.h"

#include <QtCore/QHash>

namespace assay {

/// How many records of the logs wait to be stored. Threading: one thread.
class IngestLag
{
public:
    /// These are the next offsets to be stored.
    void noteStored(const QList<LogPosition> &positions);
    /// How the partitions of a log stand that we read now; those that are not named are not ours any more.
    void noteStates(const QString &topic, const QList<LogPartitionState> &states);

    /// nullopt while the end of a partition is unknown, as when its broker is away, and before anything is
    /// known.
    std::optional<qint64> records() const;

private:
    QHash<std::pair<QString, int>, qint64> m_stored;
    QHash<QString, QList<LogPartitionState>> m_states;
};

} // namespace assay
