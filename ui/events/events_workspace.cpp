// SPDX-License-Identifier: Apache-2.0
#include "ui/events/events_workspace.h"

#include "ui/events/bytes_pane.h"
#include "ui/events/event_list.h"
#include "ui/events/event_words.h"
#include "ui/events/events_bar.h"
#include "ui/events/events_header.h"
#include "ui/events/events_sheet.h"
#include "ui/events/partition_strip.h"
#include "ui/filter/filter_field.h"
#include "ui/filter/scope_chip.h"
#include "ui/kit/actions.h"
#include "ui/kit/button.h"
#include "ui/kit/card.h"
#include "ui/kit/plain.h"
#include "ui/kit/states.h"
#include "ui/kit/toast.h"
#include "ui/kit/tr.h"

#include <QtCore/QUrl>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 20;
constexpr qsizetype mostThreads = 200;
constexpr int listShare = 50; ///< of a hundred, as the list begins

} // namespace

EventsWorkspace::EventsWorkspace(EventsSetup setup, Actions &actions, QWidget *parent)
    : QWidget(parent), m_setup(std::move(setup)), m_actions(actions),
      m_feed(m_setup.spoolFolder, m_setup.maxMessageBytes), m_header(new EventsHeader(actions)),
      m_bar(new EventsBar(actions)), m_filter(new FilterField(FilterUse::Events)),
      m_chip(new ScopeChip(actions.at(ActionId::ClearScope)->shortcut())),
      m_found(new PlainLabel(QString(), Type::Small, Tone::Second)), m_strip(new PartitionStrip),
      m_list(new EventList(m_rows)), m_bytes(new BytesPane), m_states(new QStackedWidget),
      m_empty(new EmptyState(Icon::Events, QString(), Tr::tr("Open a capture"))),
      m_filtered(new EmptyState(Icon::Filter, QString(), Tr::tr("Clear the filter"))),
      m_error(new ErrorState), m_down(new QSplitter(Qt::Vertical)),
      m_toTime(new JumpSheet(Tr::tr("Go to time (UTC)"), u"14:06:31, 2026-11-21 14:06, -15m"_s, this)),
      m_toOffset(new JumpSheet(Tr::tr("Go to offset"), u"918244, 3 @ 918244"_s, this)),
      m_capture(new CaptureSheet(this)), m_toast(nullptr)
{
    compose();
    m_toast = new Toast(m_down);
    setAcceptDrops(true);
    connectFeed();
    connectParts();
    connectActions();
    showStates();
    showBar();
}

EventsWorkspace::~EventsWorkspace()
{
    if (m_header && !m_header->parent())
        delete m_header;
}

void EventsWorkspace::compose()
{
    auto *top = new Pane(Pane::Ground::Surface);
    auto *head = new QVBoxLayout(top);
    head->setContentsMargins(0, 0, 0, 6);
    head->setSpacing(0);
    head->addWidget(m_bar);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(margin, 0, margin, 4);
    line->setSpacing(12);
    line->addWidget(m_filter, 1);
    line->addWidget(m_found);
    m_found->hide();
    head->addLayout(line);
    auto *narrowed = new QHBoxLayout;
    narrowed->setContentsMargins(margin, 0, margin, 0);
    narrowed->addWidget(m_chip);
    head->addLayout(narrowed);
    head->addWidget(m_strip);
    m_filter->setPlaceholderText(Tr::tr("Filter, for example: score < 0.9 and issue = tool_results_ignored"));
    m_filter->setAccessibleName(Tr::tr("Filter"));
    m_filter->setKeyHint(m_actions.at(ActionId::FilterEvents)->shortcut());

    m_down->addWidget(makeStates());
    m_down->addWidget(m_bytes);
    m_down->setHandleWidth(1);
    m_down->setChildrenCollapsible(false);
    m_bytes->setMinimumHeight(120);
    m_states->setMinimumHeight(120);
    m_down->setStretchFactor(0, listShare);
    m_down->setStretchFactor(1, 100 - listShare);
    m_down->setSizes({360, 360});

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(top);
    column->addWidget(new Hairline);
    column->addWidget(m_down, 1);
    connect(m_down, &QSplitter::splitterMoved, this, &EventsWorkspace::stateChanged);
}

