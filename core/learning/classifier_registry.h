// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learning/model_file.h"
#include "learning/training_data.h"

#include <QtCore/QDateTime>

#include <mutex>

namespace assay {

/// One change of the model that routes turns.
struct Deployment
{
    int version = 0;  ///< from 1; 0 = the predictor that comes with Assay
    int replaced = 0; ///< version before
    bool rolledBack = false;
    UtcTime at{};
    QString who{};
    QString fingerprint{}; ///< of the file; empty for version 0

    bool operator==(const Deployment &) const = default;
};

/// What a model did with the canary set before it was let in, beside the one it replaces.
struct CanaryResult
{
    qint64 examples = 0;
    double accuracy = 0.0;
    double accuracyBefore = 0.0;
    double logLoss = 0.0;
    double logLossBefore = 0.0;

    /// Neither worse, beyond one answer in a hundred and a hundredth of the loss.
    bool isGood() const;
};

/// Deployed models in a folder: each version a file that never changes, and deployed.json, which names the
/// one in force and all that were. It is replaced as a whole, under a lock, so that any number of processes
/// see one or the other.
class ClassifierRegistry
{
public:
    explicit ClassifierRegistry(QString folder, Clock clock = utcNow);

    /// Newest first. Empty = never deployed. @errors Io, Corrupt
    Result<QList<Deployment>> history() const;

    /// The model in force; nullopt for the predictor that comes with Assay. @errors Io, Corrupt
    Result<std::optional<Classifier>> inForce() const;

    /// A version as it was deployed. @errors NotFound, Io, Corrupt
    Result<Classifier> version(int version) const { return readModelFile(modelPath(version)); }

    /// Tries the model on the canary set. @errors InvalidArgument (no example tells the target)
    Result<CanaryResult> tryOn(const Classifier &classifier,
                               const std::vector<TrainingExample> &canary) const;

    /// Puts the model in force as the next version.
    /// @errors Corrupt (no model), InvalidArgument (does not predict the fast path), DiskFull, Io,
    /// Unavailable
    Result<Deployment> deploy(const QByteArray &model, const QString &who);

    /// Puts the version in force before the present one, in force again. A second time goes back further.
    /// @errors NotFound (nothing was deployed), and as deploy()
    Result<Deployment> rollBack(const QString &who);

    QString folder() const { return m_folder; }

private:
    QString modelPath(int version) const;
    QString listPath() const;
    Result<Deployment> append(QList<Deployment> history, Deployment next) const;

    QString m_folder;
    Clock m_clock;
};

/// The model in force, read again when another was deployed: asked at the start of every turn.
///
/// Threading: any thread.
class DeployedClassifier
{
public:
    explicit DeployedClassifier(QString folder) : m_registry(std::move(folder)) {}

    /// nullptr for the predictor that comes with Assay. A model that cannot be read leaves the one before in
    /// force and sets problem().
    std::shared_ptr<const Classifier> newest();
    /// What stood in the way the last time; empty = nothing.
    QString problem() const;

private:
    mutable std::mutex m_mutex;
    ClassifierRegistry m_registry;
    QDateTime m_modified;
    qint64 m_size = -1;
    std::shared_ptr<const Classifier> m_classifier;
    QString m_problem;
};

} // namespace assay
