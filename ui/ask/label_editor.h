// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "turn/enums.h"

#include <QtWidgets/QWidget>

class QLineEdit;

namespace assay::ui {

class Button;

/// Good or bad and a note, in the card itself. Enter saves, Esc gives up.
class LabelEditor final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int longestNote = 500;

    explicit LabelEditor(QWidget *parent = nullptr);

    /// Starts editing; Label::None begins with "good".
    void edit(Label label, const QString &note);
    QWidgetList focusOrder() const;

Q_SIGNALS:
    void saved(assay::Label label, const QString &note);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void save();

    Button *m_good;
    Button *m_bad;
    QLineEdit *m_note;
    Button *m_save;
    Button *m_cancel;
};

} // namespace assay::ui
