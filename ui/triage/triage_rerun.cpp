// SPDX-License-Identifier: Apache-2.0
#include "service/triage_picks.h"
#include "ui/kit/chip.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"
#include "ui/triage/choice_bar.h"
#include "ui/triage/queue_view.h"
#include "ui/triage/triage_workspace.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

QString differenceText(std::optional<float> before, std::optional<float> after)
{
    if (!before || !after)
        return Tr::tr("no score");
    const double difference = static_cast<double>(*after) - static_cast<double>(*before);
    return (difference >= 0 ? u"+"_s : u"−"_s) + QString::number(std::abs(difference), 'f', 2);
}

} // namespace

QList<std::pair<QString, Policy>> TriageWorkspace::rerunSettings() const
{
    const Policy now = m_workbench.policy();
    Policy premium = now;
    premium.cascade = false;
    Policy fast = now;
    fast.cascade = true;
    fast.confidenceThreshold = 0.0F;
    fast.autoRetry = false;
    Policy tools = premium;
    tools.mandatoryToolContext = true;
    tools.toolResultValidator = true;
    tools.responseValidator = true;
    tools.retryStrategy = RetryStrategy::ForceToolCall;
    Policy several = premium;
    several.multiStrategy = true;
    return {{Tr::tr("as set now"), now},
            {visibleLine(premium.premiumModel, 40), premium},
            {visibleLine(fast.fastModel, 40) + u", "_s + Tr::tr("no retry"), fast},
            {visibleLine(premium.premiumModel, 40) + u", "_s + Tr::tr("mandatory tool context"), tools},
            {Tr::tr("several strategies, a vote"), several}};
}

void TriageWorkspace::rerun()
{
    if (!m_shownDetail || m_queue->currentRow() == nullptr ||
        m_shownDetail->row.item.row != m_queue->currentRow()->item.row)
        return;
    const QList<std::pair<QString, Policy>> settings = rerunSettings();
    QStringList names;
    for (const auto &[name, policy] : settings)
        names.append(name);
    m_choices->ask({.title = Tr::tr("Re-run with"), .choices = names},
                   [this, settings](int choice, const QString &) {
                       if (choice >= 0 && choice < settings.size())
                           startRerun(settings.at(choice).second, settings.at(choice).first);
                   });
}

void TriageWorkspace::startRerun(const Policy &policy, const QString &settings)
{
    if (!m_shownDetail)
        return;
    const Turn &turn = m_shownDetail->turn;
    const QString id = m_workbench.rerun(turn, exchangesBefore(*m_shownDetail), policy);
    m_rerunTurns.insert(id, turn.id);
    m_reruns.insert(turn.id, {.settings = settings});
    m_detail->setRerun(m_reruns.value(turn.id));
}

void TriageWorkspace::takeFinished(const Turn &again)
{
    const QString turnId = m_rerunTurns.take(again.id);
    const auto rerun = m_reruns.find(turnId);
    if (turnId.isEmpty() || rerun == m_reruns.end())
        return;
    rerun->running = false;
    rerun->turn = again;
    if (again.answer.isEmpty())
        rerun->error = again.error.isEmpty() ? Tr::tr("The re-run gave no answer.") : again.error;
    const bool shown = m_shownDetail && m_shownDetail->turn.id == turnId;
    if (shown)
        m_detail->setRerun(*rerun);
    const QString difference =
        shown ? differenceText(m_shownDetail->turn.verdict.score, again.verdict.score)
              : scoreText(again.verdict.score ? std::optional(static_cast<double>(*again.verdict.score))
                                              : std::nullopt);
    m_host.noteFact(turnId, u"rerun"_s, rerun->settings + u", "_s + difference, m_who, this,
                    [this, turnId](const Result<bool> &noted) {
                        if (!noted)
                            tell(noted.error().message);
                        if (m_shownDetail && m_shownDetail->turn.id == turnId) {
                            m_detailOf = 0;
                            readDetail();
                        }
                    });
}

void TriageWorkspace::judgeAgain()
{
    if (!m_shownDetail || m_shownDetail->turn.answer.isEmpty())
        return;
    m_choices->ask({.title = Tr::tr("Ask the judge again, how often?"), .choices = {u"3"_s, u"5"_s, u"10"_s}},
                   [this](int choice, const QString &) {
                       askJudge(choice == 0 ? 3 : choice == 1 ? 5 : 10);
                   });
}

void TriageWorkspace::askJudge(int times)
{
    if (!m_shownDetail)
        return;
    const Turn turn = m_shownDetail->turn;
    m_judgeNotes.insert(turn.id, Tr::tr("Asking the judge %1 times …").arg(times));
    m_detail->setJudgeNote(m_judgeNotes.value(turn.id));
    m_workbench.judgeAgain(turn, times, this, [this, turn](const Result<QList<float>> &scores) {
        const bool shown = m_shownDetail && m_shownDetail->turn.id == turn.id;
        if (!scores || scores->size() < 2) {
            m_judgeNotes.insert(turn.id, scores ? Tr::tr("The judge gave too few scores to compare.")
                                                : scores.error().message);
            if (shown)
                m_detail->setJudgeNote(m_judgeNotes.value(turn.id));
            return;
        }
        const auto count = static_cast<double>(scores->size());
        const double mean = std::accumulate(scores->begin(), scores->end(), 0.0) / count;
        double squares = 0.0;
        for (const float score : *scores)
            squares += (static_cast<double>(score) - mean) * (static_cast<double>(score) - mean);
        const double variance = squares / (count - 1.0);
        const auto passed =
            std::ranges::count_if(*scores, [&](float score) { return score >= turn.verdict.threshold; });
        const QString fact =
            Tr::tr("%1 of %2 reach the threshold, mean %3, deviation %4")
                .arg(passed)
                .arg(scores->size())
                .arg(QString::number(mean, 'f', 3), QString::number(std::sqrt(variance), 'f', 3));
        m_judgeNotes.insert(turn.id, Tr::tr("Judged again: %1.").arg(fact));
        m_host.noteFact(turn.id, u"judge_again"_s, fact, m_who, this, [](const Result<bool> &) {});
        m_host.addSpread(
            {.judge = turn.policy.judgeModel, .repeats = scores->size() - 1, .variance = variance}, this,
            [this](const Result<bool> &) { relist(m_queue->current()); });
    });
}

} // namespace assay::ui
