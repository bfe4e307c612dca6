// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/demo_sheet.h"

#include "ui/kit/button.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtCore/QProcess>
#include <QtWidgets/QBoxLayout>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int sheetWidth = 520;

QString number(qint64 value)
{
    return QLocale().toString(value);
}

} // namespace

DemoSheet::DemoSheet(const Paths &paths, QWidget *host, Opener opener)
    : Sheet(Tr::tr("Sample data"), host), m_host(paths), m_opener(std::move(opener)),
      m_facts(new PlainLabel(QString(), Type::Small, Tone::Second)),
      m_progress(new PlainLabel(QString(), Type::Small, Tone::Second)),
      m_open(new Button(Icon::External, Tr::tr("Open them"), ButtonKind::Secondary)),
      m_load(new Button(Icon::Database, QString(), ButtonKind::Primary))
{
    m_facts->setWordWrap(true);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_progress, 1);
    bottom->addWidget(m_open);
    bottom->addWidget(m_load);
    column()->addWidget(m_facts);
    column()->addLayout(bottom);
    connect(m_load, &Button::clicked, this, &DemoSheet::load);
    connect(m_open, &Button::clicked, this, &DemoSheet::openLoaded);
    connect(&m_host, &DemoHost::progressed, this, [this](const DemoProgress &progress) {
        if (m_running)
            m_progress->setText(
                Tr::tr("%1 of %2 turns").arg(number(progress.turns), number(progress.allTurns)));
    });
    connect(&m_host, &DemoHost::loaded, this, [this] {
        setRunning(false);
        openLoaded();
    });
    connect(&m_host, &DemoHost::failed, this, &DemoSheet::fail);
}

bool DemoSheet::openConsole(const QString &folder)
{
    return QProcess::startDetached(QCoreApplication::applicationFilePath(),
                                   {u"gui"_s, u"--workspace"_s, folder});
}

QString DemoSheet::said() const
{
    return m_progress->fullText();
}

void DemoSheet::open()
{
    showFacts();
    openAt(sheetWidth, m_open->isVisibleTo(this) ? m_open : m_load);
}

void DemoSheet::showFacts()
{
    std::optional<DemoOptions> there = demoIn(m_host.paths());
    if (!QFileInfo::exists(m_host.paths().store())) // loading was cancelled
        there.reset();
    const DemoOptions fresh;
    m_facts->setText(
        there
            ? Tr::tr(
                  "About %1 events of %2 days are in %3. Loading anew replaces them with such that end now.")
                  .arg(number(there->events))
                  .arg(there->days)
                  .arg(m_host.paths().data)
            : Tr::tr("Made-up traffic to look around in: about %1 events of %2 days, with incidents, a bad "
                     "release and a change of prices. They go into %3, apart from your own data, and open "
                     "in a window of their own. Nothing is sent anywhere.")
                  .arg(number(fresh.events))
                  .arg(fresh.days)
                  .arg(m_host.paths().data));
    m_open->setVisible(there.has_value() && !m_running);
    m_load->setText(m_running ? Tr::tr("Cancel") : there ? Tr::tr("Load anew") : Tr::tr("Load and open"));
}

void DemoSheet::load()
{
    if (m_running) {
        m_host.cancel();
        return;
    }
    setRunning(true);
    m_host.load({});
}

void DemoSheet::openLoaded()
{
    const QString folder = m_host.paths().data;
    if (m_opener(folder))
        m_progress->setText(Tr::tr("They open in a window of their own."));
    else
        say(Tr::tr("The window could not be opened. Run: assay gui --workspace %1").arg(folder));
}

void DemoSheet::setRunning(bool running)
{
    m_running = running;
    m_progress->setText(running ? Tr::tr("Loading…") : QString());
    showFacts();
    say(QString());
}

void DemoSheet::fail(const Error &error)
{
    setRunning(false);
    if (error.code == Errc::Cancelled)
        m_progress->setText(Tr::tr("Cancelled."));
    else
        say(error.message);
}

} // namespace assay::ui
