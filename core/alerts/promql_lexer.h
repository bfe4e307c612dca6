// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "alerts/promql.h"

namespace assay::promql {

enum class TokenKind : std::uint8_t { End, Name, Number, Text, Duration, Symbol };

struct Token
{
    TokenKind kind = TokenKind::End;
    QString text{}; ///< a Text without its quotes and escapes
    double number = 0.0;
    std::chrono::milliseconds duration{0};
    qsizetype position = 0;
};

/// The tokens of an expression, End last. Comments are left out.
tl::expected<std::vector<Token>, Problem> tokenize(const QString &text);

} // namespace assay::promql
