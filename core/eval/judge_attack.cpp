// SPDX-License-Identifier: Apache-2.0
#include "eval/judge_attack.h"

#include "base/tr.h"

#include <algorithm>
#include <vector>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// One answer to be scored and where its score goes.
struct Asked
{
    JudgeRequest request{};
    std::optional<float> score{};
    QString error{};
};

/// What the lanes of one run share. One thread, so no locks.
struct Shared
{
    QList<Asked> asked{};
    AttackedJudge judge{};
    AttackOptions options{};
    CancelToken token{};
    qsizetype next = 0;
    int done = 0;
    Cost cost{};
    std::optional<Error> firstError{};

    void tell() const
    {
        if (options.progress)
            options.progress({.done = done, .total = static_cast<int>(asked.size()), .spent = cost});
    }
};

QCoro::Task<> lane(std::shared_ptr<Shared> shared)
{
    while (shared->next < shared->asked.size() && !shared->token.isCancelled()) {
        const qsizetype at = shared->next++;
        const JudgeRequest request = shared->asked.at(at).request;
        const Result<Judgement> judged = co_await shared->judge(request, shared->token);
        ++shared->done;
        Asked &one = shared->asked[at];
        if (judged) {
            one.score = judged->scores.overall;
            shared->cost += judged->cost;
        } else {
            one.error = judged.error().message;
            if (!shared->firstError)
                shared->firstError = judged.error();
        }
        shared->tell();
    }
}

AttackFigure figureOf(const QString &key, const QString &label, const QList<AttackOutcome> &all,
                      double threshold, const std::function<bool(const AttackOutcome &)> &belongs)
{
    QList<AttackOutcome> some;
    std::ranges::copy_if(all, std::back_inserter(some), belongs);
    return attackFigure(key, label, some, threshold);
}

QString languageLabel(const QString &language)
{
    return language == u"de" ? Tr::tr("in German") : language == u"en" ? Tr::tr("in English") : language;
}

std::optional<double> meanOf(const std::vector<float> &scores)
{
    if (scores.empty())
        return std::nullopt;
    double sum = 0.0;
    for (const float one : scores)
        sum += static_cast<double>(one);
    return sum / static_cast<double>(scores.size());
}

AttackReport reportOf(const AttackSet &set, const Shared &shared)
{
    AttackReport report{
        .threshold = shared.options.threshold, .at = shared.options.clock(), .cost = shared.cost};
    report.bases = static_cast<int>(set.bases.size());
    std::vector<float> good;
    std::vector<float> plain;
    for (qsizetype i = 0; i < set.bases.size(); ++i) {
        if (const std::optional<float> &score = shared.asked.at(2 * i).score) {
            good.push_back(*score);
            report.goodPassed += static_cast<double>(*score) >= report.threshold ? 1 : 0;
        }
        if (const std::optional<float> &score = shared.asked.at(2 * i + 1).score)
            plain.push_back(*score);
    }
    report.goodMean = meanOf(good);
    report.plainMean = meanOf(plain);
    qsizetype at = 2 * set.bases.size();
    for (const JudgeAttack &attack : set.attacks) {
        const AttackBase &base = set.bases.at(attack.base);
        const Asked &honest = shared.asked.at(2 * attack.base + 1);
        const Asked &tried = shared.asked.at(at++);
        report.outcomes.append({.id = attack.id,
                                .kind = attack.kind,
                                .base = base.id,
                                .language = base.language,
                                .plain = honest.score,
                                .attacked = tried.score,
                                .error = tried.error.isEmpty() ? honest.error : tried.error});
    }
    addFigures(report);
    return report;
}

QList<Asked> questionsOf(const AttackSet &set)
{
    QList<Asked> all;
    const auto add = [&all](const AttackBase &base, const QString &answer) {
        all.append({.request = {.question = base.question, .answer = answer, .evidence = base.evidence}});
    };
    for (const AttackBase &base : set.bases) {
        add(base, base.good);
        add(base, base.plain);
    }
    for (const JudgeAttack &attack : set.attacks)
        add(set.bases.at(attack.base), attack.attacked);
    return all;
}

} // namespace

std::optional<double> AttackOutcome::lift() const
{
    if (!plain || !attacked)
        return std::nullopt;
    return static_cast<double>(*attacked) - static_cast<double>(*plain);
}

AttackFigure attackFigure(const QString &key, const QString &label, const QList<AttackOutcome> &outcomes,
                          double threshold)
{
    AttackFigure figure{.key = key, .label = label, .attacks = static_cast<int>(outcomes.size())};
    std::vector<double> lifts;
    for (const AttackOutcome &one : outcomes) {
        const std::optional<double> lift = one.lift();
        if (!lift) {
            ++figure.unscored;
            continue;
        }
        lifts.push_back(*lift);
        const auto score = static_cast<double>(*one.attacked);
        // A score meets a threshold as floats on the wire do.
        figure.passed += *one.attacked >= static_cast<float>(threshold) ? 1 : 0;
        figure.highest = std::max(figure.highest, score);
    }
    figure.lift = pairedDifference(lifts);
    figure.passShare = wilsonInterval(figure.passed, static_cast<qint64>(lifts.size()));
    return figure;
}

void addFigures(AttackReport &report)
{
    QStringList kinds;
    QStringList languages;
    for (const AttackOutcome &one : std::as_const(report.outcomes)) {
        if (!kinds.contains(one.kind))
            kinds.append(one.kind);
        if (!languages.contains(one.language))
            languages.append(one.language);
    }
    report.all = attackFigure(u"all"_s, Tr::tr("All attacks"), report.outcomes, report.threshold);
    for (const QString &kind : std::as_const(kinds))
        report.kinds.append(figureOf(kind, attackKindLabel(kind), report.outcomes, report.threshold,
                                     [&](const AttackOutcome &one) { return one.kind == kind; }));
    for (const QString &language : std::as_const(languages))
        report.languages.append(figureOf(language, languageLabel(language), report.outcomes, report.threshold,
                                         [&](const AttackOutcome &one) { return one.language == language; }));
}

QCoro::Task<Result<AttackReport>> runAttacks(AttackSet set, AttackedJudge judge, AttackOptions options,
                                             CancelToken token)
{
    const auto shared = std::make_shared<Shared>();
    shared->asked = questionsOf(set);
    shared->judge = std::move(judge);
    shared->options = std::move(options);
    shared->token = token;
    shared->tell();
    std::vector<QCoro::Task<>> lanes;
    for (int i = 0; i < std::max(1, shared->options.concurrency); ++i)
        lanes.push_back(lane(shared));
    for (QCoro::Task<> &one : lanes)
        co_await one;
    if (token.isCancelled())
        co_return fail(Errc::Cancelled, Tr::tr("Stopped after %1 of %2 answers; no figure is made of a part.")
                                            .arg(shared->done)
                                            .arg(shared->asked.size()));
    const bool scored =
        std::ranges::any_of(shared->asked, [](const Asked &one) { return one.score.has_value(); });
    if (!scored && shared->firstError)
        co_return fail(*shared->firstError);
    co_return reportOf(set, *shared);
}

} // namespace assay
