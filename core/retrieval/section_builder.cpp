// SPDX-License-Identifier: Apache-2.0
#include "retrieval/section_builder.h"

#include "base/text.h"

namespace assay {

using namespace Qt::StringLiterals;

SectionBuilder::SectionBuilder(qsizetype maxChars) : m_left(maxChars) {}

void SectionBuilder::heading(int level, const QString &raw)
{
    const QString text = cleanText(raw).simplified();
    if (text.isEmpty())
        return;
    flush();
    if (level <= 1 && m_document.title.isEmpty() && m_document.sections.isEmpty()) {
        m_document.title = text;
        return;
    }
    const auto at = static_cast<std::size_t>(std::clamp(level, 1, 6));
    m_headings[at] = text;
    std::fill(m_headings.begin() + static_cast<std::ptrdiff_t>(at) + 1, m_headings.end(), QString());
}

void SectionBuilder::paragraph(const QString &raw)
{
    const QString text = cleanText(raw).trimmed();
    if (text.isEmpty() || m_full)
        return;
    if (text.size() > m_left) {
        m_full = true;
        return;
    }
    m_left -= text.size();
    const bool item = text.startsWith(u"- ");
    if (!m_text.isEmpty())
        m_text += item && m_lastWasItem ? u"\n"_s : u"\n\n"_s;
    m_text += text;
    m_lastWasItem = item;
}

void SectionBuilder::flush()
{
    if (m_text.isEmpty())
        return;
    QStringList path;
    for (const QString &heading : m_headings)
        if (!heading.isEmpty())
            path.append(heading);
    m_document.sections.append({path.join(u" › "_s), std::exchange(m_text, QString())});
    m_lastWasItem = false;
}

DocumentText SectionBuilder::take()
{
    flush();
    return std::move(m_document);
}

} // namespace assay
