// SPDX-License-Identifier: Apache-2.0
#include "ui/evaluate/tally_list.h"

#include "ui/evaluate/evaluate_words.h"
#include "ui/kit/paint.h"
#include "ui/kit/tr.h"

#include <QtGui/QPainter>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 38;
constexpr qsizetype mostShown = 3;
constexpr double barHeight = 6;

QString verdictOf(const ArenaScore &score)
{
    if (score.wins == score.losses || !score.isDistinguishable())
        return Tr::tr("not distinguishable");
    return Tr::tr("%1 is preferred")
        .arg(settingsTitle(score.wins > score.losses ? score.profile : score.other));
}

QString countsOf(const ArenaScore &score)
{
    QString text = Tr::tr("%1 : %2").arg(score.wins).arg(score.losses);
    if (score.ties > 0)
        text += u", "_s + Tr::tr("%n ties", nullptr, score.ties);
    if (score.neither > 0)
        text += u", "_s + Tr::tr("%1 both bad").arg(score.neither);
    return text;
}

} // namespace

TallyList::TallyList(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(Tr::tr("Votes so far"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TallyList::setScores(const QList<ArenaScore> &scores)
{
    m_scores = scores;
    QStringList spoken;
    for (const ArenaScore &one : scores)
        spoken.append(u"%1 – %2: %3, %4"_s.arg(settingsTitle(one.profile), settingsTitle(one.other),
                                               countsOf(one), verdictOf(one)));
    setAccessibleDescription(spoken.join(u". "_s));
    updateGeometry();
    update();
}

QSize TallyList::sizeHint() const
{
    return {420, static_cast<int>(std::min(mostShown, m_scores.size())) * rowHeight};
}

void TallyList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    double top = 0;
    for (const ArenaScore &one : m_scores.first(std::min(mostShown, m_scores.size()))) {
        const QString verdict = verdictOf(one);
        painter.setFont(assay::ui::font(Type::Small));
        const double verdictWide = QFontMetricsF(painter.font()).horizontalAdvance(verdict) + 8;
        painter.setPen(t.textSecond);
        drawLine(painter, {width() - verdictWide, top, verdictWide, 20}, verdict,
                 Qt::AlignRight | Qt::AlignVCenter);
        painter.setPen(t.text);
        drawLine(painter, {0, top, width() - verdictWide - 8, 20},
                 u"%1 – %2   %3"_s.arg(settingsTitle(one.profile), settingsTitle(one.other), countsOf(one)));
        const QRectF track(0, top + 24, width(), barHeight);
        paintBox(painter, track, barHeight / 2, t.track);
        const double unit = track.width() / std::max(1, one.votes());
        if (one.wins > 0)
            paintBox(painter, {0, track.top(), one.wins * unit, barHeight}, barHeight / 2, t.accentFill);
        if (one.losses > 0)
            paintBox(painter, {track.right() - one.losses * unit, track.top(), one.losses * unit, barHeight},
                     barHeight / 2, t.neutral);
        top += rowHeight;
    }
}

} // namespace assay::ui
