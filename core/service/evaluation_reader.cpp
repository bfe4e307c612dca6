// SPDX-License-Identifier: Apache-2.0
#include "service/evaluation_reader.h"

#include "base/tr.h"
#include "eval/eval_journal.h"
#include "eval/eval_report.h"
#include "eval/suite_reader.h"
#include "report/report_writer.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QSaveFile>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostProblems = 20;

Result<> put(const QByteArray &text, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return fail(Errc::Io, Tr::tr("%1 cannot be written: %2.").arg(path, file.errorString()));
    return {};
}

Error errorOf(const QList<SettingProblem> &problems)
{
    QStringList lines;
    for (const SettingProblem &problem : problems.first(std::min(mostProblems, problems.size())))
        lines.append(problem.text());
    if (problems.size() > mostProblems)
        lines.append(Tr::tr("and %1 more").arg(problems.size() - mostProblems));
    return {.code = Errc::InvalidArgument, .message = lines.join(u'\n')};
}

SuiteFacts factsOf(const QString &source, bool isShipped)
{
    SuiteFacts facts{.name = QFileInfo(source).completeBaseName(), .source = source, .isShipped = isShipped};
    const SuiteReading reading = findSuite(source);
    if (!reading) {
        facts.problem = errorOf(reading.error()).message;
        return facts;
    }
    facts.name = isShipped || reading->name.isEmpty() ? facts.name : reading->name;
    facts.description = reading->description;
    facts.scenarios = static_cast<int>(reading->scenarios.size());
    for (const Scenario &one : reading->scenarios)
        ++facts.categories[one.category];
    return facts;
}

/// A suite of any form that is known, promptfoo's too.
Result<SuiteImport> importAny(const QString &path)
{
    const SuiteReading reading = readSuitePath(path);
    if (reading)
        return SuiteImport{.suite = *reading};
    QFile file(path);
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly))
        return fail(errorOf(reading.error()));
    Result<SuiteImport> import = importPromptfoo(file.readAll(), path);
    const bool isTheirs = reading.error().size() == 1 &&
                          reading.error().first().kind == SettingProblemKind::NotAccepted &&
                          reading.error().first().key.isEmpty();
    return import || isTheirs ? import : Result<SuiteImport>(fail(errorOf(reading.error())));
}

QString fileNameOf(const QString &suite)
{
    QString name;
    for (const QChar c : suite.left(80))
        name += c.isLetterOrNumber() || c == u'_' || c == u'-' ? c : QChar(u'_');
    return (name.isEmpty() ? u"suite"_s : name) + u".yaml"_s;
}

} // namespace

QList<StoredRun> EvaluationReader::runs(const QStringList &opened, const AnalyticsTargets &targets)
{
    return m_catalogue.list(m_options.runsFolder, opened, targets);
}

Result<RunView> EvaluationReader::view(const QString &path, const QString &before,
                                       const AnalyticsTargets &targets)
{
    Result<EvalRun> run = readStoredRun(path);
    if (!run)
        return fail(std::move(run.error()));
    RunView view{.path = path, .run = std::move(*run)};
    view.targets = targetRows(view.run, targets, view.run.policy.qualityThreshold);
    if (before.isEmpty())
        return view;
    Result<EvalRun> other = readStoredRun(before);
    if (!other)
        return fail(std::move(other.error()));
    view.comparison = compareRuns(*other, view.run);
    if (view.comparison.changes.isEmpty())
        return fail(Errc::InvalidArgument, Tr::tr("The runs have no scenario in common."));
    view.before = std::move(*other);
    return view;
}

QList<SuiteFacts> EvaluationReader::suites() const
{
    QList<SuiteFacts> all;
    for (const QString &name : shippedSuites())
        all.append(factsOf(name, true));
    const QDir folder(m_options.suitesFolder);
    for (const QFileInfo &info : folder.entryInfoList({u"*.yaml"_s}, QDir::Files, QDir::Name))
        all.append(factsOf(info.absoluteFilePath(), false));
    return all;
}

Result<ImportedSuite> EvaluationReader::importSuite(const QString &path) const
{
    Result<SuiteImport> import = importAny(path);
    if (!import)
        return fail(std::move(import.error()));
    if (import->suite.name.isEmpty())
        import->suite.name = QFileInfo(path).completeBaseName();
    if (!QDir().mkpath(m_options.suitesFolder))
        return fail(Errc::Io, Tr::tr("The folder %1 cannot be made.").arg(m_options.suitesFolder));
    const QString to = m_options.suitesFolder + u'/' + fileNameOf(import->suite.name);
    ImportedSuite taken{.hasReplaced = QFile::exists(to), .notes = import->notes};
    const QByteArray text = writeSuite(import->suite, SuiteForm::Yaml, taken.notes);
    if (Result<> written = put(text, to); !written)
        return fail(std::move(written.error()));
    taken.suite = factsOf(to, false);
    return taken;
}

Result<QStringList> EvaluationReader::exportSuite(const QString &source, SuiteForm form, const QString &to)
{
    const SuiteReading reading = findSuite(source);
    if (!reading)
        return fail(errorOf(reading.error()));
    QStringList lost;
    const Result<> written = form == SuiteForm::Scenarios ? writeScenarioFiles(*reading, to, lost)
                                                          : put(writeSuite(*reading, form, lost), to);
    if (!written)
        return fail(written.error());
    return lost;
}

Result<bool> EvaluationReader::saveAs(const QString &path, const QString &format, const QString &to,
                                      const AnalyticsTargets &targets)
{
    const Result<EvalRun> run = readStoredRun(path);
    if (!run)
        return fail(run.error());
    const Result<QByteArray> text =
        runAs(*run, targetRows(*run, targets, run->policy.qualityThreshold), format);
    const Result<> written = text ? put(*text, to) : Result<>(fail(text.error()));
    if (!written)
        return fail(written.error());
    return true;
}

Result<bool> EvaluationReader::remove(const QString &path) const
{
    if (QFileInfo(path).absolutePath() != QFileInfo(m_options.runsFolder).absoluteFilePath())
        return fail(Errc::InvalidArgument, Tr::tr("%1 lies outside the folder of runs.").arg(path));
    const QString journal = EvalJournal::pathFor(path);
    if (const Result<JournalGlance> seen = EvalJournal::glance(journal); seen && seen->isInUse)
        return fail(Errc::InvalidArgument, Tr::tr("A process writes this run. Stop it first."));
    for (const QString &file : {path, journal, planPathFor(path)})
        if (QFile::exists(file) && !QFile::remove(file))
            return fail(Errc::Io, Tr::tr("%1 cannot be removed.").arg(file));
    return true;
}

Result<QByteArray> runAs(const EvalRun &run, const QList<TargetRow> &targets, const QString &format)
{
    if (format == u"json")
        return QJsonDocument(toJson(run, targets)).toJson(QJsonDocument::Indented);
    if (format == u"junit")
        return toJunit(run);
    const Result<ReportFormat> form = reportFormatOf(format);
    if (!form)
        return fail(form.error());
    return writeReport(reportOf(run, targets), *form);
}

} // namespace assay
