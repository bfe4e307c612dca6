// SPDX-License-Identifier: Apache-2.0
// `assay prompts edit`, `promote`, `rollback` and `examples`: what changes.
#include "base/tr.h"
#include "command.h"
#include "commands/learn_command.h"
#include "commands/prompts_command.h"
#include "service/paths.h"
#include "store/sqlite_store.h"

#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryFile>

#include <cstdio>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

/// The text after the operator's editor ended. The file is left where the text cannot be kept.
Result<QString> editedText(const QString &name, const QString &before, QTemporaryFile &file)
{
    QString editor = qEnvironmentVariable("VISUAL", qEnvironmentVariable("EDITOR"));
    if (editor.trimmed().isEmpty())
        return fail(Errc::InvalidArgument,
                    Tr::tr("No editor is named. Set EDITOR, or give the text with --file FILE or --file -."));
    QStringList command = QProcess::splitCommand(editor);
    file.setFileTemplate(u"%1/assay-%2-XXXXXX.md"_s.arg(QDir::tempPath(), name));
    if (!file.open() || file.write(before.toUtf8() + '\n') < 0 || !file.flush())
        return fail(Errc::Io, Tr::tr("%1 cannot be written: %2.").arg(file.fileName(), file.errorString()));
    QProcess process;
    process.setProgram(command.takeFirst());
    process.setArguments(command << file.fileName());
    process.setInputChannelMode(QProcess::ForwardedInputChannel);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start();
    const bool ended = process.waitForFinished(-1);
    if (!ended || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return fail(Errc::Io, Tr::tr("The editor %1 failed, so nothing was kept.").arg(editor));
    QFile written(file.fileName()); // an editor may have put another file in its place
    if (!written.open(QIODevice::ReadOnly))
        return fail(Errc::Io, Tr::tr("%1 cannot be read: %2.").arg(file.fileName(), written.errorString()));
    return QString::fromUtf8(written.readAll());
}

int keepText(const PromptsOptions &options, PromptKind kind, const QString &text)
{
    PromptRegistry registry = promptRegistry();
    const Result<QList<PromptVersion>> before = registry.versions(kind);
    if (!before)
        return failed(before.error());
    const Result<PromptVersion> kept =
        registry.keep(kind, text, whoAmI(), QString::fromStdString(options.note));
    if (!kept)
        return failed(kept.error());
    const bool isNew = kept->version > before->size();
    const QString name = QString::fromLatin1(promptTemplate(kind).name);
    if (options.json)
        std::fputs(QJsonDocument(QJsonObject{{u"template"_s, name},
                                             {u"version"_s, kept->version},
                                             {u"hash"_s, kept->hash},
                                             {u"new"_s, isNew}})
                       .toJson()
                       .constData(),
                   stdout);
    else if (isNew)
        printLine(Tr::tr("Kept as version %1 (%2). To put it in force: assay prompts promote %3 %1")
                      .arg(QString::number(kept->version), kept->hash.left(8), name));
    else
        printLine(Tr::tr("This is version %1, so nothing new was kept.").arg(kept->version));
    return exitOk;
}

/// The turns that were named. @errors NotFound, and those without an answer
Result<QList<PromptExample>> namedTurns(Store &store, const std::vector<std::string> &ids)
{
    QList<PromptExample> all;
    for (const std::string &id : ids) {
        const Result<Turn> turn = store.turn(QString::fromStdString(id));
        if (!turn)
            return fail(turn.error());
        if (turn->answer.trimmed().isEmpty())
            return fail(Errc::InvalidArgument, Tr::tr("Turn %1 has no answer.").arg(turn->id));
        all.append({.turnId = turn->id, .question = turn->question, .answer = turn->answer});
    }
    return all;
}

void printExamples(const QList<PromptExample> &examples, bool json)
{
    QJsonArray list;
    for (const PromptExample &one : examples) {
        list.append(
            QJsonObject{{u"turn"_s, one.turnId}, {u"question"_s, one.question}, {u"answer"_s, one.answer}});
        if (!json)
            printLine(u"%1  %2"_s.arg(one.turnId.leftJustified(14), one.question.simplified().left(90)));
    }
    if (json)
        std::fputs(QJsonDocument(list).toJson().constData(), stdout);
}

} // namespace

