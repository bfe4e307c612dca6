// SPDX-License-Identifier: Apache-2.0
#include "retrieval/ingestion.h"

#include "base/tr.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDirIterator>
#include <QtCore/QFileInfo>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

enum class Outcome : std::uint8_t { Added, Updated, Unchanged, Skipped };

QString sha256Of(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QString idOf(const QString &canonicalPath)
{
    return u"doc_"_s + sha256Of(canonicalPath.toUtf8()).first(12);
}

bool isKnown(const QFileInfo &file)
{
    static const QStringList suffixes = readableSuffixes();
    return suffixes.contains(file.suffix().toLower());
}

/// Reads and indexes one file; only failures of the index are errors.
Result<Outcome> takeIn(LocalIndex &index, const QString &path, const ReaderLimits &limits,
                       IngestSummary &summary)
{
    const QFileInfo file(path);
    const Result<DocumentInfo> known = index.find(path);
    if (!known && known.error().code != Errc::NotFound)
        return fail(known.error());
    DocumentInfo info{.id = idOf(path),
                      .origin = path,
                      .modifiedMs = file.lastModified().toMSecsSinceEpoch(),
                      .size = file.size()};
    if (known && known->size == info.size && known->modifiedMs == info.modifiedMs)
        return Outcome::Unchanged;

    const auto skip = [&](const QString &reason) {
        summary.skipped.append({path, reason});
        return Outcome::Skipped;
    };
    if (info.size > limits.maxFileBytes)
        return skip(Tr::tr("The file is larger than the limit of %1 MB.").arg(limits.maxFileBytes >> 20));
    QFile device(path);
    if (!device.open(QIODevice::ReadOnly))
        return skip(Tr::tr("The file cannot be read: %1.").arg(device.errorString()));
    const QByteArray bytes = device.read(limits.maxFileBytes + 1);
    info.sha256 = sha256Of(bytes);
    if (known && known->sha256 == info.sha256) {
        Result<> touched = index.touch(info);
        if (!touched)
            return fail(std::move(touched.error()));
        return Outcome::Unchanged;
    }
    const Result<DocumentText> text = readDocumentBytes(bytes, file.fileName(), limits);
    if (!text)
        return skip(text.error().message);
    info.title = text->title;
    Result<> put = index.put(info, *text);
    if (!put)
        return fail(std::move(put.error()));
    return known ? Outcome::Updated : Outcome::Added;
}

/// Drops documents below a given folder, or given themselves, whose file no longer exists.
Result<int> removeGone(LocalIndex &index, const QStringList &paths)
{
    const Result<QList<DocumentInfo>> all = index.list();
    if (!all)
        return fail(all.error());
    int removed = 0;
    for (const DocumentInfo &document : *all) {
        if (document.origin.isEmpty() || QFileInfo::exists(document.origin))
            continue;
        const bool asked = std::ranges::any_of(paths, [&](const QString &path) {
            const QFileInfo info(path);
            const QString root =
                info.exists() ? info.canonicalFilePath() : QDir::cleanPath(info.absoluteFilePath());
            return document.origin == root || document.origin.startsWith(root + u'/');
        });
        if (!asked)
            continue;
        const Result<bool> gone = index.remove(document.id);
        if (!gone)
            return fail(gone.error());
        removed += *gone;
    }
    return removed;
}

} // namespace

QStringList ingestibleFiles(const QStringList &paths, QList<SkippedFile> &missing)
{
    QStringList out;
    QSet<QString> seen;
    const auto take = [&](const QFileInfo &file) {
        const QString canonical = file.canonicalFilePath();
        if (canonical.isEmpty() || seen.contains(canonical))
            return;
        seen.insert(canonical);
        out.append(canonical);
    };
    for (const QString &path : paths) {
        const QFileInfo info(path);
        if (!info.exists()) {
            missing.append({path, Tr::tr("There is no such file or folder.")});
        } else if (info.isDir()) {
            QStringList found;
            QDirIterator it(info.canonicalFilePath(), QDir::Files | QDir::NoSymLinks | QDir::Readable,
                            QDirIterator::Subdirectories);
            while (it.hasNext()) {
                it.next();
                if (isKnown(it.fileInfo()))
                    found.append(it.filePath());
            }
            found.sort();
            for (const QString &file : std::as_const(found))
                take(QFileInfo(file));
        } else if (!isKnown(info)) {
            missing.append({path, Tr::tr("Files of type \".%1\" are not read.").arg(info.suffix())});
        } else {
            take(info);
        }
    }
    return out;
}

Result<IngestSummary> ingestDocuments(LocalIndex &index, const QStringList &paths,
                                      const IngestProgress &progress, const CancelToken &token,
                                      ReaderLimits limits)
{
    IngestSummary summary;
    const QStringList files = ingestibleFiles(paths, summary.skipped);
    const int total = static_cast<int>(files.size());
    for (int done = 0; done < total; ++done) {
        if (token.isCancelled()) {
            summary.cancelled = true;
            return summary;
        }
        if (progress)
            progress(done, total, files.at(done));
        const Result<Outcome> outcome = takeIn(index, files.at(done), limits, summary);
        if (!outcome)
            return fail(outcome.error());
        summary.added += *outcome == Outcome::Added;
        summary.updated += *outcome == Outcome::Updated;
        summary.unchanged += *outcome == Outcome::Unchanged;
    }
    if (progress)
        progress(total, total, QString());
    Result<int> removed = removeGone(index, paths);
    if (!removed)
        return fail(std::move(removed.error()));
    summary.removed = *removed;
    const auto gone = [&](const SkippedFile &one) {
        return summary.removed > 0 && !QFileInfo::exists(one.path);
    };
    summary.skipped.removeIf(gone);
    return summary;
}

Result<int> removeDocuments(LocalIndex &index, const QString &idOrPath)
{
    const Result<QList<DocumentInfo>> all = index.list();
    if (!all)
        return fail(all.error());
    const QFileInfo info(idOrPath);
    const QString path = info.exists() ? info.canonicalFilePath() : QDir::cleanPath(info.absoluteFilePath());
    int removed = 0;
    for (const DocumentInfo &document : *all) {
        const bool below = !document.origin.isEmpty() &&
                           (document.origin == path || document.origin.startsWith(path + u'/'));
        if (document.id != idOrPath && !below)
            continue;
        const Result<bool> gone = index.remove(document.id);
        if (!gone)
            return fail(gone.error());
        removed += *gone;
    }
    if (removed == 0)
        return fail(
            Errc::NotFound,
            Tr::tr("No document \"%1\" in the knowledge index. \"assay docs list\" shows what is there.")
                .arg(idOrPath));
    return removed;
}

} // namespace assay
