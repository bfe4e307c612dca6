// SPDX-License-Identifier: Apache-2.0
#include "turn/filter_units.h"

#include <array>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

struct Unit
{
    const char16_t *name;
    qint64 factor;
    bool written; ///< figureText() may use it
};

// Largest first: figureText() takes the first that divides.
constexpr std::array countUnits{Unit{u"G", 1'000'000'000, false}, Unit{u"M", 1'000'000, false},
                                Unit{u"k", 1'000, false}, Unit{u"", 1, true}};
constexpr std::array durationUnits{Unit{u"d", 86'400'000'000, true},
                                   Unit{u"h", 3'600'000'000, true},
                                   Unit{u"min", 60'000'000, true},
                                   Unit{u"m", 60'000'000, false},
                                   Unit{u"s", 1'000'000, true},
                                   Unit{u"ms", 1'000, true},
                                   Unit{u"us", 1, true},
                                   Unit{u"µs", 1, false}};
constexpr std::array sizeUnits{Unit{u"GB", 1'000'000'000, true},
                               Unit{u"GiB", 1 << 30, true},
                               Unit{u"MB", 1'000'000, true},
                               Unit{u"MiB", 1 << 20, true},
                               Unit{u"kB", 1'000, true},
                               Unit{u"KB", 1'000, false},
                               Unit{u"KiB", 1 << 10, true},
                               Unit{u"k", 1'000, false},
                               Unit{u"M", 1'000'000, false},
                               Unit{u"B", 1, false},
                               Unit{u"", 1, true}};
constexpr std::array moneyUnits{Unit{u"", 1'000'000, true}};

constexpr qint64 largest = 1'000'000'000'000'000'000; ///< 10^18

std::span<const Unit> unitsOf(FilterType type)
{
    switch (type) {
    case FilterType::Count: return countUnits;
    case FilterType::Duration: return durationUnits;
    case FilterType::Size: return sizeUnits;
    case FilterType::Money: return moneyUnits;
    case FilterType::Score:
    case FilterType::Share:
    case FilterType::Flag:
    case FilterType::Token:
    case FilterType::Text:
    case FilterType::Time: break;
    }
    return {};
}

/// "m" and "M" differ, so the first look is exact; "MS" and "Kb" are understood all the same.
const Unit *findUnit(std::span<const Unit> units, QStringView name)
{
    for (const Qt::CaseSensitivity sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive})
        for (const Unit &unit : units)
            if (name.compare(QStringView(unit.name), sensitivity) == 0)
                return &unit;
    return nullptr;
}

/// digits × factor / 10^decimals, exactly.
Figure scaled(qint64 digits, int decimals, qint64 factor, bool negative)
{
    for (; decimals > 0 && digits % 10 == 0; --decimals)
        digits /= 10;
    for (; decimals > 0 && factor % 10 == 0; --decimals)
        factor /= 10;
    if (decimals > 0 && digits != 0) {
        qint64 power = 1;
        for (int i = 0; i < decimals; ++i)
            power *= 10;
        if (factor % power != 0)
            return {.fault = FigureFault::TooFine};
        factor /= power;
    }
    qint64 value = 0;
    if (__builtin_mul_overflow(digits, factor, &value) || value > largest)
        return {.fault = FigureFault::TooLarge};
    return {.value = negative ? -value : value};
}

} // namespace

Figure readFigureText(FilterType type, QStringView text)
{
    const bool negative = text.startsWith(u'-');
    if (negative || text.startsWith(u'+'))
        text = text.sliced(1);
    if (type == FilterType::Money && text.startsWith(u'$'))
        text = text.sliced(1);
    qint64 digits = 0;
    int count = 0;
    int decimals = -1;
    qsizetype at = 0;
    for (; at < text.size(); ++at) {
        const char16_t c = text.at(at).unicode();
        if (c == u'.' && decimals < 0) {
            decimals = 0;
        } else if (c >= u'0' && c <= u'9') {
            if (digits >= largest / 10)
                return {.fault = FigureFault::TooLarge};
            digits = digits * 10 + (c - u'0');
            ++count;
            decimals += decimals >= 0 ? 1 : 0;
        } else {
            break;
        }
    }
    if (count == 0)
        return {.fault = FigureFault::NoFigure};
    if (decimals > 18)
        return {.fault = FigureFault::TooFine};
    const QStringView name = text.sliced(at);
    const Unit *const unit = findUnit(unitsOf(type), name);
    if (unit != nullptr)
        return scaled(digits, std::max(decimals, 0), unit->factor, negative);
    if (name.isEmpty() && digits == 0)
        return {};
    return {.fault = name.isEmpty() ? FigureFault::NoUnit : FigureFault::NoFigure};
}

QString figureText(FilterType type, qint64 value)
{
    if (type == FilterType::Money) {
        const quint64 amount = value < 0 ? 0 - static_cast<quint64>(value) : static_cast<quint64>(value);
        QString text = QString::number(amount / 1'000'000);
        if (const quint64 rest = amount % 1'000'000; rest != 0) {
            QString fraction = QString::number(rest).rightJustified(6, u'0');
            while (fraction.endsWith(u'0'))
                fraction.chop(1);
            text += u'.' + fraction;
        }
        return (value < 0 ? u"-$"_s : u"$"_s) + text;
    }
    for (const Unit &unit : unitsOf(type))
        if (unit.written && value % unit.factor == 0 && (value != 0 || unit.factor == 1))
            return QString::number(value / unit.factor) + QStringView(unit.name).toString();
    return QString::number(value);
}

} // namespace assay
