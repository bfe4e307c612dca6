// SPDX-License-Identifier: Apache-2.0
#include "service/evaluation_plan.h"

#include "base/json.h"
#include "base/tr.h"
#include "eval/eval_journal.h"
#include "turn/turn_json.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QSaveFile>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int planFormat = 1;
const QString journalEnding = u".journal"_s;

/// Names of the targets that were met and measured.
void countTargets(StoredRun &run, const QList<TargetRow> &rows)
{
    for (const TargetRow &row : rows) {
        run.measured += row.met().has_value() ? 1 : 0;
        run.met += row.met().value_or(false) ? 1 : 0;
    }
}

/// What the journal alone knows of a run, and its plan if there is one.
Result<EvalRun> readUnfinished(const QString &path, bool &running)
{
    const Result<JournalGlance> seen = EvalJournal::glance(EvalJournal::pathFor(path));
    if (!seen)
        return fail(seen.error());
    running = seen->isInUse;
    EvalRun run{.identity = seen->identity,
                .startedAt = seen->startedAt,
                .finishedAt = seen->startedAt,
                .worked = seen->worked,
                .results = seen->results.values()};
    for (const ScenarioResult &one : std::as_const(run.results))
        run.finishedAt = std::max(run.finishedAt, one.finishedAt);
    run.total = static_cast<int>(run.results.size());
    if (const Result<EvalPlan> plan = readPlan(path)) {
        run.policy = plan->policy;
        run.total = std::max(run.total, plan->total);
    }
    return run;
}

} // namespace

QJsonObject toJson(const EvalPlan &plan)
{
    QJsonObject json{{u"plan"_s, planFormat},
                     {u"suite"_s, plan.suite},
                     {u"categories"_s, QJsonArray::fromStringList(plan.categories)},
                     {u"limit"_s, plan.limit},
                     {u"concurrency"_s, plan.concurrency},
                     {u"judge_repeats"_s, plan.judgeRepeats},
                     {u"total"_s, plan.total},
                     {u"policy"_s, toJson(plan.policy)}};
    if (plan.budget)
        json[u"budget_micros"_s] = plan.budget->value;
    return json;
}

Result<EvalPlan> evalPlanFromJson(const QJsonObject &json)
{
    if (json.value(u"plan"_s).toInt() != planFormat)
        return fail(Errc::Corrupt, Tr::tr("This is no plan of an evaluation."));
    Result<Policy> policy = policyFromJson(json.value(u"policy"_s).toObject());
    if (!policy)
        return fail(std::move(policy.error()));
    EvalPlan plan{.suite = json.value(u"suite"_s).toString(),
                  .limit = std::max(0, json.value(u"limit"_s).toInt()),
                  .concurrency = std::clamp(json.value(u"concurrency"_s).toInt(1), 1, 500),
                  .judgeRepeats = std::clamp(json.value(u"judge_repeats"_s).toInt(), 0, 20),
                  .policy = std::move(*policy),
                  .total = std::max(0, json.value(u"total"_s).toInt())};
    for (const QJsonValue &one : json.value(u"categories"_s).toArray())
        plan.categories.append(one.toString());
    if (json.contains(u"budget_micros"_s))
        plan.budget = Micros{json.value(u"budget_micros"_s).toInteger()};
    return plan;
}

Suite narrowed(Suite suite, const QStringList &categories, int limit)
{
    if (!categories.isEmpty())
        suite.scenarios.removeIf([&](const Scenario &one) { return !categories.contains(one.category); });
    if (limit <= 0 || limit >= suite.scenarios.size())
        return suite;
    QList<Scenario> kept;
    for (int i = 0; i < limit; ++i)
        kept.append(suite.scenarios.at(i * suite.scenarios.size() / limit));
    suite.scenarios = kept;
    return suite;
}

bool isOnline(const Policy &policy)
{
    return std::ranges::any_of(QStringList{policy.fastModel, policy.premiumModel, policy.judgeModel},
                               [](const QString &model) { return !model.startsWith(u"offline"); });
}

AnalyticsTargets evalTargets(const Settings &settings)
{
    using std::chrono::duration;
    return {.passRate = settings.get("targets.pass_rate"_setting),
            .averageQuality = settings.get("targets.average_quality"_setting),
            .lowQuality = settings.get("targets.low_quality"_setting),
            .costPerQuery = static_cast<double>(settings.get("targets.cost_per_query"_setting).value) / 1e6,
            .latencyP95 = duration<double>(settings.get("targets.latency_p95"_setting)).count(),
            .toolUse = settings.get("targets.tool_use"_setting)};
}

QString planPathFor(const QString &results)
{
    return results + u".plan"_s;
}

