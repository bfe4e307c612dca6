// SPDX-License-Identifier: Apache-2.0
#include "settings/settings_hub.h"
#include "settings/toml_file.h"

#include <QCoro/QCoroTask>
#include <QtCore/QRandomGenerator>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <atomic>
#include <thread>

using namespace assay;
using namespace Qt::StringLiterals;

/// Live change: all or nothing, revisions, undo, profiles, difference and saving.
class tst_settings_hub : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aChangeRaisesTheRevisionAndReachesWorkers()
    {
        const Fixture fix;
        QSignalSpy spy(&*fix.hub, &SettingsHub::changed);
        QVERIFY(fix.hub->set("quality.threshold"_setting, 0.9));
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy.first().at(1).toInt(), 1);
        QCOMPARE(fix.hub->source()->read().get("quality.threshold"_setting), 0.9);
        QCOMPARE(fix.hub->source()->read().revision(), 1);
        QCOMPARE(fix.hub->current().at("quality.threshold"_setting.index).origin.text(), u"changed here"_s);
        QVERIFY(fix.hub->set("quality.threshold"_setting, 0.9));
        QCOMPARE(spy.count(), 1); // the same again is no change
    }

    void oneWrongValueChangesNothing()
    {
        const Fixture fix;
        QSignalSpy spy(&*fix.hub, &SettingsHub::changed);
        const Result<> applied = fix.hub->apply({{"quality.threshold"_setting.index, 0.5},
                                                 {"quality.max_retries"_setting.index, qint64(-1)},
                                                 {"cost.confidence_threshold"_setting.index, std::nan("")}});
        QVERIFY(!applied);
        QVERIFY(applied.error().message.contains(u"quality.max_retries"_s));
        QVERIFY(applied.error().message.contains(u"cost.confidence_threshold"_s));
        QCOMPARE(spy.count(), 0);
        QCOMPARE(fix.hub->current().revision(), 0);
        QVERIFY(fix.hub->current().sameAs(Settings()));
        QVERIFY(!fix.hub->canUndo());
    }

    void aThousandEditsCanBeUndoneAndRedone()
    {
        const Fixture fix;
        QRandomGenerator random(42);
        QList<Settings> states{fix.hub->current()};
        while (states.size() <= 1000) {
            if (random.bounded(20) == 0) {
                const QList<Profile> profiles = fix.hub->profiles();
                QVERIFY(fix.hub->applyProfile(profiles.at(random.bounded(int(profiles.size()))).name));
            } else {
                SettingChanges changes;
                for (int i = 0; i < 3; ++i) {
                    const int index = random.bounded(settingCount);
                    if (settingAt(index).type == SettingType::Number)
                        changes.insert(index,
                                       numericValue(settingAt(index), settingAt(index).minimum +
                                                                          random.generateDouble() *
                                                                              (settingAt(index).maximum -
                                                                               settingAt(index).minimum)));
                    else if (settingAt(index).type == SettingType::Bool)
                        changes.insert(index, random.bounded(2) == 1);
                }
                const int before = fix.hub->current().revision();
                QVERIFY(fix.hub->apply(changes));
                if (fix.hub->current().revision() == before)
                    continue;
            }
            states.append(fix.hub->current());
        }
        for (qsizetype i = states.size() - 2; i >= 0; --i) {
            fix.hub->undo();
            QVERIFY2(fix.hub->current().sameAs(states.at(i)), qPrintable(QString::number(i)));
        }
        QVERIFY(!fix.hub->canUndo());
        for (qsizetype i = 1; i < states.size(); ++i) {
            fix.hub->redo();
            QVERIFY2(fix.hub->current().sameAs(states.at(i)), qPrintable(QString::number(i)));
        }
        QVERIFY(!fix.hub->canRedo());
        QCOMPARE(fix.hub->current().revision(), 3000); // also going back is a change for whoever reads
    }

    void aNewEditForgetsWhatWasUndone()
    {
        const Fixture fix;
        QVERIFY(fix.hub->set("quality.threshold"_setting, 0.9));
        fix.hub->undo();
        QVERIFY(fix.hub->canRedo());
        QCOMPARE(fix.hub->redoText(), u"Quality threshold 0.95 → 0.90"_s);
        QVERIFY(fix.hub->set("quality.threshold"_setting, 0.8));
        QVERIFY(!fix.hub->canRedo());
        QCOMPARE(fix.hub->undoText(), u"Quality threshold 0.95 → 0.80"_s);
    }

    void aProfileIsOneStep()
    {
        const Fixture fix;
        QVERIFY(fix.hub->applyProfile(u"quality-optimized"_s));
        QCOMPARE(fix.hub->current().profile(), u"quality-optimized"_s);
        QVERIFY(!fix.hub->differsFromProfile());
        QVERIFY(fix.hub->set("quality.max_retries"_setting, qint64(1)));
        QVERIFY(fix.hub->differsFromProfile());
        fix.hub->undo();
        fix.hub->undo();
        QVERIFY(fix.hub->current().sameAs(Settings()));
        const Result<> missing = fix.hub->applyProfile(u"quality-optimised"_s);
        QVERIFY(!missing);
        QVERIFY(missing.error().message.contains(u"Did you mean quality-optimized?"_s));
    }

    void theUsersProfileIsSavedAndListed()
    {
        const Fixture fix;
        QVERIFY(fix.hub->set("quality.threshold"_setting, 0.77));
        QVERIFY(QCoro::waitFor(fix.hub->saveProfile(u"mine"_s)));
        QCOMPARE(fix.hub->profiles().last().name, u"mine"_s);
        QCOMPARE(fix.hub->current().profile(), u"mine"_s);
        QVERIFY(fix.hub->applyProfile(u"balanced"_s));
        QVERIFY(fix.hub->applyProfile(u"mine"_s));
        QCOMPARE(fix.hub->current().get("quality.threshold"_setting), 0.77);
    }

    void theDifferenceIsWhatSavingWrites()
    {
        const Fixture fix("# bar\n[quality]\nthreshold = 0.8 # low\n", {{u"CHROMA_URL"_s, u"http://h:1"_s}});
        QVERIFY(fix.hub->differenceAgainstFile().isEmpty()); // the environment is not this program's to save
        QVERIFY(fix.hub->set("quality.threshold"_setting, 0.9));
        QVERIFY(fix.hub->set("ui.theme"_setting, u"dark"_s));
        QVERIFY(fix.hub->set("retrieval.chroma_url"_setting, u"http://h:2"_s));
        const QList<SettingDifference> differences = fix.hub->differenceAgainstFile();
        QCOMPARE(differences.size(), 3);
        QVERIFY(differences.first().inFile == SettingValue(0.8));
        QVERIFY(differences.first().inForce == SettingValue(0.9));
        QCOMPARE(differences.at(1).overriddenBy, u"environment CHROMA_URL"_s);

        QSignalSpy saved(&*fix.hub, &SettingsHub::saved);
        const Result<> written = QCoro::waitFor(fix.hub->saveToFile());
        QVERIFY2(written, written ? "" : qPrintable(written.error().message));
        QCOMPARE(saved.count(), 1);
        QVERIFY(fix.hub->differenceAgainstFile().isEmpty());
        QCOMPARE(fix.hub->current().at("quality.threshold"_setting.index).origin.text(),
                 u"file assay.toml:3"_s);
        QCOMPARE(fix.text(), QByteArray("# bar\n[quality]\nthreshold = 0.9 # low\n\n[retrieval]\nchroma_url "
                                        "= \"http://h:2\"\n\n[ui]\ntheme = \"dark\"\n"));

        fix.hub->undo(); // an undone value differs from the saved one
        QCOMPARE(fix.hub->differenceAgainstFile().size(), 1);
    }

    void aFileChangedMeanwhileKeepsItsOtherKeys()
    {
        const Fixture fix("[quality]\nmax_retries = 2\n");
        QVERIFY(fix.hub->set("quality.threshold"_setting, 0.9));
        fix.write("[quality]\nmax_retries = 4\n[ui]\ntheme = \"light\"\n");
        QVERIFY(QCoro::waitFor(fix.hub->saveToFile()));
        QCOMPARE(fix.text(),
                 QByteArray("[quality]\nmax_retries = 4\nthreshold = 0.9\n[ui]\ntheme = \"light\"\n"));
    }

    void aFailedSaveKeepsTheDifference()
    {
        SettingsHub hub(Settings(), u"/proc/assay/assay.toml"_s, {});
        QVERIFY(hub.set("quality.threshold"_setting, 0.9));
        const Result<> written = QCoro::waitFor(hub.saveToFile());
        QVERIFY(!written);
        QCOMPARE(written.error().code, Errc::ReadOnly);
        QCOMPARE(hub.differenceAgainstFile().size(), 1);
    }

    void revertGoesBackInOneStep()
    {
        const Fixture fix("[quality]\nthreshold = 0.8\n", {{u"CHROMA_URL"_s, u"http://h:1"_s}});
        const Settings start = fix.hub->current();
        QVERIFY(fix.hub->set("quality.threshold"_setting, 0.9));
        QVERIFY(fix.hub->set("retrieval.chroma_url"_setting, QString()));
        QVERIFY(fix.hub->applyProfile(u"cost-optimized"_s));
        fix.hub->revertToFile();
        QVERIFY(fix.hub->differenceAgainstFile().isEmpty());
        for (int i = 0; i < settingCount; ++i)
            QVERIFY(fix.hub->current().at(i).value == start.at(i).value);
        fix.hub->undo();
        QCOMPARE(fix.hub->current().get("cost.confidence_threshold"_setting), 0.70);
    }

    void workersReadWhileTheConsoleTunes()
    {
        const Fixture fix;
        const std::shared_ptr<const SnapshotSource> source = fix.hub->source();
        std::atomic<bool> stop = false;
        std::atomic<int> torn = 0;
        std::atomic<int> reads = 0;
        std::thread worker([&] {
            int last = 0;
            while (!stop) {
                const Settings seen = source->read();
                // both values are always changed together
                torn +=
                    seen.get("quality.threshold"_setting) != seen.get("cost.confidence_threshold"_setting) &&
                    seen.revision() > 0;
                torn += seen.revision() < last;
                last = seen.revision();
                ++reads;
            }
        });
        for (int i = 1; i <= 2000; ++i) {
            const double value = double(i % 100) / 100;
            QVERIFY(fix.hub->apply({{"quality.threshold"_setting.index, value},
                                    {"cost.confidence_threshold"_setting.index, value}}));
        }
        while (reads < 10)
            std::this_thread::yield();
        stop = true;
        worker.join();
        QCOMPARE(torn.load(), 0);
    }

private:
    /// A hub on a file of its own.
    struct Fixture
    {
        explicit Fixture(const QByteArray &text = {}, const Variables &environment = {})
        {
            if (!text.isEmpty())
                write(text);
            const auto settings = loadSettings({.file = path, .environment = environment});
            hub = std::make_unique<SettingsHub>(settings.value(), path, dir.path() + u"/profiles"_s);
        }

        void write(const QByteArray &text) const
        {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        }

        QByteArray text() const
        {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }

        QTemporaryDir dir;
        QString path = dir.path() + u"/assay.toml"_s;
        std::unique_ptr<SettingsHub> hub;
    };
};

QTEST_GUILESS_MAIN(tst_settings_hub)
#include "tst_settings_hub.moc"
