// SPDX-License-Identifier: Apache-2.0
#include "stream/capture_redactor.h"

#include "base/text.h"
#include "stream/capture.h"
#include "stream/redact.h"
#include "stream/wire_check.h"

#include <assay_extensions.pb.h>
#include <dashstream.pb.h>
#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

namespace pb = google::protobuf;

constexpr qsizetype mostBytes = 64 << 20;

/// Text of any kind with its secrets taken out; bytes that are no text stay.
std::string cleaned(const std::string &bytes)
{
    if (!isValidUtf8(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size()))))
        return bytes;
    const QString text = QString::fromStdString(bytes);
    const QString clean = redactSecrets(text);
    return clean == text ? bytes : clean.toStdString();
}

QByteArray cleaned(const QByteArray &bytes)
{
    return bytes.isNull() ? bytes : QByteArray::fromStdString(cleaned(bytes.toStdString()));
}

/// Every text and every bytes field of a message, keys of maps included. The depth has been checked.
void clean(pb::Message &message)
{
    const pb::Reflection *reflection = message.GetReflection();
    std::vector<const pb::FieldDescriptor *> fields;
    reflection->ListFields(message, &fields);
    for (const pb::FieldDescriptor *field : fields) {
        const int count = field->is_repeated() ? reflection->FieldSize(message, field) : 0;
        if (field->cpp_type() == pb::FieldDescriptor::CPPTYPE_MESSAGE) {
            if (!field->is_repeated())
                clean(*reflection->MutableMessage(&message, field));
            for (int i = 0; i < count; ++i)
                clean(*reflection->MutableRepeatedMessage(&message, field, i));
        } else if (field->cpp_type() == pb::FieldDescriptor::CPPTYPE_STRING) {
            if (!field->is_repeated())
                reflection->SetString(&message, field, cleaned(reflection->GetString(message, field)));
            for (int i = 0; i < count; ++i)
                reflection->SetRepeatedString(&message, field, i,
                                              cleaned(reflection->GetRepeatedString(message, field, i)));
        }
    }
}

bool parse(pb::Message &message, QByteArrayView bytes)
{
    return message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()));
}

} // namespace

QByteArray CaptureRedactor::frame(const QByteArray &value)
{
    const Decoded<QByteArrayView> plain = m_framer.unpack(value, DecodeMode::Tolerant, mostBytes);
    dashstream::v1::DashStreamMessage message;
    v1::ExtendedEnvelope extended;
    const bool readable = plain && !checkWire(*plain, *dashstream::v1::DashStreamMessage::descriptor()) &&
                          parse(message, *plain);
    if (readable && message.message_case() != dashstream::v1::DashStreamMessage::MESSAGE_NOT_SET) {
        clean(message);
        message.DiscardUnknownFields();
        if (Result<QByteArray> again = m_codec.encode(message))
            return *again;
    } else if (readable && !checkWire(*plain, *v1::ExtendedEnvelope::descriptor()) &&
               parse(extended, *plain) && extended.has_quality_evaluation()) {
        clean(extended);
        extended.DiscardUnknownFields();
        return '\0' + QByteArray::fromStdString(extended.SerializeAsString());
    }
    return u"[redacted: %1 bytes that could not be read]"_s.arg(value.size()).toUtf8();
}

LogRecord CaptureRedactor::redacted(const LogRecord &record)
{
    LogRecord clean = record;
    clean.key = cleaned(record.key);
    for (LogHeader &header : clean.headers)
        header.value = cleaned(header.value);
    if (!record.value.isEmpty())
        clean.value = frame(record.value);
    return clean;
}

LogRecord redactRecord(const LogRecord &record)
{
    return CaptureRedactor().redacted(record);
}

} // namespace assay
