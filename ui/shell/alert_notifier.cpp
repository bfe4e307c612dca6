// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/alert_notifier.h"

#include "ui/kit/icons.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QSystemTrayIcon>

namespace assay::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds gatheredFor = 1500ms;
constexpr int shownFor = 10'000; ///< ms; desktops may do as they like
constexpr qsizetype mostNamed = 4;

/// What people read of a firing: its second line is the first fact.
QString factOf(const AlertFiring &firing)
{
    const QString text = firing.annotations.value(u"summary"_s);
    return visibleLine(text.isEmpty() ? firing.rule : text, 200);
}

} // namespace

AlertNotifier::AlertNotifier(AlertHost &host, QObject *parent)
    : QObject(parent), m_host(host), m_desktop(realDesktop())
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(gatheredFor);
    connect(&m_soon, &QTimer::timeout, this, &AlertNotifier::flush);
    connect(&host, &AlertHost::told, this, &AlertNotifier::take);
}

AlertNotifier::~AlertNotifier() = default;

AlertNotifier::Desktop AlertNotifier::realDesktop()
{
    return {.hasTray = [] { return QSystemTrayIcon::isSystemTrayAvailable(); },
            .show =
                [this](const QString &title, const QString &text) {
                    if (m_tray == nullptr) {
                        m_tray = new QSystemTrayIcon(programIcon(), this);
                        m_tray->setToolTip(u"Assay"_s);
                        const auto open = [this] { Q_EMIT activated(m_rule, m_firing); };
                        connect(m_tray, &QSystemTrayIcon::messageClicked, this, open);
                        connect(m_tray, &QSystemTrayIcon::activated, this, open);
                        m_tray->show();
                    }
                    m_tray->showMessage(title, text, QSystemTrayIcon::Warning, shownFor);
                },
            .beep = [] { QApplication::beep(); }};
}

QString AlertNotifier::note() const
{
    return m_desktop.hasTray() ? QString()
                               : Tr::tr("This desktop has no tray, so alerts are told in this window only.");
}

void AlertNotifier::take(const AlertFiring &firing)
{
    if (firing.resolvedAt)
        return;
    m_waiting.append(firing);
    if (!m_soon.isActive())
        m_soon.start();
}

void AlertNotifier::flush()
{
    m_soon.stop();
    const QList<AlertFiring> news = std::exchange(m_waiting, {});
    if (news.isEmpty())
        return;
    m_rule = news.first().rule;
    m_firing = news.first().id;
    QStringList rules;
    for (const AlertFiring &firing : news)
        if (!rules.contains(firing.rule))
            rules.append(firing.rule);
    const qsizetype more = rules.size() - mostNamed;
    QString names = visibleLine(rules.mid(0, mostNamed).join(u", "_s), 300);
    if (more > 0)
        names += u" "_s + Tr::tr("and %1 more").arg(more);
    const QString title = rules.size() == 1 ? Tr::tr("Alert: %1").arg(names)
                                            : Tr::tr("%n alert(s)", nullptr, static_cast<int>(rules.size()));
    const QString text = rules.size() == 1 ? factOf(news.first()) : names;
    Q_EMIT began(title + u". "_s + text, m_rule, m_firing);
    const AlertOverview &overview = m_host.overview();
    if (overview.desktop && m_desktop.hasTray())
        m_desktop.show(title, text);
    if (overview.sound)
        m_desktop.beep();
}

} // namespace assay::ui
