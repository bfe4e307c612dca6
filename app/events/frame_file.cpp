// SPDX-License-Identifier: Apache-2.0
#include "events/frame_file.h"

#include <QtCore/QtEndian>

#include <unistd.h>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 null32 = 0xFFFFFFFF;
constexpr quint32 largestFrame = 64 << 20;

/// Up to `count` bytes: a pipe may hand them out in pieces.
QByteArray readAllOf(QFile &file, qint64 count)
{
    QByteArray bytes;
    while (bytes.size() < count) {
        const QByteArray more = file.read(std::min<qint64>(count - bytes.size(), 1 << 20));
        if (more.isEmpty())
            break;
        bytes += more;
    }
    return bytes;
}

void addPart(QByteArray &out, const QByteArray &part)
{
    const quint32 size = qToBigEndian(part.isNull() ? null32 : static_cast<quint32>(part.size()));
    out.append(reinterpret_cast<const char *>(&size), sizeof size);
    out += part;
}

} // namespace

FrameFileReader::FrameFileReader(std::unique_ptr<QFile> file, bool keys)
    : m_file(std::move(file)), m_keys(keys)
{
}

Result<FrameFileReader> FrameFileReader::open(const QString &path, bool keys)
{
    auto file = std::make_unique<QFile>(path);
    const bool opened =
        path == u"-"_s ? file->open(STDIN_FILENO, QIODevice::ReadOnly) : file->open(QIODevice::ReadOnly);
    if (!opened)
        return fail(Errc::Io, u"%1 was not opened: %2"_s.arg(path, file->errorString()));
    return FrameFileReader(std::move(file), keys);
}

Result<QByteArray> FrameFileReader::part(const QByteArray &head)
{
    const auto size = qFromBigEndian<quint32>(head.constData());
    m_at += head.size();
    if (size == null32)
        return QByteArray();
    if (size > largestFrame)
        return fail(Errc::Corrupt,
                    u"frame %1 declares %2 bytes at byte %3; at most %4 are read"_s.arg(m_frames)
                        .arg(size)
                        .arg(m_at - 4)
                        .arg(largestFrame));
    QByteArray bytes = readAllOf(*m_file, size);
    m_at += bytes.size();
    if (bytes.size() != qsizetype{size})
        return fail(Errc::Corrupt, u"the file ends within frame %1, at byte %2"_s.arg(m_frames).arg(m_at));
    return bytes.isNull() ? QByteArray("") : bytes;
}

Result<std::optional<FileFrame>> FrameFileReader::next()
{
    FileFrame frame;
    for (const bool isKey : {true, false}) {
        if (isKey && !m_keys)
            continue;
        const QByteArray head = readAllOf(*m_file, 4);
        if (head.isEmpty() && (isKey || !m_keys))
            return std::optional<FileFrame>();
        if (head.size() != 4)
            return fail(Errc::Corrupt,
                        u"the file ends within frame %1, at byte %2"_s.arg(m_frames).arg(m_at + head.size()));
        Result<QByteArray> bytes = part(head);
        if (!bytes)
            return fail(std::move(bytes.error()));
        (isKey ? frame.key : frame.value) = std::move(*bytes);
    }
    ++m_frames;
    return std::optional(std::move(frame));
}

QByteArray frameFileBytes(const FileFrame &frame, bool keys)
{
    QByteArray out;
    if (keys)
        addPart(out, frame.key);
    addPart(out, frame.value);
    return out;
}

} // namespace assay::app
