// SPDX-License-Identifier: Apache-2.0
#include "command.h"
#include "display.h"
#include "process.h"
#include "resources.h"
#include "session.h"
#include "single_instance.h"
#include "ui/kit/icons.h"
#include "ui/kit/plain.h"
#include "ui/kit/theme.h"
#include "ui/shell/main_window.h"

#include <QtCore/QFile>
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMessageBox>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include <cstdio>
#include <ctime>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

/// The settings, or, where they have problems and the operator agrees, the defaults.
std::optional<Settings> settingsOrAsk(const CommonOptions &options)
{
    tl::expected<Settings, QList<SettingProblem>> loaded = loadSettings(sourcesFor(options));
    if (loaded)
        return std::move(*loaded);
    QStringList problems;
    for (const SettingProblem &problem : loaded.error())
        problems.append(problem.text());
    printError(problems.join(u'\n'));
    ui::applyTheme(*static_cast<QApplication *>(QApplication::instance()), ui::ThemeChoice::System);
    QMessageBox *box = ui::plainMessageBox(
        QMessageBox::Warning, u"Assay"_s,
        QCoreApplication::translate("AssayUi",
                                    "The settings cannot be used as they are. Start with the defaults?"),
        problems.join(u'\n'), QMessageBox::Yes | QMessageBox::Close);
    int answer = QMessageBox::Close;
    QEventLoop loop;
    QObject::connect(box, &QMessageBox::finished, &loop, [&](int result) {
        answer = result;
        loop.quit();
    });
    box->open();
    loop.exec();
    return answer == QMessageBox::Yes ? std::optional(Settings()) : std::nullopt;
}

/// Milliseconds since the kernel started this process; its clock ticks every 10 ms.
double processAge()
{
    QFile stat(u"/proc/self/stat"_s);
    if (!stat.open(QIODevice::ReadOnly))
        return 0.0;
    // The command's name may hold spaces; the 22nd field is the 20th after it.
    const QByteArray all = stat.readAll();
    const double ticks = all.mid(all.lastIndexOf(')') + 2).split(' ').value(19).toDouble();
    timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6 -
           ticks * 1e3 / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

/// Prints how old the process is once the window has been painted, and ends it. For measuring.
class FirstPaint final : public QObject
{
public:
    explicit FirstPaint(QWidget &window) : QObject(&window) { window.installEventFilter(this); }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !std::exchange(m_seen, true))
            QTimer::singleShot(0, this, [] { // children are painted before the event loop turns
                std::printf("%.1f\n", processAge());
                std::fflush(stdout);
                QCoreApplication::quit();
            });
        return false;
    }

private:
    bool m_seen = false;
};

} // namespace

int runGui(int argc, char **argv)
{
    CLI::App cli{"Opens the console.", "assay gui"};
    CommonOptions options;
    bool reportFirstPaint = false;
    addCommonOptions(cli, options);
    cli.add_flag("--report-first-paint", reportFirstPaint)->group("");
    if (const std::optional<int> code = parseArguments(cli, argc, argv))
        return *code;

    const DisplayWish wish = displayWish(processEnvironment());
    if (!canOpenDisplay(wish)) {
        QCoreApplication application(argc, argv); // for the language of the sentence
        initAssayResources();
        prepareTexts(loadSettings(sourcesFor(options)).value_or(Settings()));
        printError(noDisplayText(wish));
        return exitError;
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"Assay"_s);
    QApplication::setDesktopFileName(u"assay"_s);
    initAssayResources();
    ui::initKit();
    const Paths paths = Paths::standard();
    SingleInstance instance(paths.data);
    if (instance.handOver())
        return exitOk;
    instance.listen();

    const std::optional<Settings> settings = settingsOrAsk(options);
    if (!settings)
        return exitError;
    prepareTexts(*settings);
    SettingsHub hub(*settings, settingsFile(options), defaultProfilesFolder());
    Secrets secrets(processEnvironment());
    const std::unique_ptr<Workbench> workbench = Workbench::open(paths, hub, secrets, Filling::Everything);
    ui::StateFile state(paths.state + u"/window.json"_s);
    ui::MainWindow window(*workbench, state);
    QObject::connect(&instance, &SingleInstance::asked, &window, &ui::MainWindow::comeForward);
    InterruptGuard interrupt;
    QObject::connect(&interrupt, &InterruptGuard::interrupted, &window, &QWidget::close);
    if (reportFirstPaint)
        new FirstPaint(window);
    window.show();
    const int code = QApplication::exec();
    // A start from now on is a new console, although this one still writes its last turns.
    instance.stop();
    return code;
}

} // namespace assay::app
