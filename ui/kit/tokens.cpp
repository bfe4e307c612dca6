// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/tokens.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <QtGui/QFontDatabase>

#include <cmath>

namespace assay::ui {

namespace {

Theme g_theme = Theme::Dark;

constexpr QColor rgb(unsigned value)
{
    return {int((value >> 16U) & 0xFFU), int((value >> 8U) & 0xFFU), int(value & 0xFFU)};
}

Tokens darkTokens()
{
    return {.base = rgb(0x0E1013),
            .surface = rgb(0x14171B),
            .raised = rgb(0x1A1E23),
            .hover = rgb(0x20252B),
            .selection = rgb(0x1A2A45),
            .selectedCard = rgb(0x181C22),
            .control = rgb(0x20252B),
            .hairline = rgb(0x262B32),
            .strongLine = rgb(0x39414B),
            .controlOutline = rgb(0x66717F),
            .text = rgb(0xE7EAEE),
            .textSecond = rgb(0xAAB3BF),
            .textThird = rgb(0x8A94A1),
            .accentText = rgb(0x7DA6FF),
            .accentFill = rgb(0x3B6BDB),
            .onAccent = rgb(0xFFFFFF),
            .track = rgb(0x2A3038),
            .neutral = rgb(0x5F6B7A),
            .neutralWeak = rgb(0x3A434E),
            .ramp = {rgb(0x1A2332), rgb(0x1F3357), rgb(0x2B4C8C), rgb(0x4A7BDB), rgb(0x9CBDFF)},
            .bands = {{{rgb(0x45CFBE), rgb(0x3CC9B8), rgb(0x112B2A)},
                       {rgb(0xEBC95C), rgb(0xF2CC55), rgb(0x2C2817)},
                       {rgb(0xF2944D), rgb(0xE3803C), rgb(0x32221A)},
                       {rgb(0xFF7A85), rgb(0xD23C4A), rgb(0x351D22)}}}};
}

Tokens lightTokens()
{
    return {.base = rgb(0xF3F4F6),
            .surface = rgb(0xFFFFFF),
            .raised = rgb(0xF8F9FA),
            .hover = rgb(0xEEF0F3),
            .selection = rgb(0xE3ECFD),
            .selectedCard = rgb(0xF8FAFE),
            .control = rgb(0xFFFFFF),
            .hairline = rgb(0xE4E7EB),
            .strongLine = rgb(0xC8CED6),
            .controlOutline = rgb(0x86909C),
            .text = rgb(0x15181C),
            .textSecond = rgb(0x475059),
            .textThird = rgb(0x5F6974),
            .accentText = rgb(0x2556C9),
            .accentFill = rgb(0x2B5FD9),
            .onAccent = rgb(0xFFFFFF),
            .track = rgb(0xE6E9ED),
            .neutral = rgb(0x88929E),
            .neutralWeak = rgb(0xCBD1D8),
            .ramp = {rgb(0xEDF2FC), rgb(0xCDDBF8), rgb(0x9AB7F0), rgb(0x5F8AE4), rgb(0x1E48AC)},
            .bands = {{{rgb(0x0B6F62), rgb(0x1A9E8C), rgb(0xE2F4F0)},
                       {rgb(0x765B00), rgb(0xB78D0E), rgb(0xFAF2D6)},
                       {rgb(0x9E4806), rgb(0xB8570C), rgb(0xFCECDF)},
                       {rgb(0xA01840), rgb(0xA01840), rgb(0xFBE5E8)}}}};
}

QFont made(Type type, QFont::Weight weight, bool fixed)
{
    using namespace Qt::StringLiterals;
    const auto system = fixed ? QFontDatabase::FixedFont : QFontDatabase::GeneralFont;
    QFont result(
        QStringList{fixed ? u"JetBrains Mono"_s : u"Inter"_s, QFontDatabase::systemFont(system).family()});
    result.setPixelSize(typePixels(type));
    result.setWeight(weight);
    result.setStyleHint(fixed ? QFont::Monospace : QFont::SansSerif);
    result.setFixedPitch(fixed);
    return result;
}

QHash<int, QFont> &fonts()
{
    static QHash<int, QFont> all;
    return all;
}

/// A font made once keeps its engine, which is most of the cost of using it. Gone with the application.
QFont cached(Type type, QFont::Weight weight, bool fixed)
{
    if (fonts().isEmpty())
        qAddPostRoutine([] { fonts().clear(); });
    const int key = (int(weight) * 4 + int(type)) * 2 + (fixed ? 1 : 0);
    auto at = fonts().constFind(key);
    if (at == fonts().constEnd())
        at = fonts().insert(key, made(type, weight, fixed));
    return *at;
}

} // namespace

Band bandOf(double score)
{
    const auto wire = float(score);
    if (wire >= 0.95F)
        return Band::Pass;
    if (wire >= 0.90F)
        return Band::Near;
    return wire >= 0.80F ? Band::Low : Band::Fail;
}

const Tokens &tokens(Theme theme)
{
    static const Tokens dark = darkTokens();
    static const Tokens light = lightTokens();
    return theme == Theme::Dark ? dark : light;
}

const Tokens &tokens()
{
    return tokens(g_theme);
}

Theme currentTheme()
{
    return g_theme;
}

void setCurrentTheme(Theme theme)
{
    g_theme = theme;
}

QColor toneColor(Tone tone)
{
    const Tokens &t = tokens();
    switch (tone) {
    case Tone::Primary: return t.text;
    case Tone::Second: return t.textSecond;
    case Tone::Third: return t.textThird;
    case Tone::Accent: return t.accentText;
    case Tone::OnAccent: return t.onAccent;
    case Tone::Pass: return t.band(Band::Pass).text;
    case Tone::Near: return t.band(Band::Near).text;
    case Tone::Low: return t.band(Band::Low).text;
    case Tone::Fail: return t.band(Band::Fail).text;
    }
    return t.text;
}

Tone toneOf(Band band)
{
    switch (band) {
    case Band::Pass: return Tone::Pass;
    case Band::Near: return Tone::Near;
    case Band::Low: return Tone::Low;
    case Band::Fail: return Tone::Fail;
    }
    return Tone::Fail;
}

int typePixels(Type type)
{
    switch (type) {
    case Type::Small: return 11;
    case Type::Body: return 13;
    case Type::Title: return 15;
    case Type::Figure: return 20;
    }
    return 13;
}

QFont font(Type type, QFont::Weight weight)
{
    return cached(type, weight, false);
}

QFont mono(Type type, QFont::Weight weight)
{
    return cached(type, weight, true);
}

} // namespace assay::ui
