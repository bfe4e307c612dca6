// SPDX-License-Identifier: Apache-2.0
#include "support/cpu_clock.h"
#include "ui/kit/answer_view.h"
#include "ui/kit/button.h"
#include "ui/kit/chip.h"
#include "ui/kit/diff_view.h"
#include "ui/kit/gantt.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/score_bar.h"
#include "ui/kit/stage_ticks.h"
#include "ui/kit/states.h"
#include "ui/kit/status_bar.h"
#include "ui/kit/theme.h"
#include "ui/kit/toast.h"

#include <QtGui/QClipboard>
#include <QtGui/QTextDocument>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

using namespace assay::ui;
using namespace Qt::StringLiterals;

namespace {

QStringList payloads()
{
    QString nested;
    for (int i = 0; i < 40; ++i)
        nested += u"<table><tr><td>"_s;
    return {nested,
            u"<img src=file:///etc/passwd>"_s,
            u"<a href=\"javascript:alert(1)\">x</a>"_s,
            u"![x](file:///etc/passwd)"_s,
            u"\u202Egnp.exe"_s,
            u"\u001B[31mred\u001B[0m"_s,
            QString(1'000'000, u'x'),
            QString(2000, QChar(0x0301)),
            u"&amp; & <b>b</b>"_s};
}

} // namespace

