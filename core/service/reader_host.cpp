// SPDX-License-Identifier: Apache-2.0
#include "service/reader_host.h"

#include "store/sqlite_store.h"
#include "stream/codec.h"

namespace assay {

namespace {

constexpr int mostThreads = 500;
constexpr int mostTurns = 500;
constexpr qsizetype rememberedExchanges = 3;

} // namespace

ReaderHost::ReaderHost(QString storePath) : m_path(std::move(storePath)) {}

ReaderHost::~ReaderHost() = default;

Result<Store *> ReaderHost::store()
{
    if (!m_store) {
        Result<std::unique_ptr<Store>> opened = openReadOnly(m_path);
        if (!opened && opened.error().code == Errc::NotFound)
            return nullptr;
        if (!opened)
            return fail(std::move(opened.error()));
        m_store = std::move(*opened);
    }
    return m_store.get();
}

Result<QList<ThreadSummary>> ReaderHost::threads(const QString &search)
{
    return store().then([&](Store *open) -> Result<QList<ThreadSummary>> {
        return open ? open->threads(search, mostThreads) : QList<ThreadSummary>();
    });
}

Result<QList<Turn>> ReaderHost::turnsOf(const QString &threadId)
{
    return store().then([&](Store *open) -> Result<QList<Turn>> {
        if (!open)
            return QList<Turn>();
        const Result<QList<TurnSummary>> summaries = open->turnsOf(threadId, 0, mostTurns);
        if (!summaries)
            return fail(summaries.error());
        QList<Turn> turns;
        for (const TurnSummary &summary : *summaries) {
            Result<Turn> turn = open->turn(summary.id);
            if (!turn)
                return fail(std::move(turn.error()));
            turns.append(std::move(*turn));
        }
        return turns;
    });
}

Result<QList<TurnEvent>> ReaderHost::eventsOf(const QString &turnId)
{
    return store().then([&](Store *open) -> Result<QList<TurnEvent>> {
        if (!open)
            return QList<TurnEvent>();
        const Result<QList<EventRow>> rows = open->eventsOf(turnId);
        if (!rows)
            return fail(rows.error());
        Codec codec;
        QList<TurnEvent> events;
        for (const EventRow &row : *rows) {
            TurnEvent event{.topic = row.key.topic,
                            .partition = row.key.partition,
                            .offset = row.key.offset,
                            .timestamp = row.timestamp,
                            .type = row.kind,
                            .summary = row.summary,
                            .size = row.size,
                            .content = {}};
            const Result<QByteArray> frame = open->frameAt(row.key);
            if (frame && !frame->isEmpty())
                if (const auto decoded = codec.decode(*frame, DecodeMode::Tolerant, Detail::Content))
                    event.content = decoded->content;
            events.append(std::move(event));
        }
        return events;
    });
}

Result<ThreadContext> ReaderHost::contextOf(const QString &threadId)
{
    return store().then([&](Store *open) -> Result<ThreadContext> {
        ThreadContext context;
        if (!open)
            return context;
        const Result<QList<TurnSummary>> turns = open->turnsOf(threadId, 0, mostTurns);
        if (!turns)
            return fail(turns.error());
        for (const TurnSummary &turn : *turns) {
            context.turns = std::max(context.turns, turn.number);
            if (!turn.answer.isEmpty())
                context.history.append({.question = turn.question, .answer = turn.answer});
        }
        context.history =
            context.history.mid(std::max<qsizetype>(0, context.history.size() - rememberedExchanges));
        const Result<quint64> sequence = open->lastSequence(threadId);
        if (!sequence)
            return fail(sequence.error());
        context.lastSequence = *sequence;
        return context;
    });
}

Result<Micros> ReaderHost::spentToday()
{
    return store().then([&](Store *open) -> Result<Micros> {
        return open ? open->spendSince(startOfDay(utcNow())) : Micros{};
    });
}

} // namespace assay
