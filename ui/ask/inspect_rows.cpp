// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/inspect_rows.h"

#include "ui/ask/turn_text.h"
#include "ui/kit/chip.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double glyph = 11;
constexpr double nameWidth = 92;
constexpr double columnGap = 10;

QFont small()
{
    return font(Type::Small);
}

double widest(const auto &rows, auto text)
{
    double width = 0;
    for (const auto &row : rows)
        width = std::max(width, figuresWidth(small(), text(row)));
    return std::ceil(width);
}

void paintGlyphAndScore(QPainter &painter, const QRectF &cell, std::optional<double> score)
{
    const Tokens &t = tokens();
    const double middle = cell.center().y();
    if (score)
        paintBandGlyph(painter, {cell.left(), middle - glyph / 2, glyph, glyph}, bandOf(*score));
    painter.setFont(assay::ui::font(Type::Small, QFont::DemiBold));
    painter.setPen(score ? t.band(bandOf(*score)).text : t.textSecond);
    drawFigures(painter, cell.adjusted(glyph + 4, 0, 0, 0), scoreText(score),
                Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace

AttemptList::AttemptList(QWidget *parent) : RowList(Tr::tr("Attempts"), metric::rowTight, parent)
{
    setActivatable(true);
}

void AttemptList::setRows(const QList<AttemptRow> &rows)
{
    if (rows == m_rows)
        return;
    m_rows = rows;
    for (AttemptRow &row : m_rows) {
        row.model = shortLine(row.model, 120);
        row.reason = shortLine(row.reason, 200);
    }
    m_modelWidth = 0;
    const QFontMetricsF metrics(assay::ui::font(Type::Small, QFont::Medium));
    for (const AttemptRow &row : std::as_const(m_rows))
        m_modelWidth = std::max(m_modelWidth, std::ceil(metrics.horizontalAdvance(row.model)) + 1);
    m_costWidth = widest(m_rows, [](const AttemptRow &row) { return row.cost; });
    m_latencyWidth = widest(m_rows, [](const AttemptRow &row) { return row.latency; });
    rowsChanged();
}

void AttemptList::paintRow(QPainter &painter, const QRectF &row, int index) const
{
    const Tokens &t = tokens();
    const AttemptRow &attempt = m_rows.at(index);
    painter.setFont(small());
    painter.setPen(t.textThird);
    drawFigures(painter, {row.left(), row.top(), 16, row.height()}, QString::number(attempt.number),
                Qt::AlignLeft | Qt::AlignVCenter);
    paintGlyphAndScore(painter, {row.left() + 17, row.top(), 46, row.height()}, attempt.score);

    const double latencyLeft = row.right() - m_latencyWidth;
    const double costLeft = latencyLeft - 14 - m_costWidth;
    const double modelLeft = row.left() + 67;
    const double room = costLeft - columnGap - modelLeft;
    const double modelWidth = std::min(m_modelWidth, std::max(40.0, room * 0.5));
    painter.setFont(assay::ui::font(Type::Small, QFont::Medium));
    painter.setPen(t.text);
    drawLine(painter, {modelLeft, row.top(), modelWidth, row.height()}, attempt.model);
    painter.setFont(small());
    const bool bad = !attempt.passed && !attempt.running;
    painter.setPen(bad ? t.band(attempt.score ? bandOf(*attempt.score) : Band::Fail).text : t.textSecond);
    const double reasonLeft = modelLeft + modelWidth + 8;
    drawLine(painter, {reasonLeft, row.top(), std::max(0.0, costLeft - columnGap - reasonLeft), row.height()},
             attempt.reason);
    painter.setPen(t.textSecond);
    drawFigures(painter, {costLeft, row.top(), m_costWidth, row.height()}, attempt.cost);
    drawFigures(painter, {latencyLeft, row.top(), m_latencyWidth, row.height()}, attempt.latency);
}

QString AttemptList::spoken(int index) const
{
    const AttemptRow &row = m_rows.at(index);
    QString text = Tr::tr("Attempt %1: %2 by %3, %4")
                       .arg(QString::number(row.number), scoreText(row.score), row.model, row.reason);
    if (!row.cost.isEmpty())
        text += u", "_s + row.cost + u", "_s + row.latency;
    return row.returned ? Tr::tr("%1, returned").arg(text) : text;
}

EvidenceList::EvidenceList(QWidget *parent) : RowList(Tr::tr("Evidence"), metric::rowTight, parent)
{
    setActivatable(true);
}

void EvidenceList::setRows(const QList<EvidenceRow> &rows)
{
    if (rows == m_rows)
        return;
    m_rows = rows;
    m_labelWidth = 18;
    const QFontMetricsF metrics(mono(Type::Small, QFont::DemiBold));
    for (EvidenceRow &row : m_rows) {
        row.label = shortLine(row.label, 6);
        row.title = shortLine(row.title, 200);
        if (!row.label.isEmpty())
            m_labelWidth = std::max(m_labelWidth, std::ceil(metrics.horizontalAdvance(row.label)) + 10);
    }
    m_useWidth = widest(m_rows, [](const EvidenceRow &row) { return row.use; });
    m_figureWidth = widest(m_rows, [](const EvidenceRow &row) { return row.figure; });
    rowsChanged();
}

void EvidenceList::paintRow(QPainter &painter, const QRectF &row, int index) const
{
    const Tokens &t = tokens();
    const EvidenceRow &one = m_rows.at(index);
    const double middle = row.center().y();
    paintGradeGlyph(painter, {row.left(), middle - 4.5, 9, 9}, one.grade);
    if (!one.label.isEmpty()) {
        const double width = one.label.size() == 1 ? 18 : m_labelWidth;
        CiteChip::paint(painter, {row.left() + 18, middle - 8, width, 16}, one.label);
    }
    const double useLeft = row.right() - std::max(56.0, m_useWidth);
    const double figureLeft = useLeft - 8 - m_figureWidth;
    const double titleLeft = row.left() + 18 + m_labelWidth + 8;
    painter.setFont(one.isTool ? mono(Type::Small) : assay::ui::font(Type::Small, QFont::Medium));
    painter.setPen(one.dropped ? t.textSecond : t.text);
    drawLine(painter, {titleLeft, row.top(), std::max(0.0, figureLeft - columnGap - titleLeft), row.height()},
             one.title);
    painter.setFont(small());
    painter.setPen(t.textSecond);
    drawFigures(painter, {figureLeft, row.top(), m_figureWidth, row.height()}, one.figure);
    drawFigures(painter, {useLeft, row.top(), row.right() - useLeft, row.height()}, one.use);
}

QString EvidenceList::spoken(int index) const
{
    const EvidenceRow &row = m_rows.at(index);
    const QString grade = row.grade == Relevance::Relevant    ? Tr::tr("relevant")
                          : row.grade == Relevance::Ambiguous ? Tr::tr("ambiguous")
                                                              : Tr::tr("irrelevant");
    const QString name = row.label.isEmpty() ? row.title : u'[' + row.label + u"] "_s + row.title;
    return u"%1 · %2 · %3 · %4"_s.arg(name, grade, row.figure, row.use);
}

FactList::FactList(const QString &accessibleName, QWidget *parent)
    : RowList(accessibleName, metric::rowTight, parent)
{
}

void FactList::setRows(const QList<FactRow> &rows)
{
    if (rows == m_rows)
        return;
    m_rows = rows;
    m_marked = std::ranges::any_of(rows, [](const FactRow &row) { return row.mark != FactRow::Mark::None; });
    rowsChanged();
}

void FactList::paintRow(QPainter &painter, const QRectF &row, int index) const
{
    const Tokens &t = tokens();
    const FactRow &fact = m_rows.at(index);
    const double middle = row.center().y();
    const double left = row.left() + (m_marked ? 17 : 0);
    const QRectF box(row.left(), middle - glyph / 2, glyph, glyph);
    if (fact.mark == FactRow::Mark::Good)
        paintIcon(painter, box.adjusted(-1, -1, 1, 1), Icon::Check, t.band(Band::Pass).text);
    else if (fact.mark == FactRow::Mark::Bad)
        paintBandGlyph(painter, box, Band::Fail);
    else if (fact.mark == FactRow::Mark::Off)
        paintIcon(painter, box, Icon::Minus, t.textThird);
    painter.setFont(assay::ui::font(Type::Small, QFont::Medium));
    painter.setPen(t.text);
    const double textLeft = row.left() + nameWidth + (m_marked ? 10 : 0);
    drawLine(painter, {left, row.top(), textLeft - 8 - left, row.height()}, fact.name);
    const double figureWidth = fact.score ? 42 : std::ceil(figuresWidth(small(), fact.figure));
    painter.setFont(small());
    painter.setPen(fact.mark == FactRow::Mark::Bad ? t.band(Band::Fail).text : t.textSecond);
    drawLine(
        painter,
        {textLeft, row.top(), std::max(0.0, row.right() - figureWidth - columnGap - textLeft), row.height()},
        fact.text);
    painter.setPen(t.textSecond);
    if (fact.score)
        paintGlyphAndScore(painter, {row.right() - figureWidth, row.top(), figureWidth, row.height()},
                           fact.score);
    else
        drawFigures(painter, {row.right() - figureWidth, row.top(), figureWidth, row.height()}, fact.figure);
}

QString FactList::spoken(int index) const
{
    const FactRow &row = m_rows.at(index);
    QString text = row.name;
    for (const QString &part : {row.text, row.score ? scoreText(row.score) : row.figure})
        if (!part.isEmpty())
            text += u" · "_s + part;
    if (row.mark == FactRow::Mark::Bad)
        return Tr::tr("%1 (failed)").arg(text);
    return text;
}

void paintGradeGlyph(QPainter &painter, const QRectF &rect, Relevance grade)
{
    const Tokens &t = tokens();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF disc = rect.adjusted(0.75, 0.75, -0.75, -0.75);
    if (grade == Relevance::Relevant) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.text);
        painter.drawEllipse(rect);
    } else {
        painter.setPen(QPen(t.textSecond, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(disc);
        if (grade == Relevance::Ambiguous) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(t.textSecond);
            painter.drawPie(disc, 90 * 16, 180 * 16);
        }
    }
    painter.restore();
}

} // namespace assay::ui
