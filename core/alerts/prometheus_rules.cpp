// SPDX-License-Identifier: Apache-2.0
#include "alerts/prometheus_rules.h"

#include "alerts/alert_file.h"
#include "alerts/alert_metrics.h"
#include "alerts/promql.h"
#include "alerts/quality_series.h"
#include "base/text.h"
#include "base/tr.h"
#include "settings/file_node.h"

#include <QtCore/QFileInfo>
#include <QtCore/QLocale>

#include <yaml-cpp/yaml.h>

namespace assay {

using namespace Qt::StringLiterals;
using Kind = FileNode::Kind;

namespace {

const QStringList groupKeys{u"name"_s, u"interval"_s, u"rules"_s, u"limit"_s};
const QStringList ruleKeys{u"alert"_s,           u"expr"_s,   u"for"_s,
                           u"keep_firing_for"_s, u"labels"_s, u"annotations"_s};

class Importer
{
public:
    explicit Importer(const QString &file) : m_file(QFileInfo(file).fileName()) {}

    tl::expected<QList<AlertRule>, QList<SettingProblem>> run(const FileNode &root)
    {
        const FileNode *groups = root.member(u"groups"_s);
        if (groups == nullptr || groups->kind != Kind::List)
            add(root.line, u"groups"_s, Tr::tr("A Prometheus rule file begins with “groups:”, a list."));
        else
            for (const auto &[name, group] : groups->members)
                readGroup(group);
        if (!m_problems.isEmpty())
            return tl::unexpected(std::move(m_problems));
        return std::move(m_rules);
    }

private:
    void add(int line, const QString &key, const QString &what, const QString &nearest = {})
    {
        m_problems.append({.kind = SettingProblemKind::NotAccepted,
                           .where = m_file,
                           .line = line,
                           .key = key,
                           .nearest = nearest,
                           .what = what});
    }

    bool known(const FileNode &table, const QStringList &keys)
    {
        if (table.kind != Kind::Table) {
            add(table.line, {},
                Tr::tr("Expected %1, got %2.").arg(kindText(Kind::Table), kindText(table.kind)));
            return false;
        }
        for (const auto &[key, value] : table.members)
            if (!keys.contains(key))
                add(value.line, key, Tr::tr("There is no such key here."), nearestOf(key, keys));
        return true;
    }

    void readGroup(const FileNode &group)
    {
        if (!known(group, groupKeys))
            return;
        const FileNode *name = group.member(u"name"_s);
        const FileNode *rules = group.member(u"rules"_s);
        if (name == nullptr || name->text.isEmpty())
            add(group.line, u"name"_s, Tr::tr("A group needs a name."));
        else if (rules != nullptr && rules->kind == Kind::List)
            for (const auto &[key, rule] : rules->members)
                readRule(rule, name->text);
    }

    void readRule(const FileNode &node, const QString &group)
    {
        if (const FileNode *record = node.member(u"record"_s))
            return add(record->line, u"record"_s,
                       Tr::tr("Recording rules are not supported; Assay keeps its own sums."));
        if (!known(node, ruleKeys))
            return;
        const FileNode *name = node.member(u"alert"_s);
        const FileNode *expression = node.member(u"expr"_s);
        if (name == nullptr || name->text.isEmpty() || expression == nullptr)
            return add(node.line, u"alert"_s, Tr::tr("An alerting rule needs “alert” and “expr”."));
        if (std::ranges::find(m_rules, name->text, &AlertRule::name) != m_rules.end())
            return add(name->line, name->text,
                       Tr::tr("There are two rules of this name; Assay tells rules by their names."));
        const qsizetype before = m_problems.size();
        AlertRule rule{.name = name->text, .group = group, .expression = expression->text.trimmed()};
        checkExpression(*expression);
        duration(node, u"for"_s, rule.holds);
        duration(node, u"keep_firing_for"_s, rule.keepFiring);
        labels(node, u"labels"_s, rule.labels);
        labels(node, u"annotations"_s, rule.annotations);
        takeSeverity(node, rule);
        if (m_problems.size() == before)
            for (const SettingProblem &problem : checkAlertRule(rule))
                add(name->line, problem.key, problem.what, problem.nearest);
        if (m_problems.size() == before)
            m_rules.append(rule);
    }

    /// Any severity may stand in such a file; ours has three.
    void takeSeverity(const FileNode &node, AlertRule &rule)
    {
        const QString severity = rule.labels.take(u"severity"_s);
        if (severity.isEmpty())
            return;
        static const QMap<QString, AlertSeverity> others{{u"page"_s, AlertSeverity::Critical},
                                                         {u"error"_s, AlertSeverity::Critical},
                                                         {u"none"_s, AlertSeverity::Info},
                                                         {u"notice"_s, AlertSeverity::Info}};
        const std::optional<AlertSeverity> read = alertSeverityFrom(severity);
        if (read)
            rule.severity = *read;
        else if (others.contains(severity))
            rule.severity = others.value(severity);
        else
            add(node.member(u"labels"_s)->line, u"severity"_s,
                Tr::tr("“%1” is none of: %2.").arg(severity, alertSeverityTokens().join(u", ")));
    }

    void checkExpression(const FileNode &node)
    {
        const tl::expected<promql::Node, promql::Problem> parsed = promql::parse(node.text);
        if (!parsed)
            return place(node, parsed.error().position, parsed.error().what, parsed.error().nearest);
        for (const promql::Node *selector : promql::selectorsOf(*parsed))
            if (!qualitySeriesNames().contains(selector->name))
                place(node, selector->position, Tr::tr("There is no series “%1” here.").arg(selector->name),
                      nearestOf(selector->name, qualitySeriesNames()));
    }

