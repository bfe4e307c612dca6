// SPDX-License-Identifier: Apache-2.0
#include "retrieval/chroma.h"

#include "base/text.h"
#include "base/tr.h"
#include "retrieval/http_json.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype batchSize = 100;
constexpr std::chrono::milliseconds writeTimeout{30'000};

QJsonArray toJson(const Embedding &vector)
{
    QJsonArray out;
    for (const float value : vector)
        out.append(static_cast<double>(value));
    return out;
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// First inner list of a member of a query reply: one query was sent, one list comes back.
QJsonArray firstList(const QJsonObject &reply, QLatin1StringView member)
{
    return reply.value(member).toArray().at(0).toArray();
}

QList<Evidence> evidenceFrom(const QJsonObject &reply)
{
    const QJsonArray ids = firstList(reply, "ids"_L1);
    const QJsonArray texts = firstList(reply, "documents"_L1);
    const QJsonArray distances = firstList(reply, "distances"_L1);
    const QJsonArray metadatas = firstList(reply, "metadatas"_L1);
    QList<Evidence> out;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        Evidence one;
        one.sourceId = cleanText(ids.at(i).toString());
        one.text = cleanText(texts.at(i).toString());
        one.title = cleanText(metadatas.at(i).toObject().value("title"_L1).toString());
        one.retriever = u"chroma"_s;
        one.score = 1.0 - distances.at(i).toDouble(1.0);
        if (!one.text.isEmpty())
            out.append(std::move(one));
    }
    return out;
}

QByteArray upsertBody(const QList<ChromaDocument> &documents, const QList<Embedding> &vectors)
{
    QJsonArray ids;
    QJsonArray texts;
    QJsonArray metadatas;
    QJsonArray embeddings;
    for (qsizetype i = 0; i < documents.size(); ++i) {
        const ChromaDocument &document = documents.at(i);
        ids.append(document.id);
        texts.append(document.text);
        metadatas.append(QJsonObject{{u"title"_s, document.title}});
        embeddings.append(toJson(vectors.at(i)));
    }
    return compact({{u"ids"_s, ids},
                    {u"documents"_s, texts},
                    {u"metadatas"_s, metadatas},
                    {u"embeddings"_s, embeddings}});
}

} // namespace

ChromaRetriever::ChromaRetriever(QNetworkAccessManager *network, ChromaSettings settings, Embedder embedder)
    : m_network(network), m_settings(std::move(settings)), m_embedder(std::move(embedder))
{
}

QString ChromaRetriever::name() const
{
    return u"chroma"_s;
}

bool ChromaRetriever::isWebSearch() const
{
    return false;
}

QCoro::Task<Result<QJsonValue>> ChromaRetriever::call(QByteArray method, QString path, QByteArray body,
                                                      std::chrono::milliseconds timeout, CancelToken token)
{
    const auto encoded = [](const QString &part) {
        return QString::fromLatin1(QUrl::toPercentEncoding(part));
    };
    HttpJsonRequest request{.method = method,
                            .url = m_settings.baseUrl,
                            .bearer = m_settings.token,
                            .body = body,
                            .timeout = timeout,
                            .service = u"Chroma"_s};
    QString base = m_settings.baseUrl.path(QUrl::FullyEncoded);
    while (base.endsWith(u'/'))
        base.chop(1);
    request.url.setPath(base + u"/api/v2/tenants/"_s + encoded(m_settings.tenant) + u"/databases/"_s +
                            encoded(m_settings.database) + u"/collections"_s + path,
                        QUrl::TolerantMode);
    auto sent = sendJson(m_network, request, token);
    Result<QJsonValue> reply = co_await sent;
    co_return reply;
}

QCoro::Task<Result<QString>> ChromaRetriever::collectionId(std::chrono::milliseconds timeout,
                                                           CancelToken token)
{
    if (!m_id.isEmpty())
        co_return QString(m_id); // a copy: QCoro 0.8 moves out of what it is given
    const QString path = u'/' + QString::fromLatin1(QUrl::toPercentEncoding(m_settings.collection));
    auto asked = call("GET", path, {}, timeout, token);
    const Result<QJsonValue> reply = co_await asked;
    if (!reply && reply.error().code == Errc::NotFound)
        co_return fail(Errc::NotFound, Tr::tr("Chroma has no collection \"%1\". Add documents to it first, "
                                              "or name another collection in the settings.")
                                           .arg(m_settings.collection));
    if (!reply)
        co_return fail(reply.error());
    m_id = reply->toObject().value("id"_L1).toString();
    if (m_id.isEmpty())
        co_return fail(
            Errc::Protocol,
            Tr::tr("Chroma described the collection \"%1\" without an id.").arg(m_settings.collection));
    co_return QString(m_id); // a copy: QCoro 0.8 moves out of what it is given
}

