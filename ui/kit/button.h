// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/kit/icons.h"
#include "ui/kit/tokens.h"

#include <QtGui/QKeySequence>
#include <QtWidgets/QAbstractButton>

#include <optional>

class QAction;

namespace assay::ui {

/// A row of small rounded key hints such as "Ctrl" "Enter".
class KeyCap final : public QWidget
{
    Q_OBJECT

public:
    explicit KeyCap(const QKeySequence &keys, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStringList m_caps;
};

enum class ButtonKind {
    Primary,   ///< accent fill
    Secondary, ///< outlined
    Ghost,     ///< no frame; its content begins `Button::ghostInset` px inside
};

/// Icon, text and the caps of its shortcut. Enter and Space press it.
class Button final : public QAbstractButton
{
    Q_OBJECT

public:
    static constexpr int ghostInset = 6;

    explicit Button(const QString &text, ButtonKind kind = ButtonKind::Secondary, QWidget *parent = nullptr);
    Button(Icon icon, const QString &text, ButtonKind kind, QWidget *parent = nullptr);

    void setText(const QString &text);
    void setSymbol(Icon icon);
    /// Paints the caps and takes the shortcut in the button's window.
    void setKeys(const QKeySequence &keys);
    /// Only paints the caps; the shortcut belongs to someone else (an action, a workspace).
    void setKeyHint(const QKeySequence &keys);
    /// 24 px high instead of 28.
    void setCompact(bool on);
    /// A second, quieter text before the main one ("Profile" **Balanced**). Empty for none.
    void setCaption(const QString &caption);
    /// Shows a chevron at the end; the button opens a menu.
    void setChevron(bool on);
    /// Type size of the text; default Body, Small with a caption.
    void setType(Type type);
    /// Text and icon in another tone than the kind's own.
    void setTone(Tone tone);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QFont textFont() const;
    qreal contentWidth() const;
    void paintFrame(QPainter &painter) const;
    void refresh();

    Icon m_icon = Icon::None;
    ButtonKind m_kind;
    QStringList m_caps;
    QString m_caption;
    std::optional<Tone> m_tone;
    Type m_type = Type::Body;
    bool m_compact = false;
    bool m_chevron = false;
};

/// A button that triggers `action` and follows its text, enabled state and shortcut caps.
Button *buttonFor(QAction *action, Icon icon, ButtonKind kind, QWidget *parent = nullptr);

} // namespace assay::ui
