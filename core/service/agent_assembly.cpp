// SPDX-License-Identifier: Apache-2.0
#include "service/agent_assembly.h"

#include "agent/policy_from_settings.h"
#include "base/tr.h"
#include "learning/classifier_registry.h"
#include "models/offline_model.h"
#include "retrieval/chroma.h"
#include "retrieval/local_retriever.h"
#include "retrieval/tavily.h"
#include "service/paths.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

struct ProviderSetting
{
    const char *provider;
    SettingKey<QString> url;
};

constexpr std::array providerSettings{
    ProviderSetting{"openai", "models.openai_base_url"_setting},
    ProviderSetting{"anthropic", "models.anthropic_base_url"_setting},
    ProviderSetting{"groq", "models.groq_base_url"_setting},
    ProviderSetting{"ollama", "models.ollama_base_url"_setting},
    ProviderSetting{"llamacpp", "models.llamacpp_base_url"_setting},
    ProviderSetting{"vllm", "models.vllm_base_url"_setting},
    ProviderSetting{"lmstudio", "models.lmstudio_base_url"_setting},
};

Result<std::shared_ptr<const PriceTable>> readPrices(const Settings &now)
{
    Result<PriceTable> bundled = PriceTable::bundled();
    if (!bundled)
        return fail(std::move(bundled.error()));
    auto prices = std::make_shared<PriceTable>(std::move(*bundled));
    const QString file = now.get("models.prices_file"_setting);
    if (!file.isEmpty()) {
        Result<> added = prices->addOverrides(file);
        if (!added)
            return fail(std::move(added.error()));
    }
    return std::shared_ptr<const PriceTable>(prices);
}

std::shared_ptr<ChatModel> offlineModel(const QString &name, const std::shared_ptr<const LocalIndex> &index)
{
    const PassageLookup lookup = [index](const QString &question, int limit) {
        return index->search(question, limit);
    };
    if (name == u"offline-fast")
        return std::make_shared<OfflineModel>(Tier::Fast, lookup, index->termWeight());
    if (name == u"offline-premium")
        return std::make_shared<OfflineModel>(Tier::Premium, lookup, index->termWeight());
    return nullptr;
}

QList<std::shared_ptr<Retriever>> makeRetrievers(const AgentIngredients &in, const Settings &now)
{
    QList<std::shared_ptr<Retriever>> all{std::make_shared<LocalRetriever>(in.index)};
    const QString chroma = now.get("retrieval.chroma_url"_setting);
    if (!chroma.isEmpty())
        all.append(std::make_shared<ChromaRetriever>(
            in.network, ChromaSettings{.baseUrl = QUrl(chroma),
                                       .collection = now.get("retrieval.chroma_collection"_setting)}));
    const QString tavily = in.keys->of(u"tavily"_s);
    if (!tavily.isEmpty())
        all.append(std::make_shared<TavilyRetriever>(in.network, tavily.toUtf8(),
                                                     QUrl(now.get("retrieval.tavily_base_url"_setting))));
    return all;
}

Result<std::shared_ptr<ModelRegistry>> makeRegistry(const AgentIngredients &in, const Settings &now)
{
    Result<std::shared_ptr<const PriceTable>> prices = readPrices(now);
    if (!prices)
        return fail(std::move(prices.error()));
    ModelConnections connections{
        .keyFor = [keys = in.keys](const QString &provider) { return keys->of(provider); },
        .offline = [index = in.index](const QString &name) { return offlineModel(name, index); },
        .extraCaFile = now.get("models.ca_file"_setting),
        .limiter = in.limiter,
        .prices = *prices};
    for (const ProviderSetting &one : providerSettings) {
        // A plain-http address counts as meant only where the operator wrote it.
        const bool written = now.at(one.url.index).origin.kind != OriginKind::Default;
        connections.providers.insert(QString::fromLatin1(one.provider),
                                     {.baseUrl = now.get(one.url), .allowPlainHttp = written});
    }
    return std::make_shared<ModelRegistry>(std::move(connections));
}

Result<std::shared_ptr<PromptsInForce>> promptsInForce(const QString &folder)
{
    Result<PromptSet> shipped = PromptSet::load(u":/"_s);
    if (!shipped)
        return fail(std::move(shipped.error()));
    return std::make_shared<PromptsInForce>(
        PromptRegistry(folder.isEmpty() ? Paths::standard().prompts() : folder), std::move(*shipped));
}

} // namespace

Result<AssembledAgent> assembleAgent(const AgentIngredients &in, const Settings &now)
{
    Result<std::shared_ptr<ModelRegistry>> registry = makeRegistry(in, now);
    if (!registry)
        return fail(std::move(registry.error()));
    Result<std::shared_ptr<PromptsInForce>> prompts = promptsInForce(in.prompts);
    if (!prompts)
        return fail(std::move(prompts.error()));

    AgentParts parts;
    parts.policy = [settings = in.settings, limiter = in.limiter] {
        const Policy policy = policyFromSettings(settings->read());
        limiter->configure(policy.rateLimitPerSecond, policy.rateLimitBurst);
        return policy;
    };
    parts.classifier = [deployed = std::make_shared<DeployedClassifier>(
                            in.models.isEmpty() ? Paths::standard().models() : in.models)] {
        return deployed->newest();
    };
    parts.exploration = [settings = in.settings] {
        return settings->read().get("agent.exploration_share"_setting);
    };
    parts.model = [models = *registry](const QString &spec) { return models->find(spec); };
    parts.weight = in.index->termWeight();
    parts.judges = [models = *registry, weight = parts.weight](const Policy &policy,
                                                               const RubricPrompt &rubric) {
        return judgesFor(policy, rubric, *models, weight);
    };
    parts.retrievers = makeRetrievers(in, now);
    parts.promptsInForce = [inForce = *prompts] { return inForce->newest(); };
    return AssembledAgent{.parts = std::move(parts), .registry = *registry, .prompts = *prompts};
}

QString connectionFingerprint(const Settings &now, const SharedKeys &keys)
{
    QStringList all{now.get("models.ca_file"_setting),
                    now.get("models.prices_file"_setting),
                    now.get("retrieval.chroma_url"_setting),
                    now.get("retrieval.chroma_collection"_setting),
                    now.get("retrieval.tavily_base_url"_setting),
                    keys.of(u"tavily"_s)};
    for (const ProviderSetting &one : providerSettings)
        all.append(now.get(one.url));
    return all.join(u'\n');
}

} // namespace assay
