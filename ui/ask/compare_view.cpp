// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/compare_view.h"

#include "ui/ask/flow_layout.h"
#include "ui/ask/row_list.h"
#include "ui/kit/button.h"
#include "ui/kit/card.h"
#include "ui/kit/chip.h"
#include "ui/kit/diff_view.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/segmented_tabs.h"
#include "ui/kit/states.h"
#include "ui/kit/tr.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStackedWidget>

namespace assay::ui {

using namespace Qt::StringLiterals;

/// Name, left, right, change.
class ComparedFacts final : public RowList
{
    Q_OBJECT

public:
    explicit ComparedFacts(QWidget *parent = nullptr)
        : RowList(Tr::tr("Differences"), metric::rowTight, parent)
    {
    }

    void setFacts(const QList<ComparedFact> &facts)
    {
        m_facts = facts;
        rowsChanged();
    }

protected:
    int count() const override { return static_cast<int>(m_facts.size()); }

    void paintRow(QPainter &painter, const QRectF &row, int index) const override
    {
        const Tokens &t = tokens();
        const ComparedFact &fact = m_facts.at(index);
        constexpr double changeWidth = 64;
        // In line with the two texts below.
        const double rightLeft = row.left() + (row.width() + columnGap) / 2;
        painter.setFont(assay::ui::font(Type::Small, QFont::Medium));
        painter.setPen(t.text);
        drawLine(painter, {row.left(), row.top(), nameWidth - 8, row.height()}, fact.name);
        const auto side = [&](double left, double right, const QString &text, std::optional<double> score) {
            const QRectF cell(left, row.top(), std::max(0.0, right - left), row.height());
            if (score)
                paintBandGlyph(painter, {cell.left(), cell.center().y() - 5.5, 11, 11}, bandOf(*score));
            painter.setFont(assay::ui::font(Type::Small, score ? QFont::DemiBold : QFont::Normal));
            painter.setPen(score ? t.band(bandOf(*score)).text : t.textSecond);
            const QRectF textCell = cell.adjusted(score ? 15 : 0, 0, 0, 0);
            if (score)
                drawFigures(painter, textCell, text, Qt::AlignLeft | Qt::AlignVCenter);
            else
                drawLine(painter, textCell, text);
        };
        side(row.left() + nameWidth, rightLeft - columnGap, fact.left, fact.leftScore);
        side(rightLeft, row.right() - changeWidth - 8, fact.right, fact.rightScore);
        painter.setFont(assay::ui::font(Type::Small));
        painter.setPen(t.textSecond);
        drawFigures(painter, {row.right() - changeWidth, row.top(), changeWidth, row.height()}, fact.change);
    }

    QString spoken(int index) const override
    {
        const ComparedFact &fact = m_facts.at(index);
        const QString text = u"%1: %2 → %3"_s.arg(fact.name, fact.left, fact.right);
        return fact.change.isEmpty() ? text : text + u" · "_s + fact.change;
    }

private:
    static constexpr double nameWidth = 104;
    static constexpr double columnGap = 20;
    QList<ComparedFact> m_facts;
};

/// The two texts in columns of equal width, or the first alone. Lays them out once per width: asking them
/// for their height at several widths, as box layouts do, takes too long with long answers.
class DiffPair final : public QScrollArea
{
    Q_OBJECT

public:
    DiffPair(DiffView *before, DiffView *after) : m_body(new QWidget), m_before(before), m_after(after)
    {
        setFrameShape(QFrame::NoFrame);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setFocusPolicy(Qt::NoFocus);
        m_before->setParent(m_body);
        m_after->setParent(m_body);
        setWidget(m_body);
        viewport()->setAutoFillBackground(false);
        m_body->setAutoFillBackground(false);
        verticalScrollBar()->setSingleStep(metric::rowTight);
    }

    void setPaired(bool paired)
    {
        m_after->setVisible(paired);
        place();
    }

    void place()
    {
        if (!isVisible())
            return;
        // Room for the scroll bar is always kept, so that its coming does not lay out everything again.
        const int room = width() - verticalScrollBar()->sizeHint().width();
        const bool paired = !m_after->isHidden();
        const int left = paired ? (width() - columnGap) / 2 : room;
        const int right = room - left - columnGap;
        int height = m_before->heightForWidth(left);
        if (paired)
            height = std::max(height, m_after->heightForWidth(right));
        m_before->setGeometry(0, 0, left, height);
        m_after->setGeometry(left + columnGap, 0, std::max(0, right), height);
        m_body->resize(room, height + columnGap);
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QScrollArea::resizeEvent(event);
        place();
    }

