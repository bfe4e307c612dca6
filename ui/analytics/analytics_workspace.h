// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/analytics_host.h"
#include "ui/analytics/chart.h"
#include "ui/analytics/time_charts.h"
#include "ui/filter/shared_scope.h"

#include <QtCore/QJsonObject>
#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QScrollArea;
class QStackedWidget;

namespace assay::ui {

class Actions;
class AnalyticsHeader;
class ComparePane;
class EmptyState;
class ErrorState;
class FilterField;
class KpiRow;
class PlainLabel;
class RangeBar;
class ReportSheet;
class ScopeChip;
class TimeBar;
class Toast;

/// What the workspace gets from outside.
struct AnalyticsSetup
{
    QString storePath{};
    /// Threshold and targets in force.
    std::function<const Settings &()> settings{};
    Clock now = utcNow;
    /// Alerts that began in a range; empty = nobody knows of alerts.
    std::function<void(const TimeRange &range, QObject *context,
                       std::function<void(const QList<AlertMark> &)> reply)>
        alerts{};
};

/// The Analytics workspace: what the answers of a range of time were like, and what they cost.
///
/// Threading: UI thread; figures are counted on threads of the hosts.
class AnalyticsWorkspace final : public QWidget
{
    Q_OBJECT

public:
    AnalyticsWorkspace(AnalyticsSetup setup, Actions &actions, QWidget *parent = nullptr);
    ~AnalyticsWorkspace() override;

    /// What belongs into the window's title bar, 42 px high. Owned by whoever takes it.
    QWidget *titleBar();
    void focusDefault();

    /// Counts anew, for what was stored since; not while the operator has a brush in hand.
    void refresh();

    /// What another workspace has narrowed all to, taken over; an empty one clears brush and filter.
    void setShared(const SharedScope &scope);

    /// The time range comes back; brush, filter and comparison do not.
    QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);

    /// Which of the five states it is in.
    enum class Shown : std::uint8_t { Content, Loading, Empty, Filtered, Failed };
    Shown shown() const;
    const Chart::Page &page() const { return m_page; }
    const QList<Chart *> &charts() const { return m_charts; }
    FilterField &filter() { return *m_filter; }
    RangeBar &range() { return *m_range; }
    TimeBar &timeBar() { return *m_bar; }
    KpiRow &figures() { return *m_kpis; }
    ComparePane &comparison() { return *m_compare; }
    ReportSheet &report() { return *m_report; }
    bool isComparing() const { return m_comparing; }
    bool isBrushed() const { return m_brush.has_value(); }

Q_SIGNALS:
    /// For the status bar. Empty when nothing is shown.
    void statusText(const QString &text);
    /// Nothing to see yet: to where answers are made.
    void askWanted();
    void stateChanged();
    /// The operator has narrowed the page: all workspaces are to follow. Empty = not any more.
    void scopeWanted(const assay::ui::SharedScope &scope);
    void scopeClearWanted();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void compose();
    QWidget *makeTop();
    QWidget *makeContent();
    QWidget *makeStates();
    void connectHosts();
    void connectParts();
    void connectCharts();
    void connectActions();

    void ask();
    void askPage();
    void askFor(const TimeRange &range);
    bool askCoarser(const AnalyticsPage &page);
    AnalyticsQuery queryFor(const TimeRange &range) const;
    Result<AnalyticsQuery> shownQuery(const TimeRange &range) const;
    TimeRange shownRange() const { return m_brush.value_or(m_whole); }
    void takePage(const Chart::Page &page);
    void takeError(const Error &error);
    void askAlerts();
    void showStates();
    void showFacts();
    void setReadAt(std::optional<UtcTime> time);
    void share();
    void narrowTo(const FilterNode &clause);
    void brushTo(const TimeRange &range);
    void resetBrush();
    void leave();
    void toggleComparing();
    void chooseRange(const QString &text);
    void fillNothing();
    void stepChart(int by);
    Chart *chartInHand() const;
    void openChartMenu(Chart *chart, const QPoint &at);
    void openReport();
    void tellReport(const QString &path);
    void copyCsv();
    void copyPicture();
    QStringList valuesOf(FilterColumn column, const QString &typed) const;

    AnalyticsSetup m_setup;
    Actions &m_actions;
    AnalyticsHost m_host;
    AnalyticsHost m_barHost;
    QPointer<AnalyticsHeader> m_header;
    RangeBar *m_range;
    FilterField *m_filter;
    ScopeChip *m_chip;
    PlainLabel *m_before; ///< what deltas are against
    TimeBar *m_bar;
    PlainLabel *m_facts;
    PlainLabel *m_said; ///< the range, or what is being read
    KpiRow *m_kpis;
    ComparePane *m_compare;
    QList<Chart *> m_charts;
    QScrollArea *m_scroll;
    QStackedWidget *m_states;
    EmptyState *m_empty;
    EmptyState *m_filtered;
    ErrorState *m_error;
    ReportSheet *m_report;
    Toast *m_toast;
    QTimer m_soon;  ///< a brush in motion asks no more often than this
    QTimer m_again; ///< while it is shown, the range moves on
    TimeRange m_whole;
    std::optional<TimeRange> m_brush;
    Chart::Page m_page;
    std::optional<Error> m_failed;
    QPointer<Chart> m_menuOf;
    QString m_sentence; ///< of the figure that is read
    int m_mostBuckets = 0;
    SharedScope m_shared;  ///< as it was last told or taken over
    bool m_taking = false; ///< another's scope is being taken over
    bool m_comparing = false;
    bool m_waiting = false;
};

} // namespace assay::ui
