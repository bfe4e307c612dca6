// SPDX-License-Identifier: Apache-2.0
#include "models/providers.h"

#include "base/tr.h"

#include <QtNetwork/QHostAddress>

#include <array>

namespace assay {

using namespace Qt::StringLiterals;

std::span<const Provider> providers()
{
    static constexpr std::array all{
        Provider{"openai", "OpenAI", "https://api.openai.com/v1", "OPENAI_API_KEY", Dialect::OpenAi, false},
        Provider{"anthropic", "Anthropic", "https://api.anthropic.com/v1", "ANTHROPIC_API_KEY",
                 Dialect::Anthropic, false},
        Provider{"groq", "Groq", "https://api.groq.com/openai/v1", "GROQ_API_KEY", Dialect::OpenAi, false},
        Provider{"ollama", "Ollama", "http://127.0.0.1:11434/v1", "", Dialect::OpenAi, true},
        Provider{"llamacpp", "llama.cpp", "http://127.0.0.1:8080/v1", "", Dialect::OpenAi, true},
        Provider{"vllm", "vLLM", "http://127.0.0.1:8000/v1", "", Dialect::OpenAi, true},
        Provider{"lmstudio", "LM Studio", "http://127.0.0.1:1234/v1", "", Dialect::OpenAi, true},
        Provider{"offline", "Offline", "", "", Dialect::Offline, true},
    };
    return all;
}

const Provider *findProvider(QStringView token)
{
    for (const Provider &provider : providers())
        if (token == QLatin1StringView(provider.token))
            return &provider;
    return nullptr;
}

Result<ModelName> parseModelSpec(const QString &spec)
{
    const QString name = spec.trimmed();
    const qsizetype slash = name.indexOf(u'/');
    if (slash > 0) {
        if (const Provider *provider = findProvider(QStringView(name).first(slash))) {
            const QString model = name.sliced(slash + 1);
            if (model.isEmpty())
                return fail(Errc::InvalidArgument, Tr::tr("\"%1\" names a provider but no model.").arg(name));
            return ModelName{.provider = provider, .model = model};
        }
    }
    if (name.isEmpty())
        return fail(Errc::InvalidArgument, Tr::tr("No model is named. Write provider/model, for instance "
                                                  "ollama/llama3.2, or offline-fast."));
    const QStringView token = name.startsWith("claude"_L1)    ? u"anthropic"
                              : name.startsWith("offline"_L1) ? u"offline"
                                                              : u"openai";
    return ModelName{.provider = findProvider(token), .model = name};
}

bool isPrivateHost(const QString &host)
{
    const QHostAddress address(host);
    if (address.isNull())
        return host == "localhost"_L1 || host.endsWith(".localhost"_L1) || !host.contains(u'.');
    static const std::array networks{
        QHostAddress::parseSubnet(u"10.0.0.0/8"_s), QHostAddress::parseSubnet(u"172.16.0.0/12"_s),
        QHostAddress::parseSubnet(u"192.168.0.0/16"_s), QHostAddress::parseSubnet(u"fc00::/7"_s),
        QHostAddress::parseSubnet(u"fe80::/10"_s)};
    return address.isLoopback() ||
           std::ranges::any_of(networks, [&](const auto &network) { return address.isInSubnet(network); });
}

Result<BaseUrl> checkBaseUrl(const QString &text, bool allowPlainHttp)
{
    QString trimmed = text.trimmed();
    while (trimmed.endsWith(u'/'))
        trimmed.chop(1);
    const QUrl url(trimmed, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "http"_L1 && url.scheme() != "https"_L1))
        return fail(
            Errc::InvalidArgument,
            Tr::tr("The base URL must look like https://api.example.org/v1 or http://127.0.0.1:8080/v1."));
    if (!url.userInfo().isEmpty())
        return fail(Errc::InvalidArgument,
                    Tr::tr("The base URL must not hold a name or password; put the key into "
                           "its own field, where it is kept safe."));
    if (url.hasQuery() || url.hasFragment())
        return fail(Errc::InvalidArgument,
                    Tr::tr("The base URL must end with its path: no \"?\" and no \"#\"."));
    if (url.scheme() == "https"_L1 || isPrivateHost(url.host()))
        return BaseUrl{.url = url, .warning = {}};
    if (!allowPlainHttp)
        return fail(Errc::InvalidArgument,
                    Tr::tr("%1 is reached without encryption. Use https, or allow plain http "
                           "for this address explicitly.")
                        .arg(url.host()));
    return BaseUrl{.url = url,
                   .warning =
                       Tr::tr("Keys, questions and answers travel to %1 unencrypted: anyone on the way can "
                              "read them.")
                           .arg(url.host())};
}

} // namespace assay
