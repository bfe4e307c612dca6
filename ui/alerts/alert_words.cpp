// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/alert_words.h"

#include "alerts/alert_text.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"
#include "ui/triage/triage_words.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QPainter>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar dash = u'–';

/// The parts of a list with commas, those inside quotation marks kept.
QStringList commaParts(const QString &text)
{
    QStringList parts{QString()};
    bool quoted = false;
    for (const QChar c : text) {
        if (c == u'"')
            quoted = !quoted;
        if (c == u',' && !quoted)
            parts.append(QString());
        else
            parts.last() += c;
    }
    for (QString &part : parts)
        part = part.trimmed();
    parts.removeAll(QString());
    return parts;
}

bool isSilenced(const AlertRule &rule, const AlertOverview &overview)
{
    const AlertLabels labels = labelsOf(rule);
    return std::ranges::any_of(overview.silences,
                               [&](const AlertSilence &silence) { return matches(silence, labels); });
}

} // namespace

RuleStanding standingOf(const AlertRuleState &state, const AlertOverview &overview)
{
    if (!state.rule.enabled)
        return RuleStanding::Off;
    bool fires = false;
    bool told = false;
    bool acknowledged = true;
    for (const AlertEntry &entry : overview.open) {
        if (entry.firing.rule != state.rule.name)
            continue;
        fires = true;
        told = told || entry.mute == AlertMute::Told;
        acknowledged = acknowledged && !entry.acknowledgedBy.isEmpty();
    }
    if (fires)
        return !told          ? RuleStanding::Silenced
               : acknowledged ? RuleStanding::Acknowledged
                              : RuleStanding::Firing;
    if (isSilenced(state.rule, overview))
        return RuleStanding::Silenced;
    if (state.readout.phase == AlertPhase::Pending)
        return RuleStanding::Pending;
    if (state.readout.time == UtcTime{})
        return RuleStanding::Waiting;
    return state.readout.value ? RuleStanding::Kept : RuleStanding::NoData;
}

QString standingTitle(RuleStanding standing)
{
    switch (standing) {
    case RuleStanding::Firing: return Tr::tr("Firing");
    case RuleStanding::Acknowledged: return Tr::tr("Acknowledged");
    case RuleStanding::Silenced: return Tr::tr("Silenced");
    case RuleStanding::Pending: return Tr::tr("Pending");
    case RuleStanding::NoData: return Tr::tr("No data");
    case RuleStanding::Kept: return Tr::tr("Inactive");
    case RuleStanding::Waiting: return Tr::tr("Not evaluated yet");
    case RuleStanding::Off: return Tr::tr("Off");
    }
    Q_UNREACHABLE();
}

Tone standingTone(RuleStanding standing)
{
    switch (standing) {
    case RuleStanding::Firing: return Tone::Fail;
    case RuleStanding::Acknowledged: return Tone::Low;
    case RuleStanding::Pending: return Tone::Near;
    case RuleStanding::Kept: return Tone::Pass;
    case RuleStanding::Silenced:
    case RuleStanding::NoData:
    case RuleStanding::Waiting:
    case RuleStanding::Off: return Tone::Third;
    }
    Q_UNREACHABLE();
}

void paintStanding(QPainter &painter, const QRectF &rect, RuleStanding standing)
{
    const auto symbol = [&](Icon icon, const QColor &color) {
        paintIcon(painter, rect.adjusted(-1, -1, 1, 1), icon, color);
    };
    const Tokens &t = tokens();
    switch (standing) {
    case RuleStanding::Firing: return paintBandGlyph(painter, rect, Band::Fail);
    case RuleStanding::Acknowledged: return symbol(Icon::User, t.band(Band::Low).text);
    case RuleStanding::Silenced: return symbol(Icon::Pause, t.textThird);
    case RuleStanding::Pending: return paintBandGlyph(painter, rect, Band::Near);
    case RuleStanding::NoData: return symbol(Icon::Minus, t.textThird);
    case RuleStanding::Kept: return paintBandGlyph(painter, rect, Band::Pass);
    case RuleStanding::Waiting: return symbol(Icon::Clock, t.textThird);
    case RuleStanding::Off: return symbol(Icon::Close, t.textThird);
    }
    Q_UNREACHABLE();
}

