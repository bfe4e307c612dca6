// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/inspect_page.h"

#include "ui/ask/flow_layout.h"
#include "ui/ask/inspect_rows.h"
#include "ui/ask/turn_text.h"
#include "ui/ask/wrapped_text.h"
#include "ui/kit/button.h"
#include "ui/kit/card.h"
#include "ui/kit/chip.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QScrollBar>

#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int side = 16;
constexpr int gap = 9;

/// Chips that wrap; replaced as a whole.
QWidget *chipRow()
{
    auto *row = new QWidget;
    new FlowLayout(4, 4, row);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    row->setSizePolicy(policy);
    return row;
}

/// "Retry changed" with its icon.
class RetryName final : public QWidget
{
public:
    explicit RetryName(const QString &text) : m_text(text) { setAccessibleName(text); }

    QSize sizeHint() const override
    {
        const QFontMetricsF metrics(assay::ui::font(Type::Small));
        return {textLeft + static_cast<int>(std::ceil(metrics.horizontalAdvance(m_text))) + 4,
                metric::rowTight};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintIcon(painter, {0, (height() - 12) / 2.0, 12, 12}, Icon::Retry, tokens().textSecond);
        painter.setFont(assay::ui::font(Type::Small));
        painter.setPen(tokens().textSecond);
        drawLine(painter, QRectF(rect()).adjusted(textLeft, 0, 0, 0), m_text);
    }

private:
    static constexpr int textLeft = 19;
    QString m_text;
};

void clearRow(QWidget *row)
{
    while (QLayoutItem *item = row->layout()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

/// Lets every layout below `owner` settle, the innermost first.
void activateWithin(QWidget *owner)
{
    for (QObject *child : owner->children())
        if (auto *inner = qobject_cast<QWidget *>(child); inner && !inner->isHidden())
            activateWithin(inner);
    if (owner->layout())
        owner->layout()->activate();
}

void addChip(QWidget *row, Chip *chip)
{
    plainToolTip(chip, chip->text());
    row->layout()->addWidget(chip);
    chip->show();
}

} // namespace

InspectPage::InspectPage(QWidget *parent)
    : QScrollArea(parent), m_error(new WrappedText(Type::Small, QFont::Medium, Tone::Fail)),
      m_errorBox(new QWidget), m_gantt(new Gantt), m_scores(new ScoreBars), m_attemptList(new AttemptList),
      m_compare(new Button(Tr::tr("Compare"), ButtonKind::Ghost)), m_changes(new QWidget),
      m_evidenceList(new EvidenceList), m_issues(chipRow()),
      m_reasoning(new WrappedText(Type::Small, QFont::Normal, Tone::Second)),
      m_votes(new FactList(Tr::tr("Votes"))),
      m_reason(new WrappedText(Type::Small, QFont::Normal, Tone::Second)),
      m_contributions(new FactList(Tr::tr("Route"))), m_checkList(new FactList(Tr::tr("Checks")))
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    setWidget(content);
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    buildTop();
    buildBottom();
    column->addStretch(1);

    connect(m_evidenceList, &RowList::activated, this, [this](int row) {
        if (row < m_evidenceRows.size())
            Q_EMIT sourceActivated(m_evidenceRows.at(row).sourceId);
    });
    connect(m_attemptList, &RowList::activated, this, [this](int row) {
        const QList<AttemptRow> rows = attemptRows(m_turn);
        if (row < rows.size() && !rows.at(row).running) {
            setAttempt(rows.at(row).number);
            Q_EMIT attemptActivated(m_attempt);
        }
    });
    connect(m_compare, &QAbstractButton::clicked, this, &InspectPage::compareRequested);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &InspectPage::fitMargins);
}

InspectPage::Section InspectPage::addSection(const QString &title, QWidget *beside)
{
    auto *outer = static_cast<QVBoxLayout *>(widget()->layout());
    Section section{.box = new QWidget, .column = new QVBoxLayout, .legend = new Legend};
    section.box->setLayout(section.column);
    section.column->setContentsMargins(side, gap, side, gap);
    section.column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    auto *name = new PlainLabel(title, Type::Small, Tone::Second);
    name->setType(Type::Small, QFont::DemiBold);
    head->addWidget(name);
    if (beside)
        head->addWidget(beside);
    head->addWidget(section.legend, 1);
    section.column->addLayout(head);
    auto *line = new Hairline(Qt::Horizontal, section.box);
    auto *frame = new QWidget;
    auto *frameColumn = new QVBoxLayout(frame);
    frameColumn->setContentsMargins(0, 0, 0, 0);
    frameColumn->setSpacing(0);
    frameColumn->addWidget(section.box);
    frameColumn->addWidget(line);
    outer->addWidget(frame);
    m_sections.append(section);
    return section;
}

