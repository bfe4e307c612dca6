// SPDX-License-Identifier: Apache-2.0
// How soon the window is painted, and how long the UI thread is blocked while 1 MB streams in.
//
//     QT_QPA_PLATFORM=offscreen bench_ui      (or under Xvfb)
#include "bench/figures.h"
#include "common_options.h"
#include "resources.h"
#include "service/workbench.h"
#include "support/scripted_server.h"
#include "ui/ask/ask_workspace.h"
#include "ui/ask/composer.h"
#include "ui/kit/icons.h"
#include "ui/kit/theme.h"
#include "ui/shell/main_window.h"
#include "watchdog.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtWidgets/QApplication>

#include <cstdio>

using namespace assay;
using namespace assay::app;
using namespace Qt::StringLiterals;

namespace {

void print(const QString &name, const Samples &samples, double goal)
{
    const Figures row = figuresOf(name, samples);
    std::printf("%-34s n %6lld  median %8.2f  p95 %8.2f  p99.9 %8.2f  max %8.2f ms  (fifths' medians %.2f – "
                "%.2f; goal %.0f)\n",
                qPrintable(name), static_cast<long long>(row.n), row.median, row.p95,
                percentile(samples, 0.999), row.maximum, row.lowestBlock, row.highestBlock, goal);
    std::fflush(stdout);
}

/// Starts the real binary `n` times with a home of its own.
void measureFirstPaint(int n)
{
    const QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, home.path());
    for (const QString &name :
         {u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_STATE_HOME"_s, u"XDG_CACHE_HOME"_s})
        environment.remove(name);
    Samples fromOutside;
    Samples fromInside;
    for (int i = -2; i < n; ++i) {
        QProcess assay;
        assay.setProcessEnvironment(environment);
        QElapsedTimer watch;
        watch.start();
        assay.start(QStringLiteral(ASSAY_BINARY), {u"gui"_s, u"--report-first-paint"_s});
        if (!assay.waitForReadyRead(20'000)) {
            std::printf("the window was not painted: %s\n", assay.readAllStandardError().constData());
            return;
        }
        const double outside = static_cast<double>(watch.nsecsElapsed()) / 1e6;
        const double inside = assay.readAllStandardOutput().trimmed().toDouble();
        assay.waitForFinished(20'000);
        if (i < 0)
            continue; // the first two warm the caches
        fromOutside.push_back(outside);
        fromInside.push_back(inside);
    }
    print(u"first paint, exec to report"_s, fromOutside, 400);
    print(u"first paint, process's own age"_s, fromInside, 400);
}

/// 1 MB of paragraphs, lists and citations in `count` pieces.
QStringList megabyte(int count)
{
    QStringList pieces;
    const qsizetype each = (1 << 20) / count;
    QString piece;
    for (int i = 0; pieces.size() < count; ++i) {
        piece += u"Card refunds arrive within %1 business days [1]. "_s.arg(i % 30);
        if (i % 9 == 8)
            piece += u"\n\n"_s;
        if (piece.size() >= each)
            pieces.append(std::exchange(piece, {}));
    }
    return pieces;
}

struct Scene
{
    explicit Scene(const test::ScriptedServer &server)
    {
        const SettingsSources sources{
            .file = folder.filePath(u"none.toml"_s),
            .assignments = {u"models.llamacpp_base_url="_s + server.url(u"/v1"_s).toString(),
                            u"agent.fast_model=llamacpp/scripted"_s,
                            u"agent.premium_model=llamacpp/scripted"_s, u"quality.max_retries=0"_s,
                            u"cost.rate_limit_per_second=0"_s}};
        hub = std::make_unique<SettingsHub>(*loadSettings(sources), sources.file, folder.path());
        workbench = Workbench::open(
            {.data = folder.filePath(u"data"_s), .state = folder.filePath(u"state"_s)}, *hub, secrets);
        state = std::make_unique<ui::StateFile>(folder.filePath(u"window.json"_s));
        window = std::make_unique<ui::MainWindow>(*workbench, *state);
        window->resize(1600, 1000);
        window->show();
    }

    QTemporaryDir folder;
    Secrets secrets{Variables{}};
    std::unique_ptr<SettingsHub> hub;
    std::unique_ptr<Workbench> workbench;
    std::unique_ptr<ui::StateFile> state;
    std::unique_ptr<ui::MainWindow> window;
};

void turnEventLoop(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

void measureStreaming()
{
    constexpr int pieces = 2048;
    test::ScriptedServer server;
    server.setFallback(test::openAiStream(megabyte(pieces)).pausing(std::chrono::milliseconds(2)));
    Scene scene(server);
    turnEventLoop(std::chrono::seconds(2));
    {
        Watchdog idle(*qApp);
        turnEventLoop(std::chrono::seconds(3));
        print(u"UI thread, nothing happens"_s, idle.stop(), 16);
    }
    qsizetype streamed = 0;
    QEventLoop loop;
    Turn last;
    QElapsedTimer watch;
    std::optional<Watchdog> streaming;
    Samples whileStreaming;
    bool streamEnded = false;
    QObject::connect(scene.workbench.get(), &Workbench::stageEvents, &loop,
                     [&](const QList<StageEvent> &events) {
                         for (const StageEvent &event : events) {
                             streamed += event.token.size();
                             // The stream ends with the draft stage; what follows is judged elsewhere but
                             // shown here.
                             if (event.record.stage == Stage::Validate && !std::exchange(streamEnded, true))
                                 QMetaObject::invokeMethod(
                                     &loop,
                                     [&] {
                                         whileStreaming = streaming->stop();
                                         streaming.emplace(*qApp);
                                     },
                                     Qt::QueuedConnection);
                         }
                     });
    QObject::connect(scene.workbench.get(), &Workbench::turnFinished, &loop, [&](const Turn &turn) {
        last = turn;
        QTimer::singleShot(1000, &loop, &QEventLoop::quit); // the finished card is painted in this time
    });
    streaming.emplace(*qApp);
    watch.start();
    Q_EMIT scene.window->ask()->composer().asked(u"How long do card refunds take?"_s);
    QTimer::singleShot(120'000, &loop, &QEventLoop::quit);
    loop.exec();
    const Samples afterwards = streaming->stop();
    if (streamEnded)
        print(u"UI thread, 1 MB streams in"_s, whileStreaming, 16);
    print(u"UI thread, judged and shown"_s, afterwards, 16);
    std::printf("%lld characters streamed, turn %s after %lld ms %s\n", static_cast<long long>(streamed),
                qPrintable(tokenOf(last.status)), static_cast<long long>(watch.elapsed()),
                qPrintable(last.error));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    measureFirstPaint(20);
    initAssayResources();
    ui::initKit();
    measureStreaming();
    return 0;
}
