// SPDX-License-Identifier: Apache-2.0
#include "judge/llm_judge.h"
#include "judge/offline_judge.h"
#include "service/agent_assembly.h"

#include <QtCore/QSet>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr double secondTemperature = 0.7;

/// An offline judge under a name that tells how it weighs words.
class WeighedJudge final : public Judge
{
public:
    WeighedJudge(QString suffix, TermWeight weight) : m_judge(std::move(weight)), m_suffix(std::move(suffix))
    {
    }

    QString name() const override { return m_judge.name() + m_suffix; }
    QCoro::Task<Result<JudgeVote>> judge(JudgeRequest request, CancelToken token) override
    {
        const QString own = name();
        Result<JudgeVote> vote = co_await m_judge.judge(request, token);
        if (vote)
            vote->judge = own;
        co_return vote;
    }

private:
    OfflineJudge m_judge;
    QString m_suffix;
};

QList<std::shared_ptr<Judge>> offlineBench(const Policy &policy, const TermWeight &weight)
{
    const auto squared = [weight](const QString &term) {
        const double w = weight ? weight(term) : 1.0;
        return w * w;
    };
    const QList<std::shared_ptr<Judge>> all{
        std::make_shared<OfflineJudge>(weight),
        std::make_shared<WeighedJudge>(u" · words alike"_s, TermWeight{}),
        std::make_shared<WeighedJudge>(u" · rare words"_s, TermWeight(squared))};
    return all.mid(0, policy.committee ? policy.committeeSize : 1);
}

} // namespace

Result<QList<std::shared_ptr<Judge>>> judgesFor(const Policy &policy, const RubricPrompt &rubric,
                                                const ModelRegistry &registry, TermWeight weight)
{
    if (policy.judgeModel.startsWith(u"offline"_s))
        return offlineBench(policy, weight);
    QStringList specs{policy.judgeModel};
    for (const QString &other : {policy.premiumModel, policy.fastModel})
        if (!other.startsWith(u"offline"_s) && !specs.contains(other))
            specs.append(other);
    const int size = policy.committee ? policy.committeeSize : 1;
    QList<std::shared_ptr<Judge>> judges;
    for (int i = 0; i < size; ++i) {
        Result<std::shared_ptr<ChatModel>> model = registry.find(specs.at(i % specs.size()));
        if (!model)
            return fail(std::move(model.error()));
        const LlmJudgeOptions options{.temperature = i < specs.size() ? 0.0 : secondTemperature,
                                      .timeout = std::chrono::milliseconds(policy.modelTimeoutMs)};
        judges.append(std::make_shared<LlmJudge>(*model, rubric, options));
    }
    return judges;
}

} // namespace assay
