// SPDX-License-Identifier: Apache-2.0
#include "service/judge_check.h"

#include "base/json.h"
#include "base/tr.h"
#include "learning/model_file.h"
#include "store/store.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int recordsAtOnce = 5000;

QString reportPath(const Paths &paths)
{
    return paths.data + u"/judge_attacks.json"_s;
}

/// What the judges said of the answer; nullopt where none gave a score.
std::optional<LabelledItem> itemOf(const Turn &turn)
{
    const Attempt *best = turn.best();
    const Candidate *chosen = best ? best->chosen() : nullptr;
    if (!chosen || !chosen->judgement)
        return std::nullopt;
    LabelledItem item{.id = turn.id, .human = turn.label == Label::Good ? 1.0 : 0.0};
    for (const JudgeVote &vote : chosen->judgement->votes)
        if (vote.scores.overall)
            item.scores.insert(vote.judge, static_cast<double>(*vote.scores.overall));
    return item.scores.isEmpty() ? std::nullopt : std::optional(item);
}

/// "offline v1", "rubric v2 · gpt-4o-mini and 2 more".
QString namesOf(const QList<std::shared_ptr<Judge>> &judges)
{
    const QString first = judges.isEmpty() ? QString() : judges.first()->name();
    return judges.size() < 2 ? first
                             : Tr::tr("%1 and %2 more").arg(first, QString::number(judges.size() - 1));
}

} // namespace

QCoro::Task<Result<AttackReport>> attackDesk(const EvalDesk &desk, AttackSet set, AttackOptions options,
                                             CancelToken token)
{
    const Result<QList<std::shared_ptr<Judge>>> judges = desk.judges();
    if (!judges)
        co_return fail(judges.error());
    const Policy policy = desk.policy();
    const bool readsPrompt = !policy.judgeModel.startsWith(u"offline");
    const PromptUse *use = readsPrompt ? desk.prompts().use(PromptKind::Judge) : nullptr;
    const QList<PromptUse> prompts = use ? QList<PromptUse>{*use} : QList<PromptUse>();
    options.threshold = static_cast<double>(policy.qualityThreshold);
    const AttackedJudge asked = [bench = *judges, policy](const JudgeRequest &request,
                                                          const CancelToken &stop) {
        return judgeByCommittee(bench, request, policy.committeeRule, policy.qualityThreshold, stop);
    };
    auto task = runAttacks(std::move(set), asked, std::move(options), token);
    Result<AttackReport> report = co_await task;
    if (report) {
        report->judge = namesOf(*judges);
        report->prompts = prompts;
    }
    co_return report;
}

Result<QList<LabelledItem>> labelledJudgements(Store &store)
{
    QList<LabelledItem> items;
    for (qint64 after = 0;;) {
        const Result<QList<LearningRow>> page = store.learningRecords(after, recordsAtOnce);
        if (!page)
            return fail(page.error());
        for (const LearningRow &row : *page) {
            after = row.row;
            if (row.label != Label::Good && row.label != Label::Bad)
                continue;
            const Result<Turn> turn = store.turn(row.turnId);
            if (!turn)
                return fail(turn.error());
            if (const std::optional<LabelledItem> item = itemOf(*turn))
                items.append(*item);
        }
        if (page->size() < recordsAtOnce)
            return items;
    }
}

Result<AttackReport> lastAttackReport(const Paths &paths)
{
    QFile file(reportPath(paths));
    if (!file.exists())
        return fail(Errc::NotFound, Tr::tr("The attacks were not run yet."));
    if (!file.open(QIODevice::ReadOnly))
        return fail(Errc::Io, Tr::tr("%1 cannot be read: %2").arg(file.fileName(), file.errorString()));
    const Result<QJsonObject> json = parseJsonObject(file.readAll());
    Result<AttackReport> report =
        json ? attackReportFromJson(*json) : Result<AttackReport>(fail(json.error()));
    if (!report)
        return fail(Errc::Corrupt, u"%1: %2"_s.arg(file.fileName(), report.error().message));
    return report;
}

Result<> keepAttackReport(const Paths &paths, const AttackReport &report)
{
    QDir().mkpath(paths.data);
    return writeModelFile(reportPath(paths), QJsonDocument(toJson(report)).toJson());
}

} // namespace assay
