// SPDX-License-Identifier: Apache-2.0
#include "service/triage_host.h"

#include "base/worker_thread.h"
#include "service/triage_worker.h"

#include <QtCore/QPointer>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds lookSoon{250}; ///< ingest tells of every batch
constexpr std::chrono::milliseconds lookForOthers{3'000};

/// A Result<> as one with a value, for replies.
Result<bool> done(const Result<> &result)
{
    if (!result)
        return fail(result.error());
    return true;
}

} // namespace

struct TriageHost::Thread : WorkerThread<TriageWorker>
{
    using WorkerThread::WorkerThread;
};

TriageHost::TriageHost(const QString &storePath, QObject *parent, Clock clock)
    : QObject(parent), m_clock(clock),
      m_worker(std::make_unique<Thread>(u"triage"_s, storePath, std::move(clock)))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(lookSoon);
    connect(&m_soon, &QTimer::timeout, this, [this] { post(true); });
    m_others.setInterval(lookForOthers);
    connect(&m_others, &QTimer::timeout, this, [this] { refresh(m_anchor); });
}

TriageHost::~TriageHost()
{
    m_running.cancel();
    m_worker.reset();
}

void TriageHost::setShared(const SharedTriageConfig &config)
{
    m_worker->post([config](TriageWorker &worker) { worker.setShared(config); });
    if (config.database.isEmpty())
        m_others.stop();
    else
        m_others.start();
    refresh(m_anchor);
}

void TriageHost::setQuery(const TriageQuery &query, qint64 anchor)
{
    m_query = query;
    m_anchor = anchor;
    post(false);
}

void TriageHost::refresh(qint64 anchor)
{
    m_anchor = anchor;
    if (m_looking || m_listing)
        m_lookAgain = true;
    else if (!m_soon.isActive())
        m_soon.start();
}

void TriageHost::post(bool onlyIfNew)
{
    if (onlyIfNew) {
        if (m_listing) { // its answer would be overtaken by one that may say nothing
            m_lookAgain = true;
            return;
        }
        m_looking = true;
    } else {
        m_running.cancel();
        m_listing = true;
    }
    m_running = CancelToken::make();
    TriageQuery query = m_query;
    query.now = m_clock();
    query.dayStart = startOfDay(query.now);
    m_worker->post([this, query, anchor = m_anchor, onlyIfNew, token = m_running,
                    asked = ++m_asked](TriageWorker &worker) {
        m_home.put([this, asked, onlyIfNew, made = worker.list(query, anchor, onlyIfNew, token)] {
            take(asked, onlyIfNew, made);
        });
    });
}

void TriageHost::take(quint64 asked, bool onlyIfNew, const Result<std::optional<TriageList>> &made)
{
    if (onlyIfNew)
        m_looking = false;
    else if (asked == m_asked)
        m_listing = false;
    if (!m_listing && !m_looking && std::exchange(m_lookAgain, false))
        m_soon.start();
    if (!made) {
        if (asked == m_asked && made.error().code != Errc::Cancelled)
            Q_EMIT failed(made.error());
        return;
    }
    // A list that a newer question has overtaken is still the one the worker reads rows from.
    if (!*made)
        return;
    m_list = **made;
    if (asked == m_asked)
        Q_EMIT listReady(m_list);
}

/// Runs `job(worker)` on its thread and brings the answer to `reply`, unless `context` is gone by then.
template<typename T, typename Job>
void TriageHost::ask(QObject *context, Reply<T> reply, Job job)
{
    m_worker->post([this, context = QPointer<QObject>(context), reply = std::move(reply),
                    job = std::move(job)](TriageWorker &worker) {
        m_home.put([context, reply, result = Result<T>(job(worker))] {
            if (context)
                reply(result);
        });
    });
}

void TriageHost::readRows(quint64 number, qint64 first, int count, QObject *context,
                          Reply<QList<TriageRow>> reply)
{
    ask<QList<TriageRow>>(context, std::move(reply),
                          [=](TriageWorker &worker) { return worker.rows(number, first, count); });
}