    void showEvent(QShowEvent *event) override
    {
        QScrollArea::showEvent(event);
        place();
    }

private:
    static constexpr int columnGap = 20;
    QWidget *m_body;
    DiffView *m_before;
    DiffView *m_after;
};

namespace {

constexpr int side = 20;

QComboBox *chooser(const QString &name)
{
    auto *box = new QComboBox;
    box->setAccessibleName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(10);
    return box;
}

} // namespace

CompareView::CompareView(QWidget *parent)
    : QWidget(parent), m_title(new PlainLabel(Tr::tr("Compare attempts"), Type::Title, Tone::Primary)),
      m_mode(new SegmentedTabs({Tr::tr("Side by side"), Tr::tr("Inline")})),
      m_left(chooser(Tr::tr("Left answer"))), m_right(chooser(Tr::tr("Right answer"))),
      m_facts(new ComparedFacts), m_changes(new QWidget), m_before(new DiffView), m_after(new DiffView),
      m_states(new QStackedWidget),
      m_empty(new EmptyState(
          Icon::Diff, Tr::tr("This turn has one answer; there is nothing to compare it with."), QString()))
{
    setAccessibleName(Tr::tr("Compare attempts"));
    setFocusPolicy(Qt::StrongFocus);
    auto *ground = new Pane(Pane::Ground::Surface);
    auto *column = new QVBoxLayout(ground);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(new Hairline);
    column->addWidget(m_states, 1);
    m_states->addWidget(makeBody());
    m_states->addWidget(m_empty);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(ground);
    connect(m_mode, &SegmentedTabs::currentChanged, this, &CompareView::refresh);
    connect(m_left, &QComboBox::activated, this, &CompareView::refresh);
    connect(m_right, &QComboBox::activated, this, &CompareView::refresh);
}

QWidget *CompareView::makeHead()
{
    auto *head = new QWidget;
    head->setFixedHeight(metric::titleBar);
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins(side, 0, side - Button::ghostInset, 0);
    line->setSpacing(16);
    m_title->setType(Type::Title, QFont::DemiBold);
    auto *close = new Button(Icon::Close, Tr::tr("Close"), ButtonKind::Ghost);
    close->setCompact(true);
    close->setType(Type::Small);
    close->setKeyHint(QKeySequence(Qt::Key_Escape));
    connect(close, &QAbstractButton::clicked, this, &CompareView::closed);
    line->addWidget(m_title);
    line->addStretch(1);
    line->addWidget(m_mode);
    line->addWidget(close);
    return head;
}

QWidget *CompareView::makeBody()
{
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(side, 12, side, 0);
    column->setSpacing(10);
    auto *choosers = new QHBoxLayout;
    choosers->setSpacing(20);
    choosers->addWidget(m_left, 1);
    choosers->addWidget(m_right, 1);
    column->addLayout(choosers);
    column->addWidget(m_facts);
    new FlowLayout(6, 4, m_changes);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    m_changes->setSizePolicy(policy);
    column->addWidget(m_changes);
    column->addWidget(new Hairline);

    m_before->setAccessibleName(Tr::tr("Left answer"));
    m_after->setAccessibleName(Tr::tr("Right answer"));
    m_texts = new DiffPair(m_before, m_after);
    column->addWidget(m_texts, 1);
    return body;
}

void CompareView::setTurn(const Turn &turn)
{
    m_turn = turn;
    m_answers = comparedAnswers(turn);
    m_title->setText(Tr::tr("Turn %1: compare attempts").arg(turn.number));
    for (QComboBox *box : {m_left, m_right}) {
        box->clear();
        for (const ComparedAnswer &answer : std::as_const(m_answers))
            box->addItem(answer.name);
    }
    const bool enough = m_answers.size() > 1;
    m_mode->setVisible(enough);
    m_states->setCurrentIndex(enough ? 0 : 1);
    if (!enough)
        return;
    const auto isReturned = [&](const ComparedAnswer &one) {
        return one.attempt == turn.bestAttempt && one.candidate.chosen;
    };
    const auto returned = std::ranges::find_if(m_answers, isReturned);
    const auto right = returned == m_answers.end() || returned == m_answers.begin()
                           ? m_answers.size() - 1
                           : returned - m_answers.begin();
    compare(0, static_cast<int>(right));
}

void CompareView::compare(int left, int right)
{
    const int count = static_cast<int>(m_answers.size());
    if (left < 0 || right < 0 || left >= count || right >= count)
        return;
    m_left->setCurrentIndex(left);
    m_right->setCurrentIndex(right);
    refresh();
}

void CompareView::refresh()
{
    const int left = m_left->currentIndex();
    const int right = m_right->currentIndex();
    if (left < 0 || right < 0 || m_answers.size() < 2)
        return;
    const ComparedAnswer &one = m_answers.at(left);
    const ComparedAnswer &other = m_answers.at(right);
    m_facts->setFacts(comparedFacts(one, other));

    while (QLayoutItem *item = m_changes->layout()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QStringList changes = changesBetween(m_turn, one.attempt, other.attempt);
    m_changes->setVisible(!changes.isEmpty());
    if (!changes.isEmpty())
        m_changes->layout()->addWidget(
            new PlainLabel(Tr::tr("The retry changed"), Type::Small, Tone::Second));
    for (const QString &change : changes)
        m_changes->layout()->addWidget(
            new Chip(change.left(200), change.startsWith(u'+') ? ChipTint::Pass : ChipTint::Neutral));

    const bool inlineText = m_mode->current() == 1;
    m_before->setTexts(one.candidate.answer, other.candidate.answer,
                       inlineText ? DiffView::Side::Inline : DiffView::Side::Before);
    if (!inlineText)
        m_after->setTexts(one.candidate.answer, other.candidate.answer, DiffView::Side::After);
    m_texts->setPaired(!inlineText);
}

bool CompareView::event(QEvent *event)
{
    // Esc closes the sheet before it can stop a turn.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void CompareView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

void CompareView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_answers.size() > 1)
        m_left->setFocus(Qt::OtherFocusReason);
    else
        setFocus(Qt::OtherFocusReason);
}

} // namespace assay::ui

#include "compare_view.moc"
