// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

namespace assay::ui {

struct DiffSpan
{
    enum class Kind { Same, Removed, Added };

    Kind kind = Kind::Same;
    QString text;

    bool operator==(const DiffSpan &) const = default;
};

/// Word diff of two texts. Neighbouring spans differ in kind; removed stands before added;
/// same + removed joined is `before`, same + added is `after`. Shortest by words as long as the texts differ
/// in few enough places; beyond that, what lies between the common beginning and end is one removal and
/// one addition, so that the time stays linear. Two empty texts give no spans.
QList<DiffSpan> wordDiff(const QString &before, const QString &after);

} // namespace assay::ui
