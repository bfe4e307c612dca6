// SPDX-License-Identifier: Apache-2.0
#include "alerts/alert_rule.h"

#include <array>

namespace assay {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr std::array severities{"info", "warning", "critical"};
constexpr std::array noDataModes{"ok", "keep", "alert"};
constexpr qint64 longest = qint64{10} * 365 * 86'400'000;

struct DurationUnit
{
    const char *name;
    qint64 ms;
};

/// Largest first, as Prometheus wants them; "ms" before "m", since it begins alike.
constexpr std::array durationUnits{DurationUnit{"y", qint64{365} * 86'400'000},
                                   DurationUnit{"w", 604'800'000},
                                   DurationUnit{"d", 86'400'000},
                                   DurationUnit{"h", 3'600'000},
                                   DurationUnit{"m", 60'000},
                                   DurationUnit{"s", 1000},
                                   DurationUnit{"ms", 1}};

template<std::size_t N>
QStringList tokens(const std::array<const char *, N> &all)
{
    QStringList list;
    for (const char *token : all)
        list.append(QString::fromLatin1(token));
    return list;
}

template<typename E, std::size_t N>
std::optional<E> valueOf(const std::array<const char *, N> &all, QStringView token)
{
    for (std::size_t i = 0; i < N; ++i)
        if (token == QLatin1StringView(all.at(i)))
            return static_cast<E>(i);
    return std::nullopt;
}

qsizetype digitsAt(QStringView text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && text[end] >= u'0' && text[end] <= u'9')
        ++end;
    return end - at;
}

/// Place of the unit at the begin of `text`, or -1.
int unitAt(QStringView text)
{
    qsizetype letters = 0;
    while (letters < text.size() && text[letters] >= u'a' && text[letters] <= u'z')
        ++letters;
    for (std::size_t i = 0; i < durationUnits.size(); ++i)
        if (text.first(letters) == QLatin1StringView(durationUnits.at(i).name))
            return static_cast<int>(i);
    return -1;
}

} // namespace

QString toToken(AlertSeverity severity)
{
    return QString::fromLatin1(severities.at(static_cast<std::size_t>(severity)));
}

QString toToken(AlertNoData mode)
{
    return QString::fromLatin1(noDataModes.at(static_cast<std::size_t>(mode)));
}

std::optional<AlertSeverity> alertSeverityFrom(QStringView token)
{
    return valueOf<AlertSeverity>(severities, token);
}

std::optional<AlertNoData> alertNoDataFrom(QStringView token)
{
    return valueOf<AlertNoData>(noDataModes, token);
}

QStringList alertSeverityTokens()
{
    return tokens(severities);
}

QStringList alertNoDataTokens()
{
    return tokens(noDataModes);
}

std::optional<milliseconds> parseAlertDuration(QStringView text)
{
    if (text == u"0")
        return milliseconds(0);
    qint64 sum = 0;
    int lastUnit = -1;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype digits = digitsAt(text, at);
        if (digits == 0 || digits > 12)
            return std::nullopt;
        const qint64 count = text.sliced(at, digits).toLongLong();
        const int unit = unitAt(text.sliced(at + digits));
        if (unit <= lastUnit)
            return std::nullopt;
        const DurationUnit &one = durationUnits.at(static_cast<std::size_t>(unit));
        if (count > longest / one.ms)
            return std::nullopt;
        sum += count * one.ms;
        lastUnit = unit;
        at += digits + static_cast<qsizetype>(qstrlen(one.name));
    }
    if (text.isEmpty() || sum > longest)
        return std::nullopt;
    return milliseconds(sum);
}

QString alertDurationText(milliseconds duration)
{
    qint64 left = duration.count();
    if (left <= 0)
        return u"0s"_s;
    QString text;
    for (const DurationUnit &unit : durationUnits) {
        // Years and weeks are no help to a reader: "14d" is plainer than "2w".
        if (unit.ms > 86'400'000 || left < unit.ms)
            continue;
        text += QString::number(left / unit.ms) + QLatin1StringView(unit.name);
        left %= unit.ms;
    }
    return text;
}

AlertLabels labelsOf(const AlertRule &rule)
{
    AlertLabels labels = rule.labels;
    labels.insert(u"alertname"_s, rule.name);
    labels.insert(u"severity"_s, toToken(rule.severity));
    return labels;
}

} // namespace assay
