// SPDX-License-Identifier: Apache-2.0
#include "alerts/alert_file.h"
#include "alerts/alert_text.h"
#include "alerts/prometheus_rules.h"
#include "base/tr.h"
#include "command.h"
#include "commands/alerts_command.h"
#include "session.h"

#include <QtCore/QFile>
#include <QtCore/QSaveFile>

#include <cstdio>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 1 << 20;

bool isYaml(const QString &path)
{
    return path.endsWith(u".yml"_s) || path.endsWith(u".yaml"_s);
}

int tellProblems(const QList<SettingProblem> &problems)
{
    for (const SettingProblem &problem : problems)
        printError(problem.text());
    return exitError;
}

Result<QByteArray> readWhole(const QString &path)
{
    QFile file(path);
    const bool open = path == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open)
        return fail(Errc::Io, Tr::tr("%1 cannot be read: %2").arg(path, file.errorString()));
    return file.read(largestFile);
}

QString conditionText(const AlertRule &rule)
{
    if (!rule.expression.isEmpty())
        return rule.expression.simplified();
    QStringList bounds;
    if (rule.floor)
        bounds.append(u"%1 < %2"_s.arg(rule.metric).arg(*rule.floor));
    if (rule.ceiling)
        bounds.append(u"%1 > %2"_s.arg(rule.metric).arg(*rule.ceiling));
    return bounds.join(u" or "_s);
}

void printRule(const AlertRule &rule)
{
    const QString holds =
        rule.holds.count() > 0 ? Tr::tr(" for %1").arg(alertDurationText(rule.holds)) : QString();
    printLine(u"%1: %2%3 [%4]%5"_s.arg(rule.name, conditionText(rule), holds, toToken(rule.severity),
                                       rule.enabled ? QString() : Tr::tr(" (off)")));
}

/// `rules` with `imported` in them; one of the same name is replaced.
AlertRules joined(AlertRules rules, const QList<AlertRule> &imported)
{
    for (const AlertRule &rule : imported) {
        const auto same = std::ranges::find(rules.rules, rule.name, &AlertRule::name);
        if (same != rules.rules.end())
            *same = rule;
        else
            rules.rules.append(rule);
    }
    return rules;
}

} // namespace

int checkAlerts(const AlertsOptions &options)
{
    const std::optional<Settings> settings = settingsFor(options.common);
    if (!settings)
        return exitError;
    prepareTexts(*settings);
    const QString path = options.file.empty() ? defaultAlertsFile() : QString::fromStdString(options.file);
    qsizetype count = 0;
    if (isYaml(path)) {
        const Result<QByteArray> text = readWhole(path);
        if (!text) {
            printError(text.error().message);
            return exitError;
        }
        const auto rules = importPrometheusRules(*text, path);
        if (!rules)
            return tellProblems(rules.error());
        count = rules->size();
    } else {
        const auto rules = readAlertsFile(path, !options.file.empty());
        if (!rules)
            return tellProblems(rules.error());
        count = rules->rules.size();
    }
    printLine(Tr::tr("%1: %n rules, no problem", nullptr, static_cast<int>(count)).arg(path));
    return exitOk;
}

int importAlerts(const AlertsOptions &options)
{
    const std::optional<Settings> settings = settingsFor(options.common);
    if (!settings)
        return exitError;
    prepareTexts(*settings);
    const QString path = QString::fromStdString(options.file);
    const Result<QByteArray> text = readWhole(path);
    if (!text) {
        printError(text.error().message);
        return exitError;
    }
    const auto imported = importPrometheusRules(*text, path);
    if (!imported)
        return tellProblems(imported.error());
    for (const AlertRule &rule : *imported)
        printRule(rule);
    if (!options.write)
        return exitOk;
    const std::optional<AlertRules> before = alertRulesFor(options);
    if (!before)
        return exitError;
    const QString target = alertsFileFor(options);
    if (const Result<> written = writeAlertsFile(target, joined(*before, *imported)); !written) {
        printError(written.error().message);
        return exitError;
    }
    printLine(
        Tr::tr("%n rules were written to %1.", nullptr, static_cast<int>(imported->size())).arg(target));
    return exitOk;
}

int exportAlerts(const AlertsOptions &options)
{
    const std::optional<Settings> settings = settingsFor(options.common);
    if (!settings)
        return exitError;
    prepareTexts(*settings);
    const std::optional<AlertRules> rules = alertRulesFor(options);
    if (!rules)
        return exitError;
    QList<AlertRule> enabled;
    std::ranges::copy_if(rules->rules, std::back_inserter(enabled), &AlertRule::enabled);
    QStringList skipped;
    const QByteArray yaml = exportPrometheusRules(enabled, skipped);
    for (const QString &line : std::as_const(skipped))
        printError(line);
    if (options.output.empty()) {
        std::fwrite(yaml.constData(), 1, static_cast<std::size_t>(yaml.size()), stdout);
        return exitOk;
    }
    QSaveFile file(QString::fromStdString(options.output));
    if (!file.open(QIODevice::WriteOnly) || file.write(yaml) != yaml.size() || !file.commit()) {
        printError(Tr::tr("%1 cannot be written: %2").arg(file.fileName(), file.errorString()));
        return exitError;
    }
    return exitOk;
}

} // namespace assay::app
