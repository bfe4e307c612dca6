// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "retrieval/local_index.h"
#include "retrieval/local_index_impl.h"

namespace assay {

using namespace Qt::StringLiterals;
using index::bind;
using index::failed;
using index::text;

namespace {

constexpr qint64 fewPassages = 1000;
constexpr qint64 mostRanked = 3000;
constexpr int mostQueryTerms = 64;

Evidence evidenceFrom(const SQLite::Statement &row)
{
    Evidence out;
    out.sourceId = text(row.getColumn(0)) + u'#' + QString::number(row.getColumn(1).getInt());
    out.title = text(row.getColumn(2));
    const QString heading = text(row.getColumn(3));
    if (!heading.isEmpty())
        out.title += u" › "_s + heading;
    out.text = text(row.getColumn(4));
    out.retriever = u"knowledge"_s;
    return out;
}

struct QueryWord
{
    QString word;
    qint64 frequency = 0;
};

/// The words worth asking for, rarest first. Every passage a word brings in costs time to rank, and
/// a common word ranks little, so in a large index the words beyond a budget of passages are left
/// out, and so is a word that a fifth of all passages hold; two words always stay.
QStringList worthAsking(QList<QueryWord> words, qint64 passages)
{
    std::ranges::stable_sort(words, {}, &QueryWord::frequency);
    QStringList out;
    qint64 ranked = 0;
    for (const QueryWord &one : std::as_const(words)) {
        ranked += one.frequency;
        const bool costly = passages > fewPassages && (one.frequency * 5 > passages || ranked > mostRanked);
        if ((costly && out.size() >= 2) || out.size() >= mostQueryTerms)
            break;
        out.append(one.word);
    }
    return out;
}

/// "a" OR "b": words() leaves letters and digits only, so nothing in it can be syntax.
QString matchExpression(const QStringList &words)
{
    return u'"' + words.join(u"\" OR \""_s) + u'"';
}

} // namespace

void LocalIndex::Impl::refresh()
{
    dataVersion->reset();
    if (!dataVersion->executeStep())
        return;
    const int now = dataVersion->getColumn(0).getInt();
    dataVersion->reset();
    if (now != seenVersion)
        forget();
    seenVersion = now;
}

void LocalIndex::Impl::forget()
{
    frequencies.clear();
    passages = -1;
}

Result<QList<Evidence>> LocalIndex::search(const QString &query, int limit) const
{
    try {
        m->refresh();
        QList<QueryWord> asked;
        QSet<QString> seen;
        const QStringList all = words(cleanText(query));
        for (const QString &word : all) {
            const QStringList terms = contentTerms(word); // empty for a stop word
            if (terms.isEmpty() || seen.contains(word))
                continue;
            seen.insert(word);
            asked.append({word, documentFrequency(terms.constFirst())});
        }
        QList<Evidence> out;
        const QStringList chosen = worthAsking(std::move(asked), passageCount());
        if (chosen.isEmpty() || limit < 1)
            return out;
        SQLite::Statement rows(
            m->db, "SELECT p.document, p.ordinal, p.title, p.heading, p.body, f.score FROM "
                   "(SELECT rowid AS id, bm25(passage_search, 3.0, 2.0, 1.0) AS score FROM passage_search "
                   "WHERE passage_search MATCH ? ORDER BY score, rowid LIMIT ?) f "
                   "JOIN passages p ON p.id = f.id ORDER BY f.score, p.id");
        bind(rows, 1, matchExpression(chosen));
        rows.bind(2, limit);
        while (rows.executeStep()) {
            out.append(evidenceFrom(rows));
            out.last().score = -rows.getColumn(5).getDouble();
        }
        return out;
    } catch (const SQLite::Exception &e) {
        return failed(e, m->path);
    }
}

Result<Evidence> LocalIndex::passage(const QString &sourceId) const
{
    const qsizetype hash = sourceId.lastIndexOf(u'#');
    try {
        SQLite::Statement row(m->db, "SELECT document, ordinal, title, heading, body FROM passages "
                                     "WHERE document = ? AND ordinal = ?");
        bind(row, 1, sourceId.left(std::max<qsizetype>(hash, 0)));
        row.bind(2, sourceId.mid(hash + 1).toInt());
        if (row.executeStep())
            return evidenceFrom(row);
    } catch (const SQLite::Exception &e) {
        return failed(e, m->path);
    }
    return fail(
        Errc::NotFound,
        Tr::tr(
            "The passage %1 is no longer in the knowledge index: its document was changed or removed since.")
            .arg(sourceId));
}

qint64 LocalIndex::documentFrequency(const QString &term) const
{
    const auto known = m->frequencies.constFind(term);
    if (known != m->frequencies.cend())
        return *known;
    qint64 found = 0;
    try {
        m->count->reset();
        bind(*m->count, 1, term);
        if (m->count->executeStep())
            found = m->count->getColumn(0).getInt64();
        m->count->reset();
    } catch (const SQLite::Exception &) {
        return 0; // an unreadable index weighs every word alike; search() reports the damage
    }
    m->frequencies.insert(term, found);
    return found;
}

qint64 LocalIndex::passageCount() const
{
    if (m->passages < 0) {
        try {
            m->passages = m->db.execAndGet("SELECT count(*) FROM passages").getInt64();
        } catch (const SQLite::Exception &) {
            return 0;
        }
    }
    return m->passages;
}

TermWeight LocalIndex::termWeight() const
{
    return [this](const QString &term) {
        return inverseDocumentFrequency(passageCount(), documentFrequency(term));
    };
}

Result<QString> LocalIndex::note(const QString &key) const
{
    try {
        SQLite::Statement row(m->db, "SELECT value FROM notes WHERE key = ?");
        bind(row, 1, key);
        return row.executeStep() ? text(row.getColumn(0)) : QString();
    } catch (const SQLite::Exception &e) {
        return failed(e, m->path);
    }
}

Result<> LocalIndex::setNote(const QString &key, const QString &value)
{
    try {
        SQLite::Statement row(m->db, "INSERT OR REPLACE INTO notes VALUES (?, ?)");
        bind(row, 1, key);
        bind(row, 2, value);
        row.exec();
        return {};
    } catch (const SQLite::Exception &e) {
        return failed(e, m->path);
    }
}

} // namespace assay
