// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/rule_chart.h"

#include "ui/analytics/chart.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"
#include "ui/triage/triage_words.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double captionHeight = 18;
constexpr double axisRoom = 22;
constexpr int mostTicks = 4;

double pixelOf(const Scale &x, UtcTime time)
{
    return x.at(static_cast<double>(toMicros(time)));
}

} // namespace

RuleChart::RuleChart(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(Tr::tr("Value over time"));
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RuleChart::setHistory(const std::optional<RuleHistory> &history)
{
    m_history = history;
    m_read = -1;
    layOut();
    update();
}

void RuleChart::setCaption(const QString &caption, Tone tone)
{
    m_caption = caption;
    m_tone = tone;
    setAccessibleDescription(caption);
    update();
}

void RuleChart::setChosen(const QString &firingId)
{
    if (std::exchange(m_chosen, firingId) != firingId)
        update();
}

QString RuleChart::label(double value) const
{
    const AlertUnit unit = m_history->rule.metric.isEmpty() ? AlertUnit::Count : unitOf(m_history->rule);
    return boundEditText(unit, value);
}

void RuleChart::layOut()
{
    if (!m_history)
        return;
    double low = 1e300;
    double high = -1e300;
    const auto reach = [&](const std::optional<double> &value) {
        if (value) {
            low = std::min(low, *value);
            high = std::max(high, *value);
        }
    };
    for (const AlertReadout &readout : m_history->readouts)
        reach(readout.value);
    reach(m_history->rule.floor);
    reach(m_history->rule.ceiling);
    if (low > high)
        low = 0.0, high = 1.0;
    const AlertUnit unit = unitOf(m_history->rule);
    const bool toOne = unit == AlertUnit::Share || unit == AlertUnit::Score;
    if (unit != AlertUnit::Score)
        low = 0.0; // scores stand close together; everything else is seen from nothing
    const double room = std::max((high - low) * 0.08, high > low ? 0.0 : std::max(high * 0.5, 0.02));
    low = std::max(0.0, low - room);
    high = toOne && high <= 1.0 ? std::min(1.0, high + room) : high + room;
    m_ticks = roundTicks(low, high, mostTicks);
    const double wide = axisWidth(m_ticks, [this](double value) { return label(value); });
    m_plot = QRectF(wide, captionHeight + 8, width() - wide - 6, height() - captionHeight - 8 - axisRoom);
    m_x = timeScale(m_history->range, m_plot.left(), m_plot.right());
    m_y = {.low = m_ticks.low(), .high = m_ticks.high(), .start = m_plot.bottom(), .end = m_plot.top()};
}

const AlertFiring *RuleChart::firingAt(UtcTime time) const
{
    for (const AlertFiring &firing : m_history->firings)
        if (time >= firing.firedAt && time <= firing.resolvedAt.value_or(m_history->range.to))
            return &firing;
    return nullptr;
}

int RuleChart::readoutAt(double x) const
{
    if (!m_history || m_history->readouts.isEmpty() || x < m_plot.left() - 4 || x > m_plot.right() + 4)
        return -1;
    const auto time = static_cast<qint64>(m_x.valueAt(x));
    const QList<AlertReadout> &all = m_history->readouts;
    const auto after = std::ranges::lower_bound(
        all, time, {}, [](const AlertReadout &readout) { return toMicros(readout.time); });
    if (after == all.end())
        return static_cast<int>(all.size()) - 1;
    if (after == all.begin())
        return 0;
    const auto before = after - 1;
    const bool nearer = time - toMicros(before->time) < toMicros(after->time) - time;
    return static_cast<int>((nearer ? before : after) - all.begin());
}

QString RuleChart::captionShown() const
{
    if (!m_history || m_read < 0 || m_read >= m_history->readouts.size())
        return m_caption;
    const AlertReadout &readout = m_history->readouts.at(m_read);
    QStringList parts{whenText(readout.time, m_history->range.to),
                      readout.value ? ruleValueText(m_history->rule, readout.value) : Tr::tr("no data")};
    if (readout.total > 0)
        parts.append(Tr::tr("%1 of %2").arg(readout.matching).arg(readout.total));
    if (const AlertFiring *firing = firingAt(readout.time))
        parts.append(Tr::tr("fired %1").arg(firingTimes(*firing, m_history->range.to)));
    else if (readout.phase == AlertPhase::Pending)
        parts.append(Tr::tr("pending"));
    return parts.join(u" · "_s);
}

void RuleChart::read(int readout)
{
    if (std::exchange(m_read, readout) == readout)
        return;
    setAccessibleDescription(captionShown());
    update();
}

void RuleChart::paintFirings(QPainter &painter) const
{
    const BandColors &fail = tokens().band(Band::Fail);
    for (const AlertFiring &firing : m_history->firings) {
        const double from = std::max(m_plot.left(), pixelOf(m_x, firing.firedAt));
        const double to =
            std::min(m_plot.right(), pixelOf(m_x, firing.resolvedAt.value_or(m_history->range.to)));
        const QRectF box(from, m_plot.top(), std::max(2.0, to - from), m_plot.height());
        QColor tint = fail.fill;
        tint.setAlphaF(firing.id == m_chosen ? 0.34F : 0.18F);
        painter.fillRect(box, tint);
        painter.fillRect(QRectF(box.left(), box.top() - 3, std::max(3.0, box.width()), 3), fail.fill);
    }
}

void RuleChart::paintNoData(QPainter &painter) const
{
    const QList<AlertReadout> &all = m_history->readouts;
    for (qsizetype i = 0; i < all.size();) {
        if (all.at(i).value) {
            ++i;
            continue;
        }
        qsizetype end = i;
        while (end + 1 < all.size() && !all.at(end + 1).value)
            ++end;
        const double from = pixelOf(m_x, all.at(i).time);
        const double to = pixelOf(m_x, all.at(std::min(end + 1, all.size() - 1)).time);
        if (to - from >= 3)
            paintHatched(painter, {from, m_plot.top(), to - from, m_plot.height()});
        i = end + 1;
    }
}

void RuleChart::paintLine(QPainter &painter) const
{
    QPainterPath path;
    bool down = false;
    for (const AlertReadout &readout : m_history->readouts) {
        if (!readout.value) {
            down = false;
            continue;
        }
        const QPointF point(pixelOf(m_x, readout.time), m_y.at(*readout.value));
        if (std::exchange(down, true)) {
            path.lineTo(point);
        } else {
            path.moveTo(point - QPointF(0.7, 0));
            path.lineTo(point);
        }
    }
    QPen pen(tokens().accentText, 1.4);
    pen.setJoinStyle(Qt::RoundJoin);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

void RuleChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (hasFocus())
        paintFocusRing(painter, QRectF(rect()), metric::radiusChip);
    painter.setFont(assay::ui::font(Type::Small));
    painter.setPen(m_read >= 0 ? tokens().text : toneColor(m_tone));
    drawLine(painter, {6, 0, width() - 12.0, captionHeight}, visibleLine(captionShown(), 400));
    if (!m_history)
        return;
    paintNoData(painter);
    paintFirings(painter);
    paintValueAxis(painter, m_plot, m_y, m_ticks, [this](double value) { return label(value); });
    paintTimeAxis(painter, m_plot, m_history->range);
    painter.setClipRect(m_plot.adjusted(0, -4, 2, 2));
    paintLine(painter);
    painter.setClipping(false);
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (std::ranges::none_of(m_history->readouts,
                             [](const AlertReadout &one) { return one.value.has_value(); })) {
        painter.setPen(tokens().textSecond);
        const QString words = Tr::tr("no data in this range");
        const double wide = QFontMetricsF(painter.font()).horizontalAdvance(words) + 16;
        const QRectF box(m_plot.center().x() - wide / 2, m_plot.center().y() - 9, wide, 18);
        painter.fillRect(box, tokens().surface);
        drawLine(painter, box, words, Qt::AlignCenter);
    }
    for (const auto &[bound, sign] :
         {std::pair{m_history->rule.floor, u"< "_s}, {m_history->rule.ceiling, u"> "_s}})
        if (bound)
            paintLevel(painter, m_plot, m_y.at(*bound), sign + label(*bound));
    if (m_read >= 0 && m_read < m_history->readouts.size()) {
        const double x = std::round(pixelOf(m_x, m_history->readouts.at(m_read).time));
        painter.fillRect(QRectF(x, m_plot.top(), 1, m_plot.height()), tokens().accentText);
    }
}

void RuleChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void RuleChart::mouseMoveEvent(QMouseEvent *event)
{
    read(readoutAt(event->position().x()));
}

void RuleChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_history || !m_plot.contains(event->position()))
        return;
    const UtcTime time = fromMicros(static_cast<qint64>(m_x.valueAt(event->position().x())));
    if (const AlertFiring *firing = firingAt(time))
        Q_EMIT firingActivated(firing->id);
}

void RuleChart::leaveEvent(QEvent *event)
{
    read(-1);
    QWidget::leaveEvent(event);
}

void RuleChart::keyPressEvent(QKeyEvent *event)
{
    const bool step = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    const qsizetype count = m_history ? m_history->readouts.size() : 0;
    if (step && count > 0) {
        const int by = static_cast<int>(std::max<qsizetype>(1, count / 120));
        const int last = static_cast<int>(count) - 1;
        if (m_read < 0)
            read(event->key() == Qt::Key_Left ? last : 0);
        else
            read(std::clamp(m_read + (event->key() == Qt::Key_Left ? -by : by), 0, last));
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_read >= 0 &&
               m_history) {
        if (const AlertFiring *firing = firingAt(m_history->readouts.at(m_read).time))
            Q_EMIT firingActivated(firing->id);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void RuleChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void RuleChart::focusOutEvent(QFocusEvent *event)
{
    m_read = -1;
    QWidget::focusOutEvent(event);
    update();
}

} // namespace assay::ui
