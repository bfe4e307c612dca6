// SPDX-License-Identifier: Apache-2.0
#include "support/cpu_clock.h"
#include "ui/kit/answer_parse.h"
#include "ui/kit/answer_view.h"
#include "ui/kit/icons.h"
#include "ui/kit/theme.h"

#include <QtGui/QClipboard>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollArea>

#include <ctime>

using namespace assay;
using namespace assay::ui;
using namespace Qt::StringLiterals;

namespace {

QString compact(const QList<Span> &spans)
{
    QString out;
    for (const Span &span : spans) {
        const QString body = span.bold ? u"B("_s + span.text + u')' : span.text;
        switch (span.kind) {
        case Span::Kind::Text: out += body; break;
        case Span::Kind::Code: out += u"C{"_s + body + u'}'; break;
        case Span::Kind::Citation: out += u"#"_s + body + u'#'; break;
        case Span::Kind::Bullet: out += u"* "_s; break;
        case Span::Kind::Break: out += u'/'; break;
        }
    }
    return out;
}

QString lorem(qsizetype size)
{
    const QString words =
        u"The invoice was **settled** nine days ago and is marked `superseded` [1], so it "
        "qualifies for a refund inside the window [T1].\n- Card refunds arrive in days [2].\n\n"_s;
    QString text;
    while (text.size() < size)
        text += words;
    return text.first(size);
}

/// Time this thread has worked: what other processes on the machine do does not count.
qint64 threadMicroseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return qint64(now.tv_sec) * 1'000'000 + now.tv_nsec / 1000;
}

} // namespace

