// SPDX-License-Identifier: Apache-2.0
#include "command.h"
#include "commands/events_command.h"
#include "events/event_screen.h"
#include "stream/capture.h"

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

constexpr int flushEvery = 1000;

LogSelection selectionOf(const EventsOptions &options)
{
    return {.from = QString::fromStdString(options.from),
            .until = QString::fromStdString(options.until),
            .partition = options.partition,
            .untilEnd = options.untilEnd};
}

} // namespace

int tailLog(const EventsOptions &options)
{
    const std::optional<Settings> settings = settingsFor(options.common);
    if (!settings)
        return exitError;
    Result<EventScreen> screen =
        EventScreen::of(options, *settings, options.strict ? DecodeMode::Strict : DecodeMode::Tolerant);
    if (!screen)
        return failWith(screen.error());
    const Result<std::unique_ptr<LogReader>> log = openLog(*settings, QString::fromStdString(options.topic));
    if (!log)
        return failWith(log.error());
    const Result<> walked =
        walkLog(**log, selectionOf(options), [&](const LogRecord &record) -> Result<bool> {
            const auto message = screen->chosen(record);
            return !message || (screen->print(screen->taken(), record, *message) && !screen->isFull());
        });
    return walked ? exitOk : failWith(walked.error());
}

int captureLog(const EventsOptions &options)
{
    const std::optional<Settings> settings = settingsFor(options.common);
    if (!settings)
        return exitError;
    Result<EventScreen> screen = EventScreen::of(options, *settings, DecodeMode::Tolerant);
    if (!screen)
        return failWith(screen.error());
    const Result<std::unique_ptr<LogReader>> log = openLog(*settings, QString::fromStdString(options.topic));
    if (!log)
        return failWith(log.error());
    const Result<std::unique_ptr<CaptureWriter>> capture = CaptureWriter::create(
        QString::fromStdString(options.file),
        {.source = (*log)->topic(), .redact = options.redact, .replaceExisting = options.force});
    if (!capture)
        return failWith(capture.error());
    LogSelection selection = selectionOf(options);
    selection.untilEnd = !options.follow;
    Result<> walked = walkLog(**log, selection, [&](const LogRecord &record) -> Result<bool> {
        if (!screen->chosen(record))
            return true;
        if (Result<> appended = (*capture)->append(record); !appended)
            return fail(std::move(appended.error()));
        const bool isFull = screen->isFull();
        if (screen->taken() % flushEvery == 0)
            if (Result<> flushed = (*capture)->flush(); !flushed)
                return fail(std::move(flushed.error()));
        return !isFull;
    });
    // What was read until something went wrong is kept.
    const Result<> finished = (*capture)->finish();
    printLine(u"%1 records saved to %2"_s.arg((*capture)->count()).arg(QString::fromStdString(options.file)));
    if (!finished)
        return failWith(finished.error());
    return walked ? exitOk : failWith(walked.error());
}

} // namespace assay::app
