// SPDX-License-Identifier: Apache-2.0
#include "ui/events/bytes_pane.h"
#include "ui/events/event_list.h"
#include "ui/events/event_words.h"
#include "ui/events/events_bar.h"
#include "ui/events/events_header.h"
#include "ui/events/events_sheet.h"
#include "ui/events/events_workspace.h"
#include "ui/events/field_view.h"
#include "ui/events/hex_view.h"
#include "ui/events/partition_strip.h"
#include "ui/filter/filter_field.h"
#include "ui/filter/scope_chip.h"
#include "ui/kit/actions.h"
#include "ui/kit/plain.h"
#include "ui/kit/states.h"
#include "ui/kit/toast.h"
#include "ui/kit/tr.h"

#include <QtCore/QMimeData>
#include <QtCore/QUrl>
#include <QtGui/QClipboard>
#include <QtGui/QDragEnterEvent>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QFileDialog>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

/// The first file a drag brings, if it is a capture.
QString captureIn(const QMimeData &data)
{
    for (const QUrl &url : data.urls())
        if (url.isLocalFile() && url.toLocalFile().endsWith(u".assaycap"_s))
            return url.toLocalFile();
    return {};
}

} // namespace

void EventsWorkspace::connectParts()
{
    connect(m_list, &EventList::currentChanged, this, &EventsWorkspace::chooseRow);
    connect(m_list, &EventList::activated, this,
            [this] { m_bytes->fields()->setFocus(Qt::OtherFocusReason); });
    connect(m_list, &EventList::menuWanted, this, &EventsWorkspace::openRowMenu);
    connect(m_filter, &FilterField::filterChanged, this, [this](const Filter &filter) {
        putFilter();
        if (!filter.isEmpty())
            focusDefault();
    });
    connect(m_filter, &FilterField::left, this, &EventsWorkspace::focusDefault);
    m_filter->setValueSource(
        [this](FilterColumn column, const QString &typed) { return valuesOf(column, typed); });
    connect(m_bar, &EventsBar::startWanted, this, &EventsWorkspace::openStartMenu);
    connect(m_bar, &EventsBar::stopWanted, this, [this] { m_feed.stopScan(); });
    connect(m_strip, &PartitionStrip::partitionActivated, this, &EventsWorkspace::openPartitionMenu);
    connect(m_header, &EventsHeader::sourceWanted, this, &EventsWorkspace::openSourceMenu);
    connect(m_filtered, &EmptyState::activated, this, [this] {
        m_filter->apply(QString());
        if (!m_shared.isEmpty())
            Q_EMIT scopeClearWanted();
        focusDefault();
    });
    connect(m_chip, &ScopeChip::clearWanted, this, &EventsWorkspace::scopeClearWanted);
    connect(m_empty, &EmptyState::activated, this, [this] {
        if (isLocal())
            Q_EMIT askWanted();
        else
            chooseCapture();
    });
    connect(m_error, &ErrorState::retry, this, [this] { m_feed.retry(); });
    connect(m_bytes, &BytesPane::retry, this, [this] {
        m_detailOf = -1;
        readDetail();
    });
    connect(m_bytes, &BytesPane::copied, this,
            [this](const QString &what) { m_toast->notify(what, {}, 2000); });
    connect(m_capture, &CaptureSheet::saveWanted, this, [this](const FeedSave &what) {
        m_feed.save(what, m_capture, [this](const Result<qint64> &saved) { m_capture->saved(saved); });
    });
    connect(m_capture, &CaptureSheet::cancelWanted, this, [this] { m_feed.cancelSave(); });
    connect(m_capture, &CaptureSheet::done, this, [this](const QString &path, qint64 records) {
        m_toast->notify(Tr::tr("%1 events saved to %2").arg(countText(records), path));
    });
}

