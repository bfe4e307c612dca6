// SPDX-License-Identifier: Apache-2.0
#include "models/local_servers.h"
#include "models/registry.h"
#include "support/scripted_server.h"

#include <QCoro/QCoroTask>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace assay;
using namespace assay::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class FakeOffline final : public ChatModel
{
public:
    explicit FakeOffline(QString id) : m_id(std::move(id)) {}
    QString id() const override { return m_id; }
    bool isOffline() const override { return true; }
    QCoro::Task<Result<ChatReply>> complete(ChatRequest, TokenSink, CancelToken) override
    {
        co_return ChatReply{};
    }

private:
    QString m_id;
};

ModelConnections withKey(const QString &key)
{
    ModelConnections connections;
    connections.keyFor = [key](const QString &) { return key; };
    connections.offline = [](const QString &model) -> std::shared_ptr<ChatModel> {
        return model == "offline-fast"_L1 ? std::make_shared<FakeOffline>(model) : nullptr;
    };
    return connections;
}

PriceTable bundledPrices()
{
    QFile file(QStringLiteral(ASSAY_SOURCE_DIR "/resources/prices/prices.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no price table");
    Result<PriceTable> table = PriceTable::parse(file.readAll());
    if (!table)
        qFatal("%s", qPrintable(table.error().message));
    return *table;
}

} // namespace

class TstModelsRegistry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void specsNameAProvider_data();
    void specsNameAProvider();
    void baseUrlsAreChecked_data();
    void baseUrlsAreChecked();
    void aMissingKeyIsExplained();
    void localProvidersNeedNoKey();
    void offlineComesFromOutside();
    void asksTheConfiguredAddress();
    void listsModels();
    void findsLocalServers();
    void looksOnlyAtThisMachine();
    void pricesFollowTheTable_data();
    void pricesFollowTheTable();
    void unknownPricesAreZeroAndSaySo();
    void overridesGoFirst();
    void badPriceFilesNameTheEntry_data();
    void badPriceFilesNameTheEntry();
};

void TstModelsRegistry::specsNameAProvider_data()
{
    QTest::addColumn<QString>("spec");
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("model");
    QTest::newRow("provider and model")
        << u"groq/llama-3.1-8b-instant"_s << u"groq"_s << u"llama-3.1-8b-instant"_s;
    QTest::newRow("a model with a slash of its own")
        << u"groq/qwen/qwen3-32b"_s << u"groq"_s << u"qwen/qwen3-32b"_s;
    QTest::newRow("an unknown word before the slash")
        << u"meta-llama/llama-4"_s << u"openai"_s << u"meta-llama/llama-4"_s;
    QTest::newRow("claude") << u"claude-sonnet-4-5"_s << u"anthropic"_s << u"claude-sonnet-4-5"_s;
    QTest::newRow("offline") << u"offline-premium"_s << u"offline"_s << u"offline-premium"_s;
    QTest::newRow("anything else") << u" gpt-4o-mini "_s << u"openai"_s << u"gpt-4o-mini"_s;
    QTest::newRow("nothing") << u"  "_s << QString() << QString();
    QTest::newRow("a provider without model") << u"ollama/"_s << QString() << QString();
}

void TstModelsRegistry::specsNameAProvider()
{
    QFETCH(QString, spec);
    QFETCH(QString, provider);
    QFETCH(QString, model);
    const Result<ModelName> name = parseModelSpec(spec);
    QCOMPARE(name.has_value(), !provider.isEmpty());
    if (!name)
        return;
    QCOMPARE(QString::fromLatin1(name->provider->token), provider);
    QCOMPARE(name->model, model);
}