int firingCount(const AlertOverview &overview)
{
    QStringList rules;
    for (const AlertEntry &entry : overview.open)
        if (entry.mute == AlertMute::Told && entry.acknowledgedBy.isEmpty() &&
            !rules.contains(entry.firing.rule))
            rules.append(entry.firing.rule);
    return static_cast<int>(rules.size());
}

AlertUnit unitOf(const AlertRule &rule)
{
    const AlertMetric *metric = alertMetric(rule.metric);
    return metric != nullptr ? metric->unit : AlertUnit::Count;
}

QString metricTitle(const AlertRule &rule)
{
    const AlertMetric *metric = alertMetric(rule.metric);
    return metric != nullptr ? QCoreApplication::translate("AssayCore", metric->label)
                             : Tr::tr("PromQL expression");
}

QString boundText(const AlertRule &rule)
{
    QStringList bounds;
    if (rule.floor)
        bounds.append(u"< "_s + boundEditText(unitOf(rule), *rule.floor));
    if (rule.ceiling)
        bounds.append(u"> "_s + boundEditText(unitOf(rule), *rule.ceiling));
    return bounds.join(u", "_s);
}

QString conditionText(const AlertRule &rule)
{
    QStringList parts;
    const AlertMetric *metric = alertMetric(rule.metric);
    if (metric == nullptr)
        parts.append(visibleLine(rule.expression.simplified(), 300));
    else
        parts.append(metricTitle(rule) + u' ' + boundText(rule));
    if (metric != nullptr && metric->fold != AlertFold::Each && metric->fold != AlertFold::Last)
        parts.append(Tr::tr("over %1").arg(alertDurationText(rule.window)));
    if (rule.holds.count() > 0)
        parts.append(Tr::tr("for %1 or longer").arg(alertDurationText(rule.holds)));
    return parts.join(u" · "_s);
}

QString ruleValueText(const AlertRule &rule, const std::optional<double> &value)
{
    if (!value)
        return QString(dash);
    return rule.metric.isEmpty() ? QString::number(*value, 'g', 4) : alertValueText(unitOf(rule), *value);
}

QString severityTitle(AlertSeverity severity)
{
    switch (severity) {
    case AlertSeverity::Info: return Tr::tr("Info");
    case AlertSeverity::Warning: return Tr::tr("Warning");
    case AlertSeverity::Critical: return Tr::tr("Critical");
    }
    Q_UNREACHABLE();
}

QString noDataTitle(AlertNoData mode)
{
    switch (mode) {
    case AlertNoData::Ok: return Tr::tr("as kept");
    case AlertNoData::Keep: return Tr::tr("as before");
    case AlertNoData::Alert: return Tr::tr("as broken");
    }
    Q_UNREACHABLE();
}

QString muteTitle(AlertMute mute)
{
    switch (mute) {
    case AlertMute::Told: return {};
    case AlertMute::Silenced: return Tr::tr("silenced");
    case AlertMute::Inhibited: return Tr::tr("held back by another alert");
    }
    Q_UNREACHABLE();
}

QString spanText(std::chrono::microseconds length)
{
    using namespace std::chrono;
    if (length < minutes(1))
        return Tr::tr("%1 s").arg(std::max<qint64>(0, duration_cast<seconds>(length).count()));
    const qint64 mins = duration_cast<minutes>(length).count();
    if (mins < 60)
        return Tr::tr("%1 min").arg(mins);
    if (mins < 48 * 60)
        return mins % 60 == 0 ? Tr::tr("%1 h").arg(mins / 60)
                              : Tr::tr("%1 h %2 min").arg(mins / 60).arg(mins % 60);
    return Tr::tr("%n day(s)", nullptr, static_cast<int>(mins / 60 / 24));
}

QString sinceText(UtcTime since, UtcTime now)
{
    if (since == UtcTime{})
        return {};
    return Tr::tr("since %1 · %2").arg(whenText(since, now), spanText(now - since));
}

QString firingTimes(const AlertFiring &firing, UtcTime now)
{
    if (!firing.resolvedAt)
        return Tr::tr("%1 · %2 so far").arg(whenText(firing.firedAt, now), spanText(now - firing.firedAt));
    return u"%1 – %2 · %3"_s.arg(whenText(firing.firedAt, now), whenText(*firing.resolvedAt, now),
                                 spanText(*firing.resolvedAt - firing.firedAt));
}