QWidget *EventsWorkspace::makeStates()
{
    const auto grounded = [](QWidget *content) {
        auto *pane = new Pane(Pane::Ground::Surface);
        auto *column = new QVBoxLayout(pane);
        column->addWidget(content);
        return pane;
    };
    // In the order of Shown.
    m_states->addWidget(m_list);
    m_states->addWidget(grounded(new Skeleton(8)));
    m_states->addWidget(grounded(m_empty));
    m_states->addWidget(grounded(m_filtered));
    m_states->addWidget(grounded(m_error));
    return m_states;
}

EventsWorkspace::Shown EventsWorkspace::shown() const
{
    return static_cast<Shown>(m_states->currentIndex());
}

QWidget *EventsWorkspace::titleBar()
{
    return m_header;
}

void EventsWorkspace::focusDefault()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void EventsWorkspace::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    const std::optional<Error> &error = m_feed.state().error;
    if (!m_opened)
        openUsual();
    else if (m_feed.state().phase == FeedPhase::Failed && error && error->code == Errc::NotFound)
        m_feed.retry(); // something may have been recorded since
    reachBack();
}

void EventsWorkspace::openUsual()
{
    const QList<FeedSource> sources = m_setup.sources ? m_setup.sources() : QList<FeedSource>();
    if (!sources.isEmpty())
        openSource(sources.first());
}

void EventsWorkspace::openSource(const FeedSource &source, const FeedStart &start)
{
    m_opened = true;
    m_paused = false;
    m_detailOf = -1;
    m_feed.open(source, start);
    if (m_header)
        m_header->setSource(source.name);
    m_list->toTop();
}

void EventsWorkspace::openCapture(const QString &path)
{
    m_pending.reset();
    openSource(captureFeed(path));
}

void EventsWorkspace::connectFeed()
{
    connect(&m_feed, &EventFeed::stateChanged, this, &EventsWorkspace::takeState);
    connect(&m_feed, &EventFeed::viewChanged, this, &EventsWorkspace::takeView);
    connect(&m_feed, &EventFeed::saving, m_capture, &CaptureSheet::showProgress);
    connect(&m_rows, &EventRows::wanted, this, [this](qint64 first, int count) {
        const quint64 generation = m_rows.generation();
        m_feed.readRows(generation, first, count, this,
                        [this, generation, first](const Result<QList<FeedRow>> &rows) {
                            if (rows)
                                m_rows.put(generation, first, *rows);
                        });
    });
    connect(&m_rows, &EventRows::arrived, this, [this](qint64 first, qint64 last) {
        if (m_list->current() >= first && m_list->current() <= last)
            readDetail();
    });
}

void EventsWorkspace::takeState()
{
    m_strip->setState(m_feed.state());
    tryPending();
    showBar();
    showStates();
}

void EventsWorkspace::takeView()
{
    const FeedView &view = m_feed.view();
    if (view.generation != m_rows.generation()) {
        m_rows.reset(view.generation);
        m_detailOf = -1;
        m_bytes->showNothing(Tr::tr("Choose an event to see its fields and bytes."));
    }
    // Paused, the list stands still; a filter that is new still looks through what was there.
    const bool still = m_paused && m_rows.count() > 0;
    if (!still) {
        const bool first = m_rows.count() == 0 && view.count > 0;
        m_rows.put(view.generation, view.count - view.newest.size(), view.newest);
        m_rows.setCount(view.count);
        if (first && m_feed.state().isCapture && !m_pending)
            m_list->setCurrent(view.count - 1);
    }
    for (const FeedRow &row : view.newest)
        if (!m_threads.contains(row.threadId))
            m_threads.prepend(row.threadId);
    m_threads = m_threads.mid(0, mostThreads);
    tryPending();
    showBar();
    showStates();
}