void EventsWorkspace::connectActions()
{
    const auto on = [this](ActionId id, auto member) {
        connect(m_actions.at(id), &QAction::triggered, this, [this, member] { std::invoke(member, this); });
    };
    on(ActionId::PauseEvents, &EventsWorkspace::togglePause);
    on(ActionId::SaveCapture, &EventsWorkspace::saveCapture);
    on(ActionId::OpenCapture, &EventsWorkspace::chooseCapture);
    on(ActionId::JumpToTime, &EventsWorkspace::jumpToTime);
    on(ActionId::JumpToOffset, &EventsWorkspace::jumpToOffset);
    on(ActionId::OpenTurn, &EventsWorkspace::openTurn);
    on(ActionId::CopyEvent, &EventsWorkspace::copyRow);
    on(ActionId::CopyEventBytes, &EventsWorkspace::copyHex);
    on(ActionId::CopyChosen, &EventsWorkspace::copyChosen);
    connect(m_actions.at(ActionId::FilterEvents), &QAction::triggered, this, [this] {
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    });
    connect(m_actions.at(ActionId::NextEvent), &QAction::triggered, this, [this] { m_list->move(1); });
    connect(m_actions.at(ActionId::PreviousEvent), &QAction::triggered, this, [this] { m_list->move(-1); });
    connect(m_actions.at(ActionId::NewestEvents), &QAction::triggered, this, [this] {
        m_list->toTop();
        focusDefault();
    });
    connect(m_actions.at(ActionId::ToggleBytes), &QAction::triggered, m_bytes, &BytesPane::toggleSpace);
    connect(m_actions.at(ActionId::LeaveEvent), &QAction::triggered, this, &EventsWorkspace::focusDefault);
    connect(m_actions.at(ActionId::EventSource), &QAction::triggered, this,
            [this] { openSourceMenu(mapToGlobal(QPoint(88, 0))); });
    for (const ActionScope scope : {ActionScope::Events, ActionScope::EventList})
        m_actions.listenOn(this, scope);
    m_actions.listenOn(m_header, ActionScope::Events);
}

QStringList EventsWorkspace::valuesOf(FilterColumn column, const QString &typed) const
{
    if (column != FilterColumn::Thread)
        return {};
    QStringList found;
    for (const QString &thread : m_threads)
        if (thread.startsWith(typed, Qt::CaseInsensitive) && found.size() < 12)
            found.append(thread);
    return found;
}

void EventsWorkspace::chooseRow(qint64 index)
{
    if (index < 0) {
        m_detailOf = -1;
        m_bytes->showNothing(Tr::tr("Choose an event to see its fields and bytes."));
        return;
    }
    readDetail();
}

/// Reads the detail of the chosen row, once the row itself is here.
void EventsWorkspace::readDetail()
{
    const FeedRow *row = m_rows.at(m_list->current());
    m_actions.at(ActionId::OpenTurn)->setEnabled(row && !row->threadId.isEmpty() && !row->undecodable);
    if (!row || row->record == m_detailOf)
        return;
    m_detailOf = row->record;
    m_feed.readDetail(row->record, this, [this, record = row->record](const Result<FeedDetail> &detail) {
        if (record != m_detailOf)
            return;
        if (detail)
            m_bytes->showDetail(*detail);
        else
            m_bytes->showError(detail.error().message);
    });
}

void EventsWorkspace::togglePause()
{
    m_paused = !m_paused;
    takeView();
}

void EventsWorkspace::jumpToTime()
{
    m_toTime->open([this](const QString &text) -> QString {
        const std::optional<UtcTime> time = readMoment(text, utcNow());
        if (!time)
            return Tr::tr("Write a time such as 14:06:31, 2026-11-21 14:06 or -15m.");
        m_feed.findTime(*time, this, [this](const Result<std::optional<qint64>> &row) {
            if (row && *row)
                m_list->setCurrent(**row);
            else
                m_toast->notify(
                    row ? Tr::tr("Nothing that was read is so late. “Start at” reads from a time on.")
                        : row.error().message);
        });
        return {};
    });
}

void EventsWorkspace::jumpToOffset()
{
    const FeedRow *row = m_rows.peek(m_list->current());
    const int partition = row ? row->partition : 0;
    m_toOffset->open([this, partition](const QString &text) -> QString {
        const std::optional<PlaceInput> place = readPlace(text, partition);
        if (!place)
            return Tr::tr("Write an offset, or partition and offset such as 3 @ 918244.");
        m_feed.findOffset(QString(), place->partition, place->offset, this,
                          [this, place](const Result<std::optional<qint64>> &found) {
                              if (found && *found)
                                  m_list->setCurrent(**found);
                              else
                                  m_toast->notify(
                                      found ? Tr::tr("Partition %1 has no offset %2 among what is shown.")
                                                  .arg(place->partition)
                                                  .arg(place->offset)
                                            : found.error().message);
                          });
        return {};
    });
}

/// The list obeys the filter line and what all workspaces are narrowed to.
void EventsWorkspace::putFilter()
{
    const ScopedFilter both = scopedFilter(m_filter->filter(), m_shared, FilterUse::Events);
    QStringList texts{m_filter->text().trimmed(), scopeText(m_shared)};
    texts.removeAll(QString());
    m_feed.setFilter(texts.join(u" · "_s), both.filter);
    m_chip->setScope(m_shared, both.left);
}

void EventsWorkspace::setShared(const SharedScope &scope)
{
    if (std::exchange(m_shared, scope) == scope)
        return;
    putFilter();
    if (isVisible())
        reachBack();
}

