// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/turn_card.h"

#include "ui/ask/flow_layout.h"
#include "ui/ask/label_editor.h"
#include "ui/ask/turn_parts.h"
#include "ui/ask/turn_text.h"
#include "ui/ask/wrapped_text.h"
#include "ui/kit/actions.h"
#include "ui/kit/answer_view.h"
#include "ui/kit/button.h"
#include "ui/kit/chip.h"
#include "ui/kit/stage_ticks.h"
#include "ui/kit/tr.h"

#include <QtWidgets/QBoxLayout>

#include <array>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

/// Longest line of an answer that is comfortable to read, px.
constexpr int answerWidth = 660;

/// How far the row of ticks may reach beyond the other rows, px: eight stages want one line at 1440 px.
constexpr int tickOverhang = 16;

/// Ticks of a running turn change with every token; more often than this nobody reads them.
constexpr std::chrono::milliseconds ticksEvery{500};

/// Begins left of its place, so that a ghost button's content lines up with the text above.
class Outdented final : public QWidgetItem
{
public:
    using QWidgetItem::QWidgetItem;
    void setGeometry(const QRect &rect) override
    {
        QWidgetItem::setGeometry(rect.adjusted(-Button::ghostInset, 0, 0, 0));
    }
    int heightForWidth(int width) const override
    {
        return QWidgetItem::heightForWidth(width + Button::ghostInset);
    }
};

QWidget *row(QWidget *parent, QWidget *first, QWidget *second)
{
    auto *box = new QWidget(parent);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 2, 0, 2);
    layout->setSpacing(8);
    layout->addWidget(first, 0, Qt::AlignTop);
    layout->addWidget(second, 1);
    return box;
}

} // namespace

TurnCard::TurnCard(Actions &actions, QWidget *parent)
    : Card(parent), m_actions(actions), m_mark(new TurnMark(this)),
      m_question(new WrappedText(Type::Body, QFont::DemiBold, Tone::Primary, this)),
      m_badge(new ScoreBadge(this)), m_state(new Chip(QString(), ChipTint::Accent, this)),
      m_answer(new AnswerView(this)), m_outcomeIcon(new IconMark),
      m_outcomeText(new WrappedText(Type::Small, QFont::Medium, Tone::Second)), m_sources(new QWidget(this)),
      m_facts(new FactsRow(this)), m_ticks(new StageTicks(this)),
      m_labelChip(new Chip(QString(), ChipTint::Neutral)),
      m_note(new WrappedText(Type::Small, QFont::Normal, Tone::Second))
{
    m_outcome = row(this, m_outcomeIcon, m_outcomeText);
    m_labelRow = row(this, m_labelChip, m_note);
    new FlowLayout(16, 0, m_sources);
    m_answer->setMaximumWidth(answerWidth);

    auto *across = new QHBoxLayout(this);
    across->setContentsMargins(20, 14, 24 - tickOverhang, 12);
    across->setSpacing(2);
    across->addWidget(m_mark, 0, Qt::AlignTop);
    m_column = new QVBoxLayout;
    m_column->setSpacing(3);
    across->addLayout(m_column, 1);
    auto *head = new QHBoxLayout;
    head->setSpacing(16);
    head->setContentsMargins(0, 0, tickOverhang, 3);
    head->addWidget(m_question, 1);
    head->addWidget(m_badge, 0, Qt::AlignTop);
    head->addWidget(m_state, 0, Qt::AlignTop);
    m_column->addLayout(head);
    // The narrow measure needs a row of its own: a column would ask for the height at its full width.
    auto *measure = new QHBoxLayout;
    measure->addWidget(m_answer, 1000);
    measure->addStretch(1);
    m_column->addLayout(measure);
    for (QWidget *part : QWidgetList{m_outcome, m_sources, m_facts, m_ticks, m_labelRow})
        m_column->addWidget(part);
    m_column->addStretch(1);

    connect(m_answer, &AnswerView::citationActivated, this,
            [this](const QString &label) { Q_EMIT sourceActivated(m_turnId, label); });
}

void TurnCard::setView(const TurnView &view, UtcTime now)
{
    const Turn &turn = view.turn;
    m_turnId = turn.id;
    m_status = turn.status;
    m_comparable = turn.attempts.size() > 1;
    showHead(view);
    showAnswer(view);
    showOutcome(outcomeOf(turn), turn.status);
    showSources(turn);
    const QList<Fact> facts = turnFacts(turn);
    m_facts->setFacts(facts);
    m_facts->setVisible(!facts.isEmpty());
    const qsizetype steps =
        turn.stages.size() + std::ranges::count(turn.stages, StageStatus::Done, &StageRecord::status);
    if (view.isRunning() && (steps != m_steps || now - m_ticked >= ticksEvery)) {
        m_steps = steps;
        m_ticked = now;
        m_ticks->setTicks(runningTicks(view, now));
    }
    m_ticks->setVisible(view.isRunning());
    showLabel(turn);
    showActions();
}

