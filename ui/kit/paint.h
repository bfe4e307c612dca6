// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/kit/tokens.h"

#include <QtCore/QRectF>
#include <QtCore/QStringList>
#include <QtGui/QFontMetricsF>
#include <QtGui/QKeySequence>

class QPainter;

namespace assay::ui {

/// Filled rounded box with an optional one-pixel outline inside `rect`.
void paintBox(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill,
              const QColor &outline = QColor());

/// The visible focus: 2 px of accent just inside `rect`.
void paintFocusRing(QPainter &painter, const QRectF &rect, qreal radius);

/// The glyph of a band, filling `rect` (8 to 16 px square): disc with tick, diamond, triangle down,
/// square with cross.
void paintBandGlyph(QPainter &painter, const QRectF &rect, Band band);

/// `text` cut to `width` px with an ellipsis. Cuts before it measures, so length does not matter.
QString elided(const QString &text, const QFont &font, qreal width, Qt::TextElideMode mode = Qt::ElideRight);

/// Draws one line in the painter's font, eliding it to `rect`. Text must already be safe to show.
void drawLine(QPainter &painter, const QRectF &rect, const QString &text,
              Qt::Alignment align = Qt::AlignLeft | Qt::AlignVCenter,
              Qt::TextElideMode mode = Qt::ElideRight);

/// Width in px of `text` with every digit as wide as the widest one.
qreal figuresWidth(const QFont &font, const QString &text);

/// Draws one line with digits in equal cells, so that columns of numbers line up.
void drawFigures(QPainter &painter, const QRectF &rect, const QString &text,
                 Qt::Alignment align = Qt::AlignRight | Qt::AlignVCenter);

enum class CapStyle { Plain, OnAccent };

/// The caps of a shortcut, in order: "Ctrl+Shift+Return" gives Ctrl, Shift, Enter. Empty for none.
QStringList keyCaps(const QKeySequence &keys);
/// Size in px of a row of caps; zero width for none.
QSizeF keyCapsSize(const QStringList &caps);
/// Paints caps from `topLeft` to the right.
void paintKeyCaps(QPainter &painter, const QPointF &topLeft, const QStringList &caps,
                  CapStyle style = CapStyle::Plain);

/// WCAG contrast ratio of two opaque colours, 1 to 21.
double contrast(const QColor &one, const QColor &other);

/// Mixes `share` (0 to 1) of `over` into `under`; opaque.
QColor mixed(const QColor &under, const QColor &over, qreal share);

} // namespace assay::ui
