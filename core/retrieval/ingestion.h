// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/cancel_token.h"
#include "retrieval/document_reader.h"
#include "retrieval/local_index.h"

namespace assay {

/// A file that was not taken in, and why, in one sentence.
struct SkippedFile
{
    QString path{};
    QString reason{};

    bool operator==(const SkippedFile &) const = default;
};

/// What `assay docs add` did.
struct IngestSummary
{
    int added = 0;
    int updated = 0;
    int unchanged = 0;
    int removed = 0; ///< documents below a given folder whose file is gone
    QList<SkippedFile> skipped{};
    bool cancelled = false; ///< what was done until then is kept

    bool operator==(const IngestSummary &) const = default;
};

/// Called before each file: files done, files in all, the file about to be read.
using IngestProgress = std::function<void(int done, int total, const QString &file)>;

/// Files below `paths` that a reader knows, as canonical paths in order, each once. Hidden files and
/// folders and symbolic links inside folders are left out, so a link cannot lead in circles.
/// @param missing  receives paths that do not exist and single files of an unknown type
QStringList ingestibleFiles(const QStringList &paths, QList<SkippedFile> &missing);

/// Takes files and folders into the index. A file whose size and time are those of the last run is
/// not opened; one whose bytes hash alike only has its time updated. One transaction a file.
///
/// @param token  looked at between files
/// @errors those of the index (disk full, read-only …); a file that cannot be read is skipped
Result<IngestSummary> ingestDocuments(LocalIndex &index, const QStringList &paths,
                                      const IngestProgress &progress = {}, const CancelToken &token = {},
                                      ReaderLimits limits = {});

/// Removes a document by id or path; a folder's path removes every document below it.
/// @return how many were removed. @errors NotFound when there was none
Result<int> removeDocuments(LocalIndex &index, const QString &idOrPath);

} // namespace assay
