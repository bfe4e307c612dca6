// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QByteArray>

#include <dashstream.pb.h>
#include <zstd.h>

// Frames made by hand, for tests of everything that reads them.

namespace assay::test {

namespace wire = dashstream::v1;
using Message = wire::DashStreamMessage;

inline const QByteArray messageId = QByteArray::fromHex("00112233445566778899aabbccddeeff");

inline void fill(wire::Header *header, wire::MessageType type)
{
    header->set_message_id(messageId.toStdString());
    header->set_timestamp_us(1'700'000'000'000'001);
    header->set_tenant_id("default");
    header->set_thread_id("t1");
    header->set_sequence(3);
    header->set_type(type);
    header->set_schema_version(1);
}

inline Message nodeEvent(const std::string &node = "n")
{
    Message message;
    fill(message.mutable_event()->mutable_header(), wire::MESSAGE_TYPE_EVENT);
    message.mutable_event()->set_event_type(wire::EVENT_TYPE_NODE_START);
    message.mutable_event()->set_node_id(node);
    return message;
}

inline Message metrics(const std::string &scope = "quality")
{
    Message message;
    fill(message.mutable_metrics()->mutable_header(), wire::MESSAGE_TYPE_METRICS);
    message.mutable_metrics()->set_scope(scope);
    return message;
}

inline void set(Message &message, const char *key, double value)
{
    (*message.mutable_metrics()->mutable_metrics())[key].set_float_value(value);
}

inline QByteArray plainFrame(const Message &message)
{
    return '\0' + QByteArray::fromStdString(message.SerializeAsString());
}

inline QByteArray zstd(const QByteArray &plain, bool contentSize = true, bool checksum = false,
                       int windowLog = 0)
{
    ZSTD_CCtx *context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, contentSize ? 1 : 0);
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, checksum ? 1 : 0);
    ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, windowLog);
    QByteArray packed(static_cast<qsizetype>(ZSTD_compressBound(static_cast<size_t>(plain.size()))), '\0');
    ZSTD_inBuffer in{plain.constData(), static_cast<size_t>(plain.size()), 0};
    ZSTD_outBuffer out{packed.data(), static_cast<size_t>(packed.size()), 0};
    while (in.pos < in.size) // fed as a stream, so that neither size nor window is fitted to the input
        ZSTD_compressStream2(context, &out, &in, ZSTD_e_continue);
    ZSTD_compressStream2(context, &out, &in, ZSTD_e_end);
    ZSTD_freeCCtx(context);
    packed.truncate(static_cast<qsizetype>(out.pos));
    return packed;
}

/// 1 GiB of zeros as one zstd frame of about 32 KB.
inline QByteArray bomb()
{
    ZSTD_CCtx *context = ZSTD_createCCtx();
    const QByteArray zeros(8 << 20, '\0');
    QByteArray packed(1 << 20, '\0');
    ZSTD_outBuffer out{packed.data(), static_cast<size_t>(packed.size()), 0};
    for (int i = 0; i < 128; ++i) {
        ZSTD_inBuffer in{zeros.constData(), static_cast<size_t>(zeros.size()), 0};
        while (in.pos < in.size)
            ZSTD_compressStream2(context, &out, &in, ZSTD_e_continue);
    }
    ZSTD_inBuffer none{nullptr, 0, 0};
    ZSTD_compressStream2(context, &out, &none, ZSTD_e_end);
    ZSTD_freeCCtx(context);
    packed.truncate(static_cast<qsizetype>(out.pos));
    return packed;
}

inline QByteArray varint(quint64 value)
{
    QByteArray bytes;
    for (; value >= 0x80; value >>= 7)
        bytes.append(static_cast<char>(value | 0x80));
    bytes.append(static_cast<char>(value));
    return bytes;
}

inline QByteArray field(int number, const QByteArray &bytes)
{
    return varint(static_cast<quint64>(number) << 3 | 2) + varint(static_cast<quint64>(bytes.size())) + bytes;
}

/// An event whose one attribute is a map in a map … `levels` sub-messages deep.
inline QByteArray nested(int levels)
{
    // event (1), attributes entry (2), AttributeValue (3); then AttributeArray and AttributeValue in turns.
    QByteArray value;
    for (int level = levels; level > 3; --level)
        value = level % 2 == 0 ? field(6, value) : field(1, value);
    const QByteArray header = QByteArray::fromStdString(nodeEvent().event().header().SerializeAsString());
    return '\0' + field(1, field(1, header) + field(4, field(1, "k") + field(2, value)));
}

} // namespace assay::test
