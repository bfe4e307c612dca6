// SPDX-License-Identifier: Apache-2.0
#include "ui/evaluate/scenario_table.h"

#include "ui/evaluate/evaluate_words.h"
#include "ui/kit/chip.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtGui/QPainter>
#include <QtWidgets/QScrollBar>

#include <algorithm>
#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = metric::rowDense;
constexpr int side = 20;
constexpr double outcomeWide = 84;
constexpr double categoryWide = 108;
constexpr double scoreWide = 52;
constexpr double barWide = 92;
constexpr double changeWide = 60;
constexpr double roomForCategory = 620;
constexpr double leastReach = 0.05; ///< less than this is a small bar in any run

std::optional<double> scoreOf(const ScenarioResult &result)
{
    return result.scores.overall ? std::optional(static_cast<double>(*result.scores.overall)) : std::nullopt;
}

bool hasChanged(const ScenarioChange &one)
{
    return one.worsened() || one.improved() || one.lostScore || one.quality.value_or(0.0) != 0.0 ||
           one.before.answer != one.after.answer;
}

/// The change as a bar that begins at zero, in the middle.
void paintChange(QPainter &painter, const QRectF &rect, const ScenarioChange &one, double reach)
{
    const Tokens &t = tokens();
    const double middle = rect.center().x();
    painter.fillRect(QRectF(middle - 0.5, rect.top() + 4, 1, rect.height() - 8), t.strongLine);
    if (!one.quality || *one.quality == 0.0)
        return;
    const double half = rect.width() / 2 - 2;
    const double length = std::min(1.0, std::abs(*one.quality) / reach) * half;
    const QColor color = one.withinJudge      ? t.neutral
                         : *one.quality < 0.0 ? t.band(Band::Fail).fill
                                              : t.band(Band::Pass).fill;
    const double from = *one.quality < 0.0 ? middle - length : middle;
    painter.fillRect(QRectF(from, rect.center().y() - 4, std::max(1.0, length), 8), color);
}

void paintScoreCell(QPainter &painter, const QRectF &rect, const std::optional<double> &score)
{
    painter.setPen(score ? toneColor(toneOf(bandOf(*score))) : tokens().textThird);
    drawFigures(painter, rect, scoreText(score));
}

} // namespace

ScenarioColumns ScenarioColumns::at(const QRectF &row, bool isCompared)
{
    ScenarioColumns columns;
    double end = row.right() - side;
    const auto fromRight = [&](double wide) {
        end -= wide;
        return QRectF(end, row.top(), wide, row.height());
    };
    if (isCompared) {
        columns.change = fromRight(changeWide);
        columns.bar = fromRight(barWide);
    }
    columns.after = fromRight(scoreWide);
    if (isCompared)
        columns.before = fromRight(scoreWide);
    if (row.width() >= roomForCategory)
        columns.category = fromRight(categoryWide);
    columns.mark = QRectF(row.left() + side, row.center().y() - 5.5, 11, 11);
    columns.outcome = QRectF(row.left() + side + 18, row.top(), outcomeWide - 18, row.height());
    const double from = row.left() + side + outcomeWide;
    columns.id = QRectF(from, row.top(), std::max(0.0, end - 8 - from), row.height());
    return columns;
}

ScenarioTable::ScenarioTable(QWidget *parent) : PickList(Tr::tr("Scenarios"), rowHeight, parent) {}

void ScenarioTable::setScenarios(const QList<ScenarioChange> &changes, bool isCompared)
{
    m_all = changes;
    m_compared = isCompared;
    m_reach = leastReach;
    for (const ScenarioChange &one : changes)
        m_reach = std::max(m_reach, std::abs(one.quality.value_or(0.0)));
    select();
}

void ScenarioTable::narrow(ScenarioChoice choice, const QString &words)
{
    m_choice = choice;
    m_words = words.trimmed();
    select();
}

bool ScenarioTable::isWanted(const ScenarioChange &one) const
{
    const bool chosen = m_choice == ScenarioChoice::All      ? true
                        : m_choice == ScenarioChoice::Missed ? !one.after.passed
                                                             : m_compared && hasChanged(one);
    if (!chosen || m_words.isEmpty())
        return chosen;
    return std::ranges::any_of(
        QStringList{one.id, one.category, one.after.query, one.after.answer, one.before.answer},
        [this](const QString &text) { return text.contains(m_words, Qt::CaseInsensitive); });
}

