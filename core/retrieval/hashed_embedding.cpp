// SPDX-License-Identifier: Apache-2.0
#include "retrieval/hashed_embedding.h"

#include "base/text.h"
#include "base/tr.h"

#include <cmath>

namespace assay {

namespace {

/// FNV-1a over UTF-8 with a final mix, since qHash differs between runs and versions.
quint64 stableHash(const QByteArray &bytes)
{
    quint64 hash = 0xcbf29ce484222325ULL;
    for (const char c : bytes) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001b3ULL;
    }
    hash ^= hash >> 33;
    hash *= 0xff51afd7ed558ccdULL;
    return hash ^ (hash >> 33);
}

void addFeature(Embedding &vector, const QString &feature, float weight)
{
    const quint64 hash = stableHash(feature.toUtf8());
    const auto at = static_cast<qsizetype>(hash % hashedEmbeddingSize);
    vector[at] += (hash >> 63) != 0 ? weight : -weight;
}

QCoro::Task<Result<QList<Embedding>>> embedAll(QStringList texts, CancelToken token)
{
    QList<Embedding> out;
    out.reserve(texts.size());
    for (const QString &text : std::as_const(texts)) {
        if (token.isCancelled())
            co_return fail(Errc::Cancelled, Tr::tr("The embedding was stopped."));
        out.append(hashedEmbedding(text));
    }
    co_return out;
}

} // namespace

Embedding hashedEmbedding(const QString &text)
{
    Embedding vector(hashedEmbeddingSize, 0.0F);
    const QStringList terms = contentTerms(text);
    for (qsizetype i = 0; i < terms.size(); ++i) {
        addFeature(vector, terms.at(i), 1.0F);
        if (i > 0)
            addFeature(vector, terms.at(i - 1) + u' ' + terms.at(i), 0.5F);
    }
    double squares = 0.0;
    for (const float value : std::as_const(vector))
        squares += static_cast<double>(value) * static_cast<double>(value);
    if (squares > 0.0)
        for (float &value : vector)
            value = static_cast<float>(static_cast<double>(value) / std::sqrt(squares));
    return vector;
}

Embedder hashedEmbedder()
{
    return &embedAll;
}

} // namespace assay
