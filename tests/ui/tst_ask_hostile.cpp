// SPDX-License-Identifier: Apache-2.0
// Foreign text in every field a turn can fill, and a megabyte while it streams in.
#include "ask_bench.h"
#include "resources.h"
#include "ui/ask/thread_list.h"
#include "ui/ask/turn_parts.h"
#include "ui/ask/wrapped_text.h"
#include "ui/kit/plain.h"

#include <QtCore/QElapsedTimer>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QTextEdit>

#include <ctime>

using namespace assay;
using namespace assay::ui;
using namespace Qt::StringLiterals;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr double slack = 12;
#else
constexpr double slack = 1;
#endif

/// CPU time of this thread in ms: other processes on the machine do not count.
double cpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// Pings the event loop; a gap is the longest a handler kept it from coming round.
class Watchdog : public QObject
{
public:
    Watchdog()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(0);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            const double now = cpuMs();
            m_gaps.append(now - m_last);
            m_last = now;
        });
        m_last = cpuMs();
        m_timer.start();
    }

    double quantile(double share)
    {
        std::ranges::sort(m_gaps);
        return m_gaps.isEmpty() ? 0
                                : m_gaps.at(std::min<qsizetype>(
                                      m_gaps.size() - 1,
                                      static_cast<qsizetype>(share * static_cast<double>(m_gaps.size()))));
    }
    double worst() { return quantile(1.0); }
    qsizetype count() const { return m_gaps.size(); }

private:
    QTimer m_timer;
    QList<double> m_gaps;
    double m_last = 0;
};

Turn filledWith(const QString &payload)
{
    Turn turn = samples::finished(1, payload, payload, 0.82F, 0.95F, 2);
    turn.threadId = u"th_hostile"_s;
    turn.evidence = {samples::source(u"1"_s, payload), samples::source(u"T1"_s, payload)};
    for (Evidence &one : turn.evidence) {
        one.text = payload;
        one.sourceId = payload.left(200);
        one.retriever = payload.left(200);
    }
    for (Attempt &attempt : turn.attempts) {
        attempt.changes = {payload};
        attempt.error = payload;
        attempt.candidates.first().model = payload;
        attempt.candidates.first().judgement->reasoning = payload;
        attempt.candidates.first().judgement->issues = {payload};
        attempt.candidates.first().prompt = {{payload, payload}};
    }
    turn.route.model = payload;
    turn.route.reason = payload;
    turn.verdict.reason = payload;
    turn.error = payload;
    turn.labelNote = payload;
    turn.label = Label::Bad;
    for (StageRecord &record : turn.stages)
        record.summary = record.error = payload;
    return turn;
}

void checkNoRichText(QWidget &root)
{
    for (const QLabel *label : root.findChildren<QLabel *>())
        QVERIFY2(label->textFormat() == Qt::PlainText, label->metaObject()->className());
    QCOMPARE(root.findChildren<QTextEdit *>().size(), 0); // only QPlainTextEdit, which is a class of its own
    for (const QPlainTextEdit *edit : root.findChildren<QPlainTextEdit *>())
        QVERIFY(!edit->document()->toHtml().contains(u"<img"_s));
    for (const QWidget *widget : root.findChildren<QWidget *>())
        if (const QString tip = widget->toolTip(); !tip.isEmpty())
            QVERIFY2(tip.startsWith(u"<span style=\"white-space:pre-wrap\">"_s) &&
                         !tip.mid(5).contains(u"<img"_s) && !tip.mid(5).contains(u"<table"_s),
                     qPrintable(tip));
}

} // namespace

class TestAskHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        initAssayResources();
        initKit();
        applyTheme(*qApp, ThemeChoice::Dark);
        AskBench warm; // fonts are read once per program
        QVERIFY(warm.show());
        warm.fill(samples::picture());
        Q_EMIT warm.workspace.conversation().sourceActivated(samples::picture().first().id, u"1"_s);
        QTest::qWait(200);
    }

    void payloadsAreShownLiterally_data()
    {
        QTest::addColumn<QString>("payload");
        QTest::addColumn<QString>("seen");
        QTest::newRow("nested tables") << u"<table>"_s.repeated(500) + u"x"_s << u"<table>"_s;
        QTest::newRow("an image from a file")
            << u"<img src=\"file:///etc/passwd\"> text"_s << u"<img src=\"file:///etc/passwd\">"_s;
        QTest::newRow("an image from the network")
            << u"<img src='http://127.0.0.1:1/x.png'>"_s << u"<img src='http:"_s;
        QTest::newRow("a Markdown image")
            << u"![x](file:///etc/passwd) and [a](http://x)"_s << u"![x](file:///etc/passwd)"_s;
        QTest::newRow("a script") << u"<script>alert(1)</script>"_s << u"<script>"_s;
        QTest::newRow("bidi controls") << u"abc\u202Edcba\u2066x"_s << u"⟨U+202E⟩"_s;
        QTest::newRow("ANSI") << u"\x1b[31mred\x1b[0m"_s << u"␛[31m"_s;
        QTest::newRow("NUL") << u"a"_s + QChar(0) + u"b"_s << u"a␀b"_s;
        QTest::newRow("a lone surrogate") << u"a"_s + QChar(0xD800) + u"b"_s << u"⟨U+D800⟩"_s;
        QTest::newRow("ampersands") << u"R&D && &quit"_s << u"R&D && &quit"_s;
        QTest::newRow("percent places") << u"%1 %2 %n %L1 %99"_s << u"%1 %2 %n %L1 %99"_s;
        QTest::newRow("right to left") << u"שלום עולם مرحبا"_s << u"שלום"_s;
        QTest::newRow("10 MB without a space") << QString(10'000'000, u'x') << u"xxxx"_s;
    }

    void payloadsAreShownLiterally()
    {
        QFETCH(QString, payload);
        QFETCH(QString, seen);
        AskBench bench;
        QVERIFY(bench.show());
        const Turn turn = filledWith(payload);
        QTest::qWait(50);
        const double before = cpuMs();
        bench.state().openThread(turn.threadId);
        bench.state().takeStored(turn.threadId, QList<Turn>{turn});
        const double taken = cpuMs();
        Watchdog afterwards;
        QTest::qWait(300);
        const double laid = afterwards.worst();
        const double opening = cpuMs();
        Q_EMIT bench.workspace.conversation().sourceActivated(turn.id, u"1"_s);
        const double opened = cpuMs();
        Watchdog last;
        QTest::qWait(200);
        qInfo("UI-thread CPU, ms: turn taken %.1f, longest handler after it %.1f, source opened %.1f, "
              "longest after it %.1f",
              taken - before, laid, opened - opening, last.worst());
        const double longest = std::max({taken - before, laid, opened - opening, last.worst()});
        // 50 ms is what a machine with nothing else to do has to keep.
        QVERIFY2(longest < 3 * 50 * slack, "a hostile turn holds up the window");
        const TurnCard *card = bench.scroller().cardAt(0);
        QVERIFY(card);
        QVERIFY(card->width() <= bench.scroller().viewport()->width());
        QVERIFY(card->findChild<WrappedText *>()->shown().contains(seen));
        QCOMPARE(card->findChild<AnswerView *>()->text(), payload);
        QVERIFY(bench.sheet()->isVisible());
        QCOMPARE(bench.sheet()->shownText(), payload);
        checkNoRichText(bench.workspace);
        checkNoRichText(*bench.workspace.titleBar());
        bench.workspace.grab();
    }

    void aMegabyteStreamsInWithoutAStall()
    {
        AskBench bench;
        QVERIFY(bench.show());
        bench.fill(samples::picture());
        bench.state().beginTurn(u"tn_x"_s, u"Tell me everything."_s, utcNow());
        const StageRecord draft = samples::stages(1, false).last();
        const QString piece =
            u"The proration was still open [1], so **Billing** voided `INV-20934` and the customer got a mail. "_s;
        constexpr qsizetype target = 1'000'000;
        qsizetype sent = 0;
        QTimer feed;
        feed.setTimerType(Qt::PreciseTimer);
        QObject::connect(&feed, &QTimer::timeout, &bench.workspace, [&] {
            QList<StageEvent> batch;
            for (int i = 0; i < 40; ++i) {
                const QString text = i % 8 == 7 ? piece + u'\n' : piece;
                sent += text.size();
                batch.append({.turnId = u"tn_x"_s, .record = draft, .token = text, .turn = std::nullopt});
            }
            bench.state().takeEvents(batch);
        });
        Watchdog watchdog;
        feed.start(16);
        QTRY_VERIFY_WITH_TIMEOUT(sent >= target, 60'000);
        feed.stop();
        QTest::qWait(200);
        QVERIFY(bench.scroller().isPinned());
        const double late = watchdog.quantile(0.999);
        const double worst = watchdog.worst();
        qInfo("1 MB in %lld batches: p99.9 %.1f ms, worst %.1f ms of UI-thread CPU between two of %lld pings",
              static_cast<long long>(sent / (40 * piece.size())), late, worst,
              static_cast<long long>(watchdog.count()));
        QVERIFY(late < 3 * 50 * slack);
    }
};

QTEST_MAIN(TestAskHostile)
#include "tst_ask_hostile.moc"
