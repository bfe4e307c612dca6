// SPDX-License-Identifier: Apache-2.0
#include "models/registry.h"

#include "models/anthropic_model.h"
#include "models/model_list.h"
#include "models/openai_model.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

QString tokenOf(const Provider &provider)
{
    return QString::fromLatin1(provider.token);
}

std::shared_ptr<const ChatDialect> dialectOf(const Provider &provider)
{
    if (provider.dialect == Dialect::Anthropic)
        return std::make_shared<AnthropicDialect>();
    return std::make_shared<OpenAiDialect>();
}

Error missingKey(const Provider &provider)
{
    return Error{.code = Errc::Unauthorized,
                 .message =
                     Tr::tr("%1 needs an API key. Set the environment variable %2 or enter the key under "
                            "Settings, Model connections; or choose an embedded model (offline-fast, "
                            "offline-premium, for the judge offline), which needs none.")
                         .arg(QString::fromLatin1(provider.title), QString::fromLatin1(provider.environment)),
                 .where = u"models"_s,
                 .retryAfter = {}};
}

} // namespace

ModelRegistry::ModelRegistry(ModelConnections connections)
    : m_connections(std::move(connections)), m_services{.http = std::make_shared<HttpClient>(HttpOptions{
                                                            .extraCaFile = m_connections.extraCaFile}),
                                                        .limiter = m_connections.limiter,
                                                        .prices = m_connections.prices,
                                                        .retry = m_connections.retry,
                                                        .stall = m_connections.stall}
{
}

Result<BaseUrl> ModelRegistry::baseUrlOf(const QString &token) const
{
    const Provider *provider = findProvider(token);
    if (provider == nullptr || provider->dialect == Dialect::Offline)
        return fail(Errc::NotFound, Tr::tr("There is no remote provider \"%1\".").arg(token));
    const ProviderConnection connection = m_connections.providers.value(token);
    if (connection.baseUrl.isEmpty())
        return checkBaseUrl(QString::fromLatin1(provider->defaultUrl), false);
    Result<BaseUrl> checked = checkBaseUrl(connection.baseUrl, connection.allowPlainHttp);
    if (checked)
        return checked;
    Error error = std::move(checked.error());
    error.message = Tr::tr("%1: %2").arg(QString::fromLatin1(provider->title), error.message);
    return fail(std::move(error).within(u"models"));
}

Result<RemoteEndpoint> ModelRegistry::endpointOf(const Provider &provider, const QString &spec,
                                                 const QString &model) const
{
    const QString token = tokenOf(provider);
    const Result<BaseUrl> base = baseUrlOf(token);
    if (!base)
        return fail(base.error());
    const QString key = m_connections.keyFor ? m_connections.keyFor(token).trimmed() : QString();
    // An own server behind the OpenAI name (a proxy, a gateway) may well need none.
    const bool isOwnServer = isPrivateHost(base->url.host());
    if (key.isEmpty() && *provider.environment != '\0' && !isOwnServer)
        return fail(missingKey(provider));
    return RemoteEndpoint{.id = spec,
                          .provider = token,
                          .model = model,
                          .baseUrl = base->url,
                          .key = key,
                          .isLocal = provider.isLocal};
}

Result<std::shared_ptr<ChatModel>> ModelRegistry::find(const QString &spec) const
{
    const Result<ModelName> name = parseModelSpec(spec);
    if (!name)
        return fail(name.error());
    if (name->provider->dialect == Dialect::Offline) {
        std::shared_ptr<ChatModel> model =
            m_connections.offline ? m_connections.offline(name->model) : nullptr;
        if (!model)
            return fail(Errc::NotFound,
                        Tr::tr("There is no embedded model \"%1\"; there are offline-fast and "
                               "offline-premium.")
                            .arg(name->model));
        return model;
    }
    Result<RemoteEndpoint> endpoint = endpointOf(*name->provider, spec.trimmed(), name->model);
    if (!endpoint)
        return fail(std::move(endpoint.error()));
    std::shared_ptr<ChatModel> model =
        std::make_shared<RemoteModel>(std::move(*endpoint), dialectOf(*name->provider), m_services);
    return model;
}

QCoro::Task<Result<QStringList>> ModelRegistry::listModels(QString token, CancelToken cancel) const
{
    const Provider *provider = findProvider(token);
    Result<RemoteEndpoint> endpoint =
        fail(Errc::NotFound, Tr::tr("There is no remote provider \"%1\".").arg(token));
    if (provider != nullptr && provider->dialect != Dialect::Offline)
        endpoint = endpointOf(*provider, token, QString());
    const Dialect dialect = provider != nullptr ? provider->dialect : Dialect::OpenAi;
    return requestModelList(m_services.http, std::move(endpoint), dialect, std::chrono::seconds(10),
                            std::move(cancel));
}

} // namespace assay
