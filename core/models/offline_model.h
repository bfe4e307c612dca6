// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/term_weights.h"
#include "models/chat_model.h"

namespace assay {

/// Finds passages for a question on the calling thread; in the product LocalIndex::search.
using PassageLookup = std::function<Result<QList<Evidence>>(const QString &question, int limit)>;

/// What the offline model answers when no passage speaks about the question.
QString nothingFoundAnswer();

/// The embedded extractive model: answers with sentences of passages, each followed by its
/// citation mark ("… within 60 days. [1]"), in the language of the passages. No network, no
/// randomness, cost exactly 0, usage estimated and labelled so.
///
/// Fast, "offline-fast": up to three sentences of the one passage that addresses the question best.
/// Premium, "offline-premium": for each part of the question the sentences of its best passage that
/// together cover it, sentences of other passages that add much, then further ones by maximal
/// marginal relevance; grouped by source, one paragraph each.
///
/// Passages are ChatRequest::evidence. Where that is empty they are looked up, labelled from "1"
/// and handed back in ChatReply::usedEvidence, in the order asked, `cited` set on those that were.
///
/// A line "Missing: …" in the last message that is not the assistant's (a judge's note that a
/// retry passes on) is one more part of the question for the premium tier.
/// @source J. Carbonell, J. Goldstein, "The Use of MMR, Diversity-Based Reranking for Reordering
///         Documents and Producing Summaries", SIGIR 1998
class OfflineModel final : public ChatModel
{
public:
    /// @param lookup  may be empty: then only given evidence is used
    /// @param weight  idf of the knowledge index; empty weighs every term 1
    OfflineModel(Tier tier, PassageLookup lookup, TermWeight weight = {});

    QString id() const override;
    bool isOffline() const override;

    /// @errors Cancelled, and those of the lookup
    QCoro::Task<Result<ChatReply>> complete(ChatRequest request, TokenSink sink, CancelToken token) override;

    /// Pause after each streamed word, for demonstrations; 0 (the default) streams without one.
    void setWordDelay(std::chrono::milliseconds delay);

private:
    Tier m_tier;
    PassageLookup m_lookup;
    TermWeight m_weight;
    std::chrono::milliseconds m_wordDelay{0};
};

/// The text of OfflineModel without streaming: pure, for given passages with labels.
/// @param missing  points a judge missed, one a line; premium answers them too
/// @return the answer, or nothingFoundAnswer()
QString extractiveAnswer(Tier tier, const QString &question, const QString &missing,
                         const QList<Evidence> &passages, const TermWeight &weight);

} // namespace assay
