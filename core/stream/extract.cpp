// SPDX-License-Identifier: Apache-2.0
#include "stream/extract.h"

#include "base/text.h"
#include "stream/extract_metrics.h"
#include "stream/extract_text.h"
#include "stream/field_reader.h"

#include <dashstream.pb.h>

#include <cmath>

namespace assay {

namespace {

namespace wire = dashstream::v1;
using Text = std::string_view;

constexpr std::size_t knownTypes = 128;

/// "NODE_START" of EVENT_TYPE_NODE_START, by number; empty where there is none.
const std::array<std::string, knownTypes> &typeNames()
{
    static const auto all = [] {
        std::array<std::string, knownTypes> names;
        for (std::size_t i = 0; i < names.size(); ++i) {
            constexpr Text prefix = "EVENT_TYPE_";
            const Text name = wire::EventType_Name(static_cast<wire::EventType>(i));
            names[i] = name.starts_with(prefix) ? name.substr(prefix.size()) : name;
        }
        return names;
    }();
    return all;
}

bool readHeader(Text bytes, Extract &out)
{
    FieldReader cursor(bytes);
    WireValue field;
    FieldSet seen;
    while (!cursor.atEnd()) {
        if (!cursor.next(field) || !seen.isNew(field.number))
            return false;
        const bool delimited = field.wire == FieldReader::delimitedWire;
        switch (field.number) {
        case 1:
            if (!delimited)
                return false;
            out.messageId = field.bytes;
            break;
        case 3:
        case 4:
            if (!delimited || !isPlainText(field.bytes))
                return false;
            if (field.number == 4)
                out.threadId = field.bytes;
            break;
        case 7:
            if (!delimited)
                return false;
            break;
        case 2:
        case 5:
        case 6:
        case 8:
        case 9:
            if (field.wire != FieldReader::varintWire)
                return false;
            if (field.number == 2)
                out.timestampUs = static_cast<qint64>(field.value);
            else if (field.number == 5)
                out.sequence = field.value;
            else if (field.number == 9 && (field.value & UINT32_MAX) > 1)
                return false;
            break;
        default: return false;
        }
    }
    return out.timestampUs >= 0;
}

/// What an event's attributes say that the store keeps.
struct Attributes
{
    Text turnId{};
    // Keys of the summary's detail, the first that is there wins.
    static constexpr std::array<Text, 6> detailKeys{"error",   "message", "alert_type",
                                                    "thought", "summary", "graph_name"};
    std::array<Text, detailKeys.size()> details{};
};

/// @param text the value when it is a text, else empty. @return false: leave the message to Codec
bool readAttributeValue(Text bytes, Text &text)
{
    text = {};
    if (bytes.empty())
        return true;
    FieldReader cursor(bytes);
    WireValue field;
    if (!cursor.next(field) || !cursor.atEnd())
        return false;
    switch (field.number) {
    case 1: text = field.bytes; return field.wire == FieldReader::delimitedWire && isPlainText(text);
    case 2:
    case 4: return field.wire == FieldReader::varintWire;
    case 3:
        return field.wire == FieldReader::fixed64Wire && std::isfinite(std::bit_cast<double>(field.value));
    case 5: return field.wire == FieldReader::delimitedWire;
    default: return false; // arrays and maps
    }
}

bool readAttribute(Text bytes, Attributes &out)
{
    Text key;
    Text value;
    if (!readMapEntry(bytes, key, value))
        return false;
    Text text;
    if (!readAttributeValue(value, text))
        return false;
    if (key == "turn_id")
        out.turnId = text;
    for (std::size_t i = 0; i < out.details.size(); ++i)
        if (key == Attributes::detailKeys[i])
            out.details[i] = text;
    return out.details[2] != "LOW_QUALITY";
}

bool readEvent(Text bytes, Extract &out, SummaryLine &summary)
{
    FieldReader cursor(bytes);
    WireValue field;
    FieldSet seen;
    Attributes attributes;
    Text node;
    quint64 type = 0;
    qint64 duration = 0;
    while (!cursor.atEnd()) {
        if (!cursor.next(field) || (field.number != 4 && !seen.isNew(field.number)))
            return false;
        const bool delimited = field.wire == FieldReader::delimitedWire;
        const bool varint = field.wire == FieldReader::varintWire;
        bool good = false;
        switch (field.number) {
        case 1: good = delimited && readHeader(field.bytes, out); break;
        case 2:
            good = varint && field.value < knownTypes;
            type = field.value;
            break;
        case 3:
            good = delimited && isPlainText(field.bytes);
            node = field.bytes;
            break;
        case 4: good = delimited && readAttribute(field.bytes, attributes); break;
        case 5:
            good = varint;
            duration = static_cast<qint64>(field.value);
            break;
        case 6: good = delimited && isPlainText(field.bytes); break;
        default: break;
        }
        if (!good)
            return false;
    }
    out.turnId = attributes.turnId;
    const std::string &name = typeNames()[type];
    const auto detail = std::ranges::find_if(attributes.details, [](Text text) { return !text.empty(); });
    return seen.has(1) && (name.empty() ? summary.number(static_cast<qint64>(type)) : summary.add(name)) &&
           summary.add(node) && summary.duration(duration) &&
           (detail == attributes.details.end() || summary.add(*detail));
}

bool isPackedVarints(Text bytes)
{
    FieldReader cursor(bytes);
    quint64 ignored = 0;
    while (!cursor.atEnd())
        if (!cursor.varint(ignored))
            return false;
    return true;
}

bool readChunk(Text bytes, Extract &out, SummaryLine &summary)
{
    FieldReader cursor(bytes);
    WireValue field;
    FieldSet seen;
    Text model;
    Text text;
    quint32 index = 0;
    while (!cursor.atEnd()) {
        if (!cursor.next(field) || !seen.isNew(field.number))
            return false;
        const bool delimited = field.wire == FieldReader::delimitedWire;
        const bool varint = field.wire == FieldReader::varintWire;
        bool good = false;
        switch (field.number) {
        case 1: good = delimited && readHeader(field.bytes, out); break;
        case 2: good = delimited && isPlainText(field.bytes); break;
        case 3:
            good = delimited && isPlainText(field.bytes);
            text = field.bytes;
            break;
        case 4: good = delimited && isPackedVarints(field.bytes); break;
        case 5: good = delimited && field.bytes.size() % 4 == 0; break;
        case 6:
            good = varint;
            index = static_cast<quint32>(field.value);
            break;
        case 7:
        case 8: good = varint; break;
        case 9:
            good = delimited && isPlainText(field.bytes);
            model = field.bytes;
            break;
        default: break; // statistics come with the last chunk alone
        }
        if (!good)
            return false;
    }
    return seen.has(1) && summary.add(model) && summary.add('#', index) && summary.add(text);
}

} // namespace

struct ExtractReader::State
{
    Extract extract{};
    SummaryLine summary{};
    MetricsExtract metrics{};
};

ExtractReader::ExtractReader() : m(std::make_unique<State>()) {}

ExtractReader::~ExtractReader() = default;

const Extract *ExtractReader::read(QByteArrayView message)
{
    const Text bytes(message.data(), static_cast<std::size_t>(message.size()));
    FieldReader cursor(bytes);
    WireValue field;
    if (bytes.empty() || !cursor.next(field) || !cursor.atEnd() || field.wire != FieldReader::delimitedWire)
        return nullptr;
    m->extract = {};
    m->summary.clear();
    bool read = false;
    switch (field.number) {
    case wire::DashStreamMessage::kEventFieldNumber:
        m->extract.kind = MessageKind::Event;
        read = readEvent(field.bytes, m->extract, m->summary);
        break;
    case wire::DashStreamMessage::kTokenChunkFieldNumber:
        m->extract.kind = MessageKind::TokenChunk;
        read = readChunk(field.bytes, m->extract, m->summary);
        break;
    case wire::DashStreamMessage::kMetricsFieldNumber: {
        m->extract.kind = MessageKind::Metrics;
        const std::optional<Text> header = m->metrics.read(field.bytes, m->extract, m->summary);
        read = header && readHeader(*header, m->extract);
        break;
    }
    default: break;
    }
    if (!read)
        return nullptr;
    m->summary.finish();
    m->extract.summary = m->summary.text();
    return &m->extract;
}

} // namespace assay
