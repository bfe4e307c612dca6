// SPDX-License-Identifier: Apache-2.0
#include "ui/filter/filter_field.h"
#include "ui/filter/scope_chip.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"
#include "ui/triage/queue_view.h"
#include "ui/triage/triage_header.h"
#include "ui/triage/triage_words.h"
#include "ui/triage/triage_workspace.h"

#include <QtCore/QLocale>
#include <QtWidgets/QSplitter>

namespace assay::ui {

using namespace Qt::StringLiterals;

/// The list obeys the filter line and what all workspaces are narrowed to.
void TriageWorkspace::putFilter()
{
    const ScopedFilter both = scopedFilter(m_filter->filter(), m_shared, FilterUse::Turns);
    m_query.filter = both.filter;
    m_chip->setScope(m_shared, both.left);
}

void TriageWorkspace::setShared(const SharedScope &scope)
{
    if (std::exchange(m_shared, scope) == scope)
        return;
    putFilter();
    m_queue->chooseNone();
    if (m_asked)
        list();
}

QString TriageWorkspace::filterText() const
{
    QStringList parts{m_filter->filter().toString(), scopeText(m_shared)};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

void TriageWorkspace::clearFilter()
{
    m_filter->apply(QString());
    if (!m_shared.isEmpty())
        Q_EMIT scopeClearWanted();
    focusDefault();
}

void TriageWorkspace::showHead()
{
    const TriageList &list = m_queue->list();
    if (m_header)
        m_header->setFacts(!m_sharedTrouble.isEmpty() ? m_sharedTrouble
                           : list.number == 0         ? QString()
                                                      : countsText(list.counts));
    const qint64 chosen = m_queue->chosenCount();
    m_chosenNote->setText(chosen > 0 ? Tr::tr("%1 chosen").arg(QLocale().toString(chosen)) : QString());
    Q_EMIT countText(list.counts.open > 0 ? QLocale().toString(list.counts.open) : QString());
    Q_EMIT statusText(list.number == 0 ? QString() : countsText(list.counts));
}

QJsonObject TriageWorkspace::saveState() const
{
    return {{u"across"_s, QString::fromLatin1(m_across->saveState().toBase64())},
            {u"filter"_s, m_filter->filter().toString()},
            {u"scope"_s, tokenOf(m_query.scope)},
            {u"grouping"_s, tokenOf(m_query.grouping)}};
}

void TriageWorkspace::restoreState(const QJsonObject &state)
{
    if (const QString across = state.value(u"across"_s).toString(); !across.isEmpty())
        m_across->restoreState(QByteArray::fromBase64(across.toLatin1()));
    setScope(fromToken<TriageScope>(state.value(u"scope"_s).toString()).value_or(TriageScope::Open));
    setGrouping(
        fromToken<TriageGrouping>(state.value(u"grouping"_s).toString()).value_or(TriageGrouping::Issue));
    if (const QString filter = state.value(u"filter"_s).toString(); !filter.isEmpty())
        m_filter->apply(filter);
}

} // namespace assay::ui
