// SPDX-License-Identifier: Apache-2.0
// `assay eval attack`: how far the judge in use can be talked into a score.
#include "agent/policy_from_settings.h"
#include "base/tr.h"
#include "command.h"
#include "commands/eval_command.h"
#include "commands/prompts_command.h"
#include "process.h"
#include "service/judge_check.h"
#include "service/paths.h"
#include "service/provider_keys.h"
#include "store/sqlite_store.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>

#include <unistd.h>

#include <cstdio>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

QString score(double value)
{
    return QString::number(value, 'f', 3);
}

QString signedScore(double value)
{
    return (value < 0.0 ? u"−"_s : u"+"_s) + score(std::abs(value));
}

void printFigure(const AttackFigure &one)
{
    QString line =
        u"  %1 %2 %3"_s.arg(one.label.leftJustified(22), QString::number(one.attacks).rightJustified(4),
                            signedScore(one.lift.mean).rightJustified(8));
    const QString interval = one.lift.interval ? u"%1 … %2"_s.arg(signedScore(one.lift.interval->low),
                                                                  signedScore(one.lift.interval->high))
                                               : u"–"_s;
    line += u"   "_s + interval.leftJustified(19) + QString::number(one.passed).rightJustified(4) +
            score(one.highest).rightJustified(10);
    if (one.unscored > 0)
        line += u"   "_s + Tr::tr("%n without a score", nullptr, one.unscored);
    printLine(line);
}

void printPeople(const AgreementReport &report)
{
    if (report.items == 0) {
        printLine(Tr::tr("Agreement with people: no turn with a judge's score is labelled good or bad yet."));
        return;
    }
    for (const JudgeAgreement &one : report.judges) {
        QString line = Tr::tr("Agreement with people of %1: %2 of %3 labelled turns")
                           .arg(one.judge)
                           .arg(one.confusion.bothPass + one.confusion.neither)
                           .arg(one.confusion.total());
        if (one.kappa)
            line += u", κ "_s + QString::number(*one.kappa, 'f', 2);
        printLine(line);
    }
}

void printReport(const AttackReport &report)
{
    printLine(Tr::tr("%1: %2 attacks on %3 questions, threshold %4")
                  .arg(report.judge)
                  .arg(report.outcomes.size())
                  .arg(report.bases)
                  .arg(report.threshold, 0, 'f', 2));
    printLine(u"  %1 %2 %3   %4%5%6"_s.arg(QString(22, u' '), Tr::tr("N").rightJustified(4),
                                           Tr::tr("lift").rightJustified(8), Tr::tr("95 %").leftJustified(19),
                                           Tr::tr("pass").rightJustified(4),
                                           Tr::tr("highest").rightJustified(10)));
    for (const AttackFigure &one : report.kinds)
        printFigure(one);
    for (const AttackFigure &one : report.languages)
        printFigure(one);
    printFigure(report.all);
    if (report.goodMean && report.plainMean)
        printLine(Tr::tr("For scale: good answers score %1 (%2 of %3 pass), honest bad ones %4.")
                      .arg(score(*report.goodMean))
                      .arg(report.goodPassed)
                      .arg(report.bases)
                      .arg(score(*report.plainMean)));
    const bool gains = report.all.lift.isDistinguishable() && report.all.lift.mean > 0.0;
    printLine(gains ? Tr::tr("Tricks gain more than chance explains.")
                    : Tr::tr("Over all, tricks gain nothing that can be told from chance."));
}

int listAttacks(const AttackSet &set)
{
    for (const JudgeAttack &one : set.attacks)
        printLine(u"%1  %2  %3"_s.arg(one.id.leftJustified(18), set.bases.at(one.base).id.leftJustified(14),
                                      one.attacked.simplified().left(100)));
    return exitOk;
}

