// SPDX-License-Identifier: Apache-2.0
// `assay analytics` as a person meets it: the deployment guide's block to the letter, and what else it
// prints.
#include "base/micros.h"
#include "store/sqlite_store.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

constexpr int responses = 1247; // of the guide's example

struct Outcome
{
    int code = -1;
    QString out{};
    QString err{};
};

Outcome run(const QTemporaryDir &home, const QStringList &arguments)
{
    QProcess process;
    QProcessEnvironment surroundings = QProcessEnvironment::systemEnvironment();
    surroundings.insert(u"XDG_DATA_HOME"_s, home.filePath(u"data"_s));
    process.setProcessEnvironment(surroundings);
    process.start(u"" ASSAY_BINARY_DIR "/app/assay"_s, QStringList{u"analytics"_s} + arguments);
    if (!process.waitForFinished(30'000))
        qFatal("assay analytics did not end");
    return {.code = process.exitCode(),
            .out = QString::fromUtf8(process.readAllStandardOutput()),
            .err = QString::fromUtf8(process.readAllStandardError())};
}

StoreRecord record(qint64 offset, UtcTime time, const QString &turn)
{
    return {.event = EventRow{.key = {.topic = u"dashstream-quality"_s, .offset = offset},
                              .messageId = QByteArray::number(offset).rightJustified(16, '0'),
                              .kind = u"metrics"_s,
                              .threadId = u"th_%1"_s.arg(offset % 90),
                              .turnId = turn,
                              .timestamp = time,
                              .frame = QByteArray::number(offset)}};
}

/// The score of the n-th response: 876 from 0.95 on, 298 from 0.90, 51 from 0.80, 22 below.
float scoreOf(int number)
{
    if (number < 876)
        return 0.95F + 0.05F * static_cast<float>(number % 10) / 10.0F;
    if (number < 876 + 298)
        return 0.90F;
    return number < 876 + 298 + 51 ? 0.89F : 0.5F;
}

/// The guide's day: each response with the model call that made it. The dollars of 1,121 cheap calls, $0.56,
/// are spread as evenly as whole micro-dollars can be.
StoreBatch theGuidesDay()
{
    StoreBatch batch;
    const UtcTime now = utcNow();
    for (int number = 0; number < responses; ++number) {
        const UtcTime time = now - std::chrono::seconds(30 + 69 * number);
        const QString turn = u"tn_%1"_s.arg(number);
        const bool cheap = number % 10 != 3 && number != 0;
        StoreRecord reading = record(batch.records.size(), time, turn);
        reading.quality = QualityRow{.source = u"callback"_s,
                                     .scope = u"quality"_s,
                                     .threadId = reading.event.threadId,
                                     .turnId = turn,
                                     .timestamp = time,
                                     .scores = {.overall = scoreOf(number)},
                                     .latencyMs = 100 + number,
                                     .retryCount = number % 5 == 0 ? 1 : 0,
                                     .model = cheap ? u"gpt-4o-mini"_s : u"gpt-4"_s};
        if (number < 73)
            reading.quality->issues.append(u"tool_results_ignored"_s);
        if (number >= 60 && number < 60 + 31)
            reading.quality->issues.append(u"incomplete_coverage"_s);
        if (number >= 1200 && number < 1208)
            reading.quality->issues.append(u"factual_errors"_s);
        batch.records.append(reading);
    }
    return batch;
}

/// The calls behind the responses of `batch`.
void addCalls(StoreBatch &batch)
{
    qint64 cheap = 0;
    for (int number = 0; number < responses; ++number) {
        const QualityRow quality = *batch.records.at(number).quality;
        StoreRecord call = record(batch.records.size(), quality.timestamp, quality.turnId);
        const bool isCheap = quality.model == "gpt-4o-mini"_L1;
        cheap += isCheap ? 1 : 0;
        // 1,121 × 499 + 621 × 1 = 560,000
        const qint64 cost = isCheap ? (cheap <= 621 ? 500 : 499) : 30'000;
        call.llm = LlmCallRow{.model = quality.model, .purpose = u"draft"_s, .cost = Micros{cost}};
        batch.records.append(call);
    }
}

void fill(const QTemporaryDir &home, const StoreBatch &batch)
{
    Result<OpenedStore> opened = openStore(home.filePath(u"data/assay/assay.db"_s));
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message));
    const Result<BatchOutcome> written = opened->store->write(batch);
    if (!written || written->stored != batch.records.size())
        qFatal("not stored");
}

} // namespace

