// SPDX-License-Identifier: Apache-2.0
#include "alerts/alert_text.h"
#include "ui/alerts/alert_sheets.h"
#include "ui/alerts/alerts_header.h"
#include "ui/alerts/alerts_workspace.h"
#include "ui/alerts/firing_pane.h"
#include "ui/alerts/rule_editor.h"
#include "ui/alerts/rule_page.h"
#include "ui/kit/actions.h"
#include "ui/kit/plain.h"
#include "ui/kit/search_field.h"
#include "ui/kit/toast.h"
#include "ui/kit/tr.h"

#include <QtWidgets/QMenu>
#include <QtWidgets/QStackedWidget>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int saidFor = 6000; ///< ms
constexpr qsizetype mostUndone = 50;
constexpr qsizetype mostNamed = 100; ///< turns in a filter

AlertRule *ruleOf(AlertRules &rules, const QString &name)
{
    const auto found = std::ranges::find(rules.rules, name, &AlertRule::name);
    return found == rules.rules.end() ? nullptr : &*found;
}

QString freeName(const AlertRules &rules)
{
    const QString base = Tr::tr("NewRule");
    QString name = base;
    for (int n = 2; std::ranges::find(rules.rules, name, &AlertRule::name) != rules.rules.end(); ++n)
        name = base + QString::number(n);
    return name;
}

} // namespace

