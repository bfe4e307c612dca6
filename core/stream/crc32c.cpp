// SPDX-License-Identifier: Apache-2.0
#include "stream/crc32c.h"

#include <array>
#include <cstdint>

namespace assay {

namespace {

/// tables[k][b]: effect of byte b with k zero bytes behind it, so that eight bytes go in one step.
constexpr auto tables = [] {
    std::array<std::array<std::uint32_t, 256>, 8> all{};
    for (std::uint32_t b = 0; b < 256; ++b) {
        std::uint32_t crc = b;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1U) != 0 ? 0x82F63B78U : 0U);
        all[0][b] = crc;
    }
    for (std::size_t k = 1; k < 8; ++k)
        for (std::size_t b = 0; b < 256; ++b)
            all[k][b] = (all[k - 1][b] >> 8) ^ all[0][all[k - 1][b] & 0xFFU];
    return all;
}();

std::uint32_t byteAt(const char *at) noexcept
{
    return static_cast<unsigned char>(*at);
}

} // namespace

quint32 crc32c(QByteArrayView bytes, quint32 before) noexcept
{
    std::uint32_t crc = ~before;
    const char *at = bytes.data();
    qsizetype left = bytes.size();
    for (; left >= 8; left -= 8, at += 8) {
        const std::uint32_t low =
            crc ^ (byteAt(at) | byteAt(at + 1) << 8 | byteAt(at + 2) << 16 | byteAt(at + 3) << 24);
        crc = tables[7][low & 0xFFU] ^ tables[6][(low >> 8) & 0xFFU] ^ tables[5][(low >> 16) & 0xFFU] ^
              tables[4][low >> 24] ^ tables[3][byteAt(at + 4)] ^ tables[2][byteAt(at + 5)] ^
              tables[1][byteAt(at + 6)] ^ tables[0][byteAt(at + 7)];
    }
    for (; left > 0; --left, ++at)
        crc = (crc >> 8) ^ tables[0][(crc ^ byteAt(at)) & 0xFFU];
    return ~crc;
}

} // namespace assay
