// SPDX-License-Identifier: Apache-2.0
#include "ui/evaluate/run_figures.h"

#include "ui/evaluate/evaluate_words.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/tr.h"

#include <QtGui/QPainter>

#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int targetHeight = 22;
constexpr int figureHeight = 42;
constexpr double markWide = 20;
constexpr double valueWide = 62;
constexpr double targetWide = 74;
constexpr double intervalWide = 128;
constexpr double roomForInterval = 440;

QString intervalText(const TargetRow &row)
{
    if (!row.interval)
        return row.basis;
    return Tr::tr("95 % %1 … %2")
        .arg(targetText(row, row.interval->low), targetText(row, row.interval->high));
}

QString spokenTarget(const TargetRow &row)
{
    const QString outcome = !row.met()   ? Tr::tr("not measured")
                            : *row.met() ? Tr::tr("met")
                                         : Tr::tr("missed");
    return u"%1: %2, %3, %4 %5"_s.arg(row.label, outcome, targetText(row, row.value),
                                      row.atLeast ? u"≥"_s : u"<"_s, targetText(row, row.target));
}

QString figureValue(const RunFigure &figure, double value)
{
    return QString::number(value, 'f', figure.key == u"cost_usd" ? 4 : 3);
}

} // namespace

TargetList::TargetList(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(Tr::tr("Targets"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TargetList::setTargets(const QList<TargetRow> &rows)
{
    m_rows = rows;
    QStringList spoken;
    for (const TargetRow &row : rows)
        spoken.append(spokenTarget(row));
    setAccessibleDescription(spoken.join(u". "_s));
    updateGeometry();
    update();
}

QSize TargetList::sizeHint() const
{
    return {420, static_cast<int>(m_rows.size()) * targetHeight};
}

void TargetList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    double top = 0;
    for (const TargetRow &row : m_rows) {
        const QRectF line(0, top, width(), targetHeight);
        const QRectF mark(1, top + 5, 12, 12);
        if (row.met())
            paintBandGlyph(painter, mark, *row.met() ? Band::Pass : Band::Fail);
        else
            paintIcon(painter, mark, Icon::Minus, t.textThird);
        double end = line.right();
        painter.setFont(assay::ui::font(Type::Small));
        painter.setPen(t.textThird);
        if (width() >= roomForInterval) {
            end -= intervalWide;
            drawFigures(painter, {end, top, intervalWide, targetHeight}, intervalText(row));
        }
        end -= targetWide;
        drawFigures(painter, {end, top, targetWide, targetHeight},
                    u"%1 %2"_s.arg(row.atLeast ? u"≥"_s : u"<"_s, targetText(row, row.target)));
        end -= valueWide;
        painter.setFont(assay::ui::font(Type::Body, QFont::DemiBold));
        painter.setPen(!row.met() ? t.textThird : *row.met() ? t.text : toneColor(Tone::Fail));
        drawFigures(painter, {end, top, valueWide, targetHeight}, targetText(row, row.value));
        painter.setFont(assay::ui::font(Type::Body));
        painter.setPen(row.met() ? t.text : t.textSecond);
        drawLine(painter, {markWide, top, end - markWide - 6, targetHeight}, row.label);
        top += targetHeight;
    }
}

DifferenceList::DifferenceList(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(Tr::tr("Difference of the two runs"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void DifferenceList::setFigures(const QList<RunFigure> &figures)
{
    m_figures = figures;
    QStringList spoken;
    for (const RunFigure &one : figures)
        spoken.append(one.label + u": "_s + figureText(one));
    setAccessibleDescription(spoken.join(u". "_s));
    updateGeometry();
    update();
}

QSize DifferenceList::sizeHint() const
{
    return {420, static_cast<int>(m_figures.size()) * figureHeight};
}

void DifferenceList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    double top = 0;
    for (const RunFigure &one : m_figures) {
        paintFigure(painter, QRectF(0, top, width(), figureHeight), one);
        top += figureHeight;
    }
}

void DifferenceList::paintFigure(QPainter &painter, const QRectF &rect, const RunFigure &one) const
{
    const Tokens &t = tokens();
    const QString word = figureWord(one);
    painter.setFont(assay::ui::font(Type::Small, QFont::DemiBold));
    const double wordWide = QFontMetricsF(painter.font()).horizontalAdvance(word) + 4;
    painter.setPen(one.isWorse()    ? toneColor(Tone::Fail)
                   : one.isBetter() ? toneColor(Tone::Pass)
                                    : t.textSecond);
    drawLine(painter, {rect.right() - wordWide, rect.top(), wordWide, 18}, word,
             Qt::AlignRight | Qt::AlignVCenter);
    painter.setFont(assay::ui::font(Type::Body));
    painter.setPen(t.text);
    const QString values = u"  %1 → %2"_s.arg(figureValue(one, one.before), figureValue(one, one.after));
    const double nameEnd = rect.right() - wordWide - 8;
    const QString name = elided(one.label, painter.font(), nameEnd * 0.7);
    drawLine(painter, {rect.left(), rect.top(), nameEnd, 18}, name);
    const double from = QFontMetricsF(painter.font()).horizontalAdvance(name);
    painter.setPen(t.textSecond);
    drawLine(painter, {from, rect.top(), nameEnd - from, 18}, values);

    painter.setFont(assay::ui::font(Type::Small));
    const QString text = differenceText(one);
    const double textWide = std::min(rect.width() * 0.62, figuresWidth(painter.font(), text) + 8);
    painter.setPen(t.textThird);
    drawFigures(painter, {rect.right() - textWide, rect.top() + 18, textWide, 18}, text);
    const QRectF axis(rect.left(), rect.top() + 20, rect.width() - textWide - 12, 14);
    if (axis.width() < 40)
        return;
    const PairedDifference &found = one.difference;
    const Interval interval = found.interval.value_or(Interval{found.mean, found.mean});
    const double reach =
        1.15 * std::max({std::abs(interval.low), std::abs(interval.high), std::abs(found.mean), 1e-9});
    const auto x = [&](double value) { return axis.center().x() + value / reach * axis.width() / 2; };
    const QColor color = one.isWorse()    ? t.band(Band::Fail).fill
                         : one.isBetter() ? t.band(Band::Pass).fill
                                          : t.neutral;
    painter.fillRect(QRectF(axis.left(), axis.center().y() - 0.5, axis.width(), 1), t.track);
    painter.fillRect(
        QRectF(x(interval.low), axis.center().y() - 3, std::max(2.0, x(interval.high) - x(interval.low)), 6),
        mixed(t.surface, color, 0.55));
    painter.fillRect(QRectF(x(found.mean) - 1.5, axis.top() + 1, 3, 12), color);
    painter.fillRect(QRectF(x(0.0) - 0.5, axis.top() - 1, 1, 16), t.strongLine);
}

} // namespace assay::ui
