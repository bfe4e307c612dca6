// SPDX-License-Identifier: Apache-2.0
#include "models/model_list.h"

#include "base/json.h"
#include "base/text.h"
#include "base/tr.h"
#include "models/http_errors.h"

#include <QtCore/QJsonArray>

namespace assay {

using namespace Qt::StringLiterals;

Result<QStringList> parseModelList(const QByteArray &json, const QString &peer)
{
    const Result<QJsonObject> object = parseJsonObject(json);
    if (!object || !object->value("data"_L1).isArray())
        return fail(notAnApi(peer, Tr::tr("something that is no list of models")));
    QStringList ids;
    for (const QJsonValue &entry : object->value("data"_L1).toArray()) {
        const QString id = cleanText(entry.toObject().value("id"_L1).toString());
        if (!id.isEmpty() && id.size() <= 200 && ids.size() < 1000)
            ids.append(id);
    }
    ids.removeDuplicates();
    ids.sort();
    return ids;
}

QCoro::Task<Result<QStringList>> requestModelList(std::shared_ptr<HttpClient> http,
                                                  Result<RemoteEndpoint> endpoint, Dialect dialect,
                                                  std::chrono::milliseconds timeout, CancelToken token)
{
    if (!endpoint)
        co_return fail(std::move(endpoint.error()));
    HttpRequest request;
    request.url = endpoint->baseUrl;
    request.url.setPath(endpoint->baseUrl.path() + u"/models"_s);
    request.timeout = timeout;
    request.maxBytes = 4 << 20;
    if (dialect == Dialect::Anthropic)
        request.headers = {{"anthropic-version", "2023-06-01"}, {"x-api-key", endpoint->key.toUtf8()}};
    else if (!endpoint->key.isEmpty())
        request.headers = {{"Authorization", "Bearer " + endpoint->key.toUtf8()}};
    const QString peer = peerOf(request.url);
    ByteSink collect;
    const Result<HttpResponse> response = co_await http->send(request, collect, token);
    if (!response)
        co_return fail(response.error());
    co_return parseModelList(response->body, peer);
}

} // namespace assay
