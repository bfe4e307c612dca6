// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "retrieval/hashed_embedding.h"
#include "retrieval/retriever.h"

#include <QtCore/QJsonValue>
#include <QtCore/QUrl>

class QNetworkAccessManager;

namespace assay {

/// Where a Chroma collection lives.
struct ChromaSettings
{
    QUrl baseUrl{}; ///< "http://127.0.0.1:8000"
    QString collection = QStringLiteral("assay");
    QString tenant = QStringLiteral("default_tenant");
    QString database = QStringLiteral("default_database");
    QByteArray token{}; ///< bearer token; empty = none
};

/// One passage to store in Chroma.
struct ChromaDocument
{
    QString id{};
    QString title{};
    QString text{};
};

/// A Chroma collection over its HTTP API v2, as a retriever, "chroma".
///
/// Chroma's server makes no embeddings, so both sides use the embedder given here.
/// `network` must outlive this and belongs to its thread.
class ChromaRetriever final : public Retriever
{
public:
    ChromaRetriever(QNetworkAccessManager *network, ChromaSettings settings,
                    Embedder embedder = hashedEmbedder());

    QString name() const override;
    bool isWebSearch() const override;

    /// @errors also NotFound when the collection does not exist, with what to do
    QCoro::Task<Result<QList<Evidence>>> search(RetrievalQuery query, CancelToken token) override;

    /// Adds or replaces documents, making the collection (cosine) when it is missing. In batches of
    /// 100; when one fails, those before it stay.
    /// @return how many were sent
    QCoro::Task<Result<int>> upsert(QList<ChromaDocument> documents, CancelToken token);

private:
    QCoro::Task<Result<QString>> collectionId(std::chrono::milliseconds timeout, CancelToken token);
    QCoro::Task<Result<QString>> createCollection(CancelToken token);
    QCoro::Task<Result<QJsonValue>> call(QByteArray method, QString path, QByteArray body,
                                         std::chrono::milliseconds timeout, CancelToken token);

    QNetworkAccessManager *m_network;
    ChromaSettings m_settings;
    Embedder m_embedder;
    QString m_id; ///< UUID of the collection, once asked
};

} // namespace assay
