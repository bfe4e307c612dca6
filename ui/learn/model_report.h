// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/learn/learn_words.h"

#include <QtWidgets/QWidget>

class QGridLayout;
class QVBoxLayout;

namespace assay::ui {

class Chip;
class PlainLabel;
class ReliabilityChart;
class WrappedText;

/// What training found about one model: its figures beside what it must beat, reliability, risk against
/// coverage, cost against quality, and what its weights mean.
class ModelReport final : public QWidget
{
    Q_OBJECT

public:
    explicit ModelReport(QWidget *parent = nullptr);

    /// @param title which model it is
    void setReport(const QString &title, const TrainingReport &report);
    /// Nothing was trained: how the weeks went is all there is.
    void setUntrained(const QString &title, const QString &sentence);
    void setStanding(const LearningStanding &standing);
    /// How the weeks went, while it is not known.
    void setStandingNote(const QString &note);

    /// All figures of the table, a line a row.
    QString figures() const;
    QString verdict() const;
    QString drift() const;
    CurveChart *cost() const { return m_cost; }
    CurveChart *weeks() const { return m_weeks; }

Q_SIGNALS:
    void menuWanted(assay::ui::Chart *chart, const QPoint &at);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeTable();
    void arrange();
    void showFigures(bool on);
    void setRow(int row, const QString &name, const std::optional<ClassifierMetrics> &metrics);
    void showWeights(const QList<Contribution> &weights);

    struct Row
    {
        PlainLabel *name = nullptr;
        QList<PlainLabel *> values{};
    };

    PlainLabel *m_title;
    Chip *m_verdict;
    WrappedText *m_facts;
    QList<Row> m_rows;
    ReliabilityChart *m_reliability;
    CurveChart *m_risk;
    CurveChart *m_cost;
    CurveChart *m_weeks;
    QGridLayout *m_charts;
    WrappedText *m_weeksText;
    WrappedText *m_drift;
    PlainLabel *m_weightsTitle;
    QGridLayout *m_weights;
    QWidget *m_table = nullptr;
    int m_columns = 0;
    bool m_trained = true; ///< else there is no figure but those of the weeks
    bool m_arranged = false;
};

} // namespace assay::ui
