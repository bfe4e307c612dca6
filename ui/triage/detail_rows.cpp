// SPDX-License-Identifier: Apache-2.0
#include "ui/triage/detail_rows.h"

#include "ui/kit/chip.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tokens.h"
#include "ui/kit/tr.h"
#include "ui/triage/triage_words.h"

#include <QtGui/QPainter>

#include <algorithm>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostEvidence = 100;
constexpr qsizetype aroundTurn = 3;
constexpr qsizetype mostLog = 30;
constexpr double gradeWidth = 90;

const Candidate *answerOf(const Turn &turn)
{
    const Attempt *const best = turn.best();
    return best != nullptr ? best->chosen() : nullptr;
}

/// Did the validator or the judge find that tool results were left out?
bool ignoresTools(const Turn &turn)
{
    const Candidate *const answer = answerOf(turn);
    return answer != nullptr &&
           (answer->check.state == ResponseState::ToolResultsIgnored ||
            (answer->judgement && answer->judgement->issues.contains(u"tool_results_ignored"_s)));
}

QString gradeText(Relevance grade)
{
    switch (grade) {
    case Relevance::Relevant: return Tr::tr("relevant");
    case Relevance::Ambiguous: return Tr::tr("ambiguous");
    case Relevance::Irrelevant: return Tr::tr("irrelevant");
    }
    Q_UNREACHABLE();
}

QString useText(const Evidence &evidence, bool ignored)
{
    if (ignored)
        return Tr::tr("returned, ignored by the answer");
    if (evidence.cited)
        return Tr::tr("cited");
    if (evidence.kind == EvidenceKind::ToolResult && evidence.toolState != ToolResultState::Ok)
        return Tr::tr("no usable result");
    return Tr::tr("not cited");
}

int rank(const TriageEvidence &one)
{
    return one.ignored ? 0 : one.use == Tr::tr("cited") ? 1 : 2;
}

} // namespace

QList<TriageEvidence> triageEvidence(const Turn &turn)
{
    QList<TriageEvidence> rows;
    const bool ignores = ignoresTools(turn);
    for (const Evidence &evidence : turn.evidence) {
        const bool tool = evidence.kind == EvidenceKind::ToolResult;
        const bool ignored = ignores && tool && !evidence.cited && evidence.toolState == ToolResultState::Ok;
        rows.append({.label = evidence.label,
                     .title = tool ? evidence.title + u" → "_s + evidence.text.left(300) : evidence.title,
                     .isTool = tool,
                     .ignored = ignored,
                     .grade = gradeText(evidence.grade),
                     .use = useText(evidence, ignored)});
    }
    std::ranges::stable_sort(rows, {}, rank);
    return rows.mid(0, mostEvidence);
}

QString ignoredPhrase(const Turn &turn)
{
    const Candidate *const answer = answerOf(turn);
    return answer != nullptr && answer->check.state == ResponseState::ToolResultsIgnored
               ? answer->check.phrase
               : QString();
}

TriageEvidenceList::TriageEvidenceList(QWidget *parent) : RowList(Tr::tr("Evidence"), metric::row, parent) {}

void TriageEvidenceList::setRows(const QList<TriageEvidence> &rows)
{
    m_rows = rows;
    rowsChanged();
}

void TriageEvidenceList::paintRow(QPainter &painter, const QRectF &row, int index) const
{
    const Tokens &t = tokens();
    const TriageEvidence &one = m_rows.at(index);
    const BandColors &low = t.band(Band::Low);
    if (one.ignored)
        paintBox(painter, row.adjusted(-6, 1, 6, -1), metric::radiusChip, low.tint, low.tint);
    CiteChip::paint(painter,
                    {row.left(), row.center().y() - 8,
                     std::max(20.0, 9.0 * static_cast<double>(std::min<qsizetype>(one.label.size(), 4)) + 6),
                     16},
                    one.label);
    painter.setFont(assay::ui::font(Type::Small));
    const double useWidth =
        std::min(QFontMetricsF(painter.font()).horizontalAdvance(one.use) + 4, row.width() * 0.4);
    painter.setPen(one.ignored ? low.text : t.textSecond);
    drawLine(painter, {row.right() - useWidth, row.top(), useWidth, row.height()}, one.use,
             Qt::AlignRight | Qt::AlignVCenter);
    double end = row.right() - useWidth - 12;
    if (row.width() > 420) {
        painter.setPen(t.textSecond);
        drawLine(painter, {end - gradeWidth, row.top(), gradeWidth, row.height()}, one.grade);
        end -= gradeWidth + 12;
    }
    painter.setFont(one.isTool ? mono(Type::Small) : assay::ui::font(Type::Body));
    painter.setPen(t.text);
    drawLine(painter, {row.left() + 34, row.top(), end - row.left() - 34, row.height()},
             visibleLine(one.title, 400));
}

