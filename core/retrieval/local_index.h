// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/term_weights.h"
#include "retrieval/document.h"
#include "turn/turn.h"

#include <memory>

namespace assay {

/// Full-text index of the knowledge: SQLite FTS5 with BM25 over passages, in one file.
///
/// Words are compared without case and diacritics and through Porter's stemmer; stop words of the
/// query are dropped; a title counts three times, a heading twice. Document frequencies are kept
/// in the stems of contentTerms(), so that grading, drafting and judging weigh the same terms.
///
/// Threading: one instance belongs to one thread. Any number of instances, in any number of
/// threads and processes, may be open on one file (WAL); each sees what the others committed.
class LocalIndex
{
public:
    /// Opens or creates the index at `path`; ":memory:" keeps it in memory.
    ///
    /// A damaged file is renamed to "<path>.corrupt-<UTC time>", a new index is started, and
    /// notice() says so.
    /// @errors DiskFull, ReadOnly, Io; InvalidArgument for a file of a newer version
    static Result<std::unique_ptr<LocalIndex>> open(const QString &path);

    ~LocalIndex();
    Q_DISABLE_COPY_MOVE(LocalIndex)

    /// One sentence about what open() had to do, for the operator; empty when all was well.
    QString notice() const;

    /// Adds a document, or replaces the one with the same id, passages included.
    /// @errors InvalidArgument without an id or without text; Corrupt, DiskFull, ReadOnly, Io
    Result<> put(const DocumentInfo &info, const DocumentText &text);

    /// Updates time, size and hash of a document whose text did not change.
    Result<> touch(const DocumentInfo &info);

    /// @return false when there was no such document
    Result<bool> remove(const QString &id);

    /// Every document by id order of titles; empty when there is none.
    Result<QList<DocumentInfo>> list() const;

    /// The document with this id, or with this origin path. @errors NotFound
    Result<DocumentInfo> find(const QString &idOrPath) const;

    /// Best passages first, without label or grade; `score` is BM25 with its sign turned, so higher
    /// is better. Empty for a query without a word, and when nothing matches.
    ///
    /// Any text is a valid query: it is cut into words and every word is quoted.
    /// @param limit  most passages; ≥ 1
    /// @cost  above 1,000 passages, rare words are used before common ones, and only as many as bring
    ///        in 3,000 passages to rank (two words always); a word that more than a fifth of all
    ///        passages hold is only used when fewer than two rarer ones are there
    Result<QList<Evidence>> search(const QString &query, int limit) const;

    /// The passage an Evidence::sourceId names ("kb/07-dunning#0"). @errors NotFound
    Result<Evidence> passage(const QString &sourceId) const;

    /// Number of passages that hold `term`, a stem of contentTerms(); 0 for an unknown one.
    /// Cached until the file changes.
    qint64 documentFrequency(const QString &term) const;

    /// Number of passages; cached likewise.
    qint64 passageCount() const;

    /// Inverse document frequency over this index. The function must not outlive the index and
    /// belongs to its thread.
    TermWeight termWeight() const;

    /// A value kept beside the documents, such as the bundle's hash; empty when not set.
    Result<QString> note(const QString &key) const;
    Result<> setNote(const QString &key, const QString &value);

    /// Runs `work` in one transaction; rolled back when it returns an error. Calls nest.
    Result<> inTransaction(const std::function<Result<>()> &work);

private:
    struct Impl;
    explicit LocalIndex(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m;
};

} // namespace assay
