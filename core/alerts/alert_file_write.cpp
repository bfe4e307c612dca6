// SPDX-License-Identifier: Apache-2.0
#include "alerts/alert_file.h"
#include "base/tr.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

QString quoted(const QString &text)
{
    QString result = u"\""_s;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            result += u'\\' + QString(c);
        else if (c == u'\n')
            result += u"\\n"_s;
        else if (c == u'\t')
            result += u"\\t"_s;
        else if (c < u' ' || c == QChar(0x7f))
            result += u"\\u%1"_s.arg(uint{c.unicode()}, 4, 16, QChar(u'0'));
        else
            result += c;
    }
    return result + u'"';
}

QString listed(const QStringList &texts)
{
    QStringList all;
    for (const QString &text : texts)
        all.append(quoted(text));
    return u'[' + all.join(u", "_s) + u']';
}

QString tabled(const AlertLabels &labels)
{
    QStringList all;
    for (auto it = labels.begin(); it != labels.end(); ++it)
        all.append(u"%1 = %2"_s.arg(quoted(it.key()), quoted(it.value())));
    return u"{ "_s + all.join(u", "_s) + u" }"_s;
}

class Writer
{
public:
    QByteArray run(const AlertRules &rules)
    {
        const AlertRules &shipped = shippedAlertRules();
        duration(u"interval"_s, rules.interval, shipped.interval);
        duration(u"delay"_s, rules.delay, shipped.delay);
        writeRoute(rules.route, shipped.route);
        writeDelivery(rules.delivery, shipped.delivery);
        for (const AlertRule &rule : rules.rules) {
            const auto original = std::ranges::find(shipped.rules, rule.name, &AlertRule::name);
            AlertRule plain = rule;
            plain.shipped = true;
            if (original == shipped.rules.end() || plain != *original)
                writeRule(rule, original == shipped.rules.end() ? AlertRule{} : *original);
        }
        for (const AlertInhibition &inhibition : rules.inhibitions)
            if (!shipped.inhibitions.contains(inhibition))
                m_text += u"\n[[inhibit]]\nsource = %1\ntarget = %2\nequal = %3\n"_s.arg(
                    tabled(inhibition.source), tabled(inhibition.target), listed(inhibition.equal));
        return m_text.toUtf8();
    }

private:
    void line(const QString &key, const QString &value) { m_text += u"%1 = %2\n"_s.arg(key, value); }

    void duration(const QString &key, std::chrono::milliseconds value, std::chrono::milliseconds usual)
    {
        if (value != usual)
            line(key, quoted(alertDurationText(value)));
    }

    void writeRoute(const AlertRoute &route, const AlertRoute &usual)
    {
        if (route == usual)
            return;
        m_text += u"\n[route]\n"_s;
        line(u"group_by"_s, listed(route.groupBy));
        duration(u"group_wait"_s, route.groupWait, usual.groupWait);
        duration(u"group_interval"_s, route.groupInterval, usual.groupInterval);
        duration(u"repeat_interval"_s, route.repeatInterval, usual.repeatInterval);
    }

    void writeDelivery(const AlertDelivery &delivery, const AlertDelivery &usual)
    {
        if (delivery == usual)
            return;
        m_text += u"\n[delivery]\n"_s;
        line(u"webhooks"_s, listed(delivery.webhooks));
        line(u"alertmanagers"_s, listed(delivery.alertmanagers));
        line(u"heartbeat"_s, quoted(delivery.heartbeat));
        line(u"desktop"_s, delivery.desktop ? u"true"_s : u"false"_s);
        line(u"sound"_s, delivery.sound ? u"true"_s : u"false"_s);
    }

    /// What differs from the rule that a reader begins with. A bound is always written with the other: it
    /// stands for both.
    void writeRule(const AlertRule &rule, const AlertRule &usual)
    {
        m_text += u"\n[[rule]]\n"_s;
        const auto text = [this](const QString &key, const QString &value, const QString &before) {
            if (value != before && !value.isEmpty())
                line(key, quoted(value));
        };
        text(u"name"_s, rule.name, {});
        text(u"group"_s, rule.group, usual.group);
        if (rule.enabled != usual.enabled)
            line(u"enabled"_s, rule.enabled ? u"true"_s : u"false"_s);
        text(u"metric"_s, rule.metric, usual.metric);
        text(u"expression"_s, rule.expression, usual.expression);
        if (rule.floor != usual.floor || rule.ceiling != usual.ceiling) {
            if (rule.floor)
                line(u"floor"_s, number(*rule.floor));
            if (rule.ceiling)
                line(u"ceiling"_s, number(*rule.ceiling));
        }
        duration(u"window"_s, rule.window, usual.window);
        duration(u"for"_s, rule.holds, usual.holds);
        duration(u"keep_firing_for"_s, rule.keepFiring, usual.keepFiring);
        if (rule.fewest != usual.fewest)
            line(u"fewest"_s, QString::number(rule.fewest));
        text(u"no_data"_s, toToken(rule.noData), toToken(usual.noData));
        text(u"severity"_s, toToken(rule.severity), toToken(usual.severity));
        if (rule.labels != usual.labels)
            line(u"labels"_s, tabled(rule.labels));
        if (rule.annotations != usual.annotations)
            line(u"annotations"_s, tabled(rule.annotations));
    }

    static QString number(double value)
    {
        const QString shortest = QString::number(value, 'g', QLocale::FloatingPointShortest);
        return shortest.contains(u'.') || shortest.contains(u'e') ? shortest : shortest + u".0"_s;
    }

    QString m_text;
};

} // namespace

QByteArray alertsToml(const AlertRules &rules)
{
    return Writer().run(rules);
}

Result<> writeAlertsFile(const QString &path, const AlertRules &rules)
{
    const auto refused = [&](const QString &why) {
        return fail(Errc::Io, Tr::tr("The alerts file %1 could not be written: %2").arg(path, why));
    };
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return fail(Errc::ReadOnly, Tr::tr("The folder %1 could not be made. Check its permissions.")
                                        .arg(QFileInfo(path).absolutePath()));
    QSaveFile file(path);
    const QByteArray text = alertsToml(rules);
    if (!file.open(QIODevice::WriteOnly))
        return refused(file.errorString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (file.write(text) != text.size() || !file.commit())
        return refused(file.errorString());
    return {};
}

} // namespace assay
