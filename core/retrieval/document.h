// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

namespace assay {

/// One part of a document under one heading.
struct DocumentSection
{
    QString heading{}; ///< path of headings: "Setup › Linux"; empty before the first
    QString text{};    ///< paragraphs separated by an empty line; list items as "- item" lines

    bool operator==(const DocumentSection &) const = default;
};

/// What a reader made of a file.
struct DocumentText
{
    QString title{};
    QList<DocumentSection> sections{};

    bool operator==(const DocumentText &) const = default;
};

/// What the index knows of a document besides its passages.
struct DocumentInfo
{
    QString id{}; ///< "kb/07-dunning", "doc_5b0c9e1f22aa"
    QString title{};
    QString origin{};      ///< canonical path of the file; empty for the bundled articles
    qint64 modifiedMs = 0; ///< file time, milliseconds since 1970, UTC
    qint64 size = 0;       ///< bytes
    QString sha256{};      ///< of the file's bytes, hexadecimal
    int passages = 0;      ///< filled by list()

    bool operator==(const DocumentInfo &) const = default;
};

/// A stretch of a document that is found, cited and opened as one.
struct Passage
{
    QString heading{}; ///< heading path it starts under
    QString text{};    ///< headings inside it stand as "## …" lines

    bool operator==(const Passage &) const = default;
};

/// Cuts a document into passages.
///
/// A document of at most 1,600 characters is one passage. A longer one is cut at headings, and a
/// longer section between paragraphs, so that a passage has at most 1,200 characters unless one
/// paragraph alone is longer; such a paragraph is cut between sentences, or hard at 4,000.
QList<Passage> passagesOf(const DocumentText &document);

} // namespace assay
