// SPDX-License-Identifier: Apache-2.0
#include "agent/policy_from_settings.h"
#include "base/tr.h"
#include "command.h"
#include "commands/eval_command.h"
#include "commands/prompts_command.h"
#include "eval/eval_journal.h"
#include "eval/eval_report.h"
#include "eval/eval_runner.h"
#include "eval/run_comparison.h"
#include "process.h"
#include "report/report_writer.h"
#include "service/eval_desk.h"
#include "service/paths.h"
#include "service/provider_keys.h"

#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QSaveFile>

#include <unistd.h>

#include <cmath>
#include <cstdio>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

/// Tells how far a run is: one line that is rewritten on a terminal, and elsewhere a line every tenth.
class ProgressLine
{
public:
    ~ProgressLine()
    {
        if (m_terminal)
            std::fprintf(stderr, "\r\033[K");
    }

    void show(const RunProgress &now)
    {
        const int tenth = now.total > 0 ? 10 * now.done / now.total : 0;
        if (!m_terminal && tenth == m_tenth)
            return;
        m_tenth = tenth;
        QString line = Tr::tr("%1 of %2, %3 met, spent %4")
                           .arg(now.done)
                           .arg(now.total)
                           .arg(now.passed)
                           .arg((now.spent.estimated ? u"≈"_s : QString()) + formatUsd(now.spent.amount));
        if (now.errors > 0)
            line += u", "_s + Tr::tr("%n errors", nullptr, now.errors);
        if (now.remaining && now.done < now.total)
            line += u", "_s + Tr::tr("about %1 s left").arg((now.remaining->count() + 999) / 1000);
        if (m_terminal)
            std::fprintf(stderr, "\r\033[K%s", terminalText(line).constData());
        else
            std::fprintf(stderr, "%s\n", terminalText(line).constData());
    }

private:
    bool m_terminal = ::isatty(STDERR_FILENO) != 0;
    int m_tenth = -1;
};

Suite narrowed(Suite suite, const EvalRunOptions &options)
{
    if (!options.categories.empty())
        suite.scenarios.removeIf([&](const Scenario &one) {
            return std::ranges::find(options.categories, one.category.toStdString()) ==
                   options.categories.end();
        });
    if (options.limit == 0 || options.limit >= suite.scenarios.size())
        return suite;
    QList<Scenario> kept;
    for (int i = 0; i < options.limit; ++i)
        kept.append(suite.scenarios.at(i * suite.scenarios.size() / options.limit));
    suite.scenarios = kept;
    return suite;
}

/// Everything one run needs, from opening to the results.
class SuiteRun
{
public:
    SuiteRun(const EvalRunOptions &options, const Settings &settings, Suite suite, PromptSet prompts)
        : m_prompts(std::move(prompts)), m_options(options),
          m_hub(settings, settingsFile(options.common), QString()), m_secrets(processEnvironment()),
          m_suite(std::move(suite))
    {
        m_run.policy = policyFromSettings(settings);
        m_run.identity = {.suite = m_suite.name,
                          .suiteFingerprint = m_suite.fingerprint(),
                          .policyFingerprint = policyFingerprint(m_run.policy),
                          .judgeRepeats = options.judgeRepeats,
                          .prompts = m_prompts.uses};
        m_run.assayVersion = QStringLiteral(ASSAY_VERSION);
        m_run.total = static_cast<int>(m_suite.scenarios.size());
        m_run.startedAt = utcNow();
    }

    /// @return how it ended
    Result<RunEnd> run()
    {
        if (Result<> ready = open(); !ready)
            return fail(std::move(ready.error()));
        InterruptGuard interrupt;
        QObject::connect(&interrupt, &InterruptGuard::interrupted, &interrupt,
                         [token = m_token] { token.cancel(); });
        m_clock.start();
        RunnerOptions runner{.concurrency = m_options.concurrency,
                             .progress = [this](const RunProgress &now) { m_line.show(now); }};
        if (m_options.budget >= 0.0)
            runner.budget = Micros{std::llround(m_options.budget * 1e6)};
        auto task = runScenarios(
            m_suite.scenarios, m_results, m_desk->answerer(m_options.judgeRepeats),
            [this](const ScenarioResult &one) { return take(one); }, runner, m_token);
        Result<RunEnd> end = QCoro::waitFor(task);
        m_run.finishedAt = utcNow();
        m_run.worked = worked();
        m_run.results = m_results.values();
        return end;
    }

    const EvalRun &results() const { return m_run; }

