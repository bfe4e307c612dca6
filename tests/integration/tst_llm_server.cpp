// SPDX-License-Identifier: Apache-2.0
#include "resources.h"
#include "service/workbench.h"
#include "turn/turn_json.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QProcess>
#include <QtTest/QtTest>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

const QString question = u"How long do card refunds take?"_s;
const QString refusedKey = u"not-the-right-key"_s;

QString baseUrl()
{
    return qEnvironmentVariable("LLM_BASE_URL");
}

QString modelSpec()
{
    return u"openai/"_s + qEnvironmentVariable("LLM_MODEL");
}

/// Search first, so that evidence is in the prompt; little of it, since the model's window has 2,048 tokens.
QStringList assignments(const QStringList &more = {})
{
    return QStringList{u"models.openai_base_url="_s + baseUrl(),
                       u"agent.fast_model="_s + modelSpec(),
                       u"agent.premium_model="_s + modelSpec(),
                       u"agent.judge_model=offline"_s,
                       u"cost.confidence_threshold=1"_s,
                       u"retrieval.limit=1"_s,
                       u"models.max_tokens=64"_s,
                       u"models.temperature=0"_s,
                       u"models.timeout_ms=180000"_s,
                       u"quality.max_retries=0"_s} +
           more;
}

/// What arrived while a turn ran.
struct Arrival
{
    qint64 atMs = 0;
    QString text{};
};

/// A workbench on a folder of its own that reaches the server.
struct Desk
{
    explicit Desk(const QStringList &settings, const QString &key = qEnvironmentVariable("LLM_API_KEY"))
        : secrets(Variables{{u"OPENAI_API_KEY"_s, key}})
    {
        SettingsSources sources{.file = folder.filePath(u"none.toml"_s), .assignments = settings};
        auto loaded = loadSettings(sources);
        if (!loaded)
            qFatal("%s", qPrintable(loaded.error().first().text()));
        hub = std::make_unique<SettingsHub>(*loaded, sources.file, folder.path());
        workbench = Workbench::open(
            {.data = folder.filePath(u"data"_s), .state = folder.filePath(u"state"_s)}, *hub, secrets);
        QObject::connect(workbench.get(), &Workbench::turnFinished, workbench.get(),
                         [this](const Turn &turn) {
                             finished.append(turn);
                             finishedAt = clock.elapsed();
                         });
        QObject::connect(workbench.get(), &Workbench::stageEvents, workbench.get(),
                         [this](const QList<StageEvent> &events) {
                             for (const StageEvent &event : events)
                                 if (!event.token.isEmpty())
                                     tokens.append({clock.elapsed(), event.token});
                         });
        clock.start();
    }

