// SPDX-License-Identifier: Apache-2.0
// How fast logs become rows.
//
//     bench_ingest [EVENTS] [ROUNDS] [GROW] [PYTHON]
//
// Ratios against the bare loop of ingest_baseline.h in the same run, and against ingest_python.py, which
// does the same job with PYTHON (an interpreter that has confluent_kafka, zstandard and protobuf). The
// broker is the one of KAFKA_PLAINTEXT (tests/services/kafka.sh start DIR 1), else librdkafka's mock cluster
// in this process; either shares the cores. Clocks start when the first events have come, since joining a
// group takes seconds of waiting whoever joins. GROW is the number of events, in millions, that are then
// stored in one file, a million at a time: rate and memory must stay.
#include "ingest_baseline.h"
#include "ingest_traffic.h"
#include "service/ingest.h"
#include "store/sqlite_store.h"
#include "stream/kafka_reader.h"
#include "support/frames_reader.h"
#include "support/kafka_cluster.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <optional>

using namespace assay;
using namespace assay::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int partitions = 6;

constexpr int brokerPartitions = 128; // the mock cluster keeps 5 MB of each and forgets what is older

/// One way through the traffic.
struct Run
{
    double seconds = 0.0;
    double cpuSeconds = 0.0; ///< of this whole process, its broker included
};

double cpuNow()
{
    timespec used{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) / 1e9;
}

template<typename F>
Run timed(F work)
{
    const double cpu = cpuNow();
    const double seconds = work();
    return {.seconds = seconds, .cpuSeconds = cpuNow() - cpu};
}

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

/// From a log to rows in the store, as the product does it. @return seconds, as if at its pace from the start
double runIngest(const QString &database, std::unique_ptr<LogReader> reader, qint64 events,
                 bool group = false)
{
    Result<OpenedStore> store = openStore(database);
    if (!store)
        qFatal("%s", qPrintable(store.error().message));
    const QString topic = reader->topic();
    const QList<int> all = group ? QList<int>() : *reader->partitions();
    std::vector<IngestSource> sources;
    sources.push_back({.reader = std::move(reader), .topic = topic, .partitions = all, .own = false});
    qint64 stored = 0;
    qint64 before = 0; // of the clock's start
    QElapsedTimer timer;
    IngestWorker worker(std::move(sources), std::move(store->store), {.untilEnd = true});
    QObject::connect(&worker, &IngestWorker::ingested, &worker, [&](const IngestProgress &progress) {
        stored += progress.events;
        if (!timer.isValid() && stored > 0) {
            timer.start();
            before = stored;
        }
    });
    QObject::connect(&worker, &IngestWorker::failed, &worker,
                     [](const Error &error) { qFatal("%s", qPrintable(error.message)); });
    QObject::connect(&worker, &IngestWorker::reachedEnd, &worker, &QCoreApplication::quit,
                     Qt::QueuedConnection);
    worker.start();
    QCoreApplication::exec();
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    if (stored != events)
        qFatal("%lld of %lld events were stored", static_cast<long long>(stored),
               static_cast<long long>(events));
    return seconds * static_cast<double>(events) / static_cast<double>(events - before);
}

/// From the broker to committed. @return seconds
double runKafka(const QString &database, KafkaConfig config, const QString &group, qint64 events)
{
    config.groupId = group;
    auto reader = openKafkaReader(config, KafkaReading::Group);
    if (!reader)
        qFatal("%s", qPrintable(reader.error().message));
    return runIngest(database, std::move(*reader), events, true);
}

