// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/what_if_host.h"
#include "ui/ask/tuning_model.h"

#include <QtCore/QTimer>

namespace assay::ui {

class WhatIfCurve;
class WhatIfFigures;

/// Asks, a moment after each move of a control, what the draft would have done with recorded turns, and shows
/// the answer: figures beside the words, and the curve below.
class TuningWhatIf final : public QObject
{
    Q_OBJECT

public:
    /// @param parent of the widgets, too, until they are laid out
    TuningWhatIf(TuningModel &model, const QString &storePath, QWidget *parent);

    WhatIfFigures *figures() const { return m_figures; }
    WhatIfCurve *curve() const { return m_curve; }

Q_SIGNALS:
    /// The two figures that matter most, in a line; empty = nothing is drafted.
    void headline(const QString &text);

private:
    void modelChanged();
    void ask();
    void showFigures();
    void hideFigures();
    void show(const WhatIfReply &reply);
    void showRefusal(const Error &error);
    /// Of the draft, what recorded turns can speak of.
    SettingChanges replayable() const;

    TuningModel &m_model;
    WhatIfHost m_host;
    QTimer m_pause;
    WhatIfFigures *m_figures;
    WhatIfCurve *m_curve;
    SettingChanges m_asked;
    bool m_everAsked = false;
};

} // namespace assay::ui
