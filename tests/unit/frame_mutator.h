// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "unit/wire_fixture.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

namespace assay::test {

/// Damages good frames in ways that know their structure: fields are cut out, doubled, exchanged,
/// given other lengths and wire types, figures become extreme, and some of it is packed again, so that
/// the damage reaches what stands behind zstd. The same seed gives the same frames.
class FrameMutator
{
public:
    FrameMutator(quint64 seed, QList<QByteArray> from) : m_state(seed | 1), m_from(std::move(from)) {}

    QByteArray next()
    {
        QByteArray frame = m_from[below(m_from.size())];
        if (frame.front() == '\x01' && below(4) == 0)
            return repacked(frame);
        for (qsizetype edits = 1 + below(3); edits > 0 && !frame.isEmpty(); --edits)
            edit(frame);
        return frame;
    }

private:
    quint64 random()
    {
        m_state ^= m_state << 13;
        m_state ^= m_state >> 7;
        return m_state ^= m_state << 17;
    }

    qsizetype below(qsizetype bound)
    {
        return static_cast<qsizetype>(random() % static_cast<quint64>(bound));
    }
    char anyByte() { return static_cast<char>(random()); }

    /// The message of a compressed frame, damaged, and compressed again.
    QByteArray repacked(const QByteArray &frame)
    {
        QByteArray plain(1 << 16, '\0');
        const std::size_t size =
            ZSTD_decompress(plain.data(), static_cast<std::size_t>(plain.size()), frame.constData() + 1,
                            static_cast<std::size_t>(frame.size() - 1));
        plain.truncate(ZSTD_isError(size) != 0 ? 0 : static_cast<qsizetype>(size));
        for (qsizetype edits = 1 + below(3); edits > 0 && !plain.isEmpty(); --edits)
            edit(plain);
        QByteArray packed(static_cast<qsizetype>(ZSTD_compressBound(static_cast<std::size_t>(plain.size()))),
                          '\0');
        const std::size_t end = ZSTD_compress(packed.data(), static_cast<std::size_t>(packed.size()),
                                              plain.constData(), static_cast<std::size_t>(plain.size()), 1);
        packed.truncate(static_cast<qsizetype>(end));
        return '\x01' + packed;
    }

    void edit(QByteArray &bytes)
    {
        static const QList<QByteArray> extremes{
            QByteArray(9, '\xff') + '\x01',          QByteArray(10, '\xff'),
            QByteArray::fromHex("000000000000f87f"), QByteArray::fromHex("000000000000f07f"),
            QByteArray::fromHex("ffffffff0f"),       QByteArray::fromHex("28b52ffd"),
            QByteArray::fromHex("0b0b0b0b"),         QByteArray::fromHex("eda080")};
        const qsizetype at = below(bytes.size());
        switch (below(11)) {
        case 0: bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8))); break;
        case 1: bytes[at] = anyByte(); break;
        case 2: bytes.truncate(at); break;
        case 3: bytes.insert(at, QByteArray(1 + below(8), anyByte())); break;
        case 4: bytes.remove(at, 1 + below(8)); break;
        case 5: bytes.replace(at, 1 + below(8), extremes[below(extremes.size())]); break;
        case 6: bytes.front() = static_cast<char>(below(4)); break; // another frame byte
        case 7: bytes += bytes.mid(at); break;                      // fields doubled
        case 8: {                                                   // spliced with another frame
            const QByteArray &other = m_from[below(m_from.size())];
            bytes = bytes.left(at) + other.mid(below(other.size()));
            break;
        }
        case 9: wrongTag(bytes, at); break;
        default: bytes.insert(at, field(static_cast<int>(1 + below(12)), bytes.mid(at, below(40)))); break;
        }
    }

    /// The next byte that may be a tag gets another wire type, or its length another value.
    void wrongTag(QByteArray &bytes, qsizetype at)
    {
        for (qsizetype i = at; i + 1 < bytes.size(); ++i) {
            const auto byte = static_cast<uchar>(bytes[i]);
            if (byte >= 0x80 || (byte & 7U) > 5 || byte < 8)
                continue;
            if (below(2) == 0)
                bytes[i] = static_cast<char>((byte & 0xF8U) | static_cast<uchar>(below(8)));
            else
                bytes[i + 1] = static_cast<char>(bytes[i + 1] + below(5) - 2);
            return;
        }
    }

    quint64 m_state;
    QList<QByteArray> m_from;
};

} // namespace assay::test
