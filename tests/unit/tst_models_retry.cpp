// SPDX-License-Identifier: Apache-2.0
#include "models/http_errors.h"
#include "models/retry.h"

#include <QCoro/QCoroTask>
#include <QtCore/QTimer>
#include <QtTest/QTest>

using namespace assay;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

Error errorOf(Errc code, milliseconds retryAfter = 0ms)
{
    return Error{.code = code, .message = u"x"_s, .where = {}, .retryAfter = retryAfter};
}

RetryPolicy seeded()
{
    return {.maxRetries = 3, .firstDelay = 100ms, .maxDelay = 1000ms, .seed = 7};
}

/// A call that fails `failures` times and then gives 42.
struct Flaky
{
    int failures = 0;
    Errc code = Errc::Unavailable;
    int calls = 0;
};

QCoro::Task<Result<int>> callOnce(std::shared_ptr<Flaky> flaky)
{
    ++flaky->calls;
    if (flaky->calls <= flaky->failures)
        co_return fail(errorOf(flaky->code));
    co_return 42;
}

Retried<int> run(std::shared_ptr<Flaky> flaky, RetryPolicy policy, milliseconds budget,
                 CancelToken token = {}, bool mayRepeat = true)
{
    std::function<QCoro::Task<Result<int>>(milliseconds)> attempt = [flaky](milliseconds) {
        return callOnce(flaky);
    };
    return QCoro::waitFor(
        withRetries<int>(policy, Deadline(budget), token, attempt, [mayRepeat] { return mayRepeat; }));
}

} // namespace

class TstModelsRetry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repeatsOnlyWhatMayHelp_data();
    void repeatsOnlyWhatMayHelp();
    void pausesAreDrawnFromADoublingRange();
    void pausesAreReproducibleWithASeed();
    void neverComesBackBeforeThePeerWants();
    void givesUpWhenThePauseOutlastsTheCall();
    void countsRetries();
    void givesUpAfterTheLastRetry();
    void doesNotRepeatOnceSomethingIsVisible();
    void cancelEndsThePause();
    void readsRetryAfter_data();
    void readsRetryAfter();
};

void TstModelsRetry::repeatsOnlyWhatMayHelp_data()
{
    QTest::addColumn<Errc>("code");
    QTest::addColumn<bool>("repeats");
    QTest::newRow("429 is repeated") << Errc::RateLimited << true;
    QTest::newRow("5xx is repeated") << Errc::Unavailable << true;
    QTest::newRow("a refused connection is not") << Errc::Unreachable << false;
    QTest::newRow("a timeout is repeated") << Errc::Timeout << true;
    QTest::newRow("a refused key is not") << Errc::Unauthorized << false;
    QTest::newRow("a refused certificate is not") << Errc::TlsRefused << false;
    QTest::newRow("a wrong request is not") << Errc::InvalidArgument << false;
    QTest::newRow("a wrong protocol is not") << Errc::Protocol << false;
    QTest::newRow("a cancelled call is not") << Errc::Cancelled << false;
}

void TstModelsRetry::repeatsOnlyWhatMayHelp()
{
    QFETCH(Errc, code);
    QFETCH(bool, repeats);
    std::mt19937 random(1);
    QCOMPARE(retryDelay(seeded(), errorOf(code), 0, 10s, random).has_value(), repeats);
}

void TstModelsRetry::pausesAreDrawnFromADoublingRange()
{
    std::mt19937 random(3);
    RetryPolicy policy = seeded();
    policy.maxRetries = 100;
    for (int retries = 0; retries < 60; ++retries) {
        const milliseconds ceiling = std::min<milliseconds>(1000ms, 100ms * (1 << std::min(retries, 10)));
        milliseconds largest = 0ms;
        for (int i = 0; i < 200; ++i) {
            const auto pause = retryDelay(policy, errorOf(Errc::Unavailable), retries, 1h, random);
            QVERIFY(pause.has_value());
            QVERIFY(*pause >= 0ms && *pause <= ceiling);
            largest = std::max(largest, *pause);
        }
        QVERIFY2(largest > ceiling / 2, "the whole range is used");
    }
}

void TstModelsRetry::pausesAreReproducibleWithASeed()
{
    std::mt19937 a = retryRandom(seeded());
    std::mt19937 b = retryRandom(seeded());
    for (int i = 0; i < 3; ++i)
        QCOMPARE(retryDelay(seeded(), errorOf(Errc::Timeout), i, 1h, a),
                 retryDelay(seeded(), errorOf(Errc::Timeout), i, 1h, b));
}

