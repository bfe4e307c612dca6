// SPDX-License-Identifier: Apache-2.0
#include "retrieval/bundled_knowledge.h"

#include "base/tr.h"
#include "retrieval/document_reader.h"

#include <QtCore/QCryptographicHash>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

struct Article
{
    QString id;
    QByteArray bytes;
};

QString sha256Of(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

Result<> replaceAll(LocalIndex &index, const QList<Article> &articles)
{
    const Result<QList<DocumentInfo>> old = index.list();
    if (!old)
        return fail(old.error());
    for (const DocumentInfo &document : *old) {
        if (!document.id.startsWith(u"kb/"))
            continue;
        const Result<bool> removed = index.remove(document.id);
        if (!removed)
            return fail(removed.error());
    }
    for (const Article &article : articles) {
        const Result<DocumentText> text = readDocumentBytes(article.bytes, article.id + u".md"_s);
        if (!text)
            return fail(text.error());
        const DocumentInfo info{.id = article.id,
                                .title = text->title,
                                .size = article.bytes.size(),
                                .sha256 = sha256Of(article.bytes)};
        const Result<> put = index.put(info, *text);
        if (!put)
            return fail(put.error());
    }
    return {};
}

} // namespace

Result<BundledKnowledge> loadBundledKnowledge(LocalIndex &index, const QDir &folder)
{
    QList<Article> articles;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QStringList names = folder.entryList({u"*.md"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return fail(Errc::Io,
                        Tr::tr("The bundled article %1 cannot be read: %2.").arg(name, file.errorString()));
        articles.append({u"kb/"_s + name.chopped(3), file.readAll()});
        hash.addData(name.toUtf8() + '\0' + articles.constLast().bytes + '\0');
    }
    if (articles.isEmpty())
        return fail(Errc::NotFound, Tr::tr("No bundled articles in %1. Reinstall Assay.").arg(folder.path()));

    const QString key = u"bundled_knowledge"_s;
    const QString digest = QString::fromLatin1(hash.result().toHex());
    const Result<QString> loaded = index.note(key);
    if (!loaded)
        return fail(loaded.error());
    BundledKnowledge out{.articles = static_cast<int>(articles.size()), .changed = *loaded != digest};
    if (!out.changed)
        return out;
    Result<> done = index.inTransaction([&]() -> Result<> {
        return replaceAll(index, articles).then([&] { return index.setNote(key, digest); });
    });
    if (!done)
        return fail(std::move(done.error()));
    return out;
}

} // namespace assay
