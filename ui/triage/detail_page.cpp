// SPDX-License-Identifier: Apache-2.0
#include "ui/triage/detail_page.h"

#include "ui/ask/flow_layout.h"
#include "ui/ask/inspect_rows.h"
#include "ui/ask/wrapped_text.h"
#include "ui/kit/answer_view.h"
#include "ui/kit/button.h"
#include "ui/kit/card.h"
#include "ui/kit/chip.h"
#include "ui/kit/diff_view.h"
#include "ui/kit/plain.h"
#include "ui/kit/score_bar.h"
#include "ui/kit/states.h"
#include "ui/kit/tr.h"
#include "ui/triage/detail_rows.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStackedWidget>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int side = 20;
constexpr int gap = 10;

enum State : std::uint8_t { Content, Loading, Nothing, Failed };

QWidget *flowRow()
{
    auto *row = new QWidget;
    new FlowLayout(6, 4, row);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    row->setSizePolicy(policy);
    return row;
}

PlainLabel *smallHead(const QString &text)
{
    auto *label = new PlainLabel(text, Type::Small, Tone::Second);
    label->setType(Type::Small, QFont::DemiBold);
    return label;
}

QWidget *centred(QWidget *content)
{
    auto *pane = new Pane(Pane::Ground::Surface);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(side, 40, side, side);
    column->addWidget(content);
    column->addStretch(1);
    return pane;
}

} // namespace

DetailPage::DetailPage(QWidget *parent)
    : QWidget(parent), m_states(new QStackedWidget), m_scroll(new QScrollArea),
      m_nothing(new PlainLabel(QString(), Type::Body, Tone::Second)), m_error(new ErrorState),
      m_badge(new ScoreBadge), m_question(new WrappedText(Type::Title, QFont::DemiBold, Tone::Primary)),
      m_facts(new ElidedLabel(QString(), Type::Small, Tone::Second)), m_tags(flowRow()),
      m_note(new WrappedText(Type::Small, QFont::Normal, Tone::Second)),
      m_answerTitle(smallHead(Tr::tr("Answer as sent"))),
      m_answerFacts(new ElidedLabel(QString(), Type::Small, Tone::Third)), m_answer(new AnswerView),
      m_before(new DiffView), m_phrase(new WrappedText(Type::Small, QFont::Medium, Tone::Low)),
      m_rerunBox(new QWidget), m_rerunTitle(new ElidedLabel(QString(), Type::Small, Tone::Primary)),
      m_rerunBadge(new ScoreBadge), m_after(new DiffView),
      m_rerunNote(new WrappedText(Type::Small, QFont::Normal, Tone::Second)),
      m_evidence(new TriageEvidenceList), m_scores(new ScoreBars), m_issues(flowRow()),
      m_reasoning(new WrappedText(Type::Body, QFont::Normal, Tone::Second)),
      m_judgeNote(new WrappedText(Type::Small, QFont::Medium, Tone::Accent)),
      m_judgeButton(new Button(Icon::Evaluate, Tr::tr("Judge again"), ButtonKind::Ghost)),
      m_attempts(new AttemptList), m_thread(new ThreadStrip), m_history(new HistoryList)
{
    auto *content = new Pane(Pane::Ground::Surface);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(side, 14, side, side);
    column->setSpacing(gap);
    column->addWidget(makeHead());
    column->addWidget(new Hairline);
    column->addWidget(makeAnswers());
    m_evidenceBox = addSection(column, Tr::tr("Evidence"));
    m_evidenceBox.column->addWidget(m_evidence);
    m_scoresBox = addSection(column, Tr::tr("Scores"));
    m_scoresBox.column->addWidget(m_scores);
    m_judgeBox = addSection(column, Tr::tr("Judge's reasoning"), m_judgeButton);
    m_judgeBox.column->addWidget(m_issues);
    m_judgeBox.column->addWidget(m_reasoning);
    m_judgeBox.column->addWidget(m_judgeNote);
    m_reasoning->setMaximum(4000);
    m_attemptsBox = addSection(column, Tr::tr("Attempts"));
    m_attemptsBox.column->addWidget(m_attempts);
    m_threadBox = addSection(column, Tr::tr("Thread"));
    m_threadBox.column->addWidget(m_thread);
    m_historyBox = addSection(column, Tr::tr("History"));
    m_historyBox.column->addWidget(m_history);
    column->addStretch(1);

    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(content);
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignHCenter);
    m_states->addWidget(m_scroll);
    m_states->addWidget(centred(new Skeleton(8)));
    m_states->addWidget(centred(m_nothing));
    m_states->addWidget(centred(m_error));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_states);
    setAccessibleName(Tr::tr("Turn"));
    m_judgeNote->setObjectName(u"judgeNote"_s);
    m_judgeButton->setType(Type::Small);
    m_judgeButton->setTone(Tone::Second);
    m_judgeButton->setFixedHeight(metric::rowTight);
    connect(m_judgeButton, &QAbstractButton::clicked, this, &DetailPage::judgeWanted);
    connect(m_error, &ErrorState::retry, this, &DetailPage::retry);
    connect(m_thread, &RowList::activated, this, [this](int row) {
        if (m_detail)
            Q_EMIT turnWanted(m_detail->turn.threadId, m_thread->turnAt(row));
    });
}

