// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/agent.h"
#include "bench/rows.h"
#include "retrieval/local_index.h"
#include "stream/embedded_log.h"
#include "stream/turn_messages.h"

#include <QtCore/QFile>

#include <memory>

namespace assay::app {

/// A model that answers with a fixed, cited text without taking time.
class InstantModel final : public ChatModel
{
public:
    QString id() const override;
    bool isOffline() const override;
    QCoro::Task<Result<ChatReply>> complete(ChatRequest request, TokenSink sink, CancelToken token) override;
};

/// A judge that passes everything without taking time.
class InstantJudge final : public Judge
{
public:
    QString name() const override;
    QCoro::Task<Result<JudgeVote>> judge(JudgeRequest request, CancelToken token) override;
};

/// A policy under which one attempt on `model` passes, search first when `search` is set.
Policy instantPolicy(bool search);

/// Parts with the instant model and judge, and neither retriever nor log.
Result<AgentParts> instantParts(bool search);

/// A log in a folder and the encoder that fills it: what the service does with a finished turn.
class TurnLog
{
public:
    static Result<std::unique_ptr<TurnLog>> open(const QString &folder);

    Result<> publish(const Turn &turn);
    Result<QList<EncodedMessage>> encode(const Turn &turn) { return m_encoder.turnMessages(turn); }

private:
    TurnEncoder m_encoder;
    std::unique_ptr<EmbeddedLog> m_log;
};

/// A file that grows by 4 KiB, on disk each time: what the disk itself takes.
class BareFile
{
public:
    explicit BareFile(const QString &path);

    /// @return false once anything went wrong
    bool append();

private:
    QFile m_file;
    QByteArray m_block = QByteArray(4096, 'x');
    bool m_ok = false;
};

/// Asks one question and waits for its turn.
Turn askAgent(Agent &agent, const QString &question);

/// The titles of the index's bundled articles, as questions.
Result<QStringList> bundledQuestions(const LocalIndex &index);

} // namespace assay::app
