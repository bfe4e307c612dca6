// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settings/table_agent.h"
#include "settings/table_quality.h"
#include "settings/table_targets.h"
#include "settings/table_telemetry.h"
#include "settings/table_ui.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace assay {

/// Every setting of the program, in the order people read them.
inline constexpr auto settingsTable = [] {
    std::array<Setting, table::agent.size() + table::quality.size() + table::cost.size() +
                            table::monitoring.size() + table::targets.size() + table::models.size() +
                            table::retrieval.size() + table::telemetry.size() + table::kafka.size() +
                            table::triage.size() + table::ui.size()>
        all{};
    auto next = all.begin();
    next = std::ranges::copy(table::agent, next).out;
    next = std::ranges::copy(table::quality, next).out;
    next = std::ranges::copy(table::cost, next).out;
    next = std::ranges::copy(table::models, next).out;
    next = std::ranges::copy(table::retrieval, next).out;
    next = std::ranges::copy(table::telemetry, next).out;
    next = std::ranges::copy(table::kafka, next).out;
    next = std::ranges::copy(table::monitoring, next).out;
    next = std::ranges::copy(table::targets, next).out;
    next = std::ranges::copy(table::triage, next).out;
    std::ranges::copy(table::ui, next);
    return all;
}();

inline constexpr int settingCount = static_cast<int>(settingsTable.size());

/// Names a declared setting whose value is a T. Only _setting and settingKey() make one.
template<typename T>
struct SettingKey
{
    int index = 0;
};

/// Tag type of secrets, which have no value in Settings.
struct SecretTag
{
};
using SecretKey = SettingKey<SecretTag>;

namespace detail {

template<SettingType>
struct ValueOf;
template<>
struct ValueOf<SettingType::Bool>
{
    using Type = bool;
};
template<>
struct ValueOf<SettingType::Integer>
{
    using Type = qint64;
};
template<>
struct ValueOf<SettingType::Number>
{
    using Type = double;
};
template<>
struct ValueOf<SettingType::Text>
{
    using Type = QString;
};
template<>
struct ValueOf<SettingType::Choice>
{
    using Type = QString;
};
template<>
struct ValueOf<SettingType::TextList>
{
    using Type = QStringList;
};
template<>
struct ValueOf<SettingType::Duration>
{
    using Type = std::chrono::milliseconds;
};
template<>
struct ValueOf<SettingType::Money>
{
    using Type = Micros;
};
template<>
struct ValueOf<SettingType::Secret>
{
    using Type = SecretTag;
};

/// A string literal as a template argument.
template<std::size_t N>
struct KeyLiteral
{
    char text[N]{};
    consteval KeyLiteral(const char (&from)[N]) { std::copy_n(from, N, text); } // NOLINT: implicit by design
};

consteval std::size_t declaredIndex(std::string_view key)
{
    for (std::size_t i = 0; i < settingsTable.size(); ++i)
        if (key == settingsTable[i].key)
            return i;
    throw "no setting of this name is declared"; // reached only while compiling
}

} // namespace detail

/// `"quality.threshold"_setting`: a handle of the declared type; an undeclared key does not compile.
template<detail::KeyLiteral Literal>
consteval auto operator""_setting()
{
    constexpr std::size_t index = detail::declaredIndex(Literal.text);
    return SettingKey<typename detail::ValueOf<settingsTable[index].type>::Type>{static_cast<int>(index)};
}

/// Index in settingsTable of a key read from outside; nullopt for one that is not declared.
std::optional<int> settingIndex(QStringView key);

/// The declaration behind an index.
constexpr const Setting &settingAt(int index)
{
    return settingsTable[static_cast<std::size_t>(index)];
}

/// Every declared key, in table order; for completion and "did you mean".
QStringList settingKeys();

/// The handle of a secret by key; nullopt when `key` is no declared secret.
std::optional<SecretKey> secretKey(QStringView key);

/// A chapter of the form: what its settings have in common.
struct SettingGroup
{
    QString id{}; ///< "quality"
    QString label{};
    QString help{};
    QList<int> settings{}; ///< indexes, in table order
};

/// Chapters in reading order, texts translated; every setting stands in exactly one.
QList<SettingGroup> settingGroups();

} // namespace assay
