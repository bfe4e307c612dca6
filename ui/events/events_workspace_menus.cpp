// SPDX-License-Identifier: Apache-2.0
#include "ui/events/event_list.h"
#include "ui/events/event_words.h"
#include "ui/events/events_sheet.h"
#include "ui/events/events_workspace.h"
#include "ui/filter/filter_field.h"
#include "ui/kit/actions.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtWidgets/QMenu>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

QMenu *menuFor(QWidget *owner)
{
    auto *menu = new QMenu(owner);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    return menu;
}

} // namespace

void EventsWorkspace::openStartMenu(const QPoint &at)
{
    QMenu *menu = menuFor(this);
    const auto add = [&](const QString &text, const FeedStart &start) {
        QAction *action =
            menu->addAction(text, this, [this, start] { openSource(FeedSource(m_feed.source()), start); });
        action->setCheckable(true);
        action->setChecked(m_feed.start().mode == start.mode);
    };
    add(Tr::tr("Newest"), {.mode = FeedStart::Mode::Newest});
    add(Tr::tr("Oldest"), {.mode = FeedStart::Mode::Oldest});
    menu->addAction(Tr::tr("From a time…"), this, [this] {
        m_toTime->open([this](const QString &text) -> QString {
            const std::optional<UtcTime> time = readMoment(text, utcNow());
            if (!time)
                return Tr::tr("Write a time such as 14:06:31, 2026-11-21 14:06 or -15m.");
            openSource(FeedSource(m_feed.source()), {.mode = FeedStart::Mode::Time, .time = *time});
            return {};
        });
    });
    menu->addAction(Tr::tr("From an offset…"), this, [this] {
        m_toOffset->open([this](const QString &text) -> QString {
            const std::optional<PlaceInput> place = readPlace(text, 0);
            if (!place)
                return Tr::tr("Write an offset, or partition and offset such as 3 @ 918244.");
            openSource(FeedSource(m_feed.source()),
                       {.mode = FeedStart::Mode::Offset, .offset = place->offset});
            return {};
        });
    });
    menu->popup(at);
}

void EventsWorkspace::openSourceMenu(const QPoint &at)
{
    QMenu *menu = menuFor(this);
    for (const FeedSource &source : m_setup.sources ? m_setup.sources() : QList<FeedSource>()) {
        QAction *action =
            menu->addAction(visibleLine(source.name, 80), this, [this, source] { openSource(source); });
        action->setCheckable(true);
        action->setChecked(source.kind == m_feed.source().kind);
    }
    menu->addSeparator();
    menu->addAction(Tr::tr("Open a capture…"), this, &EventsWorkspace::chooseCapture);
    menu->popup(at);
}

void EventsWorkspace::openPartitionMenu(int index, const QPoint &at)
{
    if (index >= m_feed.state().partitions.size())
        return;
    const FeedPartition one = m_feed.state().partitions.at(index);
    QMenu *menu = menuFor(this);
    menu->addAction(Tr::tr("Show only partition %1").arg(one.partition), this,
                    [this, one] { m_filter->apply(u"partition = %1"_s.arg(one.partition)); });
    QAction *stop = menu->addAction(Tr::tr("Stop here and go to its end"), this,
                                    [this, index] { m_feed.stopScan(index); });
    stop->setEnabled(one.lag().value_or(0) > 0 && !m_feed.state().isCapture);
    menu->popup(at);
}

void EventsWorkspace::openRowMenu(qint64 index, const QPoint &at)
{
    const FeedRow *row = m_rows.peek(index);
    if (!row)
        return;
    QMenu *menu = menuFor(this);
    for (const ActionId id : {ActionId::OpenTurn, ActionId::CopyEvent, ActionId::CopyEventBytes})
        menu->addAction(m_actions.at(id));
    if (!row->threadId.isEmpty())
        menu->addAction(Tr::tr("Show only this thread"), this, [this, thread = row->threadId] {
            m_filter->apply(u"thread = "_s + filterLiteral(filterColumn(FilterColumn::Thread), thread));
        });
    menu->popup(at);
}

} // namespace assay::ui
