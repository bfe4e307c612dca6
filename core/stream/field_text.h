// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QByteArrayView>
#include <QtCore/QString>

namespace google::protobuf {
class FieldDescriptor;
}

namespace assay {

// How the field tree writes values. Private to core/stream.

/// Text on one line, control characters escaped, at most `limit` characters of it.
QString oneLine(const QString &text, qsizetype limit);

/// A varint, fixed32 or fixed64 as the field means it: "true", "NODE_START (10)", a time with its raw figure.
QString scalarText(const google::protobuf::FieldDescriptor &field, quint64 raw);

/// Bytes: a UUID, JSON, text, or hexadecimal with their number. `isJson` tells which of them was seen.
QString bytesText(QByteArrayView bytes, qsizetype limit, bool &isJson);

/// A varint without a field: decimal, and signed when it may be meant so.
QString rawText(quint64 raw);

/// "µs" for a field called duration_us; empty for one that says nothing of its unit.
QString unitOf(const google::protobuf::FieldDescriptor &field);

/// The type as the .proto writes it: "double", "Header", "map<string, MetricValue>", "repeated uint32".
QString typeOf(const google::protobuf::FieldDescriptor &field);

} // namespace assay