void TurnCard::showHead(const TurnView &view)
{
    const Turn &turn = view.turn;
    m_mark->setTurn(turn.number, turn.askedAt);
    m_question->setText(turn.question);
    setAccessibleName(Tr::tr("Turn %1: %2").arg(turn.number).arg(shortLine(turn.question, 160)));
    const bool scored = !view.isRunning() && turn.verdict.score.has_value();
    m_badge->setVisible(scored);
    m_state->setVisible(!scored);
    if (scored) {
        m_badge->setScore(*turn.verdict.score);
        return;
    }
    QString words = runningStage(turn);
    ChipTint tint = ChipTint::Accent;
    Icon symbol = Icon::Spinner;
    if (turn.status == TurnStatus::Cancelled) {
        words = Tr::tr("Stopped");
        tint = ChipTint::Neutral;
        symbol = Icon::Stop;
    } else if (!view.isRunning()) {
        words = turn.status == TurnStatus::Errored ? Tr::tr("Error") : Tr::tr("No score");
        tint = turn.status == TurnStatus::Errored ? ChipTint::Fail : ChipTint::Neutral;
        symbol = turn.status == TurnStatus::Errored ? Icon::Warning : Icon::None;
    }
    if (words == m_stage)
        return;
    m_stage = words;
    m_state->setText(words);
    m_state->setTint(tint);
    m_state->setSymbol(symbol);
}

void TurnCard::showAnswer(const TurnView &view)
{
    const QString &answer = view.answer();
    if (view.isRunning() && view.draft == m_draft && m_given > 0 && answer.size() >= m_given) {
        if (answer.size() > m_given)
            m_answer->append(answer.sliced(m_given));
    } else {
        m_answer->setText(answer);
    }
    m_draft = view.draft;
    m_given = view.isRunning() ? answer.size() : 0;
    m_answer->setStreaming(view.isRunning());
    m_answer->setVisible(view.isRunning() || !answer.isEmpty());
}

void TurnCard::showOutcome(const Outcome &outcome, TurnStatus status)
{
    m_outcome->setVisible(!outcome.text.isEmpty());
    if (outcome.text.isEmpty())
        return;
    const bool stopped = status == TurnStatus::Cancelled && !outcome.isError;
    const Tone tone = outcome.isError ? Tone::Fail : stopped ? Tone::Second : Tone::Low;
    m_outcomeIcon->setIcon(stopped ? Icon::Stop : Icon::Warning, tone);
    m_outcomeText->setTone(tone);
    m_outcomeText->setText(outcome.text);
}

void TurnCard::showSources(const Turn &turn)
{
    // An earlier attempt's sources say nothing about the draft on screen.
    const QList<Evidence> cited =
        turn.status == TurnStatus::Running ? QList<Evidence>() : citedEvidence(turn);
    QStringList keys;
    for (const Evidence &one : cited)
        keys.append(one.label + u'\n' + one.title.left(200));
    if (keys != m_sourceKeys) {
        m_sourceKeys = keys;
        QLayout *layout = m_sources->layout();
        while (QLayoutItem *item = layout->takeAt(0)) {
            item->widget()->hide();
            item->widget()->deleteLater();
            delete item;
        }
        for (const Evidence &one : cited.first(std::min<qsizetype>(cited.size(), 24))) {
            auto *chip = new SourceChip(one.label, one.title.isEmpty() ? one.sourceId : one.title, m_sources);
            layout->addWidget(chip);
            connect(chip, &SourceChip::clicked, this,
                    [this, label = one.label] { Q_EMIT sourceActivated(m_turnId, label); });
        }
    }
    m_sources->setVisible(!keys.isEmpty());
}

void TurnCard::showLabel(const Turn &turn)
{
    m_label = turn.label;
    m_labelNote = turn.labelNote;
    const bool shown = turn.label != Label::None && !m_editor;
    m_labelRow->setVisible(shown);
    if (!shown)
        return;
    const bool good = turn.label == Label::Good;
    const QString words = good ? Tr::tr("Good") : Tr::tr("Bad");
    if (m_labelChip->text() != words) {
        m_labelChip->setText(words);
        m_labelChip->setTint(good ? ChipTint::Pass : ChipTint::Fail);
        m_labelChip->setSymbol(good ? Icon::ThumbsUp : Icon::ThumbsDown);
    }
    m_note->setText(turn.labelNote);
}

