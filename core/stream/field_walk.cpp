// SPDX-License-Identifier: Apache-2.0
#include "stream/field_walk.h"

#include "base/text.h"
#include "base/tr.h"
#include "stream/field_text.h"
#include "stream/wire_cursor.h"

#include <assay_extensions.pb.h>
#include <google/protobuf/descriptor.h>
#include <google/protobuf/descriptor.pb.h>
#include <google/protobuf/wire_format_lite.h>

#include <map>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::internal::WireFormatLite;

constexpr qsizetype longestKey = 80;
constexpr int evaluationField = 10;

/// A message that is being walked.
struct Place
{
    const Descriptor *type = nullptr; ///< nullptr: nothing is known of its fields
    qsizetype end = 0;
    int node = -1; ///< line its fields stand below; −1 also when there was no room for it
    QString path{};
    int depth = 0;
    quint32 group = 0; ///< number of the group whose end closes it; 0 = none
};

/// One field's tag.
struct Tag
{
    qsizetype start = 0;
    quint32 number = 0;
    quint32 wire = 0;
    const FieldDescriptor *field = nullptr;
    int *index = nullptr; ///< of a repeated field: number of its next element
};

quint32 ownWire(const FieldDescriptor &field)
{
    return WireFormatLite::WireTypeForFieldType(static_cast<WireFormatLite::FieldType>(field.type()));
}

/// The field the .proto has for this tag; nullptr when it has none, or another wire type for it.
const FieldDescriptor *fieldOf(const Descriptor &type, quint32 number, quint32 wire)
{
    const bool isEvaluation =
        number == evaluationField && type.full_name() == "dashstream.v1.DashStreamMessage";
    const FieldDescriptor *field = (isEvaluation ? *v1::ExtendedEnvelope::descriptor() : type)
                                       .FindFieldByNumber(static_cast<int>(number));
    if (field == nullptr || wire == ownWire(*field) ||
        (field->is_packable() && wire == WireFormatLite::WIRETYPE_LENGTH_DELIMITED))
        return field;
    return nullptr;
}

bool isPacked(const Tag &tag)
{
    return tag.field != nullptr && tag.field->is_packable() &&
           tag.wire == WireFormatLite::WIRETYPE_LENGTH_DELIMITED;
}

class TreeWalker
{
public:
    TreeWalker(FieldTree &tree, QByteArrayView bytes, ByteSpace space, qsizetype base,
               const FieldTreeLimits &limits)
        : m_tree(tree), m_cursor{.bytes = bytes}, m_space(space), m_base(base), m_limits(limits)
    {
    }

    /// False when the bytes cannot be read on.
    bool message(const Place &place)
    {
        std::map<quint32, int> seen;
        while (m_cursor.at < place.end) {
            Tag tag{.start = m_cursor.at};
            quint64 raw = 0;
            if (!m_cursor.varint(place.end, raw) || raw > UINT32_MAX || raw >> 3 == 0)
                return damage(place);
            tag.number = static_cast<quint32>(raw >> 3);
            tag.wire = static_cast<quint32>(raw & 7U);
            if (tag.wire == WireFormatLite::WIRETYPE_END_GROUP)
                return tag.number == place.group || damage(place);
            if (place.type != nullptr)
                tag.field = fieldOf(*place.type, tag.number, tag.wire);
            if (tag.field != nullptr && tag.field->is_repeated())
                tag.index = &seen[tag.number];
            if (!value(place, tag))
                return false;
        }
        return place.group == 0 || damage(place);
    }

    /// One line for the fields there was no room for.
    void finish()
    {
        if (m_skipped == 0)
            return;
        m_tree.nodes.append(FieldNode{.name = u"…"_s,
                                      .value = Tr::tr("%n more fields", nullptr, m_skipped),
                                      .space = m_space,
                                      .range = {m_base + m_firstSkipped, m_cursor.at - m_firstSkipped},
                                      .more = true});
    }

private:
    bool value(const Place &place, const Tag &tag)
    {
        quint64 raw = 0;
        const qsizetype begin = m_cursor.at;
        switch (tag.wire) {
        case WireFormatLite::WIRETYPE_VARINT:
            return m_cursor.varint(place.end, raw) ? scalar(place, tag, begin, raw) : damage(place);
        case WireFormatLite::WIRETYPE_FIXED64:
            return m_cursor.fixed(place.end, 8, raw) ? scalar(place, tag, begin, raw) : damage(place);
        case WireFormatLite::WIRETYPE_FIXED32:
            return m_cursor.fixed(place.end, 4, raw) ? scalar(place, tag, begin, raw) : damage(place);
        case WireFormatLite::WIRETYPE_LENGTH_DELIMITED: return delimited(place, tag);
        case WireFormatLite::WIRETYPE_START_GROUP:
            return within(place, tag, QString(), {.end = place.end, .group = tag.number});
        default: return damage(place);
        }
    }

