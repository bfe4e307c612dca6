// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/style.h"

#include "ui/kit/paint.h"
#include "ui/kit/style_parts.h"

#include <QtGui/QPainter>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QAbstractScrollArea>
#include <QtWidgets/QAbstractSlider>
#include <QtWidgets/QAbstractSpinBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStyleFactory>
#include <QtWidgets/QStyleOption>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTextEdit>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

bool isTextField(const QWidget *widget)
{
    return qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTextEdit *>(widget);
}

} // namespace

KitStyle::KitStyle() : QProxyStyle(QStyleFactory::create(u"Fusion"_s)) {}

void KitStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) ||
        qobject_cast<QScrollBar *>(widget) || qobject_cast<QTabBar *>(widget) ||
        qobject_cast<QAbstractSpinBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto *header = qobject_cast<QHeaderView *>(widget))
        header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    // The frame paints the ground of a text field, with round corners that a viewport would cover.
    if (isTextField(widget))
        qobject_cast<QAbstractScrollArea *>(widget)->viewport()->setAutoFillBackground(false);
}

int KitStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    if (metric == PM_ScrollBarExtent)
        return 12;
    if (metric == PM_ScrollBarSliderMin)
        return 28;
    if (metric == PM_ScrollView_ScrollBarSpacing || metric == PM_ScrollView_ScrollBarOverlap ||
        metric == PM_ButtonShiftHorizontal || metric == PM_ButtonShiftVertical || metric == PM_MenuHMargin ||
        metric == PM_TabBarTabShiftVertical || metric == PM_TabBarBaseOverlap)
        return 0;
    if (metric == PM_DefaultFrameWidth && isTextField(widget))
        return 4;
    if (metric == PM_DefaultFrameWidth && qobject_cast<const QAbstractItemView *>(widget))
        return metric::focusRing;
    if (metric == PM_SplitterWidth || metric == PM_DefaultFrameWidth || metric == PM_MenuPanelWidth ||
        metric == PM_SpinBoxFrameWidth)
        return 1;
    if (metric == PM_MenuVMargin || metric == PM_FocusFrameHMargin)
        return 4;
    if (metric == PM_IndicatorWidth || metric == PM_IndicatorHeight || metric == PM_ExclusiveIndicatorWidth ||
        metric == PM_ExclusiveIndicatorHeight)
        return 16;
    if (metric == PM_SmallIconSize || metric == PM_ButtonIconSize || metric == PM_ListViewIconSize)
        return metric::icon;
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int KitStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                        QStyleHintReturn *data) const
{
    if (hint == SH_ScrollBar_Transient || hint == SH_EtchDisabledText || hint == SH_DitherDisabledText ||
        hint == SH_UnderlineShortcut || hint == SH_ComboBox_Popup ||
        hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;
    if (hint == SH_ScrollBar_LeftClickAbsolutePosition || hint == SH_ItemView_ShowDecorationSelected)
        return 1;
    if (hint == SH_Slider_AbsoluteSetButtons)
        return int(Qt::LeftButton);
    if (hint == SH_ToolTip_WakeUpDelay)
        return 500;
    return QProxyStyle::styleHint(hint, option, widget, data);
}

QSize KitStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                 const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_PushButton)
        return {qMax(result.width(), size.width() + 24), metric::controlHeight};
    if (type == CT_SpinBox)
        return {size.width() + 34, metric::controlHeight};
    if (type == CT_LineEdit || type == CT_ComboBox)
        result.setHeight(metric::controlHeight);
    else if (type == CT_HeaderSection)
        result.setHeight(metric::rowDense);
    else if (type == CT_ItemViewItem)
        result.setHeight(qMax(result.height(), int(metric::rowDense)));
    else if (type == CT_TabBarTab)
        result = {result.width() + 4, 32};
    else if (type == CT_MenuItem) {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item != nullptr && item->menuItemType == QStyleOptionMenuItem::Separator)
            return {result.width(), 9};
        const QStringList parts = item == nullptr ? QStringList() : item->text.split(u'\t');
        const qreal caps =
            parts.size() > 1 ? keyCapsSize(keyCaps(QKeySequence(parts.at(1)))).width() + 24 : 0;
        const int text = parts.isEmpty() ? 0 : QFontMetrics(item->font).horizontalAdvance(parts.first());
        return {32 + text + int(caps) + 24, metric::row};
    }
    return result;
}

