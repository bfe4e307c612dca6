// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/triage_host.h"

class QPainter;
class QRectF;

namespace assay::ui {

namespace queue {
inline constexpr int rowHeight = 44;
inline constexpr int headerHeight = 28;
} // namespace queue

struct QueueRowLook
{
    bool current = false;
    bool hovered = false;
    bool chosen = false;
    QString who{};
    QString groupName{};        ///< its issue needs no chip of its own
    bool inLabelledBad = false; ///< nor does its label
    UtcTime now{};
};

/// @param row nullptr while it is on its way
void paintQueueRow(QPainter &painter, const QRectF &rect, const TriageRow *row, const QueueRowLook &look);
void paintQueueHeader(QPainter &painter, const QRectF &rect, const TriageGroup &group, bool folded);

} // namespace assay::ui
