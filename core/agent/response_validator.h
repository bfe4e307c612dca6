// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "turn/turn.h"

#include <QtCore/QHash>

namespace assay {

/// Innovation 5: does the draft claim to have found nothing although tools returned results, or
/// fail to cite any of them? Folds typographic apostrophes and runs of spaces, looks at whole words
/// only, and names the first phrase in the order of the text.
///
/// @param evidence what the draft was given; without usable results every draft is Valid
/// @source WIRE.md section 4, ResponseValidator, with its faults mended
ResponseCheck validateResponse(const QString &answer, const QList<Evidence> &evidence);

/// Labels like "1" or "T2" that an answer cites as [1], in order of first use, known ones only.
QStringList citedLabels(const QString &answer, const QList<Evidence> &evidence);

/// `answer` with every cited label replaced by what `labels` has for it; others stay.
QString relabelCitations(const QString &answer, const QHash<QString, QString> &labels);

/// Labels in [brackets] that name no evidence.
QStringList unknownLabels(const QString &answer, const QList<Evidence> &evidence);

} // namespace assay
