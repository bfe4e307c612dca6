// SPDX-License-Identifier: Apache-2.0
#include "service/evaluation_host.h"

#include "base/tr.h"
#include "base/worker_thread.h"
#include "service/evaluation_reader.h"
#include "service/evaluation_worker.h"
#include "service/provider_keys.h"

#include <QtCore/QFileInfo>

namespace assay {

using namespace Qt::StringLiterals;

struct EvaluationHost::Threads
{
    std::shared_ptr<SharedKeys> keys = std::make_shared<SharedKeys>();
    std::unique_ptr<WorkerThread<EvaluationReader>> reader{};
    std::unique_ptr<WorkerThread<EvaluationWorker>> worker{};
};

EvaluationHost::EvaluationHost(Options options, SettingsHub &hub, Secrets &secrets, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_hub(hub), m_secrets(secrets),
      m(std::make_unique<Threads>())
{
    const EvaluationWorker::Sinks sinks{
        .progress =
            [this](const RunProgress &now) {
                m_home.put([this, now] {
                    if (m_underWay)
                        m_underWay->progress = now;
                    Q_EMIT progressed();
                });
            },
        .ended = [this](const QString &path,
                        const Result<RunEnd> &end) { m_home.put([this, path, end] { take(path, end); }); },
    };
    m->reader = std::make_unique<WorkerThread<EvaluationReader>>(u"results"_s, m_options);
    m->worker = std::make_unique<WorkerThread<EvaluationWorker>>(u"evaluation"_s, sinks);
}

EvaluationHost::~EvaluationHost()
{
    m_token.cancel();
    auto done = std::make_shared<QSemaphore>();
    m->worker->post([done](EvaluationWorker &worker) { worker.end(done); });
    done->acquire();
}

template<typename T, typename Job>
void EvaluationHost::ask(QObject *context, Reply<T> reply, Job job)
{
    m->reader->post([this, context = QPointer<QObject>(context), reply = std::move(reply),
                     job = std::move(job)](EvaluationReader &reader) {
        m_home.put([context, reply, result = Result<T>(job(reader))] {
            if (context)
                reply(result);
        });
    });
}

void EvaluationHost::refresh()
{
    ask<QList<StoredRun>>(
        this,
        [this](const Result<QList<StoredRun>> &runs) {
            const bool first = !std::exchange(m_known, true);
            if (std::exchange(m_runs, *runs) != *runs || first)
                Q_EMIT runsChanged();
        },
        [opened = m_opened, targets = targets()](EvaluationReader &reader) {
            return reader.runs(opened, targets);
        });
}

void EvaluationHost::setOpened(const QStringList &paths)
{
    m_opened = paths;
    refresh();
}

void EvaluationHost::readView(const QString &path, const QString &before, QObject *context,
                              Reply<RunView> reply)
{
    ask<RunView>(context, std::move(reply), [path, before, targets = targets()](EvaluationReader &) {
        return EvaluationReader::view(path, before, targets);
    });
}

void EvaluationHost::readSuites(QObject *context, Reply<QList<SuiteFacts>> reply)
{
    ask<QList<SuiteFacts>>(context, std::move(reply),
                           [](EvaluationReader &reader) { return reader.suites(); });
}

void EvaluationHost::importSuite(const QString &path, QObject *context, Reply<ImportedSuite> reply)
{
    ask<ImportedSuite>(context, std::move(reply),
                       [path](EvaluationReader &reader) { return reader.importSuite(path); });
}

void EvaluationHost::exportSuite(const QString &source, SuiteForm form, const QString &to, QObject *context,
                                 Reply<QStringList> reply)
{
    ask<QStringList>(context, std::move(reply), [source, form, to](EvaluationReader &) {
        return EvaluationReader::exportSuite(source, form, to);
    });
}

void EvaluationHost::saveAs(const QString &path, const QString &format, const QString &to, QObject *context,
                            Reply<bool> reply)
{
    ask<bool>(context, std::move(reply), [path, format, to, targets = targets()](EvaluationReader &) {
        return EvaluationReader::saveAs(path, format, to, targets);
    });
}

void EvaluationHost::remove(const QString &path, QObject *context, Reply<bool> reply)
{
    if (m_opened.removeAll(path) > 0)
        return ask<bool>(context, std::move(reply), [](EvaluationReader &) { return true; });
    ask<bool>(context, std::move(reply), [path](EvaluationReader &reader) { return reader.remove(path); });
}

Result<QString> EvaluationHost::start(EvalPlan plan)
{
    if (m_underWay)
        return fail(Errc::Unavailable, Tr::tr("A run is under way. Wait for it, or stop it."));
    const QString name = QFileInfo(plan.suite).completeBaseName();
    const QString path = newResultsPath(m_options.runsFolder, name, utcNow());
    return begin(std::move(plan), path);
}

void EvaluationHost::readPlanOf(const QString &path, QObject *context, Reply<EvalPlan> reply)
{
    ask<EvalPlan>(context, std::move(reply), [path](EvaluationReader &) { return readPlan(path); });
}

Result<QString> EvaluationHost::resume(const QString &path, EvalPlan plan)
{
    if (m_underWay)
        return fail(Errc::Unavailable, Tr::tr("A run is under way. Wait for it, or stop it."));
    return begin(std::move(plan), path);
}

QString EvaluationHost::begin(EvalPlan plan, const QString &path)
{
    m_token = CancelToken::make();
    m_underWay = RunUnderWay{.path = path, .plan = std::move(plan)};
    fetchKeysAndPost(path);
    Q_EMIT progressed();
    return path;
}

/// Keys may have to come from the keyring, which is asked only where a model needs one.
QCoro::Task<> EvaluationHost::fetchKeysAndPost(QString path)
{
    const QPointer<EvaluationHost> self(this);
    const CancelToken token = m_token;
    if (isOnline(m_underWay->plan.policy)) {
        auto task = fetchProviderKeys(&m_secrets, m->keys);
        co_await task;
    }
    if (!self || !m_underWay || m_underWay->path != path)
        co_return;
    m->worker->post([order = RunOrder{.plan = m_underWay->plan,
                                      .path = path,
                                      .knowledgePath = m_options.knowledgePath,
                                      .settings = m_hub.source(),
                                      .keys = m->keys,
                                      .token = token}](EvaluationWorker &worker) { worker.start(order); });
}

void EvaluationHost::stop()
{
    if (!m_underWay || std::exchange(m_underWay->isStopping, true))
        return;
    m_token.cancel();
    Q_EMIT progressed();
}

void EvaluationHost::take(const QString &path, const Result<RunEnd> &end)
{
    m_underWay.reset();
    Q_EMIT runEnded(path, end.value_or(RunEnd::Cancelled), end ? QString() : end.error().message);
    refresh();
}

} // namespace assay
