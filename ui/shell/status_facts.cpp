// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/status_facts.h"

#include "settings/profiles.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 28;

QString spendText(const StatusInput &input)
{
    const Micros budget = input.settings.get("cost.daily_budget"_setting);
    const QString spent = formatUsd(input.spentToday);
    return budget.value > 0 ? Tr::tr("%1 of %2").arg(spent, formatUsd(budget)) : spent;
}

} // namespace

QList<StatusSegment> statusLeft(const StatusInput &input)
{
    const Settings &settings = input.settings;
    const QString judge = settings.get("agent.judge_model"_setting);
    const Micros budget = settings.get("cost.daily_budget"_setting);
    const bool over = budget.value > 0 && input.spentToday > budget;
    QList<StatusSegment> segments;
    if (input.problem.isEmpty())
        segments.append(
            {.label = Tr::tr("Core"),
             .value = input.running > 0 ? Tr::tr("%n running", nullptr, input.running) : Tr::tr("ready"),
             .dot = Dot::Good});
    else
        segments.append({.label = Tr::tr("Core"), .value = visibleLine(input.problem, 120), .dot = Dot::Bad});
    segments.append({.label = Tr::tr("Judge"),
                     .value = visibleLine(judge, longestName),
                     .dot = judge.startsWith(u"offline") ? Dot::Idle : Dot::None});
    segments.append(
        {.label = Tr::tr("Spend today"), .value = spendText(input), .dot = over ? Dot::Bad : Dot::None});
    segments.append({.label = Tr::tr("Alerts"),
                     .value = input.firing > 0 ? Tr::tr("%n firing", nullptr, input.firing) : Tr::tr("none"),
                     .dot = input.firing > 0 ? Dot::Bad : Dot::None});
    if (!input.facts.isEmpty())
        segments.append({.label = input.facts, .value = QString(), .divided = true});
    return segments;
}

int alertSegment(const QList<StatusSegment> &segments)
{
    const auto found = std::ranges::find(segments, Tr::tr("Alerts"), &StatusSegment::label);
    return found == segments.end() ? -1 : static_cast<int>(found - segments.begin());
}

QList<StatusSegment> statusRight(const StatusInput &input)
{
    const QString profile = input.settings.profile();
    return {{.label = Tr::tr("Profile"), .value = visibleLine(profileTitle(profile), longestName)},
            {.label = toIso(input.now).mid(11, 8), .value = u"UTC"_s}};
}

} // namespace assay::ui
