// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.h"
#include "stream/codec.h"
#include "stream/log.h"

#include <QtCore/QHash>
#include <QtCore/QObject>

#include <memory>

namespace assay {

/// What one committed batch brought.
struct IngestProgress
{
    QStringList turnIds{};   ///< turns written or labelled
    QStringList threadIds{}; ///< their threads
    int events = 0;
    int duplicates = 0;
    int deadLetters = 0; ///< stored with their reason; gaps in the log included
    qint64 nextOffset = 0;
};

struct IngestOptions
{
    QString topic{}; ///< of the log, as its records carry it
    QList<int> partitions{0};
    Clock clock = utcNow;
    std::chrono::milliseconds errorPause{1000};
};

/// Pumps one log into the store on its own thread: the only path into the store.
///
/// Rows and the next offset are committed together, so that a crash neither loses nor doubles
/// anything. A record that cannot be decoded becomes a dead letter; a store that cannot be written
/// (disk full, locked) holds the batch until it can. Reads go through openReadOnly() elsewhere.
/// Run it inside WorkerThread<IngestWorker>; signals are the only way out.
class IngestWorker final : public QObject
{
    Q_OBJECT
public:
    IngestWorker(std::unique_ptr<LogReader> reader, std::unique_ptr<Store> store, IngestOptions options);
    ~IngestWorker() override;

    /// Goes on where the store's positions say, and pumps until stop() or the thread ends.
    void start();
    void stop();

Q_SIGNALS:
    void ingested(const assay::IngestProgress &progress);
    /// Something stands in the way; tried again after a pause. Nothing is skipped.
    void failed(const assay::Error &error);

private:
    void pump();
    Result<> seekToStored();
    Result<> fill();
    void add(const LogRecord &record);
    Result<> writePending();

    std::unique_ptr<LogReader> m_reader;
    std::unique_ptr<Store> m_store;
    IngestOptions m_options;
    Codec m_codec;
    QHash<int, qint64> m_expected; ///< partition → next offset, pending records counted in
    StoreBatch m_pending;
    qint64 m_pendingBytes = 0;
    bool m_running = false;
    bool m_placed = false;
};

/// The rows of a decoded message: one, and one more for each event of a batch. @param frame as received
QList<StoreRecord> storeRecords(const DecodedMessage &message, const LogRecord &record);

} // namespace assay
