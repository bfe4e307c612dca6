// SPDX-License-Identifier: Apache-2.0
#include "base/cancel_token.h"

#include <QCoro/QCoroTimer>
#include <QtCore/QTimer>

#include <map>
#include <mutex>

namespace assay {

struct CancelToken::State
{
    // Recursive: a callback may drop its own registration.
    std::recursive_mutex mutex;
    bool cancelled = false;
    int nextId = 0;
    std::map<int, std::function<void()>> callbacks;
};

CancelToken CancelToken::make()
{
    CancelToken token;
    token.m_state = std::make_shared<State>();
    return token;
}

void CancelToken::cancel() const
{
    if (!m_state)
        return;
    const std::lock_guard lock(m_state->mutex);
    if (std::exchange(m_state->cancelled, true))
        return;
    // The lock is held while they run, so that a registration that is gone is never called.
    const auto callbacks = std::exchange(m_state->callbacks, {});
    for (const auto &[id, callback] : callbacks)
        callback();
}

bool CancelToken::isCancelled() const
{
    if (!m_state)
        return false;
    const std::lock_guard lock(m_state->mutex);
    return m_state->cancelled;
}

CancelToken::Registration CancelToken::onCancel(std::function<void()> callback) const
{
    if (!m_state)
        return {};
    const std::lock_guard lock(m_state->mutex);
    if (m_state->cancelled) {
        callback();
        return {};
    }
    const int id = m_state->nextId++;
    m_state->callbacks.emplace(id, std::move(callback));
    return Registration([weak = std::weak_ptr(m_state), id] {
        if (const auto state = weak.lock()) {
            const std::lock_guard inner(state->mutex);
            state->callbacks.erase(id);
        }
    });
}

QCoro::Task<bool> sleepFor(std::chrono::milliseconds duration, CancelToken token)
{
    if (token.isCancelled())
        co_return false;
    QTimer timer;
    timer.setSingleShot(true);
    timer.setTimerType(Qt::PreciseTimer);
    // Cancelling fires the timer at once: queued, so it happens on the timer's own thread.
    const auto registration = token.onCancel([&timer] {
        QMetaObject::invokeMethod(
            &timer, [&timer] { timer.start(0); }, Qt::QueuedConnection);
    });
    timer.start(duration);
    co_await timer;
    co_return !token.isCancelled();
}

} // namespace assay
