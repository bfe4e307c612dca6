// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "turn/filter_lexer.h"

namespace assay {

// What the parser says about a token that does not fit. Private to the filter's own files.

FilterProblem problemAt(const FilterToken &token, QString sentence, QString suggestion = {});
tl::unexpected<FilterProblem> refuseAt(const FilterToken &token, QString sentence, QString suggestion = {});

/// The operators a column takes, as a list to read.
QString filterOperatorList(const FilterColumnInfo &column);
tl::unexpected<FilterProblem> refuseOperator(const FilterToken &sign, const FilterColumnInfo &column,
                                             FilterOperator op);

/// The column a token names, if rows of the wanted kinds have it.
tl::expected<const FilterColumnInfo *, FilterProblem> filterColumnAt(const FilterToken &token,
                                                                     FilterUses uses);

} // namespace assay
