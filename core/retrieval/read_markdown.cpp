// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "base/tr.h"
#include "retrieval/document_reader.h"
#include "retrieval/section_builder.h"

#include <md4c.h>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

struct State
{
    explicit State(qsizetype maxChars) : builder(maxChars) {}
    void endParagraph()
    {
        if (text.trimmed().isEmpty()) {
            text.clear();
            return;
        }
        builder.paragraph(std::exchange(itemStarts, false) ? u"- "_s + text.trimmed() : text);
        text.clear();
    }

    SectionBuilder builder;
    QString text;
    bool itemStarts = false;
    int cells = 0;
};

unsigned levelOf(void *detail)
{
    return static_cast<MD_BLOCK_H_DETAIL *>(detail)->level;
}

int enterBlock(MD_BLOCKTYPE type, void *, void *user)
{
    State &s = *static_cast<State *>(user);
    if (type == MD_BLOCK_LI || type == MD_BLOCK_H || type == MD_BLOCK_CODE || type == MD_BLOCK_TR)
        s.endParagraph();
    if (type == MD_BLOCK_LI)
        s.itemStarts = true;
    if (type == MD_BLOCK_TR)
        s.cells = 0;
    if ((type == MD_BLOCK_TD || type == MD_BLOCK_TH) && s.cells++ > 0)
        s.text += u" | ";
    return 0;
}

int leaveBlock(MD_BLOCKTYPE type, void *detail, void *user)
{
    State &s = *static_cast<State *>(user);
    if (type == MD_BLOCK_H) {
        s.itemStarts = false;
        s.builder.heading(static_cast<int>(levelOf(detail)), std::exchange(s.text, QString()));
    } else if (type == MD_BLOCK_P || type == MD_BLOCK_LI || type == MD_BLOCK_CODE || type == MD_BLOCK_TR) {
        s.endParagraph();
    }
    if (type == MD_BLOCK_LI)
        s.itemStarts = false;
    return s.builder.isFull() ? 1 : 0;
}

int ignoreSpan(MD_SPANTYPE, void *, void *)
{
    return 0;
}

int takeText(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *user)
{
    State &s = *static_cast<State *>(user);
    if (type == MD_TEXT_HTML || type == MD_TEXT_NULLCHAR)
        return 0;
    if (type == MD_TEXT_SOFTBR)
        s.text += u' ';
    else if (type == MD_TEXT_BR)
        s.text += u'\n';
    else
        s.text += QString::fromUtf8(text, static_cast<qsizetype>(size));
    return 0;
}

} // namespace

Result<DocumentText> readMarkdown(const QByteArray &bytes, const ReaderLimits &limits)
{
    if (bytes.size() > limits.maxTextChars)
        return fail(
            Errc::InvalidArgument,
            Tr::tr("More text than the limit of %1 characters. Split the file.").arg(limits.maxTextChars));
    if (bytes.contains('\0'))
        return fail(Errc::InvalidArgument, Tr::tr("This is a binary file, not text."));
    const QByteArray utf8 = isValidUtf8(bytes) ? bytes : QString::fromLatin1(bytes).toUtf8();

    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEATXHEADERS;
    parser.enter_block = enterBlock;
    parser.leave_block = leaveBlock;
    parser.enter_span = ignoreSpan;
    parser.leave_span = ignoreSpan;
    parser.text = takeText;
    State state(limits.maxTextChars);
    const int status = md_parse(utf8.constData(), static_cast<MD_SIZE>(utf8.size()), &parser, &state);
    if (status < 0)
        return fail(Errc::Corrupt, Tr::tr("The Markdown could not be parsed: not enough memory."));
    state.endParagraph();
    return state.builder.take();
}

} // namespace assay
