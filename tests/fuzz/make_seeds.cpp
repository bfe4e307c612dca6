// SPDX-License-Identifier: Apache-2.0
// Writes what the fuzz targets begin with: make_seeds FOLDER gives FOLDER/codec, /capture and /filter.
#include "stream/capture.h"
#include "stream/codec.h"
#include "turn/filter_columns.h"
#include "unit/frame_mutator.h"
#include "unit/frame_seeds.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

#include <cstdio>

using namespace assay;
using namespace assay::test;
using namespace Qt::StringLiterals;

namespace {

bool write(const QString &folder, int number, const QByteArray &bytes)
{
    QFile file(folder + u"/seed-%1"_s.arg(number, 4, 10, QLatin1Char('0')));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

bool writeFrames(const QString &folder)
{
    const QList<QByteArray> good = frameSeeds();
    FrameMutator mutator(7, good);
    int number = 0;
    bool written = true;
    for (const QByteArray &frame : good)
        written = write(folder, number++, frame) && written;
    for (int i = 0; i < 200; ++i)
        written = write(folder, number++, mutator.next()) && written;
    return written;
}

bool writeCaptures(const QString &folder)
{
    for (int number = 0; number < 4; ++number) {
        Result<std::unique_ptr<CaptureWriter>> writer =
            CaptureWriter::create(folder + u"/seed-%1"_s.arg(number),
                                  {.source = u"seed"_s, .replaceExisting = true, .blockBytes = 400});
        if (!writer)
            return false;
        qint64 offset = 0;
        for (const QByteArray &frame : frameSeeds().first(3 * number))
            if (!(*writer)->append({.topic = u"t"_s,
                                    .partition = static_cast<int>(offset % 2),
                                    .offset = offset++,
                                    .timestamp = fromMicros(1'700'000'000'000'000 + offset),
                                    .key = "th",
                                    .value = frame,
                                    .headers = {{"traceparent", "00-ab"}}}))
                return false;
        if (number != 2 && !(*writer)->finish()) // one is left as a crash would
            return false;
    }
    return true;
}

bool writeFilters(const QString &folder)
{
    int number = 0;
    bool written = true;
    for (const FilterColumnInfo &column : filterColumns())
        written = write(folder, number++, column.example) && written;
    for (const char *text : {"score < 0.9 and issue = tool_results_ignored and thread ~ \"abc\"",
                             "not (latency > 2s or cost > $0.01) and time > -15m", "type in (event, metrics",
                             "refund policy", "a ~ \"(\"", "((((((", "score < 95%"})
        written = write(folder, number++, text) && written;
    return written;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fprintf(stderr, "usage: make_seeds FOLDER\n");
        return 1;
    }
    const QString root = QString::fromLocal8Bit(argv[1]);
    for (const QString &name : {u"codec"_s, u"capture"_s, u"filter"_s})
        QDir().mkpath(root + u'/' + name);
    const bool written = writeFrames(root + u"/codec"_s) && writeCaptures(root + u"/capture"_s) &&
                         writeFilters(root + u"/filter"_s);
    return written ? 0 : 1;
}