QString TriageEvidenceList::spoken(int index) const
{
    const TriageEvidence &one = m_rows.at(index);
    return QStringList{visibleLine(one.label, 12), visibleLine(one.title, 400), one.grade, one.use}.join(
        u", "_s);
}

ThreadStrip::ThreadStrip(QWidget *parent) : RowList(Tr::tr("Thread"), metric::rowDense, parent)
{
    setActivatable(true);
}

void ThreadStrip::setThread(const QList<TurnSummary> &turns, const QString &turnId)
{
    const auto at = std::ranges::find(turns, turnId, &TurnSummary::id) - turns.begin();
    const qsizetype first =
        std::clamp<qsizetype>(at - aroundTurn, 0, std::max<qsizetype>(0, turns.size() - 2 * aroundTurn - 1));
    m_turns = turns.mid(first, 2 * aroundTurn + 1);
    rowsChanged();
    const auto marked = std::ranges::find(m_turns, turnId, &TurnSummary::id);
    setSelected(marked == m_turns.end() ? -1 : static_cast<int>(marked - m_turns.begin()));
}

void ThreadStrip::paintRow(QPainter &painter, const QRectF &row, int index) const
{
    const Tokens &t = tokens();
    const TurnSummary &turn = m_turns.at(index);
    const std::optional<double> score =
        turn.verdict.score ? std::optional(static_cast<double>(*turn.verdict.score)) : std::nullopt;
    painter.setFont(assay::ui::font(Type::Small));
    painter.setPen(t.textThird);
    drawFigures(painter, {row.left() + 8, row.top(), 24, row.height()}, QString::number(turn.number));
    if (score)
        paintBandGlyph(painter, {row.left() + 42, row.center().y() - 5, 10, 10}, bandOf(*score));
    painter.setPen(score ? t.band(bandOf(*score)).text : t.textThird);
    drawFigures(painter, {row.left() + 56, row.top(), 34, row.height()}, scoreText(score),
                Qt::AlignLeft | Qt::AlignVCenter);
    painter.setPen(index == selected() ? t.text : t.textSecond);
    drawLine(painter, row.adjusted(96, 0, -8, 0), visibleLine(turn.question, 300));
}

QString ThreadStrip::spoken(int index) const
{
    const TurnSummary &turn = m_turns.at(index);
    return Tr::tr("turn %1").arg(turn.number) + u", "_s + visibleLine(turn.question, 300);
}

HistoryList::HistoryList(QWidget *parent) : RowList(Tr::tr("History"), metric::rowTight, parent) {}

void HistoryList::setLog(const QList<TriageLogEntry> &log, const QString &who)
{
    m_log = log.mid(0, mostLog);
    m_who = who;
    rowsChanged();
}

void HistoryList::paintRow(QPainter &painter, const QRectF &row, int index) const
{
    const Tokens &t = tokens();
    const TriageLogEntry &entry = m_log.at(index);
    painter.setFont(assay::ui::font(Type::Small));
    painter.setPen(t.textThird);
    drawFigures(painter, {row.left(), row.top(), 76, row.height()}, whenText(entry.at, utcNow()),
                Qt::AlignLeft | Qt::AlignVCenter);
    painter.setPen(t.textSecond);
    drawLine(painter, {row.left() + 80, row.top(), 80, row.height()}, personText(entry.who, m_who));
    QFont words = assay::ui::font(Type::Small);
    words.setStrikeOut(entry.undone && entry.action != u"undo");
    painter.setFont(words);
    painter.setPen(entry.undone ? t.textThird : t.text);
    drawLine(painter, row.adjusted(166, 0, 0, 0), logText(entry, m_who));
}

QString HistoryList::spoken(int index) const
{
    const TriageLogEntry &entry = m_log.at(index);
    return QStringList{whenText(entry.at, utcNow()), personText(entry.who, m_who), logText(entry, m_who)}
        .join(u", "_s);
}

} // namespace assay::ui
