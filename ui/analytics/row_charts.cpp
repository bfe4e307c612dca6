// SPDX-License-Identifier: Apache-2.0
#include "ui/analytics/row_charts.h"

#include "ui/analytics/chart_layout.h"
#include "ui/analytics/figure_words.h"
#include "ui/kit/paint.h"
#include "ui/kit/tr.h"

#include <QtGui/QPainter>

#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double inset = 6;
constexpr double rowHeight = 23;
constexpr double columnGap = 16;
constexpr double headRoom = 4;
constexpr double barHeight = 7;
constexpr double leastBar = 24; ///< px; below it the bars are left out
constexpr int tenAndMore = 10;

QString rateText(qint64 part, qint64 whole)
{
    return percentText(whole > 0 ? std::optional(static_cast<double>(part) / static_cast<double>(whole))
                                 : std::nullopt);
}

} // namespace

RowChart::RowChart(const QString &title, bool monoNames, QWidget *parent)
    : Chart(title, parent), m_monoNames(monoNames)
{
}

QSize RowChart::sizeHint() const
{
    const auto lines =
        std::max<qsizetype>(4, markCount() + (m_rows.size() > mostRows ? 1 : 0)) + (m_note.isEmpty() ? 0 : 1);
    return {480, static_cast<int>(18 + headRoom + rowHeight * static_cast<double>(lines) + 6)};
}

void RowChart::setRows(const QList<Row> &rows, const QStringList &columns, const QList<bool> &strong)
{
    m_rows = rows;
    m_columns = columns;
    m_strong = strong;
}

double RowChart::nameWidth() const
{
    return std::floor(width() * (width() < 460 ? 0.36 : 0.28));
}

void RowChart::layOut()
{
    readPage();
    m_rights.clear();
    double right = width() - inset;
    for (qsizetype column = m_columns.size(); column-- > 0;) {
        double wide = figuresWidth(assay::ui::font(Type::Small), m_columns.at(column));
        for (const Row &row : std::as_const(m_rows))
            wide = std::max(
                wide, figuresWidth(assay::ui::font(Type::Body, QFont::DemiBold), row.figures.value(column)));
        m_rights.prepend(right);
        right -= std::ceil(wide) + columnGap;
    }
    m_barEnd = right;
}

QRectF RowChart::markRect(int mark) const
{
    return {0, body().top() + headRoom + rowHeight * mark, static_cast<double>(width()), rowHeight};
}

void RowChart::paintBody(QPainter &painter)
{
    const Tokens &t = tokens();
    painter.setFont(assay::ui::font(Type::Small));
    painter.setPen(t.textSecond);
    if (mark() < 0)
        for (qsizetype i = 0; i < m_columns.size(); ++i)
            drawFigures(painter, {m_rights.at(i) - 200, 0, 200, 18}, m_columns.at(i));
    if (m_rows.isEmpty()) {
        drawLine(painter, {inset, body().top() + headRoom, width() - 2 * inset, rowHeight}, nothing());
        return;
    }
    qint64 most = 1;
    for (const Row &row : std::as_const(m_rows))
        most = std::max(most, row.count);
    const double barStart = inset + nameWidth() + 10;
    const double barRoom = m_barEnd - barStart;
    for (int i = 0; i < markCount(); ++i) {
        const Row &row = m_rows.at(i);
        const QRectF line = markRect(i);
        if (mark() == i)
            paintBox(painter, line.adjusted(1, 1, -1, -1), metric::radiusChip, t.hover);
        painter.setFont(m_monoNames ? mono(Type::Small) : assay::ui::font(Type::Small));
        painter.setPen(t.text);
        drawLine(painter, {inset, line.top(), nameWidth(), rowHeight}, nameText(row.name));
        if (barRoom >= leastBar) {
            double wide = barRoom * static_cast<double>(row.count) / static_cast<double>(most);
            if (row.count > 0)
                wide = std::max(1.0, wide);
            painter.fillRect(QRectF(barStart, line.center().y() - barHeight / 2, wide, barHeight), t.neutral);
        }
        for (qsizetype column = 0; column < m_columns.size(); ++column) {
            const bool strong = m_strong.value(column);
            painter.setFont(assay::ui::font(Type::Body, strong ? QFont::DemiBold : QFont::Normal));
            painter.setPen(strong ? t.text : t.textSecond);
            drawFigures(painter, {m_rights.at(column) - 200, line.top(), 200, rowHeight},
                        row.figures.value(column));
        }
    }
    double below = markRect(markCount()).top();
    painter.setFont(assay::ui::font(Type::Small));
    painter.setPen(t.textSecond);
    if (m_rows.size() > mostRows) {
        drawLine(painter, {inset, below, width() - 2 * inset, rowHeight},
                 Tr::tr("%1 more").arg(numberText(m_rows.size() - mostRows)));
        below += rowHeight;
    }
    drawLine(painter, {inset, below, width() - 2 * inset, rowHeight}, m_note);
}

