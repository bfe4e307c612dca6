// SPDX-License-Identifier: Apache-2.0
#include "ui/analytics/bar_charts.h"

#include "ui/analytics/figure_words.h"
#include "ui/kit/paint.h"
#include "ui/kit/tr.h"

#include <QtCore/QLocale>
#include <QtGui/QPainter>

#include <cmath>
#include <numeric>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double inset = 6;
constexpr double axisRoom = 20;
constexpr int mostTicks = 4;
constexpr double labelHeight = 16;

QString countLabel(double value)
{
    return numberText(std::llround(value));
}

QString scoreText2(double score)
{
    return QLocale().toString(score, 'f', 2);
}

void paintBar(QPainter &painter, const QRectF &bar, const QColor &color, bool chosen)
{
    painter.fillRect(bar, chosen ? mixed(color, tokens().text, 0.35) : color);
}

QRectF columnOf(const QRectF &bar, const QRectF &plot)
{
    return {bar.left(), plot.top(), bar.width() + 1, plot.height()};
}

} // namespace

ScoreChart::ScoreChart(QWidget *parent) : Chart(Tr::tr("Score distribution"), parent) {}

void ScoreChart::layOut()
{
    constexpr double topRoom = 40; // threshold and bands in words
    m_bars = scoreBars(page().scores);
    QList<qint64> counts;
    for (const ScoreBar &bar : m_bars)
        counts.append(bar.responses);
    m_ticks = countTicks(counts.isEmpty() ? 1 : *std::ranges::max_element(counts), mostTicks);
    const double left = inset + axisWidth(m_ticks, countLabel);
    m_plot = QRectF(left, body().top() + topRoom, std::max(20.0, width() - left - inset),
                    std::max(20.0, body().height() - topRoom - axisRoom));
    m_rects = barRects(counts, m_ticks.high(), m_plot);
}

QRectF ScoreChart::markRect(int mark) const
{
    return columnOf(m_rects.at(mark), m_plot);
}

void ScoreChart::paintBody(QPainter &painter)
{
    const Tokens &t = tokens();
    const Scale y{.low = 0.0, .high = m_ticks.high(), .start = m_plot.bottom(), .end = m_plot.top()};
    paintValueAxis(painter, m_plot, y, m_ticks, countLabel);
    for (int i = 0; i < markCount(); ++i)
        paintBar(painter, m_rects.at(i), t.band(m_bars.at(i).band).fill, mark() == i);
    if (m_bars.isEmpty())
        return;
    const Scale x{.low = m_bars.first().low, .high = 1.0, .start = m_plot.left(), .end = m_plot.right()};
    const Ticks ticks = roundTicks(x.low, 1.0, std::max(2, static_cast<int>(m_plot.width() / 70)));
    painter.setFont(assay::ui::font(Type::Small));
    painter.setPen(t.textSecond);
    for (const double value : ticks.values) {
        if (value < x.low - 1e-9)
            continue;
        const QString text = scoreText2(value);
        const double wide = figuresWidth(painter.font(), text);
        const double left =
            std::clamp(x.at(value) - wide / 2, m_plot.left() - wide / 2, m_plot.right() - wide);
        drawFigures(painter, {left, m_plot.bottom() + 4, wide + 1, labelHeight}, text, Qt::AlignLeft);
    }
    paintBands(painter);
    paintThreshold(painter);
}

