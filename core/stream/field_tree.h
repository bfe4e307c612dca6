// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/decode_failure.h"
#include "stream/frame.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

namespace assay {

/// Which bytes a range counts in.
enum class ByteSpace : std::uint8_t {
    Frame,  ///< the record's value as received
    Payload ///< FieldTree::payload: what came out of the compressed part
};

struct ByteRange
{
    qsizetype offset = 0;
    qsizetype length = 0;

    bool contains(qsizetype at) const { return at >= offset && at - offset < length; }
    bool operator==(const ByteRange &) const = default;
};

/// One line of the tree. Text is plain, one line, and cut for display; the bytes are not.
struct FieldNode
{
    QString name{};  ///< this step of the path: "float_value", "metrics[completeness]", "events[3]", "#42"
    QString path{};  ///< "metrics.metrics[completeness].float_value"; empty for what is no field
    QString value{}; ///< for people: "0.95", "NODE_START (10)", "2023-11-14 22:13:20.000001 UTC
                     ///< (1700000000000001)"
    QString
        type{}; ///< as in the .proto: "double", "Header", "map<string, MetricValue>"; "varint" when unknown
    QString unit{}; ///< what a sibling field says of the figure: "ratio", "µs"; empty = none
    ByteSpace space = ByteSpace::Frame;
    ByteRange range{};      ///< tag, length and value; the whole sub-message for a message
    ByteRange valueRange{}; ///< without tag and length
    int parent = -1;        ///< −1 = a top line
    QList<int> children{};
    bool unknown = false; ///< a field number that the .proto does not have
    bool damaged = false; ///< reading stopped in here
    bool more = false;    ///< stands for fields that were not listed; value tells how many bytes they have

    bool operator==(const FieldNode &) const = default;
};

/// How the message was packed.
struct CompressionFacts
{
    bool compressed = false;
    qsizetype packedBytes = 0;   ///< of the compressed part; without the frame byte
    qsizetype unpackedBytes = 0; ///< that came out, also when it then failed
    int zstdFrames = 0;
    bool checksum = false;                 ///< the first zstd frame carries one
    std::optional<qint64> declaredBytes{}; ///< what the first zstd frame says of itself; not believed

    bool operator==(const CompressionFacts &) const = default;
};

/// One frame, taken apart down to its bytes.
struct FieldTree
{
    QList<FieldNode> nodes{}; ///< parents stand before their children; top lines have parent −1
    QByteArray payload{};     ///< unpacked bytes; empty when the frame is not compressed
    CompressionFacts compression{};
    std::optional<DecodeFailure> failure{}; ///< what Codec::decode says of this frame
    ByteSpace failureSpace = ByteSpace::Frame;
    std::optional<qsizetype>
        failureAt{}; ///< byte of failureSpace; DecodeFailure counts protobuf bytes its own way

    /// Top lines, in the order of the bytes.
    QList<int> roots() const;

    /// Deepest node that covers byte `at` of a buffer; −1 when none does.
    int deepestAt(ByteSpace space, qsizetype at) const;

    /// Node with this path; −1 when there is none. Of several the last, which is the one that counts.
    int find(QStringView path) const;
};

/// Bounds for hostile frames.
struct FieldTreeLimits
{
    int maxNodes = 20'000;
    int maxDepth = 100;
    qsizetype maxText = 500; ///< characters of a value
};

/// Takes a frame apart. Of a damaged one as much as can be read, with failure telling where it ends.
/// Fields stand in the order of their bytes, also where one is sent twice.
///
/// @param maxBytes most bytes it may unpack to (setting kafka.max_payload_bytes)
/// Threading: any. @cost about 1 µs per field; never more than maxNodes
FieldTree fieldTreeOf(QByteArrayView frame, DecodeMode mode, qsizetype maxBytes,
                      const FieldTreeLimits &limits = {});

} // namespace assay
