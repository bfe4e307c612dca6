// SPDX-License-Identifier: Apache-2.0
#include "ui/analytics/analytics_workspace.h"

#include "ui/analytics/analytics_header.h"
#include "ui/analytics/bar_charts.h"
#include "ui/analytics/compare_pane.h"
#include "ui/analytics/kpi_row.h"
#include "ui/analytics/range_bar.h"
#include "ui/analytics/reliability_chart.h"
#include "ui/analytics/report_sheet.h"
#include "ui/analytics/row_charts.h"
#include "ui/analytics/time_bar.h"
#include "ui/analytics/time_charts.h"
#include "ui/filter/filter_field.h"
#include "ui/filter/scope_chip.h"
#include "ui/kit/actions.h"
#include "ui/kit/button.h"
#include "ui/kit/card.h"
#include "ui/kit/plain.h"
#include "ui/kit/segmented_tabs.h"
#include "ui/kit/states.h"
#include "ui/kit/toast.h"
#include "ui/kit/tr.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 20;
constexpr int chartMargin = 14; ///< charts keep 6 px to themselves
constexpr int columnGap = 26;
constexpr std::chrono::milliseconds brushEvery{60};
constexpr std::chrono::seconds againEvery{60};

} // namespace

AnalyticsWorkspace::AnalyticsWorkspace(AnalyticsSetup setup, Actions &actions, QWidget *parent)
    : QWidget(parent), m_setup(std::move(setup)), m_actions(actions), m_host(m_setup.storePath),
      m_barHost(m_setup.storePath), m_header(new AnalyticsHeader(actions)), m_range(new RangeBar),
      m_filter(new FilterField(filterAnyUse)),
      m_chip(new ScopeChip(actions.at(ActionId::ClearScope)->shortcut())),
      m_before(new PlainLabel(QString(), Type::Small, Tone::Second)), m_bar(new TimeBar),
      m_facts(new PlainLabel(QString(), Type::Small, Tone::Second)),
      m_said(new PlainLabel(QString(), Type::Small, Tone::Second)), m_kpis(new KpiRow),
      m_compare(new ComparePane), m_scroll(new QScrollArea), m_states(new QStackedWidget),
      m_empty(new EmptyState(Icon::Analytics, QString(), Tr::tr("Ask a question"))),
      m_filtered(new EmptyState(Icon::Filter, QString(), Tr::tr("Clear the filter"))),
      m_error(new ErrorState), m_report(nullptr), m_toast(nullptr)
{
    compose();
    m_report = new ReportSheet(m_setup.storePath, this);
    m_toast = new Toast(m_states);
    m_soon.setSingleShot(true);
    m_soon.setInterval(brushEvery);
    m_again.setInterval(againEvery);
    connectHosts();
    connectParts();
    connectCharts();
    connectActions();
    showStates();
}

AnalyticsWorkspace::~AnalyticsWorkspace()
{
    if (m_header && !m_header->parent())
        delete m_header;
}

void AnalyticsWorkspace::compose()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTop());
    column->addWidget(new Hairline);
    column->addWidget(makeStates(), 1);
}

QWidget *AnalyticsWorkspace::makeTop()
{
    m_filter->setPlaceholderText(Tr::tr("Filter, for example: model = gpt-4 and score < 0.9"));
    m_filter->setAccessibleName(Tr::tr("Filter"));
    m_filter->setKeyHint(m_actions.at(ActionId::FilterAnalytics)->shortcut());
    m_filter->setMinimumWidth(160);
    m_said->setElide(Qt::ElideRight);
    m_said->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_facts->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    auto *top = new Pane(Pane::Ground::Surface);
    auto *head = new QVBoxLayout(top);
    head->setContentsMargins(0, 6, 0, 6);
    head->setSpacing(4);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(margin, 0, margin, 0);
    line->setSpacing(12);
    line->addWidget(m_range);
    line->addWidget(m_before);
    line->addWidget(m_filter, 1);
    auto *facts = new QHBoxLayout;
    facts->setContentsMargins(margin, 0, margin, 0);
    facts->setSpacing(16);
    facts->addWidget(m_said, 1);
    facts->addWidget(m_facts);
    head->addLayout(line);
    auto *narrowed = new QHBoxLayout;
    narrowed->setContentsMargins(margin, 0, margin, 0);
    narrowed->addWidget(m_chip);
    head->addLayout(narrowed);
    head->addWidget(m_bar);
    head->addLayout(facts);
    return top;
}

QWidget *AnalyticsWorkspace::makeContent()
{
    m_charts = {new ScoreChart,  new PassChart,   new CostChart,    new LatencyChart,
                new IssuesChart, new ModelsChart, new RetriesChart, new ReliabilityChart};
    auto *ground = new Pane(Pane::Ground::Surface);
    auto *column = new QVBoxLayout(ground);
    column->setContentsMargins(0, 10, 0, 12);
    column->setSpacing(8);
    column->addWidget(m_kpis);
    column->addWidget(m_compare);
    m_compare->hide();
    column->addWidget(new Hairline);
    auto *grid = new QGridLayout;
    grid->setContentsMargins(chartMargin, 2, chartMargin, 0);
    grid->setHorizontalSpacing(columnGap);
    grid->setVerticalSpacing(6);
    for (int i = 0; i < static_cast<int>(m_charts.size()); ++i) {
        const int row = i / 2 * 2;
        grid->addWidget(m_charts.at(i), row, i % 2, Qt::AlignTop);
        if (i % 2 == 0 && i > 0)
            grid->addWidget(new Hairline, row - 1, 0, 1, 2);
    }
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    column->addLayout(grid);
    column->addStretch(1);
    return ground;
}

