// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/evaluation_host.h"

namespace assay {

/// EvaluationHost's thread for files: results, suites, reports. Run it inside WorkerThread<EvaluationReader>.
class EvaluationReader final : public QObject
{
    Q_OBJECT
public:
    explicit EvaluationReader(EvaluationHost::Options options) : m_options(std::move(options)) {}

    QList<StoredRun> runs(const QStringList &opened, const AnalyticsTargets &targets);
    static Result<RunView> view(const QString &path, const QString &before, const AnalyticsTargets &targets);
    QList<SuiteFacts> suites() const;
    Result<ImportedSuite> importSuite(const QString &path) const;
    static Result<QStringList> exportSuite(const QString &source, SuiteForm form, const QString &to);
    static Result<bool> saveAs(const QString &path, const QString &format, const QString &to,
                               const AnalyticsTargets &targets);
    Result<bool> remove(const QString &path) const;

private:
    EvaluationHost::Options m_options;
    RunCatalogue m_catalogue;
};

} // namespace assay
