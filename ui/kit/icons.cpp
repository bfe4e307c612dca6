// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/icons.h"

#include "ui/kit/accessible.h"
#include "ui/kit/tokens.h"

#include <QtCore/QFile>
#include <QtGui/QPainter>
#include <QtGui/QPixmapCache>
#include <QtSvg/QSvgRenderer>

static void loadResources()
{
    Q_INIT_RESOURCE(kit_icons);
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

} // namespace

void initKit()
{
    loadResources();
    installAccessibility();
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