class TestKitPlain final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        initKit();
        applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), ThemeChoice::Dark);
    }

    void showsEverything_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("max");
        QTest::addColumn<QString>("expected");
        QTest::addRow("empty stays empty") << QString() << 10 << QString();
        QTest::addRow("plain text stays") << u"Zwei Rechnungen, €99"_s << 100 << u"Zwei Rechnungen, €99"_s;
        QTest::addRow("markup stays literal") << u"<b>x</b>"_s << 100 << u"<b>x</b>"_s;
        QTest::addRow("line feed and tab stay") << u"a\n\tb"_s << 100 << u"a\n\tb"_s;
        QTest::addRow("CRLF is a line feed") << u"a\r\nb"_s << 100 << u"a\nb"_s;
        QTest::addRow("lone carriage return shows") << u"a\rb"_s << 100 << u"a␍b"_s;
        QTest::addRow("ANSI escape shows") << u"\u001B[31m"_s << 100 << u"␛[31m"_s;
        QTest::addRow("NUL shows") << u"a"_s + QChar(0) + u"b"_s << 100 << u"a␀b"_s;
        QTest::addRow("bell and delete show") << u"\u0007\u007F"_s << 100 << u"␇␡"_s;
        QTest::addRow("C1 control shows") << u"\u009B"_s << 100 << u"⟨U+009B⟩"_s;
        QTest::addRow("right-to-left override shows") << u"\u202Etxt"_s << 100 << u"⟨U+202E⟩txt"_s;
        QTest::addRow("isolates show") << u"\u2066a\u2069"_s << 100 << u"⟨U+2066⟩a⟨U+2069⟩"_s;
        QTest::addRow("zero-width space shows") << u"a\u200Bb"_s << 100 << u"a⟨U+200B⟩b"_s;
        QTest::addRow("joiner of an emoji stays") << u"👩\u200D🔬"_s << 100 << u"👩\u200D🔬"_s;
        QTest::addRow("tag characters show") << u"\U000E0041"_s << 100 << u"⟨U+E0041⟩"_s;
        QTest::addRow("high surrogate alone shows") << QString(QChar(0xD83D)) << 100 << u"⟨U+D83D⟩"_s;
        QTest::addRow("low surrogate alone shows") << QString(QChar(0xDE00)) << 100 << u"⟨U+DE00⟩"_s;
        QTest::addRow("surrogates in the wrong order show")
            << QString(QChar(0xDE00)) + QChar(0xD83D) << 100 << u"⟨U+DE00⟩⟨U+D83D⟩"_s;
        QTest::addRow("cut tells what is left") << u"abcdef"_s << 4 << u"abcd… 2 more characters"_s;
        QTest::addRow("cut does not halve a pair") << u"abc😀d"_s << 4 << u"abc… 3 more characters"_s;
        QTest::addRow("exactly the maximum is whole") << u"abcd"_s << 4 << u"abcd"_s;
        QTest::addRow("nothing allowed") << u"abcd"_s << 0 << u"… 4 more characters"_s;
    }
    void showsEverything()
    {
        QFETCH(QString, text);
        QFETCH(int, max);
        QFETCH(QString, expected);
        QCOMPARE(visibleText(text, max), expected);
    }

    void oneLineHasNoBreaks() { QCOMPARE(visibleLine(u"a\nb\tc"_s), u"a⏎b c"_s); }

    void tenMegabytesAreQuick()
    {
        const QString huge(10'000'000, u'x');
        assay::test::CpuClock clock;
        clock.start();
        const QString shown = visibleText(huge);
        QVERIFY2(clock.elapsed() < 5 * assay::test::timeScale(),
                 qPrintable(QString::number(clock.elapsed())));
        QVERIFY(shown.size() < plainMaximum + 40);
        clock.restart();
        QVERIFY(elided(huge, font(Type::Body), 300).size() < 400);
        ElidedLabel label(huge, Type::Body, Tone::Primary);
        label.resize(300, 20);
        QVERIFY(!label.grab().isNull());
        QVERIFY2(clock.elapsed() < 150 * assay::test::timeScale(),
                 qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(label.fullText().size(), huge.size());
    }

    void elidesFromAnySide_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addRow("right") << int(Qt::ElideRight);
        QTest::addRow("middle") << int(Qt::ElideMiddle);
        QTest::addRow("left") << int(Qt::ElideLeft);
    }
    void elidesFromAnySide()
    {
        QFETCH(int, mode);
        const QFont face = font(Type::Body);
        for (const qsizetype size : {5, 50, 5000}) {
            const QString fit = elided(QString(size, u'i'), face, 100, Qt::TextElideMode(mode));
            QVERIFY(QFontMetricsF(face).horizontalAdvance(fit) <= 101);
            QCOMPARE(fit.contains(u'…'), size > 5);
        }
    }

    void labelsNeverTakeMarkup()
    {
        QWidget host;
        QList<QWidget *> all;
        for (const QString &payload : payloads()) {
            auto *error = new ErrorState(&host);
            error->setError(payload, payload);
            auto *toast = new Toast(&host);
            toast->notify(payload, u"Undo"_s);
            auto *answer = new AnswerView(&host);
            answer->setText(payload);
            auto *diff = new DiffView(&host);
            diff->setTexts(payload, u"x"_s);
            auto *gantt = new Gantt(&host);
            gantt->setRows({{payload, {{0, 1}}, payload, payload, payload}});
            auto *bars = new ScoreBars(&host);
            bars->setRows({{payload, 0.5, {}, 0.95}});
            auto *ticks = new StageTicks(&host);
            ticks->setTicks({{payload, payload, TickState::Done}});
            auto *status = new StatusBar(&host);
            status->setLeft({{payload, payload, Dot::Good}});
            auto *view = new PlainTextView(&host);
            view->setText(payload);
            auto *empty = new EmptyState(Icon::Info, payload, u"Go"_s, &host);
            all += QList<QWidget *>{error,
                                    toast,
                                    answer,
                                    diff,
                                    gantt,
                                    bars,
                                    ticks,
                                    status,
                                    view,
                                    empty,
                                    new Chip(payload, ChipTint::Neutral, &host),
                                    new PlainLabel(payload, &host),
                                    new ElidedLabel(payload, Type::Body, Tone::Primary, &host)};
        }
        assay::test::CpuClock clock;
        for (QWidget *widget : std::as_const(all)) {
            widget->resize(400, 300);
            clock.restart();
            QVERIFY(!widget->grab().isNull());
            QVERIFY2(clock.elapsed() < 300 * assay::test::timeScale(), widget->metaObject()->className());
        }
        const auto labels = host.findChildren<QLabel *>();
        QVERIFY(!labels.isEmpty());
        for (const QLabel *label : labels)
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }

    void toolTipsAreEscaped()
    {
        QWidget widget;
        plainToolTip(&widget, u"<img src=file:///etc/passwd> & \u202E"_s);
        QVERIFY(!widget.toolTip().contains(u"<img"_s));
        QTextDocument document;
        document.setHtml(widget.toolTip());
        QCOMPARE(document.toPlainText(), u"<img src=file:///etc/passwd> & ⟨U+202E⟩"_s);
        plainToolTip(&widget, QString());
        QVERIFY(widget.toolTip().isEmpty());
    }

    void messageBoxesArePlain()
    {
        QWidget host;
        QMessageBox *box = plainMessageBox(QMessageBox::Warning, u"Title"_s, u"<b>x</b>"_s,
                                           u"<img src=file:///x>"_s, QMessageBox::Ok, &host);
        for (const QLabel *label : box->findChildren<QLabel *>())
            if (!label->text().isEmpty())
                QCOMPARE(label->textFormat(), Qt::PlainText);
        QCOMPARE(box->informativeText(), u"<img src=file:///x>"_s);
    }

    void textViewCopiesPlain()
    {
        PlainTextView view;
        view.setText(u"a\n<b>b</b>"_s);
        view.selectAll();
        view.copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"a\n<b>b</b>"_s);
        QVERIFY(view.isReadOnly());
    }
};

QTEST_MAIN(TestKitPlain)
#include "tst_kit_plain.moc"
