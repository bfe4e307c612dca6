// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGui/QColor>
#include <QtGui/QFont>

#include <array>

namespace assay::ui {

enum class Theme { Dark, Light };

/// Quality bands of a score. Each has its own glyph, so colour never speaks alone.
enum class Band { Pass, Near, Low, Fail };

/// Band of a score in [0, 1]: pass ≥ 0.95, near ≥ 0.90, low ≥ 0.80, else fail; NaN fails.
/// Compared as float, as the wire has it: 0.95f widened to double passes.
Band bandOf(double score);

struct BandColors
{
    QColor text;
    QColor fill;
    QColor tint;
};

/// Every colour role of the design, for one theme.
struct Tokens
{
    QColor base;
    QColor surface;
    QColor raised;
    QColor hover;
    QColor selection;
    /// Background of a selected row or card whose text must keep full contrast.
    QColor selectedCard;
    /// Background of secondary buttons.
    QColor control;
    QColor hairline;
    QColor strongLine;
    QColor controlOutline;
    QColor text;
    QColor textSecond;
    QColor textThird;
    QColor accentText;
    QColor accentFill;
    QColor onAccent;
    QColor track;
    QColor neutral;
    QColor neutralWeak;
    /// Sequential ramp, least to most.
    std::array<QColor, 5> ramp;
    std::array<BandColors, 4> bands;

    const BandColors &band(Band band) const { return bands.at(std::size_t(band)); }
};

const Tokens &tokens(Theme theme);

/// Tokens of the theme in force.
const Tokens &tokens();
Theme currentTheme();

/// Sets the theme in force without repainting anything; `applyTheme` is what a program calls.
void setCurrentTheme(Theme theme);

/// Colour roles a text can take.
enum class Tone { Primary, Second, Third, Accent, OnAccent, Pass, Near, Low, Fail };
QColor toneColor(Tone tone);
Tone toneOf(Band band);

/// The four type sizes: 11, 13, 15 and 20 px.
enum class Type { Small, Body, Title, Figure };
int typePixels(Type type);

/// Inter (or the system's sans serif) at a type size.
QFont font(Type type, QFont::Weight weight = QFont::Normal);
/// JetBrains Mono (or the system's fixed font) at a type size.
QFont mono(Type type, QFont::Weight weight = QFont::Normal);

/// Metrics in device-independent pixels; the grid is 4 px.
namespace metric {
inline constexpr int grid = 4;
inline constexpr int row = 28;
inline constexpr int rowDense = 24;
inline constexpr int rowTight = 20;
inline constexpr int radius = 6;
inline constexpr int radiusChip = 4;
inline constexpr int controlHeight = 28;
inline constexpr int controlCompact = 24;
inline constexpr int rail = 168;
inline constexpr int titleBar = 42;
inline constexpr int statusBar = 24;
inline constexpr int focusRing = 2;
inline constexpr int icon = 16;
} // namespace metric

} // namespace assay::ui
