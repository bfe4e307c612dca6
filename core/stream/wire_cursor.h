// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QByteArrayView>

namespace assay {

/// Reads the primitives of protobuf's wire format, never past an end. Private to core/stream.
/// @source https://protobuf.dev/programming-guides/encoding/
struct WireCursor
{
    QByteArrayView bytes{};
    qsizetype at = 0;

    /// False when it is cut short or has more than 64 bits; `at` is then behind the bytes looked at.
    bool varint(qsizetype end, quint64 &out)
    {
        out = 0;
        for (int shift = 0; shift < 70 && at < end; shift += 7) {
            const auto byte = static_cast<uchar>(bytes[at++]);
            if (shift == 63 && byte > 1)
                return false;
            out |= static_cast<quint64>(byte & 0x7FU) << shift;
            if (byte < 0x80)
                return true;
        }
        return false;
    }

    /// `size` bytes, little-endian; size ≤ 8.
    bool fixed(qsizetype end, int size, quint64 &out)
    {
        if (end - at < size)
            return false;
        out = 0;
        for (int i = 0; i < size; ++i)
            out |= static_cast<quint64>(static_cast<uchar>(bytes[at + i])) << (8 * i);
        at += size;
        return true;
    }
};

} // namespace assay
