// SPDX-License-Identifier: Apache-2.0
#include "models/http_client.h"
#include "support/scripted_server.h"

#include <QCoro/QCoroTask>
#include <QtCore/QTimer>
#include <QtNetwork/QTcpServer>
#include <QtTest/QTest>

#include <thread>

using namespace assay;
using namespace assay::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

HttpRequest postTo(const QUrl &url, std::chrono::milliseconds timeout = 5s)
{
    HttpRequest request;
    request.method = "POST";
    request.url = url;
    request.headers = {{"Authorization", "Bearer sk-secret-canary-1234"},
                       {"Content-Type", "application/json"}};
    request.body = R"({"ask":1})";
    request.timeout = timeout;
    return request;
}

Result<HttpResponse> sendNow(HttpClient &client, const HttpRequest &request, ByteSink sink = {},
                             const CancelToken &token = {})
{
    return QCoro::waitFor(client.send(request, std::move(sink), token));
}

} // namespace

class TstModelsHttp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsTheRequestAsGiven();
    void statusesBecomeErrors_data();
    void statusesBecomeErrors();
    void repeatsTheProvidersWordsButNotTheKey();
    void brokenServersAreErrors_data();
    void brokenServersAreErrors();
    void aPostIsNeverSentTwice();
    void aCutOffGetIsAnError_data();
    void aCutOffGetIsAnError();
    void nobodyListening();
    void theDeadlineCoversConnecting();
    void tooManyBytesAreRefused();
    void streamsToTheSink();
    void anErrorOfTheSinkEndsTheExchange();
    void redirectsAreNotFollowed();
    void cancelClosesTheConnection();
    void cancelFromAnotherThread();
    void cancelWhileConnecting();
    void fiftyCallsTakeOneLatency();
    void connectionsAreReused();
    void anExchangeMayOutliveItsClient();
};

void TstModelsHttp::sendsTheRequestAsGiven()
{
    ScriptedServer server;
    server.enqueue(jsonReply({{u"ok"_s, true}}));
    HttpClient client;
    const Result<HttpResponse> response = sendNow(client, postTo(server.url(u"/v1/x"_s)));
    QVERIFY(response.has_value());
    QCOMPARE(response->status, 200);
    QCOMPARE(response->body, R"({"ok":true})"_ba);
    const RecordedRequest request = server.requests().constFirst();
    QCOMPARE(request.method, "POST"_ba);
    QCOMPARE(request.path, "/v1/x"_ba);
    QCOMPARE(request.body, R"({"ask":1})"_ba);
    QCOMPARE(request.header("authorization"), "Bearer sk-secret-canary-1234"_ba);
    QCOMPARE(request.header("accept-encoding"), "identity"_ba);
}

void TstModelsHttp::statusesBecomeErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Errc>("code");
    QTest::newRow("400 is a wrong request") << 400 << Errc::InvalidArgument;
    QTest::newRow("401 is a refused key") << 401 << Errc::Unauthorized;
    QTest::newRow("403 is a refused key") << 403 << Errc::Unauthorized;
    QTest::newRow("404 is an unknown model") << 404 << Errc::NotFound;
    QTest::newRow("408 is a timeout") << 408 << Errc::Timeout;
    QTest::newRow("413 is a wrong request") << 413 << Errc::InvalidArgument;
    QTest::newRow("429 is a rate limit") << 429 << Errc::RateLimited;
    QTest::newRow("500 is the server's problem") << 500 << Errc::Unavailable;
    QTest::newRow("503 is the server's problem") << 503 << Errc::Unavailable;
    QTest::newRow("504 is a timeout") << 504 << Errc::Timeout;
    QTest::newRow("529 is the server's problem") << 529 << Errc::Unavailable;
}

void TstModelsHttp::statusesBecomeErrors()
{
    QFETCH(int, status);
    QFETCH(Errc, code);
    ScriptedServer server;
    server.enqueue(errorReply(status, u"the provider's words"_s));
    HttpClient client;
    const Result<HttpResponse> response = sendNow(client, postTo(server.url()));
    QVERIFY(!response.has_value());
    QCOMPARE(response.error().code, code);
    QVERIFY2(response.error().message.contains(u"the provider's words"),
             qPrintable(response.error().message));
    QVERIFY(response.error().message.contains(u"127.0.0.1"));
    QCOMPARE(server.requestCount(), 1);
}

