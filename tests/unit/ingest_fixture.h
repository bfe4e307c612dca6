// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/ingest.h"
#include "store/sqlite_store.h"
#include "stream/embedded_log.h"
#include "unit/stream_fixture.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QEventLoop>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <dashstream.pb.h>

namespace assay::test {

using namespace Qt::StringLiterals;
namespace wire = dashstream::v1;
using Message = wire::DashStreamMessage;

inline wire::Header header(int number, const std::string &thread = "th_foreign")
{
    wire::Header made;
    made.set_message_id(QByteArray::number(number).rightJustified(16, '0').toStdString());
    made.set_timestamp_us(1'795'000'000'000'000 + number);
    made.set_thread_id(thread);
    made.set_sequence(static_cast<quint64>(number));
    made.set_schema_version(1);
    return made;
}

inline Message node(int number, const std::string &thread = "th_foreign")
{
    Message message;
    *message.mutable_event()->mutable_header() = header(number, thread);
    message.mutable_event()->set_event_type(wire::EVENT_TYPE_NODE_END);
    message.mutable_event()->set_node_id("agent");
    return message;
}

inline Message score(int number, double accuracy)
{
    Message message;
    *message.mutable_metrics()->mutable_header() = header(number);
    message.mutable_metrics()->set_scope("quality");
    (*message.mutable_metrics()->mutable_metrics())["accuracy"].set_float_value(accuracy);
    return message;
}

inline QByteArray frame(const Message &message)
{
    return '\0' + QByteArray::fromStdString(message.SerializeAsString());
}

/// A log and a store in one directory, and a worker between them on this thread.
struct Bench
{
    QTemporaryDir dir{};
    std::unique_ptr<EmbeddedLog> log = std::move(*EmbeddedLog::open(dir.filePath(u"log"_s)));
    QList<IngestProgress> progress{};
    QList<Error> errors{};
    int recoveries = 0;

    QString database() const { return dir.filePath(u"assay.db"_s); }

    std::unique_ptr<IngestWorker> worker(std::unique_ptr<Store> store = {},
                                         std::unique_ptr<LogReader> reader = {})
    {
        if (!store)
            store = std::move(openStore(database())->store);
        if (!reader)
            reader = std::move(*log->makeReader());
        std::vector<IngestSource> sources;
        sources.push_back({.reader = std::move(reader), .topic = log->topic()});
        auto made = std::make_unique<IngestWorker>(
            std::move(sources), std::move(store), IngestOptions{.errorPause = std::chrono::milliseconds(20)});
        QObject::connect(made.get(), &IngestWorker::ingested,
                         [this](const IngestProgress &p) { progress.append(p); });
        QObject::connect(made.get(), &IngestWorker::recovered, [this] { ++recoveries; });
        QObject::connect(made.get(), &IngestWorker::failed, [this](const Error &e) { errors.append(e); });
        return made;
    }

    /// Runs a worker until the store has read everything in the log.
    void drain(std::unique_ptr<Store> store = {}, std::unique_ptr<LogReader> reader = {})
    {
        auto running = worker(std::move(store), std::move(reader));
        running->start();
        QElapsedTimer timer;
        timer.start();
        while (position() < log->nextOffset() && timer.elapsed() < 20'000)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
        QCOMPARE(position(), log->nextOffset());
    }

    std::unique_ptr<Store> reading() const { return std::move(*openReadOnly(database())); }

    qint64 position() const
    {
        const auto positions = reading()->positions();
        return positions->isEmpty() ? 0 : positions->first().nextOffset;
    }

    void append(const QByteArray &value, const QByteArray &key = "th_foreign")
    {
        if (!log->append(key, value))
            qFatal("append");
    }
};

/// Passes everything on.
class ForwardingStore : public Store
{
public:
    explicit ForwardingStore(std::unique_ptr<Store> inner) : m_inner(std::move(inner)) {}
    Result<BatchOutcome> write(const IngestBatch &batch) override { return m_inner->write(batch); }
    Result<QList<LogPosition>> positions() override { return m_inner->positions(); }
    Result<QList<ThreadSummary>> threads(const QString &s, int l,
                                         const std::optional<ThreadSummary> &a) override
    {
        return m_inner->threads(s, l, a);
    }
    Result<QList<TurnSummary>> turnsOf(const QString &t, int a, int l) override
    {
        return m_inner->turnsOf(t, a, l);
    }
    Result<Turn> turn(const QString &id) override { return m_inner->turn(id); }
    Result<QList<TurnSummary>> recentTurns(int limit) override { return m_inner->recentTurns(limit); }
    Result<QList<EventRow>> eventsOf(const QString &t, int l) override { return m_inner->eventsOf(t, l); }
    Result<QByteArray> frameAt(const EventKey &key) override { return m_inner->frameAt(key); }
    Result<QList<QualityRow>> qualityOf(const QString &t) override { return m_inner->qualityOf(t); }
    Result<QList<QualityRow>> qualitySince(UtcTime t, int l) override { return m_inner->qualitySince(t, l); }
    Result<ReadingPage> readings(const Filter &f, UtcTime n, const ReadingCursor &a, int l) override
    {
        return m_inner->readings(f, n, a, l);
    }
    Result<StoreCounts> counts() override { return m_inner->counts(); }
    Result<Micros> spendSince(UtcTime t) override { return m_inner->spendSince(t); }
    Result<QList<LearningRow>> learningRecords(qint64 a, int l) override
    {
        return m_inner->learningRecords(a, l);
    }
    Result<QList<DeadLetter>> deadLetters(int l) override { return m_inner->deadLetters(l); }
    Result<QList<DeadLetter>> deadLettersAfter(qint64 i, int l) override
    {
        return m_inner->deadLettersAfter(i, l);
    }
    Result<QList<GapRow>> gaps(int l) override { return m_inner->gaps(l); }
    Result<QList<PartitionAccount>> accounts() override { return m_inner->accounts(); }
    Result<IntakeCounts> intake(UtcTime f, UtcTime t) override { return m_inner->intake(f, t); }
    Result<StoreTallies> tallies() override { return m_inner->tallies(); }
    Result<RollupCell> rollupSum(UtcTime f, UtcTime t) override { return m_inner->rollupSum(f, t); }
    Result<> rollups(RollupSpan s, UtcTime f, UtcTime t, const RollupVisitor &v) override
    {
        return m_inner->rollups(s, f, t, v);
    }
    Result<std::optional<std::pair<UtcTime, UtcTime>>> rollupEnds() override { return m_inner->rollupEnds(); }
    Result<std::vector<RollupRow>> rollupsOf(const Filter &f, FilterUse r, UtcTime n, UtcTime from,
                                             UtcTime to, const CancelToken &c) override
    {
        return m_inner->rollupsOf(f, r, n, from, to, c);
    }
    Result<QHash<qint64, ThreadScores>> threadScores(const Filter &f, FilterUse r, UtcTime n, UtcTime from,
                                                     UtcTime to, float h, const CancelToken &c) override
    {
        return m_inner->threadScores(f, r, n, from, to, h, c);
    }
    Result<QHash<qint64, QString>> names(const QList<qint64> &ids) override { return m_inner->names(ids); }
    Result<qint64> rollupDifferences() override { return m_inner->rollupDifferences(); }
    Result<quint64> lastSequence(const QString &t) override { return m_inner->lastSequence(t); }

protected:
    std::unique_ptr<Store> m_inner;
};

} // namespace assay::test
