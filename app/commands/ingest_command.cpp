// SPDX-License-Identifier: Apache-2.0
#include "command.h"
#include "commands/ingest_report.h"
#include "commands/ingest_watch.h"
#include "common_options.h"
#include "process.h"
#include "resources.h"
#include "service/dead_letter_retry.h"
#include "service/ingest_sources.h"
#include "session.h"
#include "settings/secrets.h"
#include "store/sqlite_store.h"
#include "stream/kafka_probe.h"

#include <QCoro/QCoroTask>
#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QTimer>

#include <CLI/CLI.hpp>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

struct IngestCli
{
    CommonOptions common{};
    std::string group{};
    bool untilEnd = false;
    bool json = false;
    bool retry = false;
    bool noAlerts = false;
    int metricsPort = -1;
    std::string metricsAddress = "127.0.0.1";
};

/// Runs until the end, a signal or a fault that has no way on.
int run(IngestSetup setup, std::unique_ptr<Store> store, const IngestCli &cli, float threshold)
{
    IngestReport report(cli.json);
    const QString path = Paths::standard().store();
    if (const auto reading = openReadOnly(path))
        report.start((*reading)->accounts().value_or(QList<PartitionAccount>()));
    const std::unique_ptr<IngestWatch> watch =
        IngestWatch::start(path, {.alerts = !cli.noAlerts && !cli.untilEnd,
                                  .metricsPort = cli.metricsPort,
                                  .metricsAddress = cli.metricsAddress,
                                  .threshold = threshold,
                                  .json = cli.json});
    if (!watch)
        return exitError;
    IngestWorker worker(std::move(setup.sources), std::move(store),
                        IngestOptions{.untilEnd = cli.untilEnd, .dlq = setup.dlq});
    QObject::connect(&worker, &IngestWorker::ingested, &worker,
                     [&](const IngestProgress &progress) { report.add(progress); });
    QObject::connect(&worker, &IngestWorker::lagKnown, &worker,
                     [&](std::optional<qint64> records) { watch->noteLag(records); });
    QObject::connect(&worker, &IngestWorker::failed, &worker, [told = QString()](const Error &error) mutable {
        if (std::exchange(told, error.message) != error.message)
            printError(error.message);
    });
    QObject::connect(&worker, &IngestWorker::recovered, &worker,
                     [] { printError(u"the store takes events again"_s); });
    // Queued: the batch that is being written is finished first.
    QObject::connect(&worker, &IngestWorker::reachedEnd, &worker, &QCoreApplication::quit,
                     Qt::QueuedConnection);
    InterruptGuard interrupt;
    QObject::connect(&interrupt, &InterruptGuard::interrupted, &worker, &QCoreApplication::quit,
                     Qt::QueuedConnection);
    QTimer ticks;
    QObject::connect(&ticks, &QTimer::timeout, &worker, [&] { report.printProgress(); });
    ticks.start(std::chrono::seconds(1));
    worker.start();
    QCoreApplication::exec();
    worker.stop();

    const auto reading = openReadOnly(path);
    const auto accounts = reading ? (*reading)->accounts() : Result<QList<PartitionAccount>>();
    if (!accounts) {
        printError(accounts.error().message);
        return exitError;
    }
    return report.finish(*accounts) ? exitOk : exitError;
}

/// Whoever waits for the end is told at once when there is none to reach. @return whether there is one
bool canBeRead(const KafkaConfig &config)
{
    if (config.brokers.isEmpty())
        return true;
    const QList<KafkaStepResult> steps = probeKafka(config, {}, config.metadataTimeout);
    for (const KafkaStepResult &step : steps)
        if (step.state == KafkaStepState::Failed)
            printError(u"%1: %2"_s.arg(labelOf(step.step), step.text));
    return isConnected(steps);
}

/// After an update of Assay: what could not be decoded before may be readable now.
int retry(Store &store)
{
    const Result<RetryOutcome> outcome = retryDeadLetters(store);
    if (!outcome) {
        printError(outcome.error().message);
        return exitError;
    }
    printLine(u"tried %1 dead letters: %2 are events now, %3 are kept only in part"_s.arg(outcome->tried)
                  .arg(outcome->resolved)
                  .arg(outcome->cut));
    return exitOk;
}

} // namespace

int runIngest(int argc, char **argv)
{
    CLI::App cli{
        "Reads events into the store: from Kafka where brokers are configured, else from the logs of "
        "this machine. Every record is accounted for.",
        "assay ingest"};
    IngestCli wanted;
    addCommonOptions(cli, wanted.common);
    cli.add_flag("--until-end", wanted.untilEnd, "stop when everything that is there now is stored");
    cli.add_option("--group", wanted.group, "consumer group that shares the partitions (Kafka)");
    cli.add_flag("--json", wanted.json, "print JSON lines");
    cli.add_flag("--retry-dead-letters", wanted.retry, "decode what could not be decoded once more, and end");
    cli.add_flag("--no-alerts", wanted.noAlerts, "evaluate no alert rules (nor with --until-end)");
    cli.add_option("--metrics-port", wanted.metricsPort,
                   "serve /metrics for Prometheus on this port; 0 for any that is free")
        ->check(CLI::Range(0, 65535))
        ->type_name("PORT");
    cli.add_option("--metrics-address", wanted.metricsAddress,
                   "address to serve /metrics on (default: 127.0.0.1)")
        ->type_name("ADDRESS");
    if (const std::optional<int> code = parseArguments(cli, argc, argv))
        return *code;

    QCoreApplication application(argc, argv);
    initAssayResources();
    const std::optional<Settings> settings = settingsFor(wanted.common);
    if (!settings)
        return exitError;
    prepareTexts(*settings);
    const Paths paths = Paths::standard();
    Result<OpenedStore> store = openStore(paths.store());
    if (!store) {
        printError(store.error().message);
        return exitError;
    }
    if (!store->notice.isEmpty())
        printError(store->notice);
    if (wanted.retry)
        return retry(*store->store);
    Secrets secrets(processEnvironment());
    const KafkaConfig kafka = QCoro::waitFor(kafkaConfigWith(*settings, &secrets));
    if (wanted.untilEnd && !canBeRead(kafka))
        return exitError;
    Result<IngestSetup> setup = prepareIngest(*settings, kafka, paths, QString::fromStdString(wanted.group));
    if (!setup) {
        printError(setup.error().message);
        return exitError;
    }
    if (!wanted.json)
        printLine(setup->description);
    return run(std::move(*setup), std::move(store->store), wanted,
               static_cast<float>(settings->get("quality.threshold"_setting)));
}

} // namespace assay::app
