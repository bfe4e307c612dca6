// SPDX-License-Identifier: Apache-2.0
#include "retrieval/local_retriever.h"

#include "base/tr.h"

namespace assay {

using namespace Qt::StringLiterals;

LocalRetriever::LocalRetriever(std::shared_ptr<const LocalIndex> index) : m_index(std::move(index)) {}

QString LocalRetriever::name() const
{
    return u"knowledge"_s;
}

bool LocalRetriever::isWebSearch() const
{
    return false;
}

QCoro::Task<Result<QList<Evidence>>> LocalRetriever::search(RetrievalQuery query, CancelToken token)
{
    if (token.isCancelled())
        co_return fail(Errc::Cancelled, Tr::tr("The search was stopped."));
    Result<QList<Evidence>> found = m_index->search(query.text, query.limit);
    if (!found)
        co_return fail(std::move(found.error()).within(u"retrieval.knowledge"));
    co_return found;
}

} // namespace assay