void TurnCard::setChosen(bool chosen)
{
    m_chosen = chosen;
    setSelected(chosen);
    if (!chosen)
        closeEditor();
    showActions();
}

void TurnCard::showActions()
{
    const bool wanted = m_chosen && m_status != TurnStatus::Running && !m_editor;
    if (!wanted && !m_buttons)
        return;
    if (!m_buttons) {
        struct Entry
        {
            ActionId id;
            Icon icon;
            QString text;
        };
        const std::array entries{Entry{ActionId::CopyAnswer, Icon::Copy, Tr::tr("Copy")},
                                 Entry{ActionId::Rerun, Icon::Rerun, Tr::tr("Re-run")},
                                 Entry{ActionId::LabelNote, Icon::Label, Tr::tr("Label")},
                                 Entry{ActionId::LabelGood, Icon::ThumbsUp, Tr::tr("Good")},
                                 Entry{ActionId::LabelBad, Icon::ThumbsDown, Tr::tr("Bad")},
                                 Entry{ActionId::CompareAttempts, Icon::Diff, Tr::tr("Compare")}};
        m_buttons = new QWidget(this);
        auto *layout = new FlowLayout(8, 2, m_buttons);
        layout->setContentsMargins(0, 2, 0, 0);
        for (const Entry &entry : entries) {
            QAction *action = m_actions.at(entry.id);
            auto *button = new Button(entry.icon, entry.text, ButtonKind::Ghost, m_buttons);
            button->setKeyHint(action->shortcut());
            button->setProperty("compare", entry.id == ActionId::CompareAttempts);
            connect(button, &Button::clicked, action, &QAction::trigger);
            layout->addWidget(button);
        }
        // Above the label, so that the buttons stay where they are when one comes.
        m_column->insertItem(m_column->indexOf(m_labelRow), new Outdented(m_buttons));
    }
    for (Button *button : m_buttons->findChildren<Button *>())
        if (button->property("compare").toBool())
            button->setVisible(m_comparable);
    m_buttons->setVisible(wanted);
}

void TurnCard::editLabel()
{
    if (m_editor || m_status == TurnStatus::Running)
        return;
    m_editor = new LabelEditor(this);
    m_column->insertWidget(m_column->indexOf(m_labelRow), m_editor);
    connect(m_editor, &LabelEditor::saved, this, [this](Label label, const QString &note) {
        setFocus(
            Qt::OtherFocusReason); // first, or hiding the editor would hand the focus to whatever comes next
        closeEditor();
        Q_EMIT labelSaved(m_turnId, label, note);
    });
    connect(m_editor, &LabelEditor::cancelled, this, [this] {
        setFocus(
            Qt::OtherFocusReason); // first, or hiding the editor would hand the focus to whatever comes next
        closeEditor();
    });
    m_labelRow->hide();
    showActions();
    m_editor->show();
    m_editor->edit(m_label, m_labelNote);
}

void TurnCard::closeEditor()
{
    if (!m_editor)
        return;
    m_editor->hide();
    m_editor->deleteLater();
    m_editor = nullptr;
    m_labelRow->setVisible(m_label != Label::None);
    showActions();
}

void TurnCard::focusAnswer()
{
    m_answer->setFocus(Qt::OtherFocusReason);
}

QWidgetList TurnCard::focusOrder() const
{
    QWidgetList order{const_cast<TurnCard *>(this), m_answer};
    for (int i = 0; i < m_sources->layout()->count(); ++i)
        order.append(m_sources->layout()->itemAt(i)->widget());
    if (m_editor)
        order.append(m_editor->focusOrder());
    if (m_buttons)
        for (int i = 0; i < m_buttons->layout()->count(); ++i)
            order.append(m_buttons->layout()->itemAt(i)->widget());
    return order;
}

bool TurnCard::event(QEvent *event)
{
    const bool done = Card::event(event);
    if (event->type() == QEvent::LayoutRequest)
        Q_EMIT resized();
    return done;
}

void TurnCard::focusInEvent(QFocusEvent *event)
{
    Card::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        Q_EMIT entered();
}

void TurnCard::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        event->modifiers() == Qt::NoModifier)
        Q_EMIT opened();
    else
        Card::keyPressEvent(event);
}

} // namespace assay::ui