void InspectPage::buildTop()
{
    m_pipeline = addSection(Tr::tr("Pipeline"));
    auto *errorColumn = new QVBoxLayout(m_errorBox);
    errorColumn->setContentsMargins(0, 0, 0, 6);
    errorColumn->addWidget(m_error);
    m_pipeline.column->insertWidget(0, m_errorBox);
    m_errorBox->hide();
    m_pipeline.column->addWidget(m_gantt);
    m_score = addSection(Tr::tr("Score"));
    m_score.column->addWidget(m_scores);

    m_compare->setType(Type::Small);
    m_compare->setTone(Tone::Second);
    m_compare->setFixedHeight(metric::rowTight);
    m_compare->hide();
    m_attempts = addSection(Tr::tr("Attempts"), m_compare);
    m_attempts.column->addWidget(m_attemptList);
    auto *changes = new QVBoxLayout(m_changes);
    changes->setContentsMargins(0, 2, 0, 0);
    changes->setSpacing(4);
    m_attempts.column->addWidget(m_changes);
    m_changes->hide();

    m_evidence = addSection(Tr::tr("Evidence"));
    m_evidence.column->addWidget(m_evidenceList);
}

void InspectPage::buildBottom()
{
    m_judge = addSection(Tr::tr("Judge"));
    m_judge.column->setSpacing(4);
    m_judge.column->addWidget(m_votes);
    m_judge.column->addWidget(m_issues);
    m_judge.column->addWidget(m_reasoning);
    m_reasoning->setMaximum(4000);
    m_route = addSection(Tr::tr("Route"));
    m_route.column->setSpacing(4);
    m_route.column->addWidget(m_reason);
    m_route.column->addWidget(m_contributions);
    m_checks = addSection(Tr::tr("Checks"));
    m_checks.column->addWidget(m_checkList);
}

void InspectPage::setCompareKeys(const QKeySequence &keys)
{
    m_compare->setKeyHint(keys);
}

void InspectPage::reset()
{
    m_attempt = 0;
    verticalScrollBar()->setValue(0);
}

void InspectPage::setAttempt(int number)
{
    m_attempt = number;
    fill();
}

void InspectPage::setTurn(const Turn &turn, std::chrono::microseconds runningFor)
{
    m_turn = turn;
    m_runningFor = runningFor;
    fill();
}

void InspectPage::fill()
{
    // The section at the top of the view, and how far it has been scrolled: it stays there.
    const int scrolled = verticalScrollBar()->value();
    const auto anchor = std::ranges::find_if(m_sections, [scrolled](const Section &section) {
        const QWidget *frame = section.box->parentWidget();
        return frame->isVisibleTo(frame->parentWidget()) && frame->geometry().bottom() > scrolled;
    });
    const int offset = anchor == m_sections.end() ? 0 : scrolled - anchor->box->parentWidget()->y();

    const PipelineChart chart = pipelineOf(m_turn, m_runningFor);
    m_gantt->setRows(chart.rows, chart.retryMs);
    m_pipeline.legend->setEntries({{.text = chart.total}});
    m_errorBox->setVisible(!m_turn.error.isEmpty());
    m_error->setText(m_turn.error.left(2000));
    fillScore();
    fillAttempts();
    fillEvidence();
    fillJudge();
    fillRoute();
    const QList<FactRow> checks = checkRows(m_turn, m_attempt);
    m_checkList->setRows(checks);
    m_checks.box->parentWidget()->setVisible(!checks.isEmpty());

    if (scrolled > 0 && anchor != m_sections.end()) {
        relayout();
        verticalScrollBar()->setValue(anchor->box->parentWidget()->y() + offset);
    }
}

void InspectPage::fillScore()
{
    const ScoreSection section = scoresOf(m_turn, m_attempt);
    m_scores->setRows(section.rows);
    QList<Legend::Entry> key;
    const QString number = QString::number(section.attempt);
    if (section.compared)
        key.append({.mark = Legend::Mark::Ring, .text = Tr::tr("attempt %1").arg(1), .brief = u"1"_s});
    if (section.attempt > 0) {
        const std::optional<double> overall = section.rows.first().score;
        key.append({.mark = Legend::Mark::Square,
                    .text = Tr::tr("attempt %1").arg(number),
                    .brief = number,
                    .band = overall ? std::optional(bandOf(*overall)) : std::nullopt});
    }
    key.append({.mark = Legend::Mark::Tick, .text = QString::number(section.threshold, 'f', 2)});
    m_score.legend->setEntries(key);
}

