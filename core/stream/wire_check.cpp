// SPDX-License-Identifier: Apache-2.0
#include "stream/wire_check.h"

#include "base/text.h"
#include "base/tr.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/wire_format_lite.h>

namespace assay {

namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::internal::WireFormatLite;

constexpr int maxDepth = 100;
constexpr int maxParts = 250'000;

class Walker
{
public:
    explicit Walker(QByteArrayView bytes) : m_bytes(bytes) {}

    /// Fields up to `end`; `group` is the number of the group they stand in, 0 = none.
    bool fields(const Descriptor *type, qsizetype end, int depth, quint32 group)
    {
        while (m_at < end) {
            const qsizetype start = m_at;
            quint64 tag = 0;
            if (!varint(end, tag))
                return false;
            const auto number = static_cast<quint32>(tag >> 3);
            const auto wire = static_cast<quint32>(tag & 7U);
            if (tag > UINT32_MAX || number == 0)
                return bad(DecodeReason::BadProtobuf, start);
            if (wire == WireFormatLite::WIRETYPE_END_GROUP)
                return number == group || bad(DecodeReason::BadProtobuf, start);
            const FieldDescriptor *field =
                type != nullptr ? type->FindFieldByNumber(static_cast<int>(number)) : nullptr;
            if (field != nullptr && !wireFits(*field, wire))
                return bad(DecodeReason::BadProtobuf, start);
            // What the parser keeps one by one costs many times its bytes.
            const bool isPart = field == nullptr || field->type() == FieldDescriptor::TYPE_MESSAGE ||
                                (field->is_repeated() && wire == WireFormatLite::WIRETYPE_LENGTH_DELIMITED);
            if (isPart && ++m_parts > maxParts)
                return bad(DecodeReason::TooManyParts, start);
            if (!value(field, wire, number, end, depth, start))
                return false;
        }
        return group == 0 || bad(DecodeReason::Truncated, m_at);
    }

    DecodeFailure failure() const
    {
        return DecodeFailure{
            .stage = DecodeStage::Protobuf, .reason = m_reason, .offset = m_failedAt, .message = sentence()};
    }

private:
    static bool wireFits(const FieldDescriptor &field, quint32 wire)
    {
        const auto own = static_cast<quint32>(
            WireFormatLite::WireTypeForFieldType(static_cast<WireFormatLite::FieldType>(field.type())));
        return wire == own || (field.is_packable() && wire == WireFormatLite::WIRETYPE_LENGTH_DELIMITED);
    }

    bool value(const FieldDescriptor *field, quint32 wire, quint32 number, qsizetype end, int depth,
               qsizetype start)
    {
        quint64 ignored = 0;
        switch (wire) {
        case WireFormatLite::WIRETYPE_VARINT: return varint(end, ignored);
        case WireFormatLite::WIRETYPE_FIXED64: return skip(8, end);
        case WireFormatLite::WIRETYPE_FIXED32: return skip(4, end);
        case WireFormatLite::WIRETYPE_LENGTH_DELIMITED: return delimited(field, end, depth);
        case WireFormatLite::WIRETYPE_START_GROUP:
            return depth < maxDepth ? fields(nullptr, end, depth + 1, number)
                                    : bad(DecodeReason::TooDeep, start);
        default: return bad(DecodeReason::BadProtobuf, start);
        }
    }

    bool delimited(const FieldDescriptor *field, qsizetype end, int depth)
    {
        const qsizetype start = m_at;
        quint64 length = 0;
        if (!varint(end, length))
            return false;
        if (length > static_cast<quint64>(end - m_at))
            return bad(DecodeReason::Truncated, start);
        const qsizetype stop = m_at + static_cast<qsizetype>(length);
        if (field == nullptr) {
            m_at = stop;
            return true;
        }
        if (field->type() == FieldDescriptor::TYPE_MESSAGE) {
            if (depth >= maxDepth)
                return bad(DecodeReason::TooDeep, start);
            return fields(field->message_type(), stop, depth + 1, 0);
        }
        if (field->is_packable())
            return packed(*field, stop);
        if (field->type() == FieldDescriptor::TYPE_STRING && !isValidUtf8(m_bytes.sliced(m_at, stop - m_at)))
            return bad(DecodeReason::InvalidUtf8, m_at);
        m_at = stop;
        return true;
    }

    /// Figures one behind the other, up to `stop`.
    bool packed(const FieldDescriptor &field, qsizetype stop)
    {
        const auto wire =
            WireFormatLite::WireTypeForFieldType(static_cast<WireFormatLite::FieldType>(field.type()));
        while (m_at < stop) {
            quint64 ignored = 0;
            const bool whole = wire == WireFormatLite::WIRETYPE_VARINT
                                   ? varint(stop, ignored)
                                   : skip(wire == WireFormatLite::WIRETYPE_FIXED32 ? 4 : 8, stop);
            if (!whole)
                return false;
        }
        return true;
    }

    bool varint(qsizetype end, quint64 &out)
    {
        const qsizetype start = m_at;
        for (int shift = 0; shift < 70; shift += 7) {
            if (m_at >= end)
                return bad(DecodeReason::Truncated, start);
            const auto byte = static_cast<uchar>(m_bytes[m_at++]);
            if (shift == 63 && byte > 1)
                break;
            out |= static_cast<quint64>(byte & 0x7FU) << shift;
            if (byte < 0x80)
                return true;
        }
        return bad(DecodeReason::BadProtobuf, start);
    }

    bool skip(qsizetype count, qsizetype end)
    {
        if (end - m_at < count)
            return bad(DecodeReason::Truncated, m_at);
        m_at += count;
        return true;
    }

    bool bad(DecodeReason reason, qsizetype at)
    {
        m_reason = reason;
        m_failedAt = at;
        return false;
    }

    QString sentence() const
    {
        if (m_reason == DecodeReason::Truncated)
            return Tr::tr("The message is cut short at byte %1.").arg(m_failedAt);
        if (m_reason == DecodeReason::InvalidUtf8)
            return Tr::tr("The text at byte %1 is not UTF-8.").arg(m_failedAt);
        if (m_reason == DecodeReason::TooDeep)
            return Tr::tr("The message is nested deeper than %1 levels at byte %2.")
                .arg(maxDepth)
                .arg(m_failedAt);
        if (m_reason == DecodeReason::TooManyParts)
            return Tr::tr("The message has more than %1 parts; it was not read.").arg(maxParts);
        return Tr::tr("The message is no DashStream protobuf at byte %1.").arg(m_failedAt);
    }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    int m_parts = 0;
    DecodeReason m_reason = DecodeReason::BadProtobuf;
    qsizetype m_failedAt = 0;
};

} // namespace

std::optional<DecodeFailure> checkWire(QByteArrayView bytes, const Descriptor &type)
{
    Walker walker(bytes);
    if (walker.fields(&type, bytes.size(), 0, 0))
        return std::nullopt;
    return walker.failure();
}

} // namespace assay