void EventsWorkspace::showBar()
{
    const FeedState &state = m_feed.state();
    const qint64 waiting = std::max<qint64>(0, m_feed.view().count - m_rows.count());
    m_bar->setState(state, m_paused, waiting, m_feed.start());
    const FeedView &view = m_feed.view();
    QString progress;
    if (view.isFiltered())
        progress = view.isScanned()
                       ? Tr::tr("%1 of %2").arg(countText(view.count), countText(view.records))
                       : Tr::tr("%1 found, %2 of %3 looked at")
                             .arg(countText(view.count), countText(view.scanned), countText(view.records));
    m_found->setText(progress);
    m_found->setVisible(!progress.isEmpty());
    Q_EMIT statusText(activityText(state, m_paused, waiting));
    Q_EMIT rateText(state.isCapture ? QString() : railRateText(state.rate));
}

bool EventsWorkspace::isLocal() const
{
    return m_feed.source().kind == FeedSource::Kind::Local;
}

void EventsWorkspace::showStates()
{
    const FeedState &state = m_feed.state();
    const FeedView &view = m_feed.view();
    Shown shown = Shown::Content;
    const bool unrecorded = state.error && state.error->code == Errc::NotFound && !state.isCapture;
    if (state.phase == FeedPhase::Failed && !unrecorded) {
        shown = Shown::Failed;
        m_error->setError(state.error ? state.error->message : QString(), state.source);
    } else if (m_rows.count() == 0) {
        const bool busy = state.phase == FeedPhase::Opening || !view.isScanned() ||
                          (state.phase == FeedPhase::Scanning && view.records == 0);
        if (view.isFiltered() && !busy && view.records > 0) {
            shown = Shown::Filtered;
            m_filtered->setSentence(
                Tr::tr("None of %1 events matches “%2”.").arg(countText(view.records), view.filter));
        } else if (busy || view.records > 0) {
            shown = Shown::Loading;
        } else {
            shown = Shown::Empty;
            const bool local = isLocal();
            m_empty->button()->setText(local ? Tr::tr("Ask a question") : Tr::tr("Open a capture"));
            m_empty->setSentence(
                state.phase == FeedPhase::Idle ? Tr::tr("No source is open.")
                : state.isCapture              ? Tr::tr("The capture holds no events.")
                : local ? Tr::tr("Nothing has been recorded on this machine yet. Ask a question and "
                                 "its events appear here.")
                        : Tr::tr("The topic is empty. Events appear here as they arrive."));
        }
    }
    if (shown != this->shown())
        m_states->setCurrentIndex(static_cast<int>(shown));
    m_down->widget(1)->setVisible(shown == Shown::Content || m_detailOf >= 0);
    m_strip->setVisible(!state.partitions.isEmpty());
    m_actions.at(ActionId::SaveCapture)->setEnabled(view.records > 0);
    m_actions.at(ActionId::PauseEvents)->setEnabled(!state.isCapture && state.phase != FeedPhase::Idle);
}

QJsonObject EventsWorkspace::saveState() const
{
    return {{u"down"_s, QString::fromLatin1(m_down->saveState().toBase64())},
            {u"across"_s, QString::fromLatin1(m_bytes->saveState().toBase64())}};
}

void EventsWorkspace::restoreState(const QJsonObject &state)
{
    if (const QString down = state.value(u"down"_s).toString(); !down.isEmpty())
        m_down->restoreState(QByteArray::fromBase64(down.toLatin1()));
    if (const QString across = state.value(u"across"_s).toString(); !across.isEmpty())
        m_bytes->restoreState(QByteArray::fromBase64(across.toLatin1()));
}

} // namespace assay::ui
