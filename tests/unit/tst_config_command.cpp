// SPDX-License-Identifier: Apache-2.0
#include "commands/config_command.h"
#include "settings/toml_file.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

using namespace assay;
using namespace assay::app;
using namespace Qt::StringLiterals;

/// `assay config …` from its command line to its output and exit code.
class tst_config_command : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showPrintsEveryValueWithItsOrigin()
    {
        write("[quality]\nthreshold = 0.9\n");
        m_sources.environment = {{u"CHROMA_URL"_s, u"http://h:8000"_s}};
        m_sources.assignments = {u"quality.max_retries=1"_s};
        QCOMPARE(run({"config", "show"}), 0);
        QVERIFY2(hasLine(u"threshold = 0.9"_s, u"# file assay.toml:2"_s), qPrintable(m_out));
        QVERIFY(hasLine(u"chroma_url = \"http://h:8000\""_s, u"# environment CHROMA_URL"_s));
        QVERIFY(hasLine(u"max_retries = 1"_s, u"# flag --set"_s));
        QVERIFY(hasLine(u"confidence_threshold = 0.75"_s, u"# default"_s));
        const auto again =
            readSettingsText(m_out.toUtf8(), u"shown.toml"_s); // what is shown is a settings file
        QVERIFY2(again, again ? "" : qPrintable(toError(again.error()).message));
        const auto settings = loadSettings(m_sources);
        for (int i = 0; i < settingCount; ++i)
            if (settingAt(i).type != SettingType::Secret)
                QVERIFY2(again->value(i).value == settings->at(i).value, settingAt(i).key);
    }

    void showNeverPrintsASecret()
    {
        const QString canary = u"sk-Canary-0123456789"_s;
        for (const Setting &setting : settingsTable)
            if (setting.type == SettingType::Secret)
                m_sources.environment.insert(QString::fromLatin1(setting.environment), canary);
        m_sources.environment.remove(u"GROQ_API_KEY"_s);
        for (const bool json : {false, true}) {
            QCOMPARE(run(json ? std::vector<std::string>{"config", "show", "--json"}
                              : std::vector<std::string>{"config"}),
                     0);
            QVERIFY(!(m_out + m_err).contains(u"Canary"_s));
        }
        QCOMPARE(run({"config"}), 0);
        QVERIFY(m_out.contains(u"# openai_api_key: set (environment OPENAI_API_KEY)"_s));
        QVERIFY(m_out.contains(u"# groq_api_key: not set"_s));
    }

    void showAsJson()
    {
        m_sources.environment = {{u"KAFKA_BROKERS"_s, u"a:1,b:2"_s}, {u"OPENAI_API_KEY"_s, u"sk-123456"_s}};
        QCOMPARE(run({"config", "show", "--json"}), 0);
        const QJsonObject shown = QJsonDocument::fromJson(m_out.toUtf8()).object();
        QHash<QString, QJsonObject> byKey;
        for (const QJsonValue one : shown.value(u"settings"_s).toArray())
            byKey.insert(one.toObject().value(u"key"_s).toString(), one.toObject());
        QCOMPARE(byKey.size() + shown.value(u"secrets"_s).toArray().size(), settingCount);
        const QJsonObject brokers = byKey.value(u"telemetry.kafka_brokers"_s);
        QCOMPARE(brokers.value(u"value"_s), QJsonValue(QJsonArray{u"a:1"_s, u"b:2"_s}));
        QCOMPARE(brokers.value(u"origin"_s),
                 QJsonValue(QJsonObject{{u"kind"_s, u"environment"_s}, {u"name"_s, u"KAFKA_BROKERS"_s}}));
        QCOMPARE(byKey.value(u"monitoring.alert_window_minutes"_s).value(u"value"_s), QJsonValue(5.0));
    }

    void checkNamesEveryProblem()
    {
        write("[quality]\ntreshold = 1\nmax_retries = \"x\"\n");
        QCOMPARE(run({"config", "check", path().toStdString()}), 1);
        QCOMPARE(m_out, QString());
        QCOMPARE(
            m_err,
            u"assay.toml:2: quality.treshold: There is no such setting. Did you mean quality.threshold?\n"
            "assay.toml:3: quality.max_retries: Expected a whole number, got a text.\n"_s);
        QCOMPARE(run({"config", "check", ASSAY_SOURCE_DIR "/tests/data/production.toml"}), 0);
        QVERIFY(m_out.contains(u"is fine"_s));
        QCOMPARE(run({"config", "check", "/nowhere.toml"}), 1);
    }

    void aBrokenFileStopsShowButNotPath()
    {
        write("[quality]\ntreshold = 1\n");
        QCOMPARE(run({"config", "show"}), 1);
        QCOMPARE(m_out, QString());
        QCOMPARE(run({"config", "path"}), 0);
        QCOMPARE(m_out, path() + u'\n');
    }

    void setWritesAllOrNothing()
    {
        write("# mine\n");
        QCOMPARE(run({"config", "set", "quality.threshold=0.8", "ui.theme=dark"}), 0);
        QCOMPARE(content(), QByteArray("# mine\n\n[quality]\nthreshold = 0.8\n\n[ui]\ntheme = \"dark\"\n"));
        QCOMPARE(run({"config", "set", "quality.threshold=0.7", "ui.theme=drk"}), 1);
        QVERIFY2(m_err.contains(u"Did you mean dark?"_s), qPrintable(m_err));
        QVERIFY(content().contains("threshold = 0.8"));
    }

    void setTakesKeyAndValueApart()
    {
        QCOMPARE(run({"config", "set", "quality.threshold", "0.8"}), 0);
        QCOMPARE(content(), QByteArray("[quality]\nthreshold = 0.8\n"));
        QCOMPARE(run({"config", "set", "quality.treshold", "0.8"}), 1);
        QCOMPARE(m_err.count(u'\n'), 1);
        QVERIFY2(m_err.contains(u"quality.threshold"_s), qPrintable(m_err));
        QCOMPARE(run({"config", "set", "no", "key", "here"}), 1);
        QCOMPARE(m_err.count(u'\n'), 1); // the same sentence is said once
    }

    void setRefusesASecret()
    {
        QCOMPARE(run({"config", "set", "models.openai_api_key=sk-Canary-0123456789"}), 1);
        QVERIFY(!m_err.contains(u"Canary"_s));
        QVERIFY(m_err.contains(u"OPENAI_API_KEY"_s));
        QVERIFY(!QFile::exists(path()));
    }

    void profilesAreListed()
    {
        QCOMPARE(run({"config", "profiles"}), 0);
        QCOMPARE(m_out.count(u'\n'), 3);
        QVERIFY(m_out.startsWith(u"balanced"_s));
    }

    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_sources = {.file = path(), .userProfiles = m_dir->path() + u"/profiles"_s};
    }

private:
    QString path() const { return m_dir->path() + u"/assay.toml"_s; }

    void write(const QByteArray &text) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    bool hasLine(const QString &begin, const QString &end) const
    {
        return std::ranges::any_of(m_out.split(u'\n'), [&](const QString &line) {
            return line.startsWith(begin + u' ') && line.endsWith(end);
        });
    }

    int run(std::vector<std::string> arguments)
    {
        CLI::App cli;
        const std::shared_ptr<ConfigRequest> request = addConfigCommand(cli);
        std::ranges::reverse(arguments);
        cli.parse(arguments);
        m_out.clear();
        m_err.clear();
        QTextStream out(&m_out);
        QTextStream err(&m_err);
        return runConfig(*request, m_sources, out, err);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    SettingsSources m_sources;
    QString m_out;
    QString m_err;
};

QTEST_GUILESS_MAIN(tst_config_command)
#include "tst_config_command.moc"
