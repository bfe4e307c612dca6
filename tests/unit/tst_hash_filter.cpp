// SPDX-License-Identifier: Apache-2.0
// The filter of stored message ids: never a wrong no, few wrong yeses, in whatever order hashes are added.
#include "store/hash_filter.h"

#include <QtTest/QTest>

#include <algorithm>
#include <random>
#include <vector>

using namespace assay;

class TestHashFilter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wrongYesesAreRare_data()
    {
        QTest::addColumn<bool>("sorted");
        QTest::newRow("in the order they came") << false;
        QTest::newRow("sorted, as a restart reads them") << true;
    }

    void wrongYesesAreRare()
    {
        QFETCH(bool, sorted);
        constexpr int count = 1'000'000;
        std::mt19937_64 random(20261121);
        HashFilter filter;
        std::vector<std::uint64_t> hashes(count);
        std::ranges::generate(hashes, std::ref(random));
        if (sorted)
            std::ranges::sort(hashes);
        for (const std::uint64_t hash : hashes)
            filter.add(hash);
        QVERIFY(std::ranges::all_of(hashes, [&](std::uint64_t hash) { return filter.mayContain(hash); }));
        int wrong = 0;
        for (int i = 0; i < count; ++i)
            wrong += filter.mayContain(random()) ? 1 : 0;
        QVERIFY2(wrong < count / 200, qPrintable(QString::number(wrong)));
        QVERIFY(wrong > 0); // a filter that says no to all would be no filter of these hashes
    }

    void anEmptyFilterHoldsNothing() { QVERIFY(!HashFilter().mayContain(1)); }
};

QTEST_GUILESS_MAIN(TestHashFilter)
#include "tst_hash_filter.moc"
