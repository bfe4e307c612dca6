// SPDX-License-Identifier: Apache-2.0
#include "service/recorder.h"

#include "base/tr.h"

namespace assay {

Recorder::Recorder(std::shared_ptr<EmbeddedLog> log, const QString &tenantId)
    : m_log(std::move(log)), m_encoder({.tenantId = tenantId})
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
    enqueue([turn](TurnEncoder &encoder) { return encoder.turnMessages(turn); });
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
    const std::scoped_lock lock(m_mutex);
    m_jobs.push_back(std::move(job));
    if (m_jobs.size() == 1)
        QMetaObject::invokeMethod(this, &Recorder::writeAll, Qt::QueuedConnection);
}

void Recorder::writeAll()
{
    std::vector<Job> jobs;
    {
        const std::scoped_lock lock(m_mutex);
        jobs.swap(m_jobs);
    }
    QList<std::pair<QByteArray, QByteArray>> records;
    for (const Job &job : jobs) {
        const Messages messages = job(m_encoder);
        if (!messages) {
            Q_EMIT failed(Tr::tr("Answered but not recorded: %1").arg(messages.error().message));
            continue;
        }
        for (const EncodedMessage &message : *messages)
            records.append({message.key, message.frame});
    }
    if (records.isEmpty())
        return;
    if (const Result<qint64> appended = m_log->appendAll(records); !appended)
        Q_EMIT failed(Tr::tr("Answered but not recorded: %1").arg(appended.error().message));
}

} // namespace assay
