// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "settings/setting.h"

#include <QtCore/QJsonValue>

namespace assay {

enum class SettingProblemKind : std::uint8_t {
    Unreadable, ///< the file cannot be opened or read
    TooLarge,
    NotUtf8,
    Syntax,
    Duplicate,
    UnknownSection,
    UnknownKey,
    WrongType,
    OutOfRange,
    NotANumber,  ///< NaN
    NotAccepted, ///< right type, but not a token, address or name this setting takes
    SecretOutOfPlace,
};

/// One thing wrong with settings from outside. Never holds the value of a secret.
struct SettingProblem
{
    SettingProblemKind kind = SettingProblemKind::Syntax;
    QString where{};   ///< the file as named, the variable, or the flag
    int line = 0;      ///< in the file, from 1; 0 = does not apply
    QString key{};     ///< as written; empty when no key is at fault
    QString nearest{}; ///< the valid key, section or token most like it; empty when none is near
    QString what{};    ///< what is wrong and what to do, one or two sentences

    /// "assay.toml:7: quality.treshold is not a setting. Did you mean quality.threshold?"
    QString text() const;

    bool operator==(const SettingProblem &) const = default;
};

/// All problems as one error, a line each.
Error toError(const QList<SettingProblem> &problems);

/// The declared default.
SettingValue initialValue(const Setting &setting);

/// Reads a value from a variable or a flag: "true", "3", "0.95", "a:9092,b:9092".
/// @return or what is wrong, with `what` and `kind` filled in
tl::expected<SettingValue, SettingProblem> parseSetting(const Setting &setting, QStringView text);

/// Is `value` of the declared type, in range, and of the declared form?
/// @return nullopt when it is, else what is wrong
std::optional<SettingProblem> checkSetting(const Setting &setting, const SettingValue &value);

/// The value as parseSetting() reads it. Not translated; empty for secrets.
QString settingText(const Setting &setting, const SettingValue &value);

/// The value as a TOML literal; the file reader reads it back to the same value.
QString settingToml(const Setting &setting, const SettingValue &value);

/// The value for people: choice labels, "on", units, "$25.00", "none" for empty lists. Translated.
QString settingDisplay(const Setting &setting, const SettingValue &value);

/// The value as JSON: durations in the setting's unit, money in dollars; null for secrets.
QJsonValue settingJson(const Setting &setting, const SettingValue &value);

/// A Duration of so many of the setting's ticks; Money of so many dollars; else the number itself.
SettingValue numericValue(const Setting &setting, double number);

/// The inverse of numericValue(); 0 for values that are no number.
double numberOf(const Setting &setting, const SettingValue &value);

/// Does this text look like a key, password or token that must not stand in a file or message?
bool looksLikeSecret(QStringView text);

} // namespace assay
