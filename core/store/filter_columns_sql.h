// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "turn/filter_columns.h"

namespace assay {

/// How the store's tables give the value of a column. Private to core/store.
struct FilterColumnSql
{
    enum class Shape : std::uint8_t {
        NotKept, ///< the rows have such values, the store does not
        Never,   ///< rows of this kind have no such value
        Plain,   ///< an expression: NULL or '' is absent
        Name,    ///< id of a row of names; NULL or the empty name is absent
        Texts,   ///< two expressions with a blank line between them, both searched
        Issues,  ///< id of a row of quality, whose issues are meant; NULL is absent
    };
    FilterColumn column{};
    Shape shape = Shape::Never;
    const char *expression = "";
};

/// The one place where columns of the filter language meet names of the schema.
const FilterColumnSql &filterColumnSql(FilterUse rows, FilterColumn column);

} // namespace assay
