// SPDX-License-Identifier: Apache-2.0
// The binary as a person meets it: what it prints and how it ends.
#include "turn/turn_json.h"

#include <QtCore/QProcess>
#include <QtTest/QtTest>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

struct Outcome
{
    int code = -1;
    QByteArray out;
    QByteArray err;
};

} // namespace

class TestCli : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void askAnswersAndExitsZero();
    void askExitsThreeWhenTheGateDoesNotPass();
    void askExitsOneOnErrors_data();
    void askExitsOneOnErrors();
    void jsonIsTheDocumentedTurn();
    void threadsGoOn();
    void anUnknownThreadIsSaid();
    void anUnreachableDisplayIsSaid_data();
    void anUnreachableDisplayIsSaid();
    void theGuidesConfigurationLoads();
    void configShowTellsOrigins();
    void docsAddListRemove();
    void controlCharactersNeverReachTheTerminal();
    void helpAndVersion();
    void secretsStayOut();

private:
    Outcome run(const QStringList &arguments, const QProcessEnvironment &extra = {});
    std::unique_ptr<QTemporaryDir> m_home;
};

void TestCli::init()
{
    m_home = std::make_unique<QTemporaryDir>();
}

Outcome TestCli::run(const QStringList &arguments, const QProcessEnvironment &extra)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"})
        environment.remove(QString::fromLatin1(name));
    environment.insert(u"HOME"_s, m_home->path());
    environment.insert(extra);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(ASSAY_BINARY_DIR "/app/assay"), arguments);
    if (!process.waitForFinished(60'000))
        process.kill();
    return {.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            .out = process.readAllStandardOutput(),
            .err = process.readAllStandardError()};
}

void TestCli::askAnswersAndExitsZero()
{
    const Outcome outcome = run({u"ask"_s, u"How long do card refunds take?"_s});
    QCOMPARE(outcome.code, 0);
    QVERIFY(outcome.out.contains("5–7"));
    QVERIFY(outcome.out.contains("accuracy"));
    QVERIFY(outcome.out.contains("attempt 1"));
    QVERIFY(outcome.out.contains("Route"));
    QVERIFY(outcome.out.contains("$0.0000"));
    QVERIFY(outcome.out.contains("Offline"));
    QCOMPARE(outcome.err, QByteArray());
}

void TestCli::askExitsThreeWhenTheGateDoesNotPass()
{
    const Outcome outcome = run({u"ask"_s, u"What colour is the dragon of the third moon?"_s, u"--set"_s,
                                 u"quality.max_retries=0"_s});
    QCOMPARE(outcome.code, 3);
    QVERIFY(outcome.out.contains("not passed"));
}

void TestCli::askExitsOneOnErrors_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("an empty question") << QStringList{u"ask"_s, u""_s} << QByteArray("empty");
    QTest::newRow("an unknown key") << QStringList{u"ask"_s, u"x"_s, u"--set"_s, u"quality.treshold=0.9"_s}
                                    << QByteArray("quality.threshold");
    QTest::newRow("a value out of range")
        << QStringList{u"ask"_s, u"x"_s, u"--set"_s, u"quality.threshold=7"_s}
        << QByteArray("quality.threshold");
    QTest::newRow("a missing file") << QStringList{u"ask"_s, u"x"_s, u"--config"_s, u"/no/such.toml"_s}
                                    << QByteArray("such.toml");
    QTest::newRow("an unknown profile")
        << QStringList{u"ask"_s, u"x"_s, u"--profile"_s, u"nope"_s} << QByteArray("nope");
    QTest::newRow("no key for the model") << QStringList{u"ask"_s,   u"x y z"_s,
                                                         u"--set"_s, u"agent.premium_model=gpt-4"_s,
                                                         u"--set"_s, u"cost.enable_cascade=false"_s}
                                          << QByteArray("OPENAI_API_KEY");
    QTest::newRow("an unknown command") << QStringList{u"frobnicate"_s} << QByteArray("frobnicate");
}

void TestCli::askExitsOneOnErrors()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.err.contains(says), outcome.err.constData());
}

void TestCli::jsonIsTheDocumentedTurn()
{
    const Outcome outcome = run(
        {u"ask"_s, u"How long do card refunds take?"_s, u"--json"_s, u"--set"_s, u"quality.threshold=0.9"_s});
    const Result<Turn> turn = turnFromJson(QJsonDocument::fromJson(outcome.out).object());
    QVERIFY(turn.has_value());
    QCOMPARE(turn->status, TurnStatus::Passed);
    QCOMPARE(turn->policy.qualityThreshold, 0.9F);
    QVERIFY(!turn->attempts.isEmpty());
}

