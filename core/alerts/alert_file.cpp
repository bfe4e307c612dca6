// SPDX-License-Identifier: Apache-2.0
#include "alerts/alert_file.h"

#include "base/text.h"
#include "base/tr.h"
#include "settings/file_node.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>
#include <QtCore/QUrl>

namespace assay {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using Kind = FileNode::Kind;

namespace {

constexpr qint64 largestFile = 256 << 10;
constexpr milliseconds longestDelay = std::chrono::hours(1);

const QStringList rootKeys{u"interval"_s, u"delay"_s, u"route"_s, u"delivery"_s, u"rule"_s, u"inhibit"_s};
const QStringList routeKeys{u"group_by"_s, u"group_wait"_s, u"group_interval"_s, u"repeat_interval"_s};
const QStringList deliveryKeys{u"webhooks"_s, u"alertmanagers"_s, u"heartbeat"_s, u"desktop"_s, u"sound"_s};
const QStringList inhibitKeys{u"source"_s, u"target"_s, u"equal"_s};
const QStringList ruleKeys{u"name"_s,   u"group"_s,   u"enabled"_s,  u"metric"_s, u"expression"_s,
                           u"floor"_s,  u"ceiling"_s, u"window"_s,   u"for"_s,    u"keep_firing_for"_s,
                           u"fewest"_s, u"no_data"_s, u"severity"_s, u"labels"_s, u"annotations"_s};

/// Collects what one file says over what is shipped, and what is wrong with it.
class Reader
{
public:
    explicit Reader(const QString &file) : m_file(QFileInfo(file).fileName()), m_rules(shippedAlertRules()) {}

    tl::expected<AlertRules, QList<SettingProblem>> run(const FileNode &root)
    {
        if (known(root, rootKeys, {})) {
            duration(root, u"interval"_s, {}, m_rules.interval, std::chrono::seconds(1));
            duration(root, u"delay"_s, {}, m_rules.delay, milliseconds(0));
            if (const FileNode *route = root.member(u"route"_s))
                readRoute(*route);
            if (const FileNode *delivery = root.member(u"delivery"_s))
                readDelivery(*delivery);
            eachOf(root, u"rule"_s, [this](const FileNode &node) { readRule(node); });
            eachOf(root, u"inhibit"_s, [this](const FileNode &node) { readInhibition(node); });
        }
        std::ranges::stable_sort(m_problems, {}, &SettingProblem::line);
        if (!m_problems.isEmpty())
            return tl::unexpected(std::move(m_problems));
        return std::move(m_rules);
    }

private:
    void add(SettingProblemKind kind, int line, const QString &key, const QString &what,
             const QString &nearest = {})
    {
        m_problems.append(
            {.kind = kind, .where = m_file, .line = line, .key = key, .nearest = nearest, .what = what});
    }

    bool is(const FileNode &node, Kind kind, const QString &key)
    {
        if (node.kind == kind)
            return true;
        add(SettingProblemKind::WrongType, node.line, key,
            Tr::tr("Expected %1, got %2.").arg(kindText(kind), kindText(node.kind)));
        return false;
    }

    /// A table with none but these keys?
    bool known(const FileNode &table, const QStringList &keys, const QString &prefix)
    {
        if (!is(table, Kind::Table, prefix.chopped(prefix.isEmpty() ? 0 : 1)))
            return false;
        for (const auto &[key, value] : table.members)
            if (!keys.contains(key))
                add(SettingProblemKind::UnknownKey, value.line, prefix + key,
                    Tr::tr("There is no such key here."), nearestOf(key, keys));
        return true;
    }

    template<typename F>
    void eachOf(const FileNode &root, const QString &key, F read)
    {
        const FileNode *list = root.member(key);
        if (list == nullptr || !is(*list, Kind::List, key))
            return;
        for (const auto &[name, node] : list->members)
            read(node);
    }

    void duration(const FileNode &table, const QString &key, const QString &prefix, milliseconds &value,
                  milliseconds least, milliseconds most = longestDelay)
    {
        const FileNode *node = table.member(key);
        if (node == nullptr || !is(*node, Kind::Text, prefix + key))
            return;
        const std::optional<milliseconds> read = parseAlertDuration(node->text);
        if (!read)
            return add(SettingProblemKind::NotAccepted, node->line, prefix + key,
                       Tr::tr("“%1” is no duration such as 30s, 5m or 1h30m.").arg(node->text));
        if (*read < least || *read > most)
            return add(SettingProblemKind::OutOfRange, node->line, prefix + key,
                       Tr::tr("This must lie between %1 and %2.")
                           .arg(alertDurationText(least), alertDurationText(most)));
        value = *read;
    }

