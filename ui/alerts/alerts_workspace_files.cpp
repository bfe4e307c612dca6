// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/alert_sheets.h"
#include "ui/alerts/alerts_workspace.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtCore/QDir>
#include <QtWidgets/QFileDialog>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

AlertRule *sameName(AlertRules &rules, const QString &name)
{
    const auto found = std::ranges::find(rules.rules, name, &AlertRule::name);
    return found == rules.rules.end() ? nullptr : &*found;
}

} // namespace

void AlertsWorkspace::chooseImport()
{
    auto *dialog = new QFileDialog(this, Tr::tr("Import Prometheus rules"), QDir::homePath(),
                                   Tr::tr("Rule files (*.yml *.yaml)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &AlertsWorkspace::importFile);
    dialog->open();
}

void AlertsWorkspace::importFile(const QString &path)
{
    m_host.readRuleFile(path, this, [this, path](const Result<AlertImport> &import) {
        if (import)
            takeImport(path, *import);
        else
            m_linesSheet->open(Tr::tr("Nothing was imported."), {import.error().message}, {}, {});
    });
}

void AlertsWorkspace::takeImport(const QString &path, const AlertImport &import)
{
    QStringList lines;
    if (!import.problems.isEmpty()) {
        for (const SettingProblem &problem : import.problems)
            lines.append(problem.text());
        return m_linesSheet->open(
            Tr::tr("%1 was not imported: %n problem(s).", nullptr, static_cast<int>(lines.size()))
                .arg(visibleLine(path, 200)),
            lines, {}, {});
    }
    AlertRules rules = m_rules;
    int replaced = 0;
    for (const AlertRule &rule : import.rules) {
        AlertRule *same = sameName(rules, rule.name);
        lines.append((same != nullptr ? Tr::tr("%1, in place of the one there is: %2") : QString(u"%1: %2"_s))
                         .arg(rule.name, conditionText(rule)));
        if (same != nullptr) {
            ++replaced;
            *same = rule;
        } else {
            rules.rules.append(rule);
        }
    }
    const QString title = Tr::tr("%n rule(s), %1 in place of others of the same name.", nullptr,
                                 static_cast<int>(import.rules.size()))
                              .arg(replaced);
    m_linesSheet->open(title, lines, Tr::tr("Take them over"), [this, rules, before = m_rules] {
        remember([this, before] { saveRules(before, Tr::tr("The rules are as before.")); });
        saveRules(rules, Tr::tr("Imported. Ctrl+Z takes it back."));
    });
}

void AlertsWorkspace::chooseExport()
{
    auto *dialog =
        new QFileDialog(this, Tr::tr("Export as Prometheus rules"), QDir::homePath() + u"/assay_rules.yml"_s,
                        Tr::tr("Rule files (*.yml *.yaml)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, &AlertsWorkspace::exportFile);
    dialog->open();
}

void AlertsWorkspace::exportFile(const QString &path)
{
    m_host.writeRuleFile(path, this, [this, path](const Result<QStringList> &skipped) {
        if (!skipped)
            return tell(skipped.error().message);
        if (skipped->isEmpty())
            return tell(Tr::tr("Rules written to %1.").arg(visibleLine(path, 200)));
        m_linesSheet->open(Tr::tr("Written to %1, without these:").arg(visibleLine(path, 200)), *skipped, {},
                           {});
    });
}

} // namespace assay::ui
