// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analytics/analytics.h"
#include "settings/settings.h"

#include <QtCore/QObject>

#include <memory>

namespace assay {

/// Targets and threshold as the settings have them.
AnalyticsTargets targetsFrom(const Settings &settings);

/// Answers questions about ranges of time on a thread of its own. The newest question wins: one that is
/// being worked on is broken off and never answered.
///
/// Threading: lives on the thread that made it; signals come there.
class AnalyticsHost final : public QObject
{
    Q_OBJECT
public:
    /// @param storePath the database; while there is none, questions fail with NotFound
    explicit AnalyticsHost(const QString &storePath, QObject *parent = nullptr);
    ~AnalyticsHost() override;

    /// Answered by pageReady(), or by comparisonReady() when query.compareWith is set, or by failed().
    /// @return the number the answer will carry
    quint64 ask(const AnalyticsQuery &query);

    /// Nothing that was asked is answered any more.
    void forget();

Q_SIGNALS:
    void pageReady(quint64 number, const assay::AnalyticsPage &page);
    void comparisonReady(quint64 number, const assay::AnalyticsComparison &comparison);
    void failed(quint64 number, const assay::Error &error);

private:
    class Worker;
    struct Thread;
    std::unique_ptr<Thread> m_thread;
    CancelToken m_running;
    quint64 m_number = 0;
};

} // namespace assay
