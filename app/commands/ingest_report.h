// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/ingest.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QMap>

namespace assay::app {

/// What `assay ingest` prints: a line per partition that moved, and at the end a sum that closes.
class IngestReport
{
public:
    explicit IngestReport(bool json) : m_json(json) { m_sinceTick.start(); }

    /// What the store had accounted for before.
    void start(const QList<PartitionAccount> &accounts);
    void add(const IngestProgress &progress);
    /// Partitions that moved since the last call.
    void printProgress();
    /// Prints what this run read and what became of it. @return does every sum close?
    bool finish(const QList<PartitionAccount> &accounts);

private:
    struct Partition
    {
        qint64 next = 0;
        qint64 nextAtTick = 0;
        std::optional<qint64> lag{};
    };
    using Key = std::pair<QString, int>;

    void printPartition(const Key &key, const Partition &partition, double seconds) const;
    void printAccount(const PartitionAccount &account) const;

    bool m_json;
    QElapsedTimer m_sinceTick;
    QMap<Key, Partition> m_partitions;
    QMap<Key, PartitionAccount> m_before;
};

/// The sum of what became of the records of an account; equals its `read`.
qint64 accountedFor(const PartitionAccount &account);

} // namespace assay::app