/// The same job in Python. @return seconds as the script measured them; 0 when it failed
double runPython(const QString &python, const QString &database, const KafkaConfig &kafka, int events)
{
    if (!openStore(database)) // its tables and indexes
        return 0;
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(python, {QStringLiteral(ASSAY_SOURCE_DIR "/tests/bench/ingest_python.py"),
                           kafka.brokers.join(u','), kafka.topic, database, QString::number(events)});
    if (!process.waitForFinished(600'000) || process.exitCode() != 0)
        return 0;
    return process.readAllStandardOutput().trimmed().toDouble();
}

void print(const char *what, const std::vector<Run> &runs, int events, double base)
{
    std::vector<double> seconds;
    std::vector<double> cpu;
    for (const Run &run : runs) {
        seconds.push_back(run.seconds);
        cpu.push_back(run.cpuSeconds);
    }
    const double rate = events / medianOf(seconds);
    std::printf("%-40s %9.0f events/s  %5.2f x the bare loop  %5.2f us of processor an event\n", what, rate,
                base > 0 ? rate / base : 1.0, medianOf(cpu) * 1e6 / events);
    std::fflush(stdout);
}

/// One more million into the store at `path`. @return events a second
double oneMoreMillion(const QString &path, int million)
{
    constexpr int step = 1'000'000;
    const std::vector<QByteArray> frames = makeTraffic(step, million * step);
    const double seconds = runIngest(
        path, std::make_unique<test::FramesReader>(frames, partitions, u"grow-%1"_s.arg(million)), step);
    return step / seconds;
}

/// What a store of so many millions costs its next one. A machine's disk and memory slow down too as a run
/// goes on, so the last millions alternate with first millions into new stores: their ratio is the store's
/// own.
void grow(int millions)
{
    QTemporaryDir dir;
    const QString large = dir.filePath(u"assay.db"_s);
    const auto print = [](const char *what, double rate, const QString &path) {
        std::printf("%-14s %8.0f events/s, %lld MB resident, file %lld MB\n", what, rate,
                    static_cast<long long>(residentKb() / 1024),
                    static_cast<long long>(QFile(path).size() >> 20));
        std::fflush(stdout);
    };
    for (int million = 0; million < millions; ++million)
        print(qPrintable(u"million %1:"_s.arg(million + 1)), oneMoreMillion(large, million), large);
    constexpr int pairs = 3;
    double grown = 0.0;
    double fresh = 0.0;
    for (int pair = 0; pair < pairs; ++pair) {
        const double next = oneMoreMillion(large, millions + pair);
        print("one more:", next, large);
        QTemporaryDir other;
        const QString small = other.filePath(u"assay.db"_s);
        const double first = oneMoreMillion(small, millions + pair);
        print("a new store:", first, small);
        grown += next / pairs;
        fresh += first / pairs;
    }
    std::printf("after %d million events: %.2f x the rate of a new store\n", millions, grown / fresh);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int events = std::max(1, arguments.value(1, u"1000000"_s).toInt());
    const int rounds = std::max(1, arguments.value(2, u"3"_s).toInt());
    const std::vector<QByteArray> frames = makeTraffic(events);
    qint64 bytes = 0;
    for (const QByteArray &frame : frames)
        bytes += frame.size();
    std::printf("%d messages of %lld bytes on average\n", events, static_cast<long long>(bytes / events));

    std::optional<MockKafka> mock;
    KafkaConfig kafka;
    if (qEnvironmentVariableIsEmpty("KAFKA_PLAINTEXT")) {
        kafka = mock.emplace(1, brokerPartitions).config();
    } else {
        kafka = cluster::config(cluster::own("bench"));
        cluster::makeTopic(kafka.topic, partitions);
    }
    {
        PlainProducer producer(kafka);
        for (int i = 0; i < events; ++i)
            producer.produce("th", frames[static_cast<std::size_t>(i)],
                             i % (mock ? brokerPartitions : partitions));
    }
    const QString python = arguments.value(4);
    std::vector<Run> bare;
    std::vector<Run> memory;
    std::vector<Run> broker;
    std::vector<Run> script;
    for (int round = 0; round < rounds; ++round) {
        QTemporaryDir dir;
        const auto path = [&dir](const char *name) { return dir.filePath(QString::fromLatin1(name)); };
        bare.push_back(timed([&] { return runBareLoop(path("bare.db"), frames); }));
        memory.push_back(timed([&] {
            return runIngest(path("memory.db"),
                             std::make_unique<test::FramesReader>(frames, partitions, u"bench"_s), events);
        }));
        broker.push_back(
            timed([&] { return runKafka(path("broker.db"), kafka, u"bench-%1"_s.arg(round), events); }));
        if (!python.isEmpty())
            script.push_back(timed([&] { return runPython(python, path("python.db"), kafka, events); }));
    }
    const double base = events / medianOf([&] {
                            std::vector<double> seconds;
                            for (const Run &run : bare)
                                seconds.push_back(run.seconds);
                            return seconds;
                        }());
    print("bare loop, one thread, no log", bare, events, 0);
    print("log in memory to committed", memory, events, base);
    print("Kafka to committed", broker, events, base);
    if (!script.empty())
        print("the same in Python", script, events, base);
    if (const int millions = arguments.value(3).toInt(); millions > 0)
        grow(millions);
    return 0;
}
