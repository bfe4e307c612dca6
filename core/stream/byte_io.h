// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/log_segment.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QtEndian>

namespace assay {

// Little-endian figures in our own file formats. Private to core/stream.

template<typename T>
void put(QByteArray &out, T value)
{
    const T little = qToLittleEndian(value);
    out.append(reinterpret_cast<const char *>(&little), sizeof(T));
}

/// Reads figures and bytes one behind the other. What is not there reads as 0 or nothing, and ok()
/// is false from then on.
class ByteReader
{
public:
    explicit ByteReader(QByteArrayView bytes) : m_bytes(bytes) {}

    template<typename T>
    T get()
    {
        const QByteArrayView bytes = take(sizeof(T));
        return bytes.size() == sizeof(T) ? qFromLittleEndian<T>(bytes.data()) : T{};
    }

    QByteArrayView take(qint64 size)
    {
        if (!m_ok || size < 0 || size > m_bytes.size() - m_at) {
            m_ok = false;
            return {};
        }
        const QByteArrayView bytes = m_bytes.sliced(m_at, size);
        m_at += size;
        return bytes;
    }

    bool ok() const { return m_ok; }
    qsizetype at() const { return m_at; }
    qsizetype left() const { return m_bytes.size() - m_at; }

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_ok = true;
};

/// What the file has at `place`, `count` bytes at most; fewer at its end or when reading fails.
QByteArray readUpTo(const FileHandle &file, qint64 place, qint64 count);

/// All of `bytes` at `place`; false with errno when that fails.
bool writeAll(int fd, QByteArrayView bytes, qint64 place);

} // namespace assay
