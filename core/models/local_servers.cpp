// SPDX-License-Identifier: Apache-2.0
#include "models/local_servers.h"

#include "models/model_list.h"

#include <QtNetwork/QHostAddress>

namespace assay {

namespace {

constexpr std::chrono::milliseconds probeTime{300};

} // namespace

QList<LocalProbe> usualLocalProbes()
{
    QList<LocalProbe> probes;
    for (const Provider &provider : providers())
        if (provider.isLocal && provider.dialect == Dialect::OpenAi)
            probes.append({.provider = QString::fromLatin1(provider.token),
                           .baseUrl = QUrl(QString::fromLatin1(provider.defaultUrl))});
    return probes;
}

QCoro::Task<QList<LocalServer>> findLocalServers(CancelToken token)
{
    return findLocalServersAt(usualLocalProbes(), std::move(token));
}

QCoro::Task<QList<LocalServer>> findLocalServersAt(QList<LocalProbe> probes, CancelToken token)
{
    probes.removeIf([](const LocalProbe &probe) { return !QHostAddress(probe.baseUrl.host()).isLoopback(); });
    const auto http = std::make_shared<HttpClient>();
    std::vector<QCoro::Task<Result<QStringList>>> tasks;
    for (const LocalProbe &probe : probes) {
        RemoteEndpoint endpoint;
        endpoint.provider = probe.provider;
        endpoint.baseUrl = probe.baseUrl;
        tasks.push_back(requestModelList(http, endpoint, Dialect::OpenAi, probeTime, token));
    }
    QList<LocalServer> found;
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        const Result<QStringList> models = co_await tasks[i];
        if (!models)
            continue;
        const LocalProbe &probe = probes.at(static_cast<qsizetype>(i));
        found.append({.provider = probe.provider, .baseUrl = probe.baseUrl, .models = *models});
    }
    co_return found;
}

} // namespace assay
