// SPDX-License-Identifier: Apache-2.0
#include "settings/profiles.h"
#include "settings/settings.h"
#include "settings/toml_file.h"

#include <QtCore/QRandomGenerator>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace assay;
using namespace Qt::StringLiterals;

/// Default, file, environment, profile and flag: which one counts, for every key.
class tst_settings_sources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void flagBeatsEnvironmentBeatsFileBeatsDefault_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < settingCount; ++i)
            if (settingAt(i).type != SettingType::Secret)
                QTest::addRow("%s", settingAt(i).key) << i;
    }
    void flagBeatsEnvironmentBeatsFileBeatsDefault()
    {
        QFETCH(int, index);
        const Setting &setting = settingAt(index);
        const QTemporaryDir dir;
        QRandomGenerator random(quint32(index) + 1);
        for (int given = 0; given < 8; ++given) { // every subset of the three sources
            const SettingValue inFile = randomValue(setting, random);
            const SettingValue inEnvironment = randomValue(setting, random);
            const SettingValue inFlag = randomValue(setting, random);
            SettingsSources sources{.file = dir.path() + u"/%1.toml"_s.arg(given)};
            SettingEntry expected{.value = initialValue(setting), .origin = {}};
            if ((given & 1) != 0) {
                QVERIFY(writeSettingsFile(sources.file, {{index, inFile}}));
                expected = {inFile, {OriginKind::File, sources.file, 2}};
            }
            const QString text = settingText(setting, inEnvironment);
            if ((given & 2) != 0 && !text.isEmpty()) {
                const QStringList names = environmentNames(setting);
                const QString name = names.at(random.bounded(int(names.size())));
                sources.environment.insert(name, text);
                expected = {inEnvironment, {OriginKind::Environment, name}};
            }
            if ((given & 4) != 0) {
                sources.assignments = {QString::fromLatin1(setting.key) + u'=' +
                                       settingText(setting, inFlag)};
                expected = {inFlag, {OriginKind::Flag, u"--set"_s}};
            }
            const auto settings = loadSettings(sources);
            QVERIFY2(settings, settings ? "" : qPrintable(toError(settings.error()).message));
            QCOMPARE(settingText(setting, settings->at(index).value), settingText(setting, expected.value));
            QCOMPARE(settings->at(index).origin, expected.origin);
            QVERIFY(settings->at(index) == expected);
            for (int other = 0; other < settingCount; ++other)
                if (other != index)
                    QVERIFY(settings->at(other) == Settings().at(other));
        }
    }

    void theGuidesVariablesAreHonoured_data()
    {
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("key");
        const auto row = [](const char *variable, const char *text, const char *key) {
            QTest::addRow("%s", variable)
                << QString::fromLatin1(variable) << QString::fromLatin1(text) << QString::fromLatin1(key);
        };
        row("KAFKA_BROKERS", "a:9092,b:9092", "telemetry.kafka_brokers");
        row("KAFKA_BOOTSTRAP_SERVERS", "a:9092", "telemetry.kafka_brokers");
        row("KAFKA_TOPIC", "dashstream-quality-2", "kafka.topic");
        row("CHROMA_URL", "http://localhost:8000", "retrieval.chroma_url");
        row("OPENAI_BASE_URL", "http://localhost:9/v1", "models.openai_base_url");
        row("KAFKA_SECURITY_PROTOCOL", "sasl_ssl", "kafka.security_protocol");
        row("KAFKA_SASL_MECHANISM", "SCRAM-SHA-256", "kafka.sasl_mechanism");
        row("KAFKA_SASL_USERNAME", "kafka-user", "kafka.sasl_username");
        row("KAFKA_SSL_CA_LOCATION", "/etc/kafka/ca.pem", "kafka.ssl_ca_location");
        row("KAFKA_SSL_CERTIFICATE_LOCATION", "/etc/kafka/client.pem", "kafka.ssl_certificate_location");
        row("KAFKA_SSL_KEY_LOCATION", "/etc/kafka/client-key.pem", "kafka.ssl_key_location");
    }
    void theGuidesVariablesAreHonoured()
    {
        QFETCH(QString, variable);
        QFETCH(QString, text);
        QFETCH(QString, key);
        const auto settings = loadSettings({.environment = {{variable, text}}});
        QVERIFY(settings);
        const int index = *settingIndex(key);
        QCOMPARE(settingText(settingAt(index), settings->at(index).value), text);
        QCOMPARE(settings->at(index).origin.text(), u"environment %1"_s.arg(variable));
    }

    void aKnownVariableBeatsItsOlderName()
    {
        const auto settings = loadSettings(
            {.environment = {{u"KAFKA_BROKERS"_s, u"a:1"_s}, {u"KAFKA_BOOTSTRAP_SERVERS"_s, u"b:2"_s}}});
        QCOMPARE(settings->get("telemetry.kafka_brokers"_setting), QStringList{u"a:1"_s});
    }

    void anEmptyVariableCountsAsNotSet()
    {
        const auto settings = loadSettings({.environment = {{u"CHROMA_URL"_s, QString()}}});
        QVERIFY(settings);
        QCOMPARE(settings->at("retrieval.chroma_url"_setting.index).origin.kind, OriginKind::Default);
    }

    void aBadVariableIsNamed()
    {
        const auto settings = loadSettings({.environment = {{u"KAFKA_SECURITY_PROTOCOL"_s, u"sasl_sll"_s}}});
        QVERIFY(!settings);
        QCOMPARE(
            settings.error().first().text(),
            u"environment KAFKA_SECURITY_PROTOCOL: kafka.security_protocol: “sasl_sll” is none of plaintext, ssl, sasl_plaintext, sasl_ssl. Did you mean sasl_ssl?"_s);
    }

    void aBadFlagIsRefused_data()
    {
        QTest::addColumn<QString>("assignment");
        QTest::addColumn<SettingProblemKind>("kind");
        QTest::addRow("no equals sign") << u"quality.threshold"_s << SettingProblemKind::Syntax;
        QTest::addRow("no key") << u"=1"_s << SettingProblemKind::Syntax;
        QTest::addRow("unknown key") << u"quality.treshold=1"_s << SettingProblemKind::UnknownKey;
        QTest::addRow("not a number") << u"quality.threshold=high"_s << SettingProblemKind::WrongType;
        QTest::addRow("NaN") << u"quality.threshold=nan"_s << SettingProblemKind::NotANumber;
        QTest::addRow("out of range") << u"quality.threshold=2"_s << SettingProblemKind::OutOfRange;
        QTest::addRow("a fraction of a retry")
            << u"quality.max_retries=1.5"_s << SettingProblemKind::WrongType;
        QTest::addRow("a count beyond counting")
            << u"quality.max_retries=99999999999999999999"_s << SettingProblemKind::WrongType;
        QTest::addRow("a time beyond counting")
            << u"models.timeout_ms=1e300"_s << SettingProblemKind::OutOfRange;
        QTest::addRow("neither true nor false")
            << u"cost.enable_cascade=maybe"_s << SettingProblemKind::WrongType;
        QTest::addRow("a secret") << u"models.openai_api_key=sk-abc"_s
                                  << SettingProblemKind::SecretOutOfPlace;
    }
    void aBadFlagIsRefused()
    {
        QFETCH(QString, assignment);
        QFETCH(SettingProblemKind, kind);
        const auto settings = loadSettings({.assignments = {assignment}});
        QVERIFY(!settings);
        QVERIFY2(settings.error().first().kind == kind, qPrintable(settings.error().first().text()));
        QVERIFY(settings.error().first().text().startsWith(u"--set: "_s));
    }

    void theLastOfTwoFlagsCounts()
    {
        const auto settings =
            loadSettings({.assignments = {u"quality.threshold=0.5"_s, u"quality.threshold=0.6"_s}});
        QCOMPARE(settings->get("quality.threshold"_setting), 0.6);
    }

    void problemsOfAllSourcesComeTogether()
    {
        const auto settings = loadSettings({.file = u"/nowhere.toml"_s,
                                            .fileNeeded = true,
                                            .profile = u"ballanced"_s,
                                            .environment = {{u"CHROMA_URL"_s, u"nonsense"_s}},
                                            .assignments = {u"x=1"_s}});
        QVERIFY(!settings);
        QCOMPARE(settings.error().size(), 4);
    }

    void aMissingDefaultFileIsNoProblem() { QVERIFY(loadSettings({.file = u"/nowhere.toml"_s})); }

    void shippedProfilesTuneAsTheGuideSays()
    {
        const auto cost = loadSettings({.profile = u"cost-optimized"_s});
        QVERIFY2(cost, cost ? "" : qPrintable(toError(cost.error()).message));
        QCOMPARE(cost->get("cost.confidence_threshold"_setting), 0.70);
        QCOMPARE(cost->get("quality.max_retries"_setting), qint64(2));
        QCOMPARE(cost->profile(), u"cost-optimized"_s);
        const auto quality = loadSettings({.profile = u"quality-optimized"_s});
        QCOMPARE(quality->get("cost.confidence_threshold"_setting), 0.90);
        QCOMPARE(quality->get("quality.max_retries"_setting), qint64(5));
        const auto balanced = loadSettings({.profile = u"balanced"_s});
        for (int i = 0; i < settingCount; ++i)
            QVERIFY(balanced->at(i).value == initialValue(settingAt(i)));
    }

    void everyShippedProfileSetsTheSameValues()
    {
        const auto balanced = readProfile(u"balanced"_s, {});
        QVERIFY(balanced);
        for (const Profile &profile : listProfiles({})) {
            const auto values = readProfile(profile.name, {});
            QVERIFY2(values, values ? "" : qPrintable(toError(values.error()).message));
            QCOMPARE(values->keys(), balanced->keys());
            QVERIFY(!profile.summary.isEmpty());
        }
    }

    void aProfileBeatsTheEnvironmentAndYieldsToSet()
    {
        const auto settings = loadSettings({.profile = u"cost-optimized"_s,
                                            .environment = {{u"ASSAY_QUALITY_MAX_RETRIES"_s, u"9"_s},
                                                            {u"ASSAY_COST_CONFIDENCE_THRESHOLD"_s, u"0.1"_s}},
                                            .assignments = {u"quality.max_retries=7"_s}});
        QCOMPARE(settings->get("quality.max_retries"_setting), qint64(7));
        QCOMPARE(settings->get("cost.confidence_threshold"_setting), 0.70);
        QCOMPARE(settings->at("cost.confidence_threshold"_setting.index).origin.text(),
                 u"profile cost-optimized"_s);
    }

    void usersProfilesAreKept()
    {
        const QTemporaryDir dir;
        const auto settings =
            loadSettings({.assignments = {u"quality.threshold=0.42"_s, u"ui.theme=dark"_s}});
        QVERIFY(saveProfile(u"night shift"_s, *settings, dir.path()));
        QCOMPARE(listProfiles(dir.path()).last(), (Profile{.name = u"night shift"_s}));
        const auto again = loadSettings({.profile = u"night shift"_s, .userProfiles = dir.path()});
        QVERIFY(again);
        QCOMPARE(again->get("quality.threshold"_setting), 0.42);
        QCOMPARE(again->get("ui.theme"_setting), u"system"_s); // no tuning, so not part of a profile
        for (const QString &bad : {u"balanced"_s, u"../x"_s, u""_s, u".."_s, u"a/b"_s, u"x"_s.repeated(65)})
            QVERIFY2(!saveProfile(bad, *settings, dir.path()), qPrintable(bad));
    }

    void aProfileMayOnlyTune()
    {
        const QTemporaryDir dir;
        QVERIFY(writeSettingsFile(dir.path() + u"/p.toml"_s, {{"ui.theme"_setting.index, u"dark"_s}}));
        const auto read = readProfile(u"p"_s, dir.path());
        QVERIFY(!read);
        QCOMPARE(read.error().first().key, u"ui.theme"_s);
    }

    void aSnapshotNeverChanges()
    {
        const Settings before;
        const Settings after = before.with({{"quality.threshold"_setting.index, {0.1, {OriginKind::Live}}}});
        QCOMPARE(before.get("quality.threshold"_setting), 0.95);
        QCOMPARE(after.get("quality.threshold"_setting), 0.1);
    }

private:
    static SettingValue randomValue(const Setting &setting, QRandomGenerator &random)
    {
        switch (setting.type) {
        case SettingType::Bool: return random.bounded(2) == 1;
        case SettingType::Integer:
        case SettingType::Number:
        case SettingType::Duration:
        case SettingType::Money:
            return numericValue(setting, setting.minimum +
                                             random.generateDouble() * (setting.maximum - setting.minimum));
        case SettingType::Choice:
            return QString::fromLatin1(
                setting.choices[random.bounded(quint32(setting.choices.size()))].token);
        case SettingType::Text:
            return setting.form == TextForm::Url ? u"https://h%1.example/v1"_s.arg(random.bounded(1000))
                                                 : u"v%1"_s.arg(random.bounded(1000));
        case SettingType::TextList: return QStringList{u"h:%1"_s.arg(1 + random.bounded(60'000)), u"k:1"_s};
        case SettingType::Secret: return std::monostate{};
        }
        Q_UNREACHABLE();
    }
};

QTEST_GUILESS_MAIN(tst_settings_sources)
#include "tst_settings_sources.moc"
