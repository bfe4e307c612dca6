// SPDX-License-Identifier: Apache-2.0
#pragma once

class QPainter;
class QStyleOption;
class QStyleOptionComplex;
class QStyleOptionMenuItem;
class QStyleOptionTab;
class QStyleOptionHeader;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionComboBox;
class QStyleOptionSpinBox;
class QRectF;
class QWidget;
class QProxyStyle;

/// The painters behind KitStyle, one per kind of control.
namespace assay::ui::part {

void field(QPainter &painter, const QStyleOption &option);
void button(QPainter &painter, const QStyleOption &option);
void checkMark(QPainter &painter, const QStyleOption &option, bool round);
void menuItem(QPainter &painter, const QStyleOptionMenuItem &item, bool inBar);
void tab(QPainter &painter, const QStyleOptionTab &tab);
void header(QPainter &painter, const QStyleOption &option);
void progress(QPainter &painter, const QStyleOptionProgressBar &option);
void scrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRectF &handle);
void slider(QPainter &painter, const QStyleOptionSlider &option, const QRectF &groove, const QRectF &handle);
void arrow(QPainter &painter, const QRectF &rect, bool up, bool enabled);

} // namespace assay::ui::part
