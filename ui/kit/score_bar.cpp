// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/score_bar.h"

#include "ui/kit/chip.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtGui/QPainter>

#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal barHeight = 8;
constexpr qreal changeWidth = 44;
constexpr qreal figureWidth = 40;

bool isScore(const std::optional<double> &score)
{
    return score && std::isfinite(*score);
}

QString changeText(const ScoreRow &row)
{
    if (!isScore(row.score) || !isScore(row.first))
        return {};
    const double change = *row.score - *row.first;
    const QString digits = QString::number(std::abs(change), 'f', 2);
    return (change < -0.005 ? u"−"_s : u"+"_s) + digits;
}

} // namespace

void paintScoreBar(QPainter &painter, const QRectF &rect, const ScoreRow &data, double scaleStart)
{
    const Tokens &t = tokens();
    const double span = qMax(0.01, 1 - scaleStart);
    const auto x = [&](double score) {
        return rect.left() + rect.width() * qBound(0.0, (score - scaleStart) / span, 1.0);
    };
    const qreal middle = rect.center().y();
    const QRectF track(rect.left(), middle - barHeight / 2, rect.width(), barHeight);
    painter.save();
    painter.fillRect(track, t.track);
    if (isScore(data.score)) {
        const QRectF bar(track.topLeft(), QPointF(x(*data.score), track.bottom()));
        painter.fillRect(bar, t.band(bandOf(*data.score)).fill);
    }
    painter.fillRect(QRectF(std::round(x(data.threshold)) - 1, middle - 7, 2, 14), t.text);
    if (isScore(data.first)) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(t.textSecond, 1.5));
        painter.setBrush(t.surface);
        painter.drawEllipse(QPointF(x(*data.first), middle), 4, 4);
    }
    painter.restore();
}

ScoreBars::ScoreBars(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(Tr::tr("Scores"));
}

void ScoreBars::setRows(const QList<ScoreRow> &rows)
{
    if (rows == m_rows)
        return;
    m_rows = rows;
    for (ScoreRow &row : m_rows)
        row.name = visibleLine(row.name, 100);
    QStringList said;
    for (const ScoreRow &row : std::as_const(m_rows))
        said << row.name + u' ' + scoreText(row.score);
    setAccessibleDescription(said.join(u", "_s));
    updateGeometry();
    update();
}

void ScoreBars::setNameWidth(int pixels)
{
    m_nameWidth = pixels;
    update();
}

void ScoreBars::setScaleStart(double score)
{
    m_scaleStart = score;
    update();
}

QSize ScoreBars::sizeHint() const
{
    return {m_nameWidth + 320, int(m_rows.size()) * metric::rowTight};
}

QSize ScoreBars::minimumSizeHint() const
{
    return {m_nameWidth + 160, int(m_rows.size()) * metric::rowTight};
}

void ScoreBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QRectF row(0, 0, width(), metric::rowTight);
    for (const ScoreRow &score : std::as_const(m_rows)) {
        paintRow(painter, row, score);
        row.translate(0, metric::rowTight);
    }
}

void ScoreBars::paintRow(QPainter &painter, const QRectF &row, const ScoreRow &score) const
{
    const Tokens &t = tokens();
    painter.setFont(assay::ui::font(Type::Small, score.strong ? QFont::DemiBold : QFont::Medium));
    painter.setPen(t.text);
    drawLine(painter, QRectF(row.left(), row.top(), m_nameWidth - 6, row.height()), score.name);
    const qreal right = row.right() - changeWidth - figureWidth - 8;
    paintScoreBar(painter, QRectF(QPointF(m_nameWidth, row.top()), QPointF(right, row.bottom())), score,
                  m_scaleStart);
    painter.setFont(assay::ui::font(Type::Small, QFont::DemiBold));
    painter.setPen(isScore(score.score) ? t.band(bandOf(*score.score)).text : t.textSecond);
    drawFigures(painter, QRectF(right, row.top(), figureWidth, row.height()), scoreText(score.score));
    painter.setFont(assay::ui::font(Type::Small));
    painter.setPen(t.textSecond);
    drawFigures(painter, QRectF(row.right() - changeWidth, row.top(), changeWidth, row.height()),
                changeText(score));
}

} // namespace assay::ui
