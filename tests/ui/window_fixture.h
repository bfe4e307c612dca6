// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "resources.h"
#include "ui/ask/ask_workspace.h"
#include "ui/ask/tuning_model.h"
#include "ui/kit/plain.h"
#include "ui/shell/main_window.h"

#include <QtTest/QtTest>
#include <QtWidgets/QApplication>

namespace assay::test {

using namespace Qt::StringLiterals;

/// The whole window on a folder of its own, shown and active.
struct WindowBench
{
    explicit WindowBench(const QStringList &assignments = {}, const QString &folder = {})
        : path(folder.isEmpty() ? own.path() : folder)
    {
        initAssayResources();
        ui::initKit();
        const SettingsSources sources{
            .file = path + u"/assay.toml"_s, .userProfiles = path, .assignments = assignments};
        hub = std::make_unique<SettingsHub>(*loadSettings(sources), sources.file, path);
        workbench = Workbench::open({.data = path + u"/data"_s, .state = path + u"/state"_s}, *hub, secrets);
        state = std::make_unique<ui::StateFile>(path + u"/state/window.json"_s);
        window = std::make_unique<ui::MainWindow>(*workbench, *state);
        QObject::connect(workbench.get(), &Workbench::turnFinished, window.get(),
                         [this](const Turn &turn) { finished.append(turn); });
        window->resize(1440, 900);
        window->show();
        window->activateWindow();
        [&] { QVERIFY(QTest::qWaitForWindowActive(window.get())); }();
    }

    /// Sends keys to whatever has the focus, as a keyboard does.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *target = QApplication::focusWidget();
        QTest::keyClick(target ? target : window.get(), key, modifiers);
    }
    void type(const QString &text)
    {
        QWidget *target = QApplication::focusWidget();
        QTest::keyClicks(target ? target : window.get(), text);
    }
    /// Does a visible label of the window hold these words?
    bool shows(const QString &words) const
    {
        return std::ranges::any_of(window->findChildren<ui::PlainLabel *>(),
                                   [&](const ui::PlainLabel *label) {
                                       return label->isVisible() && label->fullText().contains(words);
                                   });
    }
    bool waitForTurns(qsizetype count)
    {
        return QTest::qWaitFor([&] { return finished.size() >= count; }, 30'000);
    }

    QTemporaryDir own;
    QString path;
    QList<Turn> finished{};
    Secrets secrets{Variables{}};
    std::unique_ptr<SettingsHub> hub;
    std::unique_ptr<Workbench> workbench;
    std::unique_ptr<ui::StateFile> state;
    std::unique_ptr<ui::MainWindow> window;
};

} // namespace assay::test
