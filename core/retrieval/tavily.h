// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "retrieval/retriever.h"

#include <QtCore/QUrl>

class QNetworkAccessManager;

namespace assay {

/// Web search through Tavily, "tavily": used only when too few relevant passages were found.
///
/// `network` must outlive this and belongs to its thread. @source docs.tavily.com, POST /search
class TavilyRetriever final : public Retriever
{
public:
    TavilyRetriever(QNetworkAccessManager *network, QByteArray key,
                    QUrl baseUrl = QUrl(QStringLiteral("https://api.tavily.com")));

    QString name() const override;
    bool isWebSearch() const override;

    /// @errors Unauthorized at once, without a call, when there is no key
    QCoro::Task<Result<QList<Evidence>>> search(RetrievalQuery query, CancelToken token) override;

private:
    QNetworkAccessManager *m_network;
    QByteArray m_key;
    QUrl m_baseUrl;
};

} // namespace assay
