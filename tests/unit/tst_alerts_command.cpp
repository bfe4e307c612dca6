// SPDX-License-Identifier: Apache-2.0
// `assay alerts ack` and `assay alerts silence` as a person meets them, and what a window reads of it.
#include "alerts/alert_routing.h"
#include "store/sqlite_store.h"

#include <QtCore/QDir>
#include <QtCore/QJsonDocument>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

struct Outcome
{
    int code = -1;
    QString out{};
    QString err{};
};

/// A store in which one alert fires and one has ended.
struct Home
{
    Home()
    {
        const QString data = folder.filePath(u"data/assay"_s);
        QDir().mkpath(data);
        path = data + u"/assay.db"_s;
        if (const auto opened = openStore(path); !opened)
            qFatal("%s", qPrintable(opened.error().message));
        const auto store = AlertStore::open(path);
        const UtcTime now = utcNow();
        for (const AlertFiring &firing : {AlertFiring{.id = u"f1"_s,
                                         .rule = u"HighLatency"_s,
                                         .labels = {{u"alertname"_s, u"HighLatency"_s}, {u"team"_s, u"ml"_s}},
                                         .firedAt = now - std::chrono::minutes(9)},
                                          AlertFiring{.id = u"f0"_s,
                                          .rule = u"HighFailureRate"_s,
                                          .labels = {{u"alertname"_s, u"HighFailureRate"_s}},
                                          .firedAt = now - std::chrono::hours(9),
                                          .resolvedAt = now - std::chrono::hours(8)}})
            if (const auto put = (*store)->putFiring(
                    {.id = firing.id,
                     .rule = firing.rule,
                     .firedAt = firing.firedAt,
                     .resolvedAt = firing.resolvedAt,
                     .json = QJsonDocument(toJson(firing)).toJson(QJsonDocument::Compact)});
                !put)
                qFatal("%s", qPrintable(put.error().message));
    }

    Outcome run(const QStringList &arguments) const
    {
        QProcess process;
        QProcessEnvironment surroundings = QProcessEnvironment::systemEnvironment();
        surroundings.insert(u"XDG_DATA_HOME"_s, folder.filePath(u"data"_s));
        surroundings.insert(u"XDG_CONFIG_HOME"_s, folder.filePath(u"config"_s));
        surroundings.insert(u"USER"_s, u"ada"_s);
        process.setProcessEnvironment(surroundings);
        process.start(u"" ASSAY_BINARY_DIR "/app/assay"_s, QStringList{u"alerts"_s} + arguments);
        if (!process.waitForFinished(30'000))
            qFatal("assay alerts did not end");
        return {.code = process.exitCode(),
                .out = QString::fromUtf8(process.readAllStandardOutput()),
                .err = QString::fromUtf8(process.readAllStandardError())};
    }

    QList<AlertNote> notes() const
    {
        const auto store = AlertStore::open(path, false);
        return (*store)->notes({}).value_or(QList<AlertNote>());
    }
    QList<AlertSilence> silences() const
    {
        const auto store = AlertStore::open(path, false);
        const auto stored = (*store)->silences();
        QList<AlertSilence> read;
        for (const StoredSilence &one : *stored)
            read.append(*alertSilenceFrom(one.json));
        return read;
    }

    QTemporaryDir folder;
    QString path;
};

} // namespace

class TestAlertsCommand final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void what_fires_is_acknowledged_by_rule()
    {
        const Home home;
        const Outcome outcome = home.run({u"ack"_s, u"HighLatency"_s, u"--note"_s, u"the new index"_s});
        QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
        QVERIFY2(outcome.out.contains(u"acknowledged by ada"_s), qPrintable(outcome.out));
        const QList<AlertNote> notes = home.notes();
        QCOMPARE(notes.size(), 1);
        QCOMPARE(notes.first().firingId, u"f1"_s);
        QCOMPARE(notes.first().action, u"acknowledged"_s);
        QCOMPARE(notes.first().who, u"ada"_s);
        QCOMPARE(notes.first().note, u"the new index"_s);
    }

    void what_does_not_fire_cannot_be_acknowledged()
    {
        const Home home;
        const Outcome outcome = home.run({u"ack"_s, u"HighFailureRate"_s, u"f1"_s, u"--who"_s, u"Bo"_s});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains(u"HighFailureRate"_s), qPrintable(outcome.err));
        QCOMPARE(home.notes().size(), 1); // the other one is
        QCOMPARE(home.notes().first().who, u"Bo"_s);
    }

    void a_silence_says_what_it_mutes_and_is_kept()
    {
        const Home home;
        const Outcome dry = home.run({u"silence"_s, u"alertname=~High.*"_s, u"--dry-run"_s});
        QVERIFY2(dry.code == 0, qPrintable(dry.err));
        QVERIFY2(dry.out.contains(u"mutes 1"_s) && dry.out.contains(u"muted 1"_s), qPrintable(dry.out));
        QVERIFY(home.silences().isEmpty());
        const Outcome made =
            home.run({u"silence"_s, u"team=ml"_s, u"--for"_s, u"2h"_s, u"--note"_s, u"known"_s, u"--json"_s});
        QVERIFY2(made.code == 0, qPrintable(made.err));
        const QList<AlertSilence> silences = home.silences();
        QCOMPARE(silences.size(), 1);
        QCOMPARE(silences.first().ends - silences.first().begins, UtcTime::duration(std::chrono::hours(2)));
        QVERIFY(matches(silences.first(), {{u"team"_s, u"ml"_s}}));
        QVERIFY(home.run({u"silence"_s}).out.contains(u"team=\"ml\""_s));
        const Outcome ended = home.run({u"silence"_s, u"--end"_s, silences.first().id});
        QVERIFY2(ended.code == 0, qPrintable(ended.err));
        QVERIFY(home.silences().first().ends <= utcNow());
        QCOMPARE(home.run({u"silence"_s, u"--end"_s, silences.first().id}).code, 1);
    }

    void what_is_no_silence_is_refused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("a condition without a value") << QStringList{u"team"_s};
        QTest::newRow("a pattern that is none") << QStringList{u"team=~("_s};
        QTest::newRow("no length of time") << QStringList{u"team=ml"_s, u"--for"_s, u"soon"_s};
    }
    void what_is_no_silence_is_refused()
    {
        QFETCH(QStringList, arguments);
        const Home home;
        const Outcome outcome = home.run(QStringList{u"silence"_s} + arguments);
        QCOMPARE(outcome.code, 1);
        QVERIFY(!outcome.err.isEmpty());
        QVERIFY(home.silences().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAlertsCommand)
#include "tst_alerts_command.moc"
