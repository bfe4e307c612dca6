// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/scripted_source.h"
#include "ui/events/bytes_pane.h"
#include "ui/events/event_list.h"
#include "ui/events/events_workspace.h"
#include "ui/events/field_view.h"
#include "ui/events/hex_view.h"
#include "ui/filter/filter_field.h"
#include "ui/window_fixture.h"

namespace assay::test {

using namespace assay::ui;

/// The window with the Events workspace on a scripted log of six partitions.
struct EventsBench : WindowBench
{
    explicit EventsBench(qint64 records, const FeedStart &start = {.mode = FeedStart::Mode::Oldest})
        : log(6, 1000)
    {
        for (qint64 i = 0; i < records; ++i)
            log.add(mixedRecord(i, began + std::chrono::milliseconds(i)));
        window->actions().at(ActionId::GoEvents)->trigger();
        events = window->events();
        events->openSource(scriptedSource(log), start);
        total = records;
        if (records > 0)
            [&] { QTRY_COMPARE(events->feed().view().count, records); }();
        events->focusDefault();
    }
    ~EventsBench() { window.reset(); } // before the log

    void add(qint64 records)
    {
        for (qint64 i = 0; i < records; ++i, ++total)
            log.add(mixedRecord(total, began + std::chrono::milliseconds(total)));
    }
    QString shownThread() const { return events->bytes().fields()->accessibleDescription(); }

    ScriptedLog log;
    EventsWorkspace *events = nullptr;
    UtcTime began = fromMicros(1'795'262'400'000'000);
    qint64 total = 0;
};

} // namespace assay::test
