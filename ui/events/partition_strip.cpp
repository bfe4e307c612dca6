// SPDX-License-Identifier: Apache-2.0
#include "ui/events/partition_strip.h"

#include "ui/events/event_words.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 20;
constexpr int cellGap = 12;
constexpr int cellHeight = 34;
constexpr double barHeight = 4;
constexpr double labelHeight = 18;
constexpr double leastCell = 92;
constexpr double leastBreak = 3; ///< px; a gap must be seen whatever its size
constexpr int mostRows = 4;

qint64 missingOf(const FeedPartition &one)
{
    return one.missing + one.undecodable;
}

} // namespace

PartitionStrip::PartitionStrip(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(Tr::tr("Partitions"));
    setFocusPolicy(Qt::TabFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void PartitionStrip::setState(const FeedState &state)
{
    const bool other = state.partitions.size() != m_state.partitions.size();
    if (!other && state.partitions == m_state.partitions && state.phase == m_state.phase)
        return;
    m_state = state;
    QStringList spoken;
    for (const FeedPartition &one : state.partitions)
        spoken.append(Tr::tr("partition %1").arg(one.partition) + u' ' + rightText(one));
    setAccessibleDescription(spoken.mid(0, 32).join(u", "));
    if (other)
        updateGeometry();
    update();
}

int PartitionStrip::perRow(int width) const
{
    const auto fit = static_cast<int>((width - 2 * margin + cellGap) / (leastCell + cellGap));
    const int count = static_cast<int>(m_state.partitions.size());
    return std::clamp(std::max(fit, (count + mostRows - 1) / mostRows), 1, std::max(1, count));
}

int PartitionStrip::heightForWidth(int width) const
{
    const int count = static_cast<int>(m_state.partitions.size());
    const int each = perRow(width);
    return std::max(1, (count + each - 1) / each) * cellHeight;
}

QSize PartitionStrip::sizeHint() const
{
    return {800, heightForWidth(std::max(width(), 400))};
}

QRectF PartitionStrip::cell(int index) const
{
    const int each = perRow(width());
    const double wide = (width() - 2.0 * margin + cellGap) / each - cellGap;
    return {margin + (index % each) * (wide + cellGap), static_cast<double>(index / each * cellHeight), wide,
            static_cast<double>(cellHeight)};
}

int PartitionStrip::cellAt(const QPointF &point) const
{
    for (int i = 0; i < m_state.partitions.size(); ++i)
        if (cell(i).contains(point))
            return i;
    return -1;
}

QString PartitionStrip::rightText(const FeedPartition &one) const
{
    if (!one.lastError.isEmpty())
        return Tr::tr("error");
    if (m_state.isCapture)
        return countText(one.records);
    if (m_state.isScanning() && one.progress().value_or(1.0) < 1.0) {
        const QString share = u"%1 %"_s.arg(static_cast<int>(*one.progress() * 100.0));
        const auto left = one.remaining();
        return left ? Tr::tr("%1, %2 left").arg(share, spanText(*left)) : share;
    }
    return one.lag() ? Tr::tr("lag %1").arg(countText(*one.lag())) : Tr::tr("lag unknown");
}

void PartitionStrip::paintCell(QPainter &painter, const QRectF &rect, const FeedPartition &one) const
{
    const Tokens &t = tokens();
    const bool error = !one.lastError.isEmpty();
    const bool behind = one.lag().value_or(0) > 0 && missingOf(one) > 0;
    painter.setFont(assay::ui::font(Type::Small, QFont::DemiBold));
    painter.setPen(t.text);
    const QRectF label(rect.left(), rect.top() + 4, rect.width(), labelHeight);
    const QString name = u"p%1"_s.arg(one.partition);
    drawLine(painter, label, name);
    painter.setFont(assay::ui::font(Type::Small));
    const QString right = rightText(one);
    const double rightWidth = figuresWidth(painter.font(), right);
    painter.setPen(error ? t.band(Band::Fail).text : behind ? t.band(Band::Near).text : t.textSecond);
    const double room = rect.width() - 28;
    drawFigures(
        painter,
        {rect.right() - std::min(rightWidth, room), label.top(), std::min(rightWidth, room), labelHeight},
        right);
    const QString gap = missingOf(one) > 0 ? Tr::tr("gap %1").arg(countText(missingOf(one))) : QString();
    const double gapWidth = figuresWidth(painter.font(), gap);
    if (!gap.isEmpty() && gapWidth + rightWidth + 44 < rect.width()) {
        painter.setPen(t.textSecond);
        // Above the break if there is room, else in the middle of what is free.
        const double free = rect.width() - 28 - rightWidth - 12;
        drawFigures(painter, {rect.left() + 28, label.top(), std::max(gapWidth, free * 0.62), labelHeight},
                    gap);
    }
    paintBar(painter, {rect.left(), rect.top() + 23, rect.width(), barHeight}, one);
}

void PartitionStrip::paintBar(QPainter &painter, const QRectF &bar, const FeedPartition &one) const
{
    const Tokens &t = tokens();
    painter.fillRect(bar, t.track);
    const qint64 from = one.start.value_or(one.low.value_or(0));
    const qint64 to = std::max(one.end.value_or(from), one.position.value_or(from));
    const double all = std::max(1.0, static_cast<double>(to - from));
    const auto x = [&](qint64 offset) {
        return bar.left() + bar.width() * std::clamp(static_cast<double>(offset - from) / all, 0.0, 1.0);
    };
    const bool unsure = !one.lastError.isEmpty();
    const QColor fill = unsure               ? t.band(Band::Fail).fill
                        : missingOf(one) > 0 ? t.band(Band::Near).fill
                                             : t.neutral;
    double end = x(one.position.value_or(from));
    // A lag of a few records out of millions is still a lag.
    if (one.lag().value_or(0) > 0)
        end = std::min(end, bar.right() - leastBreak);
    if (to > from || m_state.phase == FeedPhase::Live)
        painter.fillRect(
            QRectF(bar.left(), bar.top(), (to > from ? end : bar.right()) - bar.left(), bar.height()), fill);
    for (const FeedGap &gap : one.gaps) {
        if (gap.to <= from)
            continue;
        const double left = x(gap.from);
        const double wide = std::max(leastBreak, x(gap.to) - left);
        const QRectF hole(std::min(left, bar.right() - wide), bar.top() - 1, wide, bar.height() + 2);
        painter.fillRect(hole, t.surface);
        if (gap.kind == FeedGap::Kind::Decode) // there, but says nothing
            painter.fillRect(QRectF(hole.center().x() - 0.5, bar.top(), 1, bar.height()),
                             t.band(Band::Fail).fill);
    }
}

void PartitionStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    for (int i = 0; i < m_state.partitions.size(); ++i) {
        if (cell(i).top() > height())
            break;
        paintCell(painter, cell(i), m_state.partitions.at(i));
        if (hasFocus() && i == m_current)
            paintFocusRing(painter, cell(i).adjusted(-5, 1, 5, -1), metric::radiusChip);
    }
}

bool PartitionStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const int at = cellAt(help->pos()); at >= 0)
            QToolTip::showText(help->globalPos(), plainToolTipText(partitionText(m_state.partitions.at(at))),
                               this);
        return true;
    }
    return QWidget::event(event);
}

void PartitionStrip::mousePressEvent(QMouseEvent *event)
{
    if (const int at = cellAt(event->position()); at >= 0)
        Q_EMIT partitionActivated(at, event->globalPosition().toPoint());
}

void PartitionStrip::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_state.partitions.size()) - 1;
    if (last >= 0 && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)) {
        m_current = std::clamp(m_current + (event->key() == Qt::Key_Left ? -1 : 1), 0, last);
        update();
    } else if (last >= 0 && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Space)) {
        Q_EMIT partitionActivated(m_current, mapToGlobal(cell(m_current).bottomLeft().toPoint()));
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace assay::ui