int promptsEdit(const PromptsOptions &options)
{
    const Result<PromptKind> kind = promptKind(options.name);
    if (!kind)
        return failed(kind.error());
    if (!options.first.empty()) {
        const Result<ChosenPrompt> given = promptFor(*kind, options.first);
        return given ? keepText(options, *kind, given->text) : failed(given.error());
    }
    const Result<ChosenPrompt> before = promptFor(*kind, options.second);
    if (!before)
        return failed(before.error());
    QTemporaryFile file;
    const Result<QString> text = editedText(before->use.name, before->text, file);
    if (!text)
        return failed(text.error());
    if (const Result<> good = acceptPrompt(*kind, *text); !good) {
        file.setAutoRemove(false);
        printError(good.error().message);
        printError(Tr::tr("Nothing was kept. Your text is in %1.").arg(file.fileName()));
        return exitError;
    }
    return keepText(options, *kind, *text);
}

int promptsPromote(const PromptsOptions &options)
{
    const Result<PromptKind> kind = promptKind(options.name);
    if (!kind)
        return failed(kind.error());
    const Result<ChosenPrompt> chosen = promptFor(*kind, options.first);
    if (!chosen)
        return failed(chosen.error());
    if (chosen->use.version == 0)
        return failed(
            {.message = Tr::tr("This text is no version yet: keep it with `assay prompts edit` first.")});
    const Result<PromptEvent> done =
        promptRegistry().promote(*kind, chosen->use.version, whoAmI(), QString::fromStdString(options.note));
    if (!done)
        return failed(done.error());
    printLine(Tr::tr("%1 v%2 (%3) is in force from the next turn on; before it was v%4.")
                  .arg(chosen->use.name, QString::number(done->version), done->hash.left(8),
                       QString::number(done->replaced)));
    return exitOk;
}

int promptsRollback(const PromptsOptions &options)
{
    const Result<PromptKind> kind = promptKind(options.name);
    if (!kind)
        return failed(kind.error());
    const Result<PromptEvent> done = promptRegistry().rollBack(*kind, whoAmI());
    if (!done)
        return failed(done.error());
    printLine(Tr::tr("From the next turn on %1 is v%2 (%3) again, instead of v%4.")
                  .arg(QString::fromStdString(options.name), QString::number(done->version),
                       done->hash.left(8), QString::number(done->replaced)));
    return exitOk;
}

int promptsExamples(const PromptsOptions &options)
{
    const Result<std::unique_ptr<Store>> store = openReadOnly(Paths::standard().store());
    if (!store)
        return failed(store.error());
    const QString like = QString::fromStdString(options.like);
    const Result<QList<PromptExample>> examples = options.turns.empty()
                                                      ? goodTurns(**store, like, options.count, {})
                                                      : namedTurns(**store, options.turns);
    if (!examples)
        return failed(examples.error());
    if (examples->isEmpty())
        return failed(
            {.code = Errc::NotFound,
             .message = Tr::tr("No turn with an answer is labelled good yet. Label some in Triage or Ask, "
                               "or name turns with --turn.")});
    if (!options.keep) {
        printExamples(*examples, options.json);
        return exitOk;
    }
    const Result<ChosenPrompt> shipped = promptFor(PromptKind::Examples, "1");
    if (!shipped)
        return failed(shipped.error());
    const ExamplePool pool{.introduction = shipped->text, .nearest = options.nearest, .examples = *examples};
    return keepText(options, PromptKind::Examples, examplesText(pool));
}

} // namespace assay::app
