// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/time.h"

#include <QtCore/QList>

#include <memory>

namespace assay {

/// Where several consoles share one triage queue.
struct SharedTriageConfig
{
    QString database{}; ///< "postgresql://user@host/database", as libpq reads it; empty = not shared
    QString password{}; ///< empty = what libpq finds: PGPASSWORD, ~/.pgpass

    bool operator==(const SharedTriageConfig &) const = default;
};

/// One line of the shared audit trail. The queue's states are what its lines, one after another, come to.
struct SharedTriageLine
{
    qint64 number = 0; ///< in the order they were committed, from 1; 0 = not there yet
    qint64 batch = 0;  ///< lines of one action have the same
    UtcTime at{};
    QString who{};
    QString action{};
    QString turnId{};
    QString threadId{};
    QString before{}; ///< state as JSON; empty where the line changes none
    QString after{};
    QString fact{};

    bool operator==(const SharedTriageLine &) const = default;
};

/// The shared triage queue in PostgreSQL: a log that is only ever added to, by one console at a time.
///
/// The server's certificate and name are checked unless it is on this machine; there is no switch that turns
/// that off. Threading: an instance belongs to one thread; every call may wait for the server, some seconds
/// at most.
class SharedTriage
{
public:
    /// Connects, and makes the tables where they are missing.
    /// @errors InvalidArgument (no such address, a password in it, TLS that is not checked), Unavailable,
    /// Unauthorized
    static Result<std::unique_ptr<SharedTriage>> open(const SharedTriageConfig &config);
    ~SharedTriage();
    Q_DISABLE_COPY_MOVE(SharedTriage)

    /// Names the queue: another database has another.
    const QString &id() const;

    /// Lines after `number`, oldest first. @errors Unavailable, Io
    Result<QList<SharedTriageLine>> linesAfter(qint64 number, int limit = 10'000);

    /// From here to commit() or rollBack() no other console writes. @errors Unavailable, Timeout (another
    /// console holds it)
    Result<> begin();
    /// Adds lines, as one batch, and lets the others write again.
    /// @return the number of the last line. @errors Unavailable, Io: then nobody knows whether they are
    /// there; linesAfter() tells
    Result<qint64> commit(const QList<SharedTriageLine> &lines);
    void rollBack();

private:
    struct Impl;
    explicit SharedTriage(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m;
};

/// What libpq is told: the address with TLS that is checked put in. @errors InvalidArgument
Result<QList<std::pair<QByteArray, QByteArray>>> sharedTriageParameters(const SharedTriageConfig &config);

} // namespace assay
