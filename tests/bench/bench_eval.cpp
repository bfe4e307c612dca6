// SPDX-License-Identifier: Apache-2.0
// How near the runner of evaluations comes to the ideal when each model call takes 100 ms, and how long the
// comparison of two runs takes.
//
//     bench_eval [ROUNDS]
//
// The runner asks the real agent, whose model is a server of this process that answers after 100 ms; the
// journal is written. Ideal: ROUNDS × 100 ms for ROUNDS × 50 scenarios, 50 at a time.
#include "agent/policy_from_settings.h"
#include "bench/figures.h"
#include "eval/eval_journal.h"
#include "eval/paired.h"
#include "resources.h"
#include "service/eval_crew.h"
#include "settings/settings_hub.h"
#include "support/scripted_server.h"

#include <QCoro/QCoroTask>
#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QTemporaryDir>

#include <cstdio>

using namespace assay;
using namespace assay::app;
using namespace Qt::StringLiterals;

namespace {

constexpr int concurrent = 50;
constexpr std::chrono::milliseconds latency{100};

double milliseconds(const QElapsedTimer &watch)
{
    return static_cast<double>(watch.nsecsElapsed()) / 1e6;
}

QList<Scenario> scenarios(int count)
{
    QList<Scenario> all;
    for (int i = 0; i < count; ++i)
        all.append({.id = u"s%1"_s.arg(i),
                    .query = u"How long do card refunds take?"_s,
                    .contains = {u"business days"_s},
                    .qualityThreshold = 0.0F});
    return all;
}

/// @return milliseconds for `rounds` × 50 scenarios
double runOnce(EvalCrew &crew, EvalJournal &journal, int rounds, int &failed)
{
    QElapsedTimer watch;
    watch.start();
    auto task = runScenarios(scenarios(rounds * concurrent), {}, crew.answerer(0),
                             [&](const ScenarioResult &one) {
                                 failed += one.passed ? 0 : 1;
                                 return journal.append(one, {});
                             },
                             {.concurrency = concurrent}, {});
    const Result<RunEnd> end = QCoro::waitFor(task);
    if (!end)
        qFatal("%s", qPrintable(end.error().message));
    return milliseconds(watch);
}

/// @param desks threads that agents work on
void measureRunner(int rounds, int desks)
{
    test::ScriptedServer server;
    server.setFallback(
        test::openAiStream({u"Card refunds arrive within "_s, u"five to seven business days [1]."_s})
            .after(latency));
    QTemporaryDir folder;
    const SettingsSources sources{
        .file = folder.filePath(u"none.toml"_s),
        .assignments = {u"models.llamacpp_base_url="_s + server.url(u"/v1"_s).toString(),
                        u"agent.fast_model=llamacpp/scripted"_s, u"agent.premium_model=llamacpp/scripted"_s,
                        u"cost.rate_limit_per_second=0"_s, u"quality.max_retries=0"_s}};
    SettingsHub hub(*loadSettings(sources), sources.file, folder.path());
    const auto crew = EvalCrew::open({.knowledgePath = folder.filePath(u"knowledge.db"_s),
                                      .settings = hub.source(),
                                      .keys = std::make_shared<SharedKeys>(),
                                      .policy = policyFromSettings(hub.current())},
                                     desks);
    const auto journal = EvalJournal::open(folder.filePath(u"journal"_s), {}, rounds * concurrent, true);
    if (!crew || !journal)
        qFatal("the bench cannot be set up");
    int failed = 0;
    runOnce(**crew, **journal, 2, failed); // connections and caches
    Samples shares;
    for (int repetition = 0; repetition < 5; ++repetition)
        shares.push_back(100.0 * rounds * static_cast<double>(latency.count()) /
                         runOnce(**crew, **journal, rounds, failed));
    const auto [least, most] = std::ranges::minmax(shares);
    std::printf("runner, 50 at a time against 100 ms, %d scenarios, %d desk(s)   %.1f %% of ideal (%.1f – "
                "%.1f), failed "
                "%d\n",
                rounds * concurrent, desks, percentile(shares, 0.5), least, most, failed);
}

void measureBootstrap()
{
    std::vector<double> differences(10'000);
    quint64 state = 7;
    for (double &one : differences) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        one = static_cast<double>(state >> 40U) / static_cast<double>(1U << 24U) - 0.49;
    }
    Samples times;
    for (int repetition = 0; repetition < 5; ++repetition) {
        QElapsedTimer watch;
        watch.start();
        const PairedDifference result = pairedDifference(differences);
        times.push_back(milliseconds(watch));
        if (result.pairs != 10'000)
            qFatal("not all pairs were taken");
    }
    std::printf("comparison of 10,000 pairs, 10,000 resamples          median %.0f ms, most %.0f ms\n",
                percentile(times, 0.5), *std::ranges::max_element(times));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    initAssayResources();
    const int rounds = argc > 1 ? std::max(1, QByteArray(argv[1]).toInt()) : 20;
    measureRunner(rounds, 1);
    if (const int desks = EvalCrew::desksFor(concurrent); desks > 1)
        measureRunner(rounds, desks);
    measureBootstrap();
    return 0;
}