    bool scalar(const Place &place, const Tag &tag, qsizetype begin, quint64 raw)
    {
        const int at = open(place, tag, nextIndex(tag));
        if (at >= 0) {
            m_tree.nodes[at].value = tag.field != nullptr ? scalarText(*tag.field, raw) : rawText(raw);
            close(at, begin);
        }
        return true;
    }

    bool delimited(const Place &place, const Tag &tag)
    {
        quint64 length = 0;
        if (!m_cursor.varint(place.end, length))
            return damage(place);
        const bool cut = length > static_cast<quint64>(place.end - m_cursor.at);
        const qsizetype end = cut ? place.end : m_cursor.at + static_cast<qsizetype>(length);
        const qsizetype own = m_tree.nodes.size(); // where the line of this field will stand
        bool whole = true;
        if (tag.field != nullptr && tag.field->type() == FieldDescriptor::TYPE_MESSAGE)
            whole = subMessage(place, tag, end);
        else if (isPacked(tag))
            whole = packed(place, tag, end);
        else
            text(place, tag, end);
        if (cut && own < m_tree.nodes.size())
            m_tree.nodes[own].damaged = true;
        return whole && (!cut || damage(place));
    }

    bool subMessage(const Place &place, const Tag &tag, qsizetype end)
    {
        const Descriptor *type = tag.field->message_type();
        // The value of a map's entry: its fields stand directly below the entry, which has the key.
        if (place.type->options().map_entry()) {
            Place inner = place;
            inner.type = type;
            inner.end = end;
            ++inner.depth;
            return inner.depth <= m_limits.maxDepth ? message(inner) : damage(place);
        }
        const QString step = type->options().map_entry() ? u'[' + mapKey(*type, end) + u']' : nextIndex(tag);
        return within(place, tag, step, {.type = type, .end = end});
    }

    /// A line, and below it the fields of `inner`.
    bool within(const Place &place, const Tag &tag, const QString &step, Place inner)
    {
        const qsizetype begin = m_cursor.at;
        const int at = open(place, tag, step);
        inner.node = at;
        inner.depth = place.depth + 1;
        if (at >= 0)
            inner.path = m_tree.nodes[at].path;
        const bool whole = inner.depth <= m_limits.maxDepth ? message(inner) : damage(inner);
        if (at >= 0) {
            close(at, begin);
            summarize(at);
        } else if (!whole) {
            damage(place);
        }
        return whole;
    }

    bool packed(const Place &place, const Tag &tag, qsizetype end)
    {
        const qsizetype begin = m_cursor.at;
        const quint32 wire = ownWire(*tag.field);
        const int width = wire == WireFormatLite::WIRETYPE_FIXED32 ? 4 : 8;
        const int at = open(place, tag, QString());
        Place inner = place;
        inner.node = at;
        int count = 0;
        bool whole = true;
        for (; whole && m_cursor.at < end; ++count) {
            Tag element = tag;
            element.start = m_cursor.at;
            quint64 raw = 0;
            whole = wire == WireFormatLite::WIRETYPE_VARINT ? m_cursor.varint(end, raw)
                                                            : m_cursor.fixed(end, width, raw);
            if (whole)
                scalar(inner, element, element.start, raw);
        }
        if (at >= 0) {
            m_tree.nodes[at].value = Tr::tr("%n values", nullptr, count);
            close(at, begin);
        }
        return whole || damage(inner);
    }

