// SPDX-License-Identifier: Apache-2.0
// How near 50 concurrent turns come to the ideal throughput when each model call takes 100 ms.
//
//     bench_concurrency [ROUNDS]
//
// Two loads through the whole workbench: rounds (50 turns start at once, the next 50 when all have
// finished) and a closed loop (50 operators, each asks again at once); each with and without the log.
#include "bench/figures.h"
#include "common_options.h"
#include "resources.h"
#include "service/workbench.h"
#include "support/scripted_server.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QEventLoop>
#include <QtCore/QTemporaryDir>

#include <cstdio>
#include <ctime>

using namespace assay;
using namespace assay::app;
using namespace Qt::StringLiterals;

namespace {

constexpr int concurrent = 50;
constexpr std::chrono::milliseconds latency{100};

double processCpuMs()
{
    timespec used{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) * 1e3 + static_cast<double>(used.tv_nsec) / 1e6;
}

QStringList assignments(const test::ScriptedServer &server, bool search)
{
    return {u"models.llamacpp_base_url="_s + server.url(u"/v1"_s).toString(),
            u"agent.fast_model=llamacpp/scripted"_s,
            u"agent.premium_model=llamacpp/scripted"_s,
            u"cost.rate_limit_per_second=0"_s,
            u"quality.max_retries=0"_s,
            u"cost.confidence_threshold="_s + (search ? u"1"_s : u"0"_s)};
}

/// Turns through the workbench, `concurrent` at a time.
class Load
{
public:
    Load(Workbench &workbench, bool closedLoop) : m_workbench(workbench), m_closedLoop(closedLoop)
    {
        m_connection = QObject::connect(&workbench, &Workbench::turnFinished, &workbench,
                                        [this](const Turn &turn) { finished(turn); });
    }
    ~Load() { QObject::disconnect(m_connection); }

    /// @return milliseconds from the first question to the last answer
    double run(int rounds)
    {
        m_left = rounds * concurrent;
        m_unfinished = m_left;
        QElapsedTimer watch;
        watch.start();
        startRound();
        if (m_unfinished > 0)
            m_loop.exec();
        return static_cast<double>(watch.nsecsElapsed()) / 1e6;
    }

    int failures() const { return m_failures; }
    const Samples &turnTimes() const { return m_times; }

private:
    void startRound()
    {
        for (int i = 0; i < concurrent && m_left > 0; ++i)
            askOne();
    }

    void askOne()
    {
        --m_left;
        ++m_running;
        m_workbench.ask({}, u"How long do card refunds take?"_s);
    }

    void finished(const Turn &turn)
    {
        --m_running;
        m_failures += turn.error.isEmpty() && !turn.answer.isEmpty() ? 0 : 1;
        m_times.push_back(static_cast<double>(turn.latency.count()) / 1e3);
        if (--m_unfinished == 0)
            m_loop.quit();
        else if (m_closedLoop && m_left > 0)
            askOne();
        else if (!m_closedLoop && m_running == 0)
            startRound();
    }

    Workbench &m_workbench;
    bool m_closedLoop;
    QMetaObject::Connection m_connection;
    QEventLoop m_loop;
    Samples m_times;
    int m_left = 0;
    int m_running = 0;
    int m_unfinished = 0;
    int m_failures = 0;
};

void measureLoad(const QString &name, test::ScriptedServer &server, const QStringList &settings,
                 bool closedLoop, int rounds)
{
    QTemporaryDir folder;
    SettingsSources sources{.file = folder.filePath(u"none.toml"_s), .assignments = settings};
    SettingsHub hub(*loadSettings(sources), sources.file, folder.path());
    Secrets secrets{Variables{}};
    const auto workbench = Workbench::open(
        {.data = folder.filePath(u"data"_s), .state = folder.filePath(u"state"_s)}, hub, secrets);
    Load(*workbench, closedLoop).run(2); // connections, caches, knowledge index
    workbench->drain(std::chrono::seconds(60));

    const double ideal = static_cast<double>(rounds) * static_cast<double>(latency.count());
    Samples shares;
    double cpu = 0;
    int failures = 0;
    Samples turns;
    for (int repetition = 0; repetition < 5; ++repetition) {
        const double cpuBefore = processCpuMs();
        Load load(*workbench, closedLoop);
        shares.push_back(100.0 * ideal / load.run(rounds));
        cpu += processCpuMs() - cpuBefore;
        failures += load.failures();
        turns.insert(turns.end(), load.turnTimes().begin(), load.turnTimes().end());
        workbench->drain(std::chrono::seconds(60));
    }
    const auto [least, most] = std::ranges::minmax(shares);
    const double count = 5.0 * rounds * concurrent;
    std::printf("%-42s %5.1f %% of ideal (%.1f – %.1f), turn median %.1f ms, p99.9 %.1f ms, CPU %.2f ms a "
                "turn, failed %d, connections %d\n",
                qPrintable(name), percentile(shares, 0.5), least, most, percentile(turns, 0.5),
                percentile(turns, 0.999), cpu / count, failures, server.connectionCount());
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    initAssayResources();
    const int rounds = argc > 1 ? std::max(1, QByteArray(argv[1]).toInt()) : 20;
    std::printf("%d concurrent turns, %d rounds, five times; the model answers after %lld ms; ideal %.0f "
                "turns a second\n",
                concurrent, rounds, static_cast<long long>(latency.count()),
                1e3 * concurrent / static_cast<double>(latency.count()));
    for (const bool search : {false, true}) {
        for (const bool closedLoop : {false, true}) {
            test::ScriptedServer server;
            server.setFallback(
                test::openAiStream({u"Card refunds arrive within "_s, u"five to seven business days [1]."_s})
                    .after(latency));
            const QString name = (search ? u"search first, "_s : u"direct, "_s) +
                                 (closedLoop ? u"50 operators in a loop"_s : u"rounds of 50"_s);
            QStringList settings = assignments(server, search);
            measureLoad(name, server, settings, closedLoop, rounds);
            settings.append(u"telemetry.enable_dashstream=false"_s);
            measureLoad(name + u", unrecorded"_s, server, settings, closedLoop, rounds);
        }
    }
    return 0;
}