    /// Says line and column of the file where the text is a block, else the character of the expression.
    void place(const FileNode &node, qsizetype position, const QString &what, const QString &nearest)
    {
        const QString before = node.text.first(position);
        const auto column = static_cast<int>(position - before.lastIndexOf(u'\n'));
        const int line = node.line + (node.block ? 1 : 0) + static_cast<int>(before.count(u'\n'));
        add(line, u"expr"_s, Tr::tr("At character %1: %2").arg(column).arg(what), nearest);
    }

    void duration(const FileNode &node, const QString &key, std::chrono::milliseconds &value)
    {
        const FileNode *text = node.member(key);
        if (text == nullptr)
            return;
        if (const std::optional<std::chrono::milliseconds> read = parseAlertDuration(text->text))
            value = *read;
        else
            add(text->line, key, Tr::tr("“%1” is no duration such as 30s, 5m or 1h30m.").arg(text->text));
    }

    void labels(const FileNode &node, const QString &key, AlertLabels &value)
    {
        const FileNode *table = node.member(key);
        if (table == nullptr || table->kind == Kind::Nothing)
            return;
        if (table->kind != Kind::Table)
            return add(table->line, key,
                       Tr::tr("Expected %1, got %2.").arg(kindText(Kind::Table), kindText(table->kind)));
        for (const auto &[name, text] : table->members)
            value.insert(name, text.text);
    }

    QString m_file;
    QList<AlertRule> m_rules;
    QList<SettingProblem> m_problems;
};

QString number(double value)
{
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

std::string utf8(const QString &text)
{
    return text.toStdString();
}

void emitLabels(YAML::Emitter &out, const char *key, const AlertLabels &labels)
{
    if (labels.isEmpty())
        return;
    out << YAML::Key << key << YAML::Value << YAML::BeginMap;
    for (auto it = labels.begin(); it != labels.end(); ++it)
        out << YAML::Key << utf8(it.key()) << YAML::Value << YAML::DoubleQuoted << utf8(it.value());
    out << YAML::EndMap;
}

void emitRule(YAML::Emitter &out, const AlertRule &rule)
{
    out << YAML::BeginMap << YAML::Key << "alert" << YAML::Value << YAML::DoubleQuoted << utf8(rule.name);
    out << YAML::Key << "expr" << YAML::Value << YAML::Literal << utf8(prometheusExpression(rule));
    if (rule.holds.count() > 0)
        out << YAML::Key << "for" << YAML::Value << utf8(alertDurationText(rule.holds));
    if (rule.keepFiring.count() > 0)
        out << YAML::Key << "keep_firing_for" << YAML::Value << utf8(alertDurationText(rule.keepFiring));
    AlertLabels labels = labelsOf(rule);
    labels.remove(u"alertname"_s);
    emitLabels(out, "labels", labels);
    emitLabels(out, "annotations", rule.annotations);
    out << YAML::EndMap;
}

} // namespace

tl::expected<QList<AlertRule>, QList<SettingProblem>> importPrometheusRules(const QByteArray &yaml,
                                                                            const QString &name)
{
    const tl::expected<FileNode, SettingProblem> root = readYaml(yaml, name);
    if (!root)
        return tl::unexpected(QList<SettingProblem>{root.error()});
    return Importer(name).run(*root);
}

QString prometheusExpression(const AlertRule &rule)
{
    if (!rule.expression.isEmpty())
        return rule.expression;
    const AlertMetric *metric = alertMetric(rule.metric);
    if (metric == nullptr || metric->promql[0] == '\0')
        return {};
    const QString measured =
        QString::fromLatin1(metric->promql).replace(u"WINDOW"_s, alertDurationText(rule.window));
    QStringList bounds;
    if (rule.floor)
        bounds.append(u"%1 < %2"_s.arg(measured, number(*rule.floor)));
    if (rule.ceiling)
        bounds.append(u"%1 > %2"_s.arg(measured, number(*rule.ceiling)));
    return bounds.join(u" or "_s);
}

QByteArray exportPrometheusRules(const QList<AlertRule> &rules, QStringList &skipped)
{
    QStringList groups;
    for (const AlertRule &rule : rules) {
        if (prometheusExpression(rule).isEmpty())
            skipped.append(
                Tr::tr("%1 is left out: /metrics has no series for %2.").arg(rule.name, rule.metric));
        else if (!groups.contains(rule.group))
            groups.append(rule.group);
    }
    YAML::Emitter out;
    out << YAML::BeginMap << YAML::Key << "groups" << YAML::Value << YAML::BeginSeq;
    for (const QString &group : groups) {
        out << YAML::BeginMap << YAML::Key << "name" << YAML::Value << YAML::DoubleQuoted << utf8(group);
        out << YAML::Key << "rules" << YAML::Value << YAML::BeginSeq;
        for (const AlertRule &rule : rules)
            if (rule.group == group && !prometheusExpression(rule).isEmpty())
                emitRule(out, rule);
        out << YAML::EndSeq << YAML::EndMap;
    }
    out << YAML::EndSeq << YAML::EndMap;
    return QByteArray(out.c_str(), static_cast<qsizetype>(out.size())) + '\n';
}

} // namespace assay
