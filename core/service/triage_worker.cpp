// SPDX-License-Identifier: Apache-2.0
#include "service/triage_worker.h"

#include "base/tr.h"
#include "store/sqlite_store.h"

#include <QtCore/QThread>

#include <algorithm>

namespace assay {

namespace {

constexpr int mostRows = 512;
constexpr int mostOfThread = 500;

} // namespace

TriageWorker::TriageWorker(QString storePath, Clock clock)
    : m_path(std::move(storePath)), m_clock(std::move(clock))
{
}

TriageWorker::~TriageWorker() = default;

Result<TriageStore *> TriageWorker::store()
{
    if (!m_store) {
        Result<std::unique_ptr<TriageStore>> opened = TriageStore::open(m_path, m_clock);
        if (!opened && opened.error().code == Errc::NotFound)
            return nullptr;
        if (!opened)
            return fail(std::move(opened.error()));
        m_store = std::move(*opened);
    }
    return m_store.get();
}

Result<bool> TriageWorker::readNew()
{
    const Result<TriageStore *> open = store();
    if (!open)
        return fail(open.error());
    if (*open == nullptr)
        return false;
    readShared(**open);
    const Result<QList<JudgeSpread>> spreads = (*open)->spreads();
    if (!spreads)
        return fail(spreads.error());
    bool changed = std::exchange(m_toldTrouble, m_sharedTrouble) != m_sharedTrouble;
    for (const JudgeSpread &spread : *spreads) {
        changed = changed || m_spreads.value(spread.judge) != spread;
        m_spreads.insert(spread.judge, spread);
    }
    const QThread *const thread = QThread::currentThread();
    const Result<> read = (*open)->itemsAfter(m_table.version(), [&](TriageItem &&item) {
        m_table.put(item);
        changed = true;
        return !thread->isInterruptionRequested();
    });
    if (!read)
        return fail(read.error());
    return changed;
}

TriageTable::Texts TriageWorker::texts(qint64 row)
{
    const Result<TriageStore::Texts> read = m_store->texts(row);
    return read ? TriageTable::Texts{.question = read->question, .answer = read->answer}
                : TriageTable::Texts{};
}

Result<std::optional<TriageList>> TriageWorker::list(const TriageQuery &query, qint64 anchor, bool onlyIfNew,
                                                     const CancelToken &token)
{
    if (token.isCancelled())
        return fail(Errc::Cancelled, Tr::tr("Cancelled."));
    const Result<bool> news = readNew();
    if (!news)
        return fail(news.error());
    if (onlyIfNew && !*news)
        return std::optional<TriageList>();
    Result<TriageListing> listing = m_table.list(
        query, [this](qint64 row) { return texts(row); }, token);
    if (!listing)
        return fail(std::move(listing.error()));
    m_listing = std::move(*listing);
    TriageList list{.number = ++m_number,
                    .groups = m_listing.groups,
                    .counts = m_listing.counts,
                    .total = static_cast<qint64>(m_listing.places.size()),
                    .everSeen = m_table.size(),
                    .sharedTrouble = m_sharedTrouble};
    if (const std::optional<quint32> place = m_table.placeOf(anchor)) {
        const auto found = std::ranges::find(m_listing.places, *place);
        if (found != m_listing.places.end())
            list.anchor = found - m_listing.places.begin();
    }
    return std::optional(std::move(list));
}

double TriageWorker::varianceOf(const QString &judge) const
{
    return m_spreads.value(judge).variance;
}

TriageRow TriageWorker::rowAt(quint32 place)
{
    TriageRow row{.item = m_table.at(place)};
    row.question = texts(row.item.row).question;
    row.tooClose = isTooCloseToCall(row.item.score, row.item.threshold, varianceOf(row.item.judge));
    return row;
}

Result<QList<TriageRow>> TriageWorker::rows(quint64 number, qint64 first, int count)
{
    QList<TriageRow> rows;
    if (number != m_number)
        return rows;
    const auto end =
        std::min(first + std::min(count, mostRows), static_cast<qint64>(m_listing.places.size()));
    for (qint64 i = std::max<qint64>(first, 0); i < end; ++i)
        rows.append(rowAt(m_listing.places[static_cast<std::size_t>(i)]));
    return rows;
}

Result<TriageDetail> TriageWorker::detail(qint64 row)
{
    const std::optional<quint32> place = m_table.placeOf(row);
    if (!place)
        return fail(Errc::NotFound, Tr::tr("This turn is not in the queue any more."));
    if (!m_reader) {
        Result<std::unique_ptr<Store>> opened = openReadOnly(m_path);
        if (!opened)
            return fail(std::move(opened.error()));
        m_reader = std::move(*opened);
    }
    TriageDetail detail{.row = rowAt(*place)};
    Result<Turn> turn = m_reader->turn(detail.row.item.turnId);
    if (!turn)
        return fail(std::move(turn.error()));
    detail.turn = std::move(*turn);
    const Result<QList<TurnSummary>> thread = m_reader->turnsOf(detail.turn.threadId, 0, mostOfThread);
    if (!thread)
        return fail(thread.error());
    detail.thread = *thread;
    const Result<QList<TriageLogEntry>> log = m_store->log(detail.turn.id);
    if (!log)
        return fail(log.error());
    detail.log = *log;
    const auto spread = m_spreads.constFind(detail.row.item.judge);
    if (spread != m_spreads.constEnd())
        detail.spread = *spread;
    return detail;
}

QList<quint32> TriageWorker::placesOf(const TriageWhich &which) const
{
    if (which.all && which.number == m_number)
        return QList<quint32>(m_listing.places.begin(), m_listing.places.end());
    QList<quint32> places;
    if (!which.all)
        for (const TriageTarget &target : which.targets)
            if (const std::optional<quint32> place = m_table.placeOf(target.row))
                places.append(*place);
    return places;
}

Result<TriageOutcome> TriageWorker::apply(const TriageWhich &which, const TriageChange &change,
                                          const QString &who)
{
    QList<TriageTarget> targets = which.targets;
    if (which.all) {
        targets.clear();
        for (const quint32 place : placesOf(which)) {
            const TriageItem item = m_table.at(place);
            targets.append({.row = item.row, .edit = item.edit});
        }
    }
    return writing<TriageOutcome>([&](TriageStore &store) { return store.apply(targets, change, who); });
}

Result<QList<TriageRelabel>> TriageWorker::label(const TriageWhich &which, Label label, const QString &note,
                                                 const QString &who)
{
    const Result<TriageStore *> open = store();
    if (!open)
        return fail(open.error());
    const QList<quint32> places = placesOf(which);
    if (places.size() > TriageHost::mostLabelled)
        return fail(Errc::InvalidArgument,
                    Tr::tr("A label goes to at most %1 turns at once. Narrow the filter, or select fewer.")
                        .arg(TriageHost::mostLabelled));
    QList<TriageRelabel> before;
    if (places.isEmpty() || *open == nullptr)
        return before;
    if (!m_reader) {
        Result<std::unique_ptr<Store>> opened = openReadOnly(m_path);
        if (!opened)
            return fail(std::move(opened.error()));
        m_reader = std::move(*opened);
    }
    for (const quint32 place : places) {
        const TriageItem item = m_table.at(place);
        const Result<Turn> turn = m_reader->turn(item.turnId);
        before.append({.turnId = item.turnId,
                       .threadId = item.threadId,
                       .label = turn ? turn->label : item.label,
                       .note = turn ? turn->labelNote : QString()});
    }
    return writing<QList<TriageRelabel>>([&](TriageStore &store) -> Result<QList<TriageRelabel>> {
        if (const Result<> noted = store.noteLabels(before, label, note, who); !noted)
            return fail(noted.error());
        return before;
    });
}

Result<TriageUndone> TriageWorker::undo(const QString &who)
{
    return writing<TriageUndone>([&](TriageStore &store) { return store.undo(who); });
}

Result<bool> TriageWorker::addSpread(const JudgeSpread &spread)
{
    const Result<TriageStore *> open = store();
    if (!open)
        return fail(open.error());
    if (*open == nullptr)
        return false;
    const Result<> added = (*open)->addSpread(spread);
    if (!added)
        return fail(added.error());
    return true;
}

} // namespace assay
