// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/evaluation_host.h"

#include <QtWidgets/QWidget>

namespace assay::ui {

class Actions;
class ElidedLabel;
class PlainLabel;

/// The run under way: how far it is, how long it takes yet and what it has spent.
class RunningPane final : public QWidget
{
    Q_OBJECT

public:
    explicit RunningPane(Actions &actions, QWidget *parent = nullptr);

    /// Hidden without one.
    void setRun(const std::optional<RunUnderWay> &run);
    QString words() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ElidedLabel *m_title;
    PlainLabel *m_progress;
    PlainLabel *m_remaining;
    QWidget *m_bar;
    double m_share = 0.0;
};

} // namespace assay::ui
