// SPDX-License-Identifier: Apache-2.0
#include "report/pdf_order.h"

#include "base/tr.h"
#include "report/pdf_fonts.h"

#include <QtCore/QDateTime>
#include <QtCore/QHash>
#include <QtCore/QList>

#include <map>

namespace assay {

namespace {

constexpr qsizetype lineLength = 20; // of the cross-reference table

/// Offsets by object number, of the one table that Qt writes.
/// @source ISO 32000-1, 7.5.4
std::map<int, qsizetype> offsetsIn(const QByteArray &pdf, qsizetype table)
{
    std::map<int, qsizetype> offsets;
    const qsizetype header = pdf.indexOf('\n', table) + 1; // behind "xref"
    const qsizetype first = pdf.indexOf('\n', header) + 1; // behind "0 N"
    if (header <= 0 || first <= 0)
        return {};
    const int count = pdf.mid(header, first - header).trimmed().split(' ').value(1).toInt();
    for (int number = 1; number < count; ++number) {
        const QByteArray line = pdf.mid(first + number * lineLength, lineLength);
        if (line.size() == lineLength && line.at(17) == 'n')
            offsets[number] = line.left(10).toLongLong();
    }
    return offsets;
}

QByteArray object(const QByteArray &pdf, qsizetype from, qsizetype table,
                  const std::map<qsizetype, int> &numbers)
{
    const auto next = numbers.upper_bound(from);
    return pdf.mid(from, (next == numbers.end() ? table : next->first) - from);
}

void setCreationDate(QByteArray &info, UtcTime generated)
{
    const QByteArray key = "/CreationDate (";
    const qsizetype from = info.indexOf(key);
    const qsizetype to = info.indexOf(')', from);
    if (from < 0 || to < 0)
        return;
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(toMicros(generated) / 1000, Qt::UTC);
    info.replace(from, to - from,
                 key + "D:" + time.toString(QStringLiteral("yyyyMMddHHmmss")).toLatin1() + 'Z');
}

/// The part of an object, or of the trailer, that may refer to objects.
QByteArray dictionaryOf(const QByteArray &object)
{
    const qsizetype stream = object.indexOf("\nstream\n");
    return stream < 0 ? object : object.left(stream);
}

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

/// Where the numbers of references such as "12 0 R" stand in `text`: place and length.
QList<std::pair<qsizetype, qsizetype>> referencesIn(const QByteArray &text)
{
    QList<std::pair<qsizetype, qsizetype>> found;
    for (qsizetype at = text.indexOf(" 0 R"); at >= 0; at = text.indexOf(" 0 R", at + 4)) {
        qsizetype from = at;
        while (from > 0 && isDigit(text.at(from - 1)))
            --from;
        if (from < at)
            found.append({from, at - from});
    }
    return found;
}

/// Numbers objects anew, in the order in which the document refers to them.
class Numbering
{
public:
    Numbering(std::map<int, QByteArray> objects, const QByteArray &trailer) : m_objects(std::move(objects))
    {
        visit(trailer);
        for (const auto &[number, object] : m_objects)
            take(number); // what nothing refers to
    }

    QList<QByteArray> renumbered()
    {
        QList<QByteArray> all;
        for (int number : std::as_const(m_order)) {
            QByteArray object = withNumbers(m_objects[number]);
            object.replace(0, object.indexOf(' '), QByteArray::number(all.size() + 1));
            setFontTag(object, static_cast<int>(all.size()));
            all.append(object);
        }
        return all;
    }

    QByteArray withNumbers(const QByteArray &object) const
    {
        const QByteArray dictionary = dictionaryOf(object);
        QByteArray mended;
        qsizetype done = 0;
        for (const auto &[from, length] : referencesIn(dictionary)) {
            const int number = dictionary.mid(from, length).toInt();
            mended += dictionary.mid(done, from - done) + QByteArray::number(m_numbers.value(number, number));
            done = from + length;
        }
        return mended + object.mid(done);
    }

private:
    void take(int number)
    {
        if (m_numbers.contains(number) || !m_objects.contains(number))
            return;
        m_order.append(number);
        m_numbers.insert(number, static_cast<int>(m_order.size()));
        visit(m_objects.at(number));
    }

    void visit(const QByteArray &object)
    {
        const QByteArray dictionary = dictionaryOf(object);
        for (const auto &[from, length] : referencesIn(dictionary))
            take(dictionary.mid(from, length).toInt());
    }

    /// Six letters before the name of a font that is not whole tell it from others: "QADAAA+Inter-Regular".
    static void setFontTag(QByteArray &object, int number)
    {
        constexpr qsizetype letters = 6;
        const QByteArray key = "/FontName /";
        const qsizetype at = object.indexOf(key) + key.size();
        if (at < key.size() || object.mid(at + letters, 1) != "+")
            return;
        for (qsizetype i = letters - 1; i >= 0; --i, number /= 26)
            object[at + i] = static_cast<char>('A' + number % 26);
    }

    std::map<int, QByteArray> m_objects;
    QList<int> m_order{};
    QHash<int, int> m_numbers{};
};

} // namespace

Result<QByteArray> inOrder(const QByteArray &pdf, UtcTime generated)
{
    const qsizetype table = pdf.lastIndexOf("\nxref\n") + 1;
    const qsizetype trailer = pdf.lastIndexOf("trailer");
    const qsizetype start = pdf.lastIndexOf("startxref");
    const std::map<int, qsizetype> offsets = table > 0 ? offsetsIn(pdf, table) : std::map<int, qsizetype>();
    if (offsets.empty() || trailer < table || start < trailer)
        return fail(Errc::Internal, Tr::tr("The PDF that was made is not of the expected form."));
    std::map<qsizetype, int> numbers;
    for (const auto &[number, offset] : offsets)
        numbers[offset] = number;
    std::map<int, QByteArray> objects;
    for (const auto &[number, offset] : offsets) {
        objects[number] = object(pdf, offset, table, numbers);
        setCreationDate(objects[number], generated);
    }
    calmFonts(objects);
    const QByteArray ending = pdf.mid(trailer, start - trailer);
    Numbering numbering(std::move(objects), ending);
    const QList<QByteArray> renumbered = numbering.renumbered();
    QByteArray ordered = pdf.left(numbers.begin()->first);
    QByteArray lines = "xref\n0 " + QByteArray::number(renumbered.size() + 1) + "\n0000000000 65535 f \n";
    for (const QByteArray &one : renumbered) {
        lines += QByteArray::number(ordered.size()).rightJustified(10, '0') + " 00000 n \n";
        ordered += one;
    }
    const qsizetype at = ordered.size();
    return ordered + lines + numbering.withNumbers(ending) + "startxref\n" + QByteArray::number(at) +
           "\n%%EOF\n";
}

} // namespace assay
