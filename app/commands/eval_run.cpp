// SPDX-License-Identifier: Apache-2.0
#include "agent/policy_from_settings.h"
#include "base/tr.h"
#include "command.h"
#include "commands/eval_command.h"
#include "commands/prompts_command.h"
#include "eval/run_comparison.h"
#include "process.h"
#include "service/evaluation_host.h"
#include "service/paths.h"
#include "service/provider_keys.h"
#include "service/suite_run.h"

#include <QtCore/QDir>
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

/// Keys are asked for only where a model needs one.
std::shared_ptr<SharedKeys> keysFor(const Policy &policy, Secrets &secrets)
{
    auto keys = std::make_shared<SharedKeys>();
    if (isOnline(policy)) {
        auto task = fetchProviderKeys(&secrets, keys);
        QCoro::waitFor(task);
    }
    return keys;
}

/// The offline models and judge read no prompt, so another one changes nothing.
void tellWhatPromptsDo(const EvalRunOptions &options, const EvalCrew &crew)
{
    const Policy &policy = crew.policy();
    for (const PromptUse &one : crew.prompts().uses) {
        const bool isNamed = std::ranges::any_of(options.prompts, [&](const std::string &prompt) {
            return QString::fromStdString(prompt).startsWith(one.name + u'=');
        });
        const bool judges = one.name == u"judge";
        const bool offline =
            judges ? policy.judgeModel.startsWith(u"offline")
                   : policy.fastModel.startsWith(u"offline") && policy.premiumModel.startsWith(u"offline");
        if (offline && isNamed)
            printError((judges
                            ? Tr::tr("The offline judge reads no prompt: “%1” changes nothing in this run.")
                            : Tr::tr("The offline models read no prompt: “%1” changes nothing in this run."))
                           .arg(one.name));
    }
}

Result<std::unique_ptr<SuiteRun>> openRun(const EvalRunOptions &options, const SettingsHub &hub, Suite suite)
{
    Result<PromptSet> prompts = promptSetWith(options.prompts);
    if (!prompts)
        return fail(std::move(prompts.error()));
    const Paths paths = Paths::standard();
    QDir().mkpath(paths.data);
    const Policy policy = policyFromSettings(hub.current());
    Secrets secrets(processEnvironment());
    Result<std::unique_ptr<SuiteRun>> run = SuiteRun::open({.suite = std::move(suite),
                                                            .policy = policy,
                                                            .prompts = std::move(*prompts),
                                                            .judgeRepeats = options.judgeRepeats,
                                                            .concurrency = options.concurrency,
                                                            .output = QString::fromStdString(options.output),
                                                            .fresh = options.fresh,
                                                            .knowledgePath = paths.knowledge(),
                                                            .settings = hub.source(),
                                                            .keys = keysFor(policy, secrets)});
    if (run && (*run)->resumed() > 0)
        std::fprintf(stderr, "%s\n",
                     terminalText(Tr::tr("%n scenarios are there from a run that was broken off.", nullptr,
                                         (*run)->resumed()))
                         .constData());
    return run;
}

Result<RunEnd> runToEnd(SuiteRun &run, const EvalRunOptions &options)
{
    const CancelToken token = CancelToken::make();
    InterruptGuard interrupt;
    QObject::connect(&interrupt, &InterruptGuard::interrupted, &interrupt, [token] { token.cancel(); });
    ProgressLine line;
    RunnerOptions runner{.progress = [&line](const RunProgress &now) { line.show(now); }};
    if (options.budget >= 0.0)
        runner.budget = Micros{std::llround(options.budget * 1e6)};
    auto task = run.run(std::move(runner), token);
    return QCoro::waitFor(task);
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
        const Result<QByteArray> text = runAs(run, targets, QString::fromStdString(format));
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
    const EvalRun run = suite.results();
    const QList<TargetRow> targets = targetRows(run, evalTargets(settings), run.policy.qualityThreshold);
    if (const Result<> written = writeResults(options, run, targets); !written)
        return evalFailed(written.error());
    suite.dropJournal();
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
    QStringList categories;
    for (const std::string &one : options.categories)
        categories.append(QString::fromStdString(one));
    *suite = narrowed(std::move(*suite), categories, options.limit);
    if (suite->scenarios.isEmpty())
        return evalFailed({.message = Tr::tr("No scenario of the suite is of this category.")});
    const SettingsHub hub(*settings, settingsFile(options.common), QString());
    const Result<std::unique_ptr<SuiteRun>> run = openRun(options, hub, std::move(*suite));
    if (!run)
        return evalFailed(run.error());
    tellWhatPromptsDo(options, (*run)->crew());
    const Result<RunEnd> end = runToEnd(**run, options);
    if (!end)
        return evalFailed(end.error());
    if (*end != RunEnd::Finished) {
        printUnfinished(options, (*run)->results(), *end);
        return exitError;
    }
    return finishRun(options, *settings, **run);
}

} // namespace assay::app
