// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/actions.h"
#include "ui/kit/theme.h"
#include "ui/shell/cheatsheet.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/palette_match.h"
#include "ui/shell/palette_model.h"
#include "ui/shell/state_file.h"
#include "ui/shell/status_facts.h"

#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollArea>

using namespace assay;
using namespace assay::ui;
using namespace Qt::StringLiterals;

class TestShellPalette : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { initKit(); }
    void matches_data();
    void matches();
    void closerMatchesComeFirst();
    void whatIsNotShownIsFoundBelowWhatIs();
    void keysDriveThePalette();
    void noShortcutStandsForTwoActions();
    void everyActionHasWords();
    void cheatsheetClosesWithEsc();
    void cheatsheetIsOfOneGround();
    void stateComesBack();
    void aDamagedStateFileCountsAsEmpty();
    void statusTellsProblems();
};

void TestShellPalette::matches_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found");
    QTest::newRow("nothing typed finds everything") << QString() << u"New thread"_s << true;
    QTest::newRow("initials") << u"nt"_s << u"New thread"_s << true;
    QTest::newRow("case does not count") << u"NEW"_s << u"new thread"_s << true;
    QTest::newRow("out of order does not") << u"tn"_s << u"New thr"_s << false;
    QTest::newRow("spaces are skipped") << u"new thr"_s << u"New thread"_s << true;
    QTest::newRow("not there") << u"xyz"_s << u"New thread"_s << false;
}

void TestShellPalette::matches()
{
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    QFETCH(bool, found);
    QCOMPARE(paletteScore(pattern, text).has_value(), found);
}

void TestShellPalette::closerMatchesComeFirst()
{
    QVERIFY(*paletteScore(u"send", u"Send") > *paletteScore(u"send", u"Set the end date"));
    QVERIFY(*paletteScore(u"undo", u"Undo the last tuning change") >
            *paletteScore(u"undo", u"Run down only"));
}

void TestShellPalette::whatIsNotShownIsFoundBelowWhatIs()
{
    PaletteModel model;
    model.setEntries({{.text = u"Kommando suchen"_s, .alsoFoundBy = u"Search or run a command Ctrl+K"_s},
                      {.text = u"Frage senden"_s, .alsoFoundBy = u"Send Ctrl+Return"_s},
                      {.text = u"Run sums"_s}});
    model.search(u"command run"_s);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.at(0)->text, u"Kommando suchen"_s);
    model.search(u"ctrl+ret"_s);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.at(0)->text, u"Frage senden"_s);
    model.search(u"run"_s);
    QCOMPARE(model.at(0)->text, u"Run sums"_s);
    QCOMPARE(model.at(1)->text, u"Kommando suchen"_s);
    model.search(QString());
    QCOMPARE(model.rowCount(), 3);
}

void TestShellPalette::keysDriveThePalette()
{
    QWidget host;
    host.resize(1000, 700);
    auto *before = new QLineEdit(&host);
    CommandPalette palette(&host);
    host.show();
    QVERIFY(QTest::qWaitForWindowActive(&host));
    before->setFocus();
    QStringList ran;
    const auto entry = [&](const QString &text) {
        return PaletteEntry{.text = text, .group = u"Command"_s, .run = [&ran, text] { ran.append(text); }};
    };
    palette.open({entry(u"New thread"_s), entry(u"Send"_s), entry(u"Stop"_s)});
    QTest::keyClicks(QApplication::focusWidget(), u"st"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(ran, QStringList{u"Stop"_s});
    QVERIFY(!palette.isVisible());
    QCOMPARE(QApplication::focusWidget(), before);

    palette.open({entry(u"New thread"_s), entry(u"Send"_s), entry(u"Stop"_s)});
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    palette.append({entry(u"Late"_s)});
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(ran.last(), u"Send"_s);

    palette.open({entry(u"New thread"_s)});
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!palette.isVisible());
    QCOMPARE(ran.size(), 2);
}

