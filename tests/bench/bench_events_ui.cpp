// SPDX-License-Identifier: Apache-2.0
// The Events workspace with ten million events: how soon it shows them, how it scrolls, what it holds in
// memory; and how the window fares while 5,000 events a second come in.
//
//     QT_QPA_PLATFORM=offscreen bench_events_ui [RECORDS] [SECONDS]      (or under Xvfb)
#include "resources.h"
#include "stream/codec.h"
#include "support/scripted_source.h"
#include "ui/events/event_list.h"
#include "ui/events/events_workspace.h"
#include "ui/kit/actions.h"
#include "ui/kit/icons.h"
#include "ui/kit/theme.h"
#include "watchdog.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QEventLoop>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>

#include <sys/resource.h>

#include <cstdio>

using namespace assay;
using namespace assay::app;
using namespace assay::ui;
using namespace assay::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int eventsPerSecond = 5000;

/// Megabytes of this process that are its own: what files in the page cache have is not counted.
double ownMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0.0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("RssAnon:"))
            return line.simplified().split(' ').value(1).toDouble() / 1024.0;
    return 0.0;
}

double cpuSeconds(int who)
{
    rusage usage{};
    ::getrusage(who, &usage);
    const auto seconds = [](const timeval &t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

template<typename Condition>
bool waitFor(Condition done, int ms)
{
    QElapsedTimer watch;
    watch.start();
    // processEvents() with a time limit never sleeps: it would burn the CPU that is measured here.
    QTimer again;
    QEventLoop loop;
    QObject::connect(&again, &QTimer::timeout, &loop, &QEventLoop::quit);
    again.start(5);
    while (!done() && watch.elapsed() < ms)
        loop.exec();
    return done();
}

bool writeCapture(const QString &path, qint64 records)
{
    QList<LogRecord> some;
    const UtcTime at = utcNow();
    for (qint64 i = 0; i < 63; ++i)
        some.append(mixedRecord(i, at));
    Result<std::unique_ptr<CaptureWriter>> writer = CaptureWriter::create(path);
    std::array<qint64, 6> offsets{};
    for (qint64 i = 0; writer && i < records; ++i) {
        LogRecord record = some.at(i % some.size());
        record.topic = u"dashstream-quality"_s;
        record.offset = offsets.at(static_cast<std::size_t>(record.partition))++;
        record.timestamp = at + std::chrono::microseconds(i);
        if (!(*writer)->append(record))
            return false;
    }
    return writer && (*writer)->finish();
}

void print(const char *name, const Samples &samples)
{
    std::printf("%-44s median %7.2f ms   p95 %7.2f   p99.9 %7.2f   max %7.2f\n", name,
                percentile(samples, 0.5), percentile(samples, 0.95), percentile(samples, 0.999),
                percentile(samples, 1.0));
}

/// Frames painted while the list is dragged from end to end and wheeled through.
Samples scroll(EventsWorkspace &events)
{
    QScrollBar *bar = events.list().verticalScrollBar();
    Samples frames;
    QElapsedTimer watch;
    for (int i = 0; i < 600; ++i) {
        const int wheel = bar->value() + 72;
        const int drag = static_cast<int>(static_cast<qint64>(bar->maximum()) * (i % 100) / 100);
        watch.start();
        bar->setValue(i < 300 ? std::min(wheel, bar->maximum()) : drag);
        events.list().viewport()->repaint();
        QCoreApplication::processEvents();
        frames.push_back(static_cast<double>(watch.nsecsElapsed()) / 1e6);
    }
    return frames;
}

bool openCapture(EventsWorkspace &events, const QString &path, qint64 records, double &milliseconds)
{
    QElapsedTimer watch;
    watch.start();
    events.openCapture(path);
    const bool there = waitFor(
        [&] {
            return events.feed().view().count == records && events.shown() == EventsWorkspace::Shown::Content;
        },
        20'000);
    events.list().viewport()->repaint();
    milliseconds = static_cast<double>(watch.nsecsElapsed()) / 1e6;
    return there;
}

struct Tail
{
    Samples blocks{};
    double cpuShare = 0.0; ///< of one core, without what the producer needs
    qint64 seen = 0;
};

Tail tail(EventsWorkspace &events, int seconds)
{
    ScriptedLog log(6);
    QList<LogRecord> some;
    for (qint64 i = 0; i < 63; ++i)
        some.append(mixedRecord(i, utcNow()));
    std::atomic_bool stop = false;
    std::atomic<double> producerCpu = 0.0;
    events.openSource(scriptedSource(log));
    const std::unique_ptr<QThread> producer(QThread::create([&] {
        auto due = std::chrono::steady_clock::now();
        for (qint64 i = 0; !stop;) {
            for (int burst = 0; burst < eventsPerSecond / 200; ++burst, ++i)
                log.add(some.at(i % some.size()));
            due += std::chrono::milliseconds(5);
            std::this_thread::sleep_until(due);
        }
        producerCpu = cpuSeconds(RUSAGE_THREAD);
    }));
    producer->start();
    waitFor([&] { return events.feed().state().phase == FeedPhase::Live; }, 5000);
    QElapsedTimer watch;
    Tail result;
    {
        Watchdog dog(*qApp);
        const double before = cpuSeconds(RUSAGE_SELF);
        watch.start();
        waitFor([] { return false; }, seconds * 1000);
        result.cpuShare =
            (cpuSeconds(RUSAGE_SELF) - before) / (static_cast<double>(watch.nsecsElapsed()) / 1e9);
        result.blocks = dog.stop();
    }
    stop = true;
    producer->wait();
    result.cpuShare -= producerCpu / (static_cast<double>(watch.nsecsElapsed()) / 1e9);
    result.seen = events.feed().state().records;
    events.feed().close();
    waitFor([] { return false; }, 200); // the reader lets go of the log
    return result;
}

/// What the same records cost a bare loop that only decodes them: milliseconds a second of tailing.
double decodeOnly()
{
    QList<LogRecord> some;
    for (qint64 i = 0; i < 63; ++i)
        some.append(mixedRecord(i, utcNow()));
    Codec codec;
    QElapsedTimer watch;
    watch.start();
    for (int i = 0; i < eventsPerSecond; ++i)
        if (!codec.decode(some.at(i % some.size()).value, DecodeMode::Tolerant))
            std::abort();
    return static_cast<double>(watch.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const qint64 records = argc > 1 ? std::atoll(argv[1]) : 10'000'000;
    const int seconds = argc > 2 ? std::atoi(argv[2]) : 20;
    initAssayResources();
    initKit();
    applyTheme(app, ThemeChoice::Dark);
    const QTemporaryDir folder;
    const QString large = folder.path() + u"/large.assaycap"_s;
    const QString small = folder.path() + u"/small.assaycap"_s;
    if (!writeCapture(large, records) || !writeCapture(small, 1000)) {
        std::fprintf(stderr, "The captures could not be written below %s.\n", qPrintable(folder.path()));
        return 1;
    }
    Actions actions;
    EventsWorkspace events({.spoolFolder = folder.path() + u"/spool"_s}, actions);
    events.resize(1272, 834);
    events.show();
    waitFor([] { return false; }, 300);

    double opened = 0.0;
    openCapture(events, small, 1000, opened);
    std::printf("%-44s %.1f ms\n", "1,000 events: opened and painted", opened);
    waitFor([] { return false; }, 500);
    const Samples few = scroll(events);
    const double before = ownMemory();
    if (!openCapture(events, large, records, opened)) {
        std::fprintf(stderr, "The large capture did not open.\n");
        return 1;
    }
    std::printf("%lld events: opened and painted in %.1f ms (goal < 200)\n", static_cast<long long>(records),
                opened);
    const Samples many = scroll(events);
    waitFor([&] { return events.feed().state().examined == records; }, 120'000);
    const Samples afterwards = scroll(events);
    std::printf("%-44s %.1f MB (goal < 150)\n", "memory, more than with 1,000 events", ownMemory() - before);
    print("a frame of scrolling, 1,000 events", few);
    print("a frame of scrolling, while looked through", many);
    print("a frame of scrolling, all events", afterwards);
    std::printf("%-44s %.2f (goal: p99.9 < 16.7 ms)\n", "ratio to 1,000 events, medians",
                percentile(afterwards, 0.5) / percentile(few, 0.5));

    const Tail tailed = tail(events, seconds);
    print("UI thread, 5,000 events/s", tailed.blocks);
    const double bare = decodeOnly();
    std::printf(
        "%-44s %.1f %% of a core (goal < 40), %.1f x a bare decode of the same (%.1f ms/s), %lld events\n",
        "CPU, 5,000 events/s", tailed.cpuShare * 100.0, tailed.cpuShare * 1000.0 / bare, bare,
        static_cast<long long>(tailed.seen));
    return 0;
}
