// SPDX-License-Identifier: Apache-2.0
#include "settings/setting.h"

#include "base/tr.h"
#include "settings/setting_value.h"
#include "settings/settings_table.h"

#include <QtCore/QHash>

namespace assay {

using namespace Qt::StringLiterals;

QString sectionOf(const Setting &setting)
{
    const QString key = QString::fromLatin1(setting.key);
    return key.first(key.indexOf(u'.'));
}

QString labelOf(const Setting &setting)
{
    return Tr::tr(setting.label);
}

QString helpOf(const Setting &setting)
{
    return Tr::tr(setting.help);
}

QString settingWords(const Setting &setting)
{
    QStringList texts{QString::fromLatin1(setting.key), environmentNames(setting).join(u' '),
                      unitText(setting.unit)};
    const auto add = [&texts](const char *english) {
        texts.append(QString::fromUtf8(english));
        texts.append(Tr::tr(english));
    };
    add(setting.label);
    add(setting.help);
    for (const SettingChoice &choice : setting.choices) {
        texts.append(QString::fromLatin1(choice.token));
        add(choice.label);
    }
    return texts.join(u'\n');
}

bool settingHolds(const Setting &setting, const QString &needle)
{
    const QString all = settingWords(setting);
    const QStringList words = needle.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(words,
                               [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

QString unitText(SettingUnit unit)
{
    switch (unit) {
    case SettingUnit::None: return {};
    case SettingUnit::Milliseconds: return Tr::tr("ms");
    case SettingUnit::Seconds: return Tr::tr("s");
    case SettingUnit::Minutes: return Tr::tr("min");
    case SettingUnit::CallsPerSecond: return Tr::tr("calls/s");
    case SettingUnit::Calls: return Tr::tr("calls");
    case SettingUnit::Attempts: return Tr::tr("attempts");
    case SettingUnit::Judges: return Tr::tr("judges");
    case SettingUnit::Documents: return Tr::tr("passages");
    case SettingUnit::Tokens: return Tr::tr("tokens");
    case SettingUnit::Bytes: return Tr::tr("bytes");
    case SettingUnit::DollarsPerDay: return Tr::tr("$/day");
    }
    Q_UNREACHABLE();
}

std::chrono::milliseconds tickOf(SettingUnit unit)
{
    if (unit == SettingUnit::Seconds)
        return std::chrono::seconds(1);
    if (unit == SettingUnit::Minutes)
        return std::chrono::minutes(1);
    return std::chrono::milliseconds(1);
}

QStringList environmentNames(const Setting &setting)
{
    QStringList names = QString::fromLatin1(setting.environment).split(u' ', Qt::SkipEmptyParts);
    if (setting.type != SettingType::Secret)
        names.append(u"ASSAY_"_s + QString::fromLatin1(setting.key).replace(u'.', u'_').toUpper());
    return names;
}

namespace {

QString effectOf(const Setting &setting, const SettingValue &from, const SettingValue &to)
{
    if (setting.type == SettingType::Choice) {
        for (const SettingChoice &choice : setting.choices)
            if (to == SettingValue(QString::fromLatin1(choice.token)))
                return Tr::tr(choice.effect);
        return {};
    }
    if (setting.type == SettingType::Bool)
        return Tr::tr(to == SettingValue(true) ? setting.raise : setting.lower);
    if (*setting.raise == '\0')
        return {};
    return Tr::tr(numberOf(setting, to) > numberOf(setting, from) ? setting.raise : setting.lower);
}

} // namespace

QString describeEffect(const Setting &setting, const SettingValue &from, const SettingValue &to)
{
    if (from == to)
        return {};
    const QString change =
        Tr::tr("%1 %2 → %3")
            .arg(labelOf(setting), settingDisplay(setting, from), settingDisplay(setting, to));
    const QString effect = effectOf(setting, from, to);
    return effect.isEmpty() ? Tr::tr("%1.").arg(change) : Tr::tr("%1: %2").arg(change, effect);
}

std::optional<int> settingIndex(QStringView key)
{
    static const QHash<QString, int> indexOf = [] {
        QHash<QString, int> all;
        for (int i = 0; i < settingCount; ++i)
            all.insert(QString::fromLatin1(settingAt(i).key), i);
        return all;
    }();
    const auto found = indexOf.constFind(key.toString());
    return found == indexOf.cend() ? std::nullopt : std::optional<int>(*found);
}

QStringList settingKeys()
{
    QStringList all;
    for (const Setting &setting : settingsTable)
        all.append(QString::fromLatin1(setting.key));
    return all;
}

std::optional<SecretKey> secretKey(QStringView key)
{
    const std::optional<int> index = settingIndex(key);
    if (!index || settingAt(*index).type != SettingType::Secret)
        return std::nullopt;
    return SecretKey{*index};
}

QList<SettingGroup> settingGroups()
{
    const auto group = [](const char *id, const QString &label, const QString &help) {
        return SettingGroup{.id = QString::fromLatin1(id), .label = label, .help = help};
    };
    QList<SettingGroup> groups{
        group("agent", Tr::tr("Agent"), Tr::tr("Which models answer, and which stages of the pipeline run.")),
        group("quality", Tr::tr("Quality"), Tr::tr("The gate every answer has to pass, retries and judges.")),
        group("cost", Tr::tr("Cost"),
              Tr::tr("What goes to the fast model, how often models are called, and the budget.")),
        group("models", Tr::tr("Model connections"), Tr::tr("Where models are reached, and with which key.")),
        group("retrieval", Tr::tr("Retrieval"), Tr::tr("Where passages come from that support an answer.")),
        group("telemetry", Tr::tr("Telemetry"),
              Tr::tr("DashStream messages, and the Kafka cluster they travel through.")),
        group("monitoring", Tr::tr("Monitoring"), Tr::tr("When a drop in quality raises an alert.")),
        group("targets", Tr::tr("Targets"),
              Tr::tr("What Analytics holds its figures against. The deployment guide's own targets "
                     "disagree with each other, so each is one of its own.")),
        group("triage", Tr::tr("Triage"), Tr::tr("The queue of turns that somebody should look at.")),
        group("ui", Tr::tr("Appearance"), Tr::tr("How the console looks.")),
    };
    for (int i = 0; i < settingCount; ++i) {
        const QString section = sectionOf(settingAt(i));
        const QString id = section == u"kafka"_s ? u"telemetry"_s : section;
        const auto home = std::ranges::find(groups, id, &SettingGroup::id);
        Q_ASSERT(home != groups.end());
        home->settings.append(i);
    }
    return groups;
}

} // namespace assay
