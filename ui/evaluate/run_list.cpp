// SPDX-License-Identifier: Apache-2.0
#include "ui/evaluate/run_list.h"

#include "ui/evaluate/evaluate_words.h"
#include "ui/kit/chip.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"
#include "ui/triage/triage_words.h"

#include <QtGui/QPainter>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 48;
constexpr int left = 20;
constexpr int textLeft = 42;
constexpr int right = 20;

bool isWhole(const StoredRun &run)
{
    return run.standing == RunStanding::Finished;
}

/// What stands under the name.
QString factsOf(const StoredRun &run, UtcTime now)
{
    if (run.standing == RunStanding::Damaged)
        return visibleLine(run.problem, 300);
    QStringList parts{whenText(run.startedAt, now)};
    if (isWhole(run))
        parts << Tr::tr("%n scenarios", nullptr, run.total);
    else
        parts << standingTitle(run.standing) << Tr::tr("%1 of %2").arg(run.done).arg(run.total);
    if (run.errors > 0)
        parts << Tr::tr("%n without an answer", nullptr, run.errors);
    return parts.join(u" · "_s);
}

} // namespace

RunList::RunList(QWidget *parent) : PickList(Tr::tr("Runs"), rowHeight, parent) {}

void RunList::setRuns(const QList<StoredRun> &runs, UtcTime now)
{
    const QString path = current() >= 0 ? m_runs.at(current()).path : QString();
    m_runs = runs;
    m_now = now;
    const auto found = std::ranges::find(m_runs, path, &StoredRun::path);
    const bool there = found != m_runs.end();
    rowsChanged(there ? static_cast<int>(found - m_runs.begin()) : std::max(0, current()), !there);
}

bool RunList::setCurrent(const QString &path)
{
    const auto found = std::ranges::find(m_runs, path, &StoredRun::path);
    if (found == m_runs.end())
        return false;
    PickList::setCurrent(static_cast<int>(found - m_runs.begin()));
    return true;
}

void RunList::setProgress(const QString &path, const RunProgress &now)
{
    m_running = path;
    m_share = now.total > 0 ? static_cast<double>(now.done) / now.total : 0.0;
    viewport()->update();
}

void RunList::setBase(const QString &path)
{
    m_base = path;
    viewport()->update();
}

QString RunList::spoken(int row) const
{
    return spokenRun(m_runs.at(row), m_now);
}

void RunList::paintMark(QPainter &painter, const QRectF &rect, const StoredRun &run) const
{
    const Tokens &t = tokens();
    switch (run.standing) {
    case RunStanding::Running: return paintIcon(painter, rect, Icon::Play, t.accentText);
    case RunStanding::Interrupted: return paintIcon(painter, rect, Icon::Pause, t.textSecond);
    case RunStanding::Damaged: return paintIcon(painter, rect, Icon::Warning, toneColor(Tone::Fail));
    case RunStanding::Finished:
        if (run.measured == 0)
            return paintIcon(painter, rect, Icon::Minus, t.textSecond);
        return paintBandGlyph(painter, rect.adjusted(1, 1, -1, -1),
                              run.met == run.measured ? Band::Pass : Band::Fail);
    }
}

void RunList::paintRow(QPainter &painter, const QRectF &rect, int row) const
{
    const Tokens &t = tokens();
    const StoredRun &run = m_runs.at(row);
    const bool isUnderWay = run.path == m_running && run.standing == RunStanding::Running;
    painter.fillRect(QRectF(rect.left() + left, rect.bottom() - 1, rect.width() - left, 1), t.hairline);
    paintMark(painter, {rect.left() + left, rect.top() + 8, 13, 13}, run);
    double end = rect.right() - right;
    if (run.path == m_base) {
        paintIcon(painter, {end - 13, rect.top() + 8, 13, 13}, Icon::Pin, t.accentText);
        end -= 18;
    }
    const QString value = run.quality ? scoreText(run.quality) : QString();
    const QFont valueFont = assay::ui::font(Type::Body, QFont::DemiBold);
    const double valueWide = value.isEmpty() ? 0 : figuresWidth(valueFont, value) + 12;
    painter.setFont(valueFont);
    painter.setPen(run.quality ? toneColor(toneOf(bandOf(*run.quality))) : t.text);
    drawFigures(painter, {end - valueWide, rect.top() + 4, valueWide, 21}, value);
    painter.setFont(assay::ui::font(Type::Body, QFont::Medium));
    painter.setPen(t.text);
    const double x = rect.left() + textLeft;
    const double wide = end - valueWide - x;
    const QString name = elided(visibleLine(run.suite, 100), painter.font(), wide);
    drawLine(painter, {x, rect.top() + 4, wide, 21}, name);
    const double used = QFontMetricsF(painter.font()).horizontalAdvance(name) + 8;
    painter.setFont(assay::ui::font(Type::Small));
    painter.setPen(t.textThird);
    if (run.standing != RunStanding::Damaged && wide - used > 40)
        drawLine(painter, {x + used, rect.top() + 5, wide - used, 21},
                 run.isOwn ? settingsTitle(run.profile)
                           : settingsTitle(run.profile) + u" · "_s + Tr::tr("file"));
    const QString targets =
        run.measured > 0 && isWhole(run) ? Tr::tr("%1/%2 targets").arg(run.met).arg(run.measured) : QString();
    const double targetsWide = targets.isEmpty() ? 0 : figuresWidth(painter.font(), targets) + 12;
    const double right_ = rect.right() - right;
    painter.setPen(t.textSecond);
    drawLine(painter, {x, rect.top() + 24, right_ - targetsWide - x, 18}, factsOf(run, m_now));
    drawFigures(painter, {right_ - targetsWide, rect.top() + 24, targetsWide, 18}, targets);
    if (isUnderWay) {
        const QRectF track(x, rect.bottom() - 5, right_ - x, 3);
        paintBox(painter, track, 1.5, t.track);
        paintBox(painter, {track.left(), track.top(), track.width() * m_share, 3}, 1.5, t.accentFill);
    }
}

} // namespace assay::ui
