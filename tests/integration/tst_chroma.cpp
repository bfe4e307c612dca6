// SPDX-License-Identifier: Apache-2.0
#include "base/ids.h"
#include "retrieval/chroma.h"

#include <QCoro/QCoroTask>
#include <QtNetwork/QNetworkAccessManager>
#include <QtTest/QtTest>

using namespace assay;
using namespace Qt::StringLiterals;

/// Against a real Chroma server, whose address the starting script puts into CHROMA_URL.
class TestChroma : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString url = qEnvironmentVariable("CHROMA_URL");
        QVERIFY2(!url.isEmpty(), "CHROMA_URL is not set: start Chroma with its script, which prints it");
        m_settings = {.baseUrl = QUrl(url), .collection = newId(u"test")};
    }

    void anUnknownCollectionIsSaidSo()
    {
        ChromaRetriever chroma(&m_network, m_settings);
        const auto found = QCoro::waitFor(chroma.search({.text = u"refund"_s}, {}));
        QVERIFY(!found);
        QCOMPARE(found.error().code, Errc::NotFound);
        QVERIFY(found.error().message.contains(m_settings.collection));
    }

    void findsWhatWasAdded()
    {
        ChromaRetriever chroma(&m_network, m_settings);
        QList<ChromaDocument> documents{
            {u"refund"_s, u"Refund window"_s, u"Refunds are possible within 60 days."_s},
            {u"lag"_s, u"Kafka lag"_s, u"A lag on one partition points to one busy thread."_s}};
        for (int i = 0; i < 150; ++i)
            documents.append({u"filler-%1"_s.arg(i), u"Filler %1"_s.arg(i),
                              u"Gardening advice number %1 about roses."_s.arg(i)});
        const auto sent = QCoro::waitFor(chroma.upsert(documents, {}));
        QVERIFY2(sent, sent ? "" : qPrintable(sent.error().message));
        QCOMPARE(*sent, 152);
        const auto found =
            QCoro::waitFor(chroma.search({.text = u"How long is the refund window?"_s, .limit = 3}, {}));
        QVERIFY2(found, found ? "" : qPrintable(found.error().message));
        QCOMPARE(found->size(), 3);
        QCOMPARE(found->constFirst().sourceId, u"refund"_s);
        QCOMPARE(found->constFirst().title, u"Refund window"_s);
        QVERIFY(found->constFirst().score > found->at(1).score);
    }

    void upsertReplaces()
    {
        ChromaRetriever chroma(&m_network, m_settings);
        QVERIFY(QCoro::waitFor(chroma.upsert(
            {{u"refund"_s, u"Refund window"_s, u"Refunds are possible within 90 days."_s}}, {})));
        const auto found = QCoro::waitFor(chroma.search({.text = u"refund window days"_s, .limit = 1}, {}));
        QVERIFY(found && !found->isEmpty());
        QVERIFY(found->constFirst().text.contains(u"90 days"));
    }

private:
    QNetworkAccessManager m_network;
    ChromaSettings m_settings;
};

QTEST_GUILESS_MAIN(TestChroma)
#include "tst_chroma.moc"
