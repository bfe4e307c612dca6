// SPDX-License-Identifier: Apache-2.0
#include "support/cpu_clock.h"
#include "ui/kit/word_diff.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

using namespace assay::ui;
using namespace Qt::StringLiterals;

namespace {

QString compact(const QList<DiffSpan> &spans)
{
    QString out;
    for (const DiffSpan &span : spans) {
        switch (span.kind) {
        case DiffSpan::Kind::Same: out += span.text; break;
        case DiffSpan::Kind::Removed: out += u"{-"_s + span.text + u"-}"_s; break;
        case DiffSpan::Kind::Added: out += u"{+"_s + span.text + u"+}"_s; break;
        }
    }
    return out;
}

QString side(const QList<DiffSpan> &spans, DiffSpan::Kind kind)
{
    QString out;
    for (const DiffSpan &span : spans)
        if (span.kind == kind || span.kind == DiffSpan::Kind::Same)
            out += span.text;
    return out;
}

} // namespace

class TestKitDiff final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksWords_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("expected");
        QTest::addRow("nothing") << QString() << QString() << QString();
        QTest::addRow("equal") << u"a b"_s << u"a b"_s << u"a b"_s;
        QTest::addRow("all new") << QString() << u"a b"_s << u"{+a b+}"_s;
        QTest::addRow("all gone") << u"a b"_s << QString() << u"{-a b-}"_s;
        QTest::addRow("one word exchanged")
            << u"the old price"_s << u"the new price"_s << u"the {-old-}{+new+} price"_s;
        QTest::addRow("word added in the middle") << u"a c"_s << u"a b c"_s << u"a {+b +}c"_s;
        QTest::addRow("punctuation is its own word") << u"end"_s << u"end."_s << u"end{+.+}"_s;
        QTest::addRow("two neighbours join over their space")
            << u"x a b y"_s << u"x c d y"_s << u"x {-a b-}{+c d+} y"_s;
        QTest::addRow("apostrophes stay inside")
            << u"I couldn't find"_s << u"I could find"_s << u"I {-couldn't-}{+could+} find"_s;
    }
    void marksWords()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, expected);
        QCOMPARE(compact(wordDiff(before, after)), expected);
    }

    void bothSidesComeBack()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 300; ++round) {
            const auto words = [&random] {
                QString text;
                const int count = random.bounded(30);
                for (int i = 0; i < count; ++i)
                    text += QChar(u'a' + char16_t(random.bounded(4))) + QString(random.bounded(3), u' ');
                return text;
            };
            const QString before = words();
            const QString after = words();
            const QList<DiffSpan> spans = wordDiff(before, after);
            QCOMPARE(side(spans, DiffSpan::Kind::Removed), before);
            QCOMPARE(side(spans, DiffSpan::Kind::Added), after);
            for (qsizetype i = 1; i < spans.size(); ++i) {
                QVERIFY(spans.at(i).kind != spans.at(i - 1).kind);
                QVERIFY(!(spans.at(i - 1).kind == DiffSpan::Kind::Added &&
                          spans.at(i).kind == DiffSpan::Kind::Removed));
            }
        }
    }

    void hugeAndDifferentIsLinear_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QString many;
        QString other;
        for (int i = 0; i < 200'000; ++i) {
            many += QString::number(i) + u' ';
            other += QString::number(i * 7 + 3) + u' ';
        }
        QTest::addRow("10 MB without a space") << QString(10'000'000, u'x') << QString(10'000'000, u'y');
        QTest::addRow("200 000 different words") << many << other;
        QTest::addRow("one word in 200 000") << many << u"first "_s + many + u"last"_s;
    }
    void hugeAndDifferentIsLinear()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        assay::test::CpuClock clock;
        clock.start();
        const QList<DiffSpan> spans = wordDiff(before, after);
        QVERIFY2(clock.elapsed() < 3000 * assay::test::timeScale(),
                 qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(side(spans, DiffSpan::Kind::Removed), before);
        QCOMPARE(side(spans, DiffSpan::Kind::Added), after);
    }
};

QTEST_MAIN(TestKitDiff)
#include "tst_kit_diff.moc"
