// SPDX-License-Identifier: Apache-2.0
#include "settings/secrets.h"

#include <QCoro/QCoroTask>
#include <QtCore/QProcess>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace assay;
using namespace Qt::StringLiterals;

/// Secrets against a real Secret Service (gnome-keyring on a bus of its own, tests/services/keyring.sh).
class tst_keyring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS").startsWith(u"unix:"),
                 "no D-Bus session: run this test through tests/services/keyring.sh run");
    }

    void aKeyIsStoredReadAndRemoved()
    {
        const SecretKey key = "models.openai_api_key"_setting;
        Secrets secrets({});
        QSignalSpy changed(&secrets, &Secrets::changed);
        QCOMPARE(QCoro::waitFor(secrets.status(key)),
                 (SecretStatus{.index = key.index, .variable = u"OPENAI_API_KEY"_s}));

        const Result<> stored = QCoro::waitFor(secrets.store(key, u"  sk-kept-by-the-keyring \n"_s));
        QVERIFY2(stored, stored ? "" : qPrintable(stored.error().message));
        QCOMPARE(changed.count(), 1);

        Secrets nextStart({});
        const Result<QString> read = QCoro::waitFor(nextStart.value(key));
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QCOMPARE(*read, u"sk-kept-by-the-keyring"_s);
        QCOMPARE(QCoro::waitFor(nextStart.status(key)).text(), u"set (keyring)"_s);
        QCOMPARE(nextStart.redacted(u"<sk-kept-by-the-keyring>"_s), u"<[secret]>"_s);

        QVERIFY(QCoro::waitFor(nextStart.remove(key)));
        QVERIFY(QCoro::waitFor(nextStart.remove(key))); // not having it is no error
        Secrets afterwards({});
        QCOMPARE(QCoro::waitFor(afterwards.status(key)).source, SecretSource::None);
    }

    void theServiceKnowsItUnderOurName()
    {
        Secrets secrets({});
        QVERIFY(QCoro::waitFor(secrets.store("kafka.sasl_password"_setting, u"pässwörd with spaces"_s)));
        QProcess tool;
        tool.start(u"secret-tool"_s,
                   {u"lookup"_s, u"server"_s, u"assay"_s, u"user"_s, u"kafka.sasl_password"_s});
        QVERIFY2(tool.waitForFinished(), "secret-tool (libsecret-tools) is missing");
        QCOMPARE(QString::fromUtf8(tool.readAllStandardOutput()), u"pässwörd with spaces"_s);
    }

    void theEnvironmentGoesFirst()
    {
        const SecretKey key = "models.groq_api_key"_setting;
        Secrets secrets({{u"GROQ_API_KEY"_s, u"gsk-of-the-environment"_s}});
        QVERIFY(QCoro::waitFor(secrets.store(key, u"gsk-of-the-keyring"_s)));
        const Result<QString> value = QCoro::waitFor(secrets.value(key));
        QVERIFY(value);
        QCOMPARE(*value, u"gsk-of-the-environment"_s);
    }

    void allStatusesComeTogether()
    {
        Secrets secrets({});
        QVERIFY(QCoro::waitFor(secrets.store("models.anthropic_api_key"_setting, u"sk-ant-123456"_s)));
        Secrets nextStart({{u"OPENAI_API_KEY"_s, u"sk-env-123456"_s}});
        const QList<SecretStatus> all = QCoro::waitFor(nextStart.statusOfAll());
        QCOMPARE(all.size(), 7);
        QCOMPARE(all.at(0).source, SecretSource::Environment);
        QCOMPARE(all.at(1).source, SecretSource::Keyring);
        QCOMPARE(all.at(3).source, SecretSource::None);
        QVERIFY(all.at(3).noKeyring.isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_keyring)
#include "tst_keyring.moc"
