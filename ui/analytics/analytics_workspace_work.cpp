// SPDX-License-Identifier: Apache-2.0
#include "ui/analytics/analytics_header.h"
#include "ui/analytics/analytics_workspace.h"
#include "ui/analytics/chart_layout.h"
#include "ui/analytics/compare_pane.h"
#include "ui/analytics/figure_words.h"
#include "ui/analytics/kpi_row.h"
#include "ui/analytics/range_bar.h"
#include "ui/analytics/time_bar.h"
#include "ui/filter/filter_field.h"
#include "ui/kit/actions.h"
#include "ui/kit/button.h"
#include "ui/kit/plain.h"
#include "ui/kit/segmented_tabs.h"
#include "ui/kit/states.h"
#include "ui/kit/toast.h"
#include "ui/kit/tr.h"

#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto longestRange = "30d"_L1;
constexpr qsizetype mostValues = 12;
constexpr int mostBuckets = 120;
constexpr int leastBuckets = 24;
constexpr qint64 leastInBucket = 6; ///< responses, on average

} // namespace

void AnalyticsWorkspace::connectActions()
{
    const auto on = [this](ActionId id, auto run) {
        connect(m_actions.at(id), &QAction::triggered, this, run);
    };
    on(ActionId::CompareRanges, [this] { toggleComparing(); });
    on(ActionId::WriteReport, [this] { openReport(); });
    on(ActionId::CountAgain, [this] { ask(); });
    on(ActionId::LeaveAnalytics, [this] { leave(); });
    on(ActionId::FilterAnalytics, [this] {
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    });
    on(ActionId::NextChart, [this] { stepChart(1); });
    on(ActionId::PreviousChart, [this] { stepChart(-1); });
    on(ActionId::FocusTimeBar, [this] { m_bar->setFocus(Qt::ShortcutFocusReason); });
    on(ActionId::LastHour, [this] { chooseRange(u"1h"_s); });
    on(ActionId::LastDay, [this] { chooseRange(u"24h"_s); });
    on(ActionId::LastWeek, [this] { chooseRange(u"7d"_s); });
    on(ActionId::LastMonth, [this] { chooseRange(u"30d"_s); });
    on(ActionId::OwnRange, [this] {
        m_range->suggest(shownRange());
        m_range->openOwn();
    });
    on(ActionId::CopyChartCsv, [this] { copyCsv(); });
    on(ActionId::CopyChartPicture, [this] { copyPicture(); });
    for (const ActionScope scope : {ActionScope::Analytics, ActionScope::AnalyticsCharts})
        m_actions.listenOn(this, scope);
    m_actions.listenOn(m_header, ActionScope::Analytics);
}

AnalyticsQuery AnalyticsWorkspace::queryFor(const TimeRange &range) const
{
    AnalyticsQuery query{.range = range, .filter = m_filter->filter(), .now = m_setup.now()};
    if (m_setup.settings) {
        const Settings &settings = m_setup.settings();
        query.threshold = static_cast<float>(settings.get("quality.threshold"_setting));
        query.targets = targetsFrom(settings);
    }
    return query;
}

void AnalyticsWorkspace::ask()
{
    const Result<TimeRange> whole = readTimeRange(m_range->text(), m_setup.now());
    m_range->setProblem(whole ? QString() : whole.error().message);
    if (!whole) {
        if (!m_page)
            takeError(whole.error());
        return;
    }
    m_whole = *whole;
    const TimeRange around{.from = std::max(fromMicros(0), m_whole.from - m_whole.length()),
                           .to = m_whole.to};
    m_bar->setBounds(around);
    m_range->suggest(shownRange());
    m_barHost.ask(queryFor(around));
    askPage();
}

void AnalyticsWorkspace::askPage()
{
    const TimeRange range = shownRange();
    m_bar->setBrush(range);
    m_before->setText(m_range->isRelative() ? Tr::tr("vs %1 before").arg(lengthText(range.length()))
                                            : QString());
    m_before->setVisible(!m_before->fullText().isEmpty());
    m_mostBuckets = mostBuckets;
    askFor(range);
}

