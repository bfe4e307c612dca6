// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace assay {

/// A set of 64-bit hashes that may say yes too often (one in about 1,000) and never no wrongly.
/// Grows by a filter of double size when the last is full, so nothing is ever hashed again:
/// two bytes a hash. @source Putze, Sanders, Singler: Cache-, Hash- and Space-Efficient Bloom Filters
/// (blocked)
class HashFilter
{
public:
    bool mayContain(std::uint64_t hash) const
    {
        for (const Level &level : m_levels)
            if (level.contains(hash))
                return true;
        return false;
    }

    void add(std::uint64_t hash)
    {
        if (m_levels.empty() || m_levels.back().count >= m_levels.back().capacity())
            m_levels.emplace_back(m_levels.empty() ? firstBlocks : 2 * m_levels.back().blocks.size());
        m_levels.back().add(hash);
    }

    void clear() { m_levels.clear(); }

private:
    using Block = std::array<std::uint64_t, 8>; // one cache line
    static constexpr std::size_t firstBlocks = 1 << 13;

    struct Level
    {
        explicit Level(std::size_t size) : blocks(size) {}

        std::size_t capacity() const { return blocks.size() * 32; }
        std::size_t blockOf(std::uint64_t hash) const
        {
            // Stored runs are added in the order of their hashes: the plain high bits would put a level's
            // whole share into a few of its blocks.
            const std::uint64_t spread = hash * 0x9e3779b97f4a7c15ULL;
            return static_cast<std::size_t>(((spread >> 32) * blocks.size()) >> 32);
        }
        static std::uint64_t bit(std::uint64_t hash, std::size_t word)
        {
            static constexpr std::array<std::uint32_t, 8> odd{0x47b6137bU, 0x44974d91U, 0x8824ad5bU,
                                                              0xa2b7289dU, 0x705495c7U, 0x2df1424bU,
                                                              0x9efc4947U, 0x5c6bfb31U};
            return std::uint64_t{1} << ((static_cast<std::uint32_t>(hash) * odd[word]) >> 26);
        }
        bool contains(std::uint64_t hash) const
        {
            const Block &block = blocks[blockOf(hash)];
            std::uint64_t lacking = 0;
            for (std::size_t word = 0; word < block.size(); ++word)
                lacking |= bit(hash, word) & ~block[word];
            return lacking == 0;
        }
        void add(std::uint64_t hash)
        {
            Block &block = blocks[blockOf(hash)];
            for (std::size_t word = 0; word < block.size(); ++word)
                block[word] |= bit(hash, word);
            ++count;
        }

        std::vector<Block> blocks;
        std::size_t count = 0;
    };

    std::vector<Level> m_levels;
};

} // namespace assay
