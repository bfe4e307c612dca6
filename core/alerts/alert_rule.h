// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.h"

#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <chrono>
#include <cstdint>
#include <optional>

namespace assay {

enum class AlertSeverity : std::uint8_t { Info, Warning, Critical };

/// What a rule makes of a window in which there is nothing to measure.
enum class AlertNoData : std::uint8_t {
    Ok,    ///< as if the bound were kept
    Keep,  ///< as before
    Alert, ///< as if the bound were broken
};

using AlertLabels = QMap<QString, QString>;

/// When to tell somebody. Either a metric of alertMetrics() with a floor or a ceiling, or a PromQL expression
/// over the series of our /metrics, as an imported rule has it.
struct AlertRule
{
    QString name{};
    QString group = QStringLiteral("assay"); ///< of a Prometheus rule file
    bool enabled = true;
    bool shipped = false;            ///< comes with the program and was not changed
    QString metric{};                ///< name in alertMetrics(); empty when there is an expression
    QString expression{};            ///< PromQL; empty when there is a metric
    std::optional<double> floor{};   ///< violated below it; in the metric's unit
    std::optional<double> ceiling{}; ///< violated above it
    std::chrono::milliseconds window{std::chrono::minutes(5)};
    std::chrono::milliseconds holds{0};      ///< `for`: violated that long before it fires
    std::chrono::milliseconds keepFiring{0}; ///< goes on firing that long after the last violation
    qint64 fewest = 1;                       ///< a window with fewer values counts as one without data
    AlertNoData noData = AlertNoData::Ok;
    AlertSeverity severity = AlertSeverity::Warning;
    AlertLabels labels{};      ///< more labels, besides alertname and severity
    AlertLabels annotations{}; ///< summary, description, action, runbook_url …

    bool operator==(const AlertRule &) const = default;
};

/// While a firing matches `source`, those that match `target` and agree in the labels `equal` are not told.
struct AlertInhibition
{
    AlertLabels source{};
    AlertLabels target{};
    QStringList equal{};

    bool operator==(const AlertInhibition &) const = default;
};

/// How firings become messages.
struct AlertRoute
{
    QStringList groupBy{QStringLiteral("alertname")}; ///< firings that agree in these labels share a message
    std::chrono::milliseconds groupWait{std::chrono::seconds(10)};
    std::chrono::milliseconds groupInterval{std::chrono::minutes(1)};
    std::chrono::milliseconds repeatInterval{std::chrono::hours(4)};

    bool operator==(const AlertRoute &) const = default;
};

/// Where messages go. Empty = nowhere.
struct AlertDelivery
{
    QStringList webhooks{};      ///< URLs; get Alertmanager's webhook message, version 4
    QStringList alertmanagers{}; ///< base URLs of Alertmanager, API v2
    QString heartbeat{};         ///< URL that is asked every minute while data arrives: a dead-man's switch
    bool desktop = true;
    bool sound = false;

    bool operator==(const AlertDelivery &) const = default;
};

/// Everything an alerts file says, put over what is shipped.
struct AlertRules
{
    QList<AlertRule> rules{}; ///< by name, each once
    QList<AlertInhibition> inhibitions{};
    AlertRoute route{};
    AlertDelivery delivery{};
    std::chrono::milliseconds interval{std::chrono::seconds(15)}; ///< between two evaluations
    std::chrono::milliseconds delay{std::chrono::seconds(5)};     ///< how long late events are waited for

    bool operator==(const AlertRules &) const = default;
};

/// One condition on a label of a silence.
struct AlertMatcher
{
    QString label{};
    QString value{};
    bool negated = false;
    bool pattern = false; ///< `value` is a regular expression (RE2) for the whole label

    bool operator==(const AlertMatcher &) const = default;
};

/// Firings that match every matcher are told to nobody from `begins` to `ends`.
struct AlertSilence
{
    QString id{};
    QList<AlertMatcher> matchers{};
    UtcTime begins{};
    UtcTime ends{};
    QString who{};
    QString note{};

    bool operator==(const AlertSilence &) const = default;
};

/// "warning", "keep" …
QString toToken(AlertSeverity severity);
QString toToken(AlertNoData mode);
std::optional<AlertSeverity> alertSeverityFrom(QStringView token);
std::optional<AlertNoData> alertNoDataFrom(QStringView token);
QStringList alertSeverityTokens();
QStringList alertNoDataTokens();

/// "5m", "1h30m", "500ms": a duration as Prometheus writes it. nullopt for anything else, and over 10 years.
std::optional<std::chrono::milliseconds> parseAlertDuration(QStringView text);
QString alertDurationText(std::chrono::milliseconds duration);

/// The labels every firing of a rule has: alertname, severity and the rule's own.
AlertLabels labelsOf(const AlertRule &rule);

} // namespace assay
