// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/prompt_host.h"

namespace assay {

/// PromptHost's thread for what asks no model. Run it inside WorkerThread<PromptReader>.
class PromptReader final : public QObject
{
    Q_OBJECT
public:
    PromptReader(Paths paths, QString who) : m_paths(std::move(paths)), m_who(std::move(who)) {}

    Result<PromptOverview> overview() const;
    Result<ChosenPrompt> text(PromptKind kind, int version) const { return registry().read(kind, version); }
    Result<PromptVersion> keep(PromptKind kind, const QString &text, const QString &note) const;
    Result<PromptEvent> promote(PromptKind kind, int version) const;
    Result<PromptEvent> rollBack(PromptKind kind) const { return registry().rollBack(kind, m_who); }

    Result<QList<PromptTurn>> turns(int limit) const;
    Result<RenderedPrompt> render(PromptKind kind, const QString &text, const QString &turnId);
    Result<QList<PromptExample>> goodTurns(const QString &like, int limit);
    Result<JudgeStanding> standing(const QString &judge, double threshold) const;

private:
    PromptRegistry registry() const { return PromptRegistry(m_paths.prompts()); }
    const TermWeight &weight();

    Paths m_paths;
    QString m_who;
    std::optional<TermWeight> m_weight;
};

} // namespace assay