void TstModelsRegistry::baseUrlsAreChecked_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("allowPlain");
    QTest::addColumn<bool>("accepted");
    QTest::addColumn<bool>("warns");
    QTest::newRow("https") << u"https://api.openai.com/v1/"_s << false << true << false;
    QTest::newRow("http on this machine") << u"http://127.0.0.1:11434/v1"_s << false << true << false;
    QTest::newRow("http on this machine by IPv6") << u"http://[::1]:8080/v1"_s << false << true << false;
    QTest::newRow("http in a private network") << u"http://192.168.1.7:8000/v1"_s << false << true << false;
    QTest::newRow("172.32 is not private") << u"http://172.32.0.1/v1"_s << false << false << false;
    QTest::newRow("http to localhost") << u"http://localhost:1234"_s << false << true << false;
    QTest::newRow("http to a name without dots") << u"http://ollama:11434/v1"_s << false << true << false;
    QTest::newRow("http on the internet") << u"http://api.example.org/v1"_s << false << false << false;
    QTest::newRow("a name that only begins like localhost")
        << u"http://localhost.evil.org/v1"_s << false << false << false;
    QTest::newRow("http on the internet by will") << u"http://api.example.org/v1"_s << true << true << true;
    QTest::newRow("user info") << u"https://me:key@api.example.org/v1"_s << true << false << false;
    QTest::newRow("a query") << u"https://api.example.org/v1?key=1"_s << true << false << false;
    QTest::newRow("another scheme") << u"file:///etc/passwd"_s << true << false << false;
    QTest::newRow("no scheme") << u"api.example.org/v1"_s << true << false << false;
    QTest::newRow("nothing") << QString() << true << false << false;
    QTest::newRow("spaces inside") << u"https://api example.org"_s << true << false << false;
}

void TstModelsRegistry::baseUrlsAreChecked()
{
    QFETCH(QString, url);
    QFETCH(bool, allowPlain);
    QFETCH(bool, accepted);
    QFETCH(bool, warns);
    const Result<BaseUrl> checked = checkBaseUrl(url, allowPlain);
    QCOMPARE(checked.has_value(), accepted);
    if (!accepted) {
        QCOMPARE(checked.error().code, Errc::InvalidArgument);
        QVERIFY(!checked.error().message.contains(u"key@"));
        return;
    }
    QCOMPARE(!checked->warning.isEmpty(), warns);
    QVERIFY(!checked->url.path().endsWith(u'/'));
}

void TstModelsRegistry::aMissingKeyIsExplained()
{
    const ModelRegistry registry(withKey({}));
    const auto model = registry.find(u"gpt-4o-mini"_s);
    QVERIFY(!model.has_value());
    QCOMPARE(model.error().code, Errc::Unauthorized);
    for (const QString &word : {u"OPENAI_API_KEY"_s, u"Settings"_s, u"offline-fast"_s})
        QVERIFY2(model.error().message.contains(word), qPrintable(model.error().message));
    QVERIFY(ModelRegistry(withKey(u"k"_s)).find(u"gpt-4o-mini"_s).has_value());
}

void TstModelsRegistry::localProvidersNeedNoKey()
{
    const ModelRegistry registry(withKey({}));
    for (const QString &spec : {u"ollama/llama3.2"_s, u"llamacpp/x"_s, u"vllm/x"_s, u"lmstudio/x"_s}) {
        const auto model = registry.find(spec);
        QVERIFY(model.has_value());
        QCOMPARE((*model)->id(), spec);
        QVERIFY(!(*model)->isOffline());
    }
}

void TstModelsRegistry::offlineComesFromOutside()
{
    const ModelRegistry registry(withKey({}));
    const auto model = registry.find(u"offline-fast"_s);
    QVERIFY(model.has_value());
    QVERIFY((*model)->isOffline());
    QCOMPARE(registry.find(u"offline-huge"_s).error().code, Errc::NotFound);
    QCOMPARE(ModelRegistry(ModelConnections{}).find(u"offline-fast"_s).error().code, Errc::NotFound);
}

void TstModelsRegistry::asksTheConfiguredAddress()
{
    ScriptedServer server;
    ModelConnections connections = withKey(u"k"_s);
    connections.providers.insert(
        u"groq"_s, {.baseUrl = server.url(u"/openai/v1/"_s).toString(), .allowPlainHttp = false});
    const ModelRegistry registry(connections);
    const auto model = registry.find(u"groq/llama"_s);
    QVERIFY(model.has_value());
    ChatRequest request;
    request.messages = {{.role = u"user"_s, .text = u"hi"_s}};
    const Result<ChatReply> reply = QCoro::waitFor((*model)->complete(request, {}, {}));
    QVERIFY(reply.has_value());
    QCOMPARE(reply->text, u"Hello."_s);
    QCOMPARE(reply->cost, (Cost{.amount = {}, .estimated = true})); // no price table at all
    QCOMPARE(server.requests().constFirst().path, "/openai/v1/chat/completions"_ba);
}