/// Buckets of a response or two say nothing: then fewer, longer ones. Is another page on its way?
bool AnalyticsWorkspace::askCoarser(const AnalyticsPage &page)
{
    const auto sensible =
        static_cast<int>(std::clamp<qint64>(page.responses / leastInBucket, leastBuckets, mostBuckets));
    if (m_mostBuckets < mostBuckets || page.buckets.size() <= leastBuckets ||
        page.buckets.size() < sensible * 3 / 2)
        return false;
    m_mostBuckets = sensible;
    askFor(shownRange());
    return true;
}

void AnalyticsWorkspace::askFor(const TimeRange &range)
{
    Result<AnalyticsQuery> query = shownQuery(range);
    if (!query) {
        m_compare->setProblem(query.error().message);
        return;
    }
    query->mostBuckets = m_mostBuckets;
    m_waiting = true;
    m_host.ask(*query);
    showStates();
}

/// With the range it is held against. @errors InvalidArgument (that one is none)
Result<AnalyticsQuery> AnalyticsWorkspace::shownQuery(const TimeRange &range) const
{
    AnalyticsQuery query = queryFor(range);
    if (m_comparing) {
        const Result<TimeRange> base = m_compare->baseOf(range, query.now);
        if (!base)
            return fail(base.error());
        query.compareWith = *base;
    }
    return query;
}

void AnalyticsWorkspace::refresh()
{
    if (isVisible() && m_range->isRelative() && !m_bar->isDragging())
        ask();
}

void AnalyticsWorkspace::takePage(const Chart::Page &page)
{
    m_waiting = false;
    m_failed.reset();
    m_page = page;
    m_kpis->setPage(page);
    for (Chart *chart : std::as_const(m_charts))
        chart->setPage(page);
    showStates();
    askAlerts();
}

/// When alerts began is marked where the pass rate is.
void AnalyticsWorkspace::askAlerts()
{
    if (!m_setup.alerts || !m_page)
        return;
    m_setup.alerts(m_page->range, this, [this, asked = m_page](const QList<AlertMark> &alerts) {
        if (asked != m_page)
            return;
        for (Chart *chart : std::as_const(m_charts))
            if (auto *pass = qobject_cast<PassChart *>(chart))
                pass->setAlerts(alerts);
    });
}

void AnalyticsWorkspace::takeError(const Error &error)
{
    m_waiting = false;
    m_failed = error;
    m_page = nullptr;
    showStates();
}

void AnalyticsWorkspace::showStates()
{
    Shown shown = Shown::Content;
    if (m_failed && m_failed->code == Errc::NotFound) {
        shown = Shown::Empty;
        m_empty->setSentence(Tr::tr("Nothing has been recorded yet. Ask a question, or let `assay demo load` "
                                    "write sample data to look at."));
        m_empty->button()->setText(Tr::tr("Ask a question"));
    } else if (m_failed) {
        shown = Shown::Failed;
        m_error->setError(m_failed->message, m_filter->filter().toString());
    } else if (!m_page) {
        shown = Shown::Loading;
    } else if (m_page->responses == 0 && !m_page->filter.isEmpty()) {
        shown = Shown::Filtered;
        m_filtered->setSentence(
            Tr::tr("No response of %1 matches “%2”.").arg(rangeText(m_page->range), m_page->filter));
    } else if (m_page->isEmpty() || m_page->responses == 0) {
        shown = Shown::Empty;
        const bool longest = m_range->text() == longestRange;
        m_empty->setSentence(m_page->gaps.events > 0
                                 ? Tr::tr("%1: %2 events, but no response among them.")
                                       .arg(rangeText(m_page->range), numberText(m_page->gaps.events))
                                 : Tr::tr("%1: nothing was recorded.").arg(rangeText(m_page->range)));
        m_empty->button()->setText(longest ? Tr::tr("Ask a question") : Tr::tr("Show the last 30 days"));
    }
    m_states->setCurrentIndex(static_cast<int>(shown));
    showFacts();
}