QString firingSum(const QList<AlertFiring> &firings, const QString &range, UtcTime now)
{
    if (firings.isEmpty())
        return Tr::tr("No firing in %1").arg(range);
    std::chrono::microseconds all{0};
    for (const AlertFiring &firing : firings)
        all += firing.resolvedAt.value_or(now) - firing.firedAt;
    return Tr::tr("%n firing(s) in %1, %2 in all", nullptr, static_cast<int>(firings.size()))
        .arg(range, spanText(all));
}

QString noteText(const AlertNote &note, const QString &who)
{
    const QString name = personText(note.who, who);
    QString text = note.action == u"acknowledged" ? Tr::tr("acknowledged by %1").arg(name)
                   : note.action == u"noted"      ? Tr::tr("note by %1").arg(name)
                   : note.action == u"delivered"  ? Tr::tr("delivered to %1").arg(visibleLine(note.who, 80))
                   : note.action == u"delivery_failed"
                       ? Tr::tr("not delivered to %1").arg(visibleLine(note.who, 80))
                   : note.action == u"linked"
                       ? Tr::tr("answered by policy %1, %2").arg(note.policyRevision.value_or(0)).arg(name)
                       : visibleLine(note.action, 40);
    if (!note.note.isEmpty())
        text += u": "_s + visibleLine(note.note, 400);
    return text;
}

std::optional<double> parseBound(AlertUnit unit, const QString &text)
{
    QString number = text.trimmed();
    double factor = 1.0;
    const auto takes = [&number](QLatin1StringView suffix) {
        if (!number.endsWith(suffix))
            return false;
        number.chop(suffix.size());
        return true;
    };
    if (number.startsWith(u'$'))
        number.remove(0, 1);
    if ((unit == AlertUnit::Score || unit == AlertUnit::Share) && takes("%"_L1))
        factor = 0.01;
    else if (unit == AlertUnit::Percent)
        takes("%"_L1);
    else if (unit == AlertUnit::Milliseconds && !takes("ms"_L1) && takes("s"_L1))
        factor = 1000.0;
    bool ok = false;
    number = number.trimmed().replace(u',', u'.');
    const double value = number.toDouble(&ok) * factor;
    return ok ? std::optional(value) : std::nullopt;
}

QString boundEditText(AlertUnit unit, double bound)
{
    switch (unit) {
    case AlertUnit::Share: return QString::number(bound * 100.0, 'g', 8) + u'%';
    case AlertUnit::Percent: return QString::number(bound, 'g', 8) + u'%';
    case AlertUnit::Milliseconds: return QString::number(bound, 'g', 12) + u" ms"_s;
    case AlertUnit::Dollars: return u'$' + QString::number(bound, 'g', 8);
    case AlertUnit::Score:
    case AlertUnit::Count: return QString::number(bound, 'g', 12);
    }
    Q_UNREACHABLE();
}

std::optional<AlertLabels> parseLabels(const QString &text)
{
    AlertLabels labels;
    for (const QString &part : commaParts(text)) {
        const Result<AlertMatcher> one = parseAlertMatcher(part);
        if (!one || one->negated || one->pattern)
            return std::nullopt;
        labels.insert(one->label, one->value);
    }
    return labels;
}

QString labelsText(const AlertLabels &labels)
{
    QStringList parts;
    for (auto it = labels.begin(); it != labels.end(); ++it)
        parts.append(u"%1=\"%2\""_s.arg(it.key(), it.value()));
    return parts.join(u", "_s);
}

Result<QList<AlertMatcher>> parseMatchers(const QString &text)
{
    QList<AlertMatcher> matchers;
    for (const QString &part : commaParts(text)) {
        const Result<AlertMatcher> one = parseAlertMatcher(part);
        if (!one)
            return fail(one.error());
        matchers.append(*one);
    }
    if (matchers.isEmpty())
        return fail(Errc::InvalidArgument,
                    Tr::tr("Say what is silenced, such as alertname=\"HighLatency\"."));
    return matchers;
}

} // namespace assay::ui
