// SPDX-License-Identifier: Apache-2.0
// `assay eval run --suite full` against a real model server, and compared with itself. A handful of the
// scenarios, spread over the suite; ASSAY_LLM_SCENARIOS=0 asks all of them.
#include "eval/eval_run.h"

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

constexpr int usualScenarios = 4;
constexpr int patience = 3'600'000;

struct Outcome
{
    int code = -1;
    QString text{};
};

class TestLlmSuite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *name : {"LLM_BASE_URL", "LLM_MODEL", "LLM_API_KEY"})
            QVERIFY2(!qEnvironmentVariableIsEmpty(name),
                     qPrintable(
                         u"%1 is not set: start the server with tests/services/llm.sh, which prints it"_s.arg(
                             QLatin1StringView(name))));
        bool isNumber = false;
        const int wanted = qEnvironmentVariableIntValue("ASSAY_LLM_SCENARIOS", &isNumber);
        m_scenarios = isNumber ? wanted : usualScenarios;
    }

    void everyScenarioGetsAnAnswerOfTheModel()
    {
        const Outcome ran = run({u"run"_s, u"--suite"_s, u"full"_s, u"-o"_s, file(u"first.json"_s)});
        QVERIFY2(ran.code == 0 || ran.code == 2, qPrintable(ran.text)); // so small a model misses targets
        const Result<EvalRun> results = readEvalRun(file(u"first.json"_s));
        QVERIFY2(results, results ? "" : qPrintable(results.error().message));
        QVERIFY(results->isComplete());
        QCOMPARE(results->errors(), 0);
        QVERIFY(results->results.size() >= std::max(1, m_scenarios));
        for (const ScenarioResult &one : results->results) {
            QVERIFY2(one.model.contains(qEnvironmentVariable("LLM_MODEL")), qPrintable(one.model));
            QVERIFY2(one.usage.promptTokens > 0 && one.usage.completionTokens > 0, qPrintable(one.id));
            QVERIFY2(one.scores.overall.has_value(), qPrintable(one.id));
            QVERIFY(one.latency.count() > 0);
        }
        qInfo("%d scenarios in %.1f s", static_cast<int>(results->results.size()),
              static_cast<double>(results->worked.count()) / 1000.0);
    }

    void theRunIsComparedWithItself()
    {
        const Outcome compared = run({u"compare"_s, file(u"first.json"_s), file(u"first.json"_s)});
        QCOMPARE(compared.code, 0);
        QVERIFY2(compared.text.contains(u"not distinguishable"_s), qPrintable(compared.text));
    }

private:
    QString file(const QString &name) const { return m_folder.filePath(name); }

    Outcome run(QStringList arguments) const
    {
        if (arguments.first() == u"run") {
            const QString model = u"openai/"_s + qEnvironmentVariable("LLM_MODEL");
            for (const QString &setting :
                 {u"models.openai_base_url="_s + qEnvironmentVariable("LLM_BASE_URL"),
                  u"agent.fast_model="_s + model, u"agent.premium_model="_s + model,
                  u"agent.judge_model=offline"_s, u"cost.confidence_threshold=1"_s, u"retrieval.limit=1"_s,
                  u"models.max_tokens=40"_s, u"models.temperature=0"_s, u"models.timeout_ms=600000"_s,
                  u"quality.max_retries=0"_s})
                arguments << u"--set"_s << setting;
            arguments << u"--concurrency"_s << u"1"_s;
            if (m_scenarios > 0)
                arguments << u"--limit"_s << QString::number(m_scenarios);
        }
        QProcessEnvironment surroundings = QProcessEnvironment::systemEnvironment();
        surroundings.insert(u"XDG_DATA_HOME"_s, file(u"data"_s));
        surroundings.insert(u"OPENAI_API_KEY"_s, qEnvironmentVariable("LLM_API_KEY"));
        QProcess process;
        process.setProcessEnvironment(surroundings);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(u"" ASSAY_BINARY_DIR "/app/assay"_s, QStringList{u"eval"_s} + arguments);
        if (!process.waitForFinished(patience))
            process.kill();
        return {.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                .text = QString::fromUtf8(process.readAll())};
    }

    QTemporaryDir m_folder;
    int m_scenarios = usualScenarios;
};

} // namespace

QTEST_GUILESS_MAIN(TestLlmSuite)
#include "tst_llm_suite.moc"
