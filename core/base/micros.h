// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QString>

#include <compare>

namespace assay {

/// Money: a whole number of micro-dollars (1 USD = 1,000,000). Never a double.
struct Micros
{
    qint64 value = 0;

    constexpr Micros &operator+=(Micros other)
    {
        value += other.value;
        return *this;
    }
    friend constexpr Micros operator+(Micros a, Micros b) { return Micros{a.value + b.value}; }
    friend constexpr Micros operator-(Micros a, Micros b) { return Micros{a.value - b.value}; }
    constexpr auto operator<=>(const Micros &) const = default;
};

/// "$0.0058": four decimals, or six where the amount would otherwise read as zero.
QString formatUsd(Micros amount);

/// Price of `tokens` tokens at `perMillion` micro-dollars a million tokens, rounded half up.
Micros priceOf(qint64 tokens, Micros perMillion);

} // namespace assay
