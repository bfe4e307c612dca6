// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "retrieval/local_index.h"
#include "retrieval/retriever.h"

namespace assay {

/// The local full-text index as a retriever, "knowledge".
///
/// A search takes a few milliseconds and runs on the calling thread, which must be the index's.
class LocalRetriever final : public Retriever
{
public:
    explicit LocalRetriever(std::shared_ptr<const LocalIndex> index);

    QString name() const override;
    bool isWebSearch() const override;
    QCoro::Task<Result<QList<Evidence>>> search(RetrievalQuery query, CancelToken token) override;

private:
    std::shared_ptr<const LocalIndex> m_index;
};

} // namespace assay
