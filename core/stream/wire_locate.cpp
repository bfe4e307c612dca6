// SPDX-License-Identifier: Apache-2.0
#include "stream/wire_locate.h"

#include "stream/field_reader.h"

#include <optional>

namespace assay {

namespace {

using Bytes = std::string_view;

bool hasKey(Bytes entry, const QByteArray &key)
{
    FieldReader fields(entry);
    WireValue field;
    while (!fields.atEnd() && fields.next(field))
        if (field.number == 1)
            return field.bytes == Bytes(key.constData(), static_cast<std::size_t>(key.size()));
    return false;
}

/// Value of the field that a step leads to. A number's bytes are those behind its tag.
std::optional<Bytes> follow(Bytes message, const FieldStep &step)
{
    FieldReader fields(message);
    WireValue field;
    std::optional<Bytes> found;
    for (int index = 0; !fields.atEnd();) {
        const char *start = fields.at();
        if (!fields.next(field))
            break; // a group: nothing behind it is looked for
        if (field.number != step.number || (!step.key.isNull() && !hasKey(field.bytes, step.key)))
            continue;
        FieldReader tag(Bytes(start, static_cast<std::size_t>(fields.at() - start)));
        quint64 ignored = 0;
        tag.varint(ignored);
        found = field.wire == FieldReader::delimitedWire
                    ? field.bytes
                    : Bytes(tag.at(), static_cast<std::size_t>(fields.at() - tag.at()));
        if (index++ == step.index)
            break;
    }
    return found;
}

} // namespace

qsizetype locateField(QByteArrayView message, const QList<FieldStep> &way)
{
    const Bytes all(message.data(), static_cast<std::size_t>(message.size()));
    Bytes inner = all;
    for (const FieldStep &step : way) {
        const std::optional<Bytes> next = follow(inner, step);
        if (!next)
            break;
        inner = *next;
    }
    return inner.data() - all.data();
}

} // namespace assay