void AlertsWorkspace::connectActions()
{
    const auto on = [this](ActionId id, auto member) {
        connect(m_actions.at(id), &QAction::triggered, this, [this, member] { std::invoke(member, this); });
    };
    on(ActionId::NewAlertRule, &AlertsWorkspace::newRule);
    on(ActionId::SaveAlertRule, &AlertsWorkspace::saveRule);
    on(ActionId::ImportAlertRules, &AlertsWorkspace::chooseImport);
    on(ActionId::ExportAlertRules, &AlertsWorkspace::chooseExport);
    on(ActionId::LeaveAlert, &AlertsWorkspace::leave);
    on(ActionId::AcknowledgeAlert, &AlertsWorkspace::acknowledge);
    on(ActionId::SilenceAlert, &AlertsWorkspace::silence);
    on(ActionId::NoteAlert, &AlertsWorkspace::note);
    on(ActionId::LinkAlertPolicy, &AlertsWorkspace::linkPolicy);
    on(ActionId::EditAlertRule, &AlertsWorkspace::edit);
    on(ActionId::ToggleAlertRule, &AlertsWorkspace::toggleRule);
    on(ActionId::RemoveAlertRule, &AlertsWorkspace::removeRule);
    on(ActionId::OpenAlertTurn, &AlertsWorkspace::openTurn);
    const auto run = [this](ActionId id, auto job) {
        connect(m_actions.at(id), &QAction::triggered, this, job);
    };
    const auto step = [this](int by) {
        if (!isEditing())
            m_list->move(by);
    };
    run(ActionId::NextAlert, [step] { step(1); });
    run(ActionId::PreviousAlert, [step] { step(-1); });
    run(ActionId::AlertToTriage, [this] {
        if (const std::optional<SharedScope> scope = scopeOfFiring(false))
            Q_EMIT triageWanted(*scope);
    });
    run(ActionId::AlertToEvents, [this] {
        if (const std::optional<SharedScope> scope = scopeOfFiring(true))
            Q_EMIT eventsWanted(*scope);
    });
    run(ActionId::ToggleAlertDesktop, [this] {
        toggleDelivery(&AlertDelivery::desktop, Tr::tr("Alerts are told on the desktop."),
                       Tr::tr("Alerts are told in this window only. Ctrl+Z takes it back."));
    });
    run(ActionId::ToggleAlertSound, [this] {
        toggleDelivery(&AlertDelivery::sound, Tr::tr("Alerts have a sound."), Tr::tr("Alerts are silent."));
    });
    run(ActionId::FilterAlerts, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    for (const ActionScope scope : {ActionScope::Alerts, ActionScope::AlertList})
        m_actions.listenOn(this, scope);
    if (m_header) {
        connect(m_header, &AlertsHeader::moreWanted, this, &AlertsWorkspace::openMore);
        m_actions.listenOn(titleBar(), ActionScope::Alerts);
    }
}

void AlertsWorkspace::tell(const QString &text)
{
    m_toast->notify(text, {}, saidFor);
}

void AlertsWorkspace::remember(std::function<void()> back)
{
    m_undo.append(std::move(back));
    if (m_undo.size() > mostUndone)
        m_undo.removeFirst();
}

void AlertsWorkspace::undo()
{
    if (m_undo.isEmpty())
        return tell(Tr::tr("Nothing to undo."));
    m_undo.takeLast()();
}

void AlertsWorkspace::edit()
{
    if (const RuleRow *row = m_list->currentRow(); row != nullptr && !isEditing())
        startEditing(row->rule, row->rule.name);
}

void AlertsWorkspace::newRule()
{
    if (isEditing() || !m_known || m_failure)
        return;
    startEditing({.name = freeName(m_rules),
                  .metric = u"failure_rate"_s,
                  .ceiling = 0.1,
                  .holds = std::chrono::minutes(5)},
                 {});
}

void AlertsWorkspace::startEditing(const AlertRule &rule, const QString &original)
{
    m_warned = false;
    ++m_asked; // what is read for the page no longer counts
    m_right->setCurrentIndex(1);
    m_editor->edit(rule, original, m_rules);
}

void AlertsWorkspace::stopEditing()
{
    m_editor->stop();
    m_right->setCurrentIndex(0);
    focusDefault();
    m_historyOf.clear();
    m_soon.start();
}

void AlertsWorkspace::saveRule()
{
    if (!isEditing())
        return;
    if (!m_editor->isSound())
        return tell(Tr::tr("The rule cannot be saved yet: what is wrong is marked."));
    AlertRules rules = m_rules;
    AlertRule rule = m_editor->rule();
    rule.shipped = false;
    const QString name = rule.name;
    if (AlertRule *before = ruleOf(rules, m_editor->original())) {
        // A shipped rule keeps its name in the file; under another name it is a rule of its own.
        if (before->name != name && ruleOf(const_cast<AlertRules &>(shippedAlertRules()), before->name)) {
            before->enabled = false;
            rules.rules.append(rule);
        } else {
            *before = rule;
        }
    } else {
        rules.rules.append(rule);
    }
    m_host.saveRules(rules, this, [this, rules, name, before = m_rules](const Result<bool> &saved) {
        if (!saved)
            return tell(saved.error().message);
        remember([this, before] { saveRules(before, Tr::tr("The rules are as before.")); });
        stopEditing();
        m_rules = rules;
        takeOverview();
        m_list->setCurrent(name);
        readRules();
        tell(Tr::tr("%1 is saved. Ctrl+Z takes it back.").arg(visibleLine(name, 80)));
    });
}

void AlertsWorkspace::saveRules(const AlertRules &rules, const QString &said)
{
    m_rules = rules; // the next key may come before the file is written
    takeOverview();
    m_host.saveRules(rules, this, [this, said](const Result<bool> &saved) {
        readRules();
        if (saved) {
            m_historyOf.clear();
            m_soon.start();
        }
        tell(saved ? said : saved.error().message);
    });
}

/// Esc: out of the editor, at once or, where something was typed, the second time.
void AlertsWorkspace::leave()
{
    if (!isEditing())
        return focusDefault();
    if (m_editor->isChanged() && !std::exchange(m_warned, true))
        return tell(Tr::tr("The rule is not saved. Esc again leaves it as it was."));
    stopEditing();
}

/// All that fires under the rule in hand.
void AlertsWorkspace::acknowledge()
{
    const RuleRow *row = m_list->currentRow();
    QStringList ids;
    for (const AlertEntry &entry : m_host.overview().open)
        if (row != nullptr && entry.firing.rule == row->rule.name && entry.acknowledgedBy.isEmpty())
            ids.append(entry.firing.id);
    if (isEditing())
        return;
    if (ids.isEmpty())
        return tell(Tr::tr("Nothing fires under this rule that nobody has taken."));
    m_noteSheet->open(Tr::tr("Acknowledge %n firing(s) of %1", nullptr, static_cast<int>(ids.size()))
                          .arg(visibleLine(row->rule.name, 80)),
                      Tr::tr("Acknowledge"), m_who, false,
                      [this, ids](const QString &who, const QString &note) {
                          for (const QString &id : ids)
                              m_host.acknowledge(id, who, note, this,
                                                 [this, id, last = ids.last()](const Result<bool> &done) {
                                                     if (!done)
                                                         tell(done.error().message);
                                                     else if (id == last)
                                                         tell(Tr::tr("Acknowledged."));
                                                 });
                      });
}

void AlertsWorkspace::note()
{
    const AlertEntry *entry = m_page->firings().current();
    if (entry == nullptr || isEditing())
        return tell(Tr::tr("There is no firing to write a note to."));
    m_noteSheet->open(Tr::tr("Note to the firing of %1").arg(visibleLine(entry->firing.rule, 80)),
                      Tr::tr("Save"), m_who, true,
                      [this, id = entry->firing.id](const QString &who, const QString &note) {
                          m_host.addNote(id, who, note, this, [this](const Result<bool> &done) {
                              tell(done ? Tr::tr("Note kept.") : done.error().message);
                              m_soon.start();
                          });
                      });
}

QList<AlertSilence> AlertsWorkspace::silencesOf(const AlertRule &rule) const
{
    QList<AlertSilence> found;
    for (const AlertSilence &silence : m_host.overview().silences)
        if (matches(silence, labelsOf(rule)))
            found.append(silence);
    return found;
}

/// Silences the rule in hand, or ends what silences it.
void AlertsWorkspace::silence()
{
    const RuleRow *row = m_list->currentRow();
    if (row == nullptr || isEditing())
        return;
    if (const QList<AlertSilence> now = silencesOf(row->rule); !now.isEmpty())
        return endSilences(now);
    const AlertMatcher matcher{.label = u"alertname"_s, .value = row->rule.name};
    m_silenceSheet->open(alertMatcherText(matcher), m_who);
}

void AlertsWorkspace::addSilence(const AlertSilence &silence)
{
    m_host.addSilence(silence, this, [this](const Result<AlertSilence> &added) {
        if (!added)
            return tell(added.error().message);
        remember([this, silence = *added] { endSilences({silence}); });
        tell(Tr::tr("Silenced. Ctrl+Z takes it back."));
    });
}

void AlertsWorkspace::endSilences(const QList<AlertSilence> &silences)
{
    for (const AlertSilence &silence : silences)
        m_host.endSilence(silence.id, this, [this](const Result<bool> &ended) {
            tell(ended ? Tr::tr("The silence has ended.") : ended.error().message);
        });
}

void AlertsWorkspace::toggleRule()
{
    const RuleRow *row = m_list->currentRow();
    if (row == nullptr || isEditing())
        return;
    AlertRules rules = m_rules;
    AlertRule *rule = ruleOf(rules, row->rule.name);
    rule->enabled = !rule->enabled;
    rule->shipped = false;
    remember([this, before = m_rules] { saveRules(before, Tr::tr("The rules are as before.")); });
    saveRules(rules, (rule->enabled ? Tr::tr("%1 is on.") : Tr::tr("%1 is off. Ctrl+Z takes it back."))
                         .arg(visibleLine(rule->name, 80)));
}

/// An own rule goes; one that comes with the program gets back what it came with.
void AlertsWorkspace::removeRule()
{
    const RuleRow *row = m_list->currentRow();
    if (row == nullptr || isEditing())
        return;
    AlertRules rules = m_rules;
    const QString name = row->rule.name;
    const AlertRules &shipped = shippedAlertRules();
    const auto original = std::ranges::find(shipped.rules, name, &AlertRule::name);
    if (original != shipped.rules.end() && *original == row->rule)
        return tell(Tr::tr("%1 comes with Assay and is unchanged; X switches it off.").arg(name));
    if (original != shipped.rules.end())
        *ruleOf(rules, name) = *original;
    else
        rules.rules.removeIf([&](const AlertRule &rule) { return rule.name == name; });
    remember([this, before = m_rules] { saveRules(before, Tr::tr("The rules are as before.")); });
    saveRules(rules, (original != shipped.rules.end() ? Tr::tr("%1 is as it came. Ctrl+Z takes it back.")
                                                      : Tr::tr("%1 is gone. Ctrl+Z takes it back."))
                         .arg(visibleLine(name, 80)));
}

void AlertsWorkspace::openTurn()
{
    FiringPane &pane = isEditing() ? m_editor->firings() : m_page->firings();
    const AlertSubject *subject = pane.currentTurn();
    if (subject == nullptr)
        return tell(Tr::tr("There is no turn to open."));
    if (subject->turnId.isEmpty())
        return tell(Tr::tr("Only the scores of this turn were recorded; Events has its messages."));
    Q_EMIT turnWanted(subject->threadId, subject->turnId);
}

/// What is behind the firing in hand: its turns, or its threads in its time.
std::optional<SharedScope> AlertsWorkspace::scopeOfFiring(bool threads) const
{
    const AlertEntry *entry = isEditing() ? nullptr : m_page->firings().current();
    const QList<AlertSubject> subjects = m_page->firings().subjects();
    if (entry == nullptr) {
        m_toast->notify(Tr::tr("There is no firing in hand."), {}, saidFor);
        return std::nullopt;
    }
    const AlertRule *rule = nullptr;
    for (const AlertRule &one : m_rules.rules)
        if (one.name == entry->firing.rule)
            rule = &one;
    SharedScope scope{.origin = Tr::tr("Alerts"), .title = entry->firing.rule};
    QStringList names;
    const FilterColumnInfo &column = filterColumn(threads ? FilterColumn::Thread : FilterColumn::Turn);
    for (const AlertSubject &subject : subjects) {
        const QString name = threads ? subject.threadId : subject.turnId;
        if (!name.isEmpty() && names.size() < mostNamed && !names.contains(filterLiteral(column, name)))
            names.append(filterLiteral(column, name));
    }
    if (!names.isEmpty())
        scope.filter = u"%1 in (%2)"_s.arg(QLatin1StringView(column.name), names.join(u", "_s));
    if (threads || names.isEmpty()) {
        scope.from = entry->firing.activeSince -
                     (rule != nullptr ? rule->window : std::chrono::milliseconds(std::chrono::minutes(5)));
        scope.to = entry->firing.resolvedAt.value_or(utcNow());
    }
    return scope;
}

void AlertsWorkspace::openRowMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const ActionId id : {ActionId::AcknowledgeAlert, ActionId::SilenceAlert, ActionId::NoteAlert,
                              ActionId::LinkAlertPolicy, ActionId::EditAlertRule, ActionId::ToggleAlertRule,
                              ActionId::RemoveAlertRule, ActionId::AlertToTriage, ActionId::AlertToEvents})
        menu->addAction(m_actions.at(id));
    menu->popup(at);
}

} // namespace assay::ui