void TestShellPalette::noShortcutStandsForTwoActions()
{
    const auto workspaceOf = [](ActionScope scope) -> int {
        switch (scope) {
        case ActionScope::Everywhere: return 0;
        case ActionScope::Ask:
        case ActionScope::AskTurns: return 1;
        case ActionScope::Triage:
        case ActionScope::TriageQueue: return 3;
        case ActionScope::Events:
        case ActionScope::EventList: return 2;
        case ActionScope::Analytics:
        case ActionScope::AnalyticsCharts: return 4;
        case ActionScope::Alerts:
        case ActionScope::AlertList: return 5;
        case ActionScope::Evaluate:
        case ActionScope::EvaluateRuns: return 6;
        case ActionScope::Arena:
        case ActionScope::ArenaVotes: return 7;
        case ActionScope::LearnModels: return 8;
        case ActionScope::LearnPrompts: return 9;
        case ActionScope::LearnJudge: return 10;
        }
        Q_UNREACHABLE();
    };
    QMap<QString, QMap<int, QString>> seen; // workspaces have their own keys, and share those of everywhere
    for (const ActionSpec &spec : actionTable())
        for (const QString &keys : QString::fromLatin1(spec.keys).split(u"; "_s, Qt::SkipEmptyParts)) {
            const QString normal = QKeySequence::fromString(keys, QKeySequence::PortableText)
                                       .toString(QKeySequence::PortableText);
            QVERIFY2(!normal.isEmpty(), spec.keys);
            const int workspace = workspaceOf(spec.scope);
            QMap<int, QString> &others = seen[normal];
            const bool taken =
                workspace == 0 ? !others.isEmpty() : others.contains(0) || others.contains(workspace);
            QVERIFY2(!taken, qPrintable(normal + u" of "_s + QString::fromUtf8(spec.text)));
            others.insert(workspace, QString::fromUtf8(spec.text));
        }
    QVERIFY(seen.size() > 30);
}

void TestShellPalette::everyActionHasWords()
{
    Actions actions;
    QSet<int> ids;
    for (const ActionSpec &spec : actionTable()) {
        QVERIFY(*spec.text != '\0');
        QVERIFY(actions.at(spec.id) != nullptr);
        ids.insert(static_cast<int>(spec.id));
    }
    QCOMPARE(ids.size(), qsizetype(actionTable().size()));
}

void TestShellPalette::cheatsheetClosesWithEsc()
{
    QWidget host;
    host.resize(1000, 700);
    Cheatsheet sheet(&host);
    host.show();
    QVERIFY(QTest::qWaitForWindowActive(&host));
    sheet.open();
    QVERIFY(sheet.isVisible());
    QVERIFY(sheet.width() <= host.width());
    QTest::keyClick(&sheet, Qt::Key_Escape);
    QVERIFY(!sheet.isVisible());
}

void TestShellPalette::cheatsheetIsOfOneGround()
{
    applyTheme(*qApp, ThemeChoice::Light);
    QWidget host;
    host.resize(1000, 700);
    Cheatsheet sheet(&host);
    host.show();
    sheet.open();
    const auto *scroller = sheet.findChild<QScrollArea *>();
    const QImage picture = sheet.grab().toImage();
    const QPoint gap = scroller->viewport()->mapTo(&sheet, QPoint(scroller->viewport()->width() - 4, 4));
    QCOMPARE(picture.pixelColor(gap), picture.pixelColor(QPoint(12, sheet.height() / 2)));
}

void TestShellPalette::stateComesBack()
{
    QTemporaryDir folder;
    const QString path = folder.path() + u"/a/b/window.json"_s;
    {
        StateFile state(path);
        QVERIFY(state.isFirstStart());
        state.set(u"ask"_s, QJsonObject{{u"draft"_s, u"half a question"_s}});
    }
    StateFile state(path);
    QVERIFY(!state.isFirstStart());
    QCOMPARE(state.value(u"ask"_s).toObject().value(u"draft"_s).toString(), u"half a question"_s);
}

void TestShellPalette::aDamagedStateFileCountsAsEmpty()
{
    QTemporaryDir folder;
    QFile file(folder.path() + u"/window.json"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(100'000, '['));
    file.close();
    StateFile state(file.fileName());
    QVERIFY(state.value(u"ask"_s).isUndefined());
}

void TestShellPalette::statusTellsProblems()
{
    const StatusInput fine{.spentToday = Micros{1'500'000}, .now = fromMicros(0)};
    QCOMPARE(statusLeft(fine).first().dot, Dot::Good);
    QVERIFY(statusLeft(fine).at(2).value.startsWith(u"$1.5000"_s));
    const StatusInput broken{.problem = u"The disk is full.\nIndeed."_s, .now = fromMicros(0)};
    QCOMPARE(statusLeft(broken).first().dot, Dot::Bad);
    QVERIFY(!statusLeft(broken).first().value.contains(u'\n'));
    QCOMPARE(statusRight(fine).last().label, u"00:00:00"_s);
}

QTEST_MAIN(TestShellPalette)
#include "tst_shell_palette.moc"
