// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/evaluation_host.h"
#include "ui/evaluate/pick_list.h"

namespace assay::ui {

/// Stored runs, newest first; two lines each, the one under way with a bar.
class RunList final : public PickList
{
    Q_OBJECT

public:
    explicit RunList(QWidget *parent = nullptr);

    /// The run in hand stays in hand.
    void setRuns(const QList<StoredRun> &runs, UtcTime now);
    const QList<StoredRun> &runs() const { return m_runs; }
    const StoredRun *currentRun() const { return current() < 0 ? nullptr : &m_runs.at(current()); }
    using PickList::setCurrent;
    /// By results file. @return is it there?
    bool setCurrent(const QString &path);
    /// How far the run of a path is; nothing else moves.
    void setProgress(const QString &path, const RunProgress &now);
    /// The run that others are compared with; empty = none.
    void setBase(const QString &path);

protected:
    int count() const override { return static_cast<int>(m_runs.size()); }
    QString spoken(int row) const override;
    void paintRow(QPainter &painter, const QRectF &rect, int row) const override;

private:
    void paintMark(QPainter &painter, const QRectF &rect, const StoredRun &run) const;

    QList<StoredRun> m_runs;
    UtcTime m_now{};
    QString m_running;
    double m_share = 0.0;
    QString m_base;
};

} // namespace assay::ui
