// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/micros.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <chrono>
#include <cstdint>
#include <span>
#include <variant>

namespace assay {

/// What a setting holds. In a file, a Duration is a whole number of the setting's unit and Money a
/// number of dollars. A Secret has no value here at all: it lives in Secrets.
enum class SettingType : std::uint8_t {
    Bool,
    Integer,
    Number,
    Text,
    Choice,
    TextList,
    Duration,
    Money,
    Secret
};

/// What a number counts; shown beside it, and for a Duration the size of one tick.
enum class SettingUnit : std::uint8_t {
    None,
    Milliseconds,
    Seconds,
    Minutes,
    CallsPerSecond,
    Calls,
    Attempts,
    Judges,
    Documents,
    Tokens,
    Bytes,
    DollarsPerDay,
};

/// What a Text (or each entry of a TextList) must look like.
enum class TextForm : std::uint8_t {
    Any,
    Name,       ///< not empty, no white space: a topic, a collection
    Model,      ///< a Name that stands for a model that answers
    JudgeModel, ///< a Name that stands for a model that judges
    Url,        ///< http or https with a host, without user name or password; may be empty
    Path,       ///< a file's path; may be empty
    HostAndPort ///< "localhost:9092"
};

/// One token a Choice accepts, and how people read it.
struct SettingChoice
{
    const char *token = "";
    const char *label = "";  ///< AssayCore
    const char *effect = ""; ///< AssayCore: one sentence on what choosing it does
};

/// A default as it can be written in a constant: bool, whole number (also Duration, in the
/// setting's unit, and Money, in micro-dollars), number, or text (a TextList parts it at commas).
using SettingLiteral = std::variant<bool, qint64, double, const char *>;

/// The one declaration of a setting. File, environment, flags, form, help and documentation are
/// driven by it.
struct Setting
{
    const char *key = ""; ///< "quality.threshold": section, dot, name
    SettingType type = SettingType::Text;
    SettingLiteral initial = "";
    double minimum = 0.0; ///< of Integer, Number, Duration (in its unit) and Money (dollars)
    double maximum = 0.0;
    double step = 0.0; ///< one press of an arrow key in the form
    SettingUnit unit = SettingUnit::None;
    TextForm form = TextForm::Any;
    std::span<const SettingChoice> choices{};
    const char *label = "";       ///< AssayCore
    const char *help = "";        ///< AssayCore: one or two sentences
    const char *raise = "";       ///< AssayCore: effect of a higher value, or of switching on
    const char *lower = "";       ///< AssayCore: effect of a lower value, or of switching off
    const char *environment = ""; ///< the variable's known names, space between, first set one counts
    bool live = false;            ///< takes part in tuning and profiles; the next attempt reads it
    bool restart = false;         ///< only read at start
};

/// A setting's value in memory. monostate stands for a Secret's absent one.
using SettingValue = std::variant<std::monostate, bool, qint64, double, QString, QStringList,
                                  std::chrono::milliseconds, Micros>;

/// "quality" of "quality.threshold".
QString sectionOf(const Setting &setting);

/// Translated label and help.
QString labelOf(const Setting &setting);
QString helpOf(const Setting &setting);

/// Everything a setting may be looked for by: key, label, help, choices, unit and variables, in the current
/// language and in English.
QString settingWords(const Setting &setting);

/// Does settingWords() hold every word of `needle`? An empty needle is held by all.
bool settingHolds(const Setting &setting, const QString &needle);

/// "ms", "min", "per second"; empty for none. Translated.
QString unitText(SettingUnit unit);

/// Length of one tick of a Duration; 1 ms for units that are no time.
std::chrono::milliseconds tickOf(SettingUnit unit);

/// Every environment variable that sets this one, known names first, the general
/// ASSAY_SECTION_NAME last. A Secret has its known names only.
QStringList environmentNames(const Setting &setting);

/// In words, what changing `setting` from one value to another does: "Confidence threshold 0.75 →
/// 0.80: more turns go to the premium model." Empty when nothing changes.
QString describeEffect(const Setting &setting, const SettingValue &from, const SettingValue &to);

} // namespace assay
