// SPDX-License-Identifier: Apache-2.0
#include "ui/triage/triage_words.h"

#include "ui/kit/chip.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>

#include <array>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostShown = 200;

constexpr std::array badReasons{
    ReasonCode{"wrong", QT_TRANSLATE_NOOP("AssayUi", "Wrong")},
    ReasonCode{"tool_ignored", QT_TRANSLATE_NOOP("AssayUi", "Tool result ignored")},
    ReasonCode{"incomplete", QT_TRANSLATE_NOOP("AssayUi", "Incomplete")},
    ReasonCode{"off_topic", QT_TRANSLATE_NOOP("AssayUi", "Off topic")},
    ReasonCode{"not_grounded", QT_TRANSLATE_NOOP("AssayUi", "Not in the sources")},
    ReasonCode{"tone", QT_TRANSLATE_NOOP("AssayUi", "Tone")},
};

constexpr std::array goodReasons{
    ReasonCode{"correct", QT_TRANSLATE_NOOP("AssayUi", "Correct")},
    ReasonCode{"judge_too_strict", QT_TRANSLATE_NOOP("AssayUi", "Judge too strict")},
    ReasonCode{"refusal_right", QT_TRANSLATE_NOOP("AssayUi", "Right to decline")},
};

QDateTime localOf(UtcTime time)
{
    return QDateTime::fromMSecsSinceEpoch(toMicros(time) / 1000);
}

} // namespace

std::span<const ReasonCode> reasonCodes(Label label)
{
    return label == Label::Good ? std::span<const ReasonCode>(goodReasons)
                                : std::span<const ReasonCode>(badReasons);
}

QString groupTitle(const TriageGroup &group)
{
    switch (group.kind) {
    case TriageGroup::Kind::Issue:
    case TriageGroup::Kind::Thread: return visibleLine(group.name, mostShown);
    case TriageGroup::Kind::Model:
    case TriageGroup::Kind::Question:
        return group.name.isEmpty() ? Tr::tr("not told") : visibleLine(group.name, mostShown);
    case TriageGroup::Kind::LabelledBad: return Tr::tr("labelled bad");
    case TriageGroup::Kind::RaisedAlert: return Tr::tr("raised an alert");
    case TriageGroup::Kind::NoIssue: return Tr::tr("no issue named");
    case TriageGroup::Kind::NotCompared: return Tr::tr("older ones, not compared");
    }
    Q_UNREACHABLE();
}

QString scopeTitle(TriageScope scope)
{
    switch (scope) {
    case TriageScope::Open: return Tr::tr("Open");
    case TriageScope::Mine: return Tr::tr("Mine");
    case TriageScope::Snoozed: return Tr::tr("Snoozed");
    case TriageScope::Resolved: return Tr::tr("Resolved");
    case TriageScope::All: return Tr::tr("All");
    }
    Q_UNREACHABLE();
}

QString groupingTitle(TriageGrouping grouping)
{
    switch (grouping) {
    case TriageGrouping::Issue: return Tr::tr("Issue");
    case TriageGrouping::Model: return Tr::tr("Model");
    case TriageGrouping::Thread: return Tr::tr("Thread");
    case TriageGrouping::Similar: return Tr::tr("Similar question");
    }
    Q_UNREACHABLE();
}

QString countsText(const TriageCounts &counts)
{
    const QLocale locale;
    return Tr::tr("%1 open, %2 resolved today")
        .arg(locale.toString(counts.open), locale.toString(counts.resolvedToday));
}

QString personText(const QString &person, const QString &who)
{
    return person == who ? Tr::tr("you") : visibleLine(person, 60);
}

QString logText(const TriageLogEntry &entry, const QString &who)
{
    const QString fact = visibleLine(entry.fact, mostShown);
    if (entry.action == u"assign")
        return fact.isEmpty() ? Tr::tr("assigned to nobody")
                              : Tr::tr("assigned to %1").arg(personText(entry.fact, who));
    if (entry.action == u"note")
        return fact.isEmpty() ? Tr::tr("note removed") : Tr::tr("note: %1").arg(fact);
    if (entry.action == u"resolve")
        return Tr::tr("resolved");
    if (entry.action == u"reopen")
        return fact.isEmpty() ? Tr::tr("opened again") : Tr::tr("opened again, it got worse: %1").arg(fact);
    if (entry.action == u"snooze")
        return Tr::tr("snoozed until %1").arg(QString(fact).left(16).replace(u'T', u' '));
    if (entry.action == u"wake")
        return Tr::tr("woken");
    if (entry.action == u"label")
        return Tr::tr("labelled %1").arg(fact);
    if (entry.action == u"rerun")
        return Tr::tr("re-run with %1").arg(fact);
    if (entry.action == u"judge_again")
        return Tr::tr("judged again: %1").arg(fact);
    if (entry.action == u"suite")
        return Tr::tr("evaluation suite: %1").arg(fact);
    if (entry.action == u"training")
        return Tr::tr("training data: %1").arg(fact);
    if (entry.action == u"save_view")
        return Tr::tr("view saved: %1").arg(fact);
    if (entry.action == u"delete_view")
        return Tr::tr("view deleted: %1").arg(fact);
    if (entry.action == u"undo")
        return Tr::tr("taken back: %1").arg(logText({.action = entry.fact}, who));
    return visibleLine(entry.action, 40) + (fact.isEmpty() ? QString() : u": "_s + fact);
}

QString undoneText(const TriageUndone &undone)
{
    if (undone.action.isEmpty())
        return Tr::tr("Nothing to undo.");
    if (undone.changed == 0)
        return Tr::tr("Not undone: somebody else has changed it since.");
    const QString what = undone.action == u"assign"        ? Tr::tr("assignment")
                         : undone.action == u"note"        ? Tr::tr("note")
                         : undone.action == u"resolve"     ? Tr::tr("resolved")
                         : undone.action == u"reopen"      ? Tr::tr("opened again")
                         : undone.action == u"snooze"      ? Tr::tr("snoozed")
                         : undone.action == u"wake"        ? Tr::tr("woken")
                         : undone.action == u"label"       ? Tr::tr("label")
                         : undone.action == u"save_view"   ? Tr::tr("view saved")
                         : undone.action == u"delete_view" ? Tr::tr("view deleted")
                                                           : visibleLine(undone.action, 40);
    const QString done = Tr::tr("Undone: %1").arg(what);
    return undone.changed > 1 ? Tr::tr("%1 (%2 turns)").arg(done, QLocale().toString(undone.changed)) : done;
}

QString whenText(UtcTime time, UtcTime now)
{
    const QDateTime at = localOf(time);
    const QDateTime today = localOf(now);
    if (at.date() == today.date())
        return at.toString(u"HH:mm"_s);
    if (at.daysTo(today) >= 0 && at.daysTo(today) < 7)
        return QLocale().toString(at, u"ddd HH:mm"_s);
    return at.toString(u"yyyy-MM-dd"_s);
}

QString spokenRow(const TriageRow &row, const QString &who)
{
    QStringList parts{scoreText(row.item.score), visibleLine(row.question, mostShown),
                      visibleLine(row.item.model, 60), Tr::tr("%n attempt(s)", nullptr, row.item.attempts)};
    for (const QString &issue : row.item.issues)
        parts.append(visibleLine(issue, 60));
    if (!row.item.state.assignee.isEmpty())
        parts.append(personText(row.item.state.assignee, who));
    if (row.tooClose)
        parts.append(Tr::tr("too close to call"));
    if (row.item.state.resolved)
        parts.append(Tr::tr("resolved"));
    return parts.join(u", "_s);
}

} // namespace assay::ui
