// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "base/tr.h"
#include "command.h"
#include "process.h"
#include "session.h"
#include "turn/turn_json.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QEventLoop>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>

#include <CLI/CLI.hpp>

#include <cstdio>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds storeWait{5};
constexpr std::chrono::seconds kafkaWait{5};

QString score(const std::optional<float> &value)
{
    return value ? QString::number(static_cast<double>(*value), 'f', 2) : u"–"_s;
}

QString money(const Cost &cost)
{
    return (cost.estimated ? u"≈"_s : QString()) + formatUsd(cost.amount);
}

QString milliseconds(std::chrono::microseconds time)
{
    return u"%1 ms"_s.arg(static_cast<double>(time.count()) / 1000.0, 0, 'f', 1);
}

void printSources(const Turn &turn)
{
    QStringList lines;
    for (const Evidence &evidence : turn.evidence)
        if (evidence.cited)
            lines.append(u"  [%1] %2  (%3)"_s.arg(evidence.label, evidence.title, evidence.sourceId));
    if (lines.isEmpty())
        return;
    printLine(u'\n' + Tr::tr("Sources"));
    printLine(lines.join(u'\n'));
}

/// @param said what was said of the whole turn already; not said again
void printAttempt(const Attempt &attempt, const QString &said)
{
    const Candidate *chosen = attempt.chosen();
    if (!chosen) {
        printLine(attempt.error == said
                      ? Tr::tr("  attempt %1  no answer").arg(attempt.number)
                      : Tr::tr("  attempt %1  no answer: %2").arg(attempt.number).arg(attempt.error));
        return;
    }
    const Scores scores = chosen->judgement ? chosen->judgement->scores : Scores{};
    printLine(Tr::tr("  attempt %1  %2  %3   accuracy %4  relevance %5  completeness %6   %7  %8  %9")
                  .arg(attempt.number)
                  .arg(score(scores.overall), attempt.verdict.passed ? Tr::tr("pass") : Tr::tr("fail"))
                  .arg(score(scores.accuracy), score(scores.relevance), score(scores.completeness),
                       chosen->model, money(attempt.cost), milliseconds(attempt.latency)));
    printLine(u"             %1"_s.arg(attempt.verdict.reason));
    if (!attempt.changes.isEmpty())
        printLine(Tr::tr("             changed: %1").arg(attempt.changes.join(u", "_s)));
    if (attempt.candidates.size() > 1)
        for (const Candidate &one : attempt.candidates)
            printLine(u"             %1 %2  %3  %4"_s.arg(
                one.chosen ? u"*"_s : u" "_s, one.path, one.model,
                score(one.judgement ? one.judgement->scores.overall : std::nullopt)));
    if (chosen->judgement && !chosen->judgement->issues.isEmpty())
        printLine(Tr::tr("             issues: %1").arg(chosen->judgement->issues.join(u", "_s)));
}

void printTurn(const Turn &turn)
{
    if (!turn.answer.isEmpty())
        printLine(turn.answer);
    if (!turn.error.isEmpty())
        printError(turn.error);
    if (turn.attempts.isEmpty())
        return; // refused before anything was sent: there is nothing to break down
    printSources(turn);
    printLine(Tr::tr("\nScore breakdown (threshold %1, %2)")
                  .arg(score(turn.verdict.threshold),
                       turn.verdict.passed ? Tr::tr("passed") : Tr::tr("not passed")));
    for (const Attempt &attempt : turn.attempts)
        printAttempt(attempt, turn.error);
    printLine(Tr::tr("\nRoute    %1").arg(turn.route.reason));
    if (turn.offline)
        printLine(Tr::tr("Offline  answered by the embedded model; nothing left this machine."));
    printLine(Tr::tr("Cost     %1   latency %2   thread %3   turn %4   policy revision %5")
                  .arg(money(turn.cost), milliseconds(turn.latency), turn.threadId, turn.id,
                       QString::number(turn.policy.revision)));
}

