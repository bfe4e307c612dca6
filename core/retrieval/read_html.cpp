// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "base/tr.h"
#include "retrieval/document_reader.h"
#include "retrieval/section_builder.h"

#include <libxml/HTMLparser.h>

#include <limits>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

QString fromXml(const xmlChar *text)
{
    return QString::fromUtf8(reinterpret_cast<const char *>(text));
}

bool isOneOf(const QString &name, std::initializer_list<QLatin1StringView> names)
{
    return std::ranges::any_of(names, [&](QLatin1StringView one) { return name == one; });
}

/// Elements whose content is not prose.
bool isSkipped(const QString &name)
{
    return isOneOf(name, {"script"_L1, "style"_L1, "noscript"_L1, "template"_L1, "svg"_L1, "iframe"_L1,
                          "object"_L1, "nav"_L1, "form"_L1, "button"_L1, "select"_L1});
}

bool breaksParagraph(const QString &name)
{
    return isOneOf(name, {"p"_L1,      "div"_L1,        "section"_L1, "article"_L1, "ul"_L1,    "ol"_L1,
                          "li"_L1,     "dl"_L1,         "dt"_L1,      "dd"_L1,      "table"_L1, "tr"_L1,
                          "pre"_L1,    "blockquote"_L1, "header"_L1,  "footer"_L1,  "main"_L1,  "body"_L1,
                          "figure"_L1, "figcaption"_L1, "aside"_L1,   "hr"_L1});
}

int headingLevel(const QString &name)
{
    return name.size() == 2 && name.at(0) == u'h' && name.at(1) >= u'1' && name.at(1) <= u'6'
               ? name.at(1).digitValue()
               : 0;
}

/// Walks the tree without recursion: hostile pages nest deeper than a stack.
class HtmlText
{
public:
    explicit HtmlText(qsizetype maxChars) : m_builder(maxChars) {}

    DocumentText read(const xmlNode *root)
    {
        const xmlNode *node = root;
        while (node && !m_builder.isFull()) {
            const bool deeper = enter(node);
            if (deeper && node->children) {
                node = node->children;
                continue;
            }
            if (deeper)
                leave(node);
            while (node && node != root && !node->next) {
                node = node->parent;
                if (node)
                    leave(node);
            }
            node = node && node != root ? node->next : nullptr;
        }
        endParagraph();
        DocumentText document = m_builder.take();
        if (!m_title.isEmpty() && document.title.isEmpty())
            document.title = m_title;
        return document;
    }

private:
    /// @return whether the node's children are to be read
    bool enter(const xmlNode *node)
    {
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
            m_text += fromXml(node->content);
            return false;
        }
        if (node->type != XML_ELEMENT_NODE)
            return node->type == XML_HTML_DOCUMENT_NODE;
        const QString name = fromXml(node->name).toLower();
        if (isSkipped(name))
            return false;
        if (name == u"br")
            m_text += u'\n';
        else if (name == u"td" || name == u"th")
            m_text += m_text.trimmed().isEmpty() ? u""_s : u" | "_s;
        else if (name == u"title" || headingLevel(name) > 0 || breaksParagraph(name))
            endParagraph();
        m_item = m_item || name == u"li";
        return true;
    }

    void leave(const xmlNode *node)
    {
        if (node->type != XML_ELEMENT_NODE)
            return;
        const QString name = fromXml(node->name).toLower();
        if (name == u"title")
            m_title = cleanText(std::exchange(m_text, QString())).simplified();
        else if (const int level = headingLevel(name))
            m_builder.heading(level, std::exchange(m_text, QString()));
        else if (breaksParagraph(name))
            endParagraph();
        if (name == u"li")
            m_item = false;
    }

    void endParagraph()
    {
        const QString text = std::exchange(m_text, QString()).simplified();
        if (!text.isEmpty())
            m_builder.paragraph(std::exchange(m_item, false) ? u"- "_s + text : text);
    }

    SectionBuilder m_builder;
    QString m_title;
    QString m_text;
    bool m_item = false;
};

} // namespace

Result<DocumentText> readHtml(const QByteArray &bytes, const ReaderLimits &limits)
{
    if (bytes.size() > std::numeric_limits<int>::max())
        return fail(Errc::InvalidArgument, Tr::tr("The HTML file is too large."));
    const char *encoding = isValidUtf8(bytes) ? "UTF-8" : nullptr; // else its own <meta>, else Latin-1
    constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                            HTML_PARSE_NONET | HTML_PARSE_NOBLANKS;
    const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
        htmlReadMemory(bytes.constData(), static_cast<int>(bytes.size()), nullptr, encoding, options),
        &xmlFreeDoc);
    const xmlNode *root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    if (!root)
        return fail(Errc::Corrupt, Tr::tr("The HTML could not be parsed."));
    HtmlText reader(limits.maxTextChars);
    return reader.read(root);
}

} // namespace assay
