// SPDX-License-Identifier: Apache-2.0
#include "retrieval/chroma.h"
#include "retrieval/hashed_embedding.h"
#include "retrieval/http_json.h"
#include "retrieval/tavily.h"

#include <QCoro/QCoroTask>
#include <QtCore/QElapsedTimer>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QtTest>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

QByteArray http(int status, const QByteArray &body, const QByteArray &extra = {})
{
    return "HTTP/1.1 " + QByteArray::number(status) + " x\r\nContent-Type: application/json\r\n" + extra +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
}

/// JSON written with single quotes (moc of Qt 6.4 stumbles over raw strings).
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

/// Answers one request after the other from a script; remembers what it was asked. An empty
/// answer means silence.
class ScriptedServer : public QObject
{
public:
    explicit ScriptedServer(QList<QByteArray> answers) : m_answers(std::move(answers))
    {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        });
    }

    QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(m_server.serverPort())); }
    QList<QByteArray> requests() const { return m_requests; }

private:
    void read(QTcpSocket *socket)
    {
        QByteArray &request = m_partial[socket];
        request += socket->readAll();
        const qsizetype end = request.indexOf("\r\n\r\n");
        const qsizetype at = request.toLower().indexOf("content-length: ");
        const qsizetype length =
            at < 0 ? 0 : request.mid(at + 16, request.indexOf('\r', at) - at - 16).toLongLong();
        if (end < 0 || request.size() < end + 4 + length)
            return;
        m_requests.append(std::exchange(request, QByteArray()));
        const QByteArray answer = m_answers.isEmpty() ? http(500, "script is over") : m_answers.takeFirst();
        if (answer.isEmpty())
            return;
        socket->write(answer);
        socket->disconnectFromHost();
    }

    QTcpServer m_server;
    QList<QByteArray> m_answers;
    QList<QByteArray> m_requests;
    QHash<QTcpSocket *, QByteArray> m_partial;
};

QJsonObject bodyOf(const QByteArray &request)
{
    return QJsonDocument::fromJson(request.mid(request.indexOf("\r\n\r\n") + 4)).object();
}

double cosine(const Embedding &a, const Embedding &b)
{
    double sum = 0.0;
    for (qsizetype i = 0; i < a.size(); ++i)
        sum += double(a.at(i)) * double(b.at(i));
    return sum;
}

const QByteArray collection = json("{'id':'c0ffee','name':'assay'}");
const QByteArray queryReply =
    json("{'ids':[['a','b']],'documents':[['Sixty "
         "days.',null]],'metadatas':[[{'title':'Refunds'},null]],'distances':[[0.25,0.5]]}");

} // namespace

