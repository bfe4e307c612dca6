// SPDX-License-Identifier: Apache-2.0
#include "report/pdf_fonts.h"

#include <QtCore/QtEndian>

namespace assay {

namespace {

constexpr qsizetype recordSize = 16; // of a font's table directory
constexpr qsizetype directory = 12;
constexpr qsizetype adjustmentAt = 8; // in the table "head"
constexpr qsizetype macStyleAt = 44;
constexpr quint32 wholeSum = 0xB1B0AFBA;

quint32 wordAt(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.constData() + at);
}

void setWord(QByteArray &bytes, qsizetype at, quint32 word)
{
    qToBigEndian(word, bytes.data() + at);
}

/// Tables are padded to whole words.
quint32 sumOf(const QByteArray &bytes, qsizetype from, qsizetype length)
{
    quint32 sum = 0;
    for (qsizetype at = from; at < from + length && at + 4 <= bytes.size(); at += 4)
        sum += wordAt(bytes, at);
    return sum;
}

/// Clears macStyle and mends the sums that it is part of.
/// @source OpenType specification, "head" table and "Calculating checksums"
bool clearStyle(QByteArray &font)
{
    const int tables = font.size() > directory ? qFromBigEndian<quint16>(font.constData() + 4) : 0;
    for (int i = 0; i < tables; ++i) {
        const qsizetype record = directory + i * recordSize;
        if (record + recordSize > font.size() || font.mid(record, 4) != "head")
            continue;
        const qsizetype head = wordAt(font, record + 8);
        const qsizetype length = wordAt(font, record + 12);
        if (head % 4 != 0 || length < macStyleAt + 2 || head + length > font.size())
            return false;
        qToBigEndian<quint16>(0, font.data() + head + macStyleAt);
        setWord(font, head + adjustmentAt, 0);
        setWord(font, record + 4, sumOf(font, head, length));
        setWord(font, head + adjustmentAt, wholeSum - sumOf(font, 0, font.size()));
        return true;
    }
    return false;
}

/// The whole number behind `key`, such as "/Length1 "; −1 without one.
int numberBehind(const QByteArray &text, const QByteArray &key)
{
    const qsizetype at = text.indexOf(key);
    if (at < 0)
        return -1;
    const qsizetype from = at + key.size();
    qsizetype to = from;
    while (to < text.size() && text.at(to) >= '0' && text.at(to) <= '9')
        ++to;
    return text.mid(from, to - from).toInt();
}

} // namespace

void calmFonts(std::map<int, QByteArray> &objects)
{
    const QByteArray begin = "\nstream\n";
    for (auto &[number, object] : objects) {
        const qsizetype at = object.indexOf(begin);
        const QByteArray head = object.left(std::max<qsizetype>(0, at));
        const int unpacked = numberBehind(head, "/Length1 ");
        const auto length = objects.find(numberBehind(head, "/Length "));
        if (unpacked <= 0 || length == objects.end())
            continue;
        const int packed = numberBehind(length->second, " obj\n");
        QByteArray size(4, '\0');
        setWord(size, 0, static_cast<quint32>(unpacked));
        QByteArray font = qUncompress(size + object.mid(at + begin.size(), packed));
        if (font.size() != unpacked || !clearStyle(font))
            continue;
        const QByteArray stream = qCompress(font).mid(4);
        object.replace(at + begin.size(), packed, stream);
        length->second.replace(" obj\n" + QByteArray::number(packed),
                               " obj\n" + QByteArray::number(stream.size()));
    }
}

} // namespace assay