    Turn ask(const QString &text = question)
    {
        workbench->ask({}, text);
        [&] { QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 200'000); }();
        return finished.value(0);
    }

    /// The answer of a Workbench call that takes a reply function.
    template<typename T, typename Call>
    std::optional<Result<T>> reply(Call call)
    {
        std::optional<Result<T>> got;
        call(Workbench::Reply<T>([&got](Result<T> result) { got = std::move(result); }));
        [&] { QTRY_VERIFY_WITH_TIMEOUT(got.has_value(), 30'000); }();
        return got;
    }

    QTemporaryDir folder;
    Secrets secrets;
    QElapsedTimer clock;
    QList<Turn> finished;
    QList<Arrival> tokens;
    qint64 finishedAt = 0;
    std::unique_ptr<SettingsHub> hub;
    std::unique_ptr<Workbench> workbench; // last: it ends while the others still listen
};

/// Established TCP connections of this process to the server.
int connectionsToServer()
{
    QSet<QString> own;
    const QFileInfoList open =
        QDir(u"/proc/self/fd"_s).entryInfoList(QDir::Files | QDir::System | QDir::NoDotAndDotDot);
    for (const QFileInfo &descriptor : open) {
        const QString target = QString::fromLocal8Bit(QFile::encodeName(descriptor.symLinkTarget()));
        if (const qsizetype at = target.indexOf(u"socket:["_s); at >= 0)
            own.insert(target.mid(at + 8).chopped(1));
    }
    QFile table(u"/proc/net/tcp"_s);
    if (!table.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray peer =
        "0100007F:" + QByteArray::number(QUrl(baseUrl()).port(), 16).toUpper().rightJustified(4, '0');
    int count = 0;
    for (const QByteArray &line : table.readAll().split('\n')) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        if (fields.size() > 9 && fields.at(2) == peer && fields.at(3) == "01" &&
            own.contains(QString::fromLatin1(fields.at(9))))
            ++count;
    }
    return count;
}

} // namespace

/// Against a real OpenAI-compatible server, whose address, model and key the starting script puts into
/// LLM_BASE_URL, LLM_MODEL and LLM_API_KEY. The model is too small to judge an answer's worth.
class TestLlmServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void anAnswerIsStreamedJudgedAndStored();
    void aFailedAttemptIsTriedAgain();
    void stopClosesTheConnectionInMidStream();
    void aRefusedKeyIsSaidSo();
    void aLocalProviderWithoutKeyIsSaidSo();
    void theModelAsJudgeNeverMakesAScoreUp();
    void aPromptOverTheContextWindowIsSaidSo();
    void modelsAreListedAndTested();
    void theCommandLineAnswersToo();
};

void TestLlmServer::initTestCase()
{
    for (const char *name : {"LLM_BASE_URL", "LLM_MODEL", "LLM_API_KEY"})
        QVERIFY2(
            !qEnvironmentVariableIsEmpty(name),
            qPrintable(u"%1 is not set: start the server with tests/services/llm.sh, which prints it"_s.arg(
                QLatin1StringView(name))));
    initAssayResources();
}

void TestLlmServer::anAnswerIsStreamedJudgedAndStored()
{
    Desk desk(assignments());
    const Turn turn = desk.ask();
    QVERIFY2(turn.error.isEmpty(), qPrintable(turn.error));
    QVERIFY(!turn.offline);
    QCOMPARE(turn.attempts.size(), 1);
    const Candidate *chosen = turn.attempts.first().chosen();
    QVERIFY(chosen);
    QCOMPARE(chosen->model, modelSpec());

    // Streamed: text came several times, over some time, before the end, and is the answer.
    QString streamed;
    for (const Arrival &one : std::as_const(desk.tokens))
        streamed += one.text;
    QCOMPARE(streamed.trimmed(), turn.answer);
    QVERIFY2(desk.tokens.size() >= 3, qPrintable(QString::number(desk.tokens.size())));
    QVERIFY2(desk.tokens.last().atMs - desk.tokens.first().atMs >= 50, qPrintable(turn.answer));
    QVERIFY(desk.tokens.first().atMs < desk.finishedAt);

    // The server streams no usage, and nobody knows a price: both say that they are estimates.
    QVERIFY(chosen->usage.completionTokens > 0);
    QVERIFY(chosen->usage.promptTokens > 0);
    QVERIFY(chosen->usage.estimated);
    QCOMPARE(chosen->cost.amount, Micros{0});
    QVERIFY(chosen->cost.estimated);

    QVERIFY(!turn.evidence.isEmpty());
    QVERIFY(chosen->prompt.last().text.contains(turn.evidence.first().text.left(80)));
    QVERIFY(chosen->judgement.has_value());
    QCOMPARE(chosen->judgement->votes.first().judge, u"offline"_s);
    for (const std::optional<float> &score :
         {chosen->judgement->scores.accuracy, chosen->judgement->scores.relevance,
          chosen->judgement->scores.completeness, chosen->judgement->scores.overall})
        QVERIFY(score && isScore(static_cast<double>(*score)));

    QVERIFY(desk.workbench->drain(std::chrono::seconds(10)));
    const auto stored = desk.reply<QList<Turn>>(
        [&](auto reply) { desk.workbench->readTurns(turn.threadId, desk.workbench.get(), reply); });
    QCOMPARE(stored->value(), QList<Turn>{turn});
}

void TestLlmServer::aFailedAttemptIsTriedAgain()
{
    Desk desk(assignments({u"quality.threshold=1"_s, u"quality.max_retries=1"_s,
                           u"quality.retry_strategy=stronger_prompt"_s, u"models.max_tokens=24"_s}));
    const Turn turn = desk.ask(u"What is the refund window and how long do card and SEPA refunds take?"_s);
    QVERIFY2(turn.error.isEmpty(), qPrintable(turn.error));
    QCOMPARE(turn.attempts.size(), 2); // 24 tokens cannot answer all of it
    for (const Attempt &attempt : turn.attempts) {
        QVERIFY(attempt.chosen() && attempt.chosen()->judgement);
        QVERIFY(attempt.verdict.score.has_value());
        QCOMPARE(attempt.verdict.passed, false);
    }
    QCOMPARE(turn.attempts.at(1).retryStrategy, std::optional(RetryStrategy::StrongerPrompt));
    QVERIFY(turn.attempts.at(1).chosen()->prompt != turn.attempts.at(0).chosen()->prompt);
    QCOMPARE(turn.status, TurnStatus::Failed);
}

void TestLlmServer::stopClosesTheConnectionInMidStream()
{
    Desk desk(assignments({u"models.max_tokens=1200"_s, u"models.temperature=0.9"_s}));
    const QString id = desk.workbench->ask(
        {}, u"List every rule about refunds, in great detail, one by one, with examples."_s);
    QTRY_VERIFY_WITH_TIMEOUT(desk.tokens.size() >= 2, 30'000);
    QCOMPARE(connectionsToServer(), 1);
    QElapsedTimer watch;
    watch.start();
    desk.workbench->stop(id);
    while (connectionsToServer() > 0 && watch.elapsed() < 2'000)
        QTest::qWait(1);
    QCOMPARE(connectionsToServer(), 0);
    qInfo("the connection was closed %lld ms after the stop", watch.elapsed());
    QTRY_COMPARE_WITH_TIMEOUT(desk.finished.size(), 1, 5'000);
    QCOMPARE(desk.finished.first().status, TurnStatus::Cancelled);
}

void TestLlmServer::aRefusedKeyIsSaidSo()
{
    Desk desk(assignments({u"quality.max_retries=3"_s}), refusedKey);
    const Turn turn = desk.ask();
    QCOMPARE(turn.status, TurnStatus::Errored);
    QCOMPARE(turn.attempts.size(), 1); // the same key would be refused again
    QVERIFY2(turn.error.contains(u"refused the key (status 401)"_s), qPrintable(turn.error));
    QVERIFY(!QString::fromUtf8(QJsonDocument(toJson(turn)).toJson()).contains(refusedKey));
    const auto tested = desk.reply<QString>(
        [&](auto reply) { desk.workbench->testModel(modelSpec(), desk.workbench.get(), reply); });
    QVERIFY(!tested->has_value());
    QCOMPARE(tested->error().code, Errc::Unauthorized);
}

void TestLlmServer::aLocalProviderWithoutKeyIsSaidSo()
{
    const QString spec = u"llamacpp/"_s + qEnvironmentVariable("LLM_MODEL");
    Desk desk(assignments({u"models.llamacpp_base_url="_s + baseUrl(), u"agent.fast_model="_s + spec,
                           u"agent.premium_model="_s + spec}));
    const Turn turn = desk.ask();
    QCOMPARE(turn.status, TurnStatus::Errored);
    QVERIFY2(turn.error.contains(u"refused the key (status 401)"_s), qPrintable(turn.error));
}

void TestLlmServer::theModelAsJudgeNeverMakesAScoreUp()
{
    Desk desk(assignments({u"agent.judge_model="_s + modelSpec(), u"models.max_tokens=32"_s}));
    const Turn turn = desk.ask();
    QCOMPARE(turn.attempts.size(), 1);
    const Candidate *chosen = turn.attempts.first().chosen();
    QVERIFY(chosen);
    QVERIFY(!chosen->answer.isEmpty());
    const bool scored = chosen->judgement && chosen->judgement->scores.overall;
    qInfo("%s", qPrintable(scored ? chosen->judgement->reasoning : turn.error));
    if (scored) {
        QVERIFY(chosen->judgement->votes.first().judge.contains(qEnvironmentVariable("LLM_MODEL")));
        QVERIFY(chosen->judgement->usage.completionTokens > 0);
        QVERIFY(isScore(static_cast<double>(*chosen->judgement->scores.overall)));
    } else {
        QVERIFY2(turn.error.contains(u"could not be judged"_s), qPrintable(turn.error));
        QVERIFY(!turn.verdict.score.has_value());
        QVERIFY(!turn.verdict.passed);
    }
}

void TestLlmServer::aPromptOverTheContextWindowIsSaidSo()
{
    Desk desk(assignments());
    QString tooLong;
    for (int i = 0; i < 700; ++i)
        tooLong += u"How does refund rule number %1 work? "_s.arg(i);
    const Turn turn = desk.ask(tooLong);
    QCOMPARE(turn.status, TurnStatus::Errored);
    QVERIFY(turn.answer.isEmpty());
    QVERIFY(!turn.verdict.score.has_value());
    QVERIFY2(turn.error.contains(u"context window"_s), qPrintable(turn.error));
}

void TestLlmServer::modelsAreListedAndTested()
{
    Desk desk(assignments());
    const auto listed = desk.reply<QStringList>(
        [&](auto reply) { desk.workbench->listModels(u"openai"_s, desk.workbench.get(), reply); });
    QVERIFY2(listed->has_value(), listed->has_value() ? "" : qPrintable(listed->error().message));
    QVERIFY(listed->value().contains(qEnvironmentVariable("LLM_MODEL")));
    const auto tested = desk.reply<QString>(
        [&](auto reply) { desk.workbench->testModel(modelSpec(), desk.workbench.get(), reply); });
    QVERIFY2(tested->has_value(), tested->has_value() ? "" : qPrintable(tested->error().message));
    QVERIFY(tested->value().contains(u"answered in"_s));
}

void TestLlmServer::theCommandLineAnswersToo()
{
    QStringList arguments{u"ask"_s, question, u"--json"_s};
    for (const QString &one :
         assignments({u"quality.threshold=1"_s, u"quality.max_retries=1"_s, u"models.max_tokens=24"_s}))
        arguments += {u"--set"_s, one};
    const QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"OPENAI_API_KEY"_s, qEnvironmentVariable("LLM_API_KEY"));
    environment.insert(u"HOME"_s, home.path());
    environment.insert(u"XDG_DATA_HOME"_s, home.filePath(u"data"_s));
    QProcess assay;
    assay.setProcessEnvironment(environment);
    assay.start(QStringLiteral(ASSAY_BINARY_DIR) + u"/app/assay"_s, arguments);
    QVERIFY(assay.waitForFinished(200'000));
    const QByteArray errors = assay.readAllStandardError();
    QVERIFY2(assay.exitCode() == 0 || assay.exitCode() == 3, errors.constData());
    const QJsonObject object = QJsonDocument::fromJson(assay.readAllStandardOutput()).object();
    const Result<Turn> turn = turnFromJson(object);
    QVERIFY2(turn.has_value(), turn.has_value() ? "" : qPrintable(turn.error().message));
    QVERIFY(!turn->answer.isEmpty());
    QVERIFY(!turn->offline);
    QCOMPARE(turn->verdict.passed, assay.exitCode() == 0);
    for (const Attempt &attempt : turn->attempts)
        QVERIFY(attempt.verdict.score.has_value());
}

QTEST_GUILESS_MAIN(TestLlmServer)
#include "tst_llm_server.moc"
