// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QFile>

#include <optional>

namespace assay::app {

/// One value of a frame file, and the key before it when the file has keys. Null (QByteArray::isNull)
/// is a value that is absent, not an empty one.
struct FileFrame
{
    QByteArray key{};
    QByteArray value{};
};

/// Reads `u32 big-endian length + value`, 0xFFFFFFFF = null; with keys a length and key before each.
class FrameFileReader
{
public:
    /// @param path "-" = standard input
    static Result<FrameFileReader> open(const QString &path, bool keys);

    /// The next frame; nullopt at the end. Nothing can be read behind an error.
    /// @errors Corrupt (the file ends within a frame, or a frame has over 64 MiB), Io
    Result<std::optional<FileFrame>> next();

private:
    FrameFileReader(std::unique_ptr<QFile> file, bool keys);
    Result<QByteArray> part(const QByteArray &head);

    std::unique_ptr<QFile> m_file;
    bool m_keys;
    qint64 m_at = 0;
    qint64 m_frames = 0;
};

/// The bytes of one frame as such a file has them.
QByteArray frameFileBytes(const FileFrame &frame, bool keys);

} // namespace assay::app
