// SPDX-License-Identifier: Apache-2.0
#include "service/arena.h"

#include "base/worker_thread.h"
#include "eval/paired.h"

#include <QtCore/QMap>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

const QString better = u"better than"_s;
const QString worse = u"worse than"_s;
const QString asGood = u"as good as"_s;
const QString asBad = u"as bad as"_s;
const QString noProfile = u"(as set)"_s; ///< no profile can bear it: names have no blanks

QString named(const QString &profile)
{
    return profile.isEmpty() ? noProfile : profile;
}

QString noteOf(const QString &outcome, const ArenaSide &side, const ArenaSide &other)
{
    return u"%1%2 %3; %4 against %5"_s.arg(arenaPrefix, outcome, other.turnId, named(side.profile),
                                           named(other.profile));
}

struct ParsedNote
{
    QString outcome{};
    QString otherTurn{};
    QString profile{};
    QString other{};
};

std::optional<ParsedNote> parsed(const QString &note)
{
    if (!note.startsWith(arenaPrefix))
        return std::nullopt;
    const QString text = note.mid(arenaPrefix.size());
    for (const QString &outcome : {better, worse, asGood, asBad}) {
        if (!text.startsWith(outcome + u' '))
            continue;
        const QStringList parts = text.mid(outcome.size() + 1).split(u"; "_s);
        const QStringList profiles = parts.value(1).split(u" against "_s);
        if (parts.size() != 2 || profiles.size() != 2)
            return std::nullopt;
        const auto profile = [](const QString &name) { return name == noProfile ? QString() : name; };
        return ParsedNote{.outcome = outcome,
                          .otherTurn = parts.first(),
                          .profile = profile(profiles.first()),
                          .other = profile(profiles.last())};
    }
    return std::nullopt;
}

} // namespace

QList<ArenaLabel> labelsOf(ArenaVote vote, const ArenaSide &left, const ArenaSide &right)
{
    const auto both = [&](Label ofLeft, const QString &leftIs, Label ofRight, const QString &rightIs) {
        return QList<ArenaLabel>{{.turnId = left.turnId,
                                  .threadId = left.threadId,
                                  .label = ofLeft,
                                  .note = noteOf(leftIs, left, right)},
                                 {.turnId = right.turnId,
                                  .threadId = right.threadId,
                                  .label = ofRight,
                                  .note = noteOf(rightIs, right, left)}};
    };
    switch (vote) {
    case ArenaVote::Left: return both(Label::Good, better, Label::None, worse);
    case ArenaVote::Right: return both(Label::None, worse, Label::Good, better);
    case ArenaVote::Tie: return both(Label::Good, asGood, Label::Good, asGood);
    case ArenaVote::Neither: return both(Label::Bad, asBad, Label::Bad, asBad);
    }
    Q_UNREACHABLE();
}

QList<ArenaLabel> labelsWithout(const ArenaSide &left, const ArenaSide &right)
{
    return {{.turnId = left.turnId, .threadId = left.threadId},
            {.turnId = right.turnId, .threadId = right.threadId}};
}

QList<ArenaScore> arenaTally(const QList<LabelNote> &notes)
{
    QMap<std::pair<QString, QString>, ArenaScore> scores;
    for (const LabelNote &one : notes) {
        const std::optional<ParsedNote> vote = parsed(one.note);
        // Each vote stands on both turns and counts once: with the better one, or the first by its id.
        if (!vote || vote->outcome == worse || (vote->outcome != better && one.turnId > vote->otherTurn))
            continue;
        const bool inOrder = vote->profile <= vote->other;
        const auto pair =
            inOrder ? std::pair(vote->profile, vote->other) : std::pair(vote->other, vote->profile);
        ArenaScore &score = scores[pair];
        score.profile = pair.first;
        score.other = pair.second;
        if (vote->outcome == better)
            ++(inOrder ? score.wins : score.losses);
        else
            ++(vote->outcome == asGood ? score.ties : score.neither);
    }
    QList<ArenaScore> tally = scores.values();
    for (ArenaScore &score : tally)
        score.p = mcNemar(score.losses, score.wins);
    std::ranges::stable_sort(tally, std::ranges::greater(), &ArenaScore::votes);
    return tally;
}

class ArenaHost::Worker final : public QObject
{
};

struct ArenaHost::Thread : WorkerThread<Worker>
{
    using WorkerThread::WorkerThread;
};

ArenaHost::ArenaHost(const QString &storePath, QObject *parent)
    : QObject(parent), m_storePath(storePath), m_thread(std::make_unique<Thread>(u"arena"_s))
{
}

ArenaHost::~ArenaHost() = default;

void ArenaHost::refresh()
{
    m_thread->post([this](Worker &) {
        const Result<QList<LabelNote>> notes = labelNotes(m_storePath, arenaPrefix);
        if (!notes)
            return; // busy, or damaged: whoever writes to it says so
        m_home.put([this, tally = arenaTally(*notes)] {
            if (std::exchange(m_tally, tally) != tally)
                Q_EMIT tallied();
        });
    });
}

} // namespace assay
