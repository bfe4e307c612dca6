// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "base/tr.h"
#include "retrieval/document_reader.h"
#include "retrieval/section_builder.h"

#include <QtCore/QElapsedTimer>

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <limits>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

QString fromPoppler(const poppler::ustring &text)
{
    const poppler::byte_array utf8 = text.to_utf8();
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// A page's lines joined to paragraphs: an empty line ends one, a hyphen at a line's end joins.
void takePage(const QString &text, SectionBuilder &builder)
{
    QString paragraph;
    for (const QStringView raw : QStringView(text).split(u'\n')) {
        const QString line = raw.toString().simplified();
        if (line.isEmpty()) {
            builder.paragraph(std::exchange(paragraph, QString()));
        } else if (paragraph.endsWith(u'-') && line.at(0).isLower()) {
            paragraph.chop(1);
            paragraph += line;
        } else {
            paragraph += paragraph.isEmpty() ? line : u' ' + line;
        }
    }
    builder.paragraph(paragraph);
}

void dropMessage(const std::string &, void *)
{
    // poppler's complaints about broken files would go to stderr; the Error says enough
}

Result<DocumentText> readPages(const poppler::document &document, const ReaderLimits &limits)
{
    if (document.pages() > limits.maxPages)
        return fail(Errc::InvalidArgument, Tr::tr("%1 pages are more than the limit of %2. Split the file.")
                                               .arg(document.pages())
                                               .arg(limits.maxPages));
    QElapsedTimer clock;
    clock.start();
    SectionBuilder builder(limits.maxTextChars);
    for (int i = 0; i < document.pages(); ++i) {
        const std::unique_ptr<poppler::page> page(document.create_page(i));
        if (page)
            takePage(fromPoppler(page->text()), builder);
        if (builder.isFull())
            return fail(Errc::InvalidArgument,
                        Tr::tr("More text than the limit of %1 characters. Split the file.")
                            .arg(limits.maxTextChars));
        if (clock.hasExpired(limits.maxTime.count()))
            return fail(
                Errc::Timeout,
                Tr::tr("Reading its pages took longer than %1 s.").arg(limits.maxTime.count() / 1000));
    }
    DocumentText out = builder.take();
    out.title = cleanText(fromPoppler(document.get_title())).simplified();
    return out;
}

} // namespace

Result<DocumentText> readPdf(const QByteArray &bytes, const ReaderLimits &limits)
{
    if (!bytes.left(1024).contains("%PDF-") || bytes.size() > std::numeric_limits<int>::max())
        return fail(Errc::Corrupt, Tr::tr("This is not a PDF file."));
    poppler::set_debug_error_function(&dropMessage, nullptr);
    try {
        const std::unique_ptr<poppler::document> document(
            poppler::document::load_from_raw_data(bytes.constData(), static_cast<int>(bytes.size())));
        if (!document)
            return fail(Errc::Corrupt, Tr::tr("The PDF is damaged and could not be opened."));
        if (document->is_locked())
            return fail(Errc::InvalidArgument,
                        Tr::tr("The PDF asks for a password. Save it without one first."));
        return readPages(*document, limits);
    } catch (const std::exception &e) {
        return fail(Errc::Corrupt,
                    Tr::tr("The PDF could not be read: %1.").arg(QString::fromLocal8Bit(e.what())));
    }
}

} // namespace assay
