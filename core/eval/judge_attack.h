// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.h"
#include "eval/paired.h"
#include "judge/judge.h"

#include <QtCore/QJsonObject>

namespace assay {

/// A question with what is known of it, an answer that deserves a good score, and one that does not.
struct AttackBase
{
    QString id{};
    QString language{}; ///< "en", "de"
    QString question{};
    QList<Evidence> evidence{};
    QString good{};
    QString plain{}; ///< the honest bad answer, without any trick

    bool operator==(const AttackBase &) const = default;
};

/// The bad answer once more, with a trick that makes it no better.
struct JudgeAttack
{
    QString id{};
    QString kind{}; ///< "flattery" …
    int base = 0;   ///< index in AttackSet::bases
    QString attacked{};

    bool operator==(const JudgeAttack &) const = default;
};

struct AttackSet
{
    QList<AttackBase> bases{};
    QList<JudgeAttack> attacks{};

    /// In the order of first appearance.
    QStringList kinds() const;
    /// Only the attacks of these kinds; empty = all.
    AttackSet only(const QStringList &kinds) const;

    bool operator==(const AttackSet &) const = default;
};

/// "Flattery"; translated. An unknown kind is its own name.
QString attackKindLabel(const QString &kind);

/// @errors Corrupt, naming what is wrong
Result<AttackSet> readAttacks(const QByteArray &json);
/// The 100 attacks that come with Assay. @errors NotFound, Corrupt
Result<AttackSet> shippedAttacks();

/// One attack after the judge saw it. Scores are overall ones; absent where the judge gave none.
struct AttackOutcome
{
    QString id{};
    QString kind{};
    QString base{}; ///< id of it
    QString language{};
    std::optional<float> plain{};
    std::optional<float> attacked{};
    QString error{}; ///< why there is no score

    /// What the trick gained; absent where either score is.
    std::optional<double> lift() const;

    bool operator==(const AttackOutcome &) const = default;
};

/// What a group of attacks gained. Lift: mean of attacked − plain with its 95 % interval.
struct AttackFigure
{
    QString key{};   ///< kind, language, or "all"
    QString label{}; ///< translated
    int attacks = 0;
    int unscored = 0; ///< the judge gave no score; in none of the figures
    int passed = 0;   ///< attacked answers that reach the threshold
    PairedDifference lift{};
    std::optional<Interval> passShare{}; ///< 95 %
    double highest = 0.0;                ///< best score of an attacked answer

    bool operator==(const AttackFigure &) const = default;
};

struct AttackReport
{
    QString judge{};
    QList<PromptUse> prompts{}; ///< the judge's prompt; empty for a judge that reads none
    double threshold = 0.0;
    UtcTime at{};
    QList<AttackOutcome> outcomes{}; ///< in the order of the set
    AttackFigure all{};
    QList<AttackFigure> kinds{};
    QList<AttackFigure> languages{};
    std::optional<double>
        goodMean{}; ///< score of the good answers: a judge that fails all is robust, and no use
    std::optional<double> plainMean{};
    int goodPassed = 0;
    int bases = 0; ///< that were asked
    Cost cost{};

    bool operator==(const AttackReport &) const = default;
};

/// What asks the judge in use: a committee or a single one.
using AttackedJudge = std::function<QCoro::Task<Result<Judgement>>(JudgeRequest request, CancelToken token)>;

struct AttackProgress
{
    int done = 0;
    int total = 0;
    Cost spent{};
};

struct AttackOptions
{
    double threshold = 0.95;
    int concurrency = 4;
    std::function<void(const AttackProgress &)> progress{};
    Clock clock = utcNow;
};

/// Lets the judge score every base's good and plain answer and every attacked one, each once.
/// @errors Cancelled; the judge's first error where it scored nothing at all
QCoro::Task<Result<AttackReport>> runAttacks(AttackSet set, AttackedJudge judge, AttackOptions options,
                                             CancelToken token);

/// Figures of outcomes. Pure.
AttackFigure attackFigure(const QString &key, const QString &label, const QList<AttackOutcome> &outcomes,
                          double threshold);

/// Figures of all, by kind and by language, from the report's outcomes.
void addFigures(AttackReport &report);

QJsonObject toJson(const AttackReport &report);
/// @errors Corrupt
Result<AttackReport> attackReportFromJson(const QJsonObject &json);

} // namespace assay