int exitCodeOf(const Turn &turn)
{
    switch (turn.status) {
    case TurnStatus::Passed: return exitOk;
    case TurnStatus::Failed: return turn.verdict.score ? exitGateFailed : exitError;
    case TurnStatus::Running:
    case TurnStatus::Cancelled:
    case TurnStatus::Errored: return exitError;
    }
    Q_UNREACHABLE();
}

/// "-" reads the question from standard input, so that it need not stand in the process list.
QString questionFrom(const std::string &argument)
{
    if (argument != "-")
        return QString::fromStdString(argument);
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(input.readAll());
}

/// Is there such a thread? Says so and names the nearest when there is none.
bool threadExists(Workbench &workbench, const QString &id)
{
    workbench.drain(storeWait); // a turn of a moment ago may still be on its way into the store
    std::optional<Result<QList<Turn>>> turns;
    std::optional<Result<QList<ThreadSummary>>> threads;
    QEventLoop loop;
    workbench.readTurns(id, &loop, [&](const Result<QList<Turn>> &read) { turns = read; });
    workbench.readThreads(QString(), &loop, [&](const Result<QList<ThreadSummary>> &read) {
        threads = read;
        loop.quit();
    });
    loop.exec();
    if (!turns || !*turns) // a store that cannot be read is said elsewhere; it is no reason not to ask
        return true;
    if (!turns->value().isEmpty())
        return true;
    QStringList ids;
    if (threads && *threads)
        for (const ThreadSummary &thread : threads->value())
            ids.append(thread.id);
    const QString nearest = nearestOf(id, ids);
    QString text = Tr::tr("There is no thread %1.").arg(id);
    if (!nearest.isEmpty())
        text += u' ' + Tr::tr("Did you mean %1?").arg(nearest);
    printError(text + u' ' + Tr::tr("--new-thread begins one under this id."));
    return false;
}

} // namespace

int runAsk(int argc, char **argv)
{
    CLI::App cli{"Asks one question and prints the answer with its score breakdown.\n"
                 "Exit code: 0 the quality gate passed, 3 it did not, 1 an error.",
                 "assay ask"};
    CommonOptions options;
    std::string question;
    std::string thread;
    bool json = false;
    bool newThread = false;
    cli.add_option("question", question, "the question; - reads it from standard input")->required();
    addCommonOptions(cli, options);
    cli.add_option("--thread", thread, "go on in this thread")->type_name("ID");
    cli.add_flag("--new-thread", newThread, "begin the thread named with --thread, if there is none yet");
    cli.add_flag("--json", json, "print the whole turn as JSON");
    if (const std::optional<int> code = parseArguments(cli, argc, argv))
        return *code;

    QCoreApplication application(argc, argv);
    std::optional<Session> session = startSession(options);
    if (!session)
        return exitError;
    Workbench &workbench = *session->workbench;

    Turn finished;
    QObject::connect(&workbench, &Workbench::turnFinished, &application, [&](const Turn &turn) {
        finished = turn;
        QCoreApplication::quit();
    });
    QObject::connect(&workbench, &Workbench::noticed, &application,
                     [](const Notice &notice) { printError(notice.text); });
    const QString threadId = QString::fromStdString(thread);
    if (!threadId.isEmpty() && !newThread && !threadExists(workbench, threadId))
        return exitError;
    const QString turnId = workbench.ask(threadId, questionFrom(question));
    InterruptGuard interrupt;
    QObject::connect(&interrupt, &InterruptGuard::interrupted, &application, [&] { workbench.stop(turnId); });
    QCoreApplication::exec();

    if (json)
        std::printf("%s\n", QJsonDocument(toJson(finished)).toJson(QJsonDocument::Indented).constData());
    else
        printTurn(finished);
    if (!workbench.drain(storeWait))
        printError(
            Tr::tr("The turn is in the log, but the store has not taken it in yet; the next start will."));
    if (const qint64 waiting = workbench.waitForKafka(kafkaWait); waiting > 0)
        printError(Tr::tr("%n message(s) wait here and are sent to Kafka when it answers. %1", nullptr,
                          static_cast<int>(waiting))
                       .arg(workbench.kafkaTrouble()));
    return exitCodeOf(finished);
}

} // namespace assay::app
