// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"
#include "models/anthropic_model.h"
#include "models/openai_model.h"
#include "models/remote_model.h"
#include "support/scripted_server.h"

#include <QCoro/QCoroTask>
#include <QtCore/QJsonArray>
#include <QtCore/QTimer>
#include <QtTest/QTest>

using namespace assay;
using namespace assay::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

ChatRequest question()
{
    ChatRequest request;
    request.messages = {{.role = u"system"_s, .text = u"Be brief."_s},
                        {.role = u"user"_s, .text = u"How long?"_s}};
    request.timeout = 10s;
    return request;
}

PriceTable prices()
{
    return *PriceTable::parse(
        R"({"as_of":"2026-01-01","models":[{"provider":"openai","match":"scripted","input":1000000,"output":2000000},
            {"provider":"anthropic","match":"claude-scripted","input":3000000,"output":15000000}]})");
}

struct Fixture
{
    ScriptedServer server;
    QStringList streamed;
    RemoteServices services{.http = std::make_shared<HttpClient>(),
                            .limiter = nullptr,
                            .prices = std::make_shared<PriceTable>(prices()),
                            .retry = {.maxRetries = 2, .firstDelay = 1ms, .maxDelay = 5ms, .seed = 1},
                            .stall = 500ms};

    std::unique_ptr<ChatModel> model(bool anthropic = false, bool isLocal = false)
    {
        RemoteEndpoint endpoint{.id = u"test/scripted-1"_s,
                                .provider = anthropic ? u"anthropic"_s : u"openai"_s,
                                .model = anthropic ? u"claude-scripted"_s : u"scripted-1"_s,
                                .baseUrl = server.url(u"/v1"_s),
                                .key = u"sk-test-key"_s,
                                .isLocal = isLocal};
        std::shared_ptr<const ChatDialect> dialect;
        if (anthropic)
            dialect = std::make_shared<AnthropicDialect>();
        else
            dialect = std::make_shared<OpenAiDialect>();
        return std::make_unique<RemoteModel>(endpoint, dialect, services);
    }

    Result<ChatReply> ask(ChatModel &chat, ChatRequest request = question(), const CancelToken &token = {})
    {
        const TokenSink sink = [this](const QString &text) { streamed.append(text); };
        return QCoro::waitFor(chat.complete(std::move(request), sink, token));
    }

    Result<ChatReply> ask(ScriptedReply reply, bool anthropic = false)
    {
        server.enqueue(std::move(reply));
        const auto chat = model(anthropic);
        return ask(*chat);
    }
};

} // namespace

class TstModelsChat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void openAiStreams();
    void openAiRequestIsAsDocumented();
    void anthropicStreams();
    void anthropicRequestIsAsDocumented();
    void missingUsageIsEstimatedAndSaidSo();
    void aWholeReplyIsAcceptedInPlaceOfAStream();
    void brokenRepliesAreErrors_data();
    void brokenRepliesAreErrors();
    void errorsInTheStreamKeepTheirKind_data();
    void errorsInTheStreamKeepTheirKind();
    void textAlreadyStreamedIsNotAskedForAgain();
    void rateLimitIsWaitedOutAndCounted();
    void aRefusedKeyIsNotRepeated();
    void aTenMegabyteLineIsRefused();
    void aMissingDoneIsForgivenAfterAFinishReason();
    void surrogatePairsMayBeCutInTwo();
    void cancelStopsTheStream();
    void rateLimiterStopsAtTheDeadline();
    void localModelsCostNothing();
};

void TstModelsChat::openAiStreams()
{
    Fixture f;
    const Result<ChatReply> reply = f.ask(openAiStream({u"14 "_s, u"days"_s, u"."_s}, TokenCounts(100, 50)));
    QVERIFY2(reply.has_value(), reply ? "" : qPrintable(reply.error().message));
    QCOMPARE(reply->text, u"14 days."_s);
    QCOMPARE(f.streamed.join(QString()), u"14 days."_s);
    QCOMPARE(f.streamed.size(), 3);
    QCOMPARE(reply->model, u"scripted-1"_s);
    QCOMPARE(reply->finishReason, u"stop"_s);
    QCOMPARE(reply->usage, (Usage{.promptTokens = 100, .completionTokens = 50, .estimated = false}));
    QCOMPARE(reply->cost.amount.value, 200); // 100 · 1 + 50 · 2 micro-dollars
    QCOMPARE(reply->retries, 0);
    QVERIFY(reply->firstToken.count() > 0);
}

