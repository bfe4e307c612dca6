// SPDX-License-Identifier: Apache-2.0
#include "alerts/alert_engine.h"

#include "alerts/rule_run.h"
#include "base/json.h"
#include "base/tr.h"

#include <QtCore/QJsonArray>

#include <cmath>

namespace assay {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr qsizetype mostReadouts = 2000;
constexpr std::size_t kinds = static_cast<std::size_t>(AlertEvent::Kind::Memory) + 1;

/// Every n-th measurement, n doubling as they grow.
struct Recording
{
    QString rule{};
    QList<AlertReadout> readouts{};
    qint64 stride = 1;
    qint64 seen = 0;

    void take(const AlertReadout &readout)
    {
        if (seen++ % stride != 0)
            return;
        readouts.append(readout);
        if (readouts.size() <= mostReadouts)
            return;
        QList<AlertReadout> half;
        for (qsizetype i = 0; i < readouts.size(); i += 2)
            half.append(readouts.at(i));
        readouts = std::move(half);
        stride *= 2;
    }
};

} // namespace

struct AlertEngine::Impl
{
    AlertRules settings{};
    EngineFacts facts{};
    std::vector<std::unique_ptr<RuleRun>> runs{};
    std::array<std::vector<RuleRun *>, kinds> takers{}; ///< of each kind of event
    std::vector<AlertEvent> pending{};                  ///< not evaluated yet
    std::size_t taken = 0;                              ///< of pending, sorted up to its end
    bool sorted = true;
    milliseconds reach{0};
    milliseconds seriesReach{0}; ///< with `for`
    UtcTime next{};              ///< moment to evaluate
    UtcTime step{};              ///< moment to sample the series at; before next while the past fills them
    qint64 warmUs = 0;           ///< what happened up to here only fills windows
    UtcTime evaluated{};
    qint64 late = 0;
    bool started = false; ///< something was evaluated: what comes before it now is late
    Recording recording{};

    void feed(const AlertEvent &event)
    {
        for (RuleRun *run : takers.at(static_cast<std::size_t>(event.kind)))
            run->add(event, event.timeUs > warmUs);
        if (facts.series.isEmpty())
            return;
        facts.series.add(event);
        if (event.kind == AlertEvent::Kind::Reading && event.passed == 0)
            facts.missed.push_back({.timeUs = event.timeUs,
                                    .id = event.id,
                                    .score = std::isnan(event.score) ? 0.0F : event.score});
    }

    void evaluate(UtcTime now, QList<AlertFiring> &out)
    {
        if (!facts.series.isEmpty()) {
            const qint64 oldest = toMicros(now - seriesReach);
            while (!facts.missed.empty() && facts.missed.front().timeUs <= oldest)
                facts.missed.pop_front();
        }
        for (const std::unique_ptr<RuleRun> &run : runs) {
            run->evaluate(now, out);
            if (run->rule().name == recording.rule)
                recording.take(run->readout());
        }
        evaluated = now;
        started = true;
    }

    void sortPending()
    {
        pending.erase(pending.begin(),
                      pending.begin() + static_cast<std::ptrdiff_t>(std::exchange(taken, 0)));
        if (!std::exchange(sorted, true))
            std::sort(pending.begin(), pending.end());
    }
};

AlertEngine::AlertEngine(const AlertRules &rules) : m(std::make_unique<Impl>())
{
    m->settings = rules;
    for (const AlertRule &rule : rules.rules) {
        if (!rule.enabled)
            continue;
        m->runs.push_back(std::make_unique<RuleRun>(rule, m->facts));
        m->reach = std::max(m->reach, m->runs.back()->reach());
        for (std::size_t kind = 0; kind < kinds; ++kind)
            if (m->runs.back()->takes(static_cast<AlertEvent::Kind>(kind)))
                m->takers.at(kind).push_back(m->runs.back().get());
        if (m->runs.back()->usesSeries())
            m->seriesReach = std::max(m->seriesReach, m->runs.back()->reach() + rule.holds);
    }
}

