// SPDX-License-Identifier: Apache-2.0
#include "store/sql_catalogue.h"

#include "sql_texts.h"

#include <string_view>

namespace assay {

const std::map<std::string, std::string, std::less<>> &sqlCatalogue()
{
    static const auto all = [] {
        constexpr std::string_view mark = "-- name: ";
        constexpr std::string_view text = sql::queries;
        std::map<std::string, std::string, std::less<>> named;
        for (std::size_t at = text.find(mark); at != std::string_view::npos;) {
            const std::size_t nameAt = at + mark.size();
            const std::size_t lineEnd = text.find('\n', nameAt);
            const std::size_t next = text.find(mark, lineEnd);
            named.emplace(text.substr(nameAt, lineEnd - nameAt),
                          text.substr(lineEnd + 1, next - lineEnd - 1));
            at = next;
        }
        return named;
    }();
    return all;
}

} // namespace assay
