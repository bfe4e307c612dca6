// SPDX-License-Identifier: Apache-2.0
#include "alerts/alert_file.h"
#include "alerts/alert_metrics.h"
#include "alerts/promql.h"
#include "alerts/quality_series.h"
#include "base/text.h"
#include "base/tr.h"

#include <cmath>

namespace assay {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds longestWindow = std::chrono::hours(24 * 30);
constexpr qsizetype longestName = 128;

class Checker
{
public:
    explicit Checker(const AlertRule &rule) : m_rule(rule) {}

    QList<SettingProblem> run()
    {
        if (m_rule.name.trimmed().isEmpty() || m_rule.name.size() > longestName)
            add(SettingProblemKind::NotAccepted, u"name"_s,
                Tr::tr("A rule needs a name of at most %1 characters.").arg(longestName));
        if (m_rule.metric.isEmpty() == m_rule.expression.isEmpty())
            add(SettingProblemKind::NotAccepted, m_rule.metric.isEmpty() ? u"name"_s : u"expression"_s,
                Tr::tr("A rule has either a metric or an expression."));
        else if (m_rule.expression.isEmpty())
            checkMetric();
        else
            checkExpression();
        if (m_rule.window < std::chrono::seconds(1) || m_rule.window > longestWindow)
            add(SettingProblemKind::OutOfRange, u"window"_s,
                Tr::tr("The window must lie between 1s and 30d."));
        for (const auto &[key, length] :
             {std::pair{u"for"_s, m_rule.holds}, {u"keep_firing_for"_s, m_rule.keepFiring}})
            if (length < milliseconds(0) || length > longestWindow)
                add(SettingProblemKind::OutOfRange, key, Tr::tr("This must lie between 0s and 30d."));
        if (m_rule.fewest < 1)
            add(SettingProblemKind::OutOfRange, u"fewest"_s, Tr::tr("This must be 1 or more."));
        checkLabels();
        return std::move(m_problems);
    }

private:
    void add(SettingProblemKind kind, const QString &key, const QString &what, const QString &nearest = {})
    {
        m_problems.append({.kind = kind, .key = key, .nearest = nearest, .what = what});
    }

    void checkMetric()
    {
        const AlertMetric *metric = alertMetric(m_rule.metric);
        if (metric == nullptr)
            return add(SettingProblemKind::NotAccepted, u"metric"_s,
                       Tr::tr("There is no metric “%1”.").arg(m_rule.metric),
                       nearestOf(m_rule.metric, alertMetricNames()));
        if (!m_rule.floor && !m_rule.ceiling)
            add(SettingProblemKind::NotAccepted, u"metric"_s, Tr::tr("Say a floor, a ceiling, or both."));
        const double most = metric->unit == AlertUnit::Score || metric->unit == AlertUnit::Share ? 1.0
                            : metric->unit == AlertUnit::Percent                                 ? 100.0
                                                                                                 : 1e15;
        for (const auto &[key, bound] : {std::pair{u"floor"_s, m_rule.floor}, {u"ceiling"_s, m_rule.ceiling}})
            if (bound && (!std::isfinite(*bound) || *bound < 0.0 || *bound > most))
                add(SettingProblemKind::OutOfRange, key, Tr::tr("This must lie between 0 and %1.").arg(most));
        if (m_rule.floor && m_rule.ceiling && *m_rule.floor > *m_rule.ceiling)
            add(SettingProblemKind::OutOfRange, u"floor"_s, Tr::tr("The floor lies above the ceiling."));
        if (metric->fold == AlertFold::Each && m_rule.holds > milliseconds(0))
            add(SettingProblemKind::NotAccepted, u"for"_s,
                Tr::tr("A single response does not last; leave this out."));
    }

    void checkExpression()
    {
        if (m_rule.floor || m_rule.ceiling)
            add(SettingProblemKind::NotAccepted, m_rule.floor ? u"floor"_s : u"ceiling"_s,
                Tr::tr("An expression compares by itself; leave this out."));
        const tl::expected<promql::Node, promql::Problem> parsed = promql::parse(m_rule.expression);
        if (!parsed)
            return add(
                SettingProblemKind::NotAccepted, u"expression"_s,
                Tr::tr("At character %1: %2").arg(parsed.error().position + 1).arg(parsed.error().what),
                parsed.error().nearest);
        for (const promql::Node *selector : promql::selectorsOf(*parsed))
            if (!qualitySeriesNames().contains(selector->name))
                add(SettingProblemKind::NotAccepted, u"expression"_s,
                    Tr::tr("At character %1: there is no series “%2” here.")
                        .arg(selector->position + 1)
                        .arg(selector->name),
                    nearestOf(selector->name, qualitySeriesNames()));
    }

    static bool isLabelName(const QString &name)
    {
        const auto fits = [](QChar c) {
            return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_' ||
                   (c >= u'0' && c <= u'9');
        };
        return !name.isEmpty() && !(name.front() >= u'0' && name.front() <= u'9') &&
               std::ranges::all_of(name, fits);
    }

    void checkLabels()
    {
        static const QStringList taken{u"alertname"_s, u"severity"_s, u"response"_s, u"__name__"_s};
        for (auto it = m_rule.labels.begin(); it != m_rule.labels.end(); ++it) {
            if (taken.contains(it.key()))
                add(SettingProblemKind::NotAccepted, u"labels"_s,
                    Tr::tr("The label %1 is set by Assay.").arg(it.key()));
            else if (!isLabelName(it.key()))
                add(SettingProblemKind::NotAccepted, u"labels"_s,
                    Tr::tr("“%1” is no name of a label: letters, digits and _.").arg(it.key()));
        }
        for (auto it = m_rule.annotations.begin(); it != m_rule.annotations.end(); ++it)
            if (!isLabelName(it.key()))
                add(SettingProblemKind::NotAccepted, u"annotations"_s,
                    Tr::tr("“%1” is no name of a label: letters, digits and _.").arg(it.key()));
    }

    const AlertRule &m_rule;
    QList<SettingProblem> m_problems;
};

} // namespace

QList<SettingProblem> checkAlertRule(const AlertRule &rule)
{
    return Checker(rule).run();
}

} // namespace assay