QString RowChart::reading(int mark) const
{
    const Row &row = m_rows.at(mark);
    QStringList parts{nameText(row.name)};
    for (qsizetype i = 0; i < m_columns.size(); ++i)
        parts.append(m_columns.at(i) + u' ' + row.figures.value(i));
    return parts.join(u" · "_s);
}

QString RowChart::summary() const
{
    if (m_rows.isEmpty())
        return nothing();
    QStringList parts;
    for (int i = 0; i < markCount(); ++i)
        parts.append(reading(i));
    return parts.join(u"; "_s);
}

QString RowChart::csv() const
{
    QStringList head{u"name"_s, u"count"_s};
    QString text = csvLine(head + m_columns);
    for (const Row &row : m_rows) {
        QStringList cells{csvCell(row.name), QString::number(row.count)};
        for (const QString &figure : row.figures)
            cells.append(csvCell(figure));
        text += csvLine(cells);
    }
    return text;
}

IssuesChart::IssuesChart(QWidget *parent) : RowChart(Tr::tr("Issues"), true, parent) {}

void IssuesChart::readPage()
{
    QList<Row> rows;
    for (const IssueCount &issue : page().issues)
        rows.append({.name = issue.issue,
                     .count = issue.responses,
                     .figures = {numberText(issue.responses), percentText(issue.share)},
                     .narrowing = issueClause(issue.issue)});
    setRows(rows, {Tr::tr("responses"), Tr::tr("share")}, {true, false});
}

QString IssuesChart::nothing() const
{
    return Tr::tr("No issue was found.");
}

ModelsChart::ModelsChart(QWidget *parent) : RowChart(Tr::tr("Models"), true, parent) {}

void ModelsChart::readPage()
{
    QList<Row> rows;
    for (const ModelUsage &model : page().models) {
        const double cost = static_cast<double>(model.cost.value) / 1e6;
        const std::optional<double> each =
            model.responses > 0 ? std::optional(cost / static_cast<double>(model.responses)) : std::nullopt;
        rows.append({.name = model.model,
                     .count = model.responses,
                     .figures = {numberText(model.responses), rateText(model.passed, model.judged),
                                 (model.costEstimated ? u"≈"_s : QString()) + moneyText(cost),
                                 figureText(each, KpiUnit::Dollars)},
                     .narrowing = modelClause(model.model)});
    }
    setRows(rows, {Tr::tr("queries"), Tr::tr("pass"), Tr::tr("cost"), Tr::tr("$ / query")},
            {true, false, true, false});
    QStringList purposes;
    for (const PurposeUsage &purpose : page().purposes.mid(0, 4))
        purposes.append(nameText(purpose.purpose) + u' ' +
                        moneyText(static_cast<double>(purpose.cost.value) / 1e6));
    setNote(purposes.isEmpty() ? QString() : Tr::tr("Spent on: %1").arg(purposes.join(u" · "_s)));
}

QString ModelsChart::nothing() const
{
    return Tr::tr("No model call is told.");
}

RetriesChart::RetriesChart(QWidget *parent) : RowChart(Tr::tr("Retries"), false, parent) {}

void RetriesChart::readPage()
{
    QList<Row> rows;
    const qint64 told = page().responses - page().gaps.retriesUnknown;
    for (const RetryCount &one : page().retries) {
        const bool andMore = one.retries >= tenAndMore;
        const QString name = one.retries == 0 ? Tr::tr("none")
                             : andMore        ? Tr::tr("%1 and more").arg(one.retries)
                                              : Tr::tr("%n retry(s)", nullptr, one.retries);
        rows.append({.name = name,
                     .count = one.responses,
                     .figures = {numberText(one.responses), rateText(one.responses, told),
                                 rateText(one.passed, one.responses)},
                     .narrowing = retriesClause(one, andMore)});
    }
    setRows(rows, {Tr::tr("responses"), Tr::tr("share"), Tr::tr("pass")}, {true, false, false});
    setNote(page().gaps.retriesUnknown > 0
                ? Tr::tr("%1 do not tell").arg(numberText(page().gaps.retriesUnknown))
                : QString());
}

QString RetriesChart::nothing() const
{
    return Tr::tr("No response tells its retries.");
}

} // namespace assay::ui