void TstModelsRegistry::listsModels()
{
    ScriptedServer server;
    ModelConnections connections = withKey(u"k"_s);
    connections.providers.insert(u"openai"_s,
                                 {.baseUrl = server.url(u"/v1"_s).toString(), .allowPlainHttp = false});
    const ModelRegistry registry(connections);
    server.enqueue(modelList({u"b"_s, u"a"_s, u"b"_s, QString(500, u'x')}));
    const Result<QStringList> models = QCoro::waitFor(registry.listModels(u"openai"_s, {}));
    QVERIFY(models.has_value());
    QCOMPARE(*models, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(server.requests().constFirst().method, "GET"_ba);
    QCOMPARE(server.requests().constFirst().header("authorization"), "Bearer k"_ba);
    server.enqueue(htmlReply());
    QCOMPARE(QCoro::waitFor(registry.listModels(u"openai"_s, {})).error().code, Errc::Protocol);
    QCOMPARE(QCoro::waitFor(registry.listModels(u"offline"_s, {})).error().code, Errc::NotFound);
    QCOMPARE(QCoro::waitFor(registry.listModels(u"nobody"_s, {})).error().code, Errc::NotFound);
}

void TstModelsRegistry::findsLocalServers()
{
    ScriptedServer good;
    ScriptedServer slow;
    ScriptedServer page;
    good.setFallback(modelList({u"llama3.2"_s}));
    slow.setFallback(modelList({u"late"_s}).after(5s));
    page.setFallback(htmlReply());
    QElapsedTimer clock;
    clock.start();
    const QList<LocalServer> found =
        QCoro::waitFor(findLocalServersAt({{.provider = u"vllm"_s, .baseUrl = slow.url(u"/v1"_s)},
                                           {.provider = u"llamacpp"_s, .baseUrl = page.url(u"/v1"_s)},
                                           {.provider = u"ollama"_s, .baseUrl = good.url(u"/v1"_s)}},
                                          {}));
    QCOMPARE(found,
             (QList<LocalServer>{
                 {.provider = u"ollama"_s, .baseUrl = good.url(u"/v1"_s), .models = {u"llama3.2"_s}}}));
    QVERIFY(clock.elapsed() < 2000);
}

void TstModelsRegistry::looksOnlyAtThisMachine()
{
    const QList<LocalProbe> probes = usualLocalProbes();
    QCOMPARE(probes.size(), 4);
    for (const LocalProbe &probe : probes)
        QCOMPARE(probe.baseUrl.host(), u"127.0.0.1"_s);
    QElapsedTimer clock;
    clock.start();
    const QList<LocalServer> found = QCoro::waitFor(
        findLocalServersAt({{.provider = u"x"_s, .baseUrl = QUrl(u"http://192.0.2.1/v1"_s)}}, {}));
    QVERIFY(found.isEmpty());
    QVERIFY2(clock.elapsed() < 100, "an address elsewhere is not even tried");
}

void TstModelsRegistry::pricesFollowTheTable_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("entry");
    QTest::addColumn<bool>("exact");
    QTest::newRow("by name") << u"openai"_s << u"gpt-4o-mini"_s << u"gpt-4o-mini"_s << true;
    QTest::newRow("with a date") << u"openai"_s << u"gpt-4o-mini-2024-07-18"_s << u"gpt-4o-mini"_s << true;
    QTest::newRow("latest") << u"anthropic"_s << u"claude-3-5-haiku-latest"_s << u"claude-3-5-haiku"_s
                            << true;
    QTest::newRow("the longest entry counts")
        << u"anthropic"_s << u"claude-opus-4-5-20251101"_s << u"claude-opus-4-5"_s << true;
    QTest::newRow("a sibling is an estimate")
        << u"openai"_s << u"gpt-4o-audio-preview"_s << u"gpt-4o"_s << false;
    QTest::newRow("a prefix must end at a boundary") << u"openai"_s << u"gpt-4.5"_s << QString() << false;
    QTest::newRow("another provider's model") << u"groq"_s << u"gpt-4o"_s << QString() << false;
    QTest::newRow("a name with a slash")
        << u"groq"_s << u"openai/gpt-oss-20b"_s << u"openai/gpt-oss-20b"_s << true;
}