DetailPage::Section DetailPage::addSection(QVBoxLayout *column, const QString &title, QWidget *action)
{
    Section section{.box = new QWidget,
                    .column = new QVBoxLayout,
                    .beside = new ElidedLabel(QString(), Type::Small, Tone::Third)};
    section.box->setLayout(section.column);
    section.column->setContentsMargins(0, 0, 0, 0);
    section.column->setSpacing(4);
    section.column->addWidget(new Hairline);
    section.column->addSpacing(4);
    auto *head = new QHBoxLayout;
    head->addWidget(smallHead(title));
    if (action != nullptr)
        head->addWidget(action);
    section.beside->setAlignment(Qt::AlignRight);
    head->addWidget(section.beside, 1);
    section.column->addLayout(head);
    column->addWidget(section.box);
    return section;
}

QWidget *DetailPage::makeHead()
{
    auto *head = new QWidget;
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto *line = new QHBoxLayout;
    line->setSpacing(14);
    line->addWidget(m_badge, 0, Qt::AlignTop);
    line->addWidget(m_question, 1);
    column->addLayout(line);
    column->addWidget(m_facts);
    column->addWidget(m_tags);
    column->addWidget(m_note);
    return head;
}

QWidget *DetailPage::makeAnswers()
{
    auto *both = new QWidget;
    auto *across = new QHBoxLayout(both);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(24);
    auto *left = new QVBoxLayout;
    left->setSpacing(6);
    auto *head = new QHBoxLayout;
    m_answerFacts->setAlignment(Qt::AlignRight);
    head->addWidget(m_answerTitle);
    head->addWidget(m_answerFacts, 1);
    left->addLayout(head);
    left->addWidget(m_answer);
    left->addWidget(m_before);
    left->addWidget(m_phrase);
    left->addStretch(1);
    auto *right = new QVBoxLayout(m_rerunBox);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(6);
    auto *rerunHead = new QHBoxLayout;
    m_rerunTitle->setType(Type::Small, QFont::DemiBold);
    rerunHead->addWidget(m_rerunTitle, 1);
    rerunHead->addWidget(m_rerunBadge);
    right->addLayout(rerunHead);
    right->addWidget(m_after);
    right->addWidget(m_rerunNote);
    right->addStretch(1);
    across->addLayout(left, 1);
    across->addWidget(m_rerunBox, 1);
    m_before->setAccessibleName(Tr::tr("Answer as sent"));
    m_after->setAccessibleName(Tr::tr("Answer of the re-run"));
    return both;
}

void DetailPage::showNothing(const QString &sentence)
{
    m_detail.reset();
    m_nothing->setText(sentence);
    m_states->setCurrentIndex(Nothing);
}

void DetailPage::showError(const QString &what)
{
    m_detail.reset();
    m_error->setError(what, {});
    m_states->setCurrentIndex(Failed);
}

void DetailPage::showLoading()
{
    if (m_states->currentIndex() != Content)
        m_states->setCurrentIndex(Loading);
}

void DetailPage::setJudgeKeys(const QKeySequence &keys)
{
    m_judgeButton->setKeyHint(keys);
}

void DetailPage::scroll(int pages)
{
    QScrollBar *const bar = m_scroll->verticalScrollBar();
    bar->setValue(bar->value() + pages * (bar->pageStep() - 40));
}

void DetailPage::showDetail(const TriageDetail &detail, const QString &who)
{
    const bool other = turnId() != detail.turn.id;
    m_detail = detail;
    m_who = who;
    if (other) {
        m_rerun.reset();
        m_judgeNote->setText({});
        m_judgeNote->hide();
        m_scroll->verticalScrollBar()->setValue(0);
    }
    fillHead();
    fillAnswers();
    fillScores();
    fillRest();
    m_states->setCurrentIndex(Content);
}

void DetailPage::setRerun(const std::optional<TriageRerun> &rerun)
{
    m_rerun = rerun;
    if (!m_detail)
        return;
    fillAnswers();
    fillScores();
}

void DetailPage::setJudgeNote(const QString &note)
{
    m_judgeNote->setText(note);
    m_judgeNote->setVisible(!note.isEmpty());
}

} // namespace assay::ui
