// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "retrieval/document.h"

#include <array>

namespace assay {

/// Gathers headings and paragraphs, in reading order, into sections. Used by the readers.
class SectionBuilder
{
public:
    explicit SectionBuilder(qsizetype maxChars);

    /// A heading of level 1 … 6. The first of level 1 becomes the title, when nothing came before.
    void heading(int level, const QString &text);

    /// One paragraph, or one list item ("- …"); items that follow each other stay together.
    void paragraph(const QString &text);

    /// True once more text than allowed came in; what came after it was dropped.
    bool isFull() const { return m_full; }

    DocumentText take();

private:
    void flush();

    qsizetype m_left;
    bool m_full = false;
    DocumentText m_document;
    std::array<QString, 7> m_headings{};
    QString m_text;
    bool m_lastWasItem = false;
};

} // namespace assay
