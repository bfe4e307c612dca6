// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/micros.h"
#include "base/time.h"
#include "settings/settings.h"
#include "ui/kit/status_bar.h"

namespace assay::ui {

/// What the status bar tells about.
struct StatusInput
{
    Settings settings{};
    int running = 0; ///< turns
    Micros spentToday{};
    int firing = 0;    ///< alerts that nobody has taken
    QString problem{}; ///< the last that still stands; empty = none
    QString facts{};   ///< what the workspace on screen does: "Turn 13 streaming, 1.1 s"
    UtcTime now{};
};

/// Left: core, models, judge, money spent today of the budget, what the workspace on screen does.
QList<StatusSegment> statusLeft(const StatusInput &input);

/// Which of them counts the alerts; −1 = none.
int alertSegment(const QList<StatusSegment> &segments);

/// Right: profile and the time, UTC.
QList<StatusSegment> statusRight(const StatusInput &input);

} // namespace assay::ui
