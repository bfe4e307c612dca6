// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "alerts/alert_engine.h"

namespace assay {

/// Fills in `{{ $value }}` and `{{ $labels.name }}`, as Prometheus writes them; anything else stays.
QString expandAlertText(const QString &text, const AlertLabels &labels, const QString &value);

/// The bound in words: "< 0.95 threshold", "> 5% threshold". Empty for an expression.
QString alertBoundText(const AlertRule &rule);

/// The alert as people read it, in the deployment guide's form: a headline and one line a fact.
/// @param subjects the readings behind it, as far as they are known
QString alertText(const AlertRule &rule, const AlertFiring &firing, const QList<AlertSubject> &subjects);

/// One line: "High Tool Ignore Rate: 12.3% (> 5% threshold), 7 of 57".
QString alertLine(const AlertRule &rule, const AlertFiring &firing);

} // namespace assay
