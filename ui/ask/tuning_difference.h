// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/ask/tuning_model.h"

#include <QtWidgets/QFrame>

namespace assay::ui {

/// One value that the file does not have as it is in force or drafted, in words.
struct DifferenceRow
{
    QString key{};
    QString inFile{};
    QString inForce{};
    QString drafted{}; ///< empty = not drafted
    QString note{};    ///< what overrides the file at the next start; else empty

    bool operator==(const DifferenceRow &) const = default;
};
QList<DifferenceRow> differenceRows(const TuningModel &model);

/// The difference against the settings file as a list; closes by Esc or a click elsewhere.
class DifferencePopup final : public QFrame
{
    Q_OBJECT

public:
    DifferencePopup(const QList<DifferenceRow> &rows, const QString &file, QWidget *parent);

    /// Opens above `anchor`, within its screen, as wide as `width` px. Deletes itself when closed.
    void openAbove(const QWidget *anchor, int width);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

} // namespace assay::ui