void TestCli::threadsGoOn()
{
    const Outcome first = run({u"ask"_s, u"How long do card refunds take?"_s, u"--json"_s});
    const QString thread = QJsonDocument::fromJson(first.out).object().value(u"thread_id").toString();
    const Outcome second =
        run({u"ask"_s, u"How long do SEPA refunds take?"_s, u"--json"_s, u"--thread"_s, thread});
    QCOMPARE(QJsonDocument::fromJson(second.out).object().value(u"number").toInt(), 2);
}

void TestCli::anUnknownThreadIsSaid()
{
    const QString question = u"How long do card refunds take?"_s;
    const Outcome begun =
        run({u"ask"_s, question, u"--thread"_s, u"th_shift"_s, u"--new-thread"_s, u"--json"_s});
    QCOMPARE(begun.code, 0);
    QCOMPARE(QJsonDocument::fromJson(begun.out).object().value(u"thread_id"_s), QJsonValue(u"th_shift"_s));
    const Outcome wrong = run({u"ask"_s, question, u"--thread"_s, u"th_shfit"_s});
    QCOMPARE(wrong.code, 1);
    QCOMPARE(wrong.out, QByteArray());
    QVERIFY2(wrong.err.contains("There is no thread th_shfit. Did you mean th_shift?"),
             wrong.err.constData());
    QCOMPARE(run({u"ask"_s, question, u"--thread"_s, u"th_shift"_s}).code, 0);
}

void TestCli::anUnreachableDisplayIsSaid_data()
{
    QTest::addColumn<QString>("display");
    QTest::addColumn<QString>("wayland");
    QTest::addColumn<QByteArray>("names");
    QTest::newRow("no display at all") << u""_s << u""_s << QByteArray("no display");
    QTest::newRow("an X server that is not there") << u":9741"_s << u""_s << QByteArray(":9741");
    QTest::newRow("a Wayland socket that is not there")
        << u""_s << u"wayland-9741"_s << QByteArray("wayland-9741");
    QTest::newRow("neither answers") << u":9741"_s << u"wayland-9741"_s << QByteArray(":9741");
}

void TestCli::anUnreachableDisplayIsSaid()
{
    QFETCH(const QString, display);
    QFETCH(const QString, wayland);
    QFETCH(const QByteArray, names);
    QProcessEnvironment environment;
    environment.insert(u"DISPLAY"_s, display);
    environment.insert(u"WAYLAND_DISPLAY"_s, wayland);
    environment.insert(u"QT_QPA_PLATFORM"_s, u""_s);
    const Outcome outcome = run({}, environment);
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.err.contains(names) && outcome.err.contains("assay ask"), outcome.err.constData());
    QVERIFY2(!outcome.err.contains("qt.qpa") && outcome.err.count('\n') == 1, outcome.err.constData());
}

void TestCli::theGuidesConfigurationLoads()
{
    const QString file = QStringLiteral(ASSAY_SOURCE_DIR "/tests/data/production.toml");
    const Outcome check = run({u"config"_s, u"check"_s, file});
    QVERIFY2(check.code == 0, check.err.constData());
    const Outcome show = run({u"config"_s, u"show"_s, u"--config"_s, file});
    QCOMPARE(show.code, 0);
    QVERIFY(show.out.contains("gpt-4o-mini"));
    QVERIFY(show.out.contains("production.toml"));
}

void TestCli::configShowTellsOrigins()
{
    QProcessEnvironment extra;
    extra.insert(u"CHROMA_URL"_s, u"http://localhost:8123"_s);
    const Outcome outcome = run({u"config"_s, u"show"_s, u"--set"_s, u"quality.threshold=0.91"_s}, extra);
    QCOMPARE(outcome.code, 0);
    QVERIFY(outcome.out.contains("CHROMA_URL"));
    QVERIFY(outcome.out.contains("http://localhost:8123"));
    QVERIFY(outcome.out.contains("0.91"));
    QVERIFY(outcome.out.contains("--set"));
}

void TestCli::docsAddListRemove()
{
    const QString folder = m_home->path() + u"/notes"_s;
    QDir().mkpath(folder);
    QFile file(folder + u"/wombat.md"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("# Wombat handling\n\nThe wombat desk answers within nineteen minutes on weekdays.\n");
    file.close();
    Outcome outcome = run({u"docs"_s, u"add"_s, folder});
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.out.contains("added 1"), outcome.out.constData());
    outcome = run({u"docs"_s, u"add"_s, folder});
    QVERIFY2(outcome.out.contains("unchanged 1"), outcome.out.constData());
    QVERIFY(run({u"docs"_s, u"list"_s}).out.contains("Wombat handling"));
    QVERIFY(run({u"ask"_s, u"How soon does the wombat desk answer?"_s}).out.contains("nineteen minutes"));
    QCOMPARE(run({u"docs"_s, u"remove"_s, file.fileName()}).code, 0);
    QVERIFY(!run({u"docs"_s, u"list"_s}).out.contains("Wombat handling"));
    QCOMPARE(run({u"docs"_s, u"remove"_s, u"no-such-document"_s}).code, 1);
}