void TstModelsChat::openAiRequestIsAsDocumented()
{
    Fixture f;
    ChatRequest request = question();
    request.jsonObject = true;
    request.maxTokens = 77;
    f.server.enqueue(openAiStream({u"x"_s}));
    const auto chat = f.model();
    QVERIFY(f.ask(*chat, request).has_value());
    const RecordedRequest sent = f.server.requests().constFirst();
    QCOMPARE(sent.path, "/v1/chat/completions"_ba);
    QCOMPARE(sent.header("authorization"), "Bearer sk-test-key"_ba);
    const QJsonObject body = *parseJsonObject(sent.body);
    QCOMPARE(body.value("model"_L1).toString(), u"scripted-1"_s);
    QCOMPARE(body.value("stream"_L1).toBool(), true);
    QCOMPARE(body.value("stream_options"_L1).toObject().value("include_usage"_L1).toBool(), true);
    QCOMPARE(body.value("max_tokens"_L1).toInt(), 77);
    QCOMPARE(body.value("response_format"_L1).toObject().value("type"_L1).toString(), u"json_object"_s);
    QCOMPARE(body.value("messages"_L1).toArray().at(1).toObject().value("content"_L1).toString(),
             u"How long?"_s);
}

void TstModelsChat::anthropicStreams()
{
    Fixture f;
    const Result<ChatReply> reply =
        f.ask(anthropicStream({u"14 "_s, u"days."_s}, TokenCounts(100, 50)), true);
    QVERIFY2(reply.has_value(), reply ? "" : qPrintable(reply.error().message));
    QCOMPARE(reply->text, u"14 days."_s);
    QCOMPARE(f.streamed, (QStringList{u"14 "_s, u"days."_s}));
    QCOMPARE(reply->model, u"claude-scripted"_s);
    QCOMPARE(reply->finishReason, u"end_turn"_s);
    QCOMPARE(reply->usage, (Usage{.promptTokens = 100, .completionTokens = 50, .estimated = false}));
    QCOMPARE(reply->cost.amount.value, 300 + 750);
    QCOMPARE(reply->cost.estimated, false);
}

void TstModelsChat::anthropicRequestIsAsDocumented()
{
    Fixture f;
    QVERIFY(f.ask(anthropicStream({u"x"_s}), true).has_value());
    const RecordedRequest sent = f.server.requests().constFirst();
    QCOMPARE(sent.path, "/v1/messages"_ba);
    QCOMPARE(sent.header("x-api-key"), "sk-test-key"_ba);
    QCOMPARE(sent.header("anthropic-version"), "2023-06-01"_ba);
    const QJsonObject body = *parseJsonObject(sent.body);
    QCOMPARE(body.value("system"_L1).toString(), u"Be brief."_s);
    QCOMPARE(body.value("messages"_L1).toArray().size(), 1);
    QCOMPARE(body.value("max_tokens"_L1).toInt(), 1024);
}

void TstModelsChat::missingUsageIsEstimatedAndSaidSo()
{
    Fixture f;
    const Result<ChatReply> reply = f.ask(openAiStream({u"12345678"_s}, std::nullopt));
    QVERIFY(reply.has_value());
    QCOMPARE(reply->usage.completionTokens, 2);
    QCOMPARE(reply->usage.promptTokens, 3 + 3); // "Be brief." and "How long?" have 9 bytes each
    QVERIFY(reply->usage.estimated);
    QVERIFY(reply->cost.estimated);
}

void TstModelsChat::aWholeReplyIsAcceptedInPlaceOfAStream()
{
    Fixture f;
    const Result<ChatReply> reply = f.ask(openAiWhole(u"14 days."_s, TokenCounts(10, 5)));
    QVERIFY(reply.has_value());
    QCOMPARE(reply->text, u"14 days."_s);
    QCOMPARE(f.streamed, QStringList{u"14 days."_s});
    QCOMPARE(reply->usage.completionTokens, 5);
}

