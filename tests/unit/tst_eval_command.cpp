// SPDX-License-Identifier: Apache-2.0
// `assay eval` as a person meets it: a whole run offline, killed and gone on with, stopped, compared.
#include "eval/eval_run.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtCore/QThread>
#include <QtCore/QXmlStreamReader>
#include <QtTest/QTest>

#include <algorithm>
#include <csignal>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

struct Outcome
{
    int code = -1;
    QString out{};
    QString err{};
};

/// A person's desk: a folder with data and results.
class Desk
{
public:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    void start(QProcess &process, const QStringList &arguments) const
    {
        QProcessEnvironment surroundings = QProcessEnvironment::systemEnvironment();
        surroundings.insert(u"XDG_DATA_HOME"_s, path(u"data"_s));
        process.setProcessEnvironment(surroundings);
        process.setWorkingDirectory(m_folder.path());
        process.start(u"" ASSAY_BINARY_DIR "/app/assay"_s, QStringList{u"eval"_s} + arguments);
    }

    Outcome run(const QStringList &arguments) const
    {
        QProcess process;
        start(process, arguments);
        if (!process.waitForFinished(200'000))
            qFatal("assay eval did not end");
        return {.code = process.exitCode(),
                .out = QString::fromUtf8(process.readAllStandardOutput()),
                .err = QString::fromUtf8(process.readAllStandardError())};
    }

    QByteArray content(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    /// Starts a run and waits until so many results are in its journal.
    void startUntil(QProcess &process, const QStringList &arguments, const QString &journal,
                    int results) const
    {
        // A release build answers in milliseconds: the wait is for one result more than there were, and
        // short.
        const auto awaited = std::max<qsizetype>(results, content(journal).count('\n'));
        start(process, arguments);
        QVERIFY(process.waitForStarted());
        QDeadlineTimer deadline(60'000);
        while (content(journal).count('\n') <= awaited && !deadline.hasExpired())
            QThread::usleep(500);
        QVERIFY(!deadline.hasExpired());
    }

private:
    QTemporaryDir m_folder;
};

const QStringList quality{u"run"_s, u"--suite"_s, u"quality_evaluation"_s, u"--concurrency"_s, u"1"_s};

QStringList answersOf(const EvalRun &run)
{
    QStringList all;
    for (const ScenarioResult &one : run.results)
        all.append(one.id + u'\n' + one.answer);
    return all;
}

} // namespace

class TestEvalCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // What everything else is held against: the same suite without interruption.
        m_whole = m_desk.run(quality + QStringList{u"-o"_s, u"whole.json"_s});
        Result<EvalRun> run = readEvalRun(m_desk.path(u"whole.json"_s));
        QVERIFY2(run, qPrintable(m_whole.err));
        m_run = std::move(*run);
    }

    void aWholeRunIsInTheOrderOfTheSuite()
    {
        QVERIFY2(m_whole.code == 0 || m_whole.code == 2, qPrintable(m_whole.err));
        QVERIFY(m_run.isComplete());
        QCOMPARE(m_run.errors(), 0);
        for (int i = 0; i < m_run.results.size(); ++i)
            QCOMPARE(m_run.results.at(i).index, i);
        QVERIFY(m_whole.out.contains(u"Average quality"_s));
        QVERIFY(!QFile::exists(m_desk.path(u"whole.json.journal"_s)));
        const QJsonObject json = QJsonDocument::fromJson(m_desk.content(u"whole.json"_s)).object();
        QCOMPARE(json[u"targets"_s].toArray().size(), 7);
        QCOMPARE(json[u"summary"_s].toObject()[u"total_scenarios"_s].toInt(), m_run.total);
        // Targets missed are exit code 2, met are 0.
        QCOMPARE(m_whole.code == 0, m_whole.out.contains(u"Every target is met."_s));
    }

    void aRunThatWasKilledGoesOn()
    {
        const QStringList arguments = quality + QStringList{u"-o"_s, u"killed.json"_s};
        const QString journal = u"killed.json.journal"_s;
        QByteArray before;
        int kills = 0;
        for (const int results : {3, 20, 45}) {
            QProcess process;
            m_desk.startUntil(process, arguments, journal, results);
            QCOMPARE(process.state(), QProcess::Running);
            QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGKILL), 0);
            process.waitForFinished();
            QVERIFY(!QFile::exists(m_desk.path(u"killed.json"_s)));
            const QByteArray now = m_desk.content(journal);
            QVERIFY(now.startsWith(before.first(before.lastIndexOf('\n') + 1)));
            before = now;
            ++kills;
        }
        QCOMPARE(kills, 3);
        const Outcome last = m_desk.run(arguments);
        QCOMPARE(last.code, m_whole.code);
        QVERIFY(last.err.contains(u"broken off"_s));
        const Result<EvalRun> run = readEvalRun(m_desk.path(u"killed.json"_s));
        QVERIFY(run);
        QVERIFY(run->resumed >= 45);
        QCOMPARE(answersOf(*run), answersOf(m_run));
        // Nothing was asked twice: what the journal held is in the results, to the microsecond.
        const QList<QByteArray> lines = before.first(before.lastIndexOf('\n')).split('\n');
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const QJsonObject line = QJsonDocument::fromJson(lines.at(i)).object();
            QCOMPARE(toMicros(run->results.at(line[u"index"_s].toInt()).finishedAt),
                     line[u"finished_at_us"_s].toInteger());
        }
        QVERIFY(!QFile::exists(m_desk.path(journal)));
    }

    void anInterruptKeepsWhatFinished()
    {
        const QStringList arguments = quality + QStringList{u"-o"_s, u"stopped.json"_s};
        QProcess process;
        m_desk.startUntil(process, arguments, u"stopped.json.journal"_s, 5);
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
        QVERIFY(process.waitForFinished(30'000));
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(QString::fromUtf8(process.readAllStandardError()).contains(u"goes on from here"_s));
        QVERIFY(!QFile::exists(m_desk.path(u"stopped.json"_s)));
        QVERIFY(m_desk.content(u"stopped.json.journal"_s).count('\n') > 5);
        // Another suite may not go on with it, and --fresh throws it away.
        const QStringList other{u"run"_s, u"--suite"_s, u"tool_use"_s, u"-o"_s, u"stopped.json"_s};
        const Outcome refused = m_desk.run(other);
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.err.contains(u"--fresh"_s), qPrintable(refused.err));
        QVERIFY(m_desk.run(other + QStringList{u"--fresh"_s}).code != 1);
    }

    void everyFormatIsWritten()
    {
        const Outcome run =
            m_desk.run({u"run"_s, u"--suite"_s, u"tool_use"_s, u"-o"_s, u"all.json"_s, u"--format"_s,
                        u"json,junit,html,csv"_s, u"--baseline"_s, u"whole.json"_s});
        QVERIFY2(run.code == 1, qPrintable(run.out)); // nothing in common with the baseline is no comparison
        QXmlStreamReader xml(m_desk.content(u"all.junit.xml"_s));
        int cases = 0;
        while (!xml.atEnd())
            if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"testcase")
                ++cases;
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(cases, 20);
        QVERIFY(m_desk.content(u"all.html"_s).contains("tool-team-api-limit"));
        QVERIFY(m_desk.content(u"all.csv"_s).contains("tool-team-api-limit"));
        QVERIFY(readEvalRun(m_desk.path(u"all.json"_s)));
    }

    void aRunAgainstItselfIsNotDistinguishable()
    {
        const Outcome same = m_desk.run({u"compare"_s, u"whole.json"_s, u"whole.json"_s});
        QCOMPARE(same.code, 0);
        QVERIFY(same.out.contains(u"The two runs are not distinguishable."_s));
    }

    void aLossIsMissed()
    {
        EvalRun worse = m_run;
        for (ScenarioResult &one : worse.results)
            one.scores.overall = 0.3F;
        m_desk.write(u"worse.json"_s, QJsonDocument(toJson(worse, {})).toJson());
        const Outcome loss = m_desk.run({u"compare"_s, u"whole.json"_s, u"worse.json"_s});
        QCOMPARE(loss.code, 2);
        QVERIFY(loss.out.contains(u"Worse: Quality"_s));
        const Outcome json = m_desk.run({u"compare"_s, u"whole.json"_s, u"worse.json"_s, u"--json"_s});
        const QJsonObject object = QJsonDocument::fromJson(json.out.toUtf8()).object();
        QCOMPARE(object[u"regressed"_s].toBool(), true);
        QCOMPARE(object[u"scenarios"_s].toArray().size(), m_run.results.size());
    }

    void mistakesEndWithOne_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("said");
        QTest::newRow("no such suite")
            << QStringList{u"run"_s, u"--suite"_s, u"ful"_s} << u"Did you mean full?"_s;
        QTest::newRow("no such file") << QStringList{u"compare"_s, u"a.json"_s, u"b.json"_s} << u"a.json"_s;
        QTest::newRow("no such category")
            << QStringList{u"run"_s, u"--suite"_s, u"full"_s, u"--category"_s, u"music"_s} << u"category"_s;
        QTest::newRow("a suite is no result")
            << QStringList{u"compare"_s, u"suite.jsonl"_s, u"suite.jsonl"_s} << u"suite.jsonl"_s;
        QTest::newRow("a folder that cannot be written")
            << QStringList{u"run"_s, u"--suite"_s, u"tool_use"_s, u"-o"_s, u"/no/such/r.json"_s}
            << u"/no/such/r.json"_s;
    }

    void mistakesEndWithOne()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, said);
        m_desk.write(u"suite.jsonl"_s, "{\"id\":\"a\",\"query\":\"How long is the refund window?\"}\n");
        const Outcome outcome = m_desk.run(arguments);
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains(said), qPrintable(outcome.err));
    }

    void suitesTravel()
    {
        const Outcome list = m_desk.run({u"list"_s});
        QCOMPARE(list.code, 0);
        QVERIFY(list.out.contains(u"full"_s) && list.out.contains(u"unanswerable"_s));
        QCOMPARE(
            m_desk.run({u"export"_s, u"tool_use"_s, u"--form"_s, u"promptfoo"_s, u"-o"_s, u"p.yaml"_s}).code,
            0);
        QCOMPARE(m_desk.run({u"import"_s, u"p.yaml"_s, u"-o"_s, u"back.yaml"_s}).code, 0);
        QVERIFY(m_desk.run({u"list"_s, u"back.yaml"_s}).out.contains(u"20 scenarios"_s));
        QCOMPARE(m_desk.run({u"export"_s, u"full"_s, u"--form"_s, u"scenarios"_s, u"-o"_s, u"golden"_s}).code,
                 0);
        QVERIFY(m_desk.run({u"list"_s, u"golden"_s}).out.contains(u"151 scenarios"_s));
    }

    void judgesAreHeldAgainstLabels()
    {
        QByteArray labels;
        for (const ScenarioResult &one : m_run.results)
            labels +=
                "{\"id\":\"" + one.id.toUtf8() + "\",\"label\":" + (one.passed ? "true" : "false") + "}\n";
        m_desk.write(u"labels.jsonl"_s, labels);
        const Outcome outcome =
            m_desk.run({u"agreement"_s, u"labels.jsonl"_s, u"--results"_s, u"whole.json"_s, u"--json"_s});
        QCOMPARE(outcome.code, 0);
        const QJsonObject report = QJsonDocument::fromJson(outcome.out.toUtf8()).object();
        QCOMPARE(report[u"items"_s].toInt(), m_run.results.size());
        QCOMPARE(report[u"judges"_s].toArray().size(), 1);
    }

private:
    Desk m_desk;
    Outcome m_whole;
    EvalRun m_run;
};

QTEST_GUILESS_MAIN(TestEvalCommand)
#include "tst_eval_command.moc"
