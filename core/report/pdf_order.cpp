// SPDX-License-Identifier: Apache-2.0
#include "report/pdf_order.h"

#include "base/tr.h"

#include <QtCore/QDateTime>

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
    QByteArray ordered = pdf.left(numbers.begin()->first);
    const int count = offsets.rbegin()->first + 1;
    QByteArray lines = "xref\n0 " + QByteArray::number(count) + "\n0000000000 65535 f \n";
    for (int number = 1; number < count; ++number) {
        const auto found = offsets.find(number);
        if (found == offsets.end()) {
            lines += "0000000000 65535 f \n";
            continue;
        }
        QByteArray one = object(pdf, found->second, table, numbers);
        setCreationDate(one, generated);
        lines += QByteArray::number(ordered.size()).rightJustified(10, '0') + " 00000 n \n";
        ordered += one;
    }
    const qsizetype at = ordered.size();
    return ordered + lines + pdf.mid(trailer, start - trailer) + "startxref\n" + QByteArray::number(at) +
           "\n%%EOF\n";
}

} // namespace assay