void TstModelsHttp::repeatsTheProvidersWordsButNotTheKey()
{
    ScriptedServer server;
    server.enqueue(
        errorReply(401, u"Incorrect API key provided: sk-secret-canary-1234. Also sk-live*****wxyz. "_s +
                            QString(5000, u'x')));
    HttpClient client;
    const QString message = sendNow(client, postTo(server.url())).error().message;
    QVERIFY(message.contains(u"Incorrect API key provided"));
    QVERIFY(!message.contains(u"canary"));
    QVERIFY(!message.contains(u"wxyz"));
    QVERIFY2(message.size() < 500, qPrintable(message));
}

void TstModelsHttp::brokenServersAreErrors_data()
{
    QTest::addColumn<ScriptedReply>("reply");
    QTest::addColumn<Errc>("code");
    ScriptedReply garbage;
    garbage.raw = "220 mail.example.org ESMTP ready, speak up\r\n250 whatever\r\n\r\n";
    garbage.end = ReplyEnd::Stall;
    ScriptedReply nothing;
    nothing.status = 0;
    QTest::newRow("a web page") << htmlReply() << Errc::Protocol;
    QTest::newRow("not HTTP") << garbage << Errc::Unavailable;
    QTest::newRow("not HTTP, then closed") << garbage.ending(ReplyEnd::Close) << Errc::Unavailable;
    QTest::newRow("closed without a byte") << nothing.ending(ReplyEnd::Close) << Errc::Unavailable;
    QTest::newRow("reset without a byte") << nothing.ending(ReplyEnd::Reset) << Errc::Unavailable;
    QTest::newRow("silent from the start") << nothing.ending(ReplyEnd::Stall) << Errc::Timeout;
    QTest::newRow("closed in a chunked body")
        << openAiStream({u"Hel"_s}).ending(ReplyEnd::Close) << Errc::Unavailable;
    QTest::newRow("closed in a counted body") << jsonReply({}).ending(ReplyEnd::Close) << Errc::Unavailable;
    QTest::newRow("silent in the middle")
        << openAiStream({u"Hel"_s}).ending(ReplyEnd::Stall) << Errc::Timeout;
    QTest::newRow("one byte at a time")
        << sseReply(QList<QByteArray>(200, "x")).pausing(50ms) << Errc::Timeout;
}

void TstModelsHttp::brokenServersAreErrors()
{
    QFETCH(ScriptedReply, reply);
    QFETCH(Errc, code);
    ScriptedServer server;
    server.setFallback(reply);
    HttpClient client;
    HttpRequest request = postTo(server.url(), 1500ms);
    request.stall = 400ms;
    QElapsedTimer clock;
    clock.start();
    const Result<HttpResponse> response = sendNow(client, request);
    QVERIFY(!response.has_value());
    QVERIFY2(response.error().code == code, qPrintable(response.error().message));
    QVERIFY(clock.elapsed() < 4000);
    if (reply.end != ReplyEnd::Finish)
        QTRY_COMPARE(server.openConnectionCount(), 0);
    if (!reply.raw.isEmpty())
        QVERIFY(response.error().message.contains(u"not HTTP"));
}

void TstModelsHttp::aPostIsNeverSentTwice()
{
    ScriptedServer server;
    ScriptedReply nothing;
    nothing.status = 0;
    server.setFallback(nothing.ending(ReplyEnd::Close));
    HttpClient client;
    const Result<HttpResponse> response = sendNow(client, postTo(server.url()));
    QCOMPARE(response.error().code, Errc::Unavailable);
    QTest::qWait(100);
    QCOMPARE(server.requestCount(), 1);
}

void TstModelsHttp::aCutOffGetIsAnError_data()
{
    QTest::addColumn<ScriptedReply>("reply");
    QTest::newRow("chunked") << openAiStream({u"Hel"_s}).ending(ReplyEnd::Close);
    QTest::newRow("counted") << jsonReply({}).ending(ReplyEnd::Close);
}

