// SPDX-License-Identifier: Apache-2.0
#include "service/learning_host.h"

#include "service/learning_worker.h"

namespace assay {

using namespace Qt::StringLiterals;

struct LearningHost::Thread : WorkerThread<LearningWorker>
{
    using WorkerThread::WorkerThread;
};

LearningHost::LearningHost(Options options, QObject *parent)
    : QObject(parent), m_thread(std::make_unique<Thread>(u"learning"_s, std::move(options)))
{
    m_thread->yieldTo(5); // the window and its turns go first
}

LearningHost::~LearningHost()
{
    m_running.cancel();
}

template<typename T, typename Job>
void LearningHost::ask(QObject *context, Reply<T> reply, Job job)
{
    m_thread->post([this, context = QPointer<QObject>(context), reply = std::move(reply),
                    job = std::move(job)](LearningWorker &worker) {
        m_home.put([context, reply, result = Result<T>(job(worker))] {
            if (context)
                reply(result);
        });
    });
}

/// Tells whole percents, each once.
std::function<void(double)> LearningHost::teller()
{
    return [this, last = std::make_shared<int>(-1)](double share) {
        const int percent = static_cast<int>(share * 100.0);
        if (percent != std::exchange(*last, percent))
            m_home.put([this, share] { Q_EMIT progressed(share); });
    };
}

void LearningHost::cancel()
{
    m_running.cancel();
}

void LearningHost::collect(const CollectOrder &order, QObject *context, Reply<CollectedData> reply)
{
    m_running = CancelToken::make();
    ask<CollectedData>(context, std::move(reply),
                       [order, token = m_running, tell = teller()](LearningWorker &worker) {
                           return worker.collect(order, token, tell);
                       });
}

void LearningHost::train(const TrainingOptions &options, QObject *context, Reply<LearnedModel> reply)
{
    m_running = CancelToken::make();
    TrainingOptions watched = options;
    watched.token = m_running;
    watched.progress = teller();
    ask<LearnedModel>(context, std::move(reply),
                      [watched](LearningWorker &worker) { return worker.train(watched); });
}

void LearningHost::openData(const QString &path, QObject *context, Reply<CollectedData> reply)
{
    ask<CollectedData>(context, std::move(reply),
                       [path](LearningWorker &worker) { return worker.openData(path); });
}

void LearningHost::saveData(const QString &path, QObject *context, Reply<QString> reply)
{
    ask<QString>(context, std::move(reply), [path](LearningWorker &worker) { return worker.saveData(path); });
}

void LearningHost::openModel(const QString &path, QObject *context, Reply<LearnedModel> reply)
{
    ask<LearnedModel>(context, std::move(reply),
                      [path](LearningWorker &worker) { return worker.openModel(path); });
}

void LearningHost::saveModel(const QString &path, QObject *context, Reply<QString> reply)
{
    ask<QString>(context, std::move(reply),
                 [path](LearningWorker &worker) { return worker.saveModel(path); });
}

void LearningHost::deploy(bool force, QObject *context, Reply<Deployment> reply)
{
    ask<Deployment>(context, std::move(reply),
                    [force](LearningWorker &worker) { return worker.deploy(force); });
}

void LearningHost::rollBack(QObject *context, Reply<Deployment> reply)
{
    ask<Deployment>(context, std::move(reply), [](LearningWorker &worker) { return worker.rollBack(); });
}

void LearningHost::readDeployed(QObject *context, Reply<DeployedModels> reply)
{
    ask<DeployedModels>(context, std::move(reply), [](LearningWorker &worker) { return worker.deployed(); });
}

void LearningHost::readReport(int version, QObject *context, Reply<TrainingReport> reply)
{
    ask<TrainingReport>(context, std::move(reply),
                        [version](LearningWorker &worker) { return worker.report(version); });
}

void LearningHost::readStanding(std::chrono::days recent, QObject *context, Reply<LearningStanding> reply)
{
    ask<LearningStanding>(context, std::move(reply),
                          [recent](LearningWorker &worker) { return worker.standing(recent, {}); });
}

} // namespace assay
