// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/alerts_workspace.h"
#include "ui/alerts/firing_pane.h"
#include "ui/alerts/rule_page.h"
#include "ui/filter/scope_chip.h"
#include "ui/kit/search_field.h"
#include "ui/kit/segmented_tabs.h"
#include "ui/kit/tr.h"

#include <QtWidgets/QSplitter>

#include <array>

namespace assay::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::array<std::chrono::hours, 4> lengths{1h, 24h, 24h * 7, 24h * 30};
constexpr int usualLength = 1;

} // namespace

QString AlertsWorkspace::rangeName() const
{
    if (m_scope.from || m_scope.to)
        return Tr::tr("this piece of time");
    const QStringList names{Tr::tr("the last hour"), Tr::tr("the last 24 hours"), Tr::tr("the last 7 days"),
                            Tr::tr("the last 30 days")};
    return names.value(m_length->current());
}

/// What the rule in hand measured, and when it really fired.
void AlertsWorkspace::askHistory()
{
    m_soon.stop();
    const RuleRow *row = m_list->currentRow();
    if (row == nullptr || isEditing() || !isVisible())
        return;
    const UtcTime now = utcNow();
    const UtcTime to = m_scope.to.value_or(now);
    m_range = {.from = m_scope.from.value_or(to - lengths.at(static_cast<std::size_t>(m_length->current()))),
               .to = to};
    const quint64 number = ++m_asked;
    if (std::exchange(m_historyOf, row->rule.name) != row->rule.name)
        m_page->setHistoryNote(Tr::tr("looking through what is recorded …"));
    m_measured.reset();
    m_entries.reset();
    m_historyProblem.clear();
    AlertRules alone = m_rules;
    alone.rules = {row->rule};
    alone.rules.first().enabled = true;
    m_host.backtest(alone, m_range.from, m_range.to, row->rule.name, this,
                    [this, number](const Result<AlertBacktest> &measured) {
                        if (number != m_asked || (!measured && measured.error().code == Errc::Cancelled))
                            return;
                        if (!measured)
                            m_historyProblem = measured.error().code == Errc::NotFound
                                                   ? Tr::tr("Nothing was recorded yet.")
                                                   : measured.error().message;
                        m_measured = measured.value_or(AlertBacktest{.from = m_range.from, .to = m_range.to});
                        takeHistory();
                    });
    m_host.readHistory(m_range.from, m_range.to, m_scopeFilter, this,
                       [this, number](const Result<QList<AlertEntry>> &entries) {
                           if (number != m_asked)
                               return;
                           if (!entries)
                               m_historyProblem = entries.error().message;
                           m_entries = entries.value_or(QList<AlertEntry>());
                           takeHistory();
                       });
}

void AlertsWorkspace::takeHistory()
{
    const RuleRow *row = m_list->currentRow();
    if (!m_measured || !m_entries || row == nullptr || row->rule.name != m_historyOf)
        return;
    QList<AlertEntry> mine;
    for (const AlertEntry &entry : std::as_const(*m_entries))
        if (entry.firing.rule == row->rule.name)
            mine.append(entry);
    QList<AlertFiring> firings;
    for (const AlertEntry &entry : std::as_const(mine))
        firings.append(entry.firing);
    const QList<AlertReadout> readouts = m_measured->readouts.value(row->rule.name);
    m_page->setHistory({.rule = row->rule, .range = m_range, .readouts = readouts, .firings = firings}, mine,
                       rangeName(), m_range.to);
    const bool measured =
        std::ranges::any_of(readouts, [](const AlertReadout &readout) { return readout.value.has_value(); });
    if (m_historyProblem.isEmpty() && !measured && mine.isEmpty())
        m_historyProblem = Tr::tr("Nothing that it measures was recorded in %1.").arg(rangeName());
    if (!m_historyProblem.isEmpty())
        m_page->setHistoryNote(m_historyProblem);
    if (!m_wantedFiring.isEmpty())
        m_page->firings().choose(m_wantedFiring);
}

void AlertsWorkspace::showRule(const QString &rule, const QString &firingId)
{
    if (isEditing())
        return;
    m_search->clear();
    m_list->setCurrent(rule);
    m_wantedFiring = firingId;
}

void AlertsWorkspace::setShared(const SharedScope &scope)
{
    if (std::exchange(m_scope, scope) == scope)
        return;
    QString left;
    m_scopeFilter = filterOf({.filter = scope.filter}, FilterUse::Turns, &left);
    m_chip->setScope(scope, left);
    m_page->firings().setFilter(m_scopeFilter);
    m_length->setEnabled(!scope.from && !scope.to);
    m_soon.start();
}

QJsonObject AlertsWorkspace::saveState() const
{
    return {{u"across"_s, QString::fromLatin1(m_across->saveState().toBase64())},
            {u"length"_s, m_length->current()}};
}

void AlertsWorkspace::restoreState(const QJsonObject &state)
{
    if (const QString across = state.value(u"across"_s).toString(); !across.isEmpty())
        m_across->restoreState(QByteArray::fromBase64(across.toLatin1()));
    m_length->setCurrent(state.value(u"length"_s).toInt(usualLength));
}

} // namespace assay::ui