void TstModelsRetry::neverComesBackBeforeThePeerWants()
{
    std::mt19937 random(5);
    for (int i = 0; i < 100; ++i)
        QVERIFY(*retryDelay(seeded(), errorOf(Errc::RateLimited, 5s), 0, 1h, random) >= 5s);
}

void TstModelsRetry::givesUpWhenThePauseOutlastsTheCall()
{
    std::mt19937 random(5);
    QVERIFY(!retryDelay(seeded(), errorOf(Errc::RateLimited, 5s), 0, 5s, random));
    QVERIFY(!retryDelay(seeded(), errorOf(Errc::Timeout), 0, 0ms, random));
    QVERIFY(retryDelay(seeded(), errorOf(Errc::RateLimited, 5s), 0, 6s, random));
}

void TstModelsRetry::countsRetries()
{
    const auto flaky = std::make_shared<Flaky>(Flaky{.failures = 2, .code = Errc::Unavailable, .calls = 0});
    RetryPolicy policy = seeded();
    policy.firstDelay = 1ms;
    const Retried<int> outcome = run(flaky, policy, 10s);
    QVERIFY(outcome.result.has_value());
    QCOMPARE(*outcome.result, 42);
    QCOMPARE(outcome.retries, 2);
    QCOMPARE(flaky->calls, 3);
}

void TstModelsRetry::givesUpAfterTheLastRetry()
{
    const auto flaky = std::make_shared<Flaky>(Flaky{.failures = 99, .code = Errc::RateLimited, .calls = 0});
    RetryPolicy policy = seeded();
    policy.firstDelay = 1ms;
    const Retried<int> outcome = run(flaky, policy, 10s);
    QCOMPARE(outcome.result.error().code, Errc::RateLimited);
    QCOMPARE(outcome.retries, 3);
    QCOMPARE(flaky->calls, 4);
}

void TstModelsRetry::doesNotRepeatOnceSomethingIsVisible()
{
    const auto flaky = std::make_shared<Flaky>(Flaky{.failures = 1, .code = Errc::Unavailable, .calls = 0});
    const Retried<int> outcome = run(flaky, seeded(), 10s, {}, false);
    QCOMPARE(outcome.result.error().code, Errc::Unavailable);
    QCOMPARE(flaky->calls, 1);
}

void TstModelsRetry::cancelEndsThePause()
{
    const auto flaky = std::make_shared<Flaky>(Flaky{.failures = 9, .code = Errc::Unavailable, .calls = 0});
    RetryPolicy policy = seeded();
    policy.firstDelay = 60s;
    policy.maxDelay = 60s;
    const CancelToken token = CancelToken::make();
    QTimer::singleShot(20, [token] { token.cancel(); });
    QElapsedTimer clock;
    clock.start();
    const Retried<int> outcome = run(flaky, policy, 1h, token);
    QCOMPARE(outcome.result.error().code, Errc::Cancelled);
    QVERIFY(clock.elapsed() < 5000);
}

void TstModelsRetry::readsRetryAfter_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("wait");
    QTest::newRow("seconds") << "7"_ba << 7000;
    QTest::newRow("fractions of a second") << " 0.5 "_ba << 500;
    QTest::newRow("a date") << "Sat, 21 Nov 2026 14:00:10 GMT"_ba << 10'000;
    QTest::newRow("a date in the past") << "Sat, 21 Nov 2026 13:00:10 GMT"_ba << 0;
    QTest::newRow("at most an hour") << "999999999"_ba << 3'600'000;
    QTest::newRow("negative") << "-5"_ba << 0;
    QTest::newRow("nan") << "nan"_ba << 0;
    QTest::newRow("words") << "soon"_ba << 0;
    QTest::newRow("nothing") << ""_ba << 0;
}

void TstModelsRetry::readsRetryAfter()
{
    QFETCH(QByteArray, value);
    QFETCH(int, wait);
    const UtcTime now =
        fromMicros(QDateTime(QDate(2026, 11, 21), QTime(14, 0), Qt::UTC).toMSecsSinceEpoch() * 1000);
    QCOMPARE(parseRetryAfter(value, now).count(), wait);
}

QTEST_GUILESS_MAIN(TstModelsRetry)
#include "tst_models_retry.moc"
