// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "eval/run_comparison.h"
#include "ui/evaluate/pick_list.h"

namespace assay::ui {

/// Which scenarios a table shows.
enum class ScenarioChoice : std::uint8_t { All, Changed, Missed };

/// Where a table's columns are, in px.
struct ScenarioColumns
{
    QRectF mark, outcome, id, category, before, after, bar, change;

    static ScenarioColumns at(const QRectF &row, bool isCompared);
};

/// Scenarios of a run, or of two: worst first, with both scores and what lies between as a bar about zero.
class ScenarioTable final : public PickList
{
    Q_OBJECT

public:
    explicit ScenarioTable(QWidget *parent = nullptr);

    /// @param changes in their order; without a run to compare with, only `after` is filled
    void setScenarios(const QList<ScenarioChange> &changes, bool isCompared);
    /// Only those of a kind, and of those whose id, category, question or an answer holds `words`.
    void narrow(ScenarioChoice choice, const QString &words);
    const QList<ScenarioChange> &scenarios() const { return m_all; }
    bool isCompared() const { return m_compared; }
    int shownCount() const { return count(); }
    const ScenarioChange *currentScenario() const
    {
        return current() < 0 ? nullptr : &m_all.at(m_shown.at(current()));
    }

protected:
    int count() const override { return static_cast<int>(m_shown.size()); }
    QString spoken(int row) const override;
    void paintRow(QPainter &painter, const QRectF &rect, int row) const override;

private:
    void select();
    bool isWanted(const ScenarioChange &change) const;

    QList<ScenarioChange> m_all;
    double m_reach = 0.0; ///< the change that fills half a bar
    QList<qsizetype> m_shown;
    ScenarioChoice m_choice = ScenarioChoice::All;
    QString m_words;
    bool m_compared = false;
};

/// The titles over a table's columns.
class ScenarioHead final : public QWidget
{
    Q_OBJECT

public:
    /// @param table whose columns it names; outlives this
    explicit ScenarioHead(const ScenarioTable &table, QWidget *parent = nullptr);
    void setCompared(bool isCompared);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const ScenarioTable &m_table;
    bool m_compared = false;
};

/// What a single run lists first: without an answer, missed, then by quality.
QList<ScenarioChange> scenariosOf(const EvalRun &run);

} // namespace assay::ui