Result<EvalPlan> readPlan(const QString &results)
{
    QFile file(planPathFor(results));
    if (!file.open(QIODevice::ReadOnly))
        return fail(Errc::Io, Tr::tr("%1 cannot be read: %2.").arg(file.fileName(), file.errorString()));
    const Result<QJsonObject> json = parseJsonObject(file.readAll());
    return json ? evalPlanFromJson(*json) : Result<EvalPlan>(fail(json.error()));
}

Result<> writePlan(const EvalPlan &plan, const QString &results)
{
    const QByteArray text = QJsonDocument(toJson(plan)).toJson(QJsonDocument::Indented);
    QSaveFile file(planPathFor(results));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return fail(Errc::Io, Tr::tr("%1 cannot be written: %2.").arg(file.fileName(), file.errorString()));
    return {};
}

QString newResultsPath(const QString &folder, const QString &suite, UtcTime now)
{
    QString name;
    for (const QChar c : suite.left(60))
        name += c.isLetterOrNumber() || c == u'_' || c == u'-' ? c : QChar(u'_');
    const QString moment =
        QDateTime::fromMSecsSinceEpoch(toMicros(now) / 1000, Qt::UTC).toString(u"yyyyMMdd-HHmmss"_s);
    const QString base = u"%1/%2-%3"_s.arg(folder, name.isEmpty() ? u"suite"_s : name, moment);
    QString path = base + u".json"_s;
    for (int n = 2; QFile::exists(path) || QFile::exists(path + journalEnding); ++n)
        path = u"%1-%2.json"_s.arg(base).arg(n);
    return path;
}

Result<EvalRun> readStoredRun(const QString &path)
{
    bool running = false;
    if (QFile::exists(EvalJournal::pathFor(path)))
        if (const Result<EvalRun> run = readUnfinished(path, running);
            run && (running || !QFile::exists(path)))
            return run;
    return readEvalRun(path);
}

StoredRun storedRun(const QString &path, const AnalyticsTargets &targets)
{
    StoredRun row{.path = path, .suite = QFileInfo(path).completeBaseName()};
    const bool journalled = QFile::exists(EvalJournal::pathFor(path));
    bool running = false;
    Result<EvalRun> run = journalled ? readUnfinished(path, running) : readEvalRun(path);
    row.standing = running ? RunStanding::Running : RunStanding::Interrupted;
    if (journalled && !running && QFile::exists(path))
        if (Result<EvalRun> results = readEvalRun(path)) // with errors: the journal waits to ask them again
            run = std::move(results);
    if (!run) {
        row.standing = RunStanding::Damaged;
        row.problem = run.error().message;
        return row;
    }
    if (!journalled || (!running && run->isComplete() && QFile::exists(path)))
        row.standing = RunStanding::Finished;
    row.suite = run->identity.suite;
    row.profile = run->policy.profile;
    row.startedAt = run->startedAt;
    row.total = run->total;
    row.done = static_cast<int>(run->results.size());
    row.errors = run->errors();
    row.judgeRepeats = run->identity.judgeRepeats;
    row.spent = run->spent();
    row.worked = run->worked;
    row.canResume = journalled && !running && QFile::exists(planPathFor(path));
    const QList<TargetRow> rows = targetRows(*run, targets, run->policy.qualityThreshold);
    countTargets(row, rows);
    for (const TargetRow &one : rows)
        if (one.key == u"average_quality")
            row.quality = one.value;
    return row;
}

StoredRun RunCatalogue::look(const QString &path, const AnalyticsTargets &targets)
{
    const QFileInfo journal(EvalJournal::pathFor(path));
    const QFileInfo info = journal.exists() ? journal : QFileInfo(path);
    const auto known = m_known.constFind(path);
    const bool same = known != m_known.cend() && known->changed == info.lastModified() &&
                      known->size == info.size() && known->targets == targets && !journal.exists();
    if (same)
        return known->run;
    const StoredRun run = storedRun(path, targets);
    m_known.insert(path,
                   {.changed = info.lastModified(), .size = info.size(), .targets = targets, .run = run});
    return run;
}

QList<StoredRun> RunCatalogue::list(const QString &folder, const QStringList &opened,
                                    const AnalyticsTargets &targets)
{
    QStringList paths;
    for (const QFileInfo &info :
         QDir(folder).entryInfoList({u"*.json"_s, u"*.json.journal"_s}, QDir::Files)) {
        QString path = info.absoluteFilePath();
        if (path.endsWith(journalEnding))
            path.chop(journalEnding.size());
        if (!paths.contains(path))
            paths.append(path);
    }
    QList<StoredRun> runs;
    for (const QString &path : std::as_const(paths))
        runs.append(look(path, targets));
    for (const QString &path : opened) {
        if (paths.contains(path))
            continue;
        StoredRun run = look(path, targets);
        run.isOwn = false;
        runs.append(run);
    }
    std::ranges::stable_sort(runs, std::ranges::greater(), &StoredRun::startedAt);
    return runs;
}

} // namespace assay
