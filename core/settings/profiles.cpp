// SPDX-License-Identifier: Apache-2.0
#include "settings/profiles.h"

#include "base/text.h"
#include "base/tr.h"
#include "settings/toml_file.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

struct Shipped
{
    const char *name;
    const char *summary;
};

constexpr std::array shippedProfiles{
    Shipped{"balanced", QT_TRANSLATE_NOOP("AssayCore", "The defaults.")},
    Shipped{"cost-optimized",
            QT_TRANSLATE_NOOP("AssayCore", "More turns go to the fast model, a lower bar, fewer retries.")},
    Shipped{
        "quality-optimized",
        QT_TRANSLATE_NOOP("AssayCore", "More turns go to the premium model, more retries, three judges.")},
};

bool isShipped(const QString &name)
{
    return std::ranges::any_of(shippedProfiles,
                               [&](const Shipped &one) { return name == QLatin1StringView(one.name); });
}

bool isPlainName(const QString &name)
{
    return !name.isEmpty() && name.size() <= 64 && !name.startsWith(u'.') &&
           std::ranges::all_of(name, [](QChar c) {
               return c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u' ' || c == u'.';
           });
}

QString pathOf(const QString &name, const QString &folder)
{
    return (isShipped(name) ? u":/assay/profiles"_s : folder) + u'/' + name + u".toml"_s;
}

} // namespace

QList<Profile> listProfiles(const QString &folder)
{
    QList<Profile> all;
    for (const Shipped &one : shippedProfiles)
        all.append({.name = QString::fromLatin1(one.name), .summary = Tr::tr(one.summary), .shipped = true});
    if (folder.isEmpty())
        return all;
    for (const QFileInfo &file : QDir(folder).entryInfoList({u"*.toml"_s}, QDir::Files, QDir::Name))
        if (const QString name = file.completeBaseName(); isPlainName(name) && !isShipped(name))
            all.append({.name = name});
    return all;
}

QString profileTitle(const QString &name)
{
    if (name.isEmpty())
        return Tr::tr("none chosen");
    if (name == "balanced"_L1)
        return Tr::tr("Balanced");
    if (name == "cost-optimized"_L1)
        return Tr::tr("Cost-optimized");
    if (name == "quality-optimized"_L1)
        return Tr::tr("Quality-optimized");
    return name;
}

tl::expected<SettingEntries, QList<SettingProblem>> readProfile(const QString &name, const QString &folder)
{
    const QList<Profile> known = listProfiles(folder);
    if (std::ranges::find(known, name, &Profile::name) == known.end()) {
        QStringList names;
        for (const Profile &one : known)
            names.append(one.name);
        return tl::unexpected(QList<SettingProblem>{
            {.kind = SettingProblemKind::NotAccepted,
             .where = u"--profile"_s,
             .key = name,
             .nearest = nearestOf(name, names),
             .what = Tr::tr("There is no such profile; there are %1.").arg(names.join(u", "_s))}});
    }
    auto entries = readSettingsFile(pathOf(name, folder));
    if (!entries)
        return entries;
    QList<SettingProblem> problems;
    for (auto entry = entries->begin(); entry != entries->end(); ++entry) {
        const Setting &setting = settingAt(entry.key());
        if (!setting.live)
            problems.append(
                {.kind = SettingProblemKind::UnknownKey,
                 .where = QFileInfo(entry->origin.name).fileName(),
                 .line = entry->origin.line,
                 .key = QString::fromLatin1(setting.key),
                 .what = Tr::tr("Profiles hold tuning only; this setting belongs in the settings file.")});
        entry->origin = {.kind = OriginKind::Profile, .name = name};
    }
    if (!problems.isEmpty())
        return tl::unexpected(problems);
    return entries;
}

Result<> checkProfileName(const QString &name)
{
    if (!isPlainName(name))
        return fail(
            Errc::InvalidArgument,
            Tr::tr("A profile's name is made of letters, digits, spaces, hyphens and dots, 64 at most."));
    if (isShipped(name))
        return fail(Errc::InvalidArgument,
                    Tr::tr("%1 ships with Assay and stays as it is. Choose another name.").arg(name));
    return {};
}

Result<> saveProfile(const QString &name, const Settings &settings, const QString &folder)
{
    if (Result<> usable = checkProfileName(name); !usable)
        return usable;
    SettingChanges changes;
    for (int i = 0; i < settingCount; ++i)
        if (settingAt(i).live)
            changes.insert(i, settings.at(i).value);
    return writeSettingsFile(pathOf(name, folder), changes);
}

} // namespace assay
