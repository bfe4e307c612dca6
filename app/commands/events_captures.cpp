// SPDX-License-Identifier: Apache-2.0
#include "command.h"
#include "commands/events_command.h"
#include "events/event_screen.h"
#include "service/paths.h"
#include "stream/capture.h"
#include "stream/embedded_log.h"
#include "stream/field_tree.h"

#include <QtCore/QDir>

#include <cstdio>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype readAtOnce = 1000;
constexpr qsizetype bytesPerLine = 16;

using Take = std::function<Result<bool>(qint64 number, const LogRecord &record)>;

/// Calls `take` for each record of the capture until it says no; a damaged one is told and passed over.
Result<> eachRecord(const CaptureReader &capture, const Take &take)
{
    for (qint64 number = 0; number < capture.count(); ++number) {
        const Result<LogRecord> record = capture.record(number);
        if (!record && record.error().code != Errc::Corrupt)
            return fail(record.error());
        if (!record) {
            printError(u"record %1: %2"_s.arg(number).arg(record.error().message));
            continue;
        }
        const Result<bool> more = take(number, *record);
        if (!more)
            return fail(more.error());
        if (!*more)
            break;
    }
    return {};
}

void printHead(const CaptureReader &capture)
{
    const CaptureInfo info = capture.info();
    printLine(u"%1 records%2, captured %3%4"_s.arg(capture.count())
                  .arg(info.source.isEmpty() ? QString() : u" of "_s + info.source)
                  .arg(toIso(info.createdAt), info.redacted ? u", secrets taken out"_s : QString()));
    for (const CaptureStream &stream : capture.streams())
        printLine(u"  %1/%2  offsets %3 to %4, %5 records, %6 to %7"_s.arg(stream.topic)
                      .arg(stream.partition)
                      .arg(stream.lowestOffset)
                      .arg(stream.highestOffset)
                      .arg(stream.records)
                      .arg(toIso(stream.earliest), toIso(stream.latest)));
}

void printHex(const QString &title, const QByteArray &bytes)
{
    printLine(u"\n%1 (%2 bytes)"_s.arg(title).arg(bytes.size()));
    for (qsizetype at = 0; at < bytes.size(); at += bytesPerLine) {
        const QByteArray part = bytes.mid(at, bytesPerLine);
        QString text;
        for (const char c : part)
            text += c >= 0x20 && c < 0x7F ? QChar::fromLatin1(c) : QChar(u'.');
        printLine(u"%1  %2  %3"_s.arg(at, 6, 16, QLatin1Char('0'))
                      .arg(QString::fromLatin1(part.toHex(' ')), -47)
                      .arg(text));
    }
}

void printTree(const FieldTree &tree)
{
    QList<int> depth(tree.nodes.size());
    for (int i = 0; i < tree.nodes.size(); ++i) {
        const FieldNode &node = tree.nodes[i];
        depth[i] = node.parent < 0 ? 0 : depth[node.parent] + 1;
        QString line = QString(2 * depth[i], u' ') + node.name;
        if (!node.value.isEmpty())
            line += u": "_s + node.value + (node.unit.isEmpty() ? QString() : u' ' + node.unit);
        printLine(u"%1+%2  %3  %4%5"_s.arg(node.range.offset, 6)
                      .arg(node.range.length, -6)
                      .arg(line)
                      .arg(node.type.isEmpty() ? QString() : u" <%1>"_s.arg(node.type))
                      .arg(node.damaged ? u"  !"_s : QString()));
    }
    if (tree.failure)
        printLine(u"\n%1: %2"_s.arg(tokenOf(tree.failure->stage), tree.failure->message));
}

int dumpRecord(const CaptureReader &capture, const EventsOptions &options, const Settings &settings)
{
    const Result<LogRecord> record = capture.record(options.record);
    if (!record)
        return failWith(record.error());
    printLine(u"%1/%2 offset %3, %4, key %5"_s.arg(record->topic)
                  .arg(record->partition)
                  .arg(record->offset)
                  .arg(toIso(record->timestamp))
                  .arg(record->key.isNull() ? u"(null)"_s : QString::fromUtf8(record->key)));
    for (const LogHeader &header : record->headers)
        printLine(u"  %1: %2"_s.arg(QString::fromUtf8(header.key), QString::fromUtf8(header.value)));
    const FieldTree tree =
        fieldTreeOf(record->value, options.strict ? DecodeMode::Strict : DecodeMode::Tolerant,
                    codecOptions(settings).maxMessageBytes);
    printTree(tree);
    printHex(u"Frame"_s, record->value);
    if (tree.compression.compressed)
        printHex(u"Unpacked"_s, tree.payload);
    return exitOk;
}

} // namespace

int dumpCapture(const EventsOptions &options)
{
    const std::optional<Settings> settings = settingsFor(options.common);
    if (!settings)
        return exitError;
    const auto capture = CaptureReader::open(QString::fromStdString(options.file));
    if (!capture)
        return failWith(capture.error());
    if (!(*capture)->notice().isEmpty())
        printError((*capture)->notice());
    if (options.record >= 0)
        return dumpRecord(**capture, options, *settings);
    Result<EventScreen> screen =
        EventScreen::of(options, *settings, options.strict ? DecodeMode::Strict : DecodeMode::Tolerant);
    if (!screen)
        return failWith(screen.error());
    if (!options.json)
        printHead(**capture);
    const Result<> read = eachRecord(**capture, [&](qint64 number, const LogRecord &record) -> Result<bool> {
        const auto message = screen->chosen(record);
        return !message || (screen->print(number, record, *message) && !screen->isFull());
    });
    return read ? exitOk : failWith(read.error());
}

int replayCapture(const EventsOptions &options)
{
    const std::optional<Settings> settings = settingsFor(options.common);
    if (!settings)
        return exitError;
    const auto capture = CaptureReader::open(QString::fromStdString(options.file));
    if (!capture)
        return failWith(capture.error());
    if (!(*capture)->notice().isEmpty())
        printError((*capture)->notice());
    Result<EventScreen> screen = EventScreen::of(options, *settings, DecodeMode::Tolerant);
    if (!screen)
        return failWith(screen.error());
    const Result<RecordSink> sink = openSink(*settings, QString::fromStdString(options.to));
    if (!sink)
        return failWith(sink.error());

    QList<LogRecord> batch;
    qint64 written = 0;
    qint64 nulls = 0;
    const auto writeBatch = [&]() -> Result<bool> {
        if (batch.isEmpty())
            return true;
        if (Result<> appended = (*sink)(batch); !appended)
            return fail(std::move(appended.error()));
        written += batch.size();
        batch.clear();
        return true;
    };
    Result<> read = eachRecord(**capture, [&](qint64, const LogRecord &record) -> Result<bool> {
        if (record.value.isNull()) { // deletes its key in a compacted topic; nothing to be read
            ++nulls;
            return true;
        }
        if (!screen->chosen(record))
            return true;
        batch.append(record);
        const bool isFull = screen->isFull();
        if (batch.size() >= readAtOnce || isFull)
            if (const Result<bool> done = writeBatch(); !done)
                return done;
        return !isFull;
    });
    if (read)
        if (const Result<bool> done = writeBatch(); !done)
            read = fail(done.error());
    printLine(u"%1 records written to %2"_s.arg(written).arg(QString::fromStdString(options.to)));
    if (nulls > 0)
        printLine(u"%1 records without a value were left out"_s.arg(nulls));
    return read ? exitOk : failWith(read.error());
}

} // namespace assay::app
