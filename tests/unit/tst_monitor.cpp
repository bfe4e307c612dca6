// SPDX-License-Identifier: Apache-2.0
// `assay monitor` as a person meets it: what it prints and how it ends.
#include "service/record_reader.h"
#include "store/sqlite_store.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

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

/// A store of a user of its own, and the program over it.
class Desk
{
public:
    Desk()
    {
        Result<OpenedStore> opened = openStore(m_home.filePath(u"data/assay/assay.db"_s));
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        m_store = std::move(opened->store);
    }

    void store(const QString &thread, const QualityReading &reading, const QString &turnId = {})
    {
        DecodedMessage message{
            .header = {.messageId = QByteArray::number(m_offset).rightJustified(16, '0'),
                       .timestamp = fromMicros(1'763'733'600'000'000 + m_offset * 1'000'000),
                       .threadId = thread},
            .kind = MessageKind::Metrics,
            .turnId = turnId};
        message.quality = reading;
        add(message);
    }

    void storeToolCall(const QString &thread, const QString &turnId)
    {
        add(DecodedMessage{
            .header = {.messageId = QByteArray::number(m_offset).rightJustified(16, '0'), .threadId = thread},
            .kind = MessageKind::ToolExecution,
            .turnId = turnId});
    }

    std::unique_ptr<QProcess> start(const QStringList &arguments) const
    {
        auto process = std::make_unique<QProcess>();
        QProcessEnvironment surroundings = QProcessEnvironment::systemEnvironment();
        surroundings.insert(u"XDG_DATA_HOME"_s, m_home.filePath(u"data"_s));
        process->setProcessEnvironment(surroundings);
        process->start(u"" ASSAY_BINARY_DIR "/app/assay"_s, QStringList{u"monitor"_s} + arguments);
        return process;
    }

    Outcome run(const QStringList &arguments) const
    {
        const std::unique_ptr<QProcess> process = start(arguments);
        if (!process->waitForFinished(30'000))
            qFatal("assay monitor did not end");
        return {.code = process->exitCode(),
                .out = QString::fromUtf8(process->readAllStandardOutput()),
                .err = QString::fromUtf8(process->readAllStandardError())};
    }

private:
    void add(const DecodedMessage &message)
    {
        const LogRecord record{
            .topic = u"dashstream-quality"_s, .offset = m_offset, .value = QByteArray::number(m_offset)};
        StoreBatch batch;
        batch.records = storeRecords(message, record);
        batch.positions = {LogPosition{.topic = record.topic, .partition = 0, .nextOffset = ++m_offset}};
        if (const Result<BatchOutcome> written = m_store->write(batch); !written || written->stored != 1)
            qFatal("not stored");
    }

    QTemporaryDir m_home;
    std::unique_ptr<Store> m_store;
    qint64 m_offset = 0;
};

/// Vocabulary A, as our own turns and upstream's callback send it.
QualityReading callback(float accuracy, float relevance, float completeness, float score)
{
    return QualityReading{
        .source = QualityReading::Source::Callback,
        .scope = u"quality"_s,
        .scores = {
            .accuracy = accuracy, .relevance = relevance, .completeness = completeness, .overall = score}};
}

QualityReading ofSource(QualityReading reading, QualityReading::Source source)
{
    reading.source = source;
    return reading;
}

} // namespace

class TestMonitor final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void the_guides_turns_with_a_verdict_that_is_true()
    {
        Desk desk;
        desk.store(u"th_1"_s, callback(0.95F, 0.98F, 0.95F, 0.96F), u"t1"_s);
        desk.storeToolCall(u"th_1"_s, u"t1"_s);
        desk.store(u"th_2"_s, callback(0.1F, 0.1F, 0.1F, 0.1F));
        desk.store(u"th_1"_s, callback(0.90F, 0.95F, 0.90F, 0.92F), u"t2"_s);
        desk.storeToolCall(u"th_1"_s, u"t2"_s);
        desk.store(u"th_1"_s, callback(0.98F, 0.99F, 0.97F, 0.98F), u"t3"_s);
        desk.storeToolCall(u"th_1"_s, u"t3"_s);
        const Outcome outcome = desk.run({u"--thread-id"_s, u"th_1"_s});
        QCOMPARE(outcome.out, u"Turn 1: Score 0.96 ✅ (Acc:0.95, Rel:0.98, Comp:0.95)\n"
                              "Turn 2: Score 0.92 ⚠️ (Acc:0.90, Rel:0.95, Comp:0.90)\n"
                              "Turn 3: Score 0.98 ✅ (Acc:0.98, Rel:0.99, Comp:0.97)\n"
                              "\n"
                              "Average: 0.95\n"
                              "Issues: 1 low-quality response\n"
                              "Tool use: 100%\n"_s);
        QCOMPARE(outcome.err, QString());
        QCOMPARE(outcome.code, 0);
        QCOMPARE(desk.run({u"--thread-id"_s, u"th_1"_s, u"--gate"_s}).code, 3);
        QCOMPARE(
            desk.run({u"--thread-id"_s, u"th_1"_s, u"--gate"_s, u"--set"_s, u"quality.threshold=0.9"_s}).code,
            0);
    }

    void both_vocabularies_and_what_is_absent()
    {
        Desk desk;
        QualityReading monitor =
            ofSource(callback(0.7F, 0.8F, 0.75F, 0.75F), QualityReading::Source::Monitor);
        monitor.issues = {u"low_accuracy"_s, u"tool_results_ignored"_s};
        desk.store(u"th_1"_s, monitor);
        QualityReading alert{
            .source = QualityReading::Source::Alert, .scope = u"alert"_s, .scores = {.overall = 0.75F}};
        desk.store(u"th_1"_s, alert);
        QualityReading attempt = callback(0.1F, 0.1F, 0.1F, 0.1F);
        attempt.scope = u"quality_attempt"_s;
        desk.store(u"th_1"_s, attempt);
        QualityReading unscored{.scope = u"quality"_s, .scores = {.relevance = 0.9F}};
        desk.store(u"th_1"_s, unscored);
        QualityReading lenient = callback(0.8F, 0.8F, 0.8F, 0.8F);
        lenient.threshold = 0.8F;
        lenient.turnNumber = 7;
        desk.store(u"th_1"_s, lenient, u"t7"_s);
        desk.store(u"th_1"_s,
                   ofSource(callback(0.95F, 0.95F, 0.949F, 0.9497F), QualityReading::Source::Evaluation));
        QCOMPARE(desk.run({u"--thread-id"_s, u"th_1"_s}).out,
                 u"Turn 1: Score 0.75 ❌ (Acc:0.70, Rel:0.80, Comp:0.75)  low_accuracy, tool_results_ignored\n"
                 "Turn 2: Score – (Acc:–, Rel:0.90, Comp:–)\n"
                 "Turn 7: Score 0.80 ✅ (Acc:0.80, Rel:0.80, Comp:0.80)\n"
                 "Turn 8: Score 0.9497 ⚠️ (Acc:0.95, Rel:0.95, Comp:0.95)\n"
                 "\n"
                 "Average: 0.83\n"
                 "Issues: 2 low-quality responses\n"
                 "Tool use: 0%\n"
                 "Without a score: 1 of 4\n"_s);
    }

    void all_threads_and_a_filter()
    {
        Desk desk;
        desk.store(u"th_1"_s, callback(0.95F, 0.98F, 0.95F, 0.96F));
        desk.store(u"th_2"_s, callback(0.5F, 0.6F, 0.7F, 0.6F));
        desk.store(u"th_1"_s, callback(0.9F, 0.9F, 0.9F, 0.9F));
        QCOMPARE(desk.run({u"--all"_s}).out,
                 u"th_1  Turn 1: Score 0.96 ✅ (Acc:0.95, Rel:0.98, Comp:0.95)\n"
                 "th_2  Turn 1: Score 0.60 ❌ (Acc:0.50, Rel:0.60, Comp:0.70)\n"
                 "th_1  Turn 2: Score 0.90 ⚠️ (Acc:0.90, Rel:0.90, Comp:0.90)\n"
                 "\n"
                 "Average: 0.82\n"
                 "Issues: 2 low-quality responses\n"
                 "Tool use: –\n"
                 "Responses: 3 in 2 threads\n"_s);
        const Outcome filtered = desk.run({u"--all"_s, u"--filter"_s, u"score < 0.9 and thread ~ \"^TH\""_s});
        QVERIFY2(filtered.out.startsWith(u"th_2  Turn 1: Score 0.60 ❌"_s), qPrintable(filtered.out));
        QVERIFY(!filtered.out.contains(u"th_1"_s));
    }

    void json_has_null_where_nothing_was_sent()
    {
        Desk desk;
        desk.store(u"th_1"_s, QualityReading{.scope = u"quality"_s, .scores = {.accuracy = 0.95F}});
        const QStringList lines = desk.run({u"--thread-id"_s, u"th_1"_s, u"--json"_s}).out.split(u'\n');
        QCOMPARE(lines.size(), 3);
        const QJsonObject turn = QJsonDocument::fromJson(lines.at(0).toUtf8()).object();
        QCOMPARE(turn[u"accuracy"_s].toDouble(), 0.95);
        QVERIFY(turn[u"score"_s].isNull() && turn[u"passed"_s].isNull() && turn[u"tool_used"_s].isNull());
        const QJsonObject summary =
            QJsonDocument::fromJson(lines.at(1).toUtf8()).object()[u"summary"_s].toObject();
        QCOMPARE(summary[u"responses"_s].toInt(), 1);
        QVERIFY(summary[u"average"_s].isNull());
    }

    void follows_what_is_stored()
    {
        Desk desk;
        desk.store(u"th_1"_s, callback(0.95F, 0.98F, 0.95F, 0.96F));
        const std::unique_ptr<QProcess> process = desk.start({u"--thread-id"_s, u"th_1"_s, u"--follow"_s});
        QByteArray out;
        const auto printed = [&](const char *text) {
            process->waitForReadyRead(200);
            out += process->readAllStandardOutput();
            return out.contains(text);
        };
        QTRY_VERIFY_WITH_TIMEOUT(printed("Turn 1: Score 0.96"), 20'000);
        desk.store(u"th_other"_s, callback(0.1F, 0.1F, 0.1F, 0.1F));
        desk.store(u"th_1"_s, callback(0.5F, 0.5F, 0.5F, 0.5F));
        QTRY_VERIFY_WITH_TIMEOUT(printed("Turn 2: Score 0.50"), 20'000);
        ::kill(static_cast<pid_t>(process->processId()), SIGINT);
        QVERIFY(process->waitForFinished(20'000));
        out += process->readAllStandardOutput();
        QVERIFY2(out.contains("Average: 0.73"), out.constData());
        QVERIFY(!out.contains("0.10"));
        QCOMPARE(process->exitCode(), 0);
    }

    void what_cannot_be_printed_is_said_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("words");
        QTest::newRow("neither thread nor all") << QStringList() << u"--thread-id ID, or --all"_s;
        QTest::newRow("a thread nobody knows")
            << QStringList{u"--thread-id"_s, u"th_x"_s} << u"thread th_x"_s;
        QTest::newRow("a wrong filter") << QStringList{u"--all"_s, u"--filter"_s, u"scroe < 1"_s}
                                        << u"Did you mean “score”?\n  scroe < 1\n  ^^^^^"_s;
        QTest::newRow("a column of turns")
            << QStringList{u"--all"_s, u"--filter"_s, u"tier = fast"_s} << u"events have none"_s;
        QTest::newRow("a column that is not kept")
            << QStringList{u"--all"_s, u"--filter"_s, u"node = judge"_s} << u"not kept in the store"_s;
    }
    void what_cannot_be_printed_is_said()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, words);
        Desk desk;
        desk.store(u"th_1"_s, callback(0.95F, 0.98F, 0.95F, 0.96F));
        const Outcome outcome = desk.run(arguments);
        QCOMPARE(outcome.code, 1);
        QCOMPARE(outcome.out, QString());
        QVERIFY2(outcome.err.contains(words), qPrintable(outcome.err));
    }

    void names_of_threads_cannot_move_the_cursor()
    {
        Desk desk;
        desk.store(u"th\x1b[2J\nTurn 9: Score 1.00"_s, callback(0.95F, 0.98F, 0.95F, 0.96F));
        const QString out = desk.run({u"--all"_s}).out;
        QVERIFY(!out.contains(QChar(0x1b)));
        QVERIFY(!out.contains(u"\nTurn 9"_s));
    }

    void help_documents_the_exit_codes()
    {
        const Outcome outcome = Desk().run({u"--help"_s});
        QCOMPARE(outcome.code, 0);
        QVERIFY(outcome.out.contains(u"Exit codes: 0 printed, 1"_s));
    }
};

QTEST_GUILESS_MAIN(TestMonitor)
#include "tst_monitor.moc"
