// SPDX-License-Identifier: Apache-2.0
// What leaves the workspace: reports, and copies of single charts.
#include "ui/analytics/analytics_workspace.h"
#include "ui/analytics/figure_words.h"
#include "ui/analytics/report_sheet.h"
#include "ui/kit/actions.h"
#include "ui/kit/toast.h"
#include "ui/kit/tr.h"

#include <QtCore/QDir>
#include <QtCore/QStandardPaths>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QMenu>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int saidFor = 2500; ///< ms

/// Where reports go unless the operator names another place.
QString documentsFolder()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(documents).exists() ? documents : QDir::homePath();
}

} // namespace

/// The buckets are the report's own, so that the same report comes from the command line.
void AnalyticsWorkspace::openReport()
{
    const Result<AnalyticsQuery> query = shownQuery(shownRange());
    if (!query || !m_page) {
        m_toast->notify(query ? Tr::tr("There are no figures to report yet.") : query.error().message);
        return;
    }
    ReportOrder order{.query = *query};
    order.generated = std::chrono::floor<std::chrono::seconds>(m_setup.now());
    order.query.now = order.generated;
    QStringList contents{rangeText(m_page->range)};
    if (!m_page->filter.isEmpty())
        contents.append(m_page->filter);
    if (query->compareWith)
        contents.append(Tr::tr("against %1").arg(rangeText(*query->compareWith)));
    m_report->open(order, contents.join(u"  ·  "_s), documentsFolder());
}

void AnalyticsWorkspace::tellReport(const QString &path)
{
    m_toast->notify(Tr::tr("Report written to %1").arg(path), Tr::tr("Open file"));
    connect(m_toast, &Toast::actionActivated, m_report, &ReportSheet::openWritten, Qt::UniqueConnection);
}

Chart *AnalyticsWorkspace::chartInHand() const
{
    for (Chart *chart : m_charts)
        if (chart->hasFocus())
            return chart;
    return m_menuOf;
}

void AnalyticsWorkspace::openChartMenu(Chart *chart, const QPoint &at)
{
    m_menuOf = chart;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_actions.at(ActionId::CopyChartCsv));
    menu->addAction(m_actions.at(ActionId::CopyChartPicture));
    menu->popup(at);
}

void AnalyticsWorkspace::copyCsv()
{
    Chart *chart = chartInHand();
    if (!chart || !m_page) {
        m_toast->notify(Tr::tr("Choose a chart first: J and K walk them."), QString(), saidFor);
        return;
    }
    QGuiApplication::clipboard()->setText(chart->csv());
    m_toast->notify(Tr::tr("%1 copied as CSV.").arg(chart->title()), QString(), saidFor);
}

void AnalyticsWorkspace::copyPicture()
{
    Chart *chart = chartInHand();
    if (!chart || !m_page) {
        m_toast->notify(Tr::tr("Choose a chart first: J and K walk them."), QString(), saidFor);
        return;
    }
    QGuiApplication::clipboard()->setImage(chart->picture());
    m_toast->notify(Tr::tr("%1 copied as a picture.").arg(chart->title()), QString(), saidFor);
}

} // namespace assay::ui
