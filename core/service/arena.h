// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/job_queue.h"
#include "store/label_notes.h"
#include "turn/enums.h"

#include <QtCore/QObject>

#include <functional>
#include <memory>

namespace assay {

/// What a person says of two answers to one question.
enum class ArenaVote : std::uint8_t {
    Left,   ///< the left one is better
    Right,  ///< the right one is better
    Tie,    ///< both are as good
    Neither ///< both are bad
};

/// One of two answers.
struct ArenaSide
{
    QString turnId{};
    QString threadId{};
    QString profile{}; ///< whose settings it was made with; empty = those in force
};

/// A label to send through the log.
struct ArenaLabel
{
    QString turnId{};
    QString threadId{};
    Label label = Label::None;
    QString note{};

    bool operator==(const ArenaLabel &) const = default;
};

/// The labels that a vote is kept as. The better answer and both of a tie are good, both of Neither bad; an
/// answer that another beats is not bad for that, so it bears the note alone. Each note names the other turn
/// and both profiles, and is what arenaTally() counts.
QList<ArenaLabel> labelsOf(ArenaVote vote, const ArenaSide &left, const ArenaSide &right);
/// Takes a vote back: neither label nor note.
QList<ArenaLabel> labelsWithout(const ArenaSide &left, const ArenaSide &right);

/// Votes between two profiles, named in the order of their names.
struct ArenaScore
{
    QString profile{};
    QString other{};
    int wins = 0; ///< of `profile`
    int losses = 0;
    int ties = 0;
    int neither = 0;
    double p = 1.0; ///< two-sided, that both are preferred as often; exact by the binomial distribution

    int votes() const { return wins + losses + ties + neither; }
    bool isDistinguishable() const { return p < 0.05; }

    bool operator==(const ArenaScore &) const = default;
};

/// Counts the votes in notes of labels; others are passed over. Most votes first.
QList<ArenaScore> arenaTally(const QList<LabelNote> &notes);

/// What every note of the arena begins with.
inline constexpr QLatin1StringView arenaPrefix("arena: ");

/// Reads the tally from the store on a thread of its own.
class ArenaHost final : public QObject
{
    Q_OBJECT
public:
    explicit ArenaHost(const QString &storePath, QObject *parent = nullptr);
    ~ArenaHost() override;

    /// Answered by tallied(), or not at all when the store cannot be read just then.
    void refresh();
    const QList<ArenaScore> &tally() const { return m_tally; }

Q_SIGNALS:
    void tallied();

private:
    class Worker;
    struct Thread;
    QString m_storePath;
    QList<ArenaScore> m_tally;
    JobQueue m_home; ///< outlives the thread
    std::unique_ptr<Thread> m_thread;
};

} // namespace assay
