// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/ask_workspace.h"
#include "ui/kit/tr.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/main_window.h"

namespace assay::ui {

QList<PaletteEntry> MainWindow::paletteEntries()
{
    QList<PaletteEntry> entries;
    for (const ActionSpec &spec : actionTable()) {
        if (spec.id == ActionId::Palette)
            continue;
        QAction *action = m_actions.at(spec.id);
        const bool ask = spec.scope != ActionScope::Everywhere;
        entries.append({.text = Tr::tr(spec.text),
                        .group = Tr::tr("Command"),
                        .icon = spec.icon,
                        .keys = action->shortcut(),
                        .enabled = action->isEnabled(),
                        .run = [this, action, ask] {
                            if (ask)
                                goTo(0);
                            action->trigger();
                        }});
    }
    for (const Profile &profile : m_workbench.settings().profiles())
        entries.append({.text = Tr::tr("Profile: %1").arg(profile.name),
                        .group = Tr::tr("Profile"),
                        .icon = Icon::Settings,
                        .run = [this, name = profile.name] {
                            if (const Result<> applied = m_workbench.settings().applyProfile(name); !applied)
                                showNotice({.problem = true, .text = applied.error().message});
                        }});
    for (int index = 0; index < settingCount; ++index)
        entries.append({.text = labelOf(settingAt(index)),
                        .group = Tr::tr("Setting"),
                        .icon = Icon::Settings,
                        .run = [this, index] {
                            goTo(1);
                            m_settings->reveal(index);
                        }});
    return entries;
}

void MainWindow::openPalette()
{
    m_palette->open(paletteEntries());
    m_workbench.readThreads(QString(), this, [this](const Result<QList<ThreadSummary>> &threads) {
        if (!threads)
            return;
        QList<PaletteEntry> entries;
        for (const ThreadSummary &thread : *threads)
            entries.append({.text = thread.title,
                            .group = Tr::tr("Thread"),
                            .icon = Icon::Ask,
                            .run = [this, id = thread.id] {
                                goTo(0);
                                m_ask->state().openThread(id);
                            }});
        m_palette->append(std::move(entries));
    });
}

} // namespace assay::ui
