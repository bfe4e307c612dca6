// SPDX-License-Identifier: Apache-2.0
// TriageWorker's side of a queue that several consoles share.
#include "service/triage_worker.h"

namespace assay {

namespace {

constexpr qint64 restsMs = 10'000; ///< after a failure, before reading is tried again
constexpr int linesAtOnce = 10'000;

} // namespace

void TriageWorker::setShared(const SharedTriageConfig &config)
{
    m_sharedConfig = config;
    m_shared.reset();
    m_sharedTrouble.clear();
    m_sharedFailed.invalidate();
    if (m_store)
        m_store->setShare({}, {});
}

Result<> TriageWorker::connectShared(TriageStore &store)
{
    if (m_shared)
        return {};
    Result<std::unique_ptr<SharedTriage>> opened = SharedTriage::open(m_sharedConfig);
    if (!opened)
        return fail(std::move(opened.error()));
    m_shared = std::move(*opened);
    store.setShare(m_shared->id(), [this](const QList<SharedTriageLine> &lines) {
        m_holdsShared = false; // whether it took them or not
        return m_shared->commit(lines);
    });
    return {};
}

Result<> TriageWorker::takeShared(TriageStore &store)
{
    while (true) {
        const Result<qint64> number = store.sharedNumber();
        if (!number)
            return fail(number.error());
        const Result<QList<SharedTriageLine>> lines = m_shared->linesAfter(*number, linesAtOnce);
        if (!lines)
            return fail(lines.error());
        if (const Result<> taken = store.takeShared(*lines); !taken)
            return fail(taken.error());
        if (lines->size() < linesAtOnce)
            break;
    }
    return store.settleWaiting();
}

/// Reading goes on without the others while their database does not answer.
void TriageWorker::readShared(TriageStore &store)
{
    if (m_sharedConfig.database.isEmpty() ||
        (m_sharedFailed.isValid() && !m_sharedFailed.hasExpired(restsMs)))
        return;
    Result<> read = connectShared(store);
    if (read)
        read = takeShared(store);
    if (read) {
        m_sharedTrouble.clear();
        m_sharedFailed.invalidate();
        return;
    }
    m_sharedTrouble = read.error().message;
    m_sharedFailed.start();
    m_shared.reset();
}

/// Nobody else writes until endShared(), and all that they did is here.
Result<> TriageWorker::beginShared(TriageStore &store)
{
    if (m_sharedConfig.database.isEmpty())
        return {};
    Result<> begun = connectShared(store);
    if (begun)
        begun = m_shared->begin();
    if (begun) {
        m_holdsShared = true;
        begun = takeShared(store);
    }
    if (begun)
        return {};
    endShared();
    if (begun.error().code != Errc::Timeout)
        m_shared.reset(); // the next action connects anew
    return begun;
}

void TriageWorker::endShared()
{
    if (std::exchange(m_holdsShared, false) && m_shared)
        m_shared->rollBack();
}

} // namespace assay
