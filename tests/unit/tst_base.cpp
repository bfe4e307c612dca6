// SPDX-License-Identifier: Apache-2.0
#include "base/cancel_token.h"
#include "base/job_queue.h"
#include "base/json.h"
#include "base/micros.h"
#include "base/rate_limiter.h"
#include "base/result.h"
#include "base/text.h"

#include <QCoro/QCoroTask>
#include <QtTest/QtTest>

#include <thread>

using namespace assay;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestBase : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void moneyIsShownWithoutLosingSmallAmounts_data();
    void moneyIsShownWithoutLosingSmallAmounts();
    void priceRoundsHalfUpAndDoesNotOverflow();
    void utf8_data();
    void utf8();
    void cleanTextKeepsEverythingButNulAndLoneSurrogates();
    void sentencesSplit_data();
    void sentencesSplit();
    void termsMeetAcrossForms_data();
    void termsMeetAcrossForms();
    void phrasesMatchWholeWords();
    void nearestKeyIsFound();
    void jsonBounds_data();
    void jsonBounds();
    void bucketStartsFullAndServesInOrder();
    void rateZeroMeansNoLimit();
    void sleepEndsOnCancelFromAnotherThread();
    void aGoneRegistrationIsNeverCalled();
    void jobsOfEveryThreadRunInTheirOrder();
    void jobsLeftOverAreDropped();
    void resultPassesErrorsOn();
};

