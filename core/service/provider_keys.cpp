// SPDX-License-Identifier: Apache-2.0
#include "service/provider_keys.h"

#include <QtCore/QPointer>

#include <array>

namespace assay {

namespace {

struct ProviderSecret
{
    const char *provider;
    SecretKey key;
};

constexpr std::array providerSecrets{
    ProviderSecret{"openai", "models.openai_api_key"_setting},
    ProviderSecret{"anthropic", "models.anthropic_api_key"_setting},
    ProviderSecret{"groq", "models.groq_api_key"_setting},
    ProviderSecret{"tavily", "retrieval.tavily_api_key"_setting},
};

} // namespace

QCoro::Task<> fetchProviderKeys(Secrets *secrets, std::shared_ptr<SharedKeys> keys)
{
    const QPointer<Secrets> alive(secrets);
    for (const ProviderSecret &one : providerSecrets) {
        if (!alive)
            co_return;
        const Result<QString> key = co_await alive->value(one.key);
        keys->set(QString::fromLatin1(one.provider), key.value_or(QString()));
    }
}

} // namespace assay
