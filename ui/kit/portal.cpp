// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/portal.h"

#include <QtCore/QFile>
#include <QtCore/QThread>
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusPendingCallWatcher>
#include <QtDBus/QDBusPendingReply>
#include <QtDBus/QDBusVariant>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto service = "org.freedesktop.portal.Desktop";
constexpr auto path = "/org/freedesktop/portal/desktop";
constexpr auto settings = "org.freedesktop.portal.Settings";

/// Without one of these libdbus would try to launch a bus of its own.
bool hasSessionBus()
{
    if (qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFile::exists(runtime + u"/bus"_s);
}

QVariant unwrapped(QVariant value)
{
    while (value.userType() == qMetaTypeId<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

ColorSchemePortal::ColorSchemePortal(QObject *parent) : QObject(parent), m_bus(u"assay-portal"_s)
{
    if (!hasSessionBus())
        return;
    m_connector =
        QThread::create([name = m_bus] { QDBusConnection::connectToBus(QDBusConnection::SessionBus, name); });
    connect(m_connector, &QThread::finished, this, &ColorSchemePortal::read);
    m_connector->start();
}

ColorSchemePortal::~ColorSchemePortal()
{
    if (m_connector == nullptr)
        return;
    m_connector->disconnect(this);
    if (m_connector->wait(200))
        delete m_connector;
    QDBusConnection::disconnectFromBus(m_bus);
}

void ColorSchemePortal::read()
{
    QDBusConnection bus(m_bus);
    if (!bus.isConnected())
        return;
    bus.connect(QLatin1StringView(service), QLatin1StringView(path), QLatin1StringView(settings),
                u"SettingChanged"_s, this, SLOT(settingChanged(QString, QString, QDBusVariant)));
    QDBusMessage call = QDBusMessage::createMethodCall(QLatin1StringView(service), QLatin1StringView(path),
                                                       QLatin1StringView(settings), u"Read"_s);
    call << u"org.freedesktop.appearance"_s << u"color-scheme"_s;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call, 5000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *done) {
        const QDBusPendingReply<QDBusVariant> reply = *done;
        if (!reply.isError())
            take(reply.value().variant());
        done->deleteLater();
    });
}

void ColorSchemePortal::settingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == u"org.freedesktop.appearance"_s && key == u"color-scheme"_s)
        take(value.variant());
}

void ColorSchemePortal::take(const QVariant &value)
{
    std::optional<Theme> scheme;
    switch (unwrapped(value).toUInt()) {
    case 1: scheme = Theme::Dark; break;
    case 2: scheme = Theme::Light; break;
    default: break;
    }
    if (scheme == m_scheme)
        return;
    m_scheme = scheme;
    Q_EMIT changed();
}

} // namespace assay::ui
