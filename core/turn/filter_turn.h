// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "turn/filter.h"
#include "turn/turn.h"

namespace assay {

/// A turn as the filter sees it. A view: the turn has to outlive it.
class TurnFilterRow final : public FilterRow
{
public:
    explicit TurnFilterRow(const Turn &turn) : m_turn(turn) {}

    std::optional<double> real(FilterColumn column) const override;
    std::optional<qint64> integer(FilterColumn column) const override;
    std::optional<FilterTexts> texts(FilterColumn column) const override;

private:
    const Turn &m_turn;
};

} // namespace assay
