// SPDX-License-Identifier: Apache-2.0
#include "ui/evaluate/answers_pane.h"

#include "ui/evaluate/evaluate_words.h"
#include "ui/kit/card.h"
#include "ui/kit/diff_view.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtWidgets/QBoxLayout>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 20;

PlainLabel *wrapped(Type type, Tone tone)
{
    auto *label = new PlainLabel(QString(), type, tone);
    label->setWordWrap(true);
    return label;
}

} // namespace

AnswersPane::AnswersPane(QWidget *parent)
    : QScrollArea(parent), m_content(new Pane(Pane::Ground::Surface)),
      m_head(wrapped(Type::Small, Tone::Second)), m_question(wrapped(Type::Body, Tone::Primary)),
      m_before(makeSide(Tr::tr("Answer before"))), m_after(makeSide(Tr::tr("Answer now")))
{
    setAccessibleName(Tr::tr("Answers of the scenario"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_question->setType(Type::Body, QFont::Medium);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(margin, 10, margin, 14);
    column->setSpacing(4);
    column->addWidget(m_head);
    column->addWidget(m_question);
    column->addSpacing(6);
    auto *across = new QHBoxLayout;
    across->setSpacing(24);
    across->addWidget(m_before.box, 1, Qt::AlignTop);
    across->addWidget(m_after.box, 1, Qt::AlignTop);
    column->addLayout(across);
    column->addStretch(1);
    setWidget(m_content);
    clear();
}

AnswersPane::Side AnswersPane::makeSide(const QString &name)
{
    Side side{.box = new QWidget,
              .title = new PlainLabel(QString(), Type::Small, Tone::Primary),
              .facts = new ElidedLabel(QString(), Type::Small, Tone::Third),
              .judge = wrapped(Type::Small, Tone::Second),
              .missed = wrapped(Type::Small, Tone::Fail),
              .answer = new DiffView};
    side.title->setType(Type::Small, QFont::DemiBold);
    side.answer->setAccessibleName(name);
    auto *column = new QVBoxLayout(side.box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(side.title);
    head->addWidget(side.facts, 1);
    column->addLayout(head);
    column->addWidget(side.answer);
    column->addWidget(side.missed);
    column->addWidget(side.judge);
    return side;
}

void AnswersPane::fill(const Side &side, const QString &title, const ScenarioResult &result)
{
    const QString score = result.scores.overall
                              ? QString::number(static_cast<double>(*result.scores.overall), 'f', 2)
                              : Tr::tr("no score");
    side.title->setText(u"%1 · %2"_s.arg(title, score));
    side.facts->setText(answerFacts(result));
    const QString judge = judgeText(result);
    side.judge->setText(judge);
    side.judge->setVisible(!judge.isEmpty());
    const QStringList missed = missedLines(result);
    side.missed->setText(missed.join(u'\n'));
    side.missed->setVisible(!missed.isEmpty());
}

void AnswersPane::setScenario(const ScenarioChange &change, bool isCompared)
{
    QStringList head{visibleLine(change.id, 200)};
    if (!change.category.isEmpty())
        head << visibleLine(change.category, 80);
    if (isCompared)
        head << Tr::tr("quality %1").arg(changeText(change.quality));
    if (change.withinJudge)
        head << Tr::tr("within the judge's own spread");
    m_head->setText(head.join(u" · "_s));
    m_question->setText(change.after.query);
    m_before.box->setVisible(isCompared);
    if (isCompared)
        fill(m_before, Tr::tr("Before"), change.before);
    fill(m_after, isCompared ? Tr::tr("Now") : Tr::tr("Answer"), change.after);
    const QString &other = isCompared ? change.before.answer : change.after.answer;
    m_before.answer->setTexts(other, change.after.answer, DiffView::Side::Before);
    m_after.answer->setTexts(other, change.after.answer, DiffView::Side::After);
    m_content->show();
}

void AnswersPane::clear()
{
    m_content->hide();
}

QString AnswersPane::judgeWords() const
{
    return QStringList{m_before.judge->fullText(), m_after.judge->fullText()}.join(u'\n').trimmed();
}

} // namespace assay::ui