void TriageHost::readDetail(qint64 row, QObject *context, Reply<TriageDetail> reply)
{
    ask<TriageDetail>(context, std::move(reply), [=](TriageWorker &worker) { return worker.detail(row); });
}

void TriageHost::apply(const TriageWhich &which, const TriageChange &change, const QString &who,
                       QObject *context, Reply<TriageOutcome> reply)
{
    ask<TriageOutcome>(context, std::move(reply),
                       [=](TriageWorker &worker) { return worker.apply(which, change, who); });
}

void TriageHost::label(const TriageWhich &which, Label label, const QString &note, const QString &who,
                       QObject *context, Reply<QList<TriageRelabel>> reply)
{
    ask<QList<TriageRelabel>>(context, std::move(reply),
                              [=](TriageWorker &worker) { return worker.label(which, label, note, who); });
}

namespace {

/// Runs `job(store)` where there is one.
template<typename T, typename Job>
Result<T> withStore(TriageWorker &worker, Job job)
{
    const Result<TriageStore *> open = worker.store();
    if (!open)
        return fail(open.error());
    return *open != nullptr ? job(**open) : Result<T>(T{});
}

} // namespace

void TriageHost::noteFact(const QString &turnId, const QString &action, const QString &fact,
                          const QString &who, QObject *context, Reply<bool> reply)
{
    ask<bool>(context, std::move(reply), [=](TriageWorker &worker) {
        return worker.writing<bool>(
            [&](TriageStore &store) { return done(store.noteFact(turnId, action, fact, who)); });
    });
}

void TriageHost::pick(qint64 row, const QString &action, const QString &who, Pick pick, QObject *context,
                      Reply<QString> reply)
{
    ask<QString>(context, std::move(reply), [=](TriageWorker &worker) -> Result<QString> {
        const Result<TriageDetail> detail = worker.detail(row);
        if (!detail)
            return fail(detail.error());
        Result<QString> said = pick(*detail);
        if (!said || said->isEmpty())
            return said;
        const Result<bool> noted = worker.writing<bool>(
            [&](TriageStore &store) { return done(store.noteFact(detail->turn.id, action, *said, who)); });
        if (!noted)
            return fail(noted.error());
        return said;
    });
}

void TriageHost::undo(const QString &who, QObject *context, Reply<TriageUndone> reply)
{
    ask<TriageUndone>(context, std::move(reply), [=](TriageWorker &worker) { return worker.undo(who); });
}

void TriageHost::addSpread(const JudgeSpread &spread, QObject *context, Reply<bool> reply)
{
    ask<bool>(context, std::move(reply), [=](TriageWorker &worker) { return worker.addSpread(spread); });
}

void TriageHost::readLog(const QString &turnId, QObject *context, Reply<QList<TriageLogEntry>> reply)
{
    ask<QList<TriageLogEntry>>(context, std::move(reply), [=](TriageWorker &worker) {
        return withStore<QList<TriageLogEntry>>(worker,
                                                [&](TriageStore &store) { return store.log(turnId); });
    });
}

void TriageHost::readViews(QObject *context, Reply<QList<TriageView>> reply)
{
    ask<QList<TriageView>>(context, std::move(reply), [](TriageWorker &worker) {
        return withStore<QList<TriageView>>(worker, [](TriageStore &store) { return store.views(); });
    });
}

void TriageHost::saveView(const TriageView &view, const QString &who, QObject *context, Reply<bool> reply)
{
    ask<bool>(context, std::move(reply), [=](TriageWorker &worker) {
        return worker.writing<bool>([&](TriageStore &store) { return done(store.saveView(view, who)); });
    });
}

void TriageHost::deleteView(const QString &name, const QString &who, QObject *context, Reply<bool> reply)
{
    ask<bool>(context, std::move(reply), [=](TriageWorker &worker) {
        return worker.writing<bool>([&](TriageStore &store) { return done(store.deleteView(name, who)); });
    });
}

} // namespace assay
