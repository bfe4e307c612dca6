// SPDX-License-Identifier: Apache-2.0
#include "ui/events/events_bar.h"

#include "ui/events/event_words.h"
#include "ui/kit/actions.h"
#include "ui/kit/button.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtWidgets/QToolTip>

#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 20;
constexpr int barHeight = 44;
constexpr int gap = 12;
constexpr double sparkWidth = 92;
constexpr double leastTotals = 120;

QString startText(const FeedStart &start)
{
    switch (start.mode) {
    case FeedStart::Mode::Newest: return Tr::tr("Newest");
    case FeedStart::Mode::Oldest: return Tr::tr("Oldest");
    case FeedStart::Mode::Time: return toIso(start.time).left(16).replace(u'T', u' ');
    case FeedStart::Mode::Offset: return Tr::tr("Offset %1").arg(start.offset);
    }
    Q_UNREACHABLE();
}

} // namespace

EventsBar::EventsBar(Actions &actions, QWidget *parent)
    : QWidget(parent), m_pause(new Button(Icon::Pause, Tr::tr("Pause"), ButtonKind::Secondary, this)),
      m_start(new Button(Icon::None, QString(), ButtonKind::Ghost, this)),
      m_stop(new Button(Icon::Stop, Tr::tr("Stop here"), ButtonKind::Secondary, this))
{
    m_pause->setKeyHint(actions.at(ActionId::PauseEvents)->shortcut());
    m_start->setCaption(Tr::tr("Start at"));
    m_start->setType(Type::Body);
    m_start->setChevron(true);
    m_start->setAccessibleName(Tr::tr("Start at"));
    plainToolTip(m_stop,
                 Tr::tr("Keeps what has been read and goes on with new events. What lies between is left "
                        "out and shows as a gap."));
    connect(m_pause, &Button::clicked, actions.at(ActionId::PauseEvents), &QAction::trigger);
    connect(m_start, &Button::clicked, this,
            [this] { Q_EMIT startWanted(m_start->mapToGlobal(QPoint(0, m_start->height() + 4))); });
    connect(m_stop, &Button::clicked, this, &EventsBar::stopWanted);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setState({}, false, 0, {});
}

QSize EventsBar::sizeHint() const
{
    return {900, barHeight};
}

QSize EventsBar::minimumSizeHint() const
{
    return {420, barHeight};
}

void EventsBar::setState(const FeedState &state, bool paused, qint64 waiting, const FeedStart &start)
{
    m_state = state;
    m_paused = paused;
    m_waiting = waiting;
    const bool trouble = state.error && state.phase != FeedPhase::Failed;
    m_totals = trouble ? visibleLine(state.error->message, 300) : totalsText(state);
    m_pause->setText(paused ? Tr::tr("Resume") : Tr::tr("Pause"));
    m_pause->setSymbol(paused ? Icon::Play : Icon::Pause);
    m_start->setText(startText(start));
    const bool log = !state.isCapture && state.phase != FeedPhase::Idle;
    m_pause->setVisible(log && state.phase != FeedPhase::Failed);
    m_start->setVisible(log);
    m_stop->setVisible(state.isScanning() && state.progress().value_or(1.0) < 0.98);
    setAccessibleName(headText() + u", "_s + rateText(state.rate) + u", "_s + m_totals);
    place();
}

QString EventsBar::headText() const
{
    if (m_paused)
        return Tr::tr("Paused");
    switch (m_state.phase) {
    case FeedPhase::Idle: return Tr::tr("No source");
    case FeedPhase::Opening: return Tr::tr("Opening");
    case FeedPhase::Scanning: return Tr::tr("Reading");
    case FeedPhase::Live: return Tr::tr("Live");
    case FeedPhase::Ended: return Tr::tr("Capture");
    case FeedPhase::Failed: return Tr::tr("Not read");
    }
    Q_UNREACHABLE();
}

