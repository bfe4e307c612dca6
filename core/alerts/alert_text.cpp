// SPDX-License-Identifier: Apache-2.0
#include "alerts/alert_text.h"

#include "alerts/alert_metrics.h"
#include "base/tr.h"

#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// What stands between the braces of one placeholder; nullopt when it is none of ours.
std::optional<QString> replacement(QStringView inner, const AlertLabels &labels, const QString &value)
{
    const QStringView name = inner.trimmed();
    if (name == u"$value")
        return value;
    constexpr QStringView prefix = u"$labels.";
    if (name.startsWith(prefix))
        return labels.value(name.sliced(prefix.size()).toString());
    return std::nullopt;
}

QString boundNumber(AlertUnit unit, double bound)
{
    switch (unit) {
    case AlertUnit::Score: return QString::number(bound, 'g', 4);
    case AlertUnit::Share: return QString::number(bound * 100.0, 'g', 6) + u'%';
    case AlertUnit::Milliseconds:
    case AlertUnit::Dollars:
    case AlertUnit::Count:
    case AlertUnit::Percent: return alertValueText(unit, bound);
    }
    Q_UNREACHABLE();
}

QString utcText(UtcTime time)
{
    return QDateTime::fromMSecsSinceEpoch(toMicros(time) / 1000, QTimeZone::utc())
        .toString(u"yyyy-MM-dd hh:mm:ss 'UTC'"_s);
}

QString windowText(std::chrono::milliseconds window)
{
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(window);
    if (window != minutes)
        return Tr::tr("Window: last %1").arg(alertDurationText(window));
    return Tr::tr("Window: Last %n minutes", nullptr, static_cast<int>(minutes.count()));
}

/// The lines of an alert that is about one response.
QStringList responseLines(const AlertRule &rule, const AlertFiring &firing,
                          const QList<AlertSubject> &subjects)
{
    QStringList lines;
    if (!subjects.isEmpty())
        lines.append(Tr::tr("Thread: %1").arg(subjects.first().threadId));
    if (firing.value)
        lines.append(Tr::tr("Score: %1 (%2)")
                         .arg(alertValueText(AlertUnit::Score, *firing.value), alertBoundText(rule)));
    if (!subjects.isEmpty() && !subjects.first().issues.isEmpty())
        lines.append(Tr::tr("Issues: %1").arg(subjects.first().issues.join(u", "_s)));
    lines.append(
        Tr::tr("Time: %1").arg(utcText(subjects.isEmpty() ? firing.firedAt : subjects.first().time)));
    if (firing.eventCount > 1)
        lines.append(Tr::tr("And %n further responses", nullptr, static_cast<int>(firing.eventCount - 1)));
    return lines;
}

QStringList windowLines(const AlertRule &rule, const AlertMetric &metric, const AlertFiring &firing)
{
    QStringList lines{windowText(rule.window)};
    const QString value = firing.value ? alertValueText(metric.unit, *firing.value) : Tr::tr("no data");
    if (metric.fold == AlertFold::Share) {
        lines.append(Tr::tr("Rate: %1 (%2)").arg(value, alertBoundText(rule)));
        lines.append(Tr::tr("Affected queries: %1 of %2").arg(firing.matching).arg(firing.total));
    } else {
        lines.append(u"%1: %2 (%3)"_s.arg(Tr::tr(metric.label), value, alertBoundText(rule)));
    }
    return lines;
}

} // namespace

QString expandAlertText(const QString &text, const AlertLabels &labels, const QString &value)
{
    QString result;
    qsizetype at = 0;
    for (qsizetype open = text.indexOf(u"{{"_s); open >= 0; open = text.indexOf(u"{{"_s, at)) {
        const qsizetype close = text.indexOf(u"}}"_s, open);
        if (close < 0)
            break;
        result += QStringView(text).sliced(at, open - at);
        const QStringView inner = QStringView(text).sliced(open + 2, close - open - 2);
        result += replacement(inner, labels, value).value_or(text.sliced(open, close + 2 - open));
        at = close + 2;
    }
    return result + text.sliced(at);
}

QString alertBoundText(const AlertRule &rule)
{
    const AlertMetric *metric = alertMetric(rule.metric);
    if (metric == nullptr)
        return {};
    QStringList bounds;
    if (rule.floor)
        bounds.append(u"< "_s + boundNumber(metric->unit, *rule.floor));
    if (rule.ceiling)
        bounds.append(u"> "_s + boundNumber(metric->unit, *rule.ceiling));
    return Tr::tr("%1 threshold").arg(bounds.join(Tr::tr(" or ")));
}

QString alertText(const AlertRule &rule, const AlertFiring &firing, const QList<AlertSubject> &subjects)
{
    QStringList lines{
        (firing.resolvedAt ? Tr::tr("✅ RESOLVED: %1") : Tr::tr("🚨 ALERT: %1")).arg(firing.rule)};
    const AlertMetric *metric = alertMetric(rule.metric);
    if (metric == nullptr)
        lines.append(Tr::tr("Since: %1").arg(utcText(firing.activeSince)));
    else if (metric->fold == AlertFold::Each)
        lines += responseLines(rule, firing, subjects);
    else
        lines += windowLines(rule, *metric, firing);
    if (const QString summary = firing.annotations.value(u"summary"_s);
        !summary.isEmpty() && metric == nullptr)
        lines.append(summary);
    if (const QString action = firing.annotations.value(u"action"_s); !action.isEmpty())
        lines.append(Tr::tr("Action: %1").arg(action));
    return lines.join(u'\n');
}

QString alertLine(const AlertRule &rule, const AlertFiring &firing)
{
    const AlertMetric *metric = alertMetric(rule.metric);
    if (metric == nullptr)
        return u"%1: %2"_s.arg(firing.rule,
                               firing.annotations.value(u"summary"_s, rule.expression.simplified()));
    const QString value = firing.value ? alertValueText(metric->unit, *firing.value) : Tr::tr("no data");
    QString line = u"%1: %2 (%3)"_s.arg(firing.rule, value, alertBoundText(rule));
    if (metric->fold == AlertFold::Share)
        line += Tr::tr(", %1 of %2").arg(firing.matching).arg(firing.total);
    return line;
}

} // namespace assay
