// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/worker_thread.h"
#include "service/learning_host.h"

namespace assay {

/// LearningHost's thread: reads turns, trains, tries and deploys. Run it inside WorkerThread.
class LearningWorker : public QObject
{
public:
    explicit LearningWorker(LearningHost::Options options);

    Result<CollectedData> collect(const CollectOrder &order, const CancelToken &token,
                                  std::function<void(double)> progress);
    Result<LearnedModel> train(TrainingOptions options);
    Result<CollectedData> openData(const QString &path);
    Result<QString> saveData(const QString &path) const;
    Result<LearnedModel> openModel(const QString &path);
    Result<QString> saveModel(const QString &path);
    Result<Deployment> deploy(bool force);
    Result<Deployment> rollBack();
    Result<DeployedModels> deployed() const;
    Result<TrainingReport> report(int version) const;
    Result<LearningStanding> standing(std::chrono::days recent, const CancelToken &token) const;

private:
    Result<std::vector<TrainingExample>> read(const CollectOptions &options, const CancelToken &token) const;
    CollectedData account(const QString &file) const;
    /// Tries the model in hand on its canary set.
    void tryOut();

    LearningHost::Options m_options;
    ClassifierRegistry m_registry;
    std::vector<TrainingExample> m_examples;
    std::optional<Trained> m_trained;
    QByteArray m_bytes; ///< the model in hand, as its file
    LearnedModel m_model;
};

} // namespace assay
