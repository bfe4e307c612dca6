// SPDX-License-Identifier: Apache-2.0
#include "turn/filter_time.h"

#include "turn/filter_literal.h"
#include "turn/filter_units.h"

#include <QtCore/QDateTime>

#include <limits>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

using Base = FilterValue::Base;

constexpr qint64 microsPerSecond = 1'000'000;

/// Cuts ".402" or ".402113" out of `text`. @return its microseconds; nullopt when it is no fraction
std::optional<qint64> takeFraction(QString &text)
{
    const qsizetype point = text.indexOf(u'.');
    if (point < 0)
        return 0;
    qsizetype end = point + 1;
    while (end < text.size() && text.at(end) >= u'0' && text.at(end) <= u'9')
        ++end;
    const QString digits = text.mid(point + 1, end - point - 1);
    if (digits.isEmpty() || digits.size() > 6)
        return std::nullopt;
    text.remove(point, end - point);
    return digits.leftJustified(6, u'0').toLongLong();
}

std::optional<QTime> clockOf(const QString &text)
{
    for (const QString &format : {u"HH:mm:ss"_s, u"HH:mm"_s, u"H:mm"_s})
        if (const QTime time = QTime::fromString(text, format); time.isValid())
            return time;
    return std::nullopt;
}

std::optional<FilterValue> readRelative(const QString &text)
{
    if (text == "now"_L1)
        return FilterValue{.integer = 0, .base = Base::Now};
    if (text == "today"_L1)
        return FilterValue{.integer = 0, .base = Base::Today};
    if (!text.startsWith(u'-') && !text.startsWith(u'+'))
        return std::nullopt;
    const Figure figure = readFigureText(FilterType::Duration, text);
    constexpr qint64 centuries = 1000LL * 365 * 86'400 * microsPerSecond;
    if (figure.fault != FigureFault::None || figure.value > centuries || figure.value < -centuries)
        return std::nullopt;
    return FilterValue{.integer = figure.value, .base = Base::Now};
}

/// The zone at the end of `text`, cut off: seconds east of UTC; nullopt = none is named.
std::optional<int> takeZone(QString &text)
{
    if (text.endsWith(u'Z') || text.endsWith(u'z')) {
        text.chop(1);
        return 0;
    }
    const qsizetype sign = text.size() - 6;
    if (sign < 11 || (text.at(sign) != u'+' && text.at(sign) != u'-'))
        return std::nullopt;
    const std::optional<QTime> offset = clockOf(text.mid(sign + 1));
    if (!offset)
        return std::nullopt;
    const int seconds = offset->msecsSinceStartOfDay() / 1000;
    const bool east = text.at(sign) == u'+';
    text.truncate(sign);
    return east ? seconds : -seconds;
}

} // namespace

std::optional<FilterValue> readTimeText(const QString &typed)
{
    if (const std::optional<FilterValue> relative = readRelative(typed.toLower()))
        return relative;
    QString text = typed;
    const std::optional<qint64> fraction = takeFraction(text);
    if (!fraction)
        return std::nullopt;
    if (const std::optional<QTime> clock = clockOf(text))
        return FilterValue{.integer = qint64{clock->msecsSinceStartOfDay()} * 1000 + *fraction,
                           .base = Base::Today};
    const std::optional<int> zone = takeZone(text);
    const QDate date = QDate::fromString(text.left(10), Qt::ISODate);
    if (!date.isValid() || date.year() < 1970)
        return std::nullopt;
    QTime clock(0, 0);
    if (text.size() > 10) {
        const std::optional<QTime> told = clockOf(text.mid(11));
        if (!told || (text.at(10) != u'T' && text.at(10) != u't' && text.at(10) != u' '))
            return std::nullopt;
        clock = *told;
    }
    const QDateTime moment =
        zone ? QDateTime(date, clock, Qt::OffsetFromUTC, *zone) : QDateTime(date, clock, Qt::LocalTime);
    return FilterValue{.integer = moment.toMSecsSinceEpoch() * 1000 + *fraction};
}

QString timeText(const FilterValue &value)
{
    const auto fractionText = [](qint64 micros) {
        QString digits = u'.' + QString::number(micros % microsPerSecond).rightJustified(6, u'0');
        while (digits.endsWith(u'0'))
            digits.chop(1);
        return digits == "."_L1 ? QString() : digits;
    };
    switch (value.base) {
    case Base::Now:
        if (value.integer == 0)
            return u"now"_s;
        return (value.integer > 0 ? u"+"_s : QString()) + figureText(FilterType::Duration, value.integer);
    case Base::Today:
        if (value.integer == 0)
            return u"today"_s;
        return QTime::fromMSecsSinceStartOfDay(static_cast<int>(value.integer / 1000))
                   .toString(u"HH:mm:ss"_s) +
               fractionText(value.integer);
    case Base::Absolute: break;
    }
    // Before 1970 the remainder would be negative; a row's own time may be.
    const qint64 fraction = (value.integer % microsPerSecond + microsPerSecond) % microsPerSecond;
    const QDateTime moment =
        QDateTime::fromSecsSinceEpoch((value.integer - fraction) / microsPerSecond, Qt::UTC);
    return moment.toString(u"yyyy-MM-ddTHH:mm:ss"_s) + fractionText(fraction) + u'Z';
}

qint64 filterTimeMicros(const FilterValue &value, UtcTime now)
{
    if (value.base == Base::Absolute)
        return value.integer;
    if (value.base == Base::Now)
        return toMicros(now) + value.integer;
    // A scan asks for the same day once per row.
    thread_local qint64 asked = std::numeric_limits<qint64>::min();
    thread_local qint64 midnight = 0;
    if (asked != toMicros(now)) {
        asked = toMicros(now);
        midnight =
            QDateTime::fromMSecsSinceEpoch(asked / 1000).date().startOfDay().toMSecsSinceEpoch() * 1000;
    }
    return midnight + value.integer;
}

} // namespace assay
