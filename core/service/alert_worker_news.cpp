// SPDX-License-Identifier: Apache-2.0
// What an evaluation has for others: turns for the triage queue, measurements and news for windows beside it.
#include "base/json.h"
#include "service/alert_worker.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::minutes turnsAreAwaited{10};

} // namespace

/// The turns behind a firing go into the triage queue, as soon as they are stored.
void AlertWorker::noteRaised(const AlertFiring &firing)
{
    const Result<QList<AlertSubject>> behind = m_store->subjects(firing.events);
    if (!behind)
        return tell(fail(behind.error()));
    QStringList seen;
    for (const AlertSubject &subject : *behind) {
        if (subject.turnId.isEmpty() || seen.contains(subject.turnId))
            continue;
        seen.append(subject.turnId);
        m_raised.append(
            {.turnId = subject.turnId, .rule = firing.rule, .until = m_options.clock() + turnsAreAwaited});
    }
}

void AlertWorker::queueTurns()
{
    if (m_raised.isEmpty())
        return;
    if (!m_triage) {
        Result<std::unique_ptr<TriageStore>> store = TriageStore::open(m_options.storePath, m_options.clock);
        if (!store)
            return tell(fail(store.error()));
        m_triage = std::move(*store);
    }
    const UtcTime now = m_options.clock();
    QList<Raised> later;
    for (const Raised &one : std::as_const(m_raised)) {
        const Result<int> queued = m_triage->queueAlerted({one.turnId}, one.rule);
        if (!queued)
            tell(fail(queued.error()));
        if ((!queued || *queued == 0) && now < one.until)
            later.append(one);
    }
    m_raised = later;
}

/// What the rules measure; where another process evaluates, what it saved last.
QMap<QString, AlertReadout> AlertWorker::readouts() const
{
    if (m_engine)
        return m_engine->readouts();
    QMap<QString, AlertReadout> readouts;
    const Result<QByteArray> saved = m_store ? m_store->memory(u"readouts"_s) : Result<QByteArray>();
    const Result<QJsonObject> json = saved && !saved->isEmpty() ? parseJsonObject(*saved) : QJsonObject();
    if (json)
        for (auto it = json->begin(); it != json->end(); ++it)
            readouts.insert(it.key(), alertReadoutFrom(it->toObject()));
    return readouts;
}

/// Another process evaluates: what is new in its history is told here too.
void AlertWorker::tellOthers(const QList<AlertEntry> &open)
{
    if (m_owns || !m_options.tellOthers) {
        m_openElsewhere.reset();
        return;
    }
    QMap<QString, AlertFiring> now;
    for (const AlertEntry &entry : open) {
        now.insert(entry.firing.id, entry.firing);
        if (m_openElsewhere && !m_openElsewhere->contains(entry.firing.id) && entry.mute == AlertMute::Told)
            m_sinks.told(entry.firing);
    }
    m_openElsewhere = now;
}

} // namespace assay