void ScenarioTable::select()
{
    const QString id =
        currentScenario() != nullptr && current() < count() ? currentScenario()->id : QString();
    m_shown.clear();
    for (qsizetype i = 0; i < m_all.size(); ++i)
        if (isWanted(m_all.at(i)))
            m_shown.append(i);
    const auto found = std::ranges::find(m_shown, id, [this](qsizetype index) { return m_all.at(index).id; });
    rowsChanged(found != m_shown.end() ? static_cast<int>(found - m_shown.begin()) : 0, true);
}

QString ScenarioTable::spoken(int row) const
{
    return spokenScenario(m_all.at(m_shown.at(row)), m_compared);
}

void ScenarioTable::paintRow(QPainter &painter, const QRectF &rect, int row) const
{
    const Tokens &t = tokens();
    const ScenarioChange &one = m_all.at(m_shown.at(row));
    const ScenarioColumns columns = ScenarioColumns::at(rect, m_compared);
    paintBandGlyph(painter, columns.mark, one.after.passed ? Band::Pass : Band::Fail);
    const bool isNews = m_compared && (one.worsened() || one.improved());
    painter.setFont(assay::ui::font(Type::Small, isNews ? QFont::DemiBold : QFont::Normal));
    painter.setPen(!isNews ? t.textSecond : toneColor(one.worsened() ? Tone::Fail : Tone::Pass));
    drawLine(painter, columns.outcome, outcomeText(one, m_compared));
    painter.setFont(assay::ui::font(Type::Body));
    painter.setPen(t.text);
    drawLine(painter, columns.id, visibleLine(one.id, 200));
    painter.setFont(assay::ui::font(Type::Small));
    painter.setPen(t.textSecond);
    if (!columns.category.isNull())
        drawLine(painter, columns.category, visibleLine(one.category, 80));
    painter.setFont(assay::ui::font(Type::Body));
    paintScoreCell(painter, columns.after, scoreOf(one.after));
    if (!m_compared)
        return;
    paintScoreCell(painter, columns.before, scoreOf(one.before));
    paintChange(painter, columns.bar.adjusted(10, 0, 0, 0), one, m_reach);
    painter.setPen(one.withinJudge ? t.textThird : t.text);
    drawFigures(painter, columns.change, changeText(one.quality));
}

ScenarioHead::ScenarioHead(const ScenarioTable &table, QWidget *parent) : QWidget(parent), m_table(table)
{
    connect(table.verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] { update(); });
    setFixedHeight(metric::rowDense);
}

void ScenarioHead::setCompared(bool isCompared)
{
    m_compared = isCompared;
    update();
}

void ScenarioHead::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    painter.fillRect(rect(), t.raised);
    painter.setFont(assay::ui::font(Type::Small, QFont::DemiBold));
    painter.setPen(t.textSecond);
    const ScenarioColumns columns =
        ScenarioColumns::at(QRectF(0, 0, m_table.viewport()->width(), height()), m_compared);
    const auto right = Qt::AlignRight | Qt::AlignVCenter;
    drawLine(painter, columns.mark.united(columns.outcome), Tr::tr("Outcome"));
    drawLine(painter, columns.id, Tr::tr("Scenario"));
    if (!columns.category.isNull())
        drawLine(painter, columns.category, Tr::tr("Category"));
    drawLine(painter, columns.after, m_compared ? Tr::tr("now") : Tr::tr("Score"), right);
    if (!m_compared)
        return;
    drawLine(painter, columns.before, Tr::tr("before"), right);
    drawLine(painter, columns.bar.united(columns.change), Tr::tr("Change"), right);
}

QList<ScenarioChange> scenariosOf(const EvalRun &run)
{
    QList<ScenarioChange> all;
    for (const ScenarioResult &one : run.results)
        all.append({.id = one.id, .category = one.category, .after = one});
    std::ranges::stable_sort(all, [](const ScenarioChange &a, const ScenarioChange &b) {
        const auto rank = [](const ScenarioChange &one) {
            return one.after.answer.isEmpty() ? 0 : one.after.passed ? 2 : 1;
        };
        if (rank(a) != rank(b))
            return rank(a) < rank(b);
        return scoreOf(a.after).value_or(0.0) < scoreOf(b.after).value_or(0.0);
    });
    return all;
}

} // namespace assay::ui
