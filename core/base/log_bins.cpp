// SPDX-License-Identifier: Apache-2.0
#include "base/log_bins.h"

#include <algorithm>
#include <vector>

namespace assay {

namespace {

/// The smallest number of every bin, ascending, and one more: behind the last.
const std::vector<qint64> &lows()
{
    static const std::vector<qint64> all = [] {
        // A bin [low, high] has the value 2·low·high / (low + high), which is (high − low) / (high + low)
        // away from both. In whole numbers, so that every machine finds the same bounds.
        std::vector<qint64> starts{0, 1};
        while (starts.back() <= logBinLargest) {
            const qint64 low = starts.back();
            const qint64 high = low / 99 * 101 + low % 99 * 101 / 99;
            starts.push_back(high + 1);
        }
        return starts;
    }();
    return all;
}

} // namespace

int logBinOf(qint64 number)
{
    const std::vector<qint64> &starts = lows();
    const auto above = std::upper_bound(starts.begin(), starts.end(), std::max<qint64>(0, number));
    return std::min(static_cast<int>(above - starts.begin()) - 1, logBinCount() - 1);
}

int logBinCount()
{
    return static_cast<int>(lows().size()) - 1;
}

qint64 logBinLow(int bin)
{
    return lows().at(static_cast<std::size_t>(bin));
}

qint64 logBinHigh(int bin)
{
    return lows().at(static_cast<std::size_t>(bin) + 1) - 1;
}

double logBinValue(int bin)
{
    const auto low = static_cast<double>(logBinLow(bin));
    const auto high = static_cast<double>(logBinHigh(bin));
    return bin == 0 ? 0.0 : 2.0 * low * high / (low + high);
}

} // namespace assay
