// SPDX-License-Identifier: Apache-2.0
#include "service/alert_host.h"

#include "service/alert_worker.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// Backtests run beside the evaluation, over a connection of their own.
class Backtester final : public QObject
{
public:
    explicit Backtester(QString path) : m_path(std::move(path)) {}

    Result<AlertBacktest> run(const AlertRules &rules, AlertBacktestOptions options) const
    {
        const Result<std::unique_ptr<AlertStore>> store = AlertStore::open(m_path, false);
        if (!store)
            return fail(store.error());
        return assay::backtest(rules, **store, std::move(options));
    }

private:
    QString m_path;
};

} // namespace

struct AlertHost::Threads
{
    std::unique_ptr<WorkerThread<Backtester>> backtester{};
    std::unique_ptr<WorkerThread<AlertWorker>> worker{};
};

AlertHost::AlertHost(Options options, QObject *parent) : QObject(parent), m(std::make_unique<Threads>())
{
    m_options = options;
    const AlertWorker::Sinks sinks{
        .changed =
            [this](const AlertOverview &overview) {
                m_home.put([this, overview] {
                    m_overview = overview;
                    Q_EMIT changed();
                });
            },
        .told = [this](const AlertFiring &firing) { m_home.put([this, firing] { Q_EMIT told(firing); }); },
    };
    m->worker = std::make_unique<WorkerThread<AlertWorker>>(u"alerts"_s, std::move(options), sinks);
}

AlertHost::~AlertHost()
{
    m_backtest.cancel();
}

void AlertHost::start()
{
    m->worker->post([](AlertWorker &worker) { worker.start(); });
}

void AlertHost::reload()
{
    m->worker->post([](AlertWorker &worker) { worker.reload(); });
}

void AlertHost::noteLag(std::optional<qint64> records)
{
    m->worker->post([records](AlertWorker &worker) { worker.noteLag(records); });
}

template<typename T, typename Job>
void AlertHost::ask(QObject *context, Reply<T> reply, Job job)
{
    m->worker->post([this, context = QPointer<QObject>(context), reply = std::move(reply),
                     job = std::move(job)](AlertWorker &worker) {
        m_home.put([context, reply, result = Result<T>(job(worker))] {
            if (context)
                reply(result);
        });
    });
}

void AlertHost::readRules(QObject *context, Reply<AlertRules> reply)
{
    ask<AlertRules>(context, std::move(reply), [](AlertWorker &worker) { return worker.rules(); });
}

void AlertHost::saveRules(const AlertRules &rules, QObject *context, Reply<bool> reply)
{
    ask<bool>(context, std::move(reply), [rules](AlertWorker &worker) { return worker.saveRules(rules); });
}

void AlertHost::readHistory(UtcTime from, UtcTime to, QObject *context, Reply<QList<AlertEntry>> reply)
{
    ask<QList<AlertEntry>>(context, std::move(reply),
                           [from, to](AlertWorker &worker) { return worker.history(from, to); });
}

void AlertHost::readHistory(UtcTime from, UtcTime to, const Filter &filter, QObject *context,
                            Reply<QList<AlertEntry>> reply)
{
    ask<QList<AlertEntry>>(context, std::move(reply), [from, to, filter](AlertWorker &worker) {
        return worker.history(from, to, filter);
    });
}

void AlertHost::readRuleFile(const QString &path, QObject *context, Reply<AlertImport> reply)
{
    ask<AlertImport>(context, std::move(reply),
                     [path](AlertWorker &) { return AlertWorker::readRuleFile(path); });
}

void AlertHost::writeRuleFile(const QString &path, QObject *context, Reply<QStringList> reply)
{
    ask<QStringList>(context, std::move(reply),
                     [path](AlertWorker &worker) { return worker.writeRuleFile(path); });
}

void AlertHost::readSubjects(const QList<qint64> &events, QObject *context, Reply<QList<AlertSubject>> reply)
{
    ask<QList<AlertSubject>>(context, std::move(reply),
                             [events](AlertWorker &worker) { return worker.subjects(events); });
}

void AlertHost::backtest(const AlertRules &rules, UtcTime from, UtcTime to, const QString &record,
                         QObject *context, Reply<AlertBacktest> reply)
{
    m_backtest.cancel();
    m_backtest = CancelToken::make();
    if (!m->backtester)
        m->backtester = std::make_unique<WorkerThread<Backtester>>(u"backtest"_s, m_options.storePath);
    AlertBacktestOptions options{
        .from = from, .to = to, .threshold = m_options.threshold, .record = record, .token = m_backtest};
    options.progress = [this, last = std::make_shared<int>(-1)](double share) {
        const int percent = static_cast<int>(share * 100.0);
        if (percent != std::exchange(*last, percent))
            m_home.put([this, share] { Q_EMIT backtesting(share); });
    };
    m->backtester->post([this, context = QPointer<QObject>(context), reply = std::move(reply), rules,
                         options](Backtester &tester) {
        m_home.put([context, reply, result = tester.run(rules, options)] {
            if (context)
                reply(result);
        });
    });
}

void AlertHost::cancelBacktest()
{
    m_backtest.cancel();
}

void AlertHost::acknowledge(const QString &firingId, const QString &who, const QString &note,
                            QObject *context, Reply<bool> reply)
{
    const AlertNote entry{.firingId = firingId, .action = u"acknowledged"_s, .who = who, .note = note};
    ask<bool>(context, std::move(reply), [entry](AlertWorker &worker) { return worker.addNote(entry); });
}

void AlertHost::addNote(const QString &firingId, const QString &who, const QString &note, QObject *context,
                        Reply<bool> reply)
{
    const AlertNote entry{.firingId = firingId, .action = u"noted"_s, .who = who, .note = note};
    ask<bool>(context, std::move(reply), [entry](AlertWorker &worker) { return worker.addNote(entry); });
}

void AlertHost::readPolicies(UtcTime from, QObject *context, Reply<QList<PolicyUse>> reply)
{
    ask<QList<PolicyUse>>(context, std::move(reply),
                          [from](AlertWorker &worker) { return worker.policiesSince(from); });
}

void AlertHost::linkPolicy(const QString &firingId, int policyRevision, const QString &who, QObject *context,
                           Reply<AlertEffect> reply)
{
    ask<AlertEffect>(context, std::move(reply),
                     [=](AlertWorker &worker) { return worker.linkPolicy(firingId, policyRevision, who); });
}

void AlertHost::previewSilence(const AlertSilence &silence, QObject *context,
                               Reply<AlertSilencePreview> reply)
{
    ask<AlertSilencePreview>(context, std::move(reply),
                             [silence](AlertWorker &worker) { return worker.previewSilence(silence); });
}

void AlertHost::addSilence(const AlertSilence &silence, QObject *context, Reply<AlertSilence> reply)
{
    ask<AlertSilence>(context, std::move(reply),
                      [silence](AlertWorker &worker) { return worker.addSilence(silence); });
}

void AlertHost::endSilence(const QString &id, QObject *context, Reply<bool> reply)
{
    ask<bool>(context, std::move(reply), [id](AlertWorker &worker) { return worker.endSilence(id); });
}

} // namespace assay
