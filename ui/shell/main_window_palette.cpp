// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/ask_workspace.h"
#include "ui/ask/tuning_model.h"
#include "ui/kit/tr.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/main_window.h"

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

/// The English of an action, its scope, and every key of it as the key caps have it.
QString wordsOf(const ActionSpec &spec, const QAction &action)
{
    QStringList words{QString::fromUtf8(spec.text), QString::fromLatin1(spec.keys), scopeTitle(spec.scope)};
    for (const QKeySequence &keys : action.shortcuts())
        words.append(keys.toString(QKeySequence::NativeText));
    return words.join(u' ');
}

} // namespace

QList<PaletteEntry> MainWindow::paletteEntries()
{
    QList<PaletteEntry> entries;
    for (const ActionSpec &spec : actionTable()) {
        if (spec.id == ActionId::Palette)
            continue;
        QAction *action = m_actions.at(spec.id);
        QWidget *home = workspaceOf(spec.scope);
        entries.append({.text = Tr::tr(spec.text),
                        .group = Tr::tr("Command"),
                        .icon = spec.icon,
                        .keys = action->shortcut(),
                        .alsoFoundBy = wordsOf(spec, *action),
                        .enabled = action->isEnabled(),
                        .run = [this, action, home] {
                            if (home)
                                goTo(home);
                            action->trigger();
                        }});
    }
    for (const Profile &profile : m_workbench.settings().profiles())
        entries.append({.text = Tr::tr("Profile: %1").arg(profileTitle(profile.name)),
                        .group = Tr::tr("Profile"),
                        .icon = Icon::Settings,
                        .alsoFoundBy = profile.name + u' ' + profile.summary,
                        .run = [this, name = profile.name] {
                            if (const Result<> applied = m_ask->tuning().applyProfile(name); !applied)
                                showNotice({.problem = true, .text = applied.error().message});
                        }});
    for (int index = 0; index < settingCount; ++index)
        entries.append({.text = labelOf(settingAt(index)),
                        .group = Tr::tr("Setting"),
                        .icon = Icon::Settings,
                        .alsoFoundBy = settingWords(settingAt(index)),
                        .run = [this, index] {
                            goTo(m_settings);
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
                                goTo(m_ask);
                                m_ask->state().openThread(id);
                            }});
        m_palette->append(std::move(entries));
    });
}

} // namespace assay::ui