void TestBase::moneyIsShownWithoutLosingSmallAmounts_data()
{
    QTest::addColumn<qint64>("micros");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << qint64(0) << u"$0.0000"_s;
    QTest::newRow("a turn") << qint64(5'800) << u"$0.0058"_s;
    QTest::newRow("four dollars") << qint64(4'340'000) << u"$4.3400"_s;
    QTest::newRow("a micro-dollar") << qint64(1) << u"$0.000001"_s;
    QTest::newRow("rounds up") << qint64(99'950) << u"$0.1000"_s;
    QTest::newRow("negative") << qint64(-5'800) << u"-$0.0058"_s;
}

void TestBase::moneyIsShownWithoutLosingSmallAmounts()
{
    QFETCH(qint64, micros);
    QFETCH(QString, text);
    QCOMPARE(formatUsd(Micros{micros}), text);
}

void TestBase::priceRoundsHalfUpAndDoesNotOverflow()
{
    QCOMPARE(priceOf(1'000'000, Micros{150'000}), Micros{150'000});
    QCOMPARE(priceOf(10, Micros{150'000}), Micros{2}); // 1.5 micro-dollars
    QCOMPARE(priceOf(4'000'000'000'000, Micros{75'000'000}).value, 300'000'000'000'000);
}

void TestBase::utf8_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("valid");
    QTest::newRow("ascii") << QByteArray("abc") << true;
    QTest::newRow("umlaut") << QByteArray("\xC3\xA4") << true;
    QTest::newRow("emoji") << QByteArray("\xF0\x9F\x98\x80") << true;
    QTest::newRow("cut short") << QByteArray("\xF0\x9F\x98") << false;
    QTest::newRow("overlong slash") << QByteArray("\xC0\xAF") << false;
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << false;
    QTest::newRow("above U+10FFFF") << QByteArray("\xF4\x90\x80\x80") << false;
    QTest::newRow("lone continuation") << QByteArray("\x80") << false;
    QTest::newRow("empty") << QByteArray() << true;
}

void TestBase::utf8()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, valid);
    QCOMPARE(isValidUtf8(bytes), valid);
}

void TestBase::cleanTextKeepsEverythingButNulAndLoneSurrogates()
{
    QString text = u"a😀b"_s;
    text += QChar(0xDC00);
    text += QChar::Null;
    QCOMPARE(cleanText(text), u"a😀b\uFFFD"_s);
    QCOMPARE(cleanText(u"مرحبا\n"_s), u"مرحبا\n"_s);
}

void TestBase::sentencesSplit_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("two") << u"One. Two!"_s << QStringList{u"One."_s, u"Two!"_s};
    QTest::newRow("decimals stay") << u"It is 3.5 days. Yes."_s
                                   << QStringList{u"It is 3.5 days."_s, u"Yes."_s};
    QTest::newRow("abbreviations stay")
        << u"Use e.g. a card. Yes."_s << QStringList{u"Use e.g. a card."_s, u"Yes."_s};
    const auto whole = [](const char *row, const QString &first) {
        QTest::newRow(row) << QString(first + u" Then wait."_s) << QStringList{first, u"Then wait."_s};
    };
    whole("Mrs. is a title", u"Ask Mrs. Miller."_s);
    whole("Dr. and a degree", u"Dr. Weber and Prof. Klein decide."_s);
    whole("z. B. in two parts", u"Zahlungen, z. B. mit Karte, gehen zurück."_s);
    whole("z. B. with a narrow space", u"Zahlungen, z.\u202FB. mit Karte, gehen zurück."_s);
    whole("d. h. and u. a.", u"Das gilt, d. h. immer, u. a. für Karten."_s);
    whole("initials", u"J. R. Smith signs."_s);
    whole("a number after no.", u"See no. 5 of the list."_s);
    whole("the letter of a plan ends its sentence", u"Choose plan B."_s);
    whole("no ends its sentence", u"The answer is no."_s);
    whole("etc. ends its sentence", u"Cards, transfers, etc."_s);
    whole("etc. goes on", u"Cards, transfers, etc. are refunded."_s);
    QTest::newRow("citations stay") << u"One [1]. Two. [2] Three."_s
                                    << QStringList{u"One [1]."_s, u"Two. [2]"_s, u"Three."_s};
    QTest::newRow("list items") << u"# Head\n- one item\n* two"_s
                                << QStringList{u"Head"_s, u"one item"_s, u"two"_s};
    QTest::newRow("empty") << QString() << QStringList{};
}

void TestBase::sentencesSplit()
{
    QFETCH(QString, text);
    QFETCH(QStringList, expected);
    QCOMPARE(sentences(text), expected);
}

void TestBase::termsMeetAcrossForms_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::newRow("plural") << u"refunds"_s << u"refund"_s;
    QTest::newRow("past") << u"refunded"_s << u"refund"_s;
    QTest::newRow("gerund") << u"billing"_s << u"billed"_s;
    QTest::newRow("diacritics") << u"Verfügbar"_s << u"verfugbar"_s;
    QTest::newRow("case") << u"API"_s << u"api"_s;
}

void TestBase::termsMeetAcrossForms()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QCOMPARE(contentTerms(a), contentTerms(b));
    QVERIFY(!contentTerms(a).isEmpty());
}

void TestBase::phrasesMatchWholeWords()
{
    QVERIFY(containsPhrase(foldForMatch(u"I couldn’t   find it"), u"couldn't find"));
    QVERIFY(!containsPhrase(foldForMatch(u"couldn't finder"), u"couldn't find"));
    QVERIFY(!containsPhrase(u"abc", u""));
}

void TestBase::nearestKeyIsFound()
{
    const QStringList keys{u"quality.threshold"_s, u"quality.max_retries"_s};
    QCOMPARE(nearestOf(u"quality.treshold", keys), u"quality.threshold"_s);
    QCOMPARE(nearestOf(u"zebra", keys), QString());
    QCOMPARE(nearestOf(u"fsat", {u"fast"_s, u"first"_s}), u"fast"_s);
}

void TestBase::jsonBounds_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("ok");
    QTest::newRow("an object") << QByteArray("{\"a\":[1]}") << true;
    QTest::newRow("64 levels") << QByteArray(64, '[') + QByteArray(64, ']') << true;
    QTest::newRow("65 levels") << QByteArray(65, '[') + QByteArray(65, ']') << false;
    QTest::newRow("100,000 levels") << QByteArray(100'000, '[') << false;
    QTest::newRow("brackets in a string do not nest")
        << QByteArray("[\"") + QByteArray(500, '[') + QByteArray("\"]") << true;
    QTest::newRow("not UTF-8") << QByteArray("[\"\xFF\"]") << false;
    QTest::newRow("cut short") << QByteArray("{\"a\":") << false;
}

void TestBase::jsonBounds()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, ok);
    const Result<QJsonDocument> parsed = parseJson(bytes);
    QCOMPARE(parsed.has_value(), ok);
    if (!ok)
        QVERIFY(!parsed.error().message.isEmpty());
}

