// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "alerts/promql_lexer.h"

#include <array>

/// The words of the language: functions, aggregations and operators.
namespace assay::promql {

/// A function and what it takes, one letter an argument: s scalar, v vector, r range.
struct Function
{
    const char *name;
    const char *takes;
};

inline constexpr std::array functions{
    Function{"rate", "r"},
    Function{"increase", "r"},
    Function{"delta", "r"},
    Function{"avg_over_time", "r"},
    Function{"min_over_time", "r"},
    Function{"max_over_time", "r"},
    Function{"sum_over_time", "r"},
    Function{"count_over_time", "r"},
    Function{"last_over_time", "r"},
    Function{"abs", "v"},
    Function{"ceil", "v"},
    Function{"floor", "v"},
    Function{"clamp_min", "vs"},
    Function{"clamp_max", "vs"},
    Function{"histogram_quantile", "sv"},
    Function{"absent", "v"},
    Function{"vector", "s"},
};
inline constexpr std::array aggregations{"sum", "avg", "min", "max", "count"};

/// How closely an operator binds, loosest 1; 0 for what is none.
int bindingOf(const Token &token);
bool isSetOperator(const QString &name);
bool isComparison(const QString &name);
QStringList knownNames();
QString typeText(Type type);

} // namespace assay::promql
