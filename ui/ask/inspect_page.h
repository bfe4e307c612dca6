// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/ask/inspector_model.h"

#include <QtWidgets/QScrollArea>

class QVBoxLayout;

namespace assay::ui {

class AttemptList;
class Button;
class EvidenceList;
class FactList;
class FlowLayout;
class Legend;
class WrappedText;

/// The Inspect tab: pipeline, score, attempts, evidence, judge, route and checks of one turn.
/// Sections keep their order; those that have nothing to say are hidden.
class InspectPage final : public QScrollArea
{
    Q_OBJECT

public:
    explicit InspectPage(QWidget *parent = nullptr);

    /// Brings every section up to date in place. What stands at the top of the view stays there.
    void setTurn(const Turn &turn, std::chrono::microseconds runningFor);
    /// Another turn comes: back to the top and to the returned attempt.
    void reset();
    /// Whose details are shown; 0 = the returned attempt's.
    void setAttempt(int number);
    int attempt() const { return m_attempt; }
    void setCompareKeys(const QKeySequence &keys);

Q_SIGNALS:
    void sourceActivated(const QString &sourceId);
    void compareRequested();
    void attemptActivated(int number);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Section
    {
        QWidget *box = nullptr;
        QVBoxLayout *column = nullptr;
        Legend *legend = nullptr;
    };

    Section addSection(const QString &title, QWidget *beside = nullptr);
    void buildTop();
    void buildBottom();
    void fill();
    void fillScore();
    void fillAttempts();
    void fillEvidence();
    void fillJudge();
    void fillRoute();
    void relayout();
    void fitMargins();

    Turn m_turn;
    std::chrono::microseconds m_runningFor{0};
    int m_attempt = 0;
    QList<Section> m_sections;
    WrappedText *m_error;
    QWidget *m_errorBox;
    Section m_pipeline;
    Gantt *m_gantt;
    Section m_score;
    ScoreBars *m_scores;
    Section m_attempts;
    AttemptList *m_attemptList;
    Button *m_compare;
    QWidget *m_changes;
    QList<RetryChange> m_shownChanges;
    Section m_evidence;
    EvidenceList *m_evidenceList;
    QList<EvidenceRow> m_evidenceRows;
    Section m_judge;
    QWidget *m_issues;
    QStringList m_shownIssues;
    WrappedText *m_reasoning;
    FactList *m_votes;
    Section m_route;
    WrappedText *m_reason;
    FactList *m_contributions;
    Section m_checks;
    FactList *m_checkList;
};

} // namespace assay::ui
