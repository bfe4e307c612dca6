// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoro/QCoroTask>

#include <chrono>
#include <functional>
#include <memory>

namespace assay {

/// Tells work to stop. Copies share one state; a default-made token can never be cancelled.
///
/// Threading: every member may be called from any thread.
class CancelToken
{
public:
    /// Ends a registration when destroyed; after that the callback is not running and never will.
    class Registration
    {
    public:
        Registration() = default;
        explicit Registration(std::function<void()> unregister) : m_unregister(std::move(unregister)) {}
        Registration(Registration &&other) noexcept : m_unregister(std::exchange(other.m_unregister, {})) {}
        Registration &operator=(Registration &&other) noexcept
        {
            if (this != &other) {
                release();
                m_unregister = std::exchange(other.m_unregister, {});
            }
            return *this;
        }
        ~Registration() { release(); }

    private:
        void release()
        {
            if (const auto unregister = std::exchange(m_unregister, {}))
                unregister();
        }
        std::function<void()> m_unregister;
    };

    CancelToken() = default;

    /// A token that cancel() can stop.
    static CancelToken make();

    /// Sets the flag and runs the callbacks, once, on the calling thread.
    void cancel() const;
    bool isCancelled() const;

    /// Runs `callback` on cancel(), on the cancelling thread, or at once when already cancelled.
    /// Inside it only post to the thread that owns the work.
    [[nodiscard]] Registration onCancel(std::function<void()> callback) const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

/// Waits on the calling thread's event loop. @return false when `token` was cancelled first.
QCoro::Task<bool> sleepFor(std::chrono::milliseconds duration, CancelToken token);

} // namespace assay
