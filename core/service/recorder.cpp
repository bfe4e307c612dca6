// SPDX-License-Identifier: Apache-2.0
#include "service/recorder.h"

#include "base/tr.h"

namespace assay {

Recorder::Recorder(std::shared_ptr<EmbeddedLog> log, const QString &tenantId,
                   std::shared_ptr<EmbeddedLog> evaluations)
    : m_log(std::move(log)), m_evaluations(std::move(evaluations)), m_encoder({.tenantId = tenantId})
{
}

void Recorder::continueThread(const QString &threadId, quint64 lastSequence)
{
    enqueue([threadId, lastSequence](TurnEncoder &encoder) -> Messages {
        encoder.continueThread(threadId, lastSequence);
        return QList<EncodedMessage>();
    });
}

void Recorder::record(const Turn &turn)
{
    std::vector<Order> orders;
    orders.push_back({[turn](TurnEncoder &encoder) { return encoder.turnMessages(turn); }, m_log});
    if (m_evaluations)
        orders.push_back(
            {[turn](TurnEncoder &encoder) { return encoder.evaluationMessages(turn); }, m_evaluations});
    enqueue(std::move(orders));
}

void Recorder::label(const QString &turnId, const QString &threadId, Label label, const QString &note)
{
    enqueue([=](TurnEncoder &encoder) -> Messages {
        Result<EncodedMessage> message = encoder.labelMessage(turnId, threadId, label, note);
        if (!message)
            return fail(std::move(message.error()));
        return QList{std::move(*message)};
    });
}

void Recorder::enqueue(Job job)
{
    enqueue(std::vector<Order>{{std::move(job), m_log}});
}

void Recorder::enqueue(std::vector<Order> orders)
{
    const std::scoped_lock lock(m_mutex);
    const bool isFirst = m_orders.empty();
    std::ranges::move(orders, std::back_inserter(m_orders));
    if (isFirst)
        QMetaObject::invokeMethod(this, &Recorder::writeAll, Qt::QueuedConnection);
}

void Recorder::writeAll()
{
    std::vector<Order> orders;
    {
        const std::scoped_lock lock(m_mutex);
        orders.swap(m_orders);
    }
    write(*m_log, orders);
    if (m_evaluations)
        write(*m_evaluations, orders);
}

void Recorder::write(EmbeddedLog &log, const std::vector<Order> &orders)
{
    QList<std::pair<QByteArray, QByteArray>> records;
    for (const Order &order : orders) {
        if (order.log.get() != &log)
            continue;
        const Messages messages = order.job(m_encoder);
        if (!messages) {
            Q_EMIT failed(Tr::tr("Answered but not recorded: %1").arg(messages.error().message));
            continue;
        }
        for (const EncodedMessage &message : *messages)
            records.append({message.key, message.frame});
    }
    if (records.isEmpty())
        return;
    if (const Result<qint64> appended = log.appendAll(records); !appended)
        Q_EMIT failed(Tr::tr("Answered but not recorded: %1").arg(appended.error().message));
}

} // namespace assay