void InspectPage::fillAttempts()
{
    const QList<AttemptRow> rows = attemptRows(m_turn);
    m_attemptList->setRows(rows);
    m_attempts.legend->setEntries({{.text = attemptsCount(m_turn)}});
    m_compare->setVisible(m_turn.attempts.size() > 1);
    const Attempt *shown = attemptShown(m_turn, m_attempt);
    const auto marked = std::ranges::find(rows, shown ? shown->number : 0, &AttemptRow::number);
    // The mark says whose scores stand above; with one attempt there is nothing to tell apart.
    m_attemptList->setSelected(rows.size() > 1 && m_attempt > 0 && marked != rows.end()
                                   ? static_cast<int>(marked - rows.begin())
                                   : -1);

    const QList<RetryChange> changes = retryChanges(m_turn);
    m_changes->setVisible(!changes.isEmpty());
    if (changes == m_shownChanges)
        return;
    m_shownChanges = changes;
    clearRow(m_changes);
    for (const RetryChange &one : changes) {
        QWidget *row = chipRow();
        auto *name = new RetryName(one.name);
        row->layout()->addWidget(name);
        name->show();
        for (const QString &change : one.changes)
            addChip(row,
                    new Chip(change.left(200), change.startsWith(u'+') ? ChipTint::Pass : ChipTint::Neutral));
        m_changes->layout()->addWidget(row);
        row->show(); // now, not with the next event: relayout() counts on it
    }
}

void InspectPage::fillEvidence()
{
    m_evidenceRows = evidenceRows(m_turn);
    m_evidenceList->setRows(m_evidenceRows);
    const EvidenceCounts counts = evidenceCounts(m_turn);
    const auto entry = [](Legend::Mark mark, int count, const QString &text) {
        return Legend::Entry{.mark = mark, .text = text.arg(count), .brief = QString::number(count)};
    };
    if (m_turn.evidence.isEmpty())
        m_evidence.legend->setEntries({{.text = Tr::tr("no passages")}});
    else
        m_evidence.legend->setEntries(
            {entry(Legend::Mark::Relevant, counts.relevant, Tr::tr("%1 relevant")),
             entry(Legend::Mark::Ambiguous, counts.ambiguous, Tr::tr("%1 ambiguous")),
             entry(Legend::Mark::Irrelevant, counts.irrelevant, Tr::tr("%1 irrelevant"))});
}

void InspectPage::fillJudge()
{
    const JudgeSection section = judgeOf(m_turn, m_attempt);
    m_judge.box->parentWidget()->setVisible(section != JudgeSection());
    m_judge.legend->setEntries({{.text = section.summary}});
    m_votes->setRows(section.votes);
    m_votes->setVisible(!section.votes.isEmpty());
    m_reasoning->setText(section.reasoning);
    m_reasoning->setVisible(!section.reasoning.isEmpty());
    QStringList marks = section.issues;
    if (section.needsHuman)
        marks.prepend(Tr::tr("needs a human"));
    m_issues->setVisible(!marks.isEmpty());
    if (marks == m_shownIssues)
        return;
    m_shownIssues = marks;
    clearRow(m_issues);
    for (qsizetype i = 0; i < marks.size(); ++i)
        addChip(m_issues,
                new Chip(marks.at(i), section.needsHuman && i == 0 ? ChipTint::Fail : ChipTint::Outline));
}

void InspectPage::fillRoute()
{
    const RouteSection section = routeOf(m_turn);
    m_route.box->parentWidget()->setVisible(section != RouteSection());
    m_route.legend->setEntries({{.text = section.summary}});
    m_reason->setText(section.reason);
    m_reason->setVisible(!section.reason.isEmpty());
    m_contributions->setRows(section.rows);
}

void InspectPage::relayout()
{
    // The scroll area resizes its widget when it hears this; waiting for the posted one would show a jump.
    activateWithin(widget());
    QEvent request(QEvent::LayoutRequest);
    QCoreApplication::sendEvent(this, &request);
    activateWithin(widget());
}

void InspectPage::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fitMargins();
}

void InspectPage::fitMargins()
{
    // The scroll bar takes its room from the margin, not from the columns.
    const bool scrolls = verticalScrollBar()->maximum() > 0;
    const int right = std::max(4, side - (scrolls ? verticalScrollBar()->sizeHint().width() : 0));
    for (const Section &section : std::as_const(m_sections))
        if (section.column->contentsMargins().right() != right)
            section.column->setContentsMargins(side, gap, right, gap);
}

} // namespace assay::ui
