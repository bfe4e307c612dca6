// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/prompts.h"
#include "store/store.h"

#include <QtCore/QJsonObject>
#include <QtCore/QObject>

#include <memory>

namespace assay {

/// One event of a turn, for lists: what the Events tab shows.
struct TurnEvent
{
    QString topic{}; ///< with partition and offset: its place in the log
    int partition = 0;
    qint64 offset = 0;
    UtcTime timestamp{};
    QString type{};    ///< "event", "metrics", "tool_execution", "execution_trace"
    QString summary{}; ///< one plain line
    qint64 size = 0;   ///< bytes, unpacked
    QJsonObject content{};
};

/// What a new turn has to know of its thread.
struct ThreadContext
{
    int turns = 0;
    QList<Exchange> history{}; ///< the last three, oldest first
    quint64 lastSequence = 0;
};

/// Reads the store on a thread of its own. Run it inside WorkerThread<ReaderHost>.
class ReaderHost final : public QObject
{
    Q_OBJECT
public:
    explicit ReaderHost(QString storePath);
    ~ReaderHost() override;

    Result<QList<ThreadSummary>> threads(const QString &search);
    Result<QList<Turn>> turnsOf(const QString &threadId);
    Result<QList<TurnEvent>> eventsOf(const QString &turnId);
    Result<ThreadContext> contextOf(const QString &threadId);
    Result<Micros> spentToday();

private:
    /// Opens the store when it is there. @return nullptr while it has not been made yet
    Result<Store *> store();

    QString m_path;
    std::unique_ptr<Store> m_store;
};

} // namespace assay
