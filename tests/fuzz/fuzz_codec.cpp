// SPDX-License-Identifier: Apache-2.0
// Any bytes as a frame: decoded in both ways, and taken apart.
#include "stream/codec.h"
#include "stream/extract.h"
#include "stream/field_tree.h"

#include <cstdlib>

using namespace assay;

namespace {

/// A tree that points outside its bytes would crash the window that shows it.
void check(const FieldTree &tree, qsizetype frameSize)
{
    for (const FieldNode &node : tree.nodes) {
        const qsizetype size = node.space == ByteSpace::Frame ? frameSize : tree.payload.size();
        if (node.range.offset < 0 || node.range.length < 0 || node.range.offset + node.range.length > size)
            std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    static Codec codec;
    static Framer framer;
    static ExtractReader extracts;
    const QByteArray frame(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    for (const DecodeMode mode : {DecodeMode::Strict, DecodeMode::Tolerant}) {
        const auto decoded = codec.decode(frame, mode, Detail::Content);
        if (!decoded && (decoded.error().message.isEmpty() || tokenOf(decoded.error().reason).isEmpty()))
            std::abort();
        check(fieldTreeOf(frame, mode, 1 << 20, {.maxNodes = 2000}), frame.size());
    }
    if (const auto plain = framer.unpack(frame, DecodeMode::Tolerant, 1 << 20))
        // What the lean reader takes, the full one takes too.
        if (extracts.read(*plain) != nullptr && !codec.decode(frame, DecodeMode::Tolerant))
            std::abort();
    return 0;
}
