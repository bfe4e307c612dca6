// SPDX-License-Identifier: Apache-2.0
#include "base/tr.h"
#include "settings/toml_file.h"
#include "settings/toml_scan.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>

#include <cerrno>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

QByteArray literalOf(int index, const SettingValue &value)
{
    return settingToml(settingAt(index), value).toUtf8();
}

QByteArray lineOf(int index, const SettingValue &value)
{
    const QString key = QString::fromLatin1(settingAt(index).key);
    return key.sliced(key.indexOf(u'.') + 1).toUtf8() + " = " + literalOf(index, value);
}

/// Puts one value where the file has it, else at the end of its section, else into a new section.
QByteArray withValue(QByteArray text, int index, const SettingValue &value)
{
    const QByteArray newline = text.contains("\r\n") ? "\r\n" : "\n";
    const QString key = QString::fromLatin1(settingAt(index).key);
    const QString section = sectionOf(settingAt(index));
    qsizetype endOfSection = -1;
    QString current;
    for (const TomlStatement &one : scanToml(text)) {
        if (!one.isHeader && one.key == key)
            return text.replace(one.valueBegin, one.valueEnd - one.valueBegin, literalOf(index, value));
        if (one.isHeader)
            current = one.key;
        if (current == section)
            endOfSection = one.next;
    }
    const QByteArray line = lineOf(index, value) + newline;
    if (endOfSection < 0) {
        if (!text.isEmpty() && !text.endsWith('\n'))
            text += newline;
        return text + (text.isEmpty() ? QByteArray() : newline) + '[' + section.toUtf8() + ']' + newline +
               line;
    }
    if (endOfSection == text.size() && !text.endsWith('\n'))
        return text + newline + line;
    return text.insert(endOfSection, line);
}

QByteArray writtenAnew(const QMap<int, SettingValue> &values)
{
    QByteArray text;
    QString section;
    for (auto value = values.cbegin(); value != values.cend(); ++value) {
        if (const QString own = sectionOf(settingAt(value.key())); own != section) {
            text += (text.isEmpty() ? "[" : "\n[") + own.toUtf8() + "]\n";
            section = own;
        }
        text += lineOf(value.key(), *value) + '\n';
    }
    return text;
}

QMap<int, SettingValue> valuesOf(const SettingEntries &entries)
{
    QMap<int, SettingValue> values;
    for (auto entry = entries.cbegin(); entry != entries.cend(); ++entry)
        values.insert(entry.key(), entry->value);
    return values;
}

Errc codeOf(const QString &said)
{
    if (said == qt_error_string(ENOSPC) || said == qt_error_string(EDQUOT))
        return Errc::DiskFull;
    if (said == qt_error_string(EROFS) || said == qt_error_string(EACCES) || said == qt_error_string(EPERM))
        return Errc::ReadOnly;
    return Errc::Io;
}

} // namespace

Result<QByteArray> editSettingsText(const QByteArray &text, const SettingChanges &changes)
{
    const auto before = readSettingsText(text, u"assay.toml"_s);
    if (!before)
        return fail(toError(before.error()));
    QMap<int, SettingValue> wanted = valuesOf(*before);
    QByteArray edited = text;
    for (auto change = changes.cbegin(); change != changes.cend(); ++change) {
        if (settingAt(change.key()).type == SettingType::Secret)
            return fail(Errc::InvalidArgument, Tr::tr("A secret is never written to a file."));
        if (const std::optional<SettingProblem> wrong = checkSetting(settingAt(change.key()), *change))
            return fail(Errc::InvalidArgument, wrong->text());
        wanted.insert(change.key(), *change);
        edited = withValue(edited, change.key(), *change);
    }
    const auto after = readSettingsText(edited, u"assay.toml"_s);
    return after && valuesOf(*after) == wanted ? edited : writtenAnew(wanted);
}

Result<> writeSettingsFile(const QString &path, const SettingChanges &changes)
{
    const QFileInfo info(path);
    const bool isNew = !info.exists();
    QByteArray text;
    if (!isNew) {
        QFile old(path);
        if (!old.open(QIODevice::ReadOnly))
            return fail(Errc::Io,
                        Tr::tr("The settings file %1 cannot be read: %2").arg(path, old.errorString()));
        text = old.read(largestSettingsFile + 1);
    }
    Result<QByteArray> edited = editSettingsText(text, changes);
    if (!edited)
        return fail(std::move(edited.error()));
    if (!QDir().mkpath(info.absolutePath()))
        return fail(Errc::ReadOnly,
                    Tr::tr("The folder %1 cannot be made. Check its permissions.").arg(info.absolutePath()));
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(*edited) == edited->size();
    if (written && isNew)
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (!written || !file.commit())
        return fail(codeOf(file.errorString()),
                    Tr::tr("The settings file %1 cannot be written: %2").arg(path, file.errorString()));
    return {};
}

} // namespace assay
