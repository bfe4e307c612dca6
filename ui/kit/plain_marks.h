// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/kit/plain.h"

#include <QtGui/QSyntaxHighlighter>

namespace assay::ui {

/// Draws the marks of a PlainTextView: weight and ground of our own choosing, nothing the text says.
class PlainMarks final : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

    /// @param marks at positions of the document
    void setMarks(QList<PlainMark> marks);

protected:
    void highlightBlock(const QString &text) override;

private:
    QList<PlainMark> m_marks;
};

} // namespace assay::ui
