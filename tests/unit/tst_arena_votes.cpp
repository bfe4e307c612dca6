// SPDX-License-Identifier: Apache-2.0
// Votes of the arena as labels, and the tally that is counted from them.
#include "service/arena.h"
#include "store/ingest_batch.h"
#include "store/sqlite_store.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

const ArenaSide left{.turnId = u"tn_a"_s, .threadId = u"rr_a"_s, .profile = u"speed"_s};
const ArenaSide right{.turnId = u"tn_b"_s, .threadId = u"rr_b"_s, .profile = u"quality"_s};

QList<LabelNote> notesOf(const QList<ArenaLabel> &labels)
{
    QList<LabelNote> notes;
    for (const ArenaLabel &one : labels)
        notes.append({.turnId = one.turnId, .label = one.label, .note = one.note});
    return notes;
}

QList<LabelNote> votes(ArenaVote vote, int times, const QString &name)
{
    QList<LabelNote> notes;
    for (int i = 0; i < times; ++i) {
        ArenaSide a = left;
        ArenaSide b = right;
        a.turnId = u"tn_%1_%2a"_s.arg(name).arg(i);
        b.turnId = u"tn_%1_%2b"_s.arg(name).arg(i);
        notes += notesOf(labelsOf(vote, a, b));
    }
    return notes;
}

} // namespace

class TestArenaVotes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aVoteLabelsBothTurns_data()
    {
        QTest::addColumn<int>("vote");
        QTest::addColumn<int>("ofLeft");
        QTest::addColumn<int>("ofRight");
        QTest::addColumn<QString>("noteOfLeft");
        const auto row = [](const char *name, ArenaVote vote, Label l, Label r, const char *note) {
            QTest::newRow(name) << static_cast<int>(vote) << static_cast<int>(l) << static_cast<int>(r)
                                << QString::fromLatin1(note);
        };
        row("the better answer is good, the other not bad for that", ArenaVote::Left, Label::Good,
            Label::None, "arena: better than tn_b; speed against quality");
        row("the right one is better", ArenaVote::Right, Label::None, Label::Good,
            "arena: worse than tn_b; speed against quality");
        row("a tie is good twice", ArenaVote::Tie, Label::Good, Label::Good,
            "arena: as good as tn_b; speed against quality");
        row("neither is bad twice", ArenaVote::Neither, Label::Bad, Label::Bad,
            "arena: as bad as tn_b; speed against quality");
    }
    void aVoteLabelsBothTurns()
    {
        QFETCH(const int, vote);
        QFETCH(const int, ofLeft);
        QFETCH(const int, ofRight);
        QFETCH(const QString, noteOfLeft);
        const QList<ArenaLabel> labels = labelsOf(static_cast<ArenaVote>(vote), left, right);
        QCOMPARE(labels.size(), 2);
        QCOMPARE(labels.first().turnId, left.turnId);
        QCOMPARE(labels.first().threadId, left.threadId);
        QCOMPARE(static_cast<int>(labels.first().label), ofLeft);
        QCOMPARE(static_cast<int>(labels.last().label), ofRight);
        QCOMPARE(labels.first().note, noteOfLeft);
        QVERIFY(labels.last().note.contains(u"tn_a; quality against speed"_s));
        QCOMPARE(arenaTally(notesOf(labels)).size(), 1);
        QCOMPARE(arenaTally(notesOf(labels)).first().votes(), 1);
    }

    void theTallyCountsEachVoteOnce()
    {
        const QList<ArenaScore> tally =
            arenaTally(votes(ArenaVote::Left, 3, u"l"_s) + votes(ArenaVote::Right, 1, u"r"_s) +
                       votes(ArenaVote::Tie, 2, u"t"_s) + votes(ArenaVote::Neither, 4, u"n"_s));
        QCOMPARE(tally.size(), 1);
        const ArenaScore &score = tally.first();
        QCOMPARE(score.profile, u"quality"_s); // by name
        QCOMPARE(score.other, u"speed"_s);
        QCOMPARE(score.wins, 1);
        QCOMPARE(score.losses, 3);
        QCOMPARE(score.ties, 2);
        QCOMPARE(score.neither, 4);
        QCOMPARE(score.p, 0.625); // of four, at most one or at least three: 10 of 16
        QVERIFY(!score.isDistinguishable());
        QVERIFY(arenaTally(votes(ArenaVote::Left, 9, u"l"_s)).first().isDistinguishable());
    }

    void settingsInForceHaveNoProfile()
    {
        ArenaSide now = left;
        now.profile.clear();
        const QList<ArenaScore> tally = arenaTally(notesOf(labelsOf(ArenaVote::Left, now, right)));
        QCOMPARE(tally.first().profile, QString());
        QCOMPARE(tally.first().wins, 1);
    }

    void otherNotesAreNoVotes_data()
    {
        QTest::addColumn<QString>("note");
        QTest::newRow("a person's own words") << u"better than the last one"_s;
        QTest::newRow("cut off") << u"arena: better than tn_b"_s;
        QTest::newRow("another outcome") << u"arena: nicer than tn_b; a against b"_s;
        QTest::newRow("one profile") << u"arena: better than tn_b; a"_s;
        QTest::newRow("nothing") << QString();
    }
    void otherNotesAreNoVotes()
    {
        QFETCH(const QString, note);
        QVERIFY(arenaTally({{.turnId = u"tn_a"_s, .label = Label::Good, .note = note}}).isEmpty());
    }

    void notesAreReadFromTheStore()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"assay.db"_s);
        QVERIFY(labelNotes(path, arenaPrefix)->isEmpty()); // no store yet
        Result<OpenedStore> opened = openStore(path);
        QVERIFY(opened);
        StoreBatch batch;
        qint64 offset = 0;
        const auto add = [&](const QString &turn, const QString &note) {
            StoreRecord record{.event = {.key = {.topic = u"local-1"_s, .offset = offset},
                                         .messageId = QByteArray::number(offset).rightJustified(16, '0'),
                                         .kind = u"event"_s,
                                         .threadId = u"rr_1"_s,
                                         .turnId = turn,
                                         .timestamp = fromMicros(1000 + offset),
                                         .frame = "f"}};
            record.label = LabelRow{.turnId = turn, .label = Label::Good, .note = note};
            batch.records.append(record);
            ++offset;
        };
        add(u"tn_a"_s, labelsOf(ArenaVote::Left, left, right).first().note);
        add(u"tn_c"_s, u"fine"_s);
        batch.positions = {{.topic = u"local-1"_s, .partition = 0, .nextOffset = offset}};
        const auto written = opened->store->write(batch);
        QVERIFY2(written, written ? "" : qPrintable(written.error().message));
        const Result<QList<LabelNote>> notes = labelNotes(path, arenaPrefix);
        QVERIFY2(notes, notes ? "" : qPrintable(notes.error().message));
        QCOMPARE(notes->size(), 1);
        QCOMPARE(notes->first().turnId, u"tn_a"_s);
        QCOMPARE(notes->first().label, Label::Good);
        QCOMPARE(arenaTally(*notes).first().votes(), 1);
    }
};

QTEST_GUILESS_MAIN(TestArenaVotes)
#include "tst_arena_votes.moc"
