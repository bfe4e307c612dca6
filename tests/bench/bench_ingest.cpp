// SPDX-License-Identifier: Apache-2.0
// How fast logs become rows.
//
//     bench_ingest [EVENTS] [ROUNDS] [GROW]
//
// Ratios against the bare loop of ingest_baseline.h in the same run. GROW is the number of events, in
// millions, that are then stored in one file, a million at a time: rate and memory must stay.
#include "ingest_baseline.h"
#include "ingest_traffic.h"
#include "service/ingest.h"
#include "store/sqlite_store.h"
#include "support/frames_reader.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace assay;
using namespace assay::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int partitions = 6;

double medianOf(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

qint64 residentKb()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').value(1).toLongLong();
    return 0;
}

/// From a log to rows in the store, as the product does it. @return seconds
double runIngest(const QString &database, std::unique_ptr<LogReader> reader, qint64 events)
{
    Result<OpenedStore> store = openStore(database);
    if (!store)
        qFatal("%s", qPrintable(store.error().message));
    const QString topic = reader->topic();
    const QList<int> all = *reader->partitions();
    std::vector<IngestSource> sources;
    sources.push_back({.reader = std::move(reader), .topic = topic, .partitions = all, .own = false});
    qint64 stored = 0;
    IngestWorker worker(std::move(sources), std::move(store->store), {.untilEnd = true});
    QObject::connect(&worker, &IngestWorker::ingested, &worker,
                     [&](const IngestProgress &progress) { stored += progress.events; });
    QObject::connect(&worker, &IngestWorker::failed, &worker,
                     [](const Error &error) { qFatal("%s", qPrintable(error.message)); });
    QObject::connect(&worker, &IngestWorker::reachedEnd, &worker, &QCoreApplication::quit,
                     Qt::QueuedConnection);
    QElapsedTimer timer;
    timer.start();
    worker.start();
    QCoreApplication::exec();
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    if (stored != events)
        qFatal("%lld of %lld events were stored", static_cast<long long>(stored),
               static_cast<long long>(events));
    return seconds;
}

void print(const char *what, const std::vector<double> &seconds, int events, double base)
{
    const double rate = events / medianOf(seconds);
    std::printf("%-44s %10.0f events/s   %.2f x the bare loop\n", what, rate, base > 0 ? rate / base : 1.0);
    std::fflush(stdout);
}

void grow(int millions)
{
    constexpr int step = 1'000'000;
    QTemporaryDir dir;
    for (int million = 0; million < millions; ++million) {
        const std::vector<QByteArray> frames = makeTraffic(step, million * step);
        const QString topic = u"grow-%1"_s.arg(million);
        const double seconds =
            runIngest(dir.filePath(u"assay.db"_s),
                      std::make_unique<test::FramesReader>(frames, partitions, topic), step);
        std::printf("million %2d: %8.0f events/s, %lld MB resident, file %lld MB\n", million + 1,
                    step / seconds, static_cast<long long>(residentKb() / 1024),
                    static_cast<long long>(QFile(dir.filePath(u"assay.db"_s)).size() >> 20));
        std::fflush(stdout);
    }
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int events = std::max(1, arguments.value(1, u"300000"_s).toInt());
    const int rounds = std::max(1, arguments.value(2, u"3"_s).toInt());
    const std::vector<QByteArray> frames = makeTraffic(events);
    qint64 bytes = 0;
    for (const QByteArray &frame : frames)
        bytes += frame.size();
    std::printf("%d messages of %lld bytes on average\n", events, static_cast<long long>(bytes / events));

    std::vector<double> bare;
    std::vector<double> ingest;
    for (int round = 0; round < rounds; ++round) {
        QTemporaryDir dir;
        bare.push_back(runBareLoop(dir.filePath(u"bare.db"_s), frames));
        ingest.push_back(runIngest(dir.filePath(u"ingest.db"_s),
                                   std::make_unique<test::FramesReader>(frames, partitions, u"bench"_s),
                                   events));
    }
    const double base = events / medianOf(bare);
    print("bare loop, one thread, no log", bare, events, 0);
    print("log in memory to committed", ingest, events, base);
    if (const int millions = arguments.value(3).toInt(); millions > 0)
        grow(millions);
    return 0;
}
