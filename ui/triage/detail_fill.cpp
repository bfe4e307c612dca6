// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/inspect_rows.h"
#include "ui/ask/wrapped_text.h"
#include "ui/kit/answer_view.h"
#include "ui/kit/chip.h"
#include "ui/kit/diff_view.h"
#include "ui/kit/plain.h"
#include "ui/kit/score_bar.h"
#include "ui/kit/tr.h"
#include "ui/triage/detail_page.h"
#include "ui/triage/detail_rows.h"
#include "ui/triage/triage_words.h"

#include <QtCore/QDateTime>
#include <QtWidgets/QLayout>

#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

std::optional<double> widened(const std::optional<float> &score)
{
    return score ? std::optional(static_cast<double>(*score)) : std::nullopt;
}

void clear(QWidget *row)
{
    while (QLayoutItem *item = row->layout()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void addChip(QWidget *row, const QString &text, ChipTint tint)
{
    auto *chip = new Chip(text, tint);
    row->layout()->addWidget(chip);
    chip->show();
}

QString modelOf(const Turn &turn)
{
    const Attempt *const best = turn.best();
    const Candidate *const answer = best != nullptr ? best->chosen() : nullptr;
    return answer != nullptr ? answer->model : turn.route.model;
}

} // namespace

void DetailPage::fillHead()
{
    const Turn &turn = m_detail->turn;
    const TriageItem &item = m_detail->row.item;
    m_badge->setScore(widened(turn.verdict.score));
    m_question->setText(turn.question);
    QStringList facts{
        visibleLine(turn.threadId, 40), Tr::tr("turn %1").arg(turn.number),
        QDateTime::fromMSecsSinceEpoch(toMicros(turn.askedAt) / 1000).toString(u"yyyy-MM-dd HH:mm:ss"_s),
        Tr::tr("policy r%1, threshold %2")
            .arg(turn.verdict.policyRevision)
            .arg(scoreText(static_cast<double>(turn.verdict.threshold)))};
    if (!turn.policy.judgeModel.isEmpty())
        facts.append(Tr::tr("judge %1").arg(visibleLine(turn.policy.judgeModel, 40)));
    m_facts->setText(facts.join(u" · "_s));
    clear(m_tags);
    if (m_detail->row.tooClose)
        addChip(m_tags, Tr::tr("too close to call"), ChipTint::Outline);
    if (item.state.reopened)
        addChip(m_tags, Tr::tr("opened again"), ChipTint::Low);
    if (item.state.resolved)
        addChip(m_tags, Tr::tr("resolved"), ChipTint::Pass);
    if (item.state.isSnoozed(utcNow()))
        addChip(m_tags, Tr::tr("snoozed until %1").arg(whenText(*item.state.snoozedUntil, utcNow())),
                ChipTint::Outline);
    if (!item.state.assignee.isEmpty())
        addChip(m_tags, Tr::tr("assigned to %1").arg(personText(item.state.assignee, m_who)),
                ChipTint::Accent);
    if (item.label != Label::None || turn.label != Label::None) {
        const bool good = (turn.label != Label::None ? turn.label : item.label) == Label::Good;
        const QString words = good ? Tr::tr("labelled good") : Tr::tr("labelled bad");
        addChip(m_tags, turn.labelNote.isEmpty() ? words : words + u": "_s + turn.labelNote.left(200),
                good ? ChipTint::Pass : ChipTint::Fail);
    }
    if (!item.alert.isEmpty())
        addChip(m_tags, Tr::tr("alert %1").arg(item.alert), ChipTint::Fail);
    m_tags->setVisible(m_tags->layout()->count() > 0);
    m_note->setText(item.state.note.isEmpty() ? QString() : Tr::tr("Note: %1").arg(item.state.note));
    m_note->setVisible(!item.state.note.isEmpty());
}

void DetailPage::fillAnswers()
{
    const Turn &turn = m_detail->turn;
    m_answerFacts->setText(visibleLine(modelOf(turn), 40) + u" · "_s +
                           Tr::tr("%n attempt(s)", nullptr, static_cast<int>(turn.attempts.size())));
    const bool compared = m_rerun && !m_rerun->running && m_rerun->error.isEmpty();
    m_answer->setVisible(!compared);
    m_before->setVisible(compared);
    m_after->setVisible(compared);
    m_rerunBox->setVisible(m_rerun.has_value());
    m_answer->setText(turn.answer);
    const QString phrase = ignoredPhrase(turn);
    m_phrase->setText(Tr::tr("It says “%1” although a tool returned a result.").arg(phrase));
    m_phrase->setVisible(!phrase.isEmpty());
    if (!m_rerun)
        return;
    m_rerunTitle->setText(Tr::tr("Re-run: %1").arg(m_rerun->settings));
    m_rerunBadge->setVisible(compared);
    m_rerunNote->setVisible(!compared);
    m_rerunNote->setTone(m_rerun->running ? Tone::Second : Tone::Fail);
    m_rerunNote->setText(m_rerun->running ? Tr::tr("Running …") : m_rerun->error);
    if (!compared)
        return;
    m_rerunBadge->setScore(widened(m_rerun->turn.verdict.score));
    m_before->setTexts(turn.answer, m_rerun->turn.answer, DiffView::Side::Before);
    m_after->setTexts(turn.answer, m_rerun->turn.answer, DiffView::Side::After);
}

void DetailPage::fillScores()
{
    const ScoreSection sent = scoresOf(m_detail->turn);
    QList<ScoreRow> rows = sent.rows;
    QString key = Tr::tr("threshold %1").arg(scoreText(sent.threshold));
    if (m_rerun && !m_rerun->running && m_rerun->error.isEmpty()) {
        const QList<ScoreRow> again = scoresOf(m_rerun->turn).rows;
        for (qsizetype i = 0; i < std::min(rows.size(), again.size()); ++i) {
            rows[i].first = rows.at(i).score;
            rows[i].score = again.at(i).score;
        }
        key = Tr::tr("ring as sent, bar re-run, %1").arg(key);
    } else if (sent.compared) {
        key = Tr::tr("ring attempt 1, %1").arg(key);
    }
    m_scores->setRows(rows);
    m_scoresBox.beside->setText(key);
}

void DetailPage::fillRest()
{
    const Turn &turn = m_detail->turn;
    const QList<TriageEvidence> evidence = triageEvidence(turn);
    m_evidence->setRows(evidence);
    m_evidenceBox.beside->setText(evidence.isEmpty() ? Tr::tr("nothing was found") : QString());
    const JudgeSection judge = judgeOf(turn);
    clear(m_issues);
    for (const QString &issue : judge.issues)
        addChip(m_issues, issue, ChipTint::Low);
    m_issues->setVisible(!judge.issues.isEmpty());
    m_reasoning->setText(judge.reasoning.isEmpty() ? Tr::tr("The judge gave no reasons.") : judge.reasoning);
    const std::optional<JudgeSpread> &spread = m_detail->spread;
    m_judgeBox.beside->setText(spread ? Tr::tr("its own repeats lie ±%1 apart")
                                            .arg(QString::number(2.0 * std::sqrt(spread->variance), 'f', 3))
                                      : Tr::tr("its repeats were never measured"));
    const QList<AttemptRow> attempts = attemptRows(turn);
    m_attempts->setRows(attempts);
    m_attemptsBox.box->setVisible(attempts.size() > 1);
    m_attemptsBox.beside->setText(attemptsCount(turn));
    m_thread->setThread(m_detail->thread, turn.id);
    m_threadBox.box->setVisible(m_detail->thread.size() > 1);
    m_threadBox.beside->setText(Tr::tr("%n turn(s)", nullptr, static_cast<int>(m_detail->thread.size())));
    m_history->setLog(m_detail->log, m_who);
    m_historyBox.box->setVisible(!m_detail->log.isEmpty());
}

} // namespace assay::ui
