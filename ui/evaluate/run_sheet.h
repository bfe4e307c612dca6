// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/evaluation_host.h"
#include "ui/kit/sheet.h"

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace assay::ui {

class Button;
class PlainLabel;

/// Chooses what is run and how; or how a run that was broken off goes on.
class RunSheet final : public Sheet
{
    Q_OBJECT

public:
    RunSheet(EvaluationHost &evaluations, QWidget *host);

    /// For a new run. The suite last chosen stays chosen.
    void openNew();
    /// For one that was broken off: only concurrency and budget can change.
    void openResume(const StoredRun &run, const EvalPlan &plan);

    QComboBox *suite() const { return m_suite; }
    QComboBox *category() const { return m_category; }
    QComboBox *profile() const { return m_profile; }
    QSpinBox *limit() const { return m_limit; }
    QSpinBox *concurrency() const { return m_concurrency; }
    QSpinBox *repeats() const { return m_repeats; }
    QLineEdit *budget() const { return m_budget; }
    QString facts() const;

Q_SIGNALS:
    void startWanted(const assay::EvalPlan &plan);
    void resumeWanted(const QString &path, const assay::EvalPlan &plan);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void takeSuites(const Result<QList<SuiteFacts>> &suites);
    void fillProfiles();
    void chooseSuite();
    void showFacts();
    void take();
    std::optional<EvalPlan> plan();
    /// @return false where it is no amount
    bool readBudget(std::optional<Micros> &budget);
    void openFields(bool isNew);
    const SuiteFacts *chosen() const;

    EvaluationHost &m_evaluations;
    QList<SuiteFacts> m_suites;
    QString m_resumed; ///< path of the run that goes on; empty = a new one
    EvalPlan m_plan;   ///< its
    QString m_wanted;  ///< source of the suite last chosen
    QWidget *m_newFields;
    QComboBox *m_suite;
    QComboBox *m_category;
    QComboBox *m_profile;
    QSpinBox *m_limit;
    QSpinBox *m_concurrency;
    QSpinBox *m_repeats;
    QLineEdit *m_budget;
    PlainLabel *m_facts;
    Button *m_start;
};

} // namespace assay::ui
