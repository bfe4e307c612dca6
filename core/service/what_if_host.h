// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learning/routing_bounds.h"
#include "learning/what_if.h"
#include "settings/settings.h"

#include <QtCore/QObject>

#include <memory>

namespace assay {

/// Cost and quality at one confidence threshold.
struct WhatIfPoint
{
    double threshold = 0.0;
    double passRate = 0.0;
    double cost = 0.0; ///< micro-dollars a query
    bool exact = false;

    bool operator==(const WhatIfPoint &) const = default;
};

struct WhatIfReply
{
    WhatIfAnswer answer{};
    /// The same change at every confidence threshold that the recorded turns can speak of, rising.
    QList<WhatIfPoint> curve{};
    /// Absent where exploration has not run enough turns through both tiers.
    std::optional<RoutingBounds> bounds{};

    bool operator==(const WhatIfReply &) const = default;
};

/// Answers what-if questions about the last recorded turns on a thread of its own. The newest question wins:
/// one that was asked before is never answered. Turns are read at the first question, and again when there
/// are more and some seconds have passed.
///
/// Threading: lives on the thread that made it; signals come there.
class WhatIfHost final : public QObject
{
    Q_OBJECT
public:
    /// Turns that are replayed, at most.
    static constexpr int turns = 5000;

    /// @param storePath the database; while there is none, questions are refused with NotFound
    explicit WhatIfHost(const QString &storePath, QObject *parent = nullptr);
    ~WhatIfHost() override;

    /// Answered by answered() or refused(). @return the number the answer will carry
    quint64 ask(const SettingChanges &changes);

    /// Nothing that was asked is answered any more.
    void forget();

Q_SIGNALS:
    void answered(quint64 number, const assay::WhatIfReply &reply);
    void refused(quint64 number, const assay::Error &error);

private:
    class Worker;
    struct Thread;
    std::unique_ptr<Thread> m_thread;
    CancelToken m_running;
    quint64 m_number = 0;
};

} // namespace assay
