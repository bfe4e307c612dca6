// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/field_tree.h"

namespace google::protobuf {
class Descriptor;
}

namespace assay {

/// Adds the fields of a protobuf message to a tree, as far as its bytes can be read.
/// Private to core/stream.
/// @param message the protobuf bytes. @param base where they start in the buffer that `space` names
void walkFields(FieldTree &tree, QByteArrayView message, ByteSpace space, qsizetype base,
                const google::protobuf::Descriptor &type, const FieldTreeLimits &limits);

} // namespace assay