void TstModelsChat::brokenRepliesAreErrors_data()
{
    QTest::addColumn<ScriptedReply>("reply");
    QTest::addColumn<Errc>("code");
    QTest::addColumn<int>("requests");
    ScriptedReply page = htmlReply();
    page.contentType = "application/json";
    ScriptedReply notJson;
    notJson.pieces = {"{\"choices\": [oops"};
    ScriptedReply empty;
    QTest::newRow("a web page") << htmlReply() << Errc::Protocol << 1;
    QTest::newRow("a web page that calls itself JSON") << page << Errc::Protocol << 1;
    QTest::newRow("invalid JSON") << notJson << Errc::Protocol << 1;
    QTest::newRow("JSON of another API") << jsonReply({{u"hello"_s, 1}}) << Errc::Protocol << 1;
    QTest::newRow("an empty body") << empty << Errc::Protocol << 1;
    QTest::newRow("an event that is not JSON") << sseReply({"{\"a\":"}) << Errc::Protocol << 1;
    QTest::newRow("an event of another API") << sseReply({"{\"a\":1}"}) << Errc::Protocol << 1;
    QTest::newRow("deep nesting") << sseReply({QByteArray(100'000, '[')}) << Errc::Protocol << 1;
    QTest::newRow("not UTF-8") << sseReply({"{\"choices\":[{\"delta\":{\"content\":\"\xff\xfe\"}}]}"})
                               << Errc::Protocol << 1;
    QTest::newRow("closed before any text is repeated")
        << openAiStream({}).ending(ReplyEnd::Close) << Errc::Unavailable << 3;
    QTest::newRow("status 500 is repeated") << errorReply(500, u"oops"_s) << Errc::Unavailable << 3;
    QTest::newRow("a wrong model is not") << errorReply(404, u"no such model"_s) << Errc::NotFound << 1;
}

void TstModelsChat::brokenRepliesAreErrors()
{
    QFETCH(ScriptedReply, reply);
    QFETCH(Errc, code);
    QFETCH(int, requests);
    if (reply.end == ReplyEnd::Close)
        reply.pieces = reply.pieces.first(1); // the role, then nothing
    Fixture f;
    f.server.setFallback(reply);
    const auto chat = f.model();
    const Result<ChatReply> answer = f.ask(*chat);
    QVERIFY(!answer.has_value());
    QVERIFY2(answer.error().code == code, qPrintable(answer.error().message));
    QCOMPARE(answer.error().where, u"models"_s);
    QCOMPARE(f.server.requestCount(), requests);
    QVERIFY(f.streamed.isEmpty());
    if (code == Errc::Protocol)
        QVERIFY2(answer.error().message.contains(u"does not look like"), qPrintable(answer.error().message));
}

void TstModelsChat::errorsInTheStreamKeepTheirKind_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<bool>("anthropic");
    QTest::addColumn<Errc>("code");
    QTest::newRow("OpenAI rate limit")
        << R"({"error":{"type":"rate_limit_error","message":"slow"}})"_ba << false << Errc::RateLimited;
    QTest::newRow("OpenAI context length")
        << R"({"error":{"code":"context_length_exceeded","message":"too long"}})"_ba << false
        << Errc::InvalidArgument;
    QTest::newRow("status as code") << R"({"error":{"code":503,"message":"busy"}})"_ba << false
                                    << Errc::Unavailable;
    QTest::newRow("error as text") << R"({"error":"model crashed"})"_ba << false << Errc::Unavailable;
    QTest::newRow("Anthropic overload")
        << R"({"type":"error","error":{"type":"overloaded_error","message":"busy"}})"_ba << true
        << Errc::Unavailable;
    QTest::newRow("Anthropic key")
        << R"({"type":"error","error":{"type":"authentication_error","message":"no"}})"_ba << true
        << Errc::Unauthorized;
}

void TstModelsChat::errorsInTheStreamKeepTheirKind()
{
    QFETCH(QByteArray, event);
    QFETCH(bool, anthropic);
    QFETCH(Errc, code);
    Fixture f;
    f.services.retry.maxRetries = 0;
    const Result<ChatReply> reply = f.ask(sseReply({event}), anthropic);
    QVERIFY(!reply.has_value());
    QVERIFY2(reply.error().code == code, qPrintable(reply.error().message));
}

void TstModelsChat::textAlreadyStreamedIsNotAskedForAgain()
{
    Fixture f;
    ScriptedReply broken = openAiStream({u"Hel"_s, u"lo"_s});
    broken.pieces = broken.pieces.first(2);
    f.server.setFallback(broken.ending(ReplyEnd::Close));
    const auto chat = f.model();
    const Result<ChatReply> reply = f.ask(*chat);
    QCOMPARE(reply.error().code, Errc::Unavailable);
    QCOMPARE(f.streamed, QStringList{u"Hel"_s});
    QCOMPARE(f.server.requestCount(), 1);
}

void TstModelsChat::rateLimitIsWaitedOutAndCounted()
{
    Fixture f;
    f.server.enqueue(errorReply(429, u"slow down"_s).with("Retry-After", "0.2"));
    f.server.enqueue(errorReply(503, u"busy"_s));
    f.server.enqueue(openAiStream({u"ok"_s}));
    const auto chat = f.model();
    QElapsedTimer clock;
    clock.start();
    const Result<ChatReply> reply = f.ask(*chat);
    QVERIFY(reply.has_value());
    QCOMPARE(reply->retries, 2);
    QVERIFY(clock.elapsed() >= 200);
    QVERIFY(reply->firstToken >= 200ms);
}

void TstModelsChat::aRefusedKeyIsNotRepeated()
{
    Fixture f;
    f.server.setFallback(errorReply(401, u"bad key sk-test-key"_s));
    const auto chat = f.model();
    const Result<ChatReply> reply = f.ask(*chat);
    QCOMPARE(reply.error().code, Errc::Unauthorized);
    QVERIFY(!reply.error().message.contains(u"sk-test-key"));
    QCOMPARE(f.server.requestCount(), 1);
}

void TstModelsChat::aTenMegabyteLineIsRefused()
{
    Fixture f;
    const Result<ChatReply> reply = f.ask(sseReply({QByteArray(10 << 20, 'x')}).ending(ReplyEnd::Stall));
    QCOMPARE(reply.error().code, Errc::Protocol);
    QVERIFY2(reply.error().message.contains(u"10000000"), qPrintable(reply.error().message));
    QTRY_COMPARE(f.server.openConnectionCount(), 0);
}

void TstModelsChat::aMissingDoneIsForgivenAfterAFinishReason()
{
    Fixture f;
    ScriptedReply reply = openAiStream({u"ok"_s}, std::nullopt);
    reply.pieces.removeLast();
    QVERIFY(f.ask(reply).has_value());
    reply.pieces.removeLast(); // now the finish reason is gone as well
    f.services.retry.maxRetries = 0;
    QCOMPARE(f.ask(reply).error().code, Errc::Unavailable);
}

void TstModelsChat::surrogatePairsMayBeCutInTwo()
{
    Fixture f;
    const auto chunk = [](const char *content) {
        return R"({"choices":[{"delta":{"content":")" + QByteArray(content) + R"("}}]})";
    };
    const Result<ChatReply> reply =
        f.ask(sseReply({chunk(R"(a\ud83d)"), chunk(R"(\ude00b)"), chunk(R"(c\u0000\ud83d)"), "[DONE]"}));
    QVERIFY(reply.has_value());
    QCOMPARE(reply->text, u"a\U0001F600bc\uFFFD"_s);
    QCOMPARE(f.streamed.join(QString()), reply->text);
}

void TstModelsChat::cancelStopsTheStream()
{
    Fixture f;
    f.server.enqueue(openAiStream(QStringList(1000, u"x"_s)).pausing(5ms));
    const auto chat = f.model();
    const CancelToken token = CancelToken::make();
    QTimer::singleShot(100, [token] { token.cancel(); });
    const Result<ChatReply> reply = f.ask(*chat, question(), token);
    QCOMPARE(reply.error().code, Errc::Cancelled);
    QVERIFY(!f.streamed.isEmpty());
    QTRY_COMPARE(f.server.closedByClientCount(), 1);
    QCOMPARE(f.server.requestCount(), 1);
}

void TstModelsChat::rateLimiterStopsAtTheDeadline()
{
    Fixture f;
    f.services.limiter = std::make_shared<RateLimiter>(0.01, 1.0);
    const auto chat = f.model();
    ChatRequest request = question();
    request.timeout = 200ms;
    QVERIFY(f.ask(*chat, request).has_value());
    const Result<ChatReply> second = f.ask(*chat, request);
    QCOMPARE(second.error().code, Errc::Timeout);
    QVERIFY(second.error().message.contains(u"rate limit"));
    QCOMPARE(f.server.requestCount(), 1);
}

void TstModelsChat::localModelsCostNothing()
{
    Fixture f;
    f.services.prices = nullptr;
    f.server.enqueue(openAiStream({u"ok"_s}, std::nullopt));
    const auto chat = f.model(false, true);
    const Result<ChatReply> reply = f.ask(*chat);
    QCOMPARE(reply->cost, (Cost{.amount = {}, .estimated = false}));
    QVERIFY(reply->usage.estimated);
}

QTEST_GUILESS_MAIN(TstModelsChat)
#include "tst_models_chat.moc"