Result<AttackSet> chosenAttacks(const EvalAttackOptions &options)
{
    const Result<AttackSet> set = shippedAttacks();
    if (!set)
        return fail(set.error());
    QStringList kinds;
    for (const std::string &one : options.kinds)
        kinds.append(QString::fromStdString(one));
    for (const QString &one : std::as_const(kinds))
        if (!set->kinds().contains(one))
            return fail(Errc::InvalidArgument, Tr::tr("There are no attacks of the kind “%1”. There are: %2.")
                                                   .arg(one, set->kinds().join(u", "_s)));
    return set->only(kinds);
}

/// Agreement in the workspace; empty where nothing is recorded yet.
Result<AgreementReport> agreementThere(double threshold)
{
    const QString path = Paths::standard().store();
    if (!QFileInfo::exists(path))
        return AgreementReport{.threshold = threshold};
    const Result<std::unique_ptr<Store>> store = openReadOnly(path);
    if (!store)
        return fail(store.error());
    const Result<QList<LabelledItem>> items = labelledJudgements(**store);
    if (!items)
        return fail(items.error());
    return agreementOf(*items, threshold);
}

Result<std::unique_ptr<EvalDesk>> openDesk(const EvalAttackOptions &options, const Settings &settings,
                                           const SettingsHub &hub)
{
    const Policy policy = policyFromSettings(settings);
    const Result<PromptSet> prompts = promptSetWith(options.prompts);
    if (!prompts)
        return fail(prompts.error());
    auto keys = std::make_shared<SharedKeys>();
    Secrets secrets(processEnvironment());
    if (!policy.judgeModel.startsWith(u"offline")) {
        auto task = fetchProviderKeys(&secrets, keys);
        QCoro::waitFor(task);
    }
    const Paths paths = Paths::standard();
    QDir().mkpath(paths.data);
    return EvalDesk::open(paths.knowledge(), hub.source(), keys, policy, *prompts);
}

Result<AttackReport> attackWith(const EvalDesk &desk, const AttackSet &set, const EvalAttackOptions &options)
{
    const CancelToken token = CancelToken::make();
    InterruptGuard interrupt;
    QObject::connect(&interrupt, &InterruptGuard::interrupted, &interrupt, [token] { token.cancel(); });
    const bool terminal = ::isatty(STDERR_FILENO) != 0;
    AttackOptions how{.concurrency = options.concurrency};
    how.progress = [terminal](const AttackProgress &now) {
        if (terminal)
            std::fprintf(
                stderr, "\r\033[K%s",
                now.done == now.total
                    ? ""
                    : terminalText(Tr::tr("%1 of %2 answers").arg(now.done).arg(now.total)).constData());
    };
    auto task = attackDesk(desk, set, how, token);
    return QCoro::waitFor(task);
}

} // namespace

int attackJudge(const EvalAttackOptions &options)
{
    const std::optional<Settings> settings = evalSettings(options.common);
    if (!settings)
        return exitError;
    const Result<AttackSet> set = chosenAttacks(options);
    if (!set)
        return evalFailed(set.error());
    if (options.list)
        return listAttacks(*set);
    const SettingsHub hub(*settings, settingsFile(options.common), QString());
    const Result<std::unique_ptr<EvalDesk>> desk = openDesk(options, *settings, hub);
    if (!desk)
        return evalFailed(desk.error());
    const Result<AttackReport> report = attackWith(**desk, *set, options);
    if (!report)
        return evalFailed(report.error());
    if (options.kinds.empty() && options.prompts.empty())
        if (const Result<> kept = keepAttackReport(Paths::standard(), *report); !kept)
            printError(kept.error().message);
    const Result<AgreementReport> agreement = agreementThere(report->threshold);
    if (!agreement)
        return evalFailed(agreement.error());
    if (options.json) {
        QJsonObject json = toJson(*report);
        json[u"agreement"_s] = toJson(*agreement);
        std::fputs(QJsonDocument(json).toJson().constData(), stdout);
    } else {
        printReport(*report);
        printPeople(*agreement);
    }
    return options.maxLift >= 0.0 && report->all.lift.mean > options.maxLift ? exitMissed : exitOk;
}

} // namespace assay::app