    void text(const FileNode &table, const QString &key, const QString &prefix, QString &value)
    {
        if (const FileNode *node = table.member(key); node != nullptr && is(*node, Kind::Text, prefix + key))
            value = node->text;
    }

    void flag(const FileNode &table, const QString &key, const QString &prefix, bool &value)
    {
        if (const FileNode *node = table.member(key); node != nullptr && is(*node, Kind::Flag, prefix + key))
            value = node->flag;
    }

    void number(const FileNode &table, const QString &key, const QString &prefix,
                std::optional<double> &value)
    {
        if (const FileNode *node = table.member(key);
            node != nullptr && is(*node, Kind::Number, prefix + key))
            value = node->number;
    }

    template<typename E>
    void token(const FileNode &table, const QString &key, const QString &prefix, const QStringList &tokens,
               std::optional<E> (*from)(QStringView), E &value)
    {
        const FileNode *node = table.member(key);
        if (node == nullptr || !is(*node, Kind::Text, prefix + key))
            return;
        if (const std::optional<E> read = from(node->text))
            value = *read;
        else
            add(SettingProblemKind::NotAccepted, node->line, prefix + key,
                Tr::tr("“%1” is none of: %2.").arg(node->text, tokens.join(u", ")),
                nearestOf(node->text, tokens));
    }

    void texts(const FileNode &table, const QString &key, const QString &prefix, QStringList &value)
    {
        const FileNode *node = table.member(key);
        if (node == nullptr || !is(*node, Kind::List, prefix + key))
            return;
        value.clear();
        for (const auto &[name, one] : node->members)
            if (is(one, Kind::Text, prefix + key))
                value.append(one.text);
    }

    void labels(const FileNode &table, const QString &key, const QString &prefix, AlertLabels &value)
    {
        const FileNode *node = table.member(key);
        if (node == nullptr || !is(*node, Kind::Table, prefix + key))
            return;
        value.clear();
        for (const auto &[name, one] : node->members)
            if (is(one, Kind::Text, prefix + key + u'.' + name))
                value.insert(name, one.text);
    }

    void readRoute(const FileNode &table)
    {
        const QString prefix = u"route."_s;
        if (!known(table, routeKeys, prefix))
            return;
        AlertRoute &route = m_rules.route;
        texts(table, u"group_by"_s, prefix, route.groupBy);
        duration(table, u"group_wait"_s, prefix, route.groupWait, milliseconds(0));
        duration(table, u"group_interval"_s, prefix, route.groupInterval, std::chrono::seconds(1));
        duration(table, u"repeat_interval"_s, prefix, route.repeatInterval, std::chrono::minutes(1),
                 std::chrono::hours(24 * 30));
    }

    void readDelivery(const FileNode &table)
    {
        const QString prefix = u"delivery."_s;
        if (!known(table, deliveryKeys, prefix))
            return;
        AlertDelivery &delivery = m_rules.delivery;
        texts(table, u"webhooks"_s, prefix, delivery.webhooks);
        texts(table, u"alertmanagers"_s, prefix, delivery.alertmanagers);
        text(table, u"heartbeat"_s, prefix, delivery.heartbeat);
        flag(table, u"desktop"_s, prefix, delivery.desktop);
        flag(table, u"sound"_s, prefix, delivery.sound);
        const auto check = [&](const QString &key, const QString &address) {
            const QUrl url(address, QUrl::StrictMode);
            const bool http = url.scheme() == u"http" || url.scheme() == u"https";
            if (!url.isValid() || !http || url.host().isEmpty() || !url.userInfo().isEmpty())
                add(SettingProblemKind::NotAccepted, table.member(key)->line, prefix + key,
                    Tr::tr("This must be an address such as http://host:9093, without a user name or "
                           "password."));
        };
        for (const QString &address : delivery.webhooks)
            check(u"webhooks"_s, address);
        for (const QString &address : delivery.alertmanagers)
            check(u"alertmanagers"_s, address);
        if (!delivery.heartbeat.isEmpty())
            check(u"heartbeat"_s, delivery.heartbeat);
    }

    void readInhibition(const FileNode &table)
    {
        const QString prefix = u"inhibit."_s;
        if (!known(table, inhibitKeys, prefix))
            return;
        AlertInhibition inhibition;
        labels(table, u"source"_s, prefix, inhibition.source);
        labels(table, u"target"_s, prefix, inhibition.target);
        texts(table, u"equal"_s, prefix, inhibition.equal);
        if (inhibition.source.isEmpty() || inhibition.target.isEmpty())
            return add(SettingProblemKind::NotAccepted, table.line, u"inhibit"_s,
                       Tr::tr("Say the labels of both source and target."));
        if (!m_rules.inhibitions.contains(inhibition))
            m_rules.inhibitions.append(inhibition);
    }