class TestRemoteRetrievers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chromaIsQueriedAsItsApiSays()
    {
        ScriptedServer server({http(200, collection), http(200, queryReply), http(200, queryReply)});
        ChromaRetriever chroma(&m_network,
                               {.baseUrl = server.url(), .collection = u"my docs"_s, .token = "t0k"});
        const auto found = QCoro::waitFor(chroma.search({.text = u"refund window"_s, .limit = 7}, {}));
        QVERIFY2(found, found ? "" : qPrintable(found.error().message));
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->constFirst().title, u"Refunds"_s);
        QCOMPARE(found->constFirst().sourceId, u"a"_s);
        QCOMPARE(found->constFirst().score, 0.75);
        QCOMPARE(found->constFirst().retriever, u"chroma"_s);
        const auto again = QCoro::waitFor(chroma.search({.text = u"x"_s}, {}));
        QVERIFY2(again, again ? "" : qPrintable(again.error().message));

        QCOMPARE(server.requests().size(), 3); // the collection's id is asked for once
        const QByteArray base = " /api/v2/tenants/default_tenant/databases/default_database/collections/";
        QVERIFY2(server.requests().at(0).startsWith("GET" + base + "my%20docs HTTP"),
                 server.requests().at(0).constData());
        QVERIFY(server.requests().at(1).startsWith("POST" + base + "c0ffee/query HTTP"));
        QVERIFY(server.requests().at(1).contains("Authorization: Bearer t0k"));
        const QJsonObject body = bodyOf(server.requests().at(1));
        QCOMPARE(body.value(u"n_results"_s).toInt(), 7);
        QCOMPARE(body.value(u"query_embeddings"_s).toArray().at(0).toArray().size(), hashedEmbeddingSize);
    }

    void aCollectionMadeAnewIsFoundAgain()
    {
        ScriptedServer server(
            {http(200, collection), http(404, "{}"), http(200, json("{'id':'new'}")), http(200, queryReply)});
        ChromaRetriever chroma(&m_network, {.baseUrl = server.url()});
        QVERIFY(QCoro::waitFor(chroma.search({.text = u"x"_s}, {})));
        QVERIFY(server.requests().at(3).contains("/collections/new/query"));
    }

    void upsertGoesInBatches()
    {
        ScriptedServer server({http(200, collection), http(200, "{}"), http(200, "{}")});
        ChromaRetriever chroma(&m_network, {.baseUrl = server.url()});
        QList<ChromaDocument> documents;
        for (int i = 0; i < 130; ++i)
            documents.append({QString::number(i), u"Title"_s, u"Text %1"_s.arg(i)});
        const auto sent = QCoro::waitFor(chroma.upsert(documents, {}));
        QVERIFY2(sent, sent ? "" : qPrintable(sent.error().message));
        QCOMPARE(*sent, 130);
        QCOMPARE(bodyOf(server.requests().at(0)).value(u"get_or_create"_s).toBool(), true);
        QVERIFY(server.requests().at(1).contains("/c0ffee/upsert"));
        QCOMPARE(bodyOf(server.requests().at(1)).value(u"ids"_s).toArray().size(), 100);
        QCOMPARE(bodyOf(server.requests().at(2)).value(u"embeddings"_s).toArray().size(), 30);
    }

    void tavilyIsAskedAsItsApiSays()
    {
        ScriptedServer server(
            {http(200, json("{'results':[{'title':'T','url':'https://"
                            "e.org','content':'Words','score':0.9},{'title':'no content'}]}"))});
        TavilyRetriever tavily(&m_network, "tvly-key", server.url());
        QVERIFY(tavily.isWebSearch());
        const auto found = QCoro::waitFor(tavily.search({.text = u"refund window"_s, .limit = 99}, {}));
        QVERIFY2(found, found ? "" : qPrintable(found.error().message));
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->constFirst().kind, EvidenceKind::Web);
        QCOMPARE(found->constFirst().sourceId, u"https://e.org"_s);
        const QByteArray request = server.requests().constFirst();
        QVERIFY(request.startsWith("POST /search HTTP"));
        QVERIFY(request.contains("Authorization: Bearer tvly-key"));
        QCOMPARE(bodyOf(request).value(u"max_results"_s).toInt(), 20);
        QCOMPARE(bodyOf(request).value(u"query"_s).toString(), u"refund window"_s);
    }

    void tavilyWithoutAKeyAsksNobody()
    {
        ScriptedServer server({});
        TavilyRetriever tavily(&m_network, {}, server.url());
        QCOMPARE(QCoro::waitFor(tavily.search({.text = u"x"_s}, {})).error().code, Errc::Unauthorized);
        QVERIFY(server.requests().isEmpty());
    }

    void failuresHaveTheirCode_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<Errc>("code");
        QTest::addRow("wrong key") << http(401, "{}") << Errc::Unauthorized;
        QTest::addRow("forbidden") << http(403, "{}") << Errc::Unauthorized;
        QTest::addRow("slow down") << http(429, "{}", "Retry-After: 7\r\n") << Errc::RateLimited;
        QTest::addRow("server failure") << http(500, "oops") << Errc::Unavailable;
        QTest::addRow("bad request") << http(400, "{\"error\":\"dimension\"}") << Errc::InvalidArgument;
        QTest::addRow("a page instead of JSON") << http(200, "<html>login</html>") << Errc::Protocol;
        QTest::addRow("no list of results") << http(200, "{}") << Errc::Protocol;
        QTest::addRow("nested too deep") << http(200, QByteArray("[").repeated(5000)) << Errc::Protocol;
        QTest::addRow("larger than the cap") << http(200, QByteArray(9 << 20, ' ')) << Errc::Protocol;
        QTest::addRow("a redirect is not followed")
            << http(302, "", "Location: https://elsewhere.example/\r\n") << Errc::Protocol;
        QTest::addRow("cut inside the body")
            << QByteArray("HTTP/1.1 200 x\r\nContent-Length: 500\r\n\r\n{\"results\"") << Errc::Unavailable;
        QTest::addRow("not HTTP") << QByteArray("SSH-2.0-OpenSSH\r\n") << Errc::Unavailable;
        QTest::addRow("silence") << QByteArray() << Errc::Timeout;
    }
    void failuresHaveTheirCode()
    {
        QFETCH(QByteArray, answer);
        QFETCH(Errc, code);
        ScriptedServer server({answer});
        TavilyRetriever tavily(&m_network, "key", server.url());
        const auto found =
            QCoro::waitFor(tavily.search({.text = u"x"_s, .timeout = std::chrono::milliseconds(400)}, {}));
        QVERIFY(!found);
        QVERIFY2(found.error().code == code,
                 qPrintable(toToken(found.error().code) + u": "_s + found.error().message));
        QVERIFY(found.error().message.contains(u"Tavily"));
        if (code == Errc::RateLimited)
            QCOMPARE(found.error().retryAfter, std::chrono::milliseconds(7000));
    }

    void nobodyListening()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const QUrl url(u"http://127.0.0.1:%1"_s.arg(closed.serverPort()));
        closed.close();
        ChromaRetriever chroma(&m_network, {.baseUrl = url});
        QCOMPARE(QCoro::waitFor(chroma.search({.text = u"x"_s}, {})).error().code, Errc::Unavailable);
    }

    void cancelEndsTheCall()
    {
        ScriptedServer server({QByteArray()});
        TavilyRetriever tavily(&m_network, "key", server.url());
        const CancelToken token = CancelToken::make();
        QTimer::singleShot(50, this, [token] { token.cancel(); });
        QElapsedTimer clock;
        clock.start();
        const auto found = QCoro::waitFor(
            tavily.search({.text = u"x"_s, .timeout = std::chrono::milliseconds(20'000)}, token));
        QCOMPARE(found.error().code, Errc::Cancelled);
        QVERIFY(clock.elapsed() < 5'000);
    }

    void embeddingsAreStableAndNearWhereTextsAre()
    {
        const Embedding a = hashedEmbedding(u"The refund window for an invoice is 60 days."_s);
        QCOMPARE(a.size(), hashedEmbeddingSize);
        QVERIFY(std::abs(cosine(a, a) - 1.0) < 1e-5);
        QCOMPARE(a, hashedEmbedding(u"the REFUND window for an invoice is 60 days"_s));
        const double near = cosine(a, hashedEmbedding(u"How long is the refund window?"_s));
        const double far = cosine(a, hashedEmbedding(u"Kafka partitions messages by thread"_s));
        QVERIFY2(near > far + 0.2, qPrintable(u"%1 %2"_s.arg(near).arg(far)));
        QCOMPARE(cosine(hashedEmbedding(u"the of and"_s), a), 0.0);
    }

private:
    QNetworkAccessManager m_network;
};

QTEST_GUILESS_MAIN(TestRemoteRetrievers)
#include "tst_remote_retrievers.moc"
