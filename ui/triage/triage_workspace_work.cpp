// SPDX-License-Identifier: Apache-2.0
#include "ui/filter/filter_field.h"
#include "ui/kit/actions.h"
#include "ui/kit/button.h"
#include "ui/kit/plain.h"
#include "ui/kit/toast.h"
#include "ui/kit/tr.h"
#include "ui/triage/choice_bar.h"
#include "ui/triage/queue_view.h"
#include "ui/triage/triage_header.h"
#include "ui/triage/triage_words.h"
#include "ui/triage/triage_workspace.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtWidgets/QMenu>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int morning = 8; ///< o'clock, for "tomorrow" and "next week"

/// The local morning `days` from today.
UtcTime morningIn(int days)
{
    const QDateTime at(QDate::currentDate().addDays(days), QTime(morning, 0));
    return fromMicros(at.toMSecsSinceEpoch() * 1000);
}

QMenu *menuFor(QWidget *owner)
{
    auto *menu = new QMenu(owner);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    return menu;
}

} // namespace

void TriageWorkspace::connectActions()
{
    const auto on = [this](ActionId id, auto member) {
        connect(m_actions.at(id), &QAction::triggered, this, [this, member] { std::invoke(member, this); });
    };
    on(ActionId::ResolveTriage, &TriageWorkspace::toggleResolved);
    on(ActionId::AssignTriage, &TriageWorkspace::assign);
    on(ActionId::NoteTriage, &TriageWorkspace::note);
    on(ActionId::SnoozeTriage, &TriageWorkspace::snooze);
    on(ActionId::RerunTriage, &TriageWorkspace::rerun);
    on(ActionId::JudgeAgain, &TriageWorkspace::judgeAgain);
    on(ActionId::TriageToSuite, &TriageWorkspace::pickForSuite);
    on(ActionId::TriageToTraining, &TriageWorkspace::pickForTraining);
    on(ActionId::TriageViews, &TriageWorkspace::openViews);
    on(ActionId::TriageScopes, &TriageWorkspace::openScopeMenu);
    on(ActionId::TriageGroups, &TriageWorkspace::openGroupMenu);
    on(ActionId::SaveTriageView, &TriageWorkspace::saveView);
    on(ActionId::OpenTriageTurn, &TriageWorkspace::openTurn);
    on(ActionId::LeaveTriage, &TriageWorkspace::leave);
    const auto run = [this](ActionId id, auto job) {
        connect(m_actions.at(id), &QAction::triggered, this, job);
    };
    run(ActionId::NextTriage, [this] { m_queue->move(1); });
    run(ActionId::PreviousTriage, [this] { m_queue->move(-1); });
    run(ActionId::TriageBad, [this] { label(Label::Bad); });
    run(ActionId::TriageGood, [this] { label(Label::Good); });
    run(ActionId::ChooseTriage, [this] { m_queue->toggleChosen(); });
    run(ActionId::ChooseAllTriage, [this] { m_queue->chooseAll(); });
    run(ActionId::TriageDown, [this] { m_detail->scroll(1); });
    run(ActionId::TriageUp, [this] { m_detail->scroll(-1); });
    run(ActionId::FilterTriage, [this] {
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    });
    for (const ActionScope scope : {ActionScope::Triage, ActionScope::TriageQueue})
        m_actions.listenOn(this, scope);
    m_actions.listenOn(m_header.data(), ActionScope::Triage);
}

void TriageWorkspace::tell(const QString &text)
{
    m_toast->notify(text, {}, 5000);
}

void TriageWorkspace::relist(qint64 anchorPlace)
{
    const TriageRow *row = m_queue->row(anchorPlace);
    m_host.setQuery(m_query, row != nullptr ? row->item.row : 0);
}

/// @param goesAway the turns leave the list: the next one is chosen at once, so that the next key means it
void TriageWorkspace::apply(const TriageChange &change, bool goesAway)
{
    const TriageWhich which = m_queue->which();
    if (!which.all && which.targets.isEmpty())
        return;
    m_queue->expect(change, utcNow());
    if (m_queue->chosenCount() > 0)
        m_queue->chooseNone();
    else if (goesAway && m_queue->neighbour() >= 0)
        m_queue->setCurrent(m_queue->neighbour());
    m_host.apply(which, change, m_who, this, [this](const Result<TriageOutcome> &outcome) {
        if (!outcome)
            tell(outcome.error().message);
        else if (!outcome->conflicts.isEmpty())
            tell(Tr::tr("Somebody else has changed %1 meanwhile; it was left as it is.")
                     .arg(outcome->conflicts.size() == 1
                              ? outcome->conflicts.first()
                              : Tr::tr("%n turn(s)", nullptr, static_cast<int>(outcome->conflicts.size()))));
        else if (outcome->changed > 1)
            tell(Tr::tr("%1 turns changed. Ctrl+Z takes it back.").arg(QLocale().toString(outcome->changed)));
        relist(m_queue->current());
    });
}

