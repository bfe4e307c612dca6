// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/text_arena.h"

#include <QtCore/QtGlobal>

#include <optional>
#include <string>
#include <unordered_map>

namespace assay {

namespace store_detail {
struct TextHash
{
    using is_transparent = void;
    std::size_t operator()(Utf8 text) const noexcept { return std::hash<Utf8>{}(text); }
};
} // namespace store_detail

/// A text of the table `names`.
struct Name
{
    qint64 id = 0;
    quint64 expected = 0; ///< of a thread: the sequence that should come next; 0 = none seen
};

/// The table `names`: each text once, under an integer. Remembers up to 200,000 of them.
/// Threading: as its connection.
class NameTable
{
public:
    /// @param find id of a text, if there is one; @param insert makes one
    template<typename Find, typename Insert>
    Name &nameOf(Utf8 text, Find find, Insert insert)
    {
        if (const auto known = m_names.find(text); known != m_names.end())
            return known->second;
        if (m_names.size() >= mostRemembered)
            m_names.clear();
        const std::optional<qint64> stored = find(text);
        return m_names.emplace(std::string(text), Name{.id = stored ? *stored : insert(text)}).first->second;
    }

    /// After a transaction that was taken back: ids given in it do not exist.
    void forget() { m_names.clear(); }

private:
    static constexpr std::size_t mostRemembered = 200'000;
    std::unordered_map<std::string, Name, store_detail::TextHash, std::equal_to<>> m_names;
};

} // namespace assay
