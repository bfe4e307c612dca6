// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/ask/ask_state.h"
#include "ui/kit/card.h"

class QVBoxLayout;

namespace assay::ui {

class Actions;
class AnswerView;
class Chip;
class FactsRow;
class FlowLayout;
class IconMark;
class LabelEditor;
class ScoreBadge;
class StageTicks;
class TurnMark;
class WrappedText;
struct Outcome;

/// One turn of the conversation: question, answer with citations, sources, facts; stages while it runs;
/// what the selected turn offers.
class TurnCard final : public Card
{
    Q_OBJECT

public:
    /// @param actions what the buttons of a selected card trigger
    explicit TurnCard(Actions &actions, QWidget *parent = nullptr);

    /// Shows the turn. Cheap when little changed: a streamed answer only grows.
    void setView(const TurnView &view, UtcTime now);
    /// With the buttons of a selected card; a running one has none.
    void setChosen(bool chosen);
    const QString &turnId() const { return m_turnId; }

    void editLabel();
    /// The part the keyboard starts with when the card is opened: the answer.
    void focusAnswer();
    /// Everything that takes focus, in reading order.
    QWidgetList focusOrder() const;

Q_SIGNALS:
    void sourceActivated(const QString &turnId, const QString &label);
    void labelSaved(const QString &turnId, assay::Label label, const QString &note);
    /// The keyboard came to this card.
    void entered();
    /// Enter on the card itself.
    void opened();
    /// Another height may be needed.
    void resized();

protected:
    bool event(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showHead(const TurnView &view);
    void showAnswer(const TurnView &view);
    void showOutcome(const Outcome &outcome, TurnStatus status);
    void showSources(const Turn &turn);
    void showLabel(const Turn &turn);
    void showActions();
    void closeEditor();

    Actions &m_actions;
    QString m_turnId;
    TurnStatus m_status = TurnStatus::Running;
    Label m_label = Label::None;
    QString m_labelNote;
    QString m_stage;
    int m_draft = 0;
    qsizetype m_steps = -1;
    UtcTime m_ticked{};
    qsizetype m_given = 0; ///< characters of the running draft the answer view has
    bool m_chosen = false;
    bool m_comparable = false;
    QStringList m_sourceKeys;

    QVBoxLayout *m_column = nullptr;
    TurnMark *m_mark;
    WrappedText *m_question;
    ScoreBadge *m_badge;
    Chip *m_state;
    AnswerView *m_answer;
    QWidget *m_outcome;
    IconMark *m_outcomeIcon;
    WrappedText *m_outcomeText;
    QWidget *m_sources;
    FactsRow *m_facts;
    StageTicks *m_ticks;
    QWidget *m_labelRow;
    Chip *m_labelChip;
    WrappedText *m_note;
    LabelEditor *m_editor = nullptr;
    QWidget *m_buttons = nullptr;
};

} // namespace assay::ui
