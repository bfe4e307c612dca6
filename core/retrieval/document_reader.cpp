// SPDX-License-Identifier: Apache-2.0
#include "retrieval/document_reader.h"

#include "base/text.h"
#include "base/tr.h"
#include "retrieval/section_builder.h"

#include <QtCore/QFileInfo>
#include <QtCore/QStringConverter>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

using Reader = Result<DocumentText> (*)(const QByteArray &, const ReaderLimits &);

struct Format
{
    QLatin1StringView suffix;
    Reader read;
};

constexpr std::array formats{
    Format{"md"_L1, &readMarkdown},    Format{"markdown"_L1, &readMarkdown}, Format{"txt"_L1, &readPlainText},
    Format{"text"_L1, &readPlainText}, Format{"log"_L1, &readPlainText},     Format{"rst"_L1, &readPlainText},
    Format{"html"_L1, &readHtml},      Format{"htm"_L1, &readHtml},          Format{"xhtml"_L1, &readHtml},
    Format{"pdf"_L1, &readPdf},
};

QString readableSize(qint64 bytes)
{
    return Tr::tr("%1 MB").arg(static_cast<double>(bytes) / (1 << 20), 0, 'f', 1);
}

} // namespace

QStringList readableSuffixes()
{
    QStringList out;
    for (const Format &format : formats)
        out.append(format.suffix);
    return out;
}

Result<DocumentText> readPlainText(const QByteArray &bytes, const ReaderLimits &limits)
{
    QString text;
    if (const auto encoding = QStringConverter::encodingForData(bytes)) {
        text = QStringDecoder(*encoding).decode(bytes);
    } else if (bytes.contains('\0')) {
        return fail(Errc::InvalidArgument, Tr::tr("This is a binary file, not text."));
    } else {
        text = isValidUtf8(bytes) ? QString::fromUtf8(bytes) : QString::fromLatin1(bytes);
    }
    if (text.size() > limits.maxTextChars)
        return fail(
            Errc::InvalidArgument,
            Tr::tr("More text than the limit of %1 characters. Split the file.").arg(limits.maxTextChars));
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    SectionBuilder builder(limits.maxTextChars);
    QString paragraph;
    for (const QStringView line : QStringView(text).split(u'\n')) {
        if (!line.trimmed().isEmpty()) {
            paragraph += paragraph.isEmpty() ? line.toString() : u'\n' + line.toString();
            continue;
        }
        builder.paragraph(std::exchange(paragraph, QString()));
    }
    builder.paragraph(paragraph);
    return builder.take();
}

Result<DocumentText> readDocumentBytes(const QByteArray &bytes, const QString &name, ReaderLimits limits)
{
    const QFileInfo file(name);
    const QString suffix = file.suffix().toLower();
    const auto format = std::ranges::find(formats, suffix, [](const Format &f) { return QString(f.suffix); });
    if (format == formats.end())
        return fail(Errc::InvalidArgument, Tr::tr("Files of type \".%1\" are not read. Known types: %2.")
                                               .arg(suffix, readableSuffixes().join(u", "_s)));
    if (bytes.size() > limits.maxFileBytes)
        return fail(Errc::InvalidArgument,
                    Tr::tr("%1 is larger than the limit of %2.")
                        .arg(readableSize(bytes.size()), readableSize(limits.maxFileBytes)));
    Result<DocumentText> read = format->read(bytes, limits);
    if (!read)
        return read;
    const auto hasText = [](const DocumentSection &s) { return !contentTerms(s.text).isEmpty(); };
    if (std::ranges::none_of(read->sections, hasText))
        return fail(Errc::InvalidArgument,
                    Tr::tr("No text in it. A scanned PDF has to go through text recognition first."));
    if (read->title.isEmpty())
        read->title = file.completeBaseName();
    return read;
}

Result<DocumentText> readDocument(const QString &path, ReaderLimits limits)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(Errc::NotFound, Tr::tr("There is no file %1.").arg(path));
    if (!info.isFile())
        return fail(Errc::InvalidArgument, Tr::tr("%1 is not a plain file.").arg(path));
    if (info.size() > limits.maxFileBytes)
        return fail(Errc::InvalidArgument,
                    Tr::tr("%1 is larger than the limit of %2.")
                        .arg(readableSize(info.size()), readableSize(limits.maxFileBytes)));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Errc::Io, Tr::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    const QByteArray bytes = file.read(limits.maxFileBytes + 1); // it may have grown since
    return readDocumentBytes(bytes, info.fileName(), limits);
}

} // namespace assay
