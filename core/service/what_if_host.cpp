// SPDX-License-Identifier: Apache-2.0
#include "service/what_if_host.h"

#include "base/worker_thread.h"
#include "service/policy_edit.h"
#include "store/sqlite_store.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QMetaType>

namespace assay {

namespace {

constexpr int curvePoints = 20;
constexpr qint64 freshMs = 10'000;

} // namespace

/// Lives on the host's thread and has the store open there.
class WhatIfHost::Worker final : public QObject
{
public:
    explicit Worker(QString path) : m_path(std::move(path)) {}

    Result<WhatIfReply> reply(const SettingChanges &changes, const CancelToken &token)
    {
        const Result<PolicyEdit> edit = policyEdit(changes);
        if (!edit)
            return fail(edit.error());
        if (const Result<> ready = refresh(token); !ready)
            return fail(ready.error());
        const Result<WhatIfAnswer> answer = whatIf(m_recorded, *m_like, *edit);
        if (!answer)
            return fail(answer.error());
        return WhatIfReply{
            .answer = *answer, .curve = curve(*edit, token), .bounds = routingBounds(m_recorded, *edit)};
    }

private:
    QList<WhatIfPoint> curve(const PolicyEdit &edit, const CancelToken &token) const
    {
        QList<WhatIfPoint> points;
        for (int i = 0; i <= curvePoints && !token.isCancelled(); ++i) {
            const double threshold = static_cast<double>(i) / curvePoints;
            const Result<WhatIfAnswer> answer = whatIf(m_recorded, *m_like, [&](Policy &policy) {
                edit(policy);
                policy.cascade = true;
                policy.confidenceThreshold = static_cast<float>(threshold);
            });
            if (answer)
                points.append({.threshold = threshold,
                               .passRate = answer->passRate.predicted,
                               .cost = answer->cost.predicted,
                               .exact = answer->estimated == 0});
        }
        return points;
    }

    Result<> refresh(const CancelToken &token)
    {
        if (m_like && m_age.elapsed() < freshMs)
            return {};
        if (!m_store) {
            Result<std::unique_ptr<Store>> opened = openReadOnly(m_path);
            if (!opened)
                return fail(std::move(opened.error()));
            m_store = std::move(*opened);
        }
        const Result<StoreCounts> counts = m_store->counts();
        if (!counts)
            return fail(counts.error());
        m_age.restart();
        if (m_like && counts->turns == m_turns)
            return {};
        Result<RecordedTurns> recorded = recordedTurns(*m_store, turns, token);
        if (!recorded)
            return fail(recorded.error());
        m_turns = counts->turns;
        m_recorded = std::move(*recorded);
        m_like = std::make_unique<LikeTurns>(m_recorded);
        return {};
    }

    QString m_path;
    std::unique_ptr<Store> m_store;
    RecordedTurns m_recorded;
    std::unique_ptr<LikeTurns> m_like;
    qint64 m_turns = 0; ///< in the store when they were read
    QElapsedTimer m_age;
};

struct WhatIfHost::Thread : WorkerThread<Worker>
{
    using WorkerThread::WorkerThread;
};

WhatIfHost::WhatIfHost(const QString &storePath, QObject *parent)
    : QObject(parent), m_thread(std::make_unique<Thread>(QStringLiteral("what-if"), storePath))
{
    qRegisterMetaType<WhatIfReply>();
    qRegisterMetaType<Error>();
}

WhatIfHost::~WhatIfHost()
{
    m_running.cancel();
}

void WhatIfHost::forget()
{
    m_running.cancel();
    ++m_number;
}

quint64 WhatIfHost::ask(const SettingChanges &changes)
{
    forget();
    const quint64 number = m_number;
    const CancelToken token = m_running = CancelToken::make();
    m_thread->post([this, number, changes, token](Worker &worker) {
        if (token.isCancelled())
            return;
        // The host joins this thread before it goes, and drops what was asked before the newest.
        QMetaObject::invokeMethod(
            this,
            [this, number, reply = worker.reply(changes, token)] {
                if (number != m_number)
                    return;
                if (reply)
                    Q_EMIT answered(number, *reply);
                else
                    Q_EMIT refused(number, reply.error());
            },
            Qt::QueuedConnection);
    });
    return number;
}

} // namespace assay
