// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "retrieval/document.h"

#include <QtCore/QByteArray>

namespace assay {

/// Bounds for documents from outside.
struct ReaderLimits
{
    qint64 maxFileBytes = 50LL << 20;
    qsizetype maxTextChars = 10 << 20;         ///< of text taken out of a file
    int maxPages = 2000;                       ///< of a PDF
    std::chrono::milliseconds maxTime{30'000}; ///< for the pages of one PDF
};

/// Suffixes readDocument() knows, lower case, without the dot: md, markdown, txt, text, log, rst,
/// html, htm, xhtml, pdf.
QStringList readableSuffixes();

/// Reads a file by its suffix. The title is the document's own (first heading, <title>, PDF
/// metadata), else the file's base name.
///
/// @errors NotFound, Io; InvalidArgument for an unknown suffix, a file or text above the limits, a
///         binary file with a text suffix, a PDF with a password; Corrupt for a file that is not
///         what its suffix says. A document without any text is InvalidArgument.
Result<DocumentText> readDocument(const QString &path, ReaderLimits limits = {});

/// The same for bytes already in memory; `name` gives suffix and fallback title.
Result<DocumentText> readDocumentBytes(const QByteArray &bytes, const QString &name,
                                       ReaderLimits limits = {});

/// @name One reader each; title stays empty when the document has none.
/// @{
Result<DocumentText> readMarkdown(const QByteArray &bytes, const ReaderLimits &limits);
Result<DocumentText> readPlainText(const QByteArray &bytes, const ReaderLimits &limits);
Result<DocumentText> readHtml(const QByteArray &bytes, const ReaderLimits &limits);
Result<DocumentText> readPdf(const QByteArray &bytes, const ReaderLimits &limits);
/// @}

} // namespace assay