QString EventsBar::progressText() const
{
    if (m_paused)
        return Tr::tr("%1 waiting").arg(countText(m_waiting));
    if (m_state.isScanning() && m_state.progress()) {
        const QString share = u"%1 %"_s.arg(static_cast<int>(*m_state.progress() * 100.0));
        const auto left = m_state.remaining();
        return left ? Tr::tr("%1, %2 left").arg(share, spanText(*left)) : share;
    }
    if (m_state.isCapture)
        return visibleLine(m_state.source, 60);
    return m_state.phase == FeedPhase::Live ? rateText(m_state.rate) : QString();
}

void EventsBar::place()
{
    const double head =
        margin + 15 +
        std::ceil(QFontMetricsF(assay::ui::font(Type::Body, QFont::DemiBold)).horizontalAdvance(headText()));
    const double rateWidth = std::ceil(figuresWidth(assay::ui::font(Type::Body), progressText()));
    m_rateLeft = head + 9;
    // Rates come and go; what stands right of them should not.
    m_sparkLeft = m_rateLeft + std::max(52.0, std::ceil(rateWidth / 16) * 16) + 10;
    const bool spark = !m_state.isCapture && m_pause->isVisibleTo(this);
    double x = m_sparkLeft + (spark ? sparkWidth + 16 : 0);
    for (Button *button : {m_pause, m_stop, m_start}) {
        if (!button->isVisibleTo(this))
            continue;
        const QSize size = button->sizeHint();
        button->setGeometry(static_cast<int>(x), (height() - size.height()) / 2, size.width(), size.height());
        x += size.width() + gap;
    }
    m_end = x;
    update();
}

void EventsBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void EventsBar::paintSpark(QPainter &painter, const QRectF &rect) const
{
    const QList<double> &rates = m_state.rates;
    if (rates.size() < 2)
        return;
    const double top = std::max(1.0, *std::ranges::max_element(rates));
    const double step = rect.width() / 59.0;
    QPainterPath line;
    for (qsizetype i = 0; i < rates.size(); ++i) {
        const QPointF at(rect.right() - step * static_cast<double>(rates.size() - 1 - i),
                         rect.bottom() - rect.height() * rates.at(i) / top);
        if (i == 0)
            line.moveTo(at);
        else
            line.lineTo(at);
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokens().textThird, 1.4));
    painter.drawPath(line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens().textThird);
    painter.drawEllipse(line.currentPosition(), 2, 2);
    painter.restore();
}

void EventsBar::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    const bool bad = m_state.phase == FeedPhase::Failed;
    const bool live = m_state.phase == FeedPhase::Live && !m_paused;
    const QColor dot = bad                     ? t.band(Band::Fail).fill
                       : live && m_state.error ? t.band(Band::Near).fill
                       : live                  ? t.band(Band::Pass).fill
                       : m_paused              ? t.band(Band::Near).fill
                                               : t.neutral;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(dot);
    painter.drawEllipse(QRectF(margin + 1, height() / 2.0 - 4, 8, 8));
    painter.setFont(assay::ui::font(Type::Body, QFont::DemiBold));
    painter.setPen(live ? t.band(Band::Pass).text : bad ? t.band(Band::Fail).text : t.text);
    drawLine(painter, {margin + 15.0, 0, 240, static_cast<double>(height())}, headText());
    painter.setFont(assay::ui::font(Type::Body));
    painter.setPen(t.textSecond);
    drawFigures(painter, {m_rateLeft, 0, m_sparkLeft - m_rateLeft, static_cast<double>(height())},
                progressText(), Qt::AlignLeft | Qt::AlignVCenter);
    if (m_pause->isVisible())
        paintSpark(painter, {m_sparkLeft, height() / 2.0 - 8, sparkWidth, 14});
    painter.setFont(assay::ui::font(Type::Small));
    painter.setPen(m_state.error && !bad ? t.band(Band::Low).text : t.textSecond);
    const double room = width() - margin - m_end - gap;
    if (room >= leastTotals)
        drawLine(painter, {width() - margin - room, 0, room, static_cast<double>(height())}, m_totals,
                 Qt::AlignRight | Qt::AlignVCenter, m_state.error ? Qt::ElideRight : Qt::ElideLeft);
}

bool EventsBar::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        QStringList lines{m_totals};
        if (m_state.error)
            lines.append(totalsText(m_state));
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), plainToolTipText(lines.join(u'\n')),
                           this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace assay::ui