QRect KitStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    return element == SE_LineEditContents && frame != nullptr && frame->lineWidth > 0
               ? rect.adjusted(5, 0, -5, 0)
               : rect;
}

QRect KitStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl sub,
                               const QWidget *widget) const
{
    const QRect r = option->rect;
    if (control == CC_ComboBox) {
        if (sub == SC_ComboBoxArrow)
            return {r.right() - 23, r.top(), 24, r.height()};
        if (sub == SC_ComboBoxEditField)
            return r.adjusted(9, 2, -24, -2);
    }
    if (control == CC_SpinBox) {
        const int half = r.height() / 2;
        if (sub == SC_SpinBoxUp)
            return {r.right() - 19, r.top() + 1, 18, half - 1};
        if (sub == SC_SpinBoxDown)
            return {r.right() - 19, r.top() + half, 18, half - 1};
        if (sub == SC_SpinBoxEditField)
            return r.adjusted(6, 2, -20, -2);
    }
    if (control == CC_ScrollBar) {
        // No arrow buttons: the groove is the whole bar.
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (bar != nullptr && (sub == SC_ScrollBarAddLine || sub == SC_ScrollBarSubLine))
            return {};
        if (bar != nullptr && sub == SC_ScrollBarGroove)
            return r;
        if (bar != nullptr &&
            (sub == SC_ScrollBarSlider || sub == SC_ScrollBarAddPage || sub == SC_ScrollBarSubPage)) {
            const bool flat = bar->orientation == Qt::Horizontal;
            const int length = flat ? r.width() : r.height();
            const qint64 range = qint64(bar->maximum) - bar->minimum;
            const int handle =
                range <= 0 ? length
                           : qBound(qMin(28, length),
                                    int(qint64(bar->pageStep) * length / (range + bar->pageStep)), length);
            const int at = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                                   length - handle, bar->upsideDown);
            const auto span = [&](int from, int size) {
                return flat ? QRect(r.left() + from, r.top(), size, r.height())
                            : QRect(r.left(), r.top() + from, r.width(), size);
            };
            if (sub == SC_ScrollBarSlider)
                return span(at, handle);
            return sub == SC_ScrollBarSubPage ? span(0, at) : span(at + handle, length - at - handle);
        }
    }
    return QProxyStyle::subControlRect(control, option, sub, widget);
}

void KitStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    const Tokens &t = tokens();
    if (element == PE_FrameFocusRect) {
        paintFocusRing(*painter, option->rect, metric::radiusChip);
    } else if (element == PE_PanelLineEdit) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame == nullptr || frame->lineWidth > 0)
            part::field(*painter, *option);
    } else if (element == PE_FrameLineEdit) {
        part::field(*painter, *option);
    } else if (element == PE_Frame) {
        QStyleOption frame(*option);
        frame.state.setFlag(State_HasFocus, widget != nullptr && widget->hasFocus());
        if (isTextField(widget))
            part::field(*painter, frame);
        else if (frame.state.testFlag(State_HasFocus))
            paintFocusRing(*painter, option->rect, 0);
        else
            paintBox(*painter, option->rect, 0, {}, t.hairline);
    } else if (element == PE_PanelButtonCommand || element == PE_PanelButtonBevel) {
        part::button(*painter, *option);
    } else if (element == PE_PanelButtonTool) {
        if (option->state.testAnyFlags(State_MouseOver | State_Sunken | State_On))
            paintBox(*painter, option->rect, metric::radius, t.hover);
    } else if (element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck) {
        part::checkMark(*painter, *option, false);
    } else if (element == PE_IndicatorRadioButton) {
        part::checkMark(*painter, *option, true);
    } else if (element == PE_PanelTipLabel || element == PE_PanelMenu || element == PE_FrameMenu) {
        painter->fillRect(option->rect, t.raised);
        paintBox(*painter, option->rect, 0, {}, t.strongLine);
    } else if (element == PE_PanelItemViewItem) {
        const bool selected = option->state.testFlag(State_Selected);
        if (selected || option->state.testFlag(State_MouseOver))
            painter->fillRect(option->rect, selected ? t.selection : t.hover);
    } else if (element == PE_PanelItemViewRow) {
        if (option->state.testFlag(State_Selected))
            painter->fillRect(option->rect, t.selection);
    } else if (element == PE_FrameTabBarBase) {
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          t.hairline);
    } else if (element == PE_FrameTabWidget) {
        painter->fillRect(QRect(option->rect.left(), option->rect.top(), option->rect.width(), 1),
                          t.hairline);
    } else if (element == PE_IndicatorArrowDown || element == PE_IndicatorArrowUp) {
        part::arrow(*painter, option->rect, element == PE_IndicatorArrowUp,
                    option->state.testFlag(State_Enabled));
    } else if (element == PE_FrameGroupBox) {
        paintBox(*painter, option->rect, metric::radius, {}, t.hairline);
    } else {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void KitStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                           const QWidget *widget) const
{
    const Tokens &t = tokens();
    if (element == CE_MenuItem || element == CE_MenuBarItem) {
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            part::menuItem(*painter, *item, element == CE_MenuBarItem);
            return;
        }
    } else if (element == CE_TabBarTab) {
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            part::tab(*painter, *tab);
            return;
        }
    } else if (element == CE_HeaderSection || element == CE_HeaderEmptyArea) {
        part::header(*painter, *option);
        return;
    } else if (element == CE_ProgressBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option)) {
            part::progress(*painter, *bar);
            return;
        }
    } else if (element == CE_Splitter) {
        painter->fillRect(option->rect, option->state.testFlag(State_MouseOver) ? t.accentText : t.hairline);
        return;
    } else if (element == CE_PushButtonLabel) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton copy(*button);
            if (copy.features.testFlag(QStyleOptionButton::DefaultButton) &&
                copy.state.testFlag(State_Enabled))
                copy.palette.setColor(QPalette::ButtonText, t.onAccent);
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
    } else if (element == CE_HeaderLabel) {
        if (const auto *head = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QStyleOptionHeader copy(*head);
            copy.palette.setColor(QPalette::ButtonText, t.textThird);
            copy.state.setFlag(State_On, false);
            painter->setFont(font(Type::Small, QFont::Medium));
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void KitStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                  QPainter *painter, const QWidget *widget) const
{
    const bool enabled = option->state.testFlag(State_Enabled);
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        combo && control == CC_ComboBox) {
        if (combo->editable)
            part::field(*painter, *option);
        else
            part::button(*painter, *option);
        part::arrow(*painter, subControlRect(control, option, SC_ComboBoxArrow, widget), false, enabled);
        return;
    }
    if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        spin && control == CC_SpinBox) {
        part::field(*painter, *option);
        part::arrow(*painter, subControlRect(control, option, SC_SpinBoxUp, widget), true,
                    enabled && spin->stepEnabled.testFlag(QAbstractSpinBox::StepUpEnabled));
        part::arrow(*painter, subControlRect(control, option, SC_SpinBoxDown, widget), false,
                    enabled && spin->stepEnabled.testFlag(QAbstractSpinBox::StepDownEnabled));
        return;
    }
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
        if (control == CC_ScrollBar) {
            part::scrollBar(*painter, *bar, subControlRect(control, option, SC_ScrollBarSlider, widget));
            return;
        }
        if (control == CC_Slider) {
            part::slider(*painter, *bar, subControlRect(control, option, SC_SliderGroove, widget),
                         subControlRect(control, option, SC_SliderHandle, widget));
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace assay::ui