/// A piece of time that begins before what was read is read from its beginning; without one, again from the
/// newest on.
void EventsWorkspace::reachBack()
{
    const FeedSource source = m_feed.source();
    if (!m_opened || m_feed.state().isCapture || source.kind == FeedSource::Kind::None)
        return;
    const FeedStart wanted =
        m_shared.from ? FeedStart{.mode = FeedStart::Mode::Time, .time = *m_shared.from} : FeedStart{};
    const bool was = std::exchange(m_reached, m_shared.from.has_value());
    if ((m_shared.from || was) && m_feed.start() != wanted)
        openSource(source, wanted);
}

void EventsWorkspace::showRecord(const QString &topic, int partition, qint64 offset)
{
    m_pending = Pending{.topic = topic, .partition = partition, .offset = offset};
    if (m_paused)
        togglePause();
    if (!m_shared.isEmpty())
        Q_EMIT scopeClearWanted();
    if (!m_feed.filterText().isEmpty())
        m_filter->apply(QString());
    if (isLocal() && m_feed.state().phase != FeedPhase::Failed)
        tryPending();
    else
        for (const FeedSource &source : m_setup.sources ? m_setup.sources() : QList<FeedSource>())
            if (source.kind == FeedSource::Kind::Local)
                openSource(source);
}

/// Chooses the record that was asked for when it is there; where reading began behind it, once more from it.
void EventsWorkspace::tryPending()
{
    if (!m_pending || m_asking || m_feed.view().records == 0)
        return;
    m_asking = true;
    const Pending wanted = *m_pending;
    m_feed.findOffset(wanted.topic, wanted.partition, wanted.offset, this,
                      [this, wanted](const Result<std::optional<qint64>> &row) {
                          m_asking = false;
                          if (!m_pending)
                              return;
                          if (row && *row && **row < m_rows.count()) {
                              m_pending.reset();
                              m_list->setCurrent(**row);
                              focusDefault();
                          } else if (m_feed.state().phase == FeedPhase::Live && !wanted.reopened) {
                              m_pending->reopened = true;
                              openSource(FeedSource(m_feed.source()),
                                         {.mode = FeedStart::Mode::Offset,
                                          .offset = std::max<qint64>(0, wanted.offset - 200)});
                          } else if (m_feed.state().phase == FeedPhase::Live && row && !*row) {
                              m_pending.reset();
                              m_toast->notify(Tr::tr("The event is no longer in the log."));
                          }
                      });
}

void EventsWorkspace::chooseCapture()
{
    auto *dialog = new QFileDialog(this, Tr::tr("Open a capture"), m_setup.captureFolder,
                                   Tr::tr("Captures (*.assaycap);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &EventsWorkspace::openCapture);
    dialog->open();
}

void EventsWorkspace::saveCapture()
{
    const QString stamp = toIso(utcNow()).left(19).remove(u':').remove(u'-').replace(u'T', u'-');
    m_capture->open(m_feed.view(), m_list->current(),
                    m_setup.captureFolder + u"/events-%1.assaycap"_s.arg(stamp));
}

void EventsWorkspace::openTurn()
{
    if (const FeedRow *row = m_rows.peek(m_list->current());
        row && !row->threadId.isEmpty() && !row->undecodable)
        Q_EMIT turnWanted(row->threadId, row->turnId);
}

void EventsWorkspace::copy(const QString &text, const QString &what)
{
    QGuiApplication::clipboard()->setText(text);
    m_toast->notify(what, {}, 2000);
}

void EventsWorkspace::copyRow()
{
    if (const FeedRow *row = m_rows.peek(m_list->current()))
        copy(EventList::lineOf(*row), Tr::tr("Event copied"));
}

void EventsWorkspace::copyHex()
{
    if (m_detailOf >= 0)
        copy(HexView::hexOf(m_bytes->hex()->bytes()), Tr::tr("Bytes copied"));
}

void EventsWorkspace::copyChosen()
{
    if (m_bytes->fields()->hasFocus() && m_bytes->fields()->current() >= 0)
        copy(m_bytes->fields()->textOf(m_bytes->fields()->current()), Tr::tr("Field copied"));
    else if (m_bytes->hex()->hasFocus())
        copy(m_bytes->hex()->hexText(), Tr::tr("Bytes copied"));
    else
        copyRow();
}

void EventsWorkspace::dragEnterEvent(QDragEnterEvent *event)
{
    if (!captureIn(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void EventsWorkspace::dropEvent(QDropEvent *event)
{
    if (const QString path = captureIn(*event->mimeData()); !path.isEmpty()) {
        event->acceptProposedAction();
        openCapture(path);
    }
}

} // namespace assay::ui
