// SPDX-License-Identifier: Apache-2.0
#include "stream/field_text.h"

#include "base/json.h"
#include "base/text.h"
#include "base/time.h"
#include "base/tr.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtCore/QTimeZone>
#include <QtCore/QUuid>

#include <google/protobuf/descriptor.h>

#include <bit>
#include <charconv>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

using google::protobuf::FieldDescriptor;

constexpr qsizetype largestSniffedJson = 1 << 20;
constexpr qint64 year10000 = 253'402'300'800'000'000; // µs since 1970

QString latin1(const std::string &text)
{
    return QString::fromStdString(text);
}

template<typename T>
QString shortest(T value)
{
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return QString::fromLatin1(text.data(), end - text.data());
}

QString timeText(qint64 micros)
{
    if (micros <= -year10000 || micros >= year10000)
        return QString::number(micros);
    const qint64 rest = ((micros % 1'000'000) + 1'000'000) % 1'000'000;
    const QDateTime second = QDateTime::fromMSecsSinceEpoch((micros - rest) / 1000, Qt::UTC);
    return u"%1.%2 UTC (%3)"_s.arg(second.toString(u"yyyy-MM-dd HH:mm:ss"_s))
        .arg(rest, 6, 10, QLatin1Char('0'))
        .arg(micros);
}

QString enumText(const FieldDescriptor &field, int number)
{
    const auto *value = field.enum_type()->FindValueByNumber(number);
    return value != nullptr ? u"%1 (%2)"_s.arg(latin1(value->name())).arg(number)
                            : Tr::tr("%1 (no name for it)").arg(number);
}

bool isReadable(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) {
        return c.isPrint() || c.isSurrogate() || c == u'\n' || c == u'\t' || c == u'\r';
    });
}

} // namespace

QString oneLine(const QString &text, qsizetype limit)
{
    QString out;
    qsizetype at = 0;
    for (; at < text.size() && out.size() < limit; ++at) {
        const QChar c = text[at];
        if (c == u'\n')
            out += u"\\n"_s;
        else if (c == u'\t')
            out += u"\\t"_s;
        else if (c == u'\r')
            out += u"\\r"_s;
        else if (c.category() == QChar::Other_Control)
            out += u"\\u%1"_s.arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            out += c;
    }
    if (!out.isEmpty() && out.back().isHighSurrogate()) {
        out.chop(1);
        --at;
    }
    return at < text.size() ? Tr::tr("%1… (%2 characters)").arg(out).arg(text.size()) : out;
}

QString rawText(quint64 raw)
{
    const auto asSigned = static_cast<qint64>(raw);
    return asSigned < 0 ? u"%1 (%2)"_s.arg(raw).arg(asSigned) : QString::number(raw);
}

QString scalarText(const FieldDescriptor &field, quint64 raw)
{
    switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_BOOL: return raw != 0 ? u"true"_s : u"false"_s;
    case FieldDescriptor::CPPTYPE_INT32: return QString::number(static_cast<qint32>(raw));
    case FieldDescriptor::CPPTYPE_INT64:
        return field.name() == "timestamp_us" ? timeText(static_cast<qint64>(raw))
                                              : QString::number(static_cast<qint64>(raw));
    case FieldDescriptor::CPPTYPE_UINT32: return QString::number(static_cast<quint32>(raw));
    case FieldDescriptor::CPPTYPE_UINT64: return QString::number(raw);
    case FieldDescriptor::CPPTYPE_FLOAT: return shortest(std::bit_cast<float>(static_cast<quint32>(raw)));
    case FieldDescriptor::CPPTYPE_DOUBLE: return shortest(std::bit_cast<double>(raw));
    case FieldDescriptor::CPPTYPE_ENUM: return enumText(field, static_cast<int>(raw));
    case FieldDescriptor::CPPTYPE_STRING:
    case FieldDescriptor::CPPTYPE_MESSAGE: break;
    }
    return rawText(raw);
}

QString bytesText(QByteArrayView bytes, qsizetype limit, bool &isJson)
{
    isJson = false;
    if (bytes.isEmpty())
        return Tr::tr("(empty)");
    if (bytes.size() == 16)
        return QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
    if ((bytes.front() == '{' || bytes.front() == '[') && bytes.size() <= largestSniffedJson &&
        parseJson(QByteArray::fromRawData(bytes.data(), bytes.size()))) {
        isJson = true;
        return oneLine(QString::fromUtf8(bytes), limit);
    }
    // What is cut away needs no look: the part that is shown decides.
    const QByteArrayView head = bytes.first(std::min(bytes.size(), 4 * limit));
    if (head.size() == bytes.size() && isValidUtf8(head)) {
        const QString text = QString::fromUtf8(head);
        if (isReadable(text))
            return u"“"_s + oneLine(text, limit) + u"”"_s;
    }
    const qsizetype shown = std::min<qsizetype>(bytes.size(), 32);
    const QString hex = QString::fromLatin1(bytes.first(shown).toByteArray().toHex(' '));
    return shown < bytes.size() ? Tr::tr("%1 … (%2 bytes)").arg(hex).arg(bytes.size()) : hex;
}

QString unitOf(const FieldDescriptor &field)
{
    const std::string &name = field.name();
    if (name.ends_with("_us") && name != "timestamp_us")
        return u"µs"_s;
    return name.ends_with("_ms") ? u"ms"_s : QString();
}

QString typeOf(const FieldDescriptor &field)
{
    if (field.is_map()) {
        const auto *entry = field.message_type();
        return u"map<%1, %2>"_s.arg(typeOf(*entry->field(0)), typeOf(*entry->field(1)));
    }
    QString name = latin1(field.type_name());
    if (field.type() == FieldDescriptor::TYPE_MESSAGE)
        name = latin1(field.message_type()->name());
    else if (field.type() == FieldDescriptor::TYPE_ENUM)
        name = latin1(field.enum_type()->name());
    return field.is_repeated() ? u"repeated "_s + name : name;
}

} // namespace assay