    void text(const Place &place, const Tag &tag, qsizetype end)
    {
        const qsizetype begin = m_cursor.at;
        const QByteArrayView bytes = m_cursor.bytes.sliced(begin, end - begin);
        const int at = open(place, tag, nextIndex(tag));
        m_cursor.at = end;
        if (at < 0)
            return;
        FieldNode &node = m_tree.nodes[at];
        if (tag.field != nullptr && tag.field->type() == FieldDescriptor::TYPE_STRING) {
            node.damaged = !isValidUtf8(bytes);
            node.value = oneLine(QString::fromUtf8(bytes), m_limits.maxText);
        } else {
            bool isJson = false;
            node.value = bytesText(bytes, m_limits.maxText, isJson);
            if (isJson)
                node.type += u" (JSON)"_s;
        }
        close(at, begin);
    }

    /// The key of the entry that starts here; looked up ahead, since the line is called by it.
    QString mapKey(const Descriptor &entry, qsizetype end) const
    {
        WireCursor ahead = m_cursor;
        quint64 tag = 0;
        quint64 length = 0;
        if (entry.field(0)->type() != FieldDescriptor::TYPE_STRING || !ahead.varint(end, tag) ||
            tag != (1U << 3 | WireFormatLite::WIRETYPE_LENGTH_DELIMITED) || !ahead.varint(end, length) ||
            length > static_cast<quint64>(end - ahead.at))
            return {};
        const QByteArrayView key = ahead.bytes.sliced(ahead.at, static_cast<qsizetype>(length));
        return oneLine(QString::fromUtf8(key), longestKey);
    }

    /// A message with one figure shows it, so that a closed line says what is in it.
    void summarize(int at)
    {
        QString unit;
        int figure = -1;
        for (const int child : m_tree.nodes[at].children) {
            const FieldNode &node = m_tree.nodes[child];
            if (node.name == u"unit")
                unit = node.value;
            else if (node.name == u"value" || node.name.endsWith(u"_value"))
                figure = child;
        }
        if (figure < 0)
            return;
        if (!unit.isEmpty())
            m_tree.nodes[figure].unit = m_tree.nodes[at].unit = unit;
        m_tree.nodes[at].value = m_tree.nodes[figure].value;
    }

    static QString nextIndex(const Tag &tag)
    {
        return tag.index != nullptr ? u"[%1]"_s.arg((*tag.index)++) : QString();
    }

    /// Adds the line of a field; −1 when there is no room.
    int open(const Place &place, const Tag &tag, const QString &step)
    {
        // One place is kept for the line that stands for the rest.
        if (m_tree.nodes.size() >= m_limits.maxNodes - 1) {
            if (m_skipped++ == 0)
                m_firstSkipped = tag.start;
            return -1;
        }
        FieldNode node{.space = m_space, .parent = place.node};
        if (tag.field == nullptr) {
            static constexpr std::array kinds{"varint", "64-bit", "length-delimited", "group", "", "32-bit"};
            node.name = u"#%1"_s.arg(tag.number);
            node.type = QString::fromLatin1(kinds[tag.wire]);
            node.unknown = true;
        } else {
            node.name = QString::fromStdString(tag.field->name()) + step;
            node.type = typeOf(*tag.field);
            node.unit = unitOf(*tag.field);
        }
        node.path = place.path.isEmpty() ? node.name : place.path + u'.' + node.name;
        node.range.offset = m_base + tag.start;
        const int at = static_cast<int>(m_tree.nodes.size());
        m_tree.nodes.append(std::move(node));
        if (place.node >= 0)
            m_tree.nodes[place.node].children.append(at);
        return at;
    }

    /// The field ends here; its value began at `begin`.
    void close(int at, qsizetype begin)
    {
        FieldNode &node = m_tree.nodes[at];
        node.range.length = m_base + m_cursor.at - node.range.offset;
        node.valueRange = {m_base + begin, m_cursor.at - begin};
    }

    /// Reading stops here; everything that is open is marked.
    bool damage(const Place &place)
    {
        for (int node = place.node; node >= 0; node = m_tree.nodes[node].parent)
            m_tree.nodes[node].damaged = true;
        return false;
    }

    FieldTree &m_tree;
    WireCursor m_cursor;
    ByteSpace m_space;
    qsizetype m_base;
    FieldTreeLimits m_limits;
    int m_skipped = 0;
    qsizetype m_firstSkipped = 0;
};

} // namespace

void walkFields(FieldTree &tree, QByteArrayView message, ByteSpace space, qsizetype base,
                const Descriptor &type, const FieldTreeLimits &limits)
{
    TreeWalker walker(tree, message, space, base, limits);
    walker.message({.type = &type, .end = message.size()});
    walker.finish();
}

} // namespace assay