/// A resolved turn is opened again by the same key.
void TriageWorkspace::toggleResolved()
{
    const TriageRow *row = m_queue->currentRow();
    if (row == nullptr)
        return;
    const bool reopen = row->item.state.resolved && m_queue->chosenCount() == 0;
    apply({.kind = reopen ? TriageChange::Kind::Reopen : TriageChange::Kind::Resolve},
          m_query.scope != TriageScope::All);
}

void TriageWorkspace::label(Label label)
{
    if (m_queue->currentRow() == nullptr)
        return;
    QStringList choices;
    for (const ReasonCode &reason : reasonCodes(label))
        choices.append(Tr::tr(reason.text));
    m_choices->ask(
        {.title = label == Label::Bad ? Tr::tr("What is bad about it?") : Tr::tr("What is good about it?"),
         .choices = choices,
         .field = Tr::tr("In other words"),
         .enter = Tr::tr("Label")},
        [this, label](int choice, const QString &text) {
            const auto reasons = reasonCodes(label);
            const QString reason = choice >= 0 && std::cmp_less(choice, reasons.size())
                                       ? QString::fromLatin1(reasons[static_cast<std::size_t>(choice)].token)
                                       : QString();
            putLabel(label, reason.isEmpty() || text.isEmpty() ? reason + text : reason + u": "_s + text);
        });
}

void TriageWorkspace::putLabel(Label label, const QString &note)
{
    const TriageWhich which = m_queue->which();
    m_queue->expectLabel(label);
    if (m_queue->chosenCount() > 0)
        m_queue->chooseNone();
    m_host.label(which, label, note, m_who, this,
                 [this, label, note](const Result<QList<TriageRelabel>> &before) {
                     if (!before) {
                         tell(before.error().message);
                         relist(m_queue->current());
                         return;
                     }
                     for (const TriageRelabel &one : *before)
                         m_workbench.label(one.turnId, one.threadId, label, note);
                 });
}

void TriageWorkspace::assign()
{
    const TriageRow *row = m_queue->currentRow();
    if (row == nullptr)
        return;
    m_choices->ask({.title = Tr::tr("Assign to"),
                    .choices = {Tr::tr("Me"), Tr::tr("Nobody")},
                    .field = Tr::tr("Somebody else"),
                    .enter = Tr::tr("Assign"),
                    .longest = 60},
                   [this](int choice, const QString &text) {
                       const QString to = choice == 0 ? m_who : choice == 1 ? QString() : text;
                       if (choice >= 0 || !to.isEmpty())
                           apply({.kind = TriageChange::Kind::Assign, .text = to}, false);
                   });
}

void TriageWorkspace::note()
{
    const TriageRow *row = m_queue->currentRow();
    if (row == nullptr)
        return;
    m_choices->ask(
        {.title = Tr::tr("Note"),
         .field = Tr::tr("For whoever looks at it next"),
         .text = m_queue->chosenCount() > 0 ? QString() : row->item.state.note,
         .enter = Tr::tr("Save")},
        [this](int, const QString &text) { apply({.kind = TriageChange::Kind::Note, .text = text}, false); });
}

void TriageWorkspace::snooze()
{
    const TriageRow *row = m_queue->currentRow();
    if (row == nullptr)
        return;
    QStringList choices{Tr::tr("1 hour"), Tr::tr("4 hours"), Tr::tr("Tomorrow morning"), Tr::tr("In a week")};
    if (row->item.state.snoozedUntil)
        choices.append(Tr::tr("Not any more"));
    m_choices->ask({.title = Tr::tr("Snooze for"), .choices = choices}, [this](int choice, const QString &) {
        using namespace std::chrono_literals;
        if (choice == 4) {
            apply({.kind = TriageChange::Kind::Wake}, m_query.scope == TriageScope::Snoozed);
            return;
        }
        const UtcTime until = choice == 0   ? utcNow() + 1h
                              : choice == 1 ? utcNow() + 4h
                              : choice == 2 ? morningIn(1)
                                            : morningIn(7);
        apply({.kind = TriageChange::Kind::Snooze, .until = until},
              m_query.scope == TriageScope::Open || m_query.scope == TriageScope::Mine);
    });
}

void TriageWorkspace::undo()
{
    m_host.undo(m_who, this, [this](const Result<TriageUndone> &undone) {
        if (!undone) {
            tell(undone.error().message);
            return;
        }
        for (const TriageRelabel &one : undone->labels)
            m_workbench.label(one.turnId, one.threadId, one.label, one.note);
        tell(undoneText(*undone));
        relist(m_queue->current());
    });
}

