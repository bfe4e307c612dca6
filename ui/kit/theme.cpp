// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/theme.h"

#include "ui/kit/portal.h"
#include "ui/kit/style.h"

#include <QtCore/QPointer>
#include <QtGui/QPalette>
#include <QtGui/QPixmapCache>
#include <QtWidgets/QApplication>
#include <QtWidgets/QToolTip>
#include <QtWidgets/QWidget>

namespace assay::ui {

namespace {

struct ThemeState
{
    ThemeChoice choice = ThemeChoice::System;
    bool started = false;
    Theme fallback = Theme::Dark;
    QPointer<ColorSchemePortal> portal;
};

ThemeState &state()
{
    static ThemeState value;
    return value;
}

Theme wanted(const ThemeState &s)
{
    switch (s.choice) {
    case ThemeChoice::Dark: return Theme::Dark;
    case ThemeChoice::Light: return Theme::Light;
    case ThemeChoice::System: break;
    }
    return s.portal ? s.portal->scheme().value_or(s.fallback) : s.fallback;
}

void putInForce(QApplication &app)
{
    setCurrentTheme(wanted(state()));
    const QPalette palette = themePalette(currentTheme());
    app.setPalette(palette);
    QToolTip::setPalette(palette);
    const QFont body = font(Type::Body);
    app.setFont(body);
    QToolTip::setFont(font(Type::Small));
    Q_EMIT themeNotifier().changed(currentTheme());
    const QWidgetList all = QApplication::allWidgets();
    for (QWidget *widget : all)
        widget->update();
}

void start(QApplication &app)
{
    ThemeState &s = state();
    s.started = true;
    s.fallback = app.palette().color(QPalette::Window).lightness() < 128 ? Theme::Dark : Theme::Light;
    app.setStyle(new KitStyle);
}

} // namespace

ThemeNotifier &themeNotifier()
{
    static ThemeNotifier notifier;
    return notifier;
}

void applyTheme(QApplication &app, ThemeChoice choice)
{
    ThemeState &s = state();
    if (!s.started)
        start(app);
    s.choice = choice;
    if (choice == ThemeChoice::System && !s.portal) {
        s.portal = new ColorSchemePortal(&app);
        QObject::connect(s.portal, &ColorSchemePortal::changed, &app, [&app] {
            if (state().choice == ThemeChoice::System && wanted(state()) != currentTheme())
                putInForce(app);
        });
    }
    putInForce(app);
}

QPalette themePalette(Theme theme)
{
    const Tokens &t = tokens(theme);
    QPalette p;
    p.setColor(QPalette::Window, t.surface);
    p.setColor(QPalette::WindowText, t.text);
    p.setColor(QPalette::Base, t.surface);
    p.setColor(QPalette::AlternateBase, t.raised);
    p.setColor(QPalette::Text, t.text);
    p.setColor(QPalette::Button, t.control);
    p.setColor(QPalette::ButtonText, t.text);
    p.setColor(QPalette::BrightText, t.text);
    p.setColor(QPalette::PlaceholderText, t.textThird);
    p.setColor(QPalette::Highlight, t.selection);
    p.setColor(QPalette::HighlightedText, t.text);
    p.setColor(QPalette::Link, t.accentText);
    p.setColor(QPalette::LinkVisited, t.accentText);
    p.setColor(QPalette::ToolTipBase, t.raised);
    p.setColor(QPalette::ToolTipText, t.text);
    p.setColor(QPalette::Light, t.raised);
    p.setColor(QPalette::Midlight, t.hairline);
    p.setColor(QPalette::Mid, t.strongLine);
    p.setColor(QPalette::Dark, t.strongLine);
    p.setColor(QPalette::Shadow, t.base);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, t.controlOutline);
    return p;
}

} // namespace assay::ui