void TstModelsHttp::aCutOffGetIsAnError()
{
    QFETCH(ScriptedReply, reply);
    ScriptedServer server;
    server.setFallback(reply);
    HttpClient client;
    HttpRequest request;
    request.url = server.url();
    const Result<HttpResponse> response = sendNow(client, request);
    QVERIFY2(!response.has_value(), qPrintable(QString::number(server.requestCount())));
    QCOMPARE(response.error().code, Errc::Unavailable);
    QCOMPARE(server.requestCount(), 1);
}

void TstModelsHttp::nobodyListening()
{
    QTcpServer probe;
    QVERIFY(probe.listen(QHostAddress::LocalHost));
    const quint16 port = probe.serverPort();
    probe.close();
    HttpClient client;
    const Result<HttpResponse> response =
        sendNow(client, postTo(QUrl(u"http://127.0.0.1:%1/v1"_s.arg(port))));
    QCOMPARE(response.error().code, Errc::Unreachable);
    QVERIFY(response.error().message.contains(u"Nothing listens"));
}

void TstModelsHttp::theDeadlineCoversConnecting()
{
    // A listener that accepts nothing: connections hang in its backlog, answers never come.
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    silent.pauseAccepting();
    HttpClient client;
    QElapsedTimer clock;
    clock.start();
    const QUrl url(u"http://127.0.0.1:%1/v1"_s.arg(silent.serverPort()));
    const Result<HttpResponse> response = sendNow(client, postTo(url, 300ms));
    QCOMPARE(response.error().code, Errc::Timeout);
    QVERIFY(clock.elapsed() >= 290);
    QVERIFY(clock.elapsed() < 3000);
}

