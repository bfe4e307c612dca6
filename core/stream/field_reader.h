// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QtGlobal>

#include <bit>
#include <cstring>
#include <string_view>

namespace assay {

/// One field of a protobuf message: its number, and its value by wire type.
struct WireValue
{
    quint32 number = 0;
    quint32 wire = 0;
    quint64 value = 0;        ///< of a varint or a fixed number
    std::string_view bytes{}; ///< of a delimited field
};

/// Steps through the fields of one message. Private to core/stream.
class FieldReader
{
public:
    static constexpr quint32 varintWire = 0;
    static constexpr quint32 fixed64Wire = 1;
    static constexpr quint32 delimitedWire = 2;
    static constexpr quint32 fixed32Wire = 5;

    explicit FieldReader(std::string_view bytes) : m_at(bytes.data()), m_end(bytes.data() + bytes.size()) {}

    bool atEnd() const { return m_at == m_end; }
    const char *at() const { return m_at; }

    /// @return false: cut short, a bad varint, a group, or field 0
    bool next(WireValue &field)
    {
        quint64 tag = 0;
        if (!varint(tag) || tag > UINT32_MAX || tag < 8)
            return false;
        field.number = static_cast<quint32>(tag >> 3);
        field.wire = static_cast<quint32>(tag & 7U);
        switch (field.wire) {
        case varintWire: return varint(field.value);
        case delimitedWire: {
            quint64 length = 0;
            if (!varint(length) || length > static_cast<quint64>(m_end - m_at))
                return false;
            field.bytes = {m_at, static_cast<std::size_t>(length)};
            m_at += length;
            return true;
        }
        case fixed64Wire: return fixed<quint64>(field.value);
        case fixed32Wire: return fixed<quint32>(field.value);
        default: return false;
        }
    }

    bool varint(quint64 &value)
    {
        value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            if (m_at == m_end)
                return false;
            const auto byte = static_cast<quint8>(*m_at++);
            if (shift == 63 && byte > 1)
                return false;
            value |= static_cast<quint64>(byte & 0x7FU) << shift;
            if (byte < 0x80)
                return true;
        }
        return false;
    }

private:
    template<typename T>
    bool fixed(quint64 &value)
    {
        if (static_cast<std::size_t>(m_end - m_at) < sizeof(T))
            return false;
        T number = 0;
        std::memcpy(&number, m_at, sizeof number);
        static_assert(std::endian::native == std::endian::little);
        value = number;
        m_at += sizeof(T);
        return true;
    }

    const char *m_at;
    const char *m_end;
};

} // namespace assay