QCoro::Task<Result<QString>> ChromaRetriever::createCollection(CancelToken token)
{
    const QJsonObject space{{u"hnsw"_s, QJsonObject{{u"space"_s, u"cosine"_s}}}};
    const QByteArray body = compact(
        {{u"name"_s, m_settings.collection}, {u"get_or_create"_s, true}, {u"configuration"_s, space}});
    auto asked = call("POST", QString(), body, writeTimeout, token);
    const Result<QJsonValue> reply = co_await asked;
    if (!reply)
        co_return fail(reply.error());
    m_id = reply->toObject().value("id"_L1).toString();
    if (m_id.isEmpty())
        co_return fail(Errc::Protocol,
                       Tr::tr("Chroma made the collection \"%1\" without an id.").arg(m_settings.collection));
    co_return QString(m_id); // a copy: QCoro 0.8 moves out of what it is given
}

QCoro::Task<Result<QList<Evidence>>> ChromaRetriever::search(RetrievalQuery query, CancelToken token)
{
    const QStringList texts{query.text};
    auto embedding = m_embedder(texts, token);
    const Result<QList<Embedding>> vectors = co_await embedding;
    if (!vectors)
        co_return fail(Error(vectors.error()).within(u"retrieval.chroma"));
    if (vectors->isEmpty())
        co_return QList<Evidence>();
    const QByteArray body =
        compact({{u"query_embeddings"_s, QJsonArray{toJson(vectors->constFirst())}},
                 {u"n_results"_s, std::max(query.limit, 1)},
                 {u"include"_s, QJsonArray{u"documents"_s, u"metadatas"_s, u"distances"_s}}});
    for (int attempt = 0;; ++attempt) {
        auto finding = collectionId(query.timeout, token);
        const Result<QString> id = co_await finding;
        if (!id)
            co_return fail(Error(id.error()).within(u"retrieval.chroma"));
        const QString path = u'/' + *id + u"/query"_s;
        auto asked = call("POST", path, body, query.timeout, token);
        const Result<QJsonValue> reply = co_await asked;
        if (reply)
            co_return evidenceFrom(reply->toObject());
        m_id.clear();
        const bool wasMadeAnew = reply.error().code == Errc::NotFound && attempt == 0;
        if (!wasMadeAnew)
            co_return fail(Error(reply.error()).within(u"retrieval.chroma"));
    }
}

QCoro::Task<Result<int>> ChromaRetriever::upsert(QList<ChromaDocument> documents, CancelToken token)
{
    auto creating = createCollection(token);
    const Result<QString> id = co_await creating;
    if (!id)
        co_return fail(Error(id.error()).within(u"retrieval.chroma"));
    int sent = 0;
    const QString path = u'/' + *id + u"/upsert"_s;
    while (sent < documents.size()) {
        const QList<ChromaDocument> batch = documents.mid(sent, batchSize);
        QStringList texts;
        for (const ChromaDocument &document : batch)
            texts.append(document.title + u'\n' + document.text);
        auto embedding = m_embedder(texts, token);
        const Result<QList<Embedding>> vectors = co_await embedding;
        if (!vectors)
            co_return fail(Error(vectors.error()).within(u"retrieval.chroma"));
        if (vectors->size() != batch.size())
            co_return fail(Errc::Protocol, Tr::tr("The embedder answered %1 vectors for %2 texts.")
                                               .arg(vectors->size())
                                               .arg(batch.size()));
        const QByteArray body = upsertBody(batch, *vectors);
        auto asked = call("POST", path, body, writeTimeout, token);
        const Result<QJsonValue> reply = co_await asked;
        if (!reply)
            co_return fail(Error(reply.error()).within(u"retrieval.chroma"));
        sent += static_cast<int>(batch.size());
    }
    co_return sent;
}

} // namespace assay
