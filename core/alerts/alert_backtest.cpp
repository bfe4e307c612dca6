// SPDX-License-Identifier: Apache-2.0
#include "alerts/alert_backtest.h"

#include "base/tr.h"

namespace assay {

namespace {

using std::chrono::microseconds;

/// An engine that runs ahead of no event, and what it told.
class Run
{
public:
    Run(const AlertRules &rules, const AlertBacktestOptions &options)
        : m_rules(rules), m_options(options), m_engine(rules)
    {
        m_engine.record(options.record);
        m_engine.begin(options.from);
    }

    AlertEngine &engine() { return m_engine; }

    void add(std::span<const AlertEvent> events)
    {
        if (events.empty())
            return;
        m_engine.add(events);
        m_count += static_cast<qint64>(events.size());
        // The last moment may have further events in the next part: only what lies before it is complete.
        advanceBefore(fromMicros(events.back().timeUs));
    }

    AlertBacktest finish()
    {
        advanceBefore(m_options.to);
        AlertBacktest result{
            .from = m_options.from, .to = m_options.to, .events = m_count, .firings = m_firings};
        if (!m_options.record.isEmpty())
            result.readouts.insert(m_options.record, m_engine.recorded());
        return result;
    }

private:
    void advanceBefore(UtcTime time)
    {
        const QList<AlertFiring> told =
            m_engine.advance(std::min(time, m_options.to) - microseconds(1) + m_rules.delay);
        for (const AlertFiring &firing : told) {
            const auto known = m_place.constFind(firing.id);
            if (known != m_place.constEnd()) {
                m_firings[*known] = firing;
            } else {
                m_place.insert(firing.id, m_firings.size());
                m_firings.append(firing);
            }
        }
    }

    const AlertRules &m_rules;
    const AlertBacktestOptions &m_options;
    AlertEngine m_engine;
    QList<AlertFiring> m_firings;
    QHash<QString, qsizetype> m_place; ///< in m_firings, by id
    qint64 m_count = 0;
};

} // namespace

Result<AlertBacktest> backtest(const AlertRules &rules, AlertStore &store, AlertBacktestOptions options)
{
    Run run(rules, options);
    qsizetype models = 0;
    const auto whole = std::max<qint64>(1, (options.to - options.from).count());
    const Result<> read =
        store.readBetween(options.from - run.engine().memory(), options.to, options.threshold,
                          [&](std::span<const AlertEvent> events) -> Result<> {
                              if (options.token.isCancelled())
                                  return fail(Errc::Cancelled, Tr::tr("The backtest was stopped."));
                              if (store.models().size() != std::exchange(models, store.models().size()))
                                  run.engine().setModels(store.models());
                              run.add(events);
                              if (options.progress && !events.empty())
                                  options.progress(std::clamp(
                                      static_cast<double>(events.back().timeUs - toMicros(options.from)) /
                                          static_cast<double>(whole),
                                      0.0, 1.0));
                              return {};
                          });
    if (!read)
        return fail(read.error());
    return run.finish();
}

AlertBacktest backtest(const AlertRules &rules, std::span<const AlertEvent> events,
                       const AlertBacktestOptions &options)
{
    Run run(rules, options);
    run.add(events);
    return run.finish();
}

} // namespace assay
