// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/kit/plain.h"

namespace assay::ui {

/// A source's text as it is shown: plain, with marks where its headings and the cited sentences are.
struct SourceText
{
    QString text{};
    QList<PlainMark> marks{};
};

/// Takes the # of headings away, and finds what an answer took from the text: for every sentence of
/// `answer` that cites `label`, the same sentence here, or else the one that shares most of its words, if
/// it shares enough. Nothing in the text is obeyed.
SourceText sourceText(const QString &text, const QString &answer, const QString &label);

} // namespace assay::ui
