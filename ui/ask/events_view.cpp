// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/events_view.h"

#include "ui/ask/json_view.h"
#include "ui/ask/row_list.h"
#include "ui/ask/turn_text.h"
#include "ui/kit/button.h"
#include "ui/kit/paint.h"
#include "ui/kit/states.h"
#include "ui/kit/tr.h"

#include <QtGui/QPainter>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostRows = 2000;

QString typeText(const QString &type)
{
    if (type == u"event"_s)
        return Tr::tr("event");
    if (type == u"metrics"_s)
        return Tr::tr("metrics");
    if (type == u"tool_execution"_s)
        return Tr::tr("tool");
    if (type == u"execution_trace"_s)
        return Tr::tr("trace");
    return shortLine(type, 24).replace(u'_', u' ');
}

/// "14:03:12.084", UTC as the status bar has it.
QString timeText(UtcTime time)
{
    return toIso(time).mid(11, 12);
}

} // namespace

/// Time, type, summary, bytes.
class TurnEventList final : public RowList
{
    Q_OBJECT

public:
    explicit TurnEventList(QWidget *parent = nullptr) : RowList(Tr::tr("Messages"), metric::rowTight, parent)
    {
        setActivatable(true);
    }

    void setEvents(const QList<TurnEvent> &events)
    {
        m_rows.clear();
        for (const TurnEvent &event : events.mid(0, mostRows))
            m_rows.append({timeText(event.timestamp), typeText(event.type), shortLine(event.summary, 240),
                           Tr::tr("%1 B").arg(event.size)});
        rowsChanged();
    }

protected:
    int count() const override { return static_cast<int>(m_rows.size()); }

    void paintRow(QPainter &painter, const QRectF &row, int index) const override
    {
        const Tokens &t = tokens();
        const Row &one = m_rows.at(index);
        painter.setFont(assay::ui::font(Type::Small));
        const double timeWidth = std::ceil(figuresWidth(painter.font(), one.time));
        const double sizeWidth = std::ceil(figuresWidth(painter.font(), one.size));
        painter.setPen(t.textThird);
        drawFigures(painter, {row.left() + 16, row.top(), timeWidth, row.height()}, one.time);
        drawFigures(painter, {row.right() - 16 - sizeWidth, row.top(), sizeWidth, row.height()}, one.size);
        const double typeLeft = row.left() + 16 + timeWidth + 10;
        painter.setPen(t.textSecond);
        drawLine(painter, {typeLeft, row.top(), 46, row.height()}, one.type);
        painter.setPen(t.text);
        const double left = typeLeft + 52;
        drawLine(painter, {left, row.top(), std::max(0.0, row.right() - 26 - sizeWidth - left), row.height()},
                 one.summary);
    }

    QString spoken(int index) const override
    {
        const Row &one = m_rows.at(index);
        return u"%1 · %2 · %3 · %4"_s.arg(one.time, one.type, one.summary, one.size);
    }

private:
    struct Row
    {
        QString time{};
        QString type{};
        QString summary{};
        QString size{};
    };
    QList<Row> m_rows;
};

EventsView::EventsView(QWidget *parent)
    : QWidget(parent), m_states(new QStackedWidget),
      m_empty(new EmptyState(Icon::Events, QString(), QString())), m_error(new ErrorState),
      m_scroll(new QScrollArea), m_list(new TurnEventList), m_content(new JsonView(Tr::tr("Message content")))
{
    m_scroll->setWidget(m_list);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_list->setAutoFillBackground(false);
    auto *content = new QWidget;
    auto *below = new QVBoxLayout(content);
    below->setContentsMargins(0, 0, 0, 0);
    below->setSpacing(0);
    below->addWidget(makeFoot());
    below->addWidget(m_content, 1);
    auto *split = new QSplitter(Qt::Vertical);
    split->addWidget(m_scroll);
    split->addWidget(content);
    split->setChildrenCollapsible(false);
    split->setSizes({240, 240});
    auto *loading = new Skeleton(6);
    for (QWidget *state : std::initializer_list<QWidget *>{split, m_empty, m_error, loading})
        m_states->addWidget(state);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 6, 0, 0);
    column->addWidget(m_states);

    connect(m_list, &RowList::activated, this, &EventsView::showMessage);
    connect(m_list, &RowList::currentChanged, this, &EventsView::showMessage);
    connect(m_error, &ErrorState::retry, this, &EventsView::retry);
    reset();
}

QWidget *EventsView::makeFoot()
{
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(10, 4, 10, 0);
    auto *show = new Button(Icon::Events, Tr::tr("Show in Events"), ButtonKind::Ghost);
    show->setCompact(true);
    connect(show, &Button::clicked, this, [this] {
        if (const int at = m_list->current(); at >= 0 && at < m_events.size())
            Q_EMIT recordWanted(m_events.at(at));
    });
    row->addWidget(show);
    row->addStretch(1);
    return foot;
}

void EventsView::reset()
{
    m_events.clear();
    m_list->setEvents({});
    m_content->clear();
    m_states->setCurrentIndex(3);
}

void EventsView::setEvents(const QList<TurnEvent> &events)
{
    m_events = events;
    ++m_generation;
    m_list->setEvents(events);
    m_empty->setSentence(Tr::tr("No messages of this turn are in the log."));
    m_states->setCurrentWidget(events.isEmpty() ? static_cast<QWidget *>(m_empty) : m_states->widget(0));
    m_list->setCurrent(0);
    showMessage(0);
}

void EventsView::setError(const QString &what)
{
    m_error->setError(what, Tr::tr("Reading the messages of this turn"));
    m_states->setCurrentWidget(m_error);
}

void EventsView::setRunning(bool running)
{
    if (!running || !m_events.isEmpty())
        return;
    m_empty->setSentence(Tr::tr("The messages are written when the turn ends."));
    m_states->setCurrentWidget(m_empty);
}

void EventsView::showMessage(int index)
{
    m_list->setSelected(index);
    if (index < 0 || index >= m_events.size()) {
        m_content->clear();
        return;
    }
    const QRect row(0, index * metric::rowTight, 10, metric::rowTight);
    m_scroll->ensureVisible(row.center().x(), row.center().y(), 0, metric::rowTight);
    const TurnEvent &event = m_events.at(index);
    m_content->showJson(u"%1/%2"_s.arg(m_generation).arg(index),
                        [content = event.content] { return content; });
}

} // namespace assay::ui

#include "events_view.moc"
