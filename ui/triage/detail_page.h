// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/triage_host.h"

#include <QtGui/QKeySequence>
#include <QtWidgets/QScrollArea>

class QStackedWidget;
class QVBoxLayout;

namespace assay::ui {

class AnswerView;
class AttemptList;
class Button;
class Chip;
class DiffView;
class ElidedLabel;
class ErrorState;
class HistoryList;
class PlainLabel;
class ScoreBadge;
class ScoreBars;
class Skeleton;
class ThreadStrip;
class TriageEvidenceList;
class WrappedText;

/// A re-run of the turn that is shown.
struct TriageRerun
{
    QString settings{}; ///< in words
    bool running = true;
    Turn turn{};     ///< finished
    QString error{}; ///< why there is no answer
};

/// One turn in full: what was asked, answered, found and judged, what came before and what was done about it.
class DetailPage final : public QWidget
{
    Q_OBJECT

public:
    explicit DetailPage(QWidget *parent = nullptr);

    void showDetail(const TriageDetail &detail, const QString &who);
    void showNothing(const QString &sentence);
    void showError(const QString &what);
    void showLoading();
    void setRerun(const std::optional<TriageRerun> &rerun);
    /// "asking the judge …", or what came of it; empty = nothing to say.
    void setJudgeNote(const QString &note);
    void setJudgeKeys(const QKeySequence &keys);
    void scroll(int pages);

    /// The turn that is shown; empty = none.
    QString turnId() const { return m_detail ? m_detail->turn.id : QString(); }

Q_SIGNALS:
    void turnWanted(const QString &threadId, const QString &turnId);
    void judgeWanted();
    void retry();

private:
    struct Section
    {
        QWidget *box = nullptr;
        QVBoxLayout *column = nullptr;
        ElidedLabel *beside = nullptr;
    };
    Section addSection(QVBoxLayout *column, const QString &title, QWidget *action = nullptr);
    QWidget *makeHead();
    QWidget *makeAnswers();
    void fillHead();
    void fillAnswers();
    void fillScores();
    void fillRest();

    std::optional<TriageDetail> m_detail;
    std::optional<TriageRerun> m_rerun;
    QString m_who;
    QStackedWidget *m_states;
    QScrollArea *m_scroll;
    PlainLabel *m_nothing;
    ErrorState *m_error;

    ScoreBadge *m_badge;
    WrappedText *m_question;
    ElidedLabel *m_facts;
    QWidget *m_tags;
    WrappedText *m_note;

    PlainLabel *m_answerTitle;
    ElidedLabel *m_answerFacts;
    AnswerView *m_answer;
    DiffView *m_before;
    WrappedText *m_phrase;
    QWidget *m_rerunBox;
    ElidedLabel *m_rerunTitle;
    ScoreBadge *m_rerunBadge;
    DiffView *m_after;
    WrappedText *m_rerunNote;

    Section m_evidenceBox;
    TriageEvidenceList *m_evidence;
    Section m_scoresBox;
    ScoreBars *m_scores;
    Section m_judgeBox;
    QWidget *m_issues;
    WrappedText *m_reasoning;
    WrappedText *m_judgeNote;
    Button *m_judgeButton;
    Section m_attemptsBox;
    AttemptList *m_attempts;
    Section m_threadBox;
    ThreadStrip *m_thread;
    Section m_historyBox;
    HistoryList *m_history;
};

} // namespace assay::ui
