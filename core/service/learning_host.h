// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/job_queue.h"
#include "learning/classifier_registry.h"
#include "learning/drift.h"
#include "learning/learning_progress.h"
#include "learning/trainer.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>

#include <functional>
#include <memory>

namespace assay {

/// What to collect from the recorded turns.
struct CollectOrder
{
    double qualityThreshold = 0.95; ///< a fast first answer passed when its score reaches it
    bool belowOnly = false;         ///< only turns whose best score misses the threshold
    bool humanLabels = true;        ///< an operator's good or bad outweighs the judge
    bool redact = true;             ///< takes secrets out of questions
    std::chrono::days last{0};      ///< back from now; 0 = everything

    bool operator==(const CollectOrder &) const = default;
};

/// What was collected, or read from a file.
struct CollectedData
{
    qint64 examples = 0;
    qint64 telling = 0;  ///< that tell how the fast model did
    qint64 passed = 0;   ///< of those
    qint64 explored = 0; ///< of those: that stand for more than themselves
    UtcTime from{};      ///< the epoch = not told
    UtcTime to{};
    QString file{}; ///< empty = from the recorded turns

    bool operator==(const CollectedData &) const = default;
};

/// A model that is trained, or read from a file, and routes nothing yet.
struct LearnedModel
{
    TrainingReport report{};
    LearningTarget target = LearningTarget::FastPath;
    QString fingerprint{};
    UtcTime trainedAt{};
    qint64 examples = 0; ///< it was trained on
    QString file{};      ///< empty = trained here and not saved
    std::optional<CanaryResult> canary{};
    QString canaryProblem{}; ///< why it could not be tried; empty = it was
};

/// Which models route turns, and did.
struct DeployedModels
{
    QList<Deployment> history{};            ///< newest first
    QString problem{};                      ///< why the one in force cannot be read; empty = all is well
    std::optional<TrainingReport> report{}; ///< of the one in force
    UtcTime trainedAt{};
};

/// How predictions did over the weeks, and whether what they rest on moved.
struct LearningStanding
{
    QList<LearningWeek> weeks{};
    std::optional<DriftReport> drift{};
    QString noDrift{}; ///< why there is none
    UtcTime since{};   ///< the moment drift is told from
};

/// Collects, trains, tries, deploys and takes back on a thread of its own. What was collected and the model
/// that was trained last are kept there until they are replaced.
///
/// Threading: lives on the thread that made it; answers and signals come there, and not at all once their
/// context is gone.
class LearningHost final : public QObject
{
    Q_OBJECT
public:
    template<typename T>
    using Reply = std::function<void(Result<T>)>;

    struct Options
    {
        QString storePath{};
        QString modelsFolder{};
        QString pickedFile{}; ///< training examples that operators picked; empty = none
        QString who{};        ///< for the history
        Clock clock = utcNow;
    };

    explicit LearningHost(Options options, QObject *parent = nullptr);
    ~LearningHost() override;

    /// Progress comes as progressed(). @errors NotFound (no turns yet), Cancelled, as the store
    void collect(const CollectOrder &order, QObject *context, Reply<CollectedData> reply);
    /// Of what was collected. @errors InvalidArgument in words (nothing collected, too little, one class),
    /// Cancelled
    void train(const TrainingOptions &options, QObject *context, Reply<LearnedModel> reply);
    /// Stops what was asked last.
    void cancel();

    /// Training data as JSON lines. @errors NotFound, Io, InvalidArgument naming the line
    void openData(const QString &path, QObject *context, Reply<CollectedData> reply);
    /// @errors NotFound (nothing collected), DiskFull, ReadOnly, Io
    void saveData(const QString &path, QObject *context, Reply<QString> reply);
    /// A model file, with the canary set beside it; tried on what was collected where there is none.
    /// @errors NotFound, Io, Corrupt
    void openModel(const QString &path, QObject *context, Reply<LearnedModel> reply);
    void saveModel(const QString &path, QObject *context, Reply<QString> reply);

    /// The model in hand, from the next turn on. @param force even when the canary set says no
    /// @errors as ClassifierRegistry's; InvalidArgument where it does worse than the one in force
    void deploy(bool force, QObject *context, Reply<Deployment> reply);
    void rollBack(QObject *context, Reply<Deployment> reply);
    void readDeployed(QObject *context, Reply<DeployedModels> reply);
    /// What training found about a version. @errors NotFound, Io, Corrupt
    void readReport(int version, QObject *context, Reply<TrainingReport> reply);
    /// @param recent drift is of the newest turns of so many days against all before
    void readStanding(std::chrono::days recent, QObject *context, Reply<LearningStanding> reply);

Q_SIGNALS:
    /// From 0 to 1, of what is being collected or trained.
    void progressed(double share);

private:
    template<typename T, typename Job>
    void ask(QObject *context, Reply<T> reply, Job job);
    std::function<void(double)> teller();

    CancelToken m_running;
    JobQueue m_home; ///< where the worker's answers arrive; outlives it
    struct Thread;
    std::unique_ptr<Thread> m_thread;
};

/// JSON lines of training data, as files hold them.
QByteArray trainingLines(const std::vector<TrainingExample> &examples);

} // namespace assay
