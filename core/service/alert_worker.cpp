// SPDX-License-Identifier: Apache-2.0
#include "service/alert_worker.h"

#include "alerts/alert_text.h"
#include "base/ids.h"
#include "base/json.h"
#include "base/tr.h"

#include <QtCore/QJsonDocument>

namespace assay {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::hours furthestBack{24};
constexpr std::chrono::milliseconds leaseLength = 20s; ///< at least; a crashed evaluator is followed after it
constexpr std::chrono::milliseconds longestTick = 5s;
constexpr std::chrono::milliseconds saveInterval = 15s;
constexpr std::chrono::milliseconds resolvedIsTold = 15min;
constexpr int mostRead = 100'000;
constexpr int mostOpen = 1000;

} // namespace

AlertWorker::AlertWorker(AlertHost::Options options, Sinks sinks)
    : m_options(std::move(options)), m_sinks(std::move(sinks)), m_owner(newId(u"alerts"_s)), m_timer(this)
{
    if (m_options.rulesFile.isEmpty())
        m_options.rulesFile = defaultAlertsFile();
    connect(&m_timer, &QTimer::timeout, this, &AlertWorker::tick);
}

AlertWorker::~AlertWorker()
{
    if (!m_store || !m_owns || !m_engine)
        return;
    tell(save());
    // Whoever comes next need not wait until the right to evaluate runs out.
    if (const Result<bool> given = m_store->holdLease(m_owner, m_options.clock(), -1s); !given)
        qWarning("%s", qUtf8Printable(given.error().message));
}

void AlertWorker::start()
{
    reload();
}

void AlertWorker::reload()
{
    Result<AlertRules> rules = this->rules();
    if (!rules) {
        m_trouble = rules.error().message;
        return publish();
    }
    if (m_engine && m_owns)
        tell(save());
    m_rules = std::move(*rules);
    m_engine.reset();
    m_timer.start(std::min<std::chrono::milliseconds>(
        longestTick, std::max<std::chrono::milliseconds>(50ms, m_rules.interval / 3)));
    tick();
}

Result<> AlertWorker::openStore()
{
    if (m_store)
        return {};
    Result<std::unique_ptr<AlertStore>> store = AlertStore::open(m_options.storePath);
    if (!store)
        return fail(store.error());
    m_store = std::move(*store);
    m_sender = std::make_unique<AlertSender>(*m_store, m_options.clock);
    connect(m_sender.get(), &AlertSender::delivered, this,
            [this](const QStringList &ids, const QString &target, bool taken, const QString &reason) {
                for (const QString &id : ids)
                    tell(m_store->addNote({.firingId = id,
                                           .action = taken ? u"delivered"_s : u"delivery_failed"_s,
                                           .who = target,
                                           .note = reason,
                                           .at = m_options.clock()}));
            });
    return {};
}

/// A new engine that goes on where the last one was, over events that fill its windows.
Result<> AlertWorker::begin()
{
    const UtcTime now = m_options.clock();
    auto engine = std::make_unique<AlertEngine>(m_rules);
    engine->begin(now);
    const Result<QByteArray> saved = m_store->memory(u"engine"_s);
    if (!saved)
        return fail(saved.error());
    if (!saved->isEmpty() && engine->restore(*saved) && engine->evaluatedTo() < now - furthestBack)
        engine->begin(now);
    m_models = 0;
    const Result<AlertCursor> cursor = m_store->readSince(
        engine->evaluatedTo() - engine->memory(), m_options.threshold,
        [&](std::span<const AlertEvent> events) -> Result<> {
            if (m_store->models().size() != std::exchange(m_models, m_store->models().size()))
                engine->setModels(m_store->models());
            engine->add(events);
            m_lastData = std::max(m_lastData, fromMicros(events.back().timeUs));
            return {};
        });
    if (!cursor)
        return fail(cursor.error());
    m_cursor = *cursor;
    m_router = std::make_unique<AlertRouter>(m_rules.route);
    if (const Result<QByteArray> router = m_store->memory(u"router"_s))
        m_router->restore(*router);
    m_sender->setDelivery(m_options.deliver ? m_rules.delivery : AlertDelivery{});
    m_sender->resume();
    m_engine = std::move(engine);
    return readSilences();
}