void TriageWorkspace::setScope(TriageScope scope)
{
    m_query.scope = scope;
    m_scopeButton->setText(scopeTitle(scope));
    m_scopeButton->setAccessibleName(Tr::tr("Show") + u": "_s + scopeTitle(scope));
    m_queue->chooseNone();
    if (m_asked)
        list();
    Q_EMIT stateChanged();
}

void TriageWorkspace::setGrouping(TriageGrouping grouping)
{
    m_query.grouping = grouping;
    m_groupButton->setText(groupingTitle(grouping));
    m_groupButton->setAccessibleName(Tr::tr("Group") + u": "_s + groupingTitle(grouping));
    if (m_asked)
        list();
    Q_EMIT stateChanged();
}

void TriageWorkspace::openScopeMenu()
{
    QMenu *menu = menuFor(this);
    for (const EnumToken<TriageScope> &one : enumTokens<TriageScope>()) {
        QAction *action =
            menu->addAction(scopeTitle(one.value), this, [this, value = one.value] { setScope(value); });
        action->setCheckable(true);
        action->setChecked(one.value == m_query.scope);
    }
    menu->popup(m_scopeButton->mapToGlobal(QPoint(0, m_scopeButton->height() + 2)));
}

void TriageWorkspace::openGroupMenu()
{
    QMenu *menu = menuFor(this);
    for (const EnumToken<TriageGrouping> &one : enumTokens<TriageGrouping>()) {
        QAction *action = menu->addAction(groupingTitle(one.value), this,
                                          [this, value = one.value] { setGrouping(value); });
        action->setCheckable(true);
        action->setChecked(one.value == m_query.grouping);
    }
    menu->popup(m_groupButton->mapToGlobal(QPoint(0, m_groupButton->height() + 2)));
}

void TriageWorkspace::openViews()
{
    m_host.readViews(this, [this](const Result<QList<TriageView>> &views) {
        if (!views) {
            tell(views.error().message);
            return;
        }
        QMenu *menu = menuFor(this);
        const auto plain = [](const QString &name) { return visibleLine(name, 60).replace(u'&', u"&&"_s); };
        for (const TriageView &view : *views)
            menu->addAction(plain(view.name), this, [this, view] { takeView(view); });
        if (!views->isEmpty())
            menu->addSeparator();
        menu->addAction(Tr::tr("Save this view …"), this, &TriageWorkspace::saveView);
        for (const TriageView &view : *views)
            menu->addAction(Tr::tr("Delete “%1”").arg(plain(view.name)), this, [this, name = view.name] {
                m_host.deleteView(name, m_who, this, [this](const Result<bool> &done) {
                    tell(done ? Tr::tr("View deleted. Ctrl+Z takes it back.") : done.error().message);
                });
            });
        menu->popup(m_viewsButton->mapToGlobal(QPoint(0, m_viewsButton->height() + 2)));
    });
}

void TriageWorkspace::saveView()
{
    m_choices->ask({.title = Tr::tr("Save filter, scope and grouping as"),
                    .field = Tr::tr("Name of the view"),
                    .enter = Tr::tr("Save"),
                    .longest = 60},
                   [this](int, const QString &name) {
                       if (name.isEmpty())
                           return;
                       m_host.saveView({.name = name,
                                        .filter = m_filter->filter().toString(),
                                        .scope = tokenOf(m_query.scope),
                                        .grouping = tokenOf(m_query.grouping)},
                                       m_who, this, [this](const Result<bool> &done) {
                                           tell(done ? Tr::tr("View saved.") : done.error().message);
                                       });
                   });
}

void TriageWorkspace::takeView(const TriageView &view)
{
    m_query.scope = fromToken<TriageScope>(view.scope).value_or(TriageScope::Open);
    setScope(m_query.scope);
    setGrouping(fromToken<TriageGrouping>(view.grouping).value_or(TriageGrouping::Issue));
    m_filter->apply(view.filter);
}

void TriageWorkspace::openTurn()
{
    if (const TriageRow *row = m_queue->currentRow())
        Q_EMIT turnWanted(row->item.threadId, row->item.turnId);
}

void TriageWorkspace::openRowMenu(const QPoint &at)
{
    QMenu *menu = menuFor(this);
    for (const ActionId id :
         {ActionId::ResolveTriage, ActionId::TriageBad, ActionId::TriageGood, ActionId::AssignTriage,
          ActionId::NoteTriage, ActionId::SnoozeTriage, ActionId::RerunTriage, ActionId::JudgeAgain,
          ActionId::TriageToSuite, ActionId::TriageToTraining, ActionId::OpenTriageTurn})
        menu->addAction(m_actions.at(id));
    menu->popup(at);
}

/// Esc: first what was chosen, then back to the queue.
void TriageWorkspace::leave()
{
    if (m_queue->chosenCount() > 0)
        m_queue->chooseNone();
    focusDefault();
}

} // namespace assay::ui
