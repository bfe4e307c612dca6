// SPDX-License-Identifier: Apache-2.0
// What answered a firing, and where alerts are told.
#include "ui/alerts/alerts_header.h"
#include "ui/alerts/alerts_workspace.h"
#include "ui/alerts/firing_pane.h"
#include "ui/alerts/rule_page.h"
#include "ui/kit/actions.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"
#include "ui/triage/triage_words.h"

#include <QtCore/QLocale>
#include <QtWidgets/QMenu>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

QString shareText(qint64 passed, qint64 judged)
{
    return judged > 0 ? QLocale().toString(100.0 * static_cast<double>(passed) / static_cast<double>(judged),
                                           'f', 1) +
                            u" %"_s
                      : Tr::tr("nothing judged");
}

/// "92.1 % of 140 before, 97.3 % of 75 since"
QString effectText(const AlertEffect &effect)
{
    const QLocale locale;
    return Tr::tr("%1 of %2 passed before, %3 of %4 under it")
        .arg(shareText(effect.passedBefore, effect.judgedBefore), locale.toString(effect.judgedBefore),
             shareText(effect.passedAfter, effect.judgedAfter), locale.toString(effect.judgedAfter));
}

} // namespace

void AlertsWorkspace::linkPolicy()
{
    const AlertEntry *entry = isEditing() ? nullptr : m_page->firings().current();
    if (entry == nullptr)
        return tell(Tr::tr("There is no firing in hand."));
    m_host.readPolicies(entry->firing.activeSince, this,
                        [this, id = entry->firing.id](const Result<QList<PolicyUse>> &policies) {
                            if (!policies)
                                return tell(policies.error().message);
                            takePolicies(id, *policies);
                        });
}

void AlertsWorkspace::takePolicies(const QString &firingId, const QList<PolicyUse> &policies)
{
    if (policies.isEmpty())
        return tell(Tr::tr("No turn ran under a new policy since it began: nothing answered it yet."));
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    int number = 0;
    for (const PolicyUse &policy : policies) {
        const QString effect = effectText(policy.effect);
        menu->addAction(
            Tr::tr("&%1  Policy %2, since %3: %4")
                .arg(QString::number(++number), QString::number(policy.revision),
                     whenText(policy.effect.changedAt, utcNow()), effect),
            this, [this, firingId, revision = policy.revision, effect] {
                m_host.linkPolicy(
                    firingId, revision, m_who, this,
                    [this, revision, effect](const Result<AlertEffect> &linked) {
                        tell(linked
                                 ? Tr::tr("Policy %1 answered it: %2.").arg(QString::number(revision), effect)
                                 : linked.error().message);
                        m_soon.start();
                    });
            });
    }
    menu->popup(m_actionRow->mapToGlobal(QPoint(12, -menu->sizeHint().height())));
    menu->setActiveAction(menu->actions().constLast());
}

/// @param what of the delivery is turned over
void AlertsWorkspace::toggleDelivery(bool AlertDelivery::*what, const QString &on, const QString &off)
{
    if (!m_known || m_failure)
        return;
    AlertRules rules = m_rules;
    rules.delivery.*what = !(rules.delivery.*what);
    remember([this, before = m_rules] { saveRules(before, Tr::tr("The rules are as before.")); });
    saveRules(rules, rules.delivery.*what ? on : off);
}

void AlertsWorkspace::openMore()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const ActionId id : {ActionId::ImportAlertRules, ActionId::ExportAlertRules})
        menu->addAction(m_actions.at(id));
    menu->addSeparator();
    const std::tuple<ActionId, QString, bool> switches[] = {
        {ActionId::ToggleAlertDesktop, Tr::tr("Tell alerts on the desktop"), m_rules.delivery.desktop},
        {ActionId::ToggleAlertSound, Tr::tr("Sound"), m_rules.delivery.sound}};
    for (const auto &[id, text, on] : switches) {
        QAction *one = menu->addAction(text, m_actions.at(id), &QAction::trigger);
        one->setCheckable(true);
        one->setChecked(on);
    }
    menu->popup(m_header->moreAt());
}

} // namespace assay::ui
