// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/kit/tokens.h"

#include <QtCore/QHash>
#include <QtGui/QTextLayout>
#include <QtWidgets/QWidget>

namespace assay::ui {

/// Foreign text of several lines, painted by ourselves: wraps anywhere where a word has no end, so that it
/// never asks for more width than there is. Never rich text.
class WrappedText final : public QWidget
{
    Q_OBJECT

public:
    WrappedText(Type type, QFont::Weight weight, Tone tone, QWidget *parent = nullptr);

    /// Shows at most `maximum` characters and says how many more there are.
    void setText(const QString &text);
    void setMaximum(qsizetype characters) { m_maximum = characters; }
    void setTone(Tone tone);
    /// What is shown.
    const QString &shown() const { return m_shown; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int lay(int width) const;

    QString m_source;
    QString m_shown;
    Tone m_tone;
    qsizetype m_maximum = 1200;
    mutable QTextLayout m_layout;
    mutable int m_laidFor = -1;
    /// Layouts ask for the same few widths again and again.
    mutable QHash<int, int> m_heights;
};

} // namespace assay::ui
