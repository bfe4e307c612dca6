// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/time.h"
#include "turn/enums.h"

#include <QtCore/QList>

namespace assay {

/// What somebody said of a turn.
struct LabelNote
{
    QString turnId{};
    Label label = Label::None;
    QString note{};
    UtcTime at{};

    bool operator==(const LabelNote &) const = default;
};

/// Labels of a store whose note begins with `prefix`, oldest first; without a store none.
/// @param prefix plain letters, digits, blanks and colons @errors Io, Corrupt, as Store's
Result<QList<LabelNote>> labelNotes(const QString &storePath, const QString &prefix);

} // namespace assay
