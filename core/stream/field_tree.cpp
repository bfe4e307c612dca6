// SPDX-License-Identifier: Apache-2.0
#include "stream/field_tree.h"

#include "base/tr.h"
#include "stream/codec.h"
#include "stream/field_walk.h"

#include <QtCore/QtEndian>

#include <dashstream.pb.h>
#include <zstd.h>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostZstdLines = 100;
constexpr qsizetype mostSalvaged = 1 << 20;
const QByteArrayView zstdMagic("\x28\xB5\x2F\xFD", 4);

/// A line about the frame itself, which has no field.
void addLine(FieldTree &tree, const QString &name, const QString &value, const QString &type, ByteRange range)
{
    tree.nodes.append(
        FieldNode{.name = name, .value = value, .type = type, .range = range, .valueRange = range});
}

/// The zstd frames of the packed part, one line each.
void addZstdFrames(FieldTree &tree, QByteArrayView packed, qsizetype base)
{
    CompressionFacts &facts = tree.compression;
    for (qsizetype at = 0; at < packed.size(); ++facts.zstdFrames) {
        const QByteArrayView rest = packed.sliced(at);
        const std::size_t found =
            ZSTD_findFrameCompressedSize(rest.data(), static_cast<std::size_t>(rest.size()));
        const bool whole = ZSTD_isError(found) == 0;
        const qsizetype size = whole ? static_cast<qsizetype>(found) : rest.size();
        const bool skippable = !rest.startsWith(zstdMagic);
        if (facts.zstdFrames == 0 && !skippable) {
            const unsigned long long declared =
                ZSTD_getFrameContentSize(rest.data(), static_cast<std::size_t>(rest.size()));
            if (declared <= static_cast<unsigned long long>(INT64_MAX))
                facts.declaredBytes = static_cast<qint64>(declared);
            facts.checksum = rest.size() > 4 && (static_cast<uchar>(rest[4]) & 4U) != 0;
        }
        if (facts.zstdFrames < mostZstdLines) {
            const QString value = whole && skippable ? Tr::tr("skippable, %1 bytes").arg(size)
                                  : whole            ? Tr::tr("%1 bytes").arg(size)
                                                     : Tr::tr("damaged, %1 bytes").arg(size);
            addLine(tree, u"zstd[%1]"_s.arg(facts.zstdFrames), value, u"zstd frame"_s, {base + at, size});
            tree.nodes.back().damaged = !whole;
        }
        at += size;
    }
}

/// What comes out of damaged zstd before the damage. Fed in small pieces: given all at once, zstd
/// hands out nothing of a frame that fails at its end.
QByteArray salvage(QByteArrayView packed, qsizetype limit)
{
    const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(), &ZSTD_freeDCtx);
    ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, zstdWindowLogMax);
    QByteArray out(std::min(limit, mostSalvaged), Qt::Uninitialized);
    ZSTD_outBuffer output{out.data(), static_cast<std::size_t>(out.size()), 0};
    const qsizetype piece = std::max<qsizetype>(1, packed.size() / 256);
    for (qsizetype at = 0; at < packed.size() && output.pos < output.size; at += piece) {
        const qsizetype size = std::min(piece, packed.size() - at);
        ZSTD_inBuffer input{packed.data() + at, static_cast<std::size_t>(size), 0};
        while (input.pos < input.size && output.pos < output.size)
            if (ZSTD_isError(ZSTD_decompressStream(context.get(), &output, &input)) != 0) {
                out.truncate(static_cast<qsizetype>(output.pos));
                return out;
            }
    }
    out.truncate(static_cast<qsizetype>(output.pos));
    return out;
}

QString frameByteText(char byte)
{
    const QString hex = u"0x%1"_s.arg(static_cast<uchar>(byte), 2, 16, QLatin1Char('0'));
    return byte == '\0'     ? Tr::tr("%1: not compressed").arg(hex)
           : byte == '\x01' ? Tr::tr("%1: zstd").arg(hex)
                            : Tr::tr("%1: not of DashStream").arg(hex);
}

/// Where the bytes of the failure are.
void placeFailure(FieldTree &tree, ByteSpace space, qsizetype base)
{
    if (!tree.failure || !tree.failure->offset)
        return;
    const bool outer = tree.failure->stage == DecodeStage::Frame || tree.failure->stage == DecodeStage::Zstd;
    tree.failureSpace = outer ? ByteSpace::Frame : space;
    tree.failureAt = static_cast<qsizetype>(*tree.failure->offset) + (outer ? 0 : base);
    for (int node = tree.deepestAt(tree.failureSpace, *tree.failureAt); node >= 0;
         node = tree.nodes[node].parent)
        tree.nodes[node].damaged = true;
}

} // namespace

QList<int> FieldTree::roots() const
{
    QList<int> all;
    for (int i = 0; i < nodes.size(); ++i)
        if (nodes[i].parent < 0)
            all.append(i);
    return all;
}

int FieldTree::deepestAt(ByteSpace space, qsizetype at) const
{
    // Children stand behind their parents, so the last one that covers the byte is the deepest.
    for (int i = static_cast<int>(nodes.size()) - 1; i >= 0; --i)
        if (nodes[i].space == space && nodes[i].range.contains(at))
            return i;
    return -1;
}

int FieldTree::find(QStringView path) const
{
    for (int i = static_cast<int>(nodes.size()) - 1; i >= 0; --i)
        if (nodes[i].path == path)
            return i;
    return -1;
}

FieldTree fieldTreeOf(QByteArrayView frame, DecodeMode mode, qsizetype maxBytes,
                      const FieldTreeLimits &limits)
{
    FieldTree tree;
    Codec codec({.maxMessageBytes = maxBytes});
    if (Decoded<DecodedMessage> decoded = codec.decode(frame, mode); !decoded)
        tree.failure = std::move(decoded.error());
    if (frame.isEmpty())
        return tree;

    const bool framed = frame.front() == '\0' || frame.front() == '\x01';
    const bool packed =
        frame.front() == '\x01' || (mode == DecodeMode::Tolerant && frame.startsWith(zstdMagic));
    const qsizetype base = framed ? 1 : 0;
    const bool known = framed || mode == DecodeMode::Tolerant;
    if (!known || framed)
        addLine(tree, Tr::tr("Frame byte"), frameByteText(frame.front()), Tr::tr("compression"), {0, 1});
    if (!known) { // every byte of it would be read as something
        placeFailure(tree, ByteSpace::Frame, 0);
        return tree;
    }
    QByteArrayView message = frame.sliced(base);
    ByteSpace space = ByteSpace::Frame;
    if (packed) {
        Framer framer;
        const bool whole = framer.unpack(frame, mode, maxBytes).has_value();
        tree.payload = framer.unpacked().toByteArray();
        if (!whole && tree.payload.isEmpty())
            tree.payload = salvage(message, maxBytes);
        tree.compression = {
            .compressed = true, .packedBytes = message.size(), .unpackedBytes = tree.payload.size()};
        addZstdFrames(tree, message, base);
        message = tree.payload;
        space = ByteSpace::Payload;
    }
    message.truncate(std::min(message.size(), maxBytes));
    walkFields(tree, message, space, space == ByteSpace::Frame ? base : 0,
               *dashstream::v1::DashStreamMessage::descriptor(), limits);
    placeFailure(tree, space, space == ByteSpace::Frame ? base : 0);
    return tree;
}

} // namespace assay