void AnalyticsWorkspace::showFacts()
{
    m_said->setText(m_sentence.isEmpty() ? rangeText(shownRange()) : m_sentence);
    m_said->setTone(m_sentence.isEmpty() ? Tone::Second : Tone::Primary);
    m_facts->setText(m_page ? factsText(*m_page) : QString());
    if (!m_page) {
        Q_EMIT statusText(QString());
        return;
    }
    const auto ms = std::chrono::ceil<std::chrono::milliseconds>(m_page->took).count();
    Q_EMIT statusText(
        m_page->basis == AnalyticsBasis::Rollups
            ? Tr::tr("Range %1, from minute sums, %2 ms").arg(lengthText(shownRange().length())).arg(ms)
            : Tr::tr("Range %1, from the stored rows, %2 ms").arg(lengthText(shownRange().length())).arg(ms));
}

void AnalyticsWorkspace::setReadAt(std::optional<UtcTime> time)
{
    m_bar->setReadAt(time);
    for (Chart *chart : std::as_const(m_charts))
        chart->setReadAt(time);
}

void AnalyticsWorkspace::narrowTo(const FilterNode &clause)
{
    m_filter->apply(narrowed(m_filter->filter(), clause).toString());
}

void AnalyticsWorkspace::brushTo(const TimeRange &range)
{
    m_brush = range == m_whole ? std::nullopt : std::optional(range);
    m_bar->setBrush(range);
    showFacts();
    if (!m_soon.isActive())
        m_soon.start();
}

void AnalyticsWorkspace::resetBrush()
{
    if (!m_brush)
        return;
    m_brush.reset();
    askPage();
    share();
}

void AnalyticsWorkspace::leave()
{
    if (m_brush)
        resetBrush();
    else
        focusDefault();
}

void AnalyticsWorkspace::toggleComparing()
{
    m_comparing = !m_comparing;
    m_compare->setVisible(m_comparing);
    m_kpis->setVisible(!m_comparing);
    if (m_header)
        m_header->setComparing(m_comparing);
    if (m_comparing)
        m_compare->tabs()->setFocus(Qt::OtherFocusReason);
    m_sentence.clear();
    askPage();
}

void AnalyticsWorkspace::chooseRange(const QString &text)
{
    m_range->setText(text);
    m_brush.reset();
    ask();
    share();
    Q_EMIT stateChanged();
}

void AnalyticsWorkspace::fillNothing()
{
    const bool nothingAtAll = m_failed && m_failed->code == Errc::NotFound;
    if (nothingAtAll || m_range->text() == longestRange)
        Q_EMIT askWanted();
    else
        chooseRange(longestRange);
}

void AnalyticsWorkspace::stepChart(int by)
{
    if (shown() != Shown::Content)
        return;
    qsizetype at = -1;
    for (qsizetype i = 0; i < m_charts.size(); ++i)
        if (m_charts.at(i)->hasFocus())
            at = i;
    at = at < 0 && by < 0 ? m_charts.size() - 1 : std::clamp<qsizetype>(at + by, 0, m_charts.size() - 1);
    m_charts.at(at)->setFocus(Qt::ShortcutFocusReason);
    m_scroll->ensureWidgetVisible(m_charts.at(at), 0, 12);
}

QStringList AnalyticsWorkspace::valuesOf(FilterColumn column, const QString &typed) const
{
    QStringList found;
    const auto offer = [&](const QString &value) {
        if (!value.isEmpty() && value.startsWith(typed, Qt::CaseInsensitive) && found.size() < mostValues)
            found.append(value);
    };
    if (m_page && column == FilterColumn::Model)
        for (const ModelUsage &model : m_page->models)
            offer(model.model);
    if (m_page && column == FilterColumn::Issue)
        for (const IssueCount &issue : m_page->issues)
            offer(issue.issue);
    return found;
}

} // namespace assay::ui
