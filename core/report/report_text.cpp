// SPDX-License-Identifier: Apache-2.0
#include "report/report_text.h"

#include "base/text.h"
#include "base/tr.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>

#include <cmath>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

template<typename... F>
struct Overloaded : F...
{
    using F::operator()...;
};

QString decimals(double value, int places)
{
    return QLocale().toString(value, 'f', places);
}

QString dollars(double amount)
{
    const double size = std::abs(amount);
    const int places = size == 0.0 || size >= 0.1 ? 2 : (size >= 0.0001 ? 4 : 6);
    return u'$' + decimals(size, places);
}

QString sizeText(double size, const ReportCell &cell)
{
    switch (cell.unit) {
    case ReportUnit::Count: return QLocale().toString(std::llround(size));
    case ReportUnit::Share:
        return cell.isDifference ? Tr::tr("%1 points").arg(decimals(100.0 * size, 1))
                                 : decimals(100.0 * size, 1) + u'%';
    case ReportUnit::Score: return decimals(size, 3);
    case ReportUnit::Dollars: return dollars(size);
    case ReportUnit::Seconds: return decimals(size, size < 1.0 ? 3 : 2) + u" s"_s;
    case ReportUnit::Text:
    case ReportUnit::Moment:
    case ReportUnit::Flag: return QLocale().toString(size, 'g', 4);
    }
    Q_UNREACHABLE();
}

QString shownNumber(double value, const ReportCell &cell)
{
    const QString size = sizeText(std::abs(value), cell);
    if (value < 0.0)
        return u"−"_s + size;
    return cell.isDifference ? u'+' + size : size;
}

QString minuteText(UtcTime time)
{
    return QDateTime::fromMSecsSinceEpoch(toMicros(time) / 1000, Qt::UTC).toString(u"yyyy-MM-dd HH:mm"_s);
}

bool isUnruly(QChar character)
{
    const char16_t u = character.unicode();
    return u < 0x20 || (u >= 0x7F && u < 0xA0) || (u >= 0x202A && u <= 0x202E) ||
           (u >= 0x2066 && u <= 0x2069) || u == 0x200E || u == 0x200F || u >= 0xFFFE || u == 0xFEFF;
}

} // namespace

QString shownText(const ReportCell &cell)
{
    return std::visit(
        Overloaded{[](std::monostate) { return u"–"_s; },
                   [](const QString &text) { return calmText(text, longestShown); },
                   [&](qint64 value) { return shownNumber(static_cast<double>(value), cell); },
                   [&](double value) { return shownNumber(value, cell); },
                   [&](Micros value) { return shownNumber(static_cast<double>(value.value) / 1e6, cell); },
                   [](UtcTime value) { return minuteText(value); },
                   [](bool value) { return value ? Tr::tr("yes") : Tr::tr("no"); }},
        cell.value);
}

QString shownText(const ReportFact &fact)
{
    return fact.shown.isEmpty() ? shownText(fact.value) : fact.shown;
}

QList<ReportCell> shownTotal(const ReportTable &table)
{
    QList<ReportCell> total = table.total;
    for (qsizetype i = 0; i < total.size(); ++i)
        if (table.columns.at(i).isPrinted) {
            if (total.at(i).isAbsent())
                total[i] = textCell(Tr::tr("Total"));
            break;
        }
    return total;
}

QString plainText(const ReportCell &cell)
{
    return std::visit(
        Overloaded{[](std::monostate) { return QString(); }, [](const QString &text) { return text; },
                   [](qint64 value) { return QString::number(value); },
                   [](double value) { return QString::number(value, 'g', QLocale::FloatingPointShortest); },
                   [](Micros value) { return QString::number(value.value); },
                   [](UtcTime value) { return toIso(value); },
                   [](bool value) { return value ? u"true"_s : u"false"_s; }},
        cell.value);
}

QString calmText(const QString &text, qsizetype longest)
{
    QString calm;
    for (const QChar character : text) {
        if (calm.size() >= longest) {
            if (calm.back().isHighSurrogate())
                calm.chop(1);
            return calm + u'…';
        }
        if (character == u'\n' || character == u'\r' || character == u'\t')
            calm += u' ';
        else
            calm += isUnruly(character) ? QChar(QChar::ReplacementCharacter) : character;
    }
    return cleanText(calm);
}

QString defused(const QString &text)
{
    return !text.isEmpty() && u"=+-@\t\r"_s.contains(text.front()) ? u'\'' + text : text;
}

std::optional<double> numberOf(const ReportCell &cell)
{
    return std::visit(
        Overloaded{[](double value) { return std::optional(value); },
                   [](qint64 value) { return std::optional(static_cast<double>(value)); },
                   [](Micros value) { return std::optional(static_cast<double>(value.value) / 1e6); },
                   [](const auto &) { return std::optional<double>(); }},
        cell.value);
}

} // namespace assay
