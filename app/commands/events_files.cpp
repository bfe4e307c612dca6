// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"
#include "command.h"
#include "commands/events_command.h"
#include "events/event_line.h"
#include "events/frame_file.h"
#include "stream/message_json.h"

#include <unistd.h>

#include <cstdio>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

void printBytes(const QByteArray &line)
{
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
    std::fputc('\n', stdout);
}

/// The frame that a line of `decode` stands for.
Result<FileFrame> frameOf(Codec &packing, Codec &plain, const QJsonObject &line)
{
    FileFrame frame;
    if (line["key"_L1].isString())
        frame.key = line["key"_L1].toString().toUtf8();
    else if (line.contains("key_base64"_L1))
        frame.key = QByteArray::fromBase64(line["key_base64"_L1].toString().toLatin1());
    if (!frame.key.isNull() && frame.key.isEmpty())
        frame.key = QByteArray("");
    if (line["null"_L1].toBool())
        return frame;
    if (line["frame_base64"_L1].isString()) {
        const QByteArray text = line["frame_base64"_L1].toString().toLatin1();
        const auto read = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
        if (!read)
            return fail(Errc::InvalidArgument, u"“frame_base64” is no base64"_s);
        frame.value = read.decoded.isNull() ? QByteArray("") : read.decoded;
        return frame;
    }
    if (!line["content"_L1].isObject())
        return fail(Errc::InvalidArgument, u"the line has neither “content” nor “frame_base64” nor “null”"_s);
    Codec &codec = line["compression"_L1].toString() == u"none" ? plain : packing;
    Result<QByteArray> value = frameOfJson(codec, line["content"_L1].toObject());
    if (!value)
        return fail(std::move(value.error()));
    frame.value = std::move(*value);
    return frame;
}

} // namespace

int decodeFrames(const EventsOptions &options)
{
    const std::optional<Settings> settings = settingsFor(options.common);
    if (!settings)
        return exitError;
    Result<FrameFileReader> file = FrameFileReader::open(QString::fromStdString(options.file), options.keys);
    if (!file)
        return failWith(file.error());
    Codec codec(codecOptions(*settings));
    const DecodeMode mode = options.tolerant ? DecodeMode::Tolerant : DecodeMode::Strict;
    for (qint64 n = 0;; ++n) {
        const Result<std::optional<FileFrame>> frame = file->next();
        if (!frame)
            return failWith(frame.error());
        if (!*frame)
            return std::fflush(stdout) == 0 ? exitOk : exitError;
        JsonLine line;
        line.add("n", n);
        if (options.keys)
            line.addBytes("key", (*frame)->key);
        addMessage(line, codec.decode((*frame)->value, mode, Detail::Content), (*frame)->value);
        printBytes(line.text());
    }
}

int encodeFrames(const EventsOptions &options)
{
    const std::optional<Settings> settings = settingsFor(options.common);
    if (!settings)
        return exitError;
    QFile in(QString::fromStdString(options.file));
    if (!(options.file == "-" ? in.open(STDIN_FILENO, QIODevice::ReadOnly) : in.open(QIODevice::ReadOnly)))
        return failWith(
            {.code = Errc::Io, .message = u"%1 was not opened: %2"_s.arg(in.fileName(), in.errorString())});
    QFile out(QString::fromStdString(options.output));
    if (!(options.output.empty() ? out.open(STDOUT_FILENO, QIODevice::WriteOnly)
                                 : out.open(QIODevice::WriteOnly)))
        return failWith(
            {.code = Errc::Io, .message = u"%1 was not opened: %2"_s.arg(out.fileName(), out.errorString())});
    CodecOptions codecSettings = codecOptions(*settings);
    codecSettings.compress = !options.plain;
    Codec packing(codecSettings);
    codecSettings.compress = false;
    Codec plain(codecSettings);
    for (qint64 number = 1;; ++number) {
        const QByteArray text = in.readLine();
        if (text.isEmpty())
            break;
        if (text.trimmed().isEmpty())
            continue;
        const Result<QJsonObject> line = parseJsonObject(text, {.maxBytes = 256 << 20, .maxDepth = 256});
        Result<FileFrame> frame = line ? frameOf(packing, plain, *line) : fail(line.error());
        if (!frame)
            return failWith({.code = Errc::InvalidArgument,
                             .message = u"line %1: %2"_s.arg(number).arg(frame.error().message)});
        if (out.write(frameFileBytes(*frame, options.keys)) < 0)
            break;
    }
    if (!out.flush() || out.error() != QFileDevice::NoError)
        return failWith(
            {.code = Errc::Io, .message = u"the frames were not written: %1"_s.arg(out.errorString())});
    return exitOk;
}

} // namespace assay::app
