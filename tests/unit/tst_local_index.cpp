// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "retrieval/bundled_knowledge.h"
#include "retrieval/local_index.h"
#include "retrieval/local_retriever.h"

#include <QCoro/QCoroTask>
#include <QtCore/QElapsedTimer>
#include <QtCore/QTemporaryDir>
#include <QtCore/QThread>
#include <QtTest/QtTest>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

DocumentText article(const QString &title, const QString &text)
{
    return {title, {{QString(), text}}};
}

DocumentInfo info(const QString &id, const QString &title)
{
    return {.id = id, .title = title, .origin = u"/docs/"_s + id};
}

std::unique_ptr<LocalIndex> smallIndex()
{
    std::unique_ptr<LocalIndex> index = std::move(*LocalIndex::open(u":memory:"_s));
    const auto add = [&](const char *id, const char *title, const char *text) {
        const QString name = QString::fromUtf8(title);
        return bool(index->put(info(QString::fromUtf8(id), name), article(name, QString::fromUtf8(text))));
    };
    const bool all =
        add("refund", "Refund window", "Refunds are possible within 60 days after the settlement.") &&
        add("lag", "Kafka lag",
            "The consumer falls behind when the store is slow. A refund is not involved.") &&
        add("de", "Rückerstattung", "Eine Überweisung dauert drei Werktage, größere Beträge länger.");
    return all ? std::move(index) : nullptr;
}

constexpr int manyDocuments = 10'000;

/// Articles of 60 words from a vocabulary of 4,000 with a realistic, skewed frequency.
QStringList manyTexts()
{
    quint32 state = 12345;
    const auto next = [&state] {
        state = state * 1664525U + 1013904223U;
        return static_cast<double>(state >> 8) / static_cast<double>(1U << 24);
    };
    QStringList out;
    for (int i = 0; i < manyDocuments; ++i) {
        QStringList text;
        for (int w = 0; w < 60; ++w)
            text.append(u"word%1x"_s.arg(static_cast<int>(4000.0 * next() * next() * next())));
        out.append(text.join(u' ') + u'.');
    }
    return out;
}

qint64 medianNs(int times, const std::function<void()> &work)
{
    QList<qint64> all;
    for (int i = 0; i < times; ++i) {
        QElapsedTimer clock;
        clock.start();
        work();
        all.append(clock.nsecsElapsed());
    }
    std::ranges::sort(all);
    return all.at(all.size() / 2);
}

} // namespace

class TestLocalIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("first");
        QTest::addRow("a word of the text") << u"settlement"_s << u"refund#0"_s;
        QTest::addRow("another form of the word") << u"refunding"_s << u"refund#0"_s;
        QTest::addRow("title outweighs text") << u"refund"_s << u"refund#0"_s;
        QTest::addRow("stop words do not matter") << u"what is the lag of it"_s << u"lag#0"_s;
        QTest::addRow("German without umlauts") << u"uberweisung"_s << u"de#0"_s;
        QTest::addRow("German with umlauts") << u"Überweisung"_s << u"de#0"_s;
        QTest::addRow("sharp s") << u"größere Beträge"_s << u"de#0"_s;
        QTest::addRow("one word of many is enough") << u"zebra giraffe settlement"_s << u"refund#0"_s;
        QTest::addRow("only stop words") << u"what is the"_s << QString();
        QTest::addRow("unknown word") << u"zebra"_s << QString();
        QTest::addRow("empty") << QString() << QString();
    }
    void finds()
    {
        QFETCH(QString, query);
        QFETCH(QString, first);
        const auto index = smallIndex();
        QVERIFY(index);
        const auto found = index->search(query, 5);
        QVERIFY(found);
        QCOMPARE(found->isEmpty() ? QString() : found->constFirst().sourceId, first);
    }

    void noQueryIsASyntaxError_data()
    {
        QTest::addColumn<QString>("query");
        const QStringList hostile{u"\""_s,
                                  u"\"\""_s,
                                  u"\"unclosed"_s,
                                  u"refund AND"_s,
                                  u"OR OR OR"_s,
                                  u"NOT refund"_s,
                                  u"NEAR(refund, 2)"_s,
                                  u"title:refund"_s,
                                  u"{title body}: refund"_s,
                                  u"refund*"_s,
                                  u"^refund"_s,
                                  u"-refund"_s,
                                  u"+refund"_s,
                                  u"(refund"_s,
                                  u"refund)"_s,
                                  u"'; DROP TABLE passages; --"_s,
                                  u"refund\\"_s,
                                  u"%_refund"_s,
                                  u"💥 refund"_s,
                                  QString(QChar(0xD800)) + u"refund"_s,
                                  u"a \0refund"_s,
                                  u"\u202Erefund"_s};
        for (const QString &query : hostile)
            QTest::addRow("%s", qPrintable(cleanText(query))) << query;
    }
    void noQueryIsASyntaxError()
    {
        QFETCH(QString, query);
        const auto index = smallIndex();
        QVERIFY(index);
        const auto found = index->search(query, 5);
        QVERIFY2(found, found ? "" : qPrintable(found.error().message));
        QCOMPARE(found->isEmpty(), !cleanText(query).contains(u"refund"));
        QCOMPARE(index->list()->size(), 3);
    }

    void replacesAndRemoves()
    {
        const auto index = smallIndex();
        QVERIFY(index);
        QCOMPARE(index->passageCount(), 3);
        QVERIFY(index->put(info(u"refund"_s, u"Refunds"_s), article(u"Refunds"_s, u"Vouchers only."_s)));
        QCOMPARE(index->passageCount(), 3);
        QVERIFY(index->search(u"settlement"_s, 5)->isEmpty());
        QCOMPARE(index->search(u"voucher"_s, 5)->size(), 1);
        QCOMPARE(index->remove(u"refund"_s).value(), true);
        QCOMPARE(index->remove(u"refund"_s).value(), false);
        QVERIFY(index->search(u"voucher"_s, 5)->isEmpty());
        QCOMPARE(index->find(u"/docs/lag"_s)->id, u"lag"_s);
        QCOMPARE(index->find(u"refund"_s).error().code, Errc::NotFound);
    }

    void countsPassagesWithATerm()
    {
        const auto index = smallIndex();
        QVERIFY(index);
        QCOMPARE(index->documentFrequency(u"refund"_s), 2);
        QCOMPARE(index->documentFrequency(contentTerms(u"Überweisung").constFirst()), 1);
        QCOMPARE(index->documentFrequency(u"zebra"_s), 0);
        QVERIFY(index->remove(u"lag"_s));
        QCOMPARE(index->documentFrequency(u"refund"_s), 1);
        QVERIFY(index->termWeight()(u"zebra"_s) > index->termWeight()(u"refund"_s));
    }

    void aPassageCanBeOpenedAgain()
    {
        const auto index = smallIndex();
        QVERIFY(index);
        const Evidence found = index->search(u"settlement"_s, 1)->constFirst();
        const auto opened = index->passage(found.sourceId);
        QVERIFY(opened);
        QCOMPARE(opened->text, found.text);
        QCOMPARE(index->passage(u"refund#7"_s).error().code, Errc::NotFound);
        QCOMPARE(index->passage(u"nonsense"_s).error().code, Errc::NotFound);
    }

    void aDocumentWithoutTextIsRefused()
    {
        const auto index = smallIndex();
        QCOMPARE(index->put(info(u"x"_s, u"X"_s), {}).error().code, Errc::InvalidArgument);
        QCOMPARE(index->put(info(QString(), u"X"_s), article(u"X"_s, u"text"_s)).error().code,
                 Errc::InvalidArgument);
        QCOMPARE(index->passageCount(), 3);
    }

    void anErrorRollsBack()
    {
        const auto index = smallIndex();
        const Result<> done = index->inTransaction([&]() -> Result<> {
            if (const auto put = index->put(info(u"new"_s, u"New"_s), article(u"New"_s, u"Novelty."_s)); !put)
                return put;
            return fail(Errc::Internal, u"stop"_s);
        });
        QCOMPARE(done.error().message, u"stop"_s);
        QVERIFY(index->search(u"novelty"_s, 1)->isEmpty());
    }

    void anotherConnectionSeesChanges()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"deep/knowledge.db"_s);
        const auto writer = std::move(*LocalIndex::open(path));
        const auto reader = std::move(*LocalIndex::open(path));
        QCOMPARE(reader->documentFrequency(u"novelt"_s), 0);
        QVERIFY(writer->put(info(u"new"_s, u"New"_s), article(u"New"_s, u"Novelty."_s)));
        std::unique_ptr<QThread> thread(QThread::create([path] {
            const auto third = std::move(*LocalIndex::open(path));
            QCOMPARE(third->search(u"novelty"_s, 1)->size(), 1);
        }));
        thread->start();
        QVERIFY(thread->wait(10'000));
        QCOMPARE(reader->search(u"novelty"_s, 1)->size(), 1);
        QCOMPARE(reader->documentFrequency(u"novelt"_s), 1);
    }

    void aCorruptFileIsKeptAside_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addRow("not a database") << QByteArray("this is no database, it is a letter").repeated(100);
        QTest::addRow("a good head, garbage behind it") << QByteArray();
    }
    void aCorruptFileIsKeptAside()
    {
        QFETCH(QByteArray, bytes);
        QTemporaryDir dir;
        const QString path = dir.filePath(u"knowledge.db"_s);
        if (bytes.isEmpty()) {
            auto index = std::move(*LocalIndex::open(path));
            QVERIFY(index->put(info(u"new"_s, u"New"_s), article(u"New"_s, u"Novelty. "_s.repeated(2000))));
            index.reset();
            QFile good(path);
            QVERIFY(good.open(QIODevice::ReadOnly));
            bytes = good.readAll();
            for (qsizetype i = 4096; i < bytes.size(); ++i)
                bytes[i] = static_cast<char>(i * 31);
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        const auto opened = LocalIndex::open(path);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
        QVERIFY((*opened)->notice().contains(u".corrupt-"));
        QCOMPARE((*opened)->passageCount(), 0);
        const QStringList aside = QDir(dir.path()).entryList({u"*.corrupt-*"_s});
        QCOMPARE(aside.size(), 1);
        QFile kept(dir.filePath(aside.constFirst()));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), bytes);
    }

    void aNewerFileIsLeftAlone()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"knowledge.db"_s);
        std::move(*LocalIndex::open(path)).reset();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(60)); // user_version, big-endian
        file.write(QByteArray::fromHex("00000063"));
        file.close();
        const auto opened = LocalIndex::open(path);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, Errc::InvalidArgument);
        QVERIFY(QDir(dir.path()).entryList({u"*.corrupt-*"_s}).isEmpty());
    }

    void bundledArticlesAreLoadedOnce()
    {
        QTemporaryDir dir;
        const auto write = [&](const QString &name, const QByteArray &text) {
            QFile file(dir.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(text) > 0;
        };
        QVERIFY(write(u"a.md"_s, "# Alpha\n\nFirst text."));
        QVERIFY(write(u"b.md"_s, "# Beta\n\nSecond text."));
        const auto index = smallIndex();
        QCOMPARE(loadBundledKnowledge(*index, QDir(dir.path())).value(), (BundledKnowledge{2, true}));
        QCOMPARE(loadBundledKnowledge(*index, QDir(dir.path())).value(), (BundledKnowledge{2, false}));
        QVERIFY(QFile::remove(dir.filePath(u"a.md"_s)));
        QCOMPARE(loadBundledKnowledge(*index, QDir(dir.path())).value(), (BundledKnowledge{1, true}));
        QCOMPARE(index->find(u"kb/b"_s)->title, u"Beta"_s);
        QCOMPARE(index->list()->size(), 4);
        QCOMPARE(loadBundledKnowledge(*index, QDir(dir.filePath(u"none"_s))).error().code, Errc::NotFound);
    }

    void theRetrieverAnswers()
    {
        const std::shared_ptr<const LocalIndex> index = smallIndex();
        LocalRetriever retriever(index);
        const auto found = QCoro::waitFor(retriever.search({.text = u"settlement"_s}, {}));
        QCOMPARE(found->constFirst().retriever, retriever.name());
        const CancelToken cancelled = CancelToken::make();
        cancelled.cancel();
        QCOMPARE(QCoro::waitFor(retriever.search({.text = u"x"_s}, cancelled)).error().code, Errc::Cancelled);
    }

    void longDocumentsAreCutAtParagraphs()
    {
        DocumentText document{u"Long"_s, {}};
        for (int i = 0; i < 5; ++i)
            document.sections.append(
                {u"Part › %1"_s.arg(i),
                 (u"Some words here. "_s.repeated(40).trimmed() + u"\n\n"_s).repeated(3)});
        const QList<Passage> passages = passagesOf(document);
        QVERIFY(passages.size() >= 5);
        for (const Passage &passage : passages)
            QVERIFY(passage.text.size() <= 1450 && passage.heading.startsWith(u"Part › "));
        QCOMPARE(passagesOf({u"x"_s, {{QString(), QString(50'000, u'a')}}}).size(), 13);
        QCOMPARE(passagesOf({}).size(), 0);
    }

    /// Absolute times differ between machines; how much the index saves does not, much.
    void searchIsMuchFasterThanAScan()
    {
        const QStringList texts = manyTexts();
        const auto index = std::move(*LocalIndex::open(u":memory:"_s));
        QVERIFY(index->inTransaction([&]() -> Result<> {
            for (int i = 0; i < texts.size(); ++i) {
                const QString name = u"document %1"_s.arg(i);
                if (const auto put = index->put(info(QString::number(i), name), article(name, texts.at(i)));
                    !put)
                    return put;
            }
            return {};
        }));
        const QString query = u"How do word3x and word40x relate to word977x, word1502x and word2711x?"_s;
        QCOMPARE(index->search(query, 12)->size(), 12);
        const QSet<QString> wanted = termSet(query);
        qsizetype hits = 0;
        const qint64 scan = medianNs(3, [&] {
            for (const QString &text : texts)
                for (const QString &word : words(text))
                    hits += wanted.contains(word) ? 1 : 0;
        });
        const qint64 search = medianNs(21, [&] { hits += index->search(query, 12)->size(); });
        QVERIFY(hits > 0);
        qInfo().noquote() << u"search %1 ms, scan %2 ms, ratio %3"_s.arg(double(search) / 1e6)
                                 .arg(double(scan) / 1e6)
                                 .arg(double(scan) / double(search));
        QVERIFY(scan > 20 * search);
    }
};

QTEST_GUILESS_MAIN(TestLocalIndex)
#include "tst_local_index.moc"