AlertEngine::~AlertEngine() = default;

void AlertEngine::setModels(const QHash<std::int32_t, QString> &names)
{
    m->facts.series.setModels(names);
}

void AlertEngine::begin(UtcTime from)
{
    const qint64 step = std::chrono::microseconds(m->settings.interval).count();
    const qint64 at = toMicros(from);
    m->next = fromMicros((at + step - 1) / step * step);
    m->evaluated = m->next - m->settings.interval;
    m->warmUs = toMicros(m->evaluated);
    const auto moments = m->facts.series.isEmpty() ? 0 : m->seriesReach / m->settings.interval + 1;
    m->step = m->next - moments * m->settings.interval;
}

void AlertEngine::add(std::span<const AlertEvent> events)
{
    const qint64 done = toMicros(m->evaluated);
    for (const AlertEvent &event : events) {
        if (m->started && event.timeUs <= done &&
            event.timeUs > done - std::chrono::microseconds(m->reach).count())
            ++m->late;
        if (m->sorted && !m->pending.empty() && event < m->pending.back())
            m->sorted = false;
        m->pending.push_back(event);
    }
}

QList<AlertFiring> AlertEngine::advance(UtcTime now)
{
    QList<AlertFiring> out;
    m->sortPending();
    const UtcTime limit = now - m->settings.delay;
    for (; m->step <= limit; m->step += m->settings.interval) {
        const qint64 timeUs = toMicros(m->step);
        for (; m->taken < m->pending.size() && m->pending[m->taken].timeUs <= timeUs; ++m->taken)
            m->feed(m->pending[m->taken]);
        if (!m->facts.series.isEmpty())
            m->facts.series.sample(timeUs / 1000);
        if (m->step < m->next)
            continue;
        m->evaluate(m->step, out);
        m->next = m->step + m->settings.interval;
    }
    m->sortPending();
    return out;
}

milliseconds AlertEngine::memory() const
{
    return m->reach;
}

UtcTime AlertEngine::evaluatedTo() const
{
    return m->evaluated;
}

QList<AlertFiring> AlertEngine::open() const
{
    QList<AlertFiring> open;
    for (const std::unique_ptr<RuleRun> &run : m->runs)
        run->appendOpen(open);
    return open;
}

QMap<QString, AlertReadout> AlertEngine::readouts() const
{
    QMap<QString, AlertReadout> readouts;
    for (const std::unique_ptr<RuleRun> &run : m->runs)
        readouts.insert(run->rule().name, run->readout());
    return readouts;
}

void AlertEngine::record(const QString &rule)
{
    m->recording = {.rule = rule};
}

QList<AlertReadout> AlertEngine::recorded() const
{
    return m->recording.readouts;
}

qint64 AlertEngine::lateEvents() const
{
    return m->late;
}

QByteArray AlertEngine::save() const
{
    QJsonObject rules;
    for (const std::unique_ptr<RuleRun> &run : m->runs)
        rules[run->rule().name] = run->save();
    return QJsonDocument(QJsonObject{{u"evaluated_us"_s, toMicros(m->evaluated)}, {u"rules"_s, rules}})
        .toJson(QJsonDocument::Compact);
}

Result<> AlertEngine::restore(const QByteArray &saved)
{
    const Result<QJsonObject> all = parseJsonObject(saved);
    if (!all || !all->contains(u"evaluated_us"))
        return fail(Errc::Corrupt, Tr::tr("The saved states of alerts cannot be read."));
    const QJsonObject rules = all->value(u"rules").toObject();
    for (const std::unique_ptr<RuleRun> &run : m->runs)
        if (Result<> done = run->restore(rules.value(run->rule().name).toArray()); !done) {
            for (const std::unique_ptr<RuleRun> &each : m->runs)
                each->clear();
            return done;
        }
    begin(fromMicros(all->value(u"evaluated_us").toInteger()) + std::chrono::microseconds(1));
    return {};
}

} // namespace assay