Result<> AlertWorker::readSilences()
{
    const Result<QList<StoredSilence>> stored = m_store->silences();
    if (!stored)
        return fail(stored.error());
    m_silences.clear();
    for (const StoredSilence &one : *stored)
        if (Result<AlertSilence> silence = alertSilenceFrom(one.json);
            silence && silence->ends > m_options.clock())
            m_silences.append(*silence);
    return {};
}

void AlertWorker::tick()
{
    m_trouble.clear();
    Result<> done = openStore();
    if (!done && done.error().code == Errc::NotFound)
        return publish(); // nothing has been stored yet
    if (done)
        done = evaluate();
    tell(done);
    if (done && m_sender)
        m_trouble = m_sender->trouble();
    publish();
}

Result<> AlertWorker::evaluate()
{
    const UtcTime now = m_options.clock();
    if (!m_owns || now >= m_renewAt) {
        const std::chrono::milliseconds length =
            std::max<std::chrono::milliseconds>(leaseLength, 3 * m_timer.intervalAsDuration());
        const Result<bool> owns = m_store->holdLease(m_owner, now, length);
        if (!owns)
            return fail(owns.error());
        m_owns = *owns;
        m_renewAt = now + length / 2;
    }
    if (!m_owns) {
        m_engine.reset();
        return readSilences();
    }
    const bool fresh = !m_engine;
    if (fresh)
        if (Result<> begun = begin(); !begun)
            return begun;
    if (Result<> read = readSilences(); !read) // others make some too
        return read;
    sampleHost();
    const Result<std::vector<AlertEvent>> events =
        m_store->readAfter(m_cursor, m_options.threshold, mostRead);
    if (!events)
        return fail(events.error());
    if (m_store->models().size() != std::exchange(m_models, m_store->models().size()))
        m_engine->setModels(m_store->models());
    m_engine->add(*events);
    for (const AlertEvent &event : *events)
        if (event.kind <= AlertEvent::Kind::RunFailed)
            m_lastData = std::max(m_lastData, fromMicros(event.timeUs));
    const QList<AlertFiring> news = m_engine->advance(now);
    for (const AlertFiring &firing : news)
        if (Result<> kept = keep(firing); !kept)
            return kept;
    if (fresh)
        if (Result<> closed = closeForgotten(); !closed)
            return closed;
    queueTurns();
    deliver();
    if (!news.isEmpty() || now - m_savedAt >= saveInterval)
        return save();
    return {};
}

/// What fires in the history but in no engine: its rule was changed, switched off or taken away.
Result<> AlertWorker::closeForgotten()
{
    const Result<QList<StoredFiring>> open = m_store->firings(UtcTime::min(), UtcTime::max(), mostOpen, true);
    if (!open)
        return fail(open.error());
    QStringList firing;
    for (const AlertFiring &one : m_engine->open())
        firing.append(one.id);
    const Result<QList<AlertEntry>> entries = entriesOf(*open);
    if (!entries)
        return fail(entries.error());
    for (AlertEntry entry : *entries) {
        if (firing.contains(entry.firing.id))
            continue;
        entry.firing.resolvedAt = m_engine->evaluatedTo();
        if (Result<> kept = keep(entry.firing); !kept)
            return kept;
    }
    return {};
}

Result<> AlertWorker::keep(AlertFiring firing)
{
    const auto rule = std::ranges::find(m_rules.rules, firing.rule, &AlertRule::name);
    if (rule != m_rules.rules.end()) {
        const Result<QList<AlertSubject>> behind =
            m_store->subjects(firing.events.first(std::min<qsizetype>(1, firing.events.size())));
        firing.annotations.insert(u"text"_s,
                                  alertText(*rule, firing, behind.value_or(QList<AlertSubject>())));
        if (behind && !behind->isEmpty())
            firing.annotations.insert(u"thread"_s, behind->first().threadId);
    }
    const Result<bool> fresh =
        m_store->putFiring({.id = firing.id,
                            .rule = firing.rule,
                            .firedAt = firing.firedAt,
                            .resolvedAt = firing.resolvedAt,
                            .json = QJsonDocument(toJson(firing)).toJson(QJsonDocument::Compact)});
    if (!fresh)
        return fail(fresh.error());
    const bool told =
        muted(m_engine->open() + QList{firing}, m_silences, m_rules.inhibitions, m_options.clock())
            .value(firing.id) == AlertMute::Told;
    if (firing.resolvedAt)
        m_resolved.append(firing);
    if (told && (*fresh || firing.resolvedAt))
        m_sinks.told(firing);
    if (*fresh && !firing.resolvedAt)
        noteRaised(firing);
    return {};
}

