// SPDX-License-Identifier: Apache-2.0
#include "ui/evaluate/answers_pane.h"
#include "ui/evaluate/evaluate_words.h"
#include "ui/evaluate/run_list.h"
#include "ui/evaluate/run_sheet.h"
#include "ui/evaluate/runs_page.h"
#include "ui/evaluate/scenario_table.h"
#include "ui/evaluate/suite_sheet.h"
#include "ui/kit/actions.h"
#include "ui/kit/plain.h"
#include "ui/kit/search_field.h"
#include "ui/kit/toast.h"
#include "ui/kit/tr.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtWidgets/QApplication>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QMenu>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int saidFor = 6000; ///< ms

/// The format behind a file's ending; JUnit's files end in .xml.
QString formatOf(const QString &path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    return ending == u"xml" ? u"junit"_s : ending;
}

QString endingOf(SuiteForm form)
{
    switch (form) {
    case SuiteForm::Yaml: return u".yaml"_s;
    case SuiteForm::Jsonl: return u".jsonl"_s;
    case SuiteForm::Scenarios: return {};
    case SuiteForm::Promptfoo: return u".promptfoo.yaml"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

void RunsPage::connectActions(Actions &actions)
{
    const auto on = [this, &actions](ActionId id, auto job) {
        connect(actions.at(id), &QAction::triggered, this, job);
    };
    on(ActionId::NewRun, [this] { m_sheet->openNew(); });
    on(ActionId::OpenResults, [this] { chooseFile(); });
    on(ActionId::SaveResults, [this] { chooseReport(); });
    on(ActionId::ImportSuite, [this] { chooseImport(); });
    on(ActionId::ExportSuite, [this] {
        m_host.readSuites(this, [this](const Result<QList<SuiteFacts>> &suites) {
            m_suiteSheet->openExport(suites.value_or(QList<SuiteFacts>()));
        });
    });
    on(ActionId::LeaveEvaluate, [this] { leave(); });
    on(ActionId::FindScenario, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    on(ActionId::NextRun, [this] { move(1); });
    on(ActionId::PreviousRun, [this] { move(-1); });
    on(ActionId::BaseRun, [this] { pinBase(); });
    on(ActionId::ResumeRun, [this] { resume(); });
    on(ActionId::StopRun, [this] {
        if (m_host.underWay())
            m_host.stop();
        else
            tell(Tr::tr("Nothing is under way."));
    });
    on(ActionId::RemoveRun, [this] { removeRun(); });
    on(ActionId::ReadRunsAgain, [this] {
        m_host.refresh();
        readView();
    });
    actions.listenOn(this, ActionScope::EvaluateRuns);
    connect(m_sheet, &RunSheet::resumeWanted, this, [this](const QString &path, const EvalPlan &plan) {
        const Result<QString> begun = m_host.resume(path, plan);
        if (!begun)
            tell(begun.error().message, true);
    });
    connect(m_suiteSheet, &SuiteSheet::exportWanted, this,
            [this](const QString &source, const QString &name, SuiteForm form) {
                const bool isFolder = form == SuiteForm::Scenarios;
                auto *dialog = new QFileDialog(this, Tr::tr("Export a suite"),
                                               QDir::homePath() + u'/' + name + endingOf(form));
                dialog->setAttribute(Qt::WA_DeleteOnClose);
                dialog->setAcceptMode(isFolder ? QFileDialog::AcceptOpen : QFileDialog::AcceptSave);
                dialog->setFileMode(isFolder ? QFileDialog::Directory : QFileDialog::AnyFile);
                connect(dialog, &QFileDialog::fileSelected, this,
                        [this, source, form](const QString &path) { exportTo(source, form, path); });
                dialog->open();
            });
}

void RunsPage::tell(const QString &text, bool stays)
{
    m_told = text;
    m_toast->notify(text, {}, stays ? 0 : saidFor);
}

/// J and K move in the list that has the focus.
void RunsPage::move(int steps)
{
    if (m_table->hasFocus() || m_answers->isAncestorOf(QApplication::focusWidget()) || m_answers->hasFocus())
        m_table->move(steps);
    else
        m_list->move(steps);
}

/// One step back: from the answers to the scenarios, from there to the runs.
void RunsPage::leave()
{
    if (!isVisible())
        return;
    if (m_answers->hasFocus() || m_answers->isAncestorOf(QApplication::focusWidget()))
        m_table->setFocus(Qt::OtherFocusReason);
    else
        focusDefault();
}

void RunsPage::pinBase()
{
    const StoredRun *run = m_list->currentRun();
    if (run == nullptr)
        return;
    m_compares = true;
    m_base = m_base == run->path ? QString() : run->path;
    m_list->setBase(m_base);
    fillBefore();
    readView();
    tell(m_base.isEmpty() ? Tr::tr("Each run is compared with the one before it.")
                          : Tr::tr("The other runs are compared with this one now. B takes it back."));
    Q_EMIT stateChanged();
}

void RunsPage::start(const EvalPlan &plan)
{
    const Result<QString> path = m_host.start(plan);
    if (!path)
        return tell(path.error().message, true);
    m_wantedRun = *path;
    m_host.refresh();
}

void RunsPage::resume()
{
    const StoredRun *run = m_list->currentRun();
    if (run == nullptr)
        return;
    if (m_host.underWay())
        return tell(Tr::tr("A run is under way. Wait for it, or stop it."));
    if (!run->canResume)
        return tell(run->standing == RunStanding::Interrupted
                        ? Tr::tr("This run was begun elsewhere; the command that began it goes on with it.")
                        : Tr::tr("This run is complete."));
    m_host.readPlanOf(run->path, this, [this, run = *run](const Result<EvalPlan> &plan) {
        if (plan)
            m_sheet->openResume(run, *plan);
        else
            tell(plan.error().message, true);
    });
}

/// Asked twice: results cannot be had back.
void RunsPage::removeRun()
{
    const StoredRun *run = m_list->currentRun();
    if (run == nullptr)
        return;
    if (run->isOwn && std::exchange(m_toRemove, run->path) != run->path)
        return tell(Tr::tr("Press Del again to delete this run and its results for good."));
    const bool isOwn = run->isOwn;
    m_toRemove.clear();
    m_host.remove(run->path, this, [this, isOwn](const Result<bool> &removed) {
        if (!removed)
            return tell(removed.error().message, true);
        tell(isOwn ? Tr::tr("The run is deleted.")
                   : Tr::tr("The file is not listed any more; it is still there."));
        m_host.refresh();
        Q_EMIT stateChanged();
    });
}

void RunsPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, Tr::tr("Open the results of a run"), QDir::homePath(),
                                   Tr::tr("Results (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &RunsPage::openFile);
    dialog->open();
}

void RunsPage::openFile(const QString &path)
{
    const QString file = QFileInfo(path).absoluteFilePath();
    m_wantedRun = file;
    QStringList opened = m_host.opened();
    if (!opened.contains(file))
        opened.append(file);
    m_host.setOpened(opened);
    if (m_list->setCurrent(file))
        m_wantedRun.clear();
    Q_EMIT stateChanged();
}

void RunsPage::chooseImport()
{
    auto *dialog = new QFileDialog(this, Tr::tr("Import a suite"), QDir::homePath(),
                                   Tr::tr("Suites and promptfoo's tests (*.yaml *.yml *.json *.jsonl)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &RunsPage::importFile);
    dialog->open();
}

void RunsPage::importFile(const QString &path)
{
    m_host.importSuite(path, this, [this, path](const Result<ImportedSuite> &taken) {
        if (!taken)
            return m_suiteSheet->openNotes(Tr::tr("Nothing was imported."),
                                           taken.error().message.split(u'\n'));
        QString said = Tr::tr("%n scenarios of %1 are ready to be run.", nullptr, taken->suite.scenarios)
                           .arg(visibleLine(taken->suite.name, 80));
        if (taken->hasReplaced)
            said += u' ' + Tr::tr("They take the place of the suite of that name.");
        if (taken->notes.isEmpty())
            tell(said);
        else
            m_suiteSheet->openNotes(said + u' ' + Tr::tr("What has no counterpart here:"), taken->notes);
    });
}

void RunsPage::exportTo(const QString &source, SuiteForm form, const QString &path)
{
    m_host.exportSuite(source, form, path, this, [this, path](const Result<QStringList> &lost) {
        if (!lost)
            return tell(lost.error().message, true);
        if (lost->isEmpty())
            return tell(Tr::tr("The suite is written to %1.").arg(visibleLine(path, 200)));
        m_suiteSheet->openNotes(Tr::tr("Written to %1, without these:").arg(visibleLine(path, 200)), *lost);
    });
}

void RunsPage::chooseReport()
{
    const StoredRun *run = m_list->currentRun();
    if (run == nullptr || run->done == 0)
        return tell(Tr::tr("Choose a run with results first."));
    auto *dialog =
        new QFileDialog(this, Tr::tr("Write the run as a report"),
                        QDir::homePath() + u'/' + QFileInfo(run->path).completeBaseName() + u".html"_s,
                        Tr::tr("Web page (*.html);;PDF (*.pdf);;Spreadsheet (*.xlsx);;Comma-separated values "
                               "(*.csv);;Results (*.json);;JUnit (*.xml)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, &RunsPage::saveTo);
    dialog->open();
}

void RunsPage::saveTo(const QString &path)
{
    const StoredRun *run = m_list->currentRun();
    if (run == nullptr)
        return;
    m_host.saveAs(run->path, formatOf(path), path, this, [this, path](const Result<bool> &saved) {
        tell(saved ? Tr::tr("Written to %1.").arg(visibleLine(path, 200)) : saved.error().message, !saved);
    });
}

void RunsPage::openMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const ActionId id : {ActionId::BaseRun, ActionId::ResumeRun, ActionId::StopRun,
                              ActionId::SaveResults, ActionId::RemoveRun})
        menu->addAction(m_actions.at(id));
    menu->popup(at);
}

} // namespace assay::ui
