// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/embedded_log.h"
#include "stream/turn_messages.h"

#include <QtCore/QObject>

#include <memory>
#include <mutex>
#include <vector>

namespace assay {

/// Encodes finished turns and appends them to the log, away from the agent's thread: whatever has
/// gathered while the disk was busy goes out with one flush. Run it inside WorkerThread<Recorder>.
class Recorder final : public QObject
{
    Q_OBJECT
public:
    /// @param evaluations where the guide's quality events go, a log of their own; nullptr = none are written
    Recorder(std::shared_ptr<EmbeddedLog> log, const QString &tenantId,
             std::shared_ptr<EmbeddedLog> evaluations = nullptr);

    /// What follows may be called from any thread; everything is appended in the order given.
    void continueThread(const QString &threadId, quint64 lastSequence);
    void record(const Turn &turn);
    void label(const QString &turnId, const QString &threadId, Label label, const QString &note);

Q_SIGNALS:
    /// One sentence: what was not recorded, and why. Emitted on the recorder's thread.
    void failed(const QString &text);

private:
    using Messages = Result<QList<EncodedMessage>>;
    using Job = std::function<Messages(TurnEncoder &)>;

    /// A job, and the log that takes what it makes.
    struct Order
    {
        Job job{};
        std::shared_ptr<EmbeddedLog> log{};
    };

    void enqueue(Job job);
    void enqueue(std::vector<Order> orders);
    void writeAll();
    void write(EmbeddedLog &log, const std::vector<Order> &orders);

    std::shared_ptr<EmbeddedLog> m_log;
    std::shared_ptr<EmbeddedLog> m_evaluations;
    TurnEncoder m_encoder;
    std::mutex m_mutex;
    std::vector<Order> m_orders; ///< guarded by m_mutex
};

} // namespace assay
