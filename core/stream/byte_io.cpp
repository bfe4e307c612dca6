// SPDX-License-Identifier: Apache-2.0
#include "stream/byte_io.h"

#include <unistd.h>

#include <cerrno>

namespace assay {

QByteArray readUpTo(const FileHandle &file, qint64 place, qint64 count)
{
    if (place < 0 || count <= 0)
        return {};
    QByteArray bytes(count, Qt::Uninitialized);
    qint64 done = 0;
    while (done < count) {
        const ssize_t got =
            ::pread(file.fd(), bytes.data() + done, static_cast<size_t>(count - done), place + done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        done += got;
    }
    bytes.truncate(done);
    return bytes;
}

bool writeAll(int fd, QByteArrayView bytes, qint64 place)
{
    qint64 done = 0;
    while (done < bytes.size()) {
        const ssize_t wrote =
            ::pwrite(fd, bytes.data() + done, static_cast<size_t>(bytes.size() - done), place + done);
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote <= 0)
            return false;
        done += wrote;
    }
    return true;
}

} // namespace assay
