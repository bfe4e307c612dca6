// SPDX-License-Identifier: Apache-2.0
#include "settings/secrets.h"
#include "settings/settings_hub.h"
#include "settings/toml_file.h"

#include <QCoro/QCoroTask>
#include <QtCore/QTemporaryDir>
#include <QtCore/QUrl>
#include <QtTest/QTest>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

const QString canary = u"sk-Canary+7f/3e9a?&51äöü"_s;

} // namespace

/// Secrets without a keyring (there is no D-Bus here), and that none ever gets into a text.
class tst_settings_secrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theEnvironmentServes()
    {
        Secrets secrets({{u"OPENAI_API_KEY"_s, canary}});
        const Result<QString> value = QCoro::waitFor(secrets.value("models.openai_api_key"_setting));
        QVERIFY(value);
        QCOMPARE(*value, canary);
        const SecretStatus status = QCoro::waitFor(secrets.status("models.openai_api_key"_setting));
        QCOMPARE(status.source, SecretSource::Environment);
        QCOMPARE(status.text(), u"set (environment OPENAI_API_KEY)"_s);
        QVERIFY(status.noKeyring.isEmpty());
    }

    void withoutAKeyringItSaysWhyAndWhatToDo()
    {
        Secrets secrets({});
        const Result<QString> value = QCoro::waitFor(secrets.value("models.groq_api_key"_setting));
        QVERIFY(!value);
        QCOMPARE(value.error().code, Errc::Unavailable);
        QVERIFY2(value.error().message.contains(u"GROQ_API_KEY"_s), qPrintable(value.error().message));
        const SecretStatus status = QCoro::waitFor(secrets.status("models.groq_api_key"_setting));
        QCOMPARE(status.source, SecretSource::None);
        QCOMPARE(status.text(), u"not set"_s);
        QCOMPARE(status.noKeyring, value.error().message);
        QVERIFY(status.noKeyring.size() > 40);
    }

    void withoutAKeyringNothingIsStored()
    {
        Secrets secrets({});
        const Result<> stored = QCoro::waitFor(secrets.store("models.openai_api_key"_setting, canary));
        QVERIFY(!stored);
        QCOMPARE(stored.error().code, Errc::Unavailable);
        QVERIFY(!stored.error().message.contains(canary));
        const Result<QString> value = QCoro::waitFor(secrets.value("models.openai_api_key"_setting));
        QVERIFY(!value); // above all not kept behind the error's back
    }

    void aQuestionOutlivesWhoAsked()
    {
        auto secrets = std::make_unique<Secrets>(Variables());
        QCoro::Task<Result<QString>> asking = secrets->value("models.openai_api_key"_setting);
        QCoro::Task<QList<SecretStatus>> askingAll = secrets->statusOfAll();
        secrets.reset();
        QVERIFY(!QCoro::waitFor(asking));
        QCOMPARE(QCoro::waitFor(askingAll).size(), 7);
    }

    void aKeyIsOneLine()
    {
        Secrets secrets({});
        for (const QString &bad : {u""_s, u"  "_s, u"a\nb"_s, u"a\0b"_s})
            QCOMPARE(QCoro::waitFor(secrets.store("models.openai_api_key"_setting, bad)).error().code,
                     Errc::InvalidArgument);
    }

    void everySecretIsDeclared()
    {
        Secrets secrets({{u"KAFKA_SASL_PASSWORD"_s, u"kafka-password"_s}});
        QStringList variables;
        for (const SecretStatus &status : QCoro::waitFor(secrets.statusOfAll()))
            variables.append(status.variable);
        QCOMPARE(variables, (QStringList{u"OPENAI_API_KEY"_s, u"ANTHROPIC_API_KEY"_s, u"GROQ_API_KEY"_s,
                                         u"TAVILY_API_KEY"_s, u"KAFKA_SASL_PASSWORD"_s,
                                         u"KAFKA_SSL_KEY_PASSWORD"_s, u"ASSAY_TRIAGE_PASSWORD"_s}));
    }

    void everyFormOfASecretIsTakenOut_data()
    {
        QTest::addColumn<QString>("text");
        const QByteArray bytes = canary.toUtf8();
        const auto row = [](const char *name, const QString &text) { QTest::addRow("%s", name) << text; };
        row("as it is", u"key "_s + canary + u"!"_s);
        row("twice", canary + canary);
        row("hex", QString::fromLatin1(bytes.toHex()));
        row("hex in capitals", QString::fromLatin1(bytes.toHex().toUpper()));
        row("base64", QString::fromLatin1(bytes.toBase64()));
        row("base64 for addresses", QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding)));
        row("base64 after one byte", QString::fromLatin1(("x" + bytes + "tail").toBase64()));
        row("base64 after two bytes", QString::fromLatin1(("xy" + bytes + "tail").toBase64()));
        row("base64 of a header", QString::fromLatin1(("user:" + bytes).toBase64()));
        row("URL-encoded", u"https://h/?k="_s + QString::fromLatin1(QUrl::toPercentEncoding(canary)));
    }
    void everyFormOfASecretIsTakenOut()
    {
        QFETCH(QString, text);
        const Secrets secrets({{u"OPENAI_API_KEY"_s, canary}});
        const QString clean = secrets.redacted(text);
        QVERIFY2(clean.contains(u"[secret]"_s), qPrintable(clean));
        for (const QString &piece :
             {u"Canary"_s, u"51ä"_s, QString::fromLatin1(QByteArray("Canary").toHex())})
            QVERIFY2(!clean.contains(piece, Qt::CaseInsensitive), qPrintable(clean));
        for (int skip = 0; skip < 3; ++skip) { // no three bytes of it can be read back from base64
            const QByteArray read = QByteArray::fromBase64(clean.mid(skip).toLatin1());
            QVERIFY2(!read.contains("Can") && !read.contains("7f/") && !read.contains("9a?"),
                     qPrintable(clean));
        }
    }

    void ordinaryTextStays()
    {
        const Secrets secrets({{u"OPENAI_API_KEY"_s, canary}, {u"GROQ_API_KEY"_s, u"abc"_s}});
        QCOMPARE(secrets.redacted(u"abc sk- canary 51"_s), u"abc sk- canary 51"_s);
    }

    void aSecretNeverAppearsInMessagesOrFiles_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray key = canary.toUtf8();
        const QByteArray plain = "hunter2-plain-word";
        for (const QByteArray &secret : {key, plain}) {
            const bool shaped = secret == key;
            const auto row = [&](const char *name, const QByteArray &text) {
                QTest::addRow("%s, %s", name, shaped ? "shaped" : "plain") << text;
            };
            row("declared", "[models]\nopenai_api_key = \"" + secret + "\"");
            row("undeclared", "[agent]\napi_key = \"" + secret + "\"");
            row("without quotes", "[models]\nopenai_api_key = " + secret);
            row("with an open quote", "[models]\nopenai_api_key = \"" + secret);
            row("twice",
                "[models]\nopenai_api_key = \"" + secret + "\"\nopenai_api_key = \"" + secret + "\"");
            row("in an address",
                "[retrieval]\nchroma_url = \"http://u:" + secret.toPercentEncoding() + "@h/\"");
            if (shaped) {
                row("as a choice", "[quality]\nretry_strategy = \"" + secret + "\"");
                row("as a broker", "[telemetry]\nkafka_brokers = [\"" + secret + "\"]");
                row("as a model", "[agent]\nfast_model = \"" + secret + "\"");
            }
        }
    }
    void aSecretNeverAppearsInMessagesOrFiles()
    {
        QFETCH(QByteArray, text);
        const auto read = readSettingsText(text, u"assay.toml"_s);
        QVERIFY(!read);
        const QString message = toError(read.error()).message;
        QVERIFY2(!message.contains(u"Canary"_s) && !message.contains(u"hunter2"_s), qPrintable(message));
        const Result<QByteArray> edited = editSettingsText(text, {{"ui.theme"_setting.index, u"dark"_s}});
        QVERIFY(!edited);
        QVERIFY(!edited.error().message.contains(u"Canary"_s) &&
                !edited.error().message.contains(u"hunter2"_s));
    }

    void aSecretInAVariableNeverGetsIntoTheFile()
    {
        const QTemporaryDir dir;
        const QString path = dir.path() + u"/assay.toml"_s;
        Variables environment;
        for (const Setting &setting : settingsTable)
            if (setting.type == SettingType::Secret)
                environment.insert(QString::fromLatin1(setting.environment), canary);
        const auto settings = loadSettings({.file = path, .environment = environment});
        QVERIFY(settings);
        SettingsHub hub(*settings, path, dir.path() + u"/profiles"_s);
        QVERIFY(hub.set("quality.threshold"_setting, 0.5));
        QVERIFY(QCoro::waitFor(hub.saveToFile()));
        QVERIFY(QCoro::waitFor(hub.saveProfile(u"p"_s)));
        for (const QString &name : {path, dir.path() + u"/profiles/p.toml"_s}) {
            QFile file(name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(!file.readAll().contains("Canary"));
        }
        for (int i = 0; i < settingCount; ++i)
            QVERIFY(!settingText(settingAt(i), settings->at(i).value).contains(u"Canary"_s));
    }
};

QTEST_GUILESS_MAIN(tst_settings_secrets)
#include "tst_settings_secrets.moc"