    /// The offline models and judge read no prompt, so another one changes nothing.
    void tellWhatPromptsDo() const
    {
        const Policy &policy = m_run.policy;
        for (const PromptUse &one : m_prompts.uses) {
            if (m_options.prompts.empty())
                return;
            const bool judges = one.name == u"judge";
            const bool offline = judges ? policy.judgeModel.startsWith(u"offline")
                                        : policy.fastModel.startsWith(u"offline") &&
                                              policy.premiumModel.startsWith(u"offline");
            if (offline && isNamed(one.name))
                printError(
                    (judges ? Tr::tr("The offline judge reads no prompt: “%1” changes nothing in this run.")
                            : Tr::tr("The offline models read no prompt: “%1” changes nothing in this run."))
                        .arg(one.name));
        }
    }

    /// A run without errors needs its journal no more; one with errors asks those again next time.
    void finish()
    {
        if (m_journal && m_run.errors() == 0)
            m_journal->remove();
    }

private:
    bool isNamed(const QString &prompt) const
    {
        return std::ranges::any_of(m_options.prompts, [&](const std::string &one) {
            return QString::fromStdString(one).startsWith(prompt + u'=');
        });
    }

    Result<> open()
    {
        const Policy &policy = m_run.policy;
        auto keys = std::make_shared<SharedKeys>();
        for (const QString &model : {policy.fastModel, policy.premiumModel, policy.judgeModel})
            if (!model.startsWith(u"offline")) {
                auto task = fetchProviderKeys(&m_secrets, keys);
                QCoro::waitFor(task);
                break;
            }
        const Paths paths = Paths::standard();
        QDir().mkpath(paths.data);
        Result<std::unique_ptr<EvalDesk>> desk =
            EvalDesk::open(paths.knowledge(), m_hub.source(), keys, policy, m_prompts);
        if (!desk)
            return fail(std::move(desk.error()));
        m_desk = std::move(*desk);
        return m_options.output.empty() ? Result<>() : openJournal();
    }

    Result<> openJournal()
    {
        const QString path = EvalJournal::pathFor(QString::fromStdString(m_options.output));
        Result<std::unique_ptr<EvalJournal>> journal =
            EvalJournal::open(path, m_run.identity, m_run.total, m_options.fresh);
        if (!journal)
            return fail(std::move(journal.error()));
        m_journal = std::move(*journal);
        m_results = m_journal->taken();
        m_run.resumed = static_cast<int>(m_results.size());
        m_run.startedAt = m_journal->startedAt();
        if (m_run.resumed > 0)
            std::fprintf(stderr, "%s\n",
                         terminalText(Tr::tr("%n scenarios are there from a run that was broken off.",
                                             nullptr, m_run.resumed))
                             .constData());
        return {};
    }

    std::chrono::milliseconds worked() const
    {
        const std::chrono::milliseconds now(m_clock.elapsed());
        return m_journal ? m_journal->workedBefore() + now : now;
    }

    Result<> take(const ScenarioResult &one)
    {
        m_results.insert(one.index, one);
        return m_journal ? m_journal->append(one, worked()) : Result<>();
    }

    PromptSet m_prompts;
    const EvalRunOptions &m_options;
    SettingsHub m_hub;
    Secrets m_secrets;
    Suite m_suite;
    EvalRun m_run;
    std::unique_ptr<EvalDesk> m_desk;
    std::unique_ptr<EvalJournal> m_journal;
    QMap<int, ScenarioResult> m_results;
    CancelToken m_token = CancelToken::make();
    QElapsedTimer m_clock;
    ProgressLine m_line;
};

Result<QByteArray> formatted(const EvalRun &run, const QList<TargetRow> &targets, const std::string &format)
{
    if (format == "json")
        return QJsonDocument(toJson(run, targets)).toJson(QJsonDocument::Indented);
    if (format == "junit")
        return toJunit(run);
    const Result<ReportFormat> form = reportFormatOf(QString::fromStdString(format));
    if (!form)
        return fail(form.error());
    return writeReport(reportOf(run, targets), *form);
}

/// One format is written to the output itself; several stand beside each other.
QString pathFor(const EvalRunOptions &options, const std::string &format, bool alone)
{
    const QString output = QString::fromStdString(options.output);
    if (alone || format == "json")
        return output;
    const QFileInfo info(output);
    const QString ending = format == "junit" ? u"junit.xml"_s : QString::fromStdString(format);
    return info.dir().filePath(info.completeBaseName() + u'.' + ending);
}

