// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "retrieval/document.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype wholeDocument = 1600;
constexpr qsizetype longestPassage = 1200;
constexpr qsizetype hardCut = 4000;

QString lastHeading(const QString &path)
{
    return path.section(u" › "_s, -1);
}

QString withHeading(const DocumentSection &section)
{
    return section.heading.isEmpty() ? section.text
                                     : u"## "_s + lastHeading(section.heading) + u"\n\n"_s + section.text;
}

/// Pieces of one paragraph, each short enough: whole sentences where that works.
QStringList piecesOf(const QString &paragraph)
{
    if (paragraph.size() <= longestPassage)
        return {paragraph};
    QStringList out;
    QString piece;
    const QStringList parts = sentences(paragraph);
    for (const QString &part : parts) {
        if (!piece.isEmpty() && piece.size() + part.size() > longestPassage)
            out.append(std::exchange(piece, QString()));
        if (!piece.isEmpty())
            piece += u' ';
        piece += part;
        while (piece.size() > hardCut) {
            out.append(piece.first(hardCut));
            piece.remove(0, hardCut);
        }
    }
    if (!piece.isEmpty())
        out.append(piece);
    return out;
}

void cutSection(const DocumentSection &section, QList<Passage> &out)
{
    QString text;
    const auto flush = [&] {
        if (!text.isEmpty())
            out.append({section.heading, std::exchange(text, QString())});
    };
    const QStringList paragraphs = section.text.split(u"\n\n"_s, Qt::SkipEmptyParts);
    for (const QString &paragraph : paragraphs) {
        const QStringList pieces = piecesOf(paragraph.trimmed());
        for (const QString &piece : pieces) {
            if (!text.isEmpty() && text.size() + piece.size() > longestPassage)
                flush();
            if (!text.isEmpty())
                text += u"\n\n"_s;
            text += piece;
        }
    }
    flush();
}

} // namespace

QList<Passage> passagesOf(const DocumentText &document)
{
    QStringList parts;
    qsizetype total = 0;
    for (const DocumentSection &section : document.sections) {
        if (section.text.trimmed().isEmpty())
            continue;
        parts.append(withHeading(section));
        total += parts.constLast().size();
    }
    if (parts.isEmpty())
        return {};
    if (total <= wholeDocument)
        return {Passage{QString(), parts.join(u"\n\n"_s)}};

    QList<Passage> out;
    for (const DocumentSection &section : document.sections)
        cutSection(section, out);
    return out;
}

} // namespace assay