    void readRule(const FileNode &table)
    {
        const QString prefix = u"rule."_s;
        if (!known(table, ruleKeys, prefix))
            return;
        QString name;
        text(table, u"name"_s, prefix, name);
        const int line = table.member(u"name"_s) != nullptr ? table.member(u"name"_s)->line : table.line;
        if (name.trimmed().isEmpty())
            return add(SettingProblemKind::NotAccepted, line, u"rule.name"_s, Tr::tr("A rule needs a name."));
        if (m_seen.contains(name))
            return add(SettingProblemKind::Duplicate, line, u"rule.name"_s,
                       Tr::tr("The rule “%1” stands in the file twice.").arg(name));
        m_seen.append(name);
        const auto found = std::ranges::find(m_rules.rules, name, &AlertRule::name);
        AlertRule rule = found != m_rules.rules.end() ? *found : AlertRule{.name = name};
        readFields(table, prefix, rule);
        const qsizetype before = m_problems.size();
        for (SettingProblem problem : checkAlertRule(rule)) {
            const FileNode *field = table.member(problem.key);
            problem.where = m_file;
            problem.line = field != nullptr ? field->line : line;
            problem.key = prefix + problem.key;
            m_problems.append(problem);
        }
        if (m_problems.size() != before)
            return;
        rule.shipped = found != m_rules.rules.end() && shippedAlertRules().rules.contains(rule);
        if (found != m_rules.rules.end())
            *found = rule;
        else
            m_rules.rules.append(rule);
    }

    void readFields(const FileNode &table, const QString &prefix, AlertRule &rule)
    {
        // A bound of the file stands for both: else the shipped one would stay beside it.
        if (table.member(u"floor"_s) != nullptr || table.member(u"ceiling"_s) != nullptr ||
            table.member(u"expression"_s) != nullptr) {
            rule.floor.reset();
            rule.ceiling.reset();
        }
        if (table.member(u"expression"_s) != nullptr)
            rule.metric.clear();
        if (table.member(u"metric"_s) != nullptr)
            rule.expression.clear();
        text(table, u"group"_s, prefix, rule.group);
        flag(table, u"enabled"_s, prefix, rule.enabled);
        text(table, u"metric"_s, prefix, rule.metric);
        text(table, u"expression"_s, prefix, rule.expression);
        number(table, u"floor"_s, prefix, rule.floor);
        number(table, u"ceiling"_s, prefix, rule.ceiling);
        constexpr milliseconds month = std::chrono::hours(24 * 30);
        duration(table, u"window"_s, prefix, rule.window, std::chrono::seconds(1), month);
        duration(table, u"for"_s, prefix, rule.holds, milliseconds(0), month);
        duration(table, u"keep_firing_for"_s, prefix, rule.keepFiring, milliseconds(0), month);
        std::optional<double> fewest;
        number(table, u"fewest"_s, prefix, fewest);
        if (fewest)
            rule.fewest = static_cast<qint64>(std::clamp(*fewest, -1.0, 1e12));
        token(table, u"no_data"_s, prefix, alertNoDataTokens(), &alertNoDataFrom, rule.noData);
        token(table, u"severity"_s, prefix, alertSeverityTokens(), &alertSeverityFrom, rule.severity);
        labels(table, u"labels"_s, prefix, rule.labels);
        labels(table, u"annotations"_s, prefix, rule.annotations);
    }

    QString m_file;
    AlertRules m_rules;
    QStringList m_seen;
    QList<SettingProblem> m_problems;
};

} // namespace

QString defaultAlertsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/assay/alerts.toml"_s;
}

tl::expected<AlertRules, QList<SettingProblem>> readAlertsText(const QByteArray &text, const QString &name)
{
    const bool json = name.endsWith(u".json"_s, Qt::CaseInsensitive);
    const tl::expected<FileNode, SettingProblem> root = json ? readYaml(text, name) : readToml(text, name);
    if (!root)
        return tl::unexpected(QList<SettingProblem>{root.error()});
    return Reader(name).run(*root);
}

tl::expected<AlertRules, QList<SettingProblem>> readAlertsFile(const QString &path, bool needed)
{
    QFile file(path);
    if (!needed && !file.exists())
        return shippedAlertRules();
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly))
        return tl::unexpected(QList<SettingProblem>{
            {.kind = SettingProblemKind::Unreadable,
             .where = path,
             .what = Tr::tr("The alerts file cannot be read: %1")
                         .arg(QFileInfo(path).isDir() ? Tr::tr("it is a folder.") : file.errorString())}});
    return readAlertsText(file.read(largestFile + 1), path);
}

} // namespace assay
