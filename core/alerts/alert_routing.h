// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "alerts/alert_engine.h"

namespace assay {

/// A message about firings that belong together.
struct AlertMessage
{
    QString key{};         ///< the same for the same content: a target takes it once
    AlertLabels group{};   ///< the labels they agree in
    bool resolved = false; ///< none of them fires any more
    QList<AlertFiring> firings{};

    bool operator==(const AlertMessage &) const = default;
};

/// Why a firing is not told.
enum class AlertMute : std::uint8_t { Told, Silenced, Inhibited };

/// Does a silence's matcher, or all of them, hold for these labels? An absent label is an empty one.
bool matches(const AlertMatcher &matcher, const AlertLabels &labels);
bool matches(const AlertSilence &silence, const AlertLabels &labels);

/// Reads `alertname="HighFailureRate"`, `team!=ml`, `thread=~"th_.*"`. @errors InvalidArgument
Result<AlertMatcher> parseAlertMatcher(const QString &text);
QString alertMatcherText(const AlertMatcher &matcher);

QJsonObject toJson(const AlertSilence &silence);
/// @errors Corrupt
Result<AlertSilence> alertSilenceFrom(const QByteArray &json);

/// Which of `open` are told at `now`, by id.
QMap<QString, AlertMute> muted(const QList<AlertFiring> &open, const QList<AlertSilence> &silences,
                               const QList<AlertInhibition> &inhibitions, UtcTime now);

/// Gathers firings into messages: one per group, not before groupWait, when something changed not before
/// groupInterval, and again after repeatInterval. Pure but for what it remembers.
class AlertRouter
{
public:
    explicit AlertRouter(AlertRoute route) : m_route(std::move(route)) {}

    /// @param firings that fire and are told, and those that were told and have resolved since
    QList<AlertMessage> take(const QList<AlertFiring> &firings, UtcTime now);

    QByteArray save() const;
    /// What cannot be read is forgotten: then messages may come once more.
    void restore(const QByteArray &saved);

private:
    struct Group
    {
        UtcTime since{};
        UtcTime told{}; ///< the epoch = never
        QByteArray content{};
        bool resolved = true;
    };

    AlertRoute m_route;
    QMap<QString, Group> m_groups;
};

} // namespace assay