void AlertWorker::deliver()
{
    const UtcTime now = m_options.clock();
    m_resolved.removeIf([&](const AlertFiring &one) { return now - *one.resolvedAt > resolvedIsTold; });
    const Result<QList<StoredFiring>> stored =
        m_store->firings(UtcTime::min(), UtcTime::max(), mostOpen, true);
    const Result<QList<AlertEntry>> open = stored ? entriesOf(*stored) : fail(stored.error());
    if (!open)
        return tell(fail(open.error()));
    QList<AlertFiring> told;
    for (const AlertEntry &entry : *open)
        if (entry.mute == AlertMute::Told)
            told.append(entry.firing);
    for (const AlertFiring &firing : std::as_const(m_resolved))
        if (muted({firing}, m_silences, {}, now).value(firing.id) == AlertMute::Told)
            told.append(firing);
    const QList<AlertMessage> messages = m_router->take(told, now);
    for (const AlertMessage &message : messages)
        m_sender->send(message);
    m_sender->tellState(told);
    m_sender->beat(m_lastData);
}

Result<> AlertWorker::save()
{
    m_savedAt = m_options.clock();
    if (Result<> kept = m_store->setMemory(u"engine"_s, m_engine->save()); !kept)
        return kept;
    QJsonObject readouts;
    const QMap<QString, AlertReadout> now = m_engine->readouts();
    for (auto it = now.begin(); it != now.end(); ++it)
        readouts[it.key()] = toJson(*it);
    if (Result<> kept =
            m_store->setMemory(u"readouts"_s, QJsonDocument(readouts).toJson(QJsonDocument::Compact));
        !kept)
        return kept;
    return m_store->setMemory(u"router"_s, m_router->save());
}

/// Once an interval, as Prometheus would scrape it.
void AlertWorker::sampleHost()
{
    const UtcTime now = m_options.clock();
    if (now - m_sampledAt < m_rules.interval)
        return;
    m_sampledAt = now;
    const auto keepGauge = [&](AlertEvent::Kind kind, const std::optional<double> &value) {
        if (value)
            tell(m_store->addGauge(kind, now, *value));
    };
    keepGauge(AlertEvent::Kind::Cpu, m_host.cpuPercent());
    keepGauge(AlertEvent::Kind::Memory, m_host.memoryPercent());
    keepGauge(AlertEvent::Kind::Lag, m_lag ? std::optional(static_cast<double>(*m_lag)) : std::nullopt);
}

void AlertWorker::tell(const Result<> &result)
{
    if (!result)
        m_trouble = result.error().message;
}

void AlertWorker::publish()
{
    AlertOverview overview{.evaluatedTo = m_engine ? m_engine->evaluatedTo() : UtcTime{},
                           .silences = m_silences,
                           .desktop = m_rules.delivery.desktop,
                           .sound = m_rules.delivery.sound,
                           .elsewhere = m_store && m_timer.isActive() && !m_owns && m_trouble.isEmpty(),
                           .trouble = m_trouble};
    const QMap<QString, AlertReadout> readouts = this->readouts();
    for (const AlertRule &rule : std::as_const(m_rules.rules))
        overview.rules.append({.rule = rule, .readout = readouts.value(rule.name)});
    if (m_store) {
        const Result<QList<StoredFiring>> open =
            m_store->firings(UtcTime::min(), UtcTime::max(), mostOpen, true);
        const Result<QList<AlertEntry>> entries = open ? entriesOf(*open) : fail(open.error());
        if (entries)
            overview.open = *entries;
        else
            overview.trouble = entries.error().message;
        tellOthers(overview.open);
    }
    for (AlertRuleState &state : overview.rules)
        for (const AlertEntry &entry : std::as_const(overview.open))
            if (entry.firing.rule == state.rule.name)
                state.readout.phase = AlertPhase::Firing;
    m_sinks.changed(overview);
}

} // namespace assay
