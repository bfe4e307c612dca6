// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/thread_list.h"

#include "ui/ask/turn_text.h"
#include "ui/kit/button.h"
#include "ui/kit/card.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/search_field.h"
#include "ui/kit/states.h"
#include "ui/kit/tr.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QListView>
#include <QtWidgets/QStackedLayout>
#include <QtWidgets/QStyledItemDelegate>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize popupSize{560, 420};
constexpr int rowHeight = 44;

/// Title on the first line; time, turns, pass share and cost on the second.
class ThreadDelegate final : public QStyledItemDelegate
{
public:
    ThreadDelegate(const ThreadModel &model, const Clock &clock, const QString &current, QObject *parent)
        : QStyledItemDelegate(parent), m_model(model), m_clock(clock), m_current(current)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {popupSize.width(), rowHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = tokens();
        const ThreadSummary &thread = m_model.at(index.row());
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const bool over = option.state.testFlag(QStyle::State_MouseOver);
        painter->fillRect(option.rect, selected ? t.selectedCard : over ? t.hover : t.surface);
        if (selected)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), t.accentText);
        const QRectF box = QRectF(option.rect).adjusted(12, 4, -12, -4);
        const QRectF first(box.x(), box.y(), box.width(), box.height() / 2);
        const QRectF second(box.x(), first.bottom(), box.width(), box.height() / 2);
        painter->setFont(font(Type::Body, thread.id == m_current ? QFont::DemiBold : QFont::Normal));
        painter->setPen(t.text);
        const qreal money = 84;
        drawLine(*painter, first.adjusted(0, 0, -money, 0), index.data().toString());
        painter->setFont(font(Type::Small));
        painter->setPen(t.textSecond);
        drawFigures(*painter, first, formatUsd(thread.cost));
        painter->setPen(t.textThird);
        drawLine(*painter, second.adjusted(0, 0, -190, 0), threadTime(thread.updated, m_clock()));
        drawFigures(*painter, second, threadCounts(thread.turns, thread.pass));
    }

private:
    const ThreadModel &m_model;
    const Clock &m_clock;
    const QString &m_current;
};

} // namespace

ThreadList::ThreadList(QWidget *parent)
    : QFrame(parent, Qt::Popup), m_field(new SearchField(Tr::tr("Search threads"), this)),
      m_view(new QListView(this)), m_pages(new QStackedLayout), m_loading(new QWidget(this)),
      m_empty(new EmptyState(Icon::Ask, Tr::tr("No thread yet. Ask a question and it begins one."),
                             Tr::tr("New thread"), this)),
      m_noMatch(new EmptyState(Icon::Search, QString(), Tr::tr("Clear the search"), this)),
      m_error(new ErrorState(this))
{
    setAccessibleName(Tr::tr("Threads"));
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new ThreadDelegate(m_model, m_clock, m_current, m_view));
    m_view->setUniformItemSizes(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setAccessibleName(Tr::tr("Threads"));
    auto *bars = new QVBoxLayout(m_loading);
    bars->addWidget(new Skeleton(6, m_loading));
    bars->addStretch(1);
    for (QWidget *page : QWidgetList{m_view, m_loading, m_empty, m_noMatch, m_error})
        m_pages->addWidget(page);

    auto *begin = new Button(Icon::Plus, Tr::tr("New thread"), ButtonKind::Ghost, this);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(8, 8, 8, 8);
    top->addWidget(m_field, 1);
    top->addWidget(begin);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(new Hairline(Qt::Horizontal, this));
    column->addLayout(m_pages, 1);

    m_typed.setSingleShot(true);
    m_typed.setInterval(120);
    connect(&m_typed, &QTimer::timeout, this, [this] { Q_EMIT searched(m_field->text().trimmed()); });
    connect(m_field, &QLineEdit::textChanged, &m_typed, qOverload<>(&QTimer::start));
    connect(m_view, &QListView::clicked, this, &ThreadList::choose);
    const auto beginNew = [this] {
        hide();
        Q_EMIT newThread();
    };
    connect(begin, &Button::clicked, this, beginNew);
    connect(m_empty, &EmptyState::activated, this, beginNew);
    connect(m_noMatch, &EmptyState::activated, m_field, &QLineEdit::clear);
    connect(m_error, &ErrorState::retry, this, [this] { Q_EMIT searched(m_field->text().trimmed()); });
    m_field->installEventFilter(this);
    m_view->installEventFilter(this);
}

void ThreadList::openAt(const QPoint &topLeft, const QString &currentThread)
{
    m_current = currentThread;
    {
        const QSignalBlocker quiet(m_field);
        m_field->clear();
    }
    resize(popupSize);
    move(topLeft);
    setLoading();
    show();
    m_field->setFocus(Qt::PopupFocusReason);
    Q_EMIT searched(QString());
}

void ThreadList::setLoading()
{
    m_pages->setCurrentWidget(m_loading);
}

void ThreadList::setThreads(const QString &search, const Result<QList<ThreadSummary>> &threads)
{
    if (search != m_field->text().trimmed())
        return;
    if (!threads) {
        m_error->setError(Tr::tr("The threads could not be read."), threads.error().message);
        m_pages->setCurrentWidget(m_error);
        return;
    }
    m_model.setThreads(*threads);
    m_noMatch->setSentence(Tr::tr("No thread holds “%1”.").arg(shortLine(search, 60)));
    m_pages->setCurrentWidget(!threads->isEmpty() ? static_cast<QWidget *>(m_view)
                              : search.isEmpty()  ? m_empty
                                                  : m_noMatch);
    const int row = search.isEmpty() ? m_model.rowOf(m_current) : 0;
    m_view->setCurrentIndex(m_model.index(std::max(0, row)));
}

QString ThreadList::condition() const
{
    const QWidget *page = m_pages->currentWidget();
    return page == m_view      ? u"list"_s
           : page == m_loading ? u"loading"_s
           : page == m_empty   ? u"empty"_s
           : page == m_noMatch ? u"no match"_s
                               : u"error"_s;
}

void ThreadList::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    hide();
    Q_EMIT threadChosen(index.data(ThreadModel::IdRole).toString());
}

void ThreadList::step(int rows)
{
    const int row = std::clamp(m_view->currentIndex().row() + rows, 0, std::max(0, m_model.rowCount() - 1));
    if (row + 1 >= m_model.rowCount() && m_model.canFetchMore({}))
        m_model.fetchMore({});
    m_view->setCurrentIndex(m_model.index(row));
}

bool ThreadList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (m_pages->currentWidget() == m_view)
            choose(m_view->currentIndex());
        return true;
    }
    if (watched != m_field)
        return QFrame::eventFilter(watched, event);
    const int pageRows = std::max(1, m_view->height() / rowHeight);
    if (key == Qt::Key_Down || key == Qt::Key_Up)
        step(key == Qt::Key_Down ? 1 : -1);
    else if (key == Qt::Key_PageDown || key == Qt::Key_PageUp)
        step(key == Qt::Key_PageDown ? pageRows : -pageRows);
    else if (key == Qt::Key_Escape && m_field->text().isEmpty())
        hide();
    else
        return QFrame::eventFilter(watched, event);
    return true;
}

void ThreadList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().raised);
    painter.setPen(tokens().strongLine);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace assay::ui