void TestCli::controlCharactersNeverReachTheTerminal()
{
    const QString folder = m_home->path() + u"/notes"_s;
    QDir().mkpath(folder);
    QFile file(folder + u"/zebra.md"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("# Zebra \x1b[31mred\n\nThe zebra crossing \x1b]0;owned\x07 opens at noon for all "
               "\xE2\x80\xAE staff.\n");
    file.close();
    QCOMPARE(run({u"docs"_s, u"add"_s, folder}).code, 0);
    const Outcome outcome = run({u"ask"_s, u"When does the zebra crossing open?"_s});
    QVERIFY(outcome.out.contains("noon"));
    QVERIFY(!outcome.out.contains('\x1b'));
    QVERIFY(!outcome.out.contains('\x07'));
    QVERIFY(!outcome.out.contains("\xE2\x80\xAE"));
}

void TestCli::helpAndVersion()
{
    QCOMPARE(run({u"--help"_s}).code, 0);
    QVERIFY(run({u"--help"_s}).out.contains("ask"));
    QCOMPARE(run({u"--version"_s}).code, 0);
    QVERIFY(run({u"ask"_s, u"--help"_s}).out.contains("--profile"));
}

namespace {

/// A text as it stands, and as it would hide in a file.
QList<QByteArray> formsOf(const QString &secret)
{
    const QByteArray plain = secret.toUtf8();
    return {plain, plain.toBase64().left(plain.size() / 3 * 4), plain.toHex(), plain.toHex().toUpper(),
            plain.toPercentEncoding()};
}

} // namespace

void TestCli::secretsStayOut()
{
    // Six where secrets are kept, six pasted into a question in the shapes keys have.
    const QList<std::pair<QString, QString>> kept{
        {u"OPENAI_API_KEY"_s, u"sk-canary-4f1d9c7be2a85310"_s},
        {u"ANTHROPIC_API_KEY"_s, u"sk-ant-canary-77aa10bd"_s},
        {u"GROQ_API_KEY"_s, u"gsk_canary8812fe00aa41cd7789"_s},
        {u"TAVILY_API_KEY"_s, u"tvly-canary-5512ee90"_s},
        {u"KAFKA_SASL_PASSWORD"_s, u"canary+kafka/password=91"_s},
        {u"KAFKA_SSL_KEY_PASSWORD"_s, u"canary key password 17"_s},
    };
    const QStringList pasted{u"sk-proj-canaryAbCdEf0123456789abcdef"_s,
                             u"gsk_canaryAbCdEf0123456789abcdefABCD"_s,
                             u"AKIACANARY7EXAMPLE99"_s,
                             u"Bearer canary.AbCdEf0123456789abcdef.xyz"_s,
                             u"eyJhbGciOiJIUzI1NiJ9.eyJjYW5hcnkiOiJ5ZXMifQ.c2lnbmF0dXJlLWNhbmFyeQ"_s,
                             u"ghp_canaryAbCdEf0123456789abcdefABCDEF"_s};
    QProcessEnvironment extra;
    for (const auto &[name, secret] : kept)
        extra.insert(name, secret);
    const Outcome show = run({u"config"_s, u"show"_s}, extra);
    // A port nobody listens on: the call fails, and its words must not hold the key.
    const Outcome ask =
        run({u"ask"_s, u"Why were these refused: "_s + pasted.join(u" and "_s) + u"?"_s, u"--set"_s,
             u"models.openai_base_url=http://127.0.0.1:9/v1"_s, u"--set"_s, u"agent.premium_model=gpt-4"_s,
             u"--set"_s, u"cost.enable_cascade=false"_s, u"--set"_s, u"quality.max_retries=0"_s},
            extra);
    QCOMPARE(ask.code, 1);
    QStringList secrets = pasted;
    for (const auto &[name, secret] : kept) {
        secrets.append(secret);
        for (const QByteArray &form : formsOf(secret))
            QVERIFY2(!show.out.contains(form) && !show.err.contains(form) && !ask.out.contains(form) &&
                         !ask.err.contains(form),
                     qPrintable(name));
    }
    QCOMPARE(secrets.size(), 12);
    int files = 0;
    QDirIterator walk(m_home->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        ++files;
        for (const QString &secret : std::as_const(secrets))
            for (const QByteArray &form : formsOf(secret))
                QVERIFY2(!bytes.contains(form), qPrintable(secret + u" in "_s + file.fileName()));
    }
    QVERIFY(files > 2); // log and store are there, or this test would prove nothing
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
