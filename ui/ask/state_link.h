// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/kit/tokens.h"

#include <QtWidgets/QAbstractButton>

namespace assay::ui {

/// "• 2 unsaved changes": a dot and quiet text that opens what it speaks of. Enter and Space press it.
class StateLink final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit StateLink(QWidget *parent = nullptr);

    void setTone(Tone tone);
    /// Also used as the accessible name unless that is set afterwards.
    void setWords(const QString &words);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Tone m_tone = Tone::Accent;
};

} // namespace assay::ui