QWidget *AnalyticsWorkspace::makeStates()
{
    const auto grounded = [](QWidget *content) {
        auto *pane = new Pane(Pane::Ground::Surface);
        auto *column = new QVBoxLayout(pane);
        column->addWidget(content);
        return pane;
    };
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(makeContent());
    // In the order of Shown.
    m_states->addWidget(m_scroll);
    m_states->addWidget(grounded(new Skeleton(8)));
    m_states->addWidget(grounded(m_empty));
    m_states->addWidget(grounded(m_filtered));
    m_states->addWidget(grounded(m_error));
    return m_states;
}

AnalyticsWorkspace::Shown AnalyticsWorkspace::shown() const
{
    return static_cast<Shown>(m_states->currentIndex());
}

QWidget *AnalyticsWorkspace::titleBar()
{
    return m_header;
}

void AnalyticsWorkspace::focusDefault()
{
    m_bar->setFocus(Qt::OtherFocusReason);
}

void AnalyticsWorkspace::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    ask();
    m_again.start();
}

QJsonObject AnalyticsWorkspace::saveState() const
{
    const QString text = m_range->text();
    return {{u"range"_s, readTimeRange(text, m_setup.now()) ? text : u"24h"_s}};
}

void AnalyticsWorkspace::restoreState(const QJsonObject &state)
{
    if (const QString range = state.value(u"range"_s).toString(); !range.isEmpty())
        m_range->setText(range);
}

void AnalyticsWorkspace::connectHosts()
{
    connect(&m_host, &AnalyticsHost::pageReady, this, [this](quint64, const AnalyticsPage &page) {
        if (askCoarser(page))
            return;
        m_compare->setComparison(nullptr);
        takePage(std::make_shared<const AnalyticsPage>(page));
    });
    connect(&m_host, &AnalyticsHost::comparisonReady, this,
            [this](quint64, const AnalyticsComparison &compared) {
                if (askCoarser(compared.other))
                    return;
                m_compare->setComparison(std::make_shared<const AnalyticsComparison>(compared));
                takePage(std::make_shared<const AnalyticsPage>(compared.other));
            });
    connect(&m_host, &AnalyticsHost::failed, this, [this](quint64, const Error &error) { takeError(error); });
    connect(&m_barHost, &AnalyticsHost::pageReady, this, [this](quint64, const AnalyticsPage &page) {
        m_bar->setPage(std::make_shared<const AnalyticsPage>(page));
    });
    connect(&m_barHost, &AnalyticsHost::failed, this, [this] { m_bar->setPage(nullptr); });
}

void AnalyticsWorkspace::connectParts()
{
    connect(m_range, &RangeBar::changed, this, [this] {
        m_brush.reset();
        ask();
        share();
        Q_EMIT stateChanged();
    });
    connect(m_filter, &FilterField::filterChanged, this, [this] {
        ask();
        share();
    });
    connect(m_chip, &ScopeChip::clearWanted, this, &AnalyticsWorkspace::scopeClearWanted);
    m_filter->setValueSource(
        [this](FilterColumn column, const QString &typed) { return valuesOf(column, typed); });
    connect(m_filter, &FilterField::left, this, &AnalyticsWorkspace::focusDefault);
    connect(m_bar, &TimeBar::brushEdited, this, &AnalyticsWorkspace::brushTo);
    connect(m_bar, &TimeBar::resetWanted, this, &AnalyticsWorkspace::resetBrush);
    connect(m_compare, &ComparePane::changed, this, &AnalyticsWorkspace::askPage);
    const auto tell = [this](const QString &sentence) {
        m_sentence = sentence;
        showFacts();
    };
    connect(m_kpis, &KpiRow::told, this, tell);
    connect(m_compare->table(), &CompareTable::told, this, tell);
    connect(m_empty, &EmptyState::activated, this, &AnalyticsWorkspace::fillNothing);
    connect(m_filtered, &EmptyState::activated, this, [this] { m_filter->apply(QString()); });
    connect(m_error, &ErrorState::retry, this, &AnalyticsWorkspace::ask);
    connect(m_report, &ReportSheet::written, this, [this](const QString &path, bool unseen) {
        if (unseen)
            tellReport(path);
    });
    connect(m_report, &ReportSheet::failedUnseen, this,
            [this](const QString &message) { m_toast->notify(message); });
    connect(&m_soon, &QTimer::timeout, this, [this] {
        askPage();
        share();
    });
    connect(&m_again, &QTimer::timeout, this, &AnalyticsWorkspace::refresh);
}

void AnalyticsWorkspace::connectCharts()
{
    for (Chart *chart : std::as_const(m_charts)) {
        connect(chart, &Chart::conditionWanted, this, &AnalyticsWorkspace::narrowTo);
        connect(chart, &Chart::rangeWanted, this, &AnalyticsWorkspace::brushTo);
        connect(chart, &Chart::readAtChanged, this, &AnalyticsWorkspace::setReadAt);
        connect(chart, &Chart::menuWanted, this,
                [this, chart](const QPoint &at) { openChartMenu(chart, at); });
    }
}

} // namespace assay::ui
