// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/icons.h"

#include "ui/kit/accessible.h"
#include "ui/kit/tokens.h"

#include <QtCore/QFile>
#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>
#include <QtGui/QPixmapCache>
#include <QtSvg/QSvgRenderer>

static void loadResources()
{
    Q_INIT_RESOURCE(kit_icons);
    Q_INIT_RESOURCE(kit_program_icon);
}

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array names{
    "",          "alerts",   "analytics",    "arrow-right",   "arrow-up",   "ask",      "bolt",
    "book",      "check",    "chevron-down", "chevron-right", "chevron-up", "clock",    "close",
    "copy",      "database", "diff",         "evaluate",      "events",     "export",   "external",
    "eye",       "filter",   "flask",        "folder",        "graduation", "import",   "info",
    "key",       "label",    "learn",        "link",          "minus",      "more",     "pause",
    "pin",       "platform", "play",         "plus",          "redo",       "rerun",    "retry",
    "save",      "search",   "settings",     "spinner",       "stop",       "strategy", "thumbs-down",
    "thumbs-up", "tools",    "trash",        "triage",        "undo",       "user",     "warning"};

QPixmap drawn(Icon icon, const QColor &color, int pixels)
{
    const QLatin1StringView name(names.at(std::size_t(icon)));
    const QString key = u"assay-icon/%1/%2/%3"_s.arg(name, QString::number(color.rgba(), 16)).arg(pixels);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return pixmap;
    QByteArray svg = file.readAll();
    svg.replace(QByteArrayLiteral("currentColor"), color.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(svg);
    QPainter painter(&pixmap);
    painter.setOpacity(color.alphaF());
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

/// A pixmap of an SVG, drawn by hand: Qt's icon plugin for SVG is not on every machine.
QPixmap pixmapOf(const QByteArray &svg, int pixels)
{
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(svg);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    return pixmap;
}

} // namespace

QIcon programIcon()
{
    QIcon result;
    QFile file(u":/icons/assay.svg"_s);
    if (!file.open(QIODevice::ReadOnly))
        return result;
    const QByteArray svg = file.readAll();
    for (const int pixels : {16, 24, 32, 48, 64, 128})
        result.addPixmap(pixmapOf(svg, pixels));
    return result;
}

void initKit()
{
    loadResources();
    installAccessibility();
    QGuiApplication::setWindowIcon(programIcon());
}

void paintIcon(QPainter &painter, const QRectF &rect, Icon icon, const QColor &color)
{
    if (icon == Icon::None || rect.isEmpty())
        return;
    const qreal ratio = painter.device()->devicePixelRatioF();
    QPixmap pixmap = drawn(icon, color, qMax(1, qRound(rect.width() * ratio)));
    pixmap.setDevicePixelRatio(ratio);
    painter.drawPixmap(rect.topLeft(), pixmap);
}

QIcon icon(Icon icon)
{
    QIcon result;
    if (icon == Icon::None)
        return result;
    for (const int scale : {1, 2, 3}) {
        QPixmap normal = drawn(icon, tokens().textSecond, metric::icon * scale);
        normal.setDevicePixelRatio(scale);
        QPixmap off = drawn(icon, tokens().controlOutline, metric::icon * scale);
        off.setDevicePixelRatio(scale);
        result.addPixmap(normal, QIcon::Normal);
        result.addPixmap(off, QIcon::Disabled);
    }
    return result;
}

} // namespace assay::ui
