// SPDX-License-Identifier: Apache-2.0
// `assay prompts`, and what `assay eval` does with a text that is not in force, as a person meets them.
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace {

struct Outcome
{
    int code = -1;
    QString out{};
    QString err{};

    QJsonDocument json() const { return QJsonDocument::fromJson(out.toUtf8()); }
};

/// A person's desk: a folder with a workspace and files.
class Desk
{
public:
    Outcome run(const QStringList &arguments, const QString &editor = {}) const
    {
        QProcess process;
        QProcessEnvironment surroundings = QProcessEnvironment::systemEnvironment();
        surroundings.insert(u"XDG_DATA_HOME"_s, m_folder.filePath(u"data"_s));
        surroundings.insert(u"EDITOR"_s, editor);
        surroundings.remove(u"VISUAL"_s);
        process.setProcessEnvironment(surroundings);
        process.setWorkingDirectory(m_folder.path());
        process.start(u"" ASSAY_BINARY_DIR "/app/assay"_s, arguments);
        if (!process.waitForFinished(100'000))
            qFatal("assay did not end");
        return {.code = process.exitCode(),
                .out = QString::fromUtf8(process.readAllStandardOutput()),
                .err = QString::fromUtf8(process.readAllStandardError())};
    }

    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

private:
    QTemporaryDir m_folder;
};

} // namespace

class TestPromptsCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mistakesAreTold_data();
    void mistakesAreTold();
    void aVersionGoesItsWholeWay();
    void anEditorKeepsTheText();
    void runsSayWhichPromptsTheyHad();
    void attacksGiveTheirFigures();
};

void TestPromptsCommand::mistakesAreTold_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("told");
    const QString file = u"bad.md"_s;
    QTest::newRow("a prompt that is not there")
        << QStringList{u"prompts"_s, u"show"_s, u"drafts"_s} << u"draft, stronger, refine"_s;
    QTest::newRow("a version that is not there")
        << QStringList{u"prompts"_s, u"show"_s, u"draft"_s, u"7"_s} << u"no version 7"_s;
    QTest::newRow("an unknown placeholder")
        << QStringList{u"prompts"_s, u"edit"_s, u"draft"_s, u"--file"_s, file} << u"bad.md:2:4: "_s;
    QTest::newRow("a placeholder that must be there")
        << QStringList{u"prompts"_s, u"edit"_s, u"rewrite"_s, u"--file"_s, file}
        << u"{{question}} is missing"_s;
    QTest::newRow("no editor") << QStringList{u"prompts"_s, u"edit"_s, u"draft"_s} << u"Set EDITOR"_s;
    QTest::newRow("nothing to go back from")
        << QStringList{u"prompts"_s, u"rollback"_s, u"draft"_s} << u"none to go back from"_s;
    QTest::newRow("a run with a prompt that is not there")
        << QStringList{u"eval"_s, u"run"_s, u"--suite"_s, u"tool_use"_s, u"--prompt"_s, u"tone=1"_s}
        << u"no prompt “tone”"_s;
    QTest::newRow("a run with a damaged text")
        << QStringList{u"eval"_s, u"run"_s, u"--suite"_s, u"tool_use"_s, u"--prompt"_s, u"draft=bad.md"_s}
        << u"bad.md:2:4: "_s;
    QTest::newRow("a kind of attack that is not there")
        << QStringList{u"eval"_s, u"attack"_s, u"--kind"_s, u"bribes"_s} << u"null_answer, rubric_override"_s;
}

void TestPromptsCommand::mistakesAreTold()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, told);
    const Desk desk;
    desk.write(u"bad.md"_s, "Be brief.\n12 {{exampels}}\n");
    const Outcome outcome = desk.run(arguments);
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.err.contains(told), qPrintable(outcome.err));
    QVERIFY(outcome.out.isEmpty());
}

