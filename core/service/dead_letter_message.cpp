// SPDX-License-Identifier: Apache-2.0
#include "service/dead_letter_message.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QUuid>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostPayload = 512 << 10;

QString errorType(const QString &stage)
{
    if (stage == u"frame")
        return u"invalid_format"_s;
    if (stage == u"zstd")
        return u"decompression_error"_s;
    return stage == u"protobuf" ? u"decode_error"_s : u"schema_error"_s;
}

} // namespace

std::pair<QByteArray, QByteArray> deadLetterMessage(const DeadLetter &letter, const QString &consumerId)
{
    const QString trace = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QByteArray payload = letter.raw.first(std::min(letter.raw.size(), mostPayload));
    QJsonObject json{{u"original_payload_base64"_s, QString::fromLatin1(payload.toBase64())},
                     {u"error"_s, letter.message},
                     {u"source_topic"_s, letter.key.topic},
                     {u"source_partition"_s, letter.key.partition},
                     {u"source_offset"_s, letter.key.offset},
                     {u"timestamp"_s, toIso(letter.seenAt)},
                     {u"consumer_id"_s, consumerId},
                     {u"error_type"_s, errorType(letter.stage)},
                     {u"trace_id"_s, trace}};
    if (payload.size() < letter.size) {
        json[u"original_payload_size_bytes"_s] = letter.size;
        json[u"original_payload_included_bytes"_s] = payload.size();
        json[u"original_payload_truncated"_s] = true;
        // Of what is known: a record over 1 MiB is not kept whole.
        if (letter.raw.size() == letter.size)
            json[u"original_payload_sha256"_s] =
                QString::fromLatin1(QCryptographicHash::hash(letter.raw, QCryptographicHash::Sha256).toHex());
    }
    return {trace.toUtf8(), QJsonDocument(json).toJson(QJsonDocument::Compact)};
}

} // namespace assay
