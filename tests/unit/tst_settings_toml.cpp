// SPDX-License-Identifier: Apache-2.0
#include "settings/toml_file.h"

#include <QtCore/QRandomGenerator>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace assay;
using namespace Qt::StringLiterals;

/// Files: what loads, what is refused and how it is said, and what saving keeps.
class tst_settings_toml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void theGuidesProductionFileLoads()
    {
        const auto read = readSettingsFile(QStringLiteral(ASSAY_SOURCE_DIR "/tests/data/production.toml"));
        QVERIFY2(read, read ? "" : qPrintable(toError(read.error()).message));
        const Settings settings = Settings().with(*read);
        QCOMPARE(read->size(), 14);
        QCOMPARE(settings.get("agent.fast_model"_setting), u"gpt-4o-mini"_s);
        QCOMPARE(settings.get("agent.premium_model"_setting), u"gpt-4"_s);
        QCOMPARE(settings.get("quality.threshold"_setting), 0.95);
        QCOMPARE(settings.get("quality.max_retries"_setting), qint64(3));
        QCOMPARE(settings.get("telemetry.kafka_brokers"_setting), QStringList{u"localhost:9092"_s});
        QCOMPARE(settings.get("telemetry.topic_prefix"_setting), u"dashflow_prod"_s);
        QCOMPARE(settings.get("monitoring.alert_window_minutes"_setting), std::chrono::minutes(5));
        QCOMPARE(settings.at("monitoring.alert_window_minutes"_setting.index).origin.text(),
                 u"file production.toml:23"_s);
    }

    void aProblemSaysWhatWhereAndHow_data()
    {
        using Kind = SettingProblemKind;
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<SettingProblemKind>("kind");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("nearest");
        const auto row = [](const char *name, const QByteArray &text, Kind kind, int line, const char *key,
                            const char *nearest = "") {
            QTest::addRow("%s", name)
                << text << kind << line << QString::fromUtf8(key) << QString::fromUtf8(nearest);
        };
        row("a misspelt key", "[quality]\n\ntreshold = 0.9", Kind::UnknownKey, 3, "quality.treshold",
            "quality.threshold");
        row("a key in the wrong section", "[agent]\nmax_retries = 2", Kind::UnknownKey, 2,
            "agent.max_retries", "quality.max_retries");
        row("a key without a section", "threshold = 0.9", Kind::UnknownKey, 1, "threshold",
            "quality.threshold");
        row("a key nothing is like", "[ui]\nzzzzzzzz = 1", Kind::UnknownKey, 2, "ui.zzzzzzzz");
        row("a misspelt section", "# c\n[qualty]\nthreshold = 0.9", Kind::UnknownSection, 2, "qualty",
            "quality");
        row("a section as a value", "quality = 3", Kind::WrongType, 1, "quality");
        row("a text where a number belongs", "[quality]\nthreshold = \"0.9\"", Kind::WrongType, 2,
            "quality.threshold");
        row("a fraction where a count belongs", "[quality]\nmax_retries = 2.5", Kind::WrongType, 2,
            "quality.max_retries");
        row("a number where a switch belongs", "[cost]\nenable_cascade = 1", Kind::WrongType, 2,
            "cost.enable_cascade");
        row("a text where a list belongs", "[telemetry]\nkafka_brokers = \"a:1\"", Kind::WrongType, 2,
            "telemetry.kafka_brokers");
        row("a list of numbers", "[telemetry]\nkafka_brokers = [1]", Kind::WrongType, 2,
            "telemetry.kafka_brokers");
        row("a date", "[ui]\nenvironment_name = 2026-01-01", Kind::WrongType, 2, "ui.environment_name");
        row("a share above one", "[quality]\nthreshold = 1.5", Kind::OutOfRange, 2, "quality.threshold");
        row("a negative count", "[quality]\nmax_retries = -1", Kind::OutOfRange, 2, "quality.max_retries");
        row("infinity", "[models]\ntemperature = inf", Kind::OutOfRange, 2, "models.temperature");
        row("a time that fits no clock", "[models]\ntimeout_ms = 9223372036854775807", Kind::OutOfRange, 2,
            "models.timeout_ms");
        row("money beyond counting", "[cost]\ndaily_budget = 1e300", Kind::OutOfRange, 2,
            "cost.daily_budget");
        row("not a number", "[quality]\nthreshold = nan", Kind::NotANumber, 2, "quality.threshold");
        row("a misspelt choice", "[quality]\nretry_strategy = \"upgrade_modle\"", Kind::NotAccepted, 2,
            "quality.retry_strategy", "upgrade_model");
        row("an address of a file", "[retrieval]\nchroma_url = \"file:///etc/passwd\"", Kind::NotAccepted, 2,
            "retrieval.chroma_url");
        row("a broker without a port", "[telemetry]\nkafka_brokers = [\"localhost\"]", Kind::NotAccepted, 2,
            "telemetry.kafka_brokers");
        row("a model id with a space", "[agent]\nfast_model = \"gpt 4\"", Kind::NotAccepted, 2,
            "agent.fast_model");
        row("a key twice", "[quality]\nthreshold = 0.9\nmax_retries = 1\nthreshold = 0.8", Kind::Duplicate, 4,
            "quality.threshold");
        row("a section twice", "[quality]\nthreshold = 0.9\n[cost]\n[quality]\n", Kind::Duplicate, 4,
            "quality");
        row("no value", "[quality]\nthreshold = \n", Kind::Syntax, 2, "quality.threshold");
        row("a text without quotes", "[agent]\n\nfast_model = gpt-4\n", Kind::Syntax, 3, "agent.fast_model");
        row("an open quote", "[agent]\nfast_model = \"gpt\n", Kind::Syntax, 2, "agent.fast_model");
        row("a NUL byte", QByteArray("[agent]\nfast_model = \"a\0b\"\n", 26), Kind::Syntax, 2,
            "agent.fast_model");
        row("names nested a thousand deep", QByteArray("a.").repeated(1000) + "a = 1", Kind::Syntax, 0, "");
        row("brackets nested a thousand deep", "[ui]\ntheme = " + QByteArray("[").repeated(1000),
            Kind::Syntax, 2, "ui.theme");
        row("bytes that are no UTF-8", "[ui]\n# fine\ntheme = \"\xC3\x28\"", Kind::NotUtf8, 3, "");
        row("a file of a megabyte", QByteArray("# filler\n").repeated(120'000), Kind::TooLarge, 0, "");
        row("a declared secret", "[models]\nopenai_api_key = \"abc\"", Kind::SecretOutOfPlace, 2,
            "models.openai_api_key");
        row("an undeclared secret", "[openai]\n[agent]\napi_key = \"abc\"\n", Kind::UnknownSection, 1,
            "openai");
        row("an undeclared secret by its name", "[agent]\napi_key = \"abc\"\n", Kind::SecretOutOfPlace, 2,
            "agent.api_key");
        row("a secret in an address", "[retrieval]\nchroma_url = \"http://u:p@h\"", Kind::SecretOutOfPlace, 2,
            "retrieval.chroma_url");
        row("a secret as a model id", "[agent]\nfast_model = \"sk-0123456789abcdef\"", Kind::SecretOutOfPlace,
            2, "agent.fast_model");
    }
    void aProblemSaysWhatWhereAndHow()
    {
        QFETCH(QByteArray, text);
        QFETCH(SettingProblemKind, kind);
        QFETCH(int, line);
        QFETCH(QString, key);
        QFETCH(QString, nearest);
        const auto read = readSettingsText(text, u"/home/u/assay.toml"_s);
        QVERIFY(!read);
        const SettingProblem &problem = read.error().first();
        QVERIFY2(problem.kind == kind, qPrintable(problem.text()));
        QCOMPARE(problem.line, line);
        QCOMPARE(problem.key, key);
        QCOMPARE(problem.nearest, nearest);
        QVERIFY(problem.text().startsWith(line > 0 ? u"assay.toml:%1: "_s.arg(line) : u"assay.toml: "_s));
        QVERIFY2(problem.what.endsWith(u'.'), qPrintable(problem.what));
        if (!nearest.isEmpty())
            QVERIFY(problem.text().endsWith(u"Did you mean %1?"_s.arg(nearest)));
    }

    void allProblemsAreToldAtOnce()
    {
        const auto read = readSettingsText(
            "[quality]\nthreshold = 7\ntreshold = 1\n[nowhere]\n[cost]\nenable_cascade = \"x\"\n",
            u"a.toml"_s);
        QVERIFY(!read);
        QList<int> lines;
        for (const SettingProblem &problem : read.error())
            lines.append(problem.line);
        QCOMPARE(lines, (QList<int>{2, 3, 4, 6}));
        QCOMPARE(toError(read.error()).message.count(u'\n'), 3);
    }

    void aMissingFileIsAProblem()
    {
        for (const QString &path : {u"/nowhere/assay.toml"_s, u"/tmp"_s}) {
            const auto read = readSettingsFile(path);
            QVERIFY(!read);
            QCOMPARE(read.error().first().kind, SettingProblemKind::Unreadable);
            QCOMPARE(toError(read.error()).code, Errc::Io);
        }
    }

    void savingKeepsTheUsersFile_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after"); // with quality.threshold = 0.9
        QTest::addRow("an empty file gets a section")
            << QByteArray() << QByteArray("[quality]\nthreshold = 0.9\n");
        QTest::addRow("a value is replaced, comments stay")
            << QByteArray("# mine\n[quality] # here\nthreshold   =  0.95   # bar\nmax_retries = 2\n")
            << QByteArray("# mine\n[quality] # here\nthreshold   =  0.9   # bar\nmax_retries = 2\n");
        QTest::addRow("a new key joins its section")
            << QByteArray("[quality]\nmax_retries = 2 # two\n\n# next\n[cost]\nenable_cascade = true\n")
            << QByteArray("[quality]\nmax_retries = 2 # two\nthreshold = 0.9\n\n# "
                          "next\n[cost]\nenable_cascade = true\n");
        QTest::addRow("a new section goes to the end")
            << QByteArray("[cost]\nenable_cascade = true")
            << QByteArray("[cost]\nenable_cascade = true\n\n[quality]\nthreshold = 0.9\n");
        QTest::addRow("an empty section is filled")
            << QByteArray("[quality]\n[cost]\n") << QByteArray("[quality]\nthreshold = 0.9\n[cost]\n");
        QTest::addRow("dotted keys are found")
            << QByteArray("quality.threshold = 0.5\n") << QByteArray("quality.threshold = 0.9\n");
        QTest::addRow("quoted keys are found") << QByteArray("[\"quality\"]\n'threshold' = 0.5\n")
                                               << QByteArray("[\"quality\"]\n'threshold' = 0.9\n");
        QTest::addRow("a lookalike in a comment, a text and a list is left alone")
            << QByteArray("# threshold = 1\n[ui]\nenvironment_name = \"[quality] threshold = "
                          "1\"\n[telemetry]\nkafka_brokers = [\n  \"a:1\", # threshold = 1\n]\n")
            << QByteArray("# threshold = 1\n[ui]\nenvironment_name = \"[quality] threshold = "
                          "1\"\n[telemetry]\nkafka_brokers = [\n  \"a:1\", # threshold = "
                          "1\n]\n\n[quality]\nthreshold = 0.9\n");
        QTest::addRow("Windows line ends stay")
            << QByteArray("[quality]\r\nmax_retries = 2\r\n")
            << QByteArray("[quality]\r\nmax_retries = 2\r\nthreshold = 0.9\r\n");
        QTest::addRow("an inline table is written anew, nothing is lost")
            << QByteArray("quality = { max_retries = 2 }\ncost = { enable_cascade = false } # c\n")
            << QByteArray("[quality]\nthreshold = 0.9\nmax_retries = 2\n\n[cost]\nenable_cascade = false\n");
    }
    void savingKeepsTheUsersFile()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const Result<QByteArray> edited =
            editSettingsText(before, {{"quality.threshold"_setting.index, 0.9}});
        QVERIFY2(edited, edited ? "" : qPrintable(edited.error().message));
        QCOMPARE(*edited, after);
    }

    void savingNeverLosesAKey()
    {
        QRandomGenerator random(20261121);
        const QByteArray seed = "[quality]\nthreshold = 0.9 # bar\n# c\n[telemetry]\nkafka_brokers = [ # "
                                "list\n \"a:1\",\n]\n[ui]\ntheme=\"dark\"";
        for (int round = 0; round < 500; ++round) {
            QByteArray text = seed;
            QMap<int, SettingValue> wanted;
            const auto start = readSettingsText(text, u"t"_s);
            QVERIFY(start);
            for (auto entry = start->cbegin(); entry != start->cend(); ++entry)
                wanted.insert(entry.key(), entry->value);
            for (int step = 0; step < 4; ++step) {
                const int index = random.bounded(settingCount);
                if (settingAt(index).type == SettingType::Secret ||
                    index == "telemetry.kafka_brokers"_setting.index)
                    continue; // a comment inside a value goes with the value
                const SettingValue value = initialValue(settingAt(index));
                wanted.insert(index, value);
                const Result<QByteArray> edited = editSettingsText(text, {{index, value}});
                QVERIFY(edited);
                text = *edited;
            }
            const auto read = readSettingsText(text, u"t"_s);
            QVERIFY2(read, text.constData());
            QCOMPARE(read->keys(), wanted.keys());
            for (auto entry = read->cbegin(); entry != read->cend(); ++entry)
                QVERIFY(entry->value == wanted.value(entry.key()));
            QVERIFY(text.contains("# bar") && text.contains("# c") && text.contains("# list"));
        }
    }

    void aDamagedFileNeverCrashesTheReader()
    {
        QFile file(QStringLiteral(ASSAY_SOURCE_DIR "/tests/data/production.toml"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        QRandomGenerator random(7);
        int refused = 0;
        for (int round = 0; round < 20'000; ++round) {
            QByteArray text = whole.first(random.bounded(int(whole.size())));
            for (int i = random.bounded(4); i > 0 && !text.isEmpty(); --i)
                text[random.bounded(int(text.size()))] = char(random.bounded(256));
            const auto read = readSettingsText(text, u"t"_s);
            refused += !read;
            const Result<QByteArray> edited =
                editSettingsText(text, {{"quality.threshold"_setting.index, 0.5}});
            QCOMPARE(edited.has_value(), read.has_value());
            if (edited)
                QVERIFY(readSettingsText(*edited, u"t"_s)->value("quality.threshold"_setting.index).value ==
                        SettingValue(0.5));
        }
        QVERIFY(refused > 1000 && refused < 20'000);
    }

    void aFileIsMadeWholeAndPrivate()
    {
        const QTemporaryDir dir;
        const QString path = dir.path() + u"/deep/er/assay.toml"_s;
        QVERIFY(writeSettingsFile(path, {{"ui.theme"_setting.index, u"dark"_s}}));
        QCOMPARE(QFile::permissions(path) & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
                 QFileDevice::Permissions());
        QVERIFY(readSettingsFile(path)->value("ui.theme"_setting.index).value == SettingValue(u"dark"_s));
    }

    void aBrokenFileIsNotOverwritten()
    {
        const QTemporaryDir dir;
        const QString path = dir.path() + u"/assay.toml"_s;
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[quality\n");
        file.close();
        const Result<> written = writeSettingsFile(path, {{"ui.theme"_setting.index, u"dark"_s}});
        QVERIFY(!written);
        QCOMPARE(written.error().code, Errc::InvalidArgument);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "[quality\n");
    }

    void aFullDiskIsSaid()
    {
        const Result<> written =
            writeSettingsFile(u"/proc/assay/assay.toml"_s, {{"ui.theme"_setting.index, u"dark"_s}});
        QVERIFY(!written);
        QCOMPARE(written.error().code, Errc::ReadOnly);
        QVERIFY(written.error().message.contains(u"/proc/assay"_s));
    }

    void aSecretIsNeverWritten()
    {
        QVERIFY(!editSettingsText({}, {{"models.openai_api_key"_setting.index, std::monostate()}}));
        QVERIFY(!editSettingsText({}, {{"agent.fast_model"_setting.index, u"sk-0123456789abcdef"_s}}));
    }
};

QTEST_GUILESS_MAIN(tst_settings_toml)
#include "tst_settings_toml.moc"
