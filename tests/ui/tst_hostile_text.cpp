// SPDX-License-Identifier: Apache-2.0
// 200 hostile texts in every field a model or an event can fill, through the one path into the store and
// onto the screen: nothing is interpreted, nothing is loaded, the window stays alive.
#include "stream/embedded_log.h"
#include "stream/turn_messages.h"
#include "support/cpu_clock.h"
#include "support/scripted_server.h"
#include "ui/ask/conversation_view.h"
#include "ui/window_fixture.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QTextEdit>

using namespace assay;
using namespace assay::test;

namespace {

#ifdef NDEBUG
constexpr qint64 longestStall = 50;
#else
constexpr qint64 longestStall = 250; // unoptimised, and perhaps under a sanitizer
#endif
constexpr qint64 longestWait = 500; // no machine is that busy: the window slept

QStringList payloads(const QString &server)
{
    const QString nested = u"<table><tr><td>"_s.repeated(40);
    QString bidi = u"abc"_s;
    bidi += QChar(0x202E);
    bidi += u"txt.exe"_s;
    const QStringList seeds{
        nested,
        u"<table><tr><td>"_s.repeated(18) + u"x"_s,
        u"<img src=\"file:///etc/passwd\">"_s,
        u"<img src=\"%1/pixel.png\">"_s.arg(server),
        u"![x](%1/markdown.png)"_s.arg(server),
        u"![x](file:///etc/hostname)"_s,
        u"<a href=\"javascript:alert(1)\">click</a>"_s,
        u"<style>*{display:none}</style><h1>Big</h1>"_s,
        u"<iframe src=\"%1/frame\"></iframe>"_s.arg(server),
        u"<object data=\"%1/object\"></object>"_s.arg(server),
        bidi,
        u"\u001b[31mred\u001b[0m \u001b]0;owned\u0007"_s,
        u"&lt;b&gt;not bold&lt;/b&gt; <b>not bold either</b>"_s,
        u"[1][2][T1] [999999999999] [[[[[[[["_s,
        u"**bold `code **`` ** * - ```"_s,
        u"%1 %2 %n %s %99999999s"_s,
        u"🏳️‍🌈👨‍👩‍👧‍👦\u0301\u0301\u0301\u0301 z\u0324\u0324\u0324"_s,
        u"<svg onload=x><image href=\"%1/svg\"/></svg>"_s.arg(server),
        QString(2'000, u'W'),
        u"line\n"_s.repeated(500),
    };
    QStringList all;
    for (int round = 0; round < 10; ++round)
        for (const QString &seed : seeds)
            all.append(round == 0 ? seed
                                  : u"%1 "_s.arg(round).repeated(round) + seed + QString(round * 50, u'<'));
    return all;
}

Turn hostileTurn(const QString &text, int number)
{
    Turn turn{.id = u"tn_hostile_%1"_s.arg(number),
              .threadId = u"th_hostile"_s,
              .number = number,
              .question = text,
              .askedAt = utcNow(),
              .status = TurnStatus::Failed};
    turn.route = {.confidence = 0.5,
                  .contributions = {{.feature = text.left(500), .value = 1.0, .weight = 1.0}},
                  .predictor = text.left(200),
                  .model = text.left(200),
                  .reason = text};
    turn.evidence = {{.label = u"1"_s,
                      .sourceId = text.left(300),
                      .title = text,
                      .text = text,
                      .retriever = text.left(100),
                      .grade = Relevance::Relevant,
                      .cited = true}};
    Candidate candidate{.path = text.left(100),
                        .model = text.left(200),
                        .answer = text + u" [1]"_s,
                        .citations = {u"1"_s},
                        .prompt = {{.role = text.left(50), .text = text}},
                        .error = {},
                        .chosen = true};
    candidate.check = {.state = ResponseState::ToolResultsIgnored, .phrase = text.left(300)};
    candidate.qa = {.passed = false, .checks = {{.name = text.left(100), .passed = false, .detail = text}}};
    candidate.judgement = Judgement{.scores = {0.5F, 0.5F, 0.5F, 0.5F},
                                    .reasoning = text,
                                    .issues = {text.left(200)},
                                    .votes = {{.judge = text.left(200),
                                               .model = text.left(200),
                                               .reasoning = text,
                                               .issues = {text.left(100)},
                                               .error = text}}};
    Attempt attempt{.number = 1, .changes = {text}, .candidates = {candidate}, .error = text};
    attempt.verdict = {.score = 0.5F, .threshold = 0.95F, .reason = text};
    Attempt second = attempt;
    second.number = 2;
    turn.attempts = {attempt, second};
    turn.bestAttempt = 1;
    turn.answer = candidate.answer;
    turn.verdict = attempt.verdict;
    turn.stages = {{.stage = Stage::Draft,
                    .attempt = 1,
                    .status = StageStatus::Failed,
                    .duration = std::chrono::milliseconds(3),
                    .summary = text.left(300),
                    .error = text}};
    turn.rewrittenQuery = text;
    turn.policy.profile = text.left(100);
    turn.error = text;
    turn.labelNote = text;
    return turn;
}

/// Writes turns as a producer would, into partition 0 of a data folder.
void writeLog(const QString &folder, const QList<Turn> &turns)
{
    Result<std::unique_ptr<EmbeddedLog>> log = EmbeddedLog::open(folder + u"/data/log/partition-0"_s);
    QVERIFY2(log.has_value(), log ? "" : qPrintable(log.error().message));
    TurnEncoder encoder;
    for (const Turn &turn : turns) {
        Result<QList<EncodedMessage>> messages = encoder.turnMessages(turn);
        QVERIFY(messages.has_value());
        QList<std::pair<QByteArray, QByteArray>> records;
        for (const EncodedMessage &message : *messages)
            records.append({message.key, message.frame});
        QVERIFY((*log)->appendAll(records).has_value());
    }
}

/// Longest time the event loop did not answer, in milliseconds. Time that other programs take from the
/// machine is not the window's: a stall counts what this thread computed, and in full only where it waited
/// for long.
class Watchdog
{
public:
    Watchdog()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            const qint64 passed = m_since.restart();
            const qint64 computed = m_computed.elapsed();
            m_computed.restart();
            m_longest = std::max(m_longest, passed > longestWait ? passed : computed);
        });
        m_since.start();
        m_computed.start();
        m_timer.start(1);
    }
    qint64 take() { return std::exchange(m_longest, 0); }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    CpuClock m_computed;
    qint64 m_longest = 0;
};

} // namespace

