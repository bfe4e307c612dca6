// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "turn/enums.h"
#include "turn/filter.h"

#include <array>

namespace assay {

/// How a row gives the value of each column: a function, or none where it has no such value.
template<typename Function>
class FilterGetters
{
public:
    struct Entry
    {
        FilterColumn column{};
        Function read{};
    };

    constexpr FilterGetters(std::initializer_list<Entry> entries)
    {
        for (const Entry &entry : entries)
            m_all[static_cast<std::size_t>(entry.column)] = entry.read;
    }

    /// nullptr when the rows have no such value.
    constexpr Function operator[](FilterColumn column) const
    {
        return m_all[static_cast<std::size_t>(column)];
    }

private:
    std::array<Function, static_cast<std::size_t>(FilterColumn::Text) + 1> m_all{};
};

/// One text, or nothing for an empty one.
std::optional<FilterTexts> oneFilterText(QStringView text);
std::optional<FilterTexts> manyFilterTexts(const QStringList &texts);

inline std::optional<double> widenedScore(const std::optional<float> &score)
{
    return score ? std::optional(static_cast<double>(*score)) : std::nullopt;
}

/// The token of an enum value as a text that outlives the call.
template<typename E>
QStringView filterToken(E value)
{
    static const QStringList all = tokensOf<E>();
    for (qsizetype i = 0; i < all.size(); ++i)
        if (enumTokens<E>()[static_cast<std::size_t>(i)].value == value)
            return all.at(i);
    return {};
}

} // namespace assay
