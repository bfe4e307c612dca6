// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/kit/tokens.h"

#include <QtWidgets/QWidget>

namespace assay::ui {

enum class TickState { Pending, Active, Done, Failed };

struct StageTick
{
    QString name;
    /// Short fact behind the name ("0.91", "8 docs", "38 tok/s"); may be empty.
    QString fact;
    TickState state = TickState::Pending;

    bool operator==(const StageTick &) const = default;
};

/// The stages of a running turn in one row: tick, dot or ring, name, fact. Wraps when narrow.
class StageTicks final : public QWidget
{
    Q_OBJECT

public:
    explicit StageTicks(QWidget *parent = nullptr);

    void setTicks(const QList<StageTick> &ticks);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    qreal widthOf(const StageTick &tick) const;
    QList<QRectF> boxes(int width) const;

    QList<StageTick> m_ticks;
};

} // namespace assay::ui