Result<> writeResults(const EvalRunOptions &options, const EvalRun &run, const QList<TargetRow> &targets)
{
    if (options.output.empty())
        return {};
    std::vector<std::string> formats = options.formats;
    if (formats.empty())
        formats.emplace_back("json");
    for (const std::string &format : formats) {
        const Result<QByteArray> text = formatted(run, targets, format);
        if (!text)
            return fail(text.error());
        QSaveFile file(pathFor(options, format, formats.size() == 1));
        if (!file.open(QIODevice::WriteOnly) || file.write(*text) != text->size() || !file.commit())
            return fail(Errc::Io,
                        Tr::tr("%1 cannot be written: %2.").arg(file.fileName(), file.errorString()));
    }
    return {};
}

/// Why a run that ended early did, and how it goes on.
void printUnfinished(const EvalRunOptions &options, const EvalRun &run, RunEnd end)
{
    const QString done = Tr::tr("%1 of %2 scenarios are finished.").arg(run.results.size()).arg(run.total);
    const QString next = options.output.empty() ? Tr::tr("Give --output to be able to go on.")
                                                : Tr::tr("The same command goes on from here.");
    const QString why = end == RunEnd::BudgetSpent
                            ? Tr::tr("The budget is spent (%1).").arg(formatUsd(run.spent().amount))
                            : Tr::tr("Stopped.");
    printError(u"%1 %2 %3"_s.arg(why, done, next));
}

int finishRun(const EvalRunOptions &options, const Settings &settings, SuiteRun &suite)
{
    const EvalRun &run = suite.results();
    const QList<TargetRow> targets = targetRows(run, evalTargets(settings), run.policy.qualityThreshold);
    if (const Result<> written = writeResults(options, run, targets); !written)
        return evalFailed(written.error());
    suite.finish();
    if (options.json) {
        std::printf("%s", QJsonDocument(toJson(run, targets)).toJson(QJsonDocument::Indented).constData());
    } else {
        printLine(Tr::tr("%1: %2 scenarios in %3 s, spent %4")
                      .arg(run.identity.suite)
                      .arg(run.results.size())
                      .arg(static_cast<double>(run.worked.count()) / 1000.0, 0, 'f', 1)
                      .arg((run.spent().estimated ? u"≈"_s : QString()) + formatUsd(run.spent().amount)));
        printTargets(targets);
    }
    bool missed = !allMet(targets);
    if (!options.baseline.empty()) {
        const Result<EvalRun> baseline = readEvalRun(QString::fromStdString(options.baseline));
        if (!baseline)
            return evalFailed(baseline.error());
        const RunComparison comparison = compareRuns(*baseline, run);
        if (comparison.changes.isEmpty())
            return evalFailed({.message = Tr::tr("The runs have no scenario in common.")});
        if (!options.json)
            printComparison(*baseline, run, 10, false);
        missed = missed || comparison.hasRegressed();
    }
    if (run.errors() > 0) {
        printError(
            Tr::tr("%n scenarios have no answer; the same command asks them again.", nullptr, run.errors()));
        return exitError;
    }
    return missed ? exitMissed : exitOk;
}

} // namespace

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

void printTargets(const QList<TargetRow> &rows)
{
    for (const TargetRow &row : rows) {
        const QString mark = !row.met() ? u"–"_s : *row.met() ? u"✔"_s : u"✘"_s;
        QString line = u"  %1 %2 %3   %4 %5"_s.arg(mark, row.label.leftJustified(40))
                           .arg(targetText(row, row.value), 9)
                           .arg(row.atLeast ? u"≥"_s : u"<"_s, targetText(row, row.target));
        if (row.interval)
            line +=
                u"   "_s + Tr::tr("95 % %1 … %2")
                               .arg(targetText(row, row.interval->low), targetText(row, row.interval->high));
        if (!row.basis.isEmpty())
            line += u"   "_s + row.basis;
        printLine(line);
    }
    printLine(allMet(rows) ? Tr::tr("Every target is met.") : Tr::tr("Not every target is met."));
}

int runSuite(const EvalRunOptions &options)
{
    const std::optional<Settings> settings = evalSettings(options.common);
    std::optional<Suite> suite = settings ? suiteFor(options.suite) : std::nullopt;
    if (!suite)
        return exitError;
    *suite = narrowed(std::move(*suite), options);
    if (suite->scenarios.isEmpty())
        return evalFailed({.message = Tr::tr("No scenario of the suite is of this category.")});
    Result<PromptSet> prompts = promptSetWith(options.prompts);
    if (!prompts)
        return evalFailed(prompts.error());
    SuiteRun run(options, *settings, std::move(*suite), std::move(*prompts));
    run.tellWhatPromptsDo();
    const Result<RunEnd> end = run.run();
    if (!end)
        return evalFailed(end.error());
    if (*end != RunEnd::Finished) {
        printUnfinished(options, run.results(), *end);
        return exitError;
    }
    return finishRun(options, *settings, run);
}

} // namespace assay::app