void TstModelsHttp::tooManyBytesAreRefused()
{
    ScriptedServer server;
    ScriptedReply large;
    large.pieces = QList<QByteArray>(100, QByteArray(10'000, 'x'));
    server.enqueue(large);
    HttpClient client;
    HttpRequest request = postTo(server.url());
    request.maxBytes = 100'000;
    const Result<HttpResponse> response = sendNow(client, request);
    QCOMPARE(response.error().code, Errc::Protocol);
    QVERIFY(response.error().message.contains(u"100000"));
}

void TstModelsHttp::streamsToTheSink()
{
    ScriptedServer server;
    server.enqueue(sseReply({"one", "two", "three"}).pausing(30ms));
    HttpClient client;
    QByteArray all;
    int calls = 0;
    const ByteSink sink = [&](const HttpResponse &head, const QByteArray &bytes) -> Result<> {
        ++calls;
        all += head.status == 200 ? bytes : QByteArray();
        return {};
    };
    const Result<HttpResponse> response = sendNow(client, postTo(server.url()), sink);
    QVERIFY(response.has_value());
    QVERIFY(response->body.isEmpty());
    QCOMPARE(all, "data: one\n\ndata: two\n\ndata: three\n\n"_ba);
    QVERIFY2(calls >= 2, "the pieces arrive as they are sent");
}

void TstModelsHttp::anErrorOfTheSinkEndsTheExchange()
{
    ScriptedServer server;
    server.enqueue(sseReply({"one"}).ending(ReplyEnd::Stall));
    HttpClient client;
    const ByteSink sink = [](const HttpResponse &, const QByteArray &) -> Result<> {
        return fail(Errc::Corrupt, u"not what I wanted"_s);
    };
    const Result<HttpResponse> response = sendNow(client, postTo(server.url()), sink);
    QCOMPARE(response.error().code, Errc::Corrupt);
    QTRY_COMPARE(server.closedByClientCount(), 1);
}

void TstModelsHttp::redirectsAreNotFollowed()
{
    ScriptedServer server;
    ScriptedServer other;
    server.enqueue(errorReply(307, u"moved"_s).with("Location", other.url(u"/v1"_s).toEncoded()));
    HttpClient client;
    const Result<HttpResponse> response = sendNow(client, postTo(server.url()));
    QCOMPARE(response.error().code, Errc::Protocol);
    QVERIFY(response.error().message.contains(other.url().toString()));
    QCOMPARE(other.connectionCount(), 0);
}

void TstModelsHttp::cancelClosesTheConnection()
{
    ScriptedServer server;
    server.enqueue(openAiStream({u"Hel"_s}).ending(ReplyEnd::Stall));
    HttpClient client;
    const CancelToken token = CancelToken::make();
    QElapsedTimer clock;
    const ByteSink sink = [&](const HttpResponse &, const QByteArray &) -> Result<> {
        QTimer::singleShot(0, [&clock, token] {
            clock.start();
            token.cancel();
        });
        return {};
    };
    const Result<HttpResponse> response = sendNow(client, postTo(server.url(), 60s), sink, token);
    QCOMPARE(response.error().code, Errc::Cancelled);
    QTRY_COMPARE_WITH_TIMEOUT(server.closedByClientCount(), 1, 1000);
    qInfo("cancelled, and the server saw the close, after %lld ms", clock.elapsed());
}

void TstModelsHttp::cancelFromAnotherThread()
{
    ScriptedServer server;
    server.enqueue(openAiStream({u"Hel"_s}).ending(ReplyEnd::Stall));
    HttpClient client;
    const CancelToken token = CancelToken::make();
    std::jthread canceller([token] {
        std::this_thread::sleep_for(50ms);
        token.cancel();
    });
    const Result<HttpResponse> response = sendNow(client, postTo(server.url(), 60s), {}, token);
    QCOMPARE(response.error().code, Errc::Cancelled);
    QTRY_COMPARE(server.openConnectionCount(), 0);
}

void TstModelsHttp::cancelWhileConnecting()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    silent.pauseAccepting();
    HttpClient client;
    const CancelToken token = CancelToken::make();
    QTimer::singleShot(50, [token] { token.cancel(); });
    QElapsedTimer clock;
    clock.start();
    const QUrl url(u"http://127.0.0.1:%1/v1"_s.arg(silent.serverPort()));
    const Result<HttpResponse> response = sendNow(client, postTo(url, 60s), {}, token);
    QCOMPARE(response.error().code, Errc::Cancelled);
    QVERIFY(clock.elapsed() < 2000);
}

void TstModelsHttp::fiftyCallsTakeOneLatency()
{
    constexpr int calls = 50;
    constexpr auto latency = 200ms;
    ScriptedServer server;
    server.setFallback(jsonReply({}).after(latency));
    HttpClient client;
    for (int round = 0; round < 2; ++round) { // cold, then on kept connections
        std::vector<QCoro::Task<Result<HttpResponse>>> tasks;
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < calls; ++i)
            tasks.push_back(client.send(postTo(server.url()), {}, {}));
        for (QCoro::Task<Result<HttpResponse>> &task : tasks)
            QVERIFY(QCoro::waitFor(task).has_value());
        const qint64 elapsed = clock.elapsed();
        qInfo("round %d: %d calls of 200 ms took %lld ms", round, calls, elapsed);
        QVERIFY2(elapsed < 2 * latency.count(), qPrintable(QString::number(elapsed)));
    }
    QCOMPARE(server.requestCount(), 2 * calls);
}

void TstModelsHttp::connectionsAreReused()
{
    ScriptedServer server;
    server.setFallback(jsonReply({}));
    HttpClient client;
    for (int i = 0; i < 5; ++i)
        QVERIFY(sendNow(client, postTo(server.url())).has_value());
    QCOMPARE(server.connectionCount(), 1);
}

void TstModelsHttp::anExchangeMayOutliveItsClient()
{
    ScriptedServer server;
    server.setFallback(jsonReply({}).after(50ms));
    auto client = std::make_unique<HttpClient>();
    QCoro::Task<Result<HttpResponse>> task = client->send(postTo(server.url()), {}, {});
    client.reset();
    QVERIFY(QCoro::waitFor(task).has_value());
}

QTEST_GUILESS_MAIN(TstModelsHttp)
#include "tst_models_http.moc"
