// SPDX-License-Identifier: Apache-2.0
#include "retrieval/tavily.h"

#include "base/text.h"
#include "base/tr.h"
#include "retrieval/http_json.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostResults = 20; // the service's own limit
constexpr qsizetype longestQuery = 400;

Result<QList<Evidence>> evidenceFrom(const QJsonValue &reply)
{
    const QJsonValue results = reply.toObject().value("results"_L1);
    if (!results.isArray())
        return fail(Errc::Protocol, Tr::tr("Tavily's answer has no list of results."));
    QList<Evidence> out;
    for (const QJsonValue &value : results.toArray()) {
        const QJsonObject result = value.toObject();
        Evidence one;
        one.sourceId = cleanText(result.value("url"_L1).toString());
        one.title = cleanText(result.value("title"_L1).toString());
        one.text = cleanText(result.value("content"_L1).toString());
        one.retriever = u"tavily"_s;
        one.kind = EvidenceKind::Web;
        one.score = result.value("score"_L1).toDouble();
        if (!one.text.isEmpty())
            out.append(std::move(one));
    }
    return out;
}

} // namespace

TavilyRetriever::TavilyRetriever(QNetworkAccessManager *network, QByteArray key, QUrl baseUrl)
    : m_network(network), m_key(std::move(key)), m_baseUrl(std::move(baseUrl))
{
}

QString TavilyRetriever::name() const
{
    return u"tavily"_s;
}

bool TavilyRetriever::isWebSearch() const
{
    return true;
}

QCoro::Task<Result<QList<Evidence>>> TavilyRetriever::search(RetrievalQuery query, CancelToken token)
{
    if (m_key.isEmpty())
        co_return fail(
            Errc::Unauthorized,
            Tr::tr("Web search needs a Tavily key. Set TAVILY_API_KEY or store one in the settings."));
    const QJsonObject body{{u"query"_s, cleanText(query.text).left(longestQuery)},
                           {u"max_results"_s, std::clamp(query.limit, 1, mostResults)},
                           {u"search_depth"_s, u"basic"_s},
                           {u"include_answer"_s, false}};
    HttpJsonRequest request{.url = m_baseUrl,
                            .bearer = m_key,
                            .body = QJsonDocument(body).toJson(QJsonDocument::Compact),
                            .timeout = query.timeout,
                            .service = u"Tavily"_s};
    QString path = m_baseUrl.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    request.url.setPath(path + u"/search"_s);
    auto sent = sendJson(m_network, request, token);
    const Result<QJsonValue> reply = co_await sent;
    if (!reply)
        co_return fail(Error(reply.error()).within(u"retrieval.tavily"));
    Result<QList<Evidence>> found = evidenceFrom(*reply);
    co_return found;
}

} // namespace assay
