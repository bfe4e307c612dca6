// SPDX-License-Identifier: Apache-2.0
#include "store/rollup_cell.h"

#include <algorithm>
#include <cmath>

namespace assay {

namespace {

void putUnsigned(QByteArray &out, quint64 value)
{
    for (; value >= 0x80; value >>= 7)
        out.append(static_cast<char>(static_cast<unsigned char>(value | 0x80)));
    out.append(static_cast<char>(static_cast<unsigned char>(value)));
}

/// Small numbers of either sign stay short.
void putSigned(QByteArray &out, qint64 value)
{
    putUnsigned(out, (static_cast<quint64>(value) << 1) ^ static_cast<quint64>(value >> 63));
}

struct Reader
{
    const char *at;
    const char *end;

    bool getUnsigned(quint64 &value)
    {
        value = 0;
        for (int shift = 0; shift < 64 && at != end; shift += 7) {
            const auto byte = static_cast<unsigned char>(*at++);
            value |= static_cast<quint64>(byte & 0x7FU) << shift;
            if (byte < 0x80)
                return true;
        }
        return false;
    }
    bool getSigned(qint64 &value)
    {
        quint64 folded = 0;
        if (!getUnsigned(folded))
            return false;
        value = static_cast<qint64>(folded >> 1) ^ -static_cast<qint64>(folded & 1);
        return true;
    }
};

} // namespace

int scoreBinOf(float score)
{
    int bin = std::clamp(static_cast<int>(score * 100.0F), 0, 100);
    while (bin < 100 && score >= scoreBinLow(bin + 1))
        ++bin;
    while (bin > 0 && score < scoreBinLow(bin))
        --bin;
    return bin;
}

float scoreBinLow(int bin)
{
    return static_cast<float>(static_cast<double>(bin) / 100.0);
}

qint64 BinCounts::at(qint64 bin) const
{
    if (bin >= 0 && bin < mostLow)
        return static_cast<std::size_t>(bin) < m_low.size() ? m_low[static_cast<std::size_t>(bin)] : 0;
    const auto found = m_high.find(bin);
    return found == m_high.end() ? 0 : found->second;
}

qint64 BinCounts::total() const
{
    qint64 sum = 0;
    each([&sum](qint64, qint64 count) { sum += count; });
    return sum;
}

void RollupCell::add(const RollupCell &other)
{
    for (std::size_t i = 0; i < rollupSumCount; ++i)
        m_sums[i] += other.m_sums[i];
    for (std::size_t i = 0; i < rollupBinsCount; ++i)
        other.m_bins[i].each([&](qint64 bin, qint64 count) { m_bins[i].add(bin, count); });
}

bool RollupCell::isZero() const
{
    bool zero = std::ranges::all_of(m_sums, [](qint64 sum) { return sum == 0; });
    for (const BinCounts &bins : m_bins)
        bins.each([&zero](qint64, qint64) { zero = false; });
    return zero;
}

// Number of sums, the sums; then per kind of bins that has any: its number, how many, and pairs of the
// step from the bin before and the count.
QByteArray RollupCell::encoded() const
{
    QByteArray out;
    out.reserve(512);
    putUnsigned(out, rollupSumCount);
    for (const qint64 sum : m_sums)
        putSigned(out, sum);
    for (std::size_t i = 0; i < rollupBinsCount; ++i) {
        quint64 entries = 0;
        m_bins[i].each([&entries](qint64, qint64) { ++entries; });
        if (entries == 0)
            continue;
        putUnsigned(out, i);
        putUnsigned(out, entries);
        qint64 before = 0;
        m_bins[i].each([&](qint64 bin, qint64 count) {
            putSigned(out, bin - before);
            putSigned(out, count);
            before = bin;
        });
    }
    return out;
}

bool RollupCell::addEncoded(QByteArrayView stored)
{
    Reader in{stored.data(), stored.data() + stored.size()};
    quint64 sums = 0;
    if (!in.getUnsigned(sums) || sums > rollupSumCount)
        return false;
    for (std::size_t i = 0; i < sums; ++i) {
        qint64 value = 0;
        if (!in.getSigned(value))
            return false;
        m_sums[i] += value;
    }
    while (in.at != in.end) {
        quint64 kind = 0;
        quint64 entries = 0;
        if (!in.getUnsigned(kind) || kind >= rollupBinsCount || !in.getUnsigned(entries))
            return false;
        qint64 bin = 0;
        for (; entries > 0; --entries) {
            qint64 step = 0;
            qint64 count = 0;
            if (!in.getSigned(step) || !in.getSigned(count))
                return false;
            bin += step;
            m_bins[static_cast<std::size_t>(kind)].add(bin, count);
        }
    }
    return true;
}

} // namespace assay
