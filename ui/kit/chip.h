// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/kit/icons.h"
#include "ui/kit/tokens.h"

#include <QtWidgets/QWidget>

#include <optional>

namespace assay::ui {

enum class ChipTint { Neutral, Outline, Accent, Pass, Near, Low, Fail };
ChipTint chipTint(Band band);

/// A short text on a tint, 20 px high; elides when squeezed. Foreign text is welcome.
class Chip final : public QWidget
{
    Q_OBJECT

public:
    explicit Chip(const QString &text, ChipTint tint = ChipTint::Neutral, QWidget *parent = nullptr);

    void setText(const QString &text);
    void setTint(ChipTint tint);
    /// Band glyph before the text; empty for none.
    void setGlyph(std::optional<Band> band);
    void setSymbol(Icon icon);
    /// A clickable chip takes focus, shows a hand and emits `activated` on click, Enter and Space.
    void setActivatable(bool on);
    const QString &text() const { return m_text; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void activated();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    qreal leading() const;

    QString m_text;
    ChipTint m_tint;
    std::optional<Band> m_glyph;
    Icon m_icon = Icon::None;
    bool m_activatable = false;
};

/// Mark of a source such as "1" or "T1"; tools (labels that begin with a letter) are outlined.
class CiteChip final : public QWidget
{
    Q_OBJECT

public:
    explicit CiteChip(const QString &label, QWidget *parent = nullptr);
    const QString &label() const { return m_label; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    /// The same mark painted into `rect` by other painters.
    static void paint(QPainter &painter, const QRectF &rect, const QString &label);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_label;
};

/// Glyph and figure of a score: "✓ 0.97". Empty shows an en dash without a band.
class ScoreBadge final : public QWidget
{
    Q_OBJECT

public:
    enum class Look { Tinted, Bare };

    explicit ScoreBadge(QWidget *parent = nullptr);
    explicit ScoreBadge(std::optional<double> score, Look look = Look::Tinted, QWidget *parent = nullptr);

    /// Score in [0, 1]; empty when there is none.
    void setScore(std::optional<double> score);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<double> m_score;
    Look m_look = Look::Tinted;
};

/// Two decimals, cut down rather than rounded up so that a figure never shows a band it missed.
QString scoreText(std::optional<double> score);

} // namespace assay::ui
