// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/arena.h"

#include <QtWidgets/QWidget>

namespace assay::ui {

/// Votes by pair of profiles: wins of either as a bar from both ends, ties between, and in words whether the
/// preference can be told from chance.
class TallyList final : public QWidget
{
    Q_OBJECT

public:
    explicit TallyList(QWidget *parent = nullptr);

    void setScores(const QList<ArenaScore> &scores);
    const QList<ArenaScore> &scores() const { return m_scores; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<ArenaScore> m_scores;
};

} // namespace assay::ui