class TestKitAnswer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        initKit();
        applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), ThemeChoice::Dark);
    }

    void parses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::addRow("empty") << QString() << QString();
        QTest::addRow("one line") << u"a b"_s << u"a b"_s;
        QTest::addRow("lines end in breaks") << u"a\n\nb\n"_s << u"a//b/"_s;
        QTest::addRow("CRLF ends a line") << u"a\r\nb"_s << u"a/b"_s;
        QTest::addRow("dash bullet") << u"- a"_s << u"* a"_s;
        QTest::addRow("star bullet, indented") << u"  * a"_s << u"* a"_s;
        QTest::addRow("dash without space is no bullet") << u"-a"_s << u"-a"_s;
        QTest::addRow("bold") << u"a **b c** d"_s << u"a B(b c) d"_s;
        QTest::addRow("unclosed bold stands as written") << u"a **b c"_s << u"a **b c"_s;
        QTest::addRow("bold does not span lines") << u"**a\nb**"_s << u"**a/b**"_s;
        QTest::addRow("stars with spaces are stars") << u"2 ** 3 ** 4"_s << u"2 ** 3 ** 4"_s;
        QTest::addRow("empty bold stands as written") << u"****"_s << u"****"_s;
        QTest::addRow("code") << u"is `x*y` ok"_s << u"is C{x*y} ok"_s;
        QTest::addRow("unclosed code stands as written") << u"a `b"_s << u"a `b"_s;
        QTest::addRow("no format inside code") << u"`**a** [1]`"_s << u"C{**a** [1]}"_s;
        QTest::addRow("code inside bold") << u"**a `b`**"_s << u"B(a )C{B(b)}"_s;
        QTest::addRow("citations") << u"x [1] [T12]."_s << u"x #1# #T12#."_s;
        QTest::addRow("citation inside bold") << u"**x [1]**"_s << u"B(x )#B(1)#"_s;
        QTest::addRow("words in brackets are no citation") << u"[a] [see] [] [1"_s << u"[a] [see] [] [1"_s;
        QTest::addRow("long number is no citation") << u"[12345678]"_s << u"[12345678]"_s;
        QTest::addRow("link stays text") << u"[x](javascript:y)"_s << u"[x](javascript:y)"_s;
        QTest::addRow("markup stays text") << u"<img src=file:///x>"_s << u"<img src=file:///x>"_s;
        QTest::addRow("control characters show") << u"a\u001B[1mb"_s << u"a␛[1mb"_s;
        QTest::addRow("bidi override shows") << u"\u202Ea"_s << u"⟨U+202E⟩a"_s;
    }
    void parses()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(compact(parseAnswer(text)), expected);
    }

    void hostileTextIsLinear_data()
    {
        QTest::addColumn<QString>("piece");
        QTest::addRow("no space") << u"x"_s;
        QTest::addRow("opening stars") << u"**a "_s;
        QTest::addRow("opening brackets") << u"["_s;
        QTest::addRow("digits in brackets") << u"[1"_s;
        QTest::addRow("backticks") << u"`"_s;
        QTest::addRow("escapes") << u"\u001B"_s;
        QTest::addRow("line feeds") << u"\n"_s;
    }
    void hostileTextIsLinear()
    {
        QFETCH(QString, piece);
        const auto spend = [&piece](qsizetype size) {
            const test::CpuClock clock;
            const auto spans = parseAnswer(piece.repeated(size / piece.size()));
            return clock.elapsed() + (spans.isEmpty() ? 0 : 1);
        };
        const qint64 tenth = spend(400'000);
        const qint64 whole = spend(4'000'000);
        QVERIFY2(whole < 10 * tenth * 3 + 200, qPrintable(u"%1 ms, then %2 ms"_s.arg(tenth).arg(whole)));
    }

    void streamDoesNotStall_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addRow("prose") << lorem(1'000'000);
        QTest::addRow("no space at all") << QString(1'000'000, u'x');
    }
    void streamDoesNotStall()
    {
        QFETCH(QString, text);
        QScrollArea area;
        auto *view = new AnswerView;
        area.setWidget(view);
        area.setWidgetResizable(true);
        area.resize(640, 480);
        area.show();
        QVERIFY(QTest::qWaitForWindowExposed(&area));
        view->setStreaming(true);
        view->append(lorem(2000) + u'\n'); // loads the fonts, once per process
        QVERIFY(!area.grab().isNull());
        QTest::qWait(50);
        QList<qint64> times;
        for (qsizetype at = 0; at < text.size(); at += 4096) {
            qint64 start = threadMicroseconds();
            view->append(text.sliced(at, qMin(qsizetype(4096), text.size() - at)));
            times << threadMicroseconds() - start;
            start = threadMicroseconds();
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
            times << threadMicroseconds() - start;
        }
        QCOMPARE(view->text().size(), text.size() + 2001);
        std::sort(times.begin(), times.end());
        qInfo("median %lld µs, worst %lld µs", times.at(times.size() / 2), times.last());
        QVERIFY2(times.last() <= 16'000 * test::timeScale(), qPrintable(u"worst %1 µs"_s.arg(times.last())));
        QVERIFY(view->height() > 20'000);
    }

    void longTextComesInSlices()
    {
        AnswerView view;
        view.resize(600, 400);
        view.show();
        QElapsedTimer clock;
        clock.start();
        view.setText(lorem(1'000'000));
        QVERIFY2(clock.elapsed() < 250 * test::timeScale(), qPrintable(QString::number(clock.elapsed())));
        const int estimate = view.heightForWidth(600);
        QTRY_VERIFY_WITH_TIMEOUT(view.heightForWidth(600) > 10 * estimate, 30000);
    }

    void citationsOpenByKeyAndClick()
    {
        AnswerView view;
        view.setText(u"First [1] then [T2]\n- and [3]."_s);
        view.resize(400, 100);
        view.show();
        QSignalSpy spy(&view, &AnswerView::citationActivated);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(spy.count(), 0);
        for (const QString &label : {u"1"_s, u"T2"_s, u"3"_s}) {
            QTest::keyClick(&view, Qt::Key_Right);
            QTest::keyClick(&view, Qt::Key_Return);
            QCOMPARE(spy.takeFirst().first().toString(), label);
        }
        QTest::keyClick(&view, Qt::Key_Left);
        QTest::keyClick(&view, Qt::Key_Enter);
        QCOMPARE(spy.takeFirst().first().toString(), u"T2"_s);
        bool hit = false;
        for (int x = 0; x < 200 && !hit; x += 4) {
            QTest::mouseClick(&view, Qt::LeftButton, {}, QPoint(x, 10));
            hit = !spy.isEmpty();
        }
        QVERIFY(hit);
        QCOMPARE(spy.takeFirst().first().toString(), u"1"_s);
    }

    void copiesPlainText()
    {
        AnswerView view;
        view.setText(u"A **bold** word [1].\n\n- one `two` [T1]\nend"_s);
        view.resize(400, 100);
        view.copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"A bold word [1].\n\n• one two [T1]\nend"_s);
        view.selectAll();
        QCOMPARE(view.selectedText(), QGuiApplication::clipboard()->text());
    }

    void piecesMakeTheSameAsTheWhole()
    {
        const QString text = lorem(3000) + u"\r\n- last **line** [9]\n\nend"_s;
        AnswerView whole;
        whole.resize(400, 100);
        whole.setText(text);
        for (const qsizetype step : {1, 7, 64}) {
            AnswerView pieces;
            pieces.resize(400, 100);
            for (qsizetype at = 0; at < text.size(); at += step)
                pieces.append(text.sliced(at, qMin(step, text.size() - at)));
            pieces.selectAll();
            whole.selectAll();
            QCOMPARE(pieces.selectedText(), whole.selectedText());
            QCOMPARE(pieces.heightForWidth(400), whole.heightForWidth(400));
        }
    }

    void heightFollowsWidth()
    {
        AnswerView view;
        view.setText(lorem(2000));
        QVERIFY(view.heightForWidth(300) > view.heightForWidth(900));
        view.resize(500, 10);
        const int asked = view.heightForWidth(700);
        view.resize(700, 10);
        QCOMPARE(view.heightForWidth(700), asked);
    }
};

QTEST_MAIN(TestKitAnswer)
#include "tst_kit_answer.moc"