class TestHostileText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void twoHundredPayloadsInEveryField();
    void tenMegabytesWithoutASpace();
    void noWidgetTakesRichText();
};

static void assertPlainEverywhere(QWidget *root)
{
    for (const QLabel *label : root->findChildren<QLabel *>())
        QVERIFY2(label->textFormat() == Qt::PlainText,
                 qPrintable(u"%1: %2"_s.arg(QString::fromLatin1(label->metaObject()->className()),
                                            label->text().left(60))));
    // QTextEdit and QTextBrowser interpret HTML; QPlainTextEdit does not.
    QCOMPARE(root->findChildren<QTextEdit *>().size(), 0);
    for (const QWidget *widget : root->findChildren<QWidget *>()) {
        // The kit's tooltips are one span of escaped text; nothing else may look like markup.
        QString tip = widget->toolTip();
        bool escaped = false;
        const QString open = u"<span style=\"white-space:pre-wrap\">"_s;
        if (tip.startsWith(open) && tip.endsWith(u"</span>"_s))
            escaped = true;
        if (escaped)
            tip = tip.sliced(open.size()).chopped(7);
        QVERIFY2(escaped ? !tip.contains(u'<') : !Qt::mightBeRichText(tip), qPrintable(tip.left(80)));
    }
}

void TestHostileText::twoHundredPayloadsInEveryField()
{
    ScriptedServer server;
    const QStringList texts = payloads(server.url().toString());
    QCOMPARE(texts.size(), 200);
    QTemporaryDir folder;
    QList<Turn> turns;
    for (const QString &text : texts)
        turns.append(hostileTurn(text, static_cast<int>(turns.size()) + 1));
    writeLog(folder.path(), turns);

    WindowBench bench({}, folder.path());
    QVERIFY(bench.workbench->drain(std::chrono::seconds(30)));
    Watchdog watchdog;
    bench.window->ask()->state().openThread(u"th_hostile"_s);
    QTRY_COMPARE_WITH_TIMEOUT(bench.window->ask()->state().turns().size(), 200, 20'000);
    QTest::qWait(300);
    QStringList stalls;
    watchdog.take();
    for (int i = 0; i < 200; ++i) {
        bench.window->ask()->state().select(i);
        QTest::qWait(12);
        const qint64 stall = watchdog.take();
        if (stall > longestStall)
            stalls.append(u"%1: %2 ms"_s.arg(i).arg(stall));
    }
    qInfo("selections with a stall over %lld ms: %d of 200 %s", static_cast<long long>(longestStall),
          static_cast<int>(stalls.size()), qPrintable(stalls.mid(0, 8).join(u", "_s)));
    QVERIFY2(stalls.size() <= 4, qPrintable(stalls.join(u", "_s))); // a busy machine may take a few
    assertPlainEverywhere(bench.window.get());
    QCOMPARE(server.connectionCount(), 0); // nothing was loaded
}

void TestHostileText::tenMegabytesWithoutASpace()
{
    QTemporaryDir folder;
    Turn turn = hostileTurn(u"short"_s, 1);
    const QString huge(8 << 20, u'W');
    turn.answer = huge;
    turn.attempts[0].candidates[0].answer = huge;
    WindowBench bench({}, folder.path());
    Watchdog watchdog;
    bench.window->ask()->state().beginTurn(turn.id, turn.question, turn.askedAt);
    bench.window->ask()->state().takeFinished(turn);
    QTest::qWait(500);
    watchdog.take();
    bench.window->ask()->state().select(0);
    QTest::qWait(300);
    const qint64 stall = watchdog.take();
    qInfo("8 MiB answer: longest stall %lld ms", static_cast<long long>(stall));
    QVERIFY(stall < 500);
    assertPlainEverywhere(bench.window.get());
}

void TestHostileText::noWidgetTakesRichText()
{
    WindowBench bench;
    for (const Qt::Key key : {Qt::Key_1, Qt::Key_2, Qt::Key_3}) {
        bench.press(key, Qt::ControlModifier);
        QTest::qWait(50);
        assertPlainEverywhere(bench.window.get());
    }
    bench.press(Qt::Key_K, Qt::ControlModifier);
    QTest::qWait(50);
    assertPlainEverywhere(bench.window.get());
}

QTEST_MAIN(TestHostileText)
#include "tst_hostile_text.moc"