void ScoreChart::paintThreshold(QPainter &painter) const
{
    const Tokens &t = tokens();
    const Scale x{.low = m_bars.first().low, .high = 1.0, .start = m_plot.left(), .end = m_plot.right()};
    const double at = std::round(x.at(static_cast<double>(page().threshold)));
    if (at < m_plot.left())
        return;
    painter.fillRect(QRectF(at, m_plot.top() - 38, 1, m_plot.height() + 38), t.text);
    const QString words = Tr::tr("threshold %1").arg(scoreText2(static_cast<double>(page().threshold)));
    const double wide = figuresWidth(painter.font(), words) + 2;
    const bool right = at + 4 + wide <= m_plot.right() + inset;
    painter.setPen(t.text);
    drawFigures(painter, {right ? at + 4 : at - 4 - wide, m_plot.top() - 40, wide, labelHeight}, words,
                (right ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
}

void ScoreChart::paintBands(QPainter &painter) const
{
    constexpr double glyph = 9;
    constexpr double gap = 14;
    const Scale x{.low = m_bars.first().low, .high = 1.0, .start = m_plot.left(), .end = m_plot.right()};
    const auto wordsFor = [&](bool withScores) {
        QStringList words;
        for (qsizetype i = page().bands.size(); i-- > 0;) { // worst first, as they stand on the axis
            const ScoreBand &band = page().bands.at(i);
            const auto low = static_cast<double>(band.low);
            const auto high = static_cast<double>(band.high);
            const QString scores = low <= 0.0    ? u"< "_s + scoreText2(high)
                                   : high >= 1.0 ? u"≥ "_s + scoreText2(low)
                                                 : scoreText2(low) + u'–' + scoreText2(high);
            words.append((withScores ? scores + u"  "_s : QString()) + numberText(band.responses) + u" · "_s +
                         percentText(band.share));
        }
        return words;
    };
    QStringList words = wordsFor(true);
    QList<double> widths;
    const auto measure = [&] {
        widths.clear();
        for (const QString &text : std::as_const(words))
            widths.append(figuresWidth(painter.font(), text) + glyph + 5);
        return std::accumulate(widths.begin(), widths.end(), gap * static_cast<double>(widths.size() - 1));
    };
    if (measure() > m_plot.width()) {
        words = wordsFor(false);
        measure();
    }
    QList<double> centres;
    for (qsizetype i = page().bands.size(); i-- > 0;) {
        const ScoreBand &band = page().bands.at(i);
        centres.append(
            x.at((std::max(x.low, static_cast<double>(band.low)) + static_cast<double>(band.high)) / 2));
    }
    const QList<double> lefts = placeLabels(centres, widths, m_plot.left(), m_plot.right() + inset, gap);
    for (qsizetype i = 0; i < words.size(); ++i) {
        const auto band = static_cast<Band>(words.size() - 1 - i);
        const QRectF box(lefts.at(i), m_plot.top() - 22, widths.at(i), labelHeight);
        painter.fillRect(box.adjusted(-2, 0, 2, 0), tokens().surface);
        paintBandGlyph(painter, {box.left(), box.center().y() - glyph / 2, glyph, glyph}, band);
        painter.setPen(tokens().band(band).text);
        drawFigures(painter, box.adjusted(glyph + 5, 0, 2, 0), words.at(i), Qt::AlignLeft | Qt::AlignVCenter);
    }
}

QString ScoreChart::caption() const
{
    const qint64 scored = page().responses - page().gaps.unscored;
    QString text = u"n = "_s + numberText(scored);
    if (page().gaps.unscored > 0)
        text += u" · "_s + Tr::tr("%1 without a score").arg(numberText(page().gaps.unscored));
    return text;
}

QString ScoreChart::reading(int mark) const
{
    const ScoreBar &bar = m_bars.at(mark);
    const qint64 scored = page().responses - page().gaps.unscored;
    return scoreText2(bar.low) + u" – "_s + scoreText2(bar.high) + u" · "_s + numberText(bar.responses) +
           u" · "_s +
           percentText(scored > 0
                           ? std::optional(static_cast<double>(bar.responses) / static_cast<double>(scored))
                           : std::nullopt);
}

Narrowing ScoreChart::narrowing(int mark) const
{
    return scoreClause(m_bars.at(mark));
}

QString ScoreChart::summary() const
{
    QStringList parts;
    for (const ScoreBand &band : page().bands)
        parts.append(Tr::tr("%1 from %2 on: %3")
                         .arg(numberText(band.responses), scoreText2(static_cast<double>(band.low)),
                              percentText(band.share)));
    return parts.join(u"; "_s);
}

QString ScoreChart::csv() const
{
    QString text = csvLine({u"low"_s, u"high"_s, u"responses"_s});
    for (const ScoreBar &bar : m_bars)
        text +=
            csvLine({QString::number(bar.low), QString::number(bar.high), QString::number(bar.responses)});
    return text;
}

CostChart::CostChart(QWidget *parent) : Chart(Tr::tr("Cost per query"), parent) {}

void CostChart::layOut()
{
    QList<qint64> counts;
    for (const LogBin &bin : page().costs)
        counts.append(bin.responses);
    m_ticks = countTicks(counts.isEmpty() ? 1 : *std::ranges::max_element(counts), mostTicks);
    const double left = inset + axisWidth(m_ticks, countLabel);
    m_plot = QRectF(left, body().top() + 10, std::max(20.0, width() - left - inset),
                    std::max(20.0, body().height() - 10 - axisRoom));
    m_rects = barRects(counts, m_ticks.high(), m_plot);
}

QRectF CostChart::markRect(int mark) const
{
    return columnOf(m_rects.at(mark), m_plot);
}

void CostChart::paintBody(QPainter &painter)
{
    const Tokens &t = tokens();
    const Scale y{.low = 0.0, .high = m_ticks.high(), .start = m_plot.bottom(), .end = m_plot.top()};
    paintValueAxis(painter, m_plot, y, m_ticks, countLabel);
    for (int i = 0; i < markCount(); ++i)
        paintBar(painter, m_rects.at(i), t.neutral, mark() == i);
    painter.setFont(assay::ui::font(Type::Small));
    painter.setPen(t.textSecond);
    const QList<LogBin> &bins = page().costs;
    const double step = m_rects.isEmpty() ? 0.0 : m_plot.width() / static_cast<double>(m_rects.size());
    QList<int> edges = decadeEdges(bins);
    if (!bins.isEmpty() && bins.first().high <= 0.0)
        edges.prepend(0);
    double free = m_plot.left() - 20;
    for (const int edge : std::as_const(edges)) {
        const double value = edge < bins.size() ? bins.at(edge).low : bins.last().high;
        const double at = m_plot.left() + step * edge;
        const QString text = u'$' + QString::number(value, 'g', 3);
        const double wide = figuresWidth(painter.font(), text);
        const double left = std::clamp(at - wide / 2, m_plot.left() - wide / 2, m_plot.right() - wide);
        if (left < free)
            continue;
        painter.fillRect(QRectF(std::round(at), m_plot.bottom(), 1, 4), t.strongLine);
        drawFigures(painter, {left, m_plot.bottom() + 5, wide + 1, labelHeight}, text, Qt::AlignLeft);
        free = left + wide + 8;
    }
}

QString CostChart::caption() const
{
    QString text =
        Tr::tr("log scale · total %1").arg(moneyText(static_cast<double>(page().cost.value) / 1e6));
    if (page().gaps.costUnknown > 0)
        text += u" · "_s + Tr::tr("%1 without a cost").arg(numberText(page().gaps.costUnknown));
    return text;
}

QString CostChart::reading(int mark) const
{
    const LogBin &bin = page().costs.at(mark);
    const QString range = bin.high <= 0.0 ? u"$0"_s
                                          : figureText(bin.low, KpiUnit::Dollars) + u" – "_s +
                                                figureText(bin.high, KpiUnit::Dollars);
    return range + u" · "_s + Tr::tr("%1 responses").arg(numberText(bin.responses));
}

Narrowing CostChart::narrowing(int mark) const
{
    return costClause(page().costs.at(mark));
}

QString CostChart::summary() const
{
    return kpiSentence(page().kpi(Kpi::CostPerQuery), page());
}

QString CostChart::csv() const
{
    QString text = csvLine({u"low_usd"_s, u"high_usd"_s, u"responses"_s});
    for (const LogBin &bin : page().costs)
        text += csvLine({QString::number(bin.low, 'g', 9), QString::number(bin.high, 'g', 9),
                         QString::number(bin.responses)});
    return text;
}

} // namespace assay::ui