void TestBase::bucketStartsFullAndServesInOrder()
{
    const auto start = std::chrono::steady_clock::time_point{} + 1h;
    TokenBucket bucket = TokenBucket::full(5.0, 10.0, start);
    for (int i = 0; i < 10; ++i)
        QCOMPARE(bucket.take(start), 0ns);
    QCOMPARE(bucket.take(start), 200ms);
    QCOMPARE(bucket.take(start), 400ms);
    QCOMPARE(bucket.take(start + 1s), 0ns);
    bucket.take(start + 10s);
    QVERIFY(bucket.tokens <= 10.0);
    // A clock that goes back gives no tokens.
    const double before = bucket.tokens;
    bucket.take(start);
    QCOMPARE(bucket.tokens, before - 1.0);
}

void TestBase::rateZeroMeansNoLimit()
{
    TokenBucket bucket = TokenBucket::full(0.0, 1.0, {});
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(bucket.take({}), 0ns);
}

void TestBase::sleepEndsOnCancelFromAnotherThread()
{
    const CancelToken token = CancelToken::make();
    std::thread canceller([token] {
        std::this_thread::sleep_for(30ms);
        token.cancel();
    });
    QElapsedTimer watch;
    watch.start();
    const bool slept = QCoro::waitFor(sleepFor(60s, token));
    canceller.join();
    QVERIFY(!slept);
    QVERIFY(watch.elapsed() < 5000);
    QVERIFY(QCoro::waitFor(sleepFor(5ms, CancelToken{})));
}

void TestBase::aGoneRegistrationIsNeverCalled()
{
    const CancelToken token = CancelToken::make();
    int calls = 0;
    {
        const auto registration = token.onCancel([&] { ++calls; });
    }
    const auto kept = token.onCancel([&] { calls += 10; });
    token.cancel();
    token.cancel();
    QCOMPARE(calls, 10);
    const auto late = token.onCancel([&] { calls += 100; });
    QCOMPARE(calls, 110);
}

void TestBase::jobsOfEveryThreadRunInTheirOrder()
{
    constexpr int each = 500;
    JobQueue queue;
    std::array<QList<int>, 3> ran;
    std::vector<std::thread> posters;
    for (QList<int> &mine : ran)
        posters.emplace_back([&queue, &mine] {
            for (int i = 0; i < each; ++i)
                queue.put([&mine, i] { mine.append(i); });
        });
    for (std::thread &poster : posters)
        poster.join();
    QCoreApplication::processEvents();
    for (const QList<int> &one : ran) {
        QCOMPARE(one.size(), each);
        QVERIFY(std::ranges::is_sorted(one));
    }
}

void TestBase::jobsLeftOverAreDropped()
{
    const auto witness = std::make_shared<int>(0);
    {
        JobQueue queue;
        queue.put([witness] { ++*witness; });
        QCOMPARE(witness.use_count(), 2);
    }
    QCoreApplication::processEvents();
    QCOMPARE(*witness, 0);
    QCOMPARE(witness.use_count(), 1);
}

void TestBase::resultPassesErrorsOn()
{
    const auto half = [](int n) -> Result<int> {
        if (n % 2 != 0)
            return fail(Errc::InvalidArgument, u"%1 is odd."_s.arg(n));
        return n / 2;
    };
    QCOMPARE(half(4).then(half).value(), 1);
    const Result<int> failed = half(6).then(half);
    QCOMPARE(failed.error().code, Errc::InvalidArgument);
    const Error outer = Error{.code = Errc::Timeout}.within(u"http").within(u"judge");
    QCOMPARE(outer.where, u"judge.http"_s);
    QVERIFY(outer.isRetryable());
    QVERIFY(!failed.error().isRetryable());
}

QTEST_GUILESS_MAIN(TestBase)
#include "tst_base.moc"
