// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QStringView>

#include <cstddef>
#include <cstring>
#include <memory>
#include <new>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace assay {

/// UTF-8 that lives elsewhere: in a TextArena, a frame or the program.
using Utf8 = std::string_view;

/// Memory for the many small texts of a batch: taken in order, given back all at once, and used
/// again for the next batch. Addresses stay. Threading: one thread at a time.
class TextArena
{
public:
    /// A copy of `text` that lives until clear().
    Utf8 keep(Utf8 text)
    {
        if (text.empty())
            return {};
        char *place = static_cast<char *>(take(text.size(), 1));
        std::memcpy(place, text.data(), text.size());
        return {place, text.size()};
    }
    Utf8 keep(QStringView text)
    {
        const QByteArray bytes = text.toUtf8();
        return keep(Utf8(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    }

    /// A value that needs no destructor.
    template<typename T, typename... Args>
    T *make(Args &&...args)
    {
        static_assert(std::is_trivially_destructible_v<T>);
        return new (take(sizeof(T), alignof(T))) T{std::forward<Args>(args)...};
    }

    /// Forgets everything; memory beyond `keepBytes` goes back to the system.
    void clear(std::size_t keepBytes = 8 << 20)
    {
        while (m_blocks.size() > 1 && m_total > keepBytes) {
            m_total -= m_blocks.back().size;
            m_blocks.pop_back();
        }
        m_block = 0;
        m_used = 0;
    }

private:
    struct Block
    {
        std::unique_ptr<std::byte[]> bytes{};
        std::size_t size = 0;
    };

    void *take(std::size_t size, std::size_t alignment)
    {
        m_used = (m_used + alignment - 1) & ~(alignment - 1);
        while (m_block < m_blocks.size() && m_used + size > m_blocks[m_block].size) {
            ++m_block;
            m_used = 0;
        }
        if (m_block == m_blocks.size()) {
            const std::size_t room = std::max<std::size_t>(256 << 10, size);
            m_blocks.push_back({std::make_unique_for_overwrite<std::byte[]>(room), room});
            m_total += room;
        }
        void *place = m_blocks[m_block].bytes.get() + m_used;
        m_used += size;
        return place;
    }

    std::vector<Block> m_blocks;
    std::size_t m_block = 0;
    std::size_t m_used = 0;
    std::size_t m_total = 0;
};

} // namespace assay
