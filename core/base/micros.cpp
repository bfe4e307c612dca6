// SPDX-License-Identifier: Apache-2.0
#include "base/micros.h"

namespace assay {

using namespace Qt::StringLiterals;

QString formatUsd(Micros amount)
{
    const qint64 magnitude = qAbs(amount.value);
    const QString sign = amount.value < 0 ? u"-"_s : QString();
    const bool tiny = magnitude != 0 && magnitude < 50;
    const int decimals = tiny ? 6 : 4;
    const qint64 unit = tiny ? 1 : 100;
    const qint64 rounded = (magnitude + unit / 2) / unit;
    const qint64 perDollar = 1'000'000 / unit;
    return u"%1$%2.%3"_s.arg(sign)
        .arg(rounded / perDollar)
        .arg(rounded % perDollar, decimals, 10, QLatin1Char('0'));
}

Micros priceOf(qint64 tokens, Micros perMillion)
{
    // Widened: 1e9 tokens at 1e8 micro-dollars a million would overflow 64 bits.
    __extension__ using Wide = __int128;
    const Wide product = Wide(tokens) * perMillion.value;
    return Micros{static_cast<qint64>((product + 500'000) / 1'000'000)};
}

} // namespace assay
