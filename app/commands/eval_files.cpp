// SPDX-License-Identifier: Apache-2.0
#include "base/tr.h"
#include "command.h"
#include "commands/eval_command.h"
#include "eval/agreement.h"
#include "eval/promptfoo.h"
#include "eval/suite_reader.h"
#include "eval/suite_writer.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QSaveFile>

#include <cstdio>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

Result<QByteArray> contentOf(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    const bool open = path == "-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open)
        return fail(Errc::Io,
                    Tr::tr("%1 cannot be read: %2.").arg(QString::fromStdString(path), file.errorString()));
    return file.readAll();
}

int put(const QByteArray &text, const std::string &output)
{
    if (output.empty()) {
        std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
        return exitOk;
    }
    QSaveFile file(QString::fromStdString(output));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return evalFailed(
            {.code = Errc::Io,
             .message = Tr::tr("%1 cannot be written: %2.").arg(file.fileName(), file.errorString())});
    return exitOk;
}

QString countsText(const Suite &suite)
{
    QMap<QString, int> counts;
    for (const Scenario &one : suite.scenarios)
        ++counts[one.category];
    QStringList parts;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        parts.append(u"%1 %2"_s.arg(*it).arg(it.key().isEmpty() ? Tr::tr("without category") : it.key()));
    return parts.join(u", "_s);
}

int listShipped(bool json)
{
    QJsonArray all;
    for (const QString &name : shippedSuites()) {
        const std::optional<Suite> suite = suiteFor(name.toStdString());
        if (!suite)
            return exitError;
        if (json)
            all.append(QJsonObject{{u"name"_s, suite->name},
                                   {u"description"_s, suite->description},
                                   {u"scenarios"_s, suite->scenarios.size()}});
        else
            printLine(u"%1 %2  %3\n    %4"_s.arg(name, -20)
                          .arg(suite->scenarios.size(), 4)
                          .arg(suite->description, countsText(*suite)));
    }
    if (json)
        std::printf("%s", QJsonDocument(all).toJson(QJsonDocument::Indented).constData());
    return exitOk;
}

QString figure(const std::optional<double> &value)
{
    return value ? QString::number(*value, 'f', 3) : u"–"_s;
}

void printReport(const AgreementReport &report)
{
    printLine(Tr::tr("%n labels; an answer passes from %1", nullptr, static_cast<int>(report.items))
                  .arg(report.threshold));
    for (const JudgeAgreement &one : report.judges) {
        printLine(u"\n"_s + one.judge);
        QString accuracy = figure(one.accuracy);
        if (one.accuracyInterval)
            accuracy +=
                u" "_s + Tr::tr("(95 % %1 … %2)")
                             .arg(figure(one.accuracyInterval->low), figure(one.accuracyInterval->high));
        printLine(Tr::tr("  accuracy %1").arg(accuracy));
        printLine(Tr::tr("  Cohen's kappa %1   Krippendorff's alpha %2   Pearson %3   Spearman %4   bias %5")
                      .arg(figure(one.kappa), figure(one.alpha), figure(one.pearson), figure(one.spearman),
                           figure(one.bias)));
        printLine(Tr::tr("  both pass %1   judge alone %2   people alone %3   neither %4")
                      .arg(one.confusion.bothPass)
                      .arg(one.confusion.judgeOnly)
                      .arg(one.confusion.humanOnly)
                      .arg(one.confusion.neither));
    }
    printLine(u'\n' +
              Tr::tr("Krippendorff's alpha of all judges and people (pass or fail): %1; of the judges' "
                     "scores: %2")
                  .arg(figure(report.amongAll), figure(report.amongJudges)));
}

} // namespace

int listSuites(const EvalFileOptions &options)
{
    if (!evalSettings(options.common))
        return exitError;
    if (options.source.empty())
        return listShipped(options.json);
    const std::optional<Suite> suite = suiteFor(options.source);
    if (!suite)
        return exitError;
    for (const Scenario &one : suite->scenarios)
        printLine(options.json ? QString::fromUtf8(QJsonDocument(toJson(one)).toJson(QJsonDocument::Compact))
                               : u"%1 %2 %3"_s.arg(one.id, -34).arg(one.category, -15).arg(one.query));
    if (!options.json)
        printLine(Tr::tr("%n scenarios", nullptr, static_cast<int>(suite->scenarios.size())));
    return exitOk;
}

int importSuite(const EvalFileOptions &options)
{
    if (!evalSettings(options.common))
        return exitError;
    const QString name = QString::fromStdString(options.source);
    QStringList lost;
    const Result<QByteArray> text =
        QFileInfo(name).isDir() ? Result<QByteArray>(QByteArray()) : contentOf(options.source);
    if (!text)
        return evalFailed(text.error());
    Result<SuiteImport> import = fail(Errc::InvalidArgument, {});
    if (!text->isEmpty())
        import = importPromptfoo(*text, name);
    if (!import) { // not promptfoo's: one of the forms that need no import, written as YAML
        const SuiteReading reading = readSuitePath(name);
        if (!reading) {
            for (const SettingProblem &problem : reading.error())
                printError(problem.text());
            return exitError;
        }
        import = SuiteImport{.suite = *reading};
    }
    for (const QString &note : import->notes)
        printError(note);
    const int code = put(writeSuite(import->suite, SuiteForm::Yaml, lost), options.output);
    if (code == exitOk && !options.output.empty())
        printLine(
            Tr::tr("%n scenarios written to %1", nullptr, static_cast<int>(import->suite.scenarios.size()))
                .arg(QString::fromStdString(options.output)));
    return code;
}

int exportSuite(const EvalFileOptions &options)
{
    if (!evalSettings(options.common))
        return exitError;
    const std::optional<Suite> suite = suiteFor(options.source);
    const std::optional<SuiteForm> form = suiteForm(QString::fromStdString(options.form));
    if (!suite || !form)
        return exitError;
    QStringList lost;
    int code = exitOk;
    if (*form == SuiteForm::Scenarios) {
        if (options.output.empty())
            return evalFailed({.message = Tr::tr("Give --output: scenario files are a folder.")});
        const Result<> written = writeScenarioFiles(*suite, QString::fromStdString(options.output), lost);
        code = written ? exitOk : evalFailed(written.error());
    } else {
        code = put(writeSuite(*suite, *form, lost), options.output);
    }
    if (!lost.isEmpty())
        printError(Tr::tr("The form cannot hold everything; left out: %1").arg(u'\n' + lost.join(u'\n')));
    return code;
}

int printAgreement(const EvalFileOptions &options)
{
    const std::optional<Settings> settings = evalSettings(options.common);
    if (!settings)
        return exitError;
    std::optional<EvalRun> run;
    if (!options.results.empty()) {
        Result<EvalRun> read = readEvalRun(QString::fromStdString(options.results));
        if (!read)
            return evalFailed(read.error());
        run = std::move(*read);
    }
    const Result<QByteArray> text = contentOf(options.source);
    if (!text)
        return evalFailed(text.error());
    const Result<QList<LabelledItem>> items =
        readLabels(*text, QString::fromStdString(options.source), run ? &*run : nullptr);
    if (!items)
        return evalFailed(items.error());
    const double threshold =
        options.threshold >= 0.0 ? options.threshold : settings->get("quality.threshold"_setting);
    const AgreementReport report = agreementOf(*items, threshold);
    if (options.json)
        std::printf("%s", QJsonDocument(toJson(report)).toJson(QJsonDocument::Indented).constData());
    else
        printReport(report);
    return exitOk;
}

} // namespace assay::app
