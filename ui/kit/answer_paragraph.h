// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/kit/answer_text.h"

namespace assay::ui {

enum class AnswerStyle : quint8 { Bold, Code, CodeBold, Glue, Cite };

struct AnswerRun
{
    int start = 0;
    int length = 0;
    AnswerStyle style = AnswerStyle::Bold;
};

/// One paragraph: text without markers, its styled runs and its layout while it is near the view.
struct AnswerText::Paragraph
{
    QString text;
    QList<AnswerRun> runs;
    QList<Citation> citations;
    std::unique_ptr<QTextLayout> layout;
    qreal y = 0;
    qreal height = 0;
    bool bullet = false;
    bool blankBefore = false;
    /// Goes on where the one before was cut.
    bool continued = false;
    bool gap = false;
    bool laid = false;

    qreal indent() const { return bullet ? 14 : 0; }
};

} // namespace assay::ui
