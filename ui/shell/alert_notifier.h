// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/alert_host.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

class QSystemTrayIcon;

namespace assay::ui {

/// Tells alerts on the desktop, several that begin together in one message. The alerts file says whether
/// (`desktop`, on) and whether with a sound (`sound`, off).
class AlertNotifier final : public QObject
{
    Q_OBJECT

public:
    /// What a desktop can do. Replaced by tests.
    struct Desktop
    {
        std::function<bool()> hasTray{};
        std::function<void(const QString &title, const QString &text)> show{};
        std::function<void()> beep{};
    };

    /// @param host outlives this
    explicit AlertNotifier(AlertHost &host, QObject *parent = nullptr);
    ~AlertNotifier() override;

    void setDesktop(Desktop desktop) { m_desktop = std::move(desktop); }
    /// Why nothing comes to the desktop; empty = it does.
    QString note() const;
    /// What is told next, as if the gathering time were over.
    void flush();
    void take(const AlertFiring &firing);

Q_SIGNALS:
    /// Alerts began: for a notice in the window. @param rule the first of them
    void began(const QString &text, const QString &rule, const QString &firingId);
    /// The message on the desktop was clicked.
    void activated(const QString &rule, const QString &firingId);

private:
    Desktop realDesktop();

    AlertHost &m_host;
    Desktop m_desktop;
    QSystemTrayIcon *m_tray = nullptr;
    QTimer m_soon;
    QList<AlertFiring> m_waiting;
    QString m_rule;
    QString m_firing;
};

} // namespace assay::ui
