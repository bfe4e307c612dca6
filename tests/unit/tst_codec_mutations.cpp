// SPDX-License-Identifier: Apache-2.0
// Millions of damaged frames: none crashes, hangs or grows the process, and every one is accounted for.
// ASSAY_MUTATIONS sets how many; a hundred million make a good night.
#include "stream/codec.h"
#include "stream/field_tree.h"
#include "unit/frame_mutator.h"
#include "unit/frame_seeds.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

#include <array>
#include <chrono>
#include <numeric>
#include <thread>

using namespace assay;
using namespace assay::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int threads = 2;
constexpr std::size_t reasonCount = static_cast<std::size_t>(DecodeReason::NullValue) + 1;
constexpr std::chrono::milliseconds longest{100};
#ifdef NDEBUG
constexpr qint64 usualCount = 10'000'000;
#else
constexpr qint64 usualCount = 100'000;
#endif

qint64 wantedCount()
{
    bool isNumber = false;
    const qint64 wanted = qEnvironmentVariable("ASSAY_MUTATIONS").toLongLong(&isNumber);
    return isNumber && wanted > 0 ? wanted : usualCount;
}

/// How often each outcome came; the last is "decoded".
using Outcomes = std::array<qint64, reasonCount + 1>;

struct Tally
{
    Outcomes outcomes{};
    qint64 slow = 0;
    QByteArray withoutOffset{}; ///< a refused frame whose failure told no byte
};

/// Decodes `count` mutations of the seeds.
Tally run(qint64 count, quint64 seed, const QList<QByteArray> &from)
{
    FrameMutator mutator(seed, from);
    Codec codec;
    Tally tally;
    for (qint64 i = 0; i < count; ++i) {
        const QByteArray frame = mutator.next();
        const DecodeMode mode = i % 2 == 0 ? DecodeMode::Strict : DecodeMode::Tolerant;
        const auto timed = [&] {
            const auto start = std::chrono::steady_clock::now();
            const auto decoded = codec.decode(frame, mode);
            if (!decoded && !decoded.error().offset)
                tally.withoutOffset = frame;
            const bool slow = std::chrono::steady_clock::now() - start > longest;
            return std::pair(decoded ? reasonCount : static_cast<std::size_t>(decoded.error().reason), slow);
        };
        const auto [outcome, slow] = timed();
        // Whoever was only put aside by another process is quick the second time.
        tally.slow += slow && timed().second && timed().second;
        if (outcome > reasonCount)
            qFatal("a reason that does not exist");
        ++tally.outcomes[outcome];
        if (i % 512 == 0) {
            (void)codec.decode(frame, mode, Detail::Content);
            (void)fieldTreeOf(frame, mode, 1 << 20, {.maxNodes = 500});
        }
    }
    return tally;
}

qint64 residentBytes()
{
    QFile statm(u"/proc/self/statm"_s);
    return statm.open(QIODevice::ReadOnly) ? statm.readAll().split(' ').value(1).toLongLong() * 4096 : 0;
}

} // namespace

class CodecMutationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMutatedFrameIsAccountedFor()
    {
        const qint64 count = wantedCount();
        const QList<QByteArray> from = frameSeeds();
        (void)run(2000, 99, from); // what is allocated once
        const qint64 before = residentBytes();
        std::array<Tally, threads> tallies;
        std::vector<std::thread> workers;
        for (int n = 0; n < threads; ++n)
            workers.emplace_back([&, n] {
                const qint64 share = count / threads + (n < count % threads ? 1 : 0);
                tallies[static_cast<std::size_t>(n)] = run(share, static_cast<quint64>(20261121 + n), from);
            });
        for (std::thread &worker : workers)
            worker.join();
        const qint64 grown = residentBytes() - before;

        Tally all;
        for (const Tally &tally : tallies) {
            std::ranges::transform(all.outcomes, tally.outcomes, all.outcomes.begin(), std::plus());
            all.slow += tally.slow;
            all.withoutOffset += tally.withoutOffset;
        }
        QCOMPARE(std::accumulate(all.outcomes.begin(), all.outcomes.end(), qint64{0}), count);
        for (std::size_t i = 0; i < reasonCount; ++i)
            if (all.outcomes[i] > 0)
                qInfo("%12lld %s", all.outcomes[i], qPrintable(tokenOf(static_cast<DecodeReason>(i))));
        qInfo("%12lld decoded", all.outcomes[reasonCount]);
        QCOMPARE(all.slow, 0);
        QCOMPARE(all.withoutOffset.toHex(), QByteArray());
        const auto kinds = std::ranges::count_if(all.outcomes, [](qint64 n) { return n > 0; });
        QVERIFY2(kinds >= 14, "the mutations reach every corner");
        QVERIFY(all.outcomes[reasonCount] > count / 100);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
        QVERIFY2(grown <= 64 << 20, qPrintable(u"grown by %1 bytes"_s.arg(grown)));
#else
        Q_UNUSED(grown);
#endif
    }
};

QTEST_GUILESS_MAIN(CodecMutationsTest)
#include "tst_codec_mutations.moc"
