// SPDX-License-Identifier: Apache-2.0
// What the page is narrowed to is one value for all workspaces.
#include "ui/analytics/analytics_workspace.h"
#include "ui/analytics/range_bar.h"
#include "ui/analytics/time_bar.h"
#include "ui/filter/filter_field.h"
#include "ui/filter/scope_chip.h"
#include "ui/kit/tr.h"

namespace assay::ui {

using namespace Qt::StringLiterals;

/// A range back from now moves on and narrows nothing; a brush, an own range and a filter do.
void AnalyticsWorkspace::share()
{
    if (m_taking)
        return;
    SharedScope scope{.origin = Tr::tr("Analytics"), .filter = m_filter->filter().toString()};
    if (m_brush || !m_range->isRelative()) {
        const TimeRange range = shownRange();
        scope.from = range.from;
        scope.to = range.to;
    }
    if (scope.isEmpty())
        scope = {};
    if (std::exchange(m_shared, scope) == scope)
        return;
    m_chip->setScope({});
    Q_EMIT scopeWanted(scope);
}

void AnalyticsWorkspace::setShared(const SharedScope &scope)
{
    if (std::exchange(m_shared, scope) == scope)
        return;
    m_taking = true;
    m_chip->setScope(scope);
    m_filter->apply(scope.filter);
    m_brush.reset();
    if (scope.from && scope.to)
        m_range->setText(toIso(*scope.from) + u".."_s + toIso(*scope.to));
    else if (!m_range->isRelative())
        m_range->setText(u"24h"_s);
    if (isVisible())
        ask();
    m_taking = false;
}

} // namespace assay::ui
