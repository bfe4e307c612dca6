// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/what_if_host.h"

#include <QtWidgets/QWidget>

namespace assay::ui {

class PlainLabel;

/// What a draft would have done with recorded turns: five figures, then and now, and the turns that flip.
class WhatIfFigures final : public QWidget
{
    Q_OBJECT

public:
    explicit WhatIfFigures(QWidget *parent = nullptr);

    void setAnswer(const WhatIfAnswer &answer);
    void setRefusal(const QString &sentence);
    /// All it says, a line each.
    QString words() const;
    /// Pass rate and cost in a line, or why there is no answer.
    QString headline() const;

private:
    struct Row
    {
        PlainLabel *name = nullptr;
        PlainLabel *value = nullptr;
    };
    void setRow(int row, const QString &name, const QString &value);

    PlainLabel *m_title;
    QList<Row> m_rows;
    PlainLabel *m_note;
    bool m_refused = false;
};

} // namespace assay::ui