class TestAnalyticsCommand final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        StoreBatch batch = theGuidesDay();
        addCalls(batch);
        batch.positions = {LogPosition{
            .topic = u"dashstream-quality"_s, .partition = 0, .nextOffset = batch.records.size()}};
        fill(m_home, batch);
    }

    void theGuidesBlockToTheLetter()
    {
        const Outcome outcome = run(m_home, {u"--time-range"_s, u"24h"_s});
        QCOMPARE(outcome.err, QString());
        QCOMPARE(outcome.code, 0);
        // The guide prints 90.0 % and 10.0 % for the models; 1,121 of 1,247 are 89.9 %.
        const QString block = u"=== Quality Analytics ===\n"
                              "Time period: Last 24 hours\n"
                              "Total responses: 1,247\n"
                              "\n"
                              "Quality Distribution:\n"
                              "0.95-1.00: 876 (70.2%) ✅\n"
                              "0.90-0.95: 298 (23.9%) ⚠️\n"
                              "0.80-0.90:  51 (4.1%) ❌\n"
                              "<0.80:      22 (1.8%) 🚨\n"
                              "\n"
                              "Common Issues:\n"
                              "- tool_results_ignored: 73 instances (5.9%)\n"
                              "- incomplete_coverage: 31 instances (2.5%)\n"
                              "- factual_errors: 8 instances (0.6%)\n"
                              "\n"
                              "Model Usage:\n"
                              "- gpt-4o-mini: 1,121 (89.9%) - $0.56 total\n"
                              "- gpt-4: 126 (10.1%) - $3.78 total\n"
                              "- Total cost: $4.34\n"
                              "- Cost per query: $0.0035\n"_s;
        QCOMPARE(outcome.out.left(block.size()), block);
        QVERIFY2(outcome.out.contains(u"- Pass rate: 70.2% (67.7% to 72.7%); target ≥ 90.0% missed"_s),
                 qPrintable(outcome.out));
        QVERIFY(outcome.out.contains(u"- Retry rate: 20.0% "_s));
        QVERIFY(outcome.out.contains(u"here, since they tell none: 1,247 of 1,247"_s));
    }

    void jsonHasTheSameFigures()
    {
        const Outcome outcome = run(m_home, {u"--json"_s, u"--set"_s, u"targets.pass_rate=0.7"_s});
        const QJsonObject page = QJsonDocument::fromJson(outcome.out.toUtf8()).object();
        QCOMPARE(page[u"responses"_s].toInt(), responses);
        QCOMPARE(page[u"cost_micros"_s].toInteger(), 4'340'000);
        QList<int> bands;
        for (const QJsonValue &band : page[u"bands"_s].toArray())
            bands.append(band[u"responses"_s].toInt());
        QCOMPARE(bands, (QList<int>{876, 298, 51, 22}));
        const QJsonValue pass = page[u"figures"_s].toArray().at(1);
        QCOMPARE(pass[u"name"_s].toString(), u"pass_rate"_s);
        QCOMPARE(pass[u"target"_s][u"met"_s], QJsonValue(true));
        QCOMPARE(page[u"basis"_s].toString(), u"minute_sums"_s);
        int inBuckets = 0;
        for (const QJsonValue &bucket : page[u"buckets"_s].toArray())
            inBuckets += bucket[u"responses"_s].toInt();
        QCOMPARE(inBuckets, responses);
    }

    void aFilterCountsRowsAndSaysSo()
    {
        const Outcome outcome = run(m_home, {u"--filter"_s, u"model = gpt-4"_s});
        QVERIFY2(outcome.out.contains(u"Filter: model = gpt-4\nTotal responses: 126\n"_s),
                 qPrintable(outcome.out));
        QVERIFY(outcome.out.contains(u"- Total cost: $3.78\n- Cost per query: $0.0300\n"_s));
        QVERIFY(outcome.out.contains(u"Counted from the stored rows"_s));
    }

    void aComparisonSaysWhatCannotBeToldApart()
    {
        const Outcome outcome = run(m_home, {u"--time-range"_s, u"6h"_s, u"--compare"_s, u"-12h..-6h"_s});
        QCOMPARE(outcome.err, QString());
        QVERIFY2(outcome.out.contains(u"- Retry rate: 20"_s), qPrintable(outcome.out));
        QVERIFY(outcome.out.contains(u"not distinguishable"_s));
        QVERIFY(outcome.out.contains(u"- Latency P50: "_s));
    }

    void csvDefusesFormulas()
    {
        QTemporaryDir home;
        StoreBatch batch;
        StoreRecord reading = record(0, utcNow() - std::chrono::minutes(5), {});
        reading.quality = QualityRow{.source = u"callback"_s,
                                     .scope = u"quality"_s,
                                     .timestamp = reading.event.timestamp,
                                     .scores = {.overall = 0.5F},
                                     .issues = {u"=HYPERLINK(\"x\")"_s}};
        batch.records.append(reading);
        fill(home, batch);
        const Outcome outcome = run(home, {u"--csv"_s});
        QVERIFY2(outcome.out.contains(u"issues,[0].issue,\"'=HYPERLINK(\"\"x\"\")\"\r\n"_s),
                 qPrintable(outcome.out));
        QVERIFY(outcome.out.startsWith(u"section,name,value\r\n"_s));
        QVERIFY(outcome.out.contains(u"responses,,1\r\n"_s));
    }

    void anEmptyRangeIsNoError()
    {
        const Outcome outcome = run(m_home, {u"--from"_s, u"2020-01-01"_s, u"--to"_s, u"2020-01-02"_s});
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.out.contains(u"Total responses: 0\n"_s), qPrintable(outcome.out));
        QVERIFY(outcome.out.contains(u"- Cost per query: –\n"_s));
    }

    void errorsAreSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        QTest::newRow("no range") << QStringList{u"--time-range"_s, u"soon"_s}
                                  << u"“soon” is no range of time"_s;
        QTest::newRow("a range backwards")
            << QStringList{u"--from"_s, u"2026-01-02"_s, u"--to"_s, u"2026-01-01"_s} << u"empty"_s;
        QTest::newRow("no filter") << QStringList{u"--filter"_s, u"scoer < 0.9"_s} << u"score"_s;
        QTest::newRow("a filter of two kinds of rows")
            << QStringList{u"--filter"_s, u"tier = fast and topic = x"_s} << u"which no row has together"_s;
    }

    void errorsAreSaid()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        const Outcome outcome = run(m_home, arguments);
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains(says), qPrintable(outcome.err));
    }

private:
    QTemporaryDir m_home;
};

QTEST_GUILESS_MAIN(TestAnalyticsCommand)

#include "tst_analytics_command.moc"
