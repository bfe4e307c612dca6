// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/providers.h"
#include "models/remote_model.h"

#include <QtCore/QHash>

namespace assay {

/// What the operator set for one provider.
struct ProviderConnection
{
    QString baseUrl{};           ///< empty = the provider table's
    bool allowPlainHttp = false; ///< http beyond this machine and private networks
};

/// Everything needed to reach models.
struct ModelConnections
{
    QHash<QString, ProviderConnection> providers{};           ///< by provider token; absent = defaults
    std::function<QString(const QString &provider)> keyFor{}; ///< empty answer = no key
    std::function<std::shared_ptr<ChatModel>(const QString &model)> offline{}; ///< null = none built in
    QString extraCaFile{};                                                     ///< see HttpOptions
    std::shared_ptr<RateLimiter> limiter{};
    std::shared_ptr<const PriceTable> prices{};
    RetryPolicy retry{};
    std::chrono::milliseconds stall{30'000}; ///< longest silence inside an answer
};

/// Turns the names of models into models. Models of one registry share connections and rate limit.
///
/// Threading: lives on one thread with an event loop, as its models do.
class ModelRegistry
{
public:
    explicit ModelRegistry(ModelConnections connections);

    /// The model a spec names (parseModelSpec). Nothing is sent; keys are read now, so a key that was
    /// set meanwhile counts from the next call on.
    /// @errors Unauthorized (no key for a provider that needs one), InvalidArgument (spec or base URL),
    ///         NotFound (no embedded model of that name)
    Result<std::shared_ptr<ChatModel>> find(const QString &spec) const;

    /// Where a provider is reached now, with a warning if it deserves one.
    /// @errors InvalidArgument, NotFound (unknown provider)
    Result<BaseUrl> baseUrlOf(const QString &provider) const;

    /// Asks a provider for the models it offers, sorted; for the settings form. May outlive this object.
    /// @errors as HttpClient::send; Protocol when the reply is no such list
    QCoro::Task<Result<QStringList>> listModels(QString provider, CancelToken token) const;

private:
    Result<RemoteEndpoint> endpointOf(const Provider &provider, const QString &spec,
                                      const QString &model) const;

    ModelConnections m_connections;
    RemoteServices m_services;
};

} // namespace assay