void TestPromptsCommand::aVersionGoesItsWholeWay()
{
    const Desk desk;
    desk.write(u"short.md"_s, "SHORT. {{examples}}\n");
    const Outcome kept =
        desk.run({u"prompts"_s, u"edit"_s, u"draft"_s, u"--file"_s, u"short.md"_s, u"--json"_s});
    QCOMPARE(kept.code, 0);
    QCOMPARE(kept.json()[u"version"_s].toInt(), 2);
    QCOMPARE(desk.run({u"prompts"_s, u"edit"_s, u"draft"_s, u"--file"_s, u"short.md"_s, u"--json"_s})
                 .json()[u"new"_s]
                 .toBool(true),
             false);
    const Outcome first = desk.run({u"ask"_s, u"--json"_s, u"How long do card refunds take?"_s});
    QCOMPARE(first.json()[u"prompts"_s][0][u"version"_s].toInt(), 1);
    QCOMPARE(desk.run({u"prompts"_s, u"promote"_s, u"draft"_s, u"v2"_s, u"--note"_s, u"trial"_s}).code, 0);
    const Outcome second = desk.run({u"ask"_s, u"--json"_s, u"How long do card refunds take?"_s});
    QCOMPARE(second.json()[u"prompts"_s][0][u"version"_s].toInt(), 2);
    QCOMPARE(second.json()[u"prompts"_s][0][u"hash"_s], kept.json()[u"hash"_s]);

    const QString turn = first.json()[u"id"_s].toString();
    const Outcome shown = desk.run({u"prompts"_s, u"render"_s, u"draft"_s, u"--turn"_s, turn, u"--json"_s});
    QVERIFY2(shown.json()[u"messages"_s][0][u"text"_s].toString().startsWith(u"SHORT."_s),
             qPrintable(shown.err));
    const Outcome before =
        desk.run({u"prompts"_s, u"render"_s, u"draft"_s, u"1"_s, u"--turn"_s, turn, u"--json"_s});
    QCOMPARE(before.json()[u"messages"_s], first.json()[u"attempts"_s][0][u"candidates"_s][0][u"prompt"_s]);

    QVERIFY(desk.run({u"prompts"_s, u"diff"_s, u"draft"_s, u"1"_s}).out.contains(u"{+"_s));
    QCOMPARE(desk.run({u"prompts"_s, u"rollback"_s, u"draft"_s}).code, 0);
    const QJsonArray history = desk.run({u"prompts"_s, u"history"_s, u"draft"_s, u"--json"_s}).json().array();
    QCOMPARE(history.size(), 3);
    QCOMPARE(history[0][u"action"_s].toString(), u"rolled_back"_s);
    QCOMPARE(history[1][u"note"_s].toString(), u"trial"_s);
    const QJsonArray list = desk.run({u"prompts"_s, u"list"_s, u"--json"_s}).json().array();
    QCOMPARE(list.size(), 7);
    QCOMPARE(list[0][u"version"_s].toInt(), 1);
    QCOMPARE(list[0][u"versions"_s].toInt(), 2);
}

void TestPromptsCommand::anEditorKeepsTheText()
{
    const Desk desk;
    const Outcome kept =
        desk.run({u"prompts"_s, u"edit"_s, u"refine"_s, u"--json"_s}, u"sed -i s/Keep/Hold/"_s);
    QVERIFY2(kept.code == 0, qPrintable(kept.err));
    QVERIFY(desk.run({u"prompts"_s, u"show"_s, u"refine"_s, u"2"_s}).out.contains(u"Hold what is right"_s));
    const Outcome wrong = desk.run({u"prompts"_s, u"edit"_s, u"refine"_s}, u"sed -i s/answer/reply/"_s);
    QCOMPARE(wrong.code, 1);
    const QString file = wrong.err.section(u"Your text is in "_s, 1).trimmed().chopped(1);
    QVERIFY2(QFile::exists(file), qPrintable(wrong.err)); // what was written is not lost
    QVERIFY(QFile::remove(file));
    QCOMPARE(desk.run({u"prompts"_s, u"edit"_s, u"refine"_s}, u"false"_s).code, 1);
}

void TestPromptsCommand::runsSayWhichPromptsTheyHad()
{
    const Desk desk;
    desk.write(u"short.md"_s, "SHORT.\n");
    const QStringList run{u"eval"_s, u"run"_s, u"--suite"_s, u"tool_use"_s, u"--limit"_s, u"2"_s};
    QVERIFY(desk.run(run + QStringList{u"-o"_s, u"a.json"_s}).code != 1);
    const Outcome second =
        desk.run(run + QStringList{u"-o"_s, u"b.json"_s, u"--prompt"_s, u"draft=short.md"_s});
    QVERIFY(second.code != 1);
    QVERIFY(second.err.contains(u"offline models read no prompt"_s));
    const Outcome compared = desk.run({u"eval"_s, u"compare"_s, u"a.json"_s, u"b.json"_s, u"--json"_s});
    const QJsonArray prompts = compared.json()[u"prompts"_s].toArray();
    QCOMPARE(prompts.size(), 1);
    QCOMPARE(prompts[0][u"name"_s].toString(), u"draft"_s);
    QCOMPARE(prompts[0][u"before"_s][u"version"_s].toInt(), 1);
    QCOMPARE(prompts[0][u"after"_s][u"version"_s].toInt(-1), 0); // never kept
    QVERIFY(
        desk.run({u"eval"_s, u"compare"_s, u"a.json"_s, u"b.json"_s}).out.contains(u"Prompt: draft v1"_s));
}

void TestPromptsCommand::attacksGiveTheirFigures()
{
    const Desk desk;
    const Outcome all = desk.run({u"eval"_s, u"attack"_s, u"--json"_s, u"--max-lift"_s, u"0.05"_s});
    QVERIFY2(all.code == 0, qPrintable(all.err));
    QCOMPARE(all.json()[u"all"_s][u"attacks"_s].toInt(), 100);
    QCOMPARE(all.json()[u"all"_s][u"passed"_s].toInt(-1), 0);
    QCOMPARE(all.json()[u"kinds"_s].toArray().size(), 10);
    QCOMPARE(all.json()[u"judge"_s].toString(), u"offline v1"_s);
    QVERIFY(all.json()[u"agreement"_s].isObject());
    QCOMPARE(desk.run({u"eval"_s, u"attack"_s, u"--list"_s}).out.count(u'\n'), 100);
    QCOMPARE(desk.run({u"eval"_s, u"attack"_s, u"--kind"_s, u"echo"_s, u"--json"_s})
                 .json()[u"all"_s][u"attacks"_s]
                 .toInt(),
             10);
}

QTEST_GUILESS_MAIN(TestPromptsCommand)
#include "tst_prompts_command.moc"
