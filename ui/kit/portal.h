// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/kit/tokens.h"

#include <QtCore/QObject>
#include <QtCore/QString>

#include <optional>

class QDBusVariant;
class QThread;

namespace assay::ui {

/// The desktop's colour scheme, read from org.freedesktop.portal.Settings. Connecting to the bus
/// runs on a thread of its own, every call is asynchronous; with no bus it stays silent.
class ColorSchemePortal final : public QObject
{
    Q_OBJECT

public:
    explicit ColorSchemePortal(QObject *parent = nullptr);
    ~ColorSchemePortal() override;

    /// Empty until the portal has answered, and when the desktop has no preference.
    std::optional<Theme> scheme() const { return m_scheme; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void read();
    void take(const QVariant &value);

    QString m_bus;
    QThread *m_connector = nullptr;
    std::optional<Theme> m_scheme;
};

} // namespace assay::ui
