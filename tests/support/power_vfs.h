// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

#include <functional>
#include <random>

namespace assay::test {

/// What is certain of a file, and what has been written to it since it was last flushed.
struct FileState
{
    struct Change
    {
        qint64 offset = 0;  ///< of a write
        QByteArray bytes{}; ///< empty: cut to `offset` bytes
        bool isCut = false;
    };
    QByteArray durable{};
    QList<Change> pending{};
};

/// SQLite's file layer between a store and its disk: remembers which writes were flushed.
///
/// While one exists, it is the default of every database opened; files outside `directory` pass
/// through untouched. Threading: one database, one thread.
class PowerVfs
{
public:
    explicit PowerVfs(const QString &directory);
    ~PowerVfs();
    Q_DISABLE_COPY_MOVE(PowerVfs)

    /// Writes, cuts and flushes so far.
    qint64 operations() const;
    qint64 flushes() const;

    /// What a disk might hold if the power went now, into `target`: all that was flushed, and of each
    /// later write nothing, all, or some of its sectors of 512 bytes.
    void cutPower(const QString &target, std::mt19937 &random) const;

    /// Called after every operation; nullptr = none.
    void setWatcher(std::function<void()> watcher);
};

} // namespace assay::test