void TstModelsRegistry::pricesFollowTheTable()
{
    QFETCH(QString, provider);
    QFETCH(QString, model);
    QFETCH(QString, entry);
    QFETCH(bool, exact);
    const PriceTable table = bundledPrices();
    QVERIFY(QDate::fromString(table.asOf(), Qt::ISODate).isValid());
    const std::optional<PriceAnswer> answer = table.find(provider, model);
    QCOMPARE(answer ? answer->price.match : QString(), entry);
    if (!answer)
        return;
    QCOMPARE(answer->isExact, exact);
    const Usage usage{.promptTokens = 1000, .completionTokens = 1000, .estimated = false};
    QCOMPARE(table.costOf(provider, model, usage, false).estimated, !exact);
}

void TstModelsRegistry::unknownPricesAreZeroAndSaySo()
{
    const PriceTable table = bundledPrices();
    const Usage usage{.promptTokens = 1000, .completionTokens = 500, .estimated = false};
    QCOMPARE(table.costOf(u"openai"_s, u"gpt-99"_s, usage, false), (Cost{.amount = {}, .estimated = true}));
    QVERIFY(table.explain(u"openai"_s, u"gpt-99"_s, false).contains(u"No price is known"));
    QCOMPARE(table.costOf(u"ollama"_s, u"llama3.2"_s, usage, true), (Cost{.amount = {}, .estimated = false}));
    QCOMPARE(table.costOf(u"openai"_s, u"gpt-4o-mini"_s, usage, false).amount.value, 150 + 300);
    QCOMPARE(table.costOf(u"openai"_s, u"gpt-4o-mini"_s, {1000, 500, true}, false).estimated, true);
}

void TstModelsRegistry::overridesGoFirst()
{
    QTemporaryDir dir;
    QFile file(dir.filePath(u"prices.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"models":[{"provider":"openai","match":"gpt-4o","input":1,"output":2},
                             {"provider":"ollama","match":"llama3.2","input":5,"output":5}]})");
    file.close();
    PriceTable table = bundledPrices();
    QVERIFY(table.addOverrides(file.fileName()).has_value());
    QCOMPARE(table.find(u"openai"_s, u"gpt-4o"_s)->price.input.value, 1);
    QCOMPARE(table.find(u"openai"_s, u"gpt-4.1"_s)->price.input.value, 2'000'000);
    QVERIFY(table.explain(u"openai"_s, u"gpt-4o"_s, false).contains(u"your price file"));
    QCOMPARE(table.costOf(u"ollama"_s, u"llama3.2"_s, {1'000'000, 0, false}, true).amount.value, 5);
    QCOMPARE(table.addOverrides(dir.filePath(u"none.json"_s)).error().code, Errc::NotFound);
}

void TstModelsRegistry::badPriceFilesNameTheEntry_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::newRow("negative") << R"({"provider":"a","match":"b","input":-1,"output":1})"_ba;
    QTest::newRow("fractions of a micro-dollar")
        << R"({"provider":"a","match":"b","input":1.5,"output":1})"_ba;
    QTest::newRow("absurd") << R"({"provider":"a","match":"b","input":1e15,"output":1})"_ba;
    QTest::newRow("text") << R"({"provider":"a","match":"b","input":"1","output":1})"_ba;
    QTest::newRow("no output") << R"({"provider":"a","match":"b","input":1})"_ba;
    QTest::newRow("no provider") << R"({"match":"b","input":1,"output":1})"_ba;
}

void TstModelsRegistry::badPriceFilesNameTheEntry()
{
    QFETCH(QByteArray, entry);
    const Result<PriceTable> table =
        PriceTable::parse(R"({"models":[{"provider":"a","match":"a","input":1,"output":1},)" + entry + "]}");
    QVERIFY(!table.has_value());
    QVERIFY2(table.error().message.contains(u"entry 2"), qPrintable(table.error().message));
}

QTEST_GUILESS_MAIN(TstModelsRegistry)
#include "tst_models_registry.moc"
