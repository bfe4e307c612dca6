// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/card_scroller.h"

#include "ui/ask/turn_card.h"
#include "ui/kit/tokens.h"
#include "ui/kit/tr.h"

#include <QtGui/QCursor>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>

namespace assay::ui {

namespace {

constexpr int nearBottom = 8;
constexpr int lineStep = 40;
constexpr int mostPasses = 8;
constexpr qint64 opensWithin = 500; ///< ms

} // namespace

int estimatedCardHeight(const Turn &turn, int width)
{
    const int perLine = std::max(20, std::min(width - 120, 660) / 7);
    const qsizetype shown = std::min<qsizetype>(turn.answer.size(), 100'000);
    const qsizetype lines = 1 + shown / perLine + turn.answer.left(shown).count(u'\n');
    const qsizetype questionLines = 1 + std::min<qsizetype>(turn.question.size(), 2000) / perLine;
    return static_cast<int>(90 + (lines + questionLines) * 20);
}

CardScroller::CardScroller(AskState &state, Actions &actions, Clock clock, QWidget *parent)
    : QAbstractScrollArea(parent), m_state(state), m_actions(actions), m_clock(std::move(clock))
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setFocusPolicy(Qt::NoFocus);
    setAccessibleName(Tr::tr("Conversation"));
    m_due.setSingleShot(true);
    m_due.setInterval(0);
    connect(&m_due, &QTimer::timeout, this, &CardScroller::layNow);
}

void CardScroller::reset()
{
    for (const Row &row : std::as_const(m_rows))
        if (row.card) {
            row.card->hide();
            row.card->deleteLater();
        }
    m_rows.clear();
    m_width = viewport()->width();
    for (const TurnView &view : m_state.turns())
        m_rows.append(Row{.height = estimatedCardHeight(view.turn, m_width)});
    m_chosen = m_state.selected();
    m_opened.start();
    setPinned(true);
    schedule(true);
}

void CardScroller::addRow(int index)
{
    m_rows.insert(index, Row{.height = estimatedCardHeight(m_state.turns().at(index).turn, m_width)});
    setPinned(true);
    schedule(true);
}

void CardScroller::refreshRow(int index)
{
    if (index < 0 || index >= m_rows.size())
        return;
    Row &row = m_rows[index];
    const TurnView &view = m_state.turns().at(index);
    const bool last = index == m_rows.size() - 1;
    if (row.card) {
        row.card->setView(view, m_clock());
        // Its height is asked for again when its layout says so.
    } else if (!view.isRunning()) {
        row.height = estimatedCardHeight(view.turn, m_width);
        row.measured = false;
    }
    schedule(last);
}

void CardScroller::choose(int index, bool reveal)
{
    if (TurnCard *before = cardAt(m_chosen); before && m_chosen != index) {
        before->setChosen(false);
        m_rows[m_chosen].measured = false;
    }
    m_chosen = index;
    TurnCard *card = ensureCard(index);
    if (!card) {
        schedule(false);
        return;
    }
    card->setChosen(true);
    Row &row = m_rows[index];
    row.height = card->heightForWidth(m_width); // an estimate would show less of it than there is
    row.measured = true;
    const int y = card->y();
    if (!reveal) {
        lay({index, y}, false);
        return;
    }
    lay(steadyAnchor(), false);
    const QList<int> tops = topsOf();
    const int top = verticalScrollBar()->value();
    const int above = tops.at(index) - top;
    const int below = above + row.height - viewport()->height();
    if (above < 0 || row.height > viewport()->height())
        lay({index, 0}, false);
    else if (below > 0)
        lay({index, above - below}, false);
}

TurnCard *CardScroller::ensureCard(int index)
{
    if (index < 0 || index >= m_rows.size() || index >= m_state.turns().size())
        return nullptr;
    Row &row = m_rows[index];
    if (!row.card) {
        row.card = new TurnCard(m_actions, viewport());
        row.card->setView(m_state.turns().at(index), m_clock());
        row.card->setChosen(index == m_chosen);
        row.measured = false;
        wire(row.card);
    }
    return row.card;
}

TurnCard *CardScroller::cardAt(int index) const
{
    return index >= 0 && index < m_rows.size() ? m_rows.at(index).card : nullptr;
}

int CardScroller::builtCards() const
{
    return static_cast<int>(
        std::ranges::count_if(m_rows, [](const Row &row) { return row.card != nullptr; }));
}

void CardScroller::wire(TurnCard *card)
{
    const auto choose = [this, card] { Q_EMIT cardActivated(m_state.indexOf(card->turnId())); };
    connect(card, &TurnCard::activated, this, choose);
    connect(card, &TurnCard::entered, this, choose);
    connect(card, &TurnCard::opened, this,
            [this, card] { Q_EMIT cardOpened(m_state.indexOf(card->turnId())); });
    connect(card, &TurnCard::sourceActivated, this, &CardScroller::sourceActivated);
    connect(card, &TurnCard::labelSaved, this, &CardScroller::labelSaved);
    connect(card, &TurnCard::resized, this, [this, card] {
        const int index = m_state.indexOf(card->turnId());
        if (cardAt(index) != card)
            return;
        m_rows[index].measured = false;
        schedule(index == m_rows.size() - 1);
    });
}

void CardScroller::toBottom()
{
    setPinned(true);
    lay({}, true);
}

void CardScroller::setStrip(int height)
{
    if (viewportMargins().bottom() != height)
        setViewportMargins(0, 0, 0, height);
}

/// @param follow the change is at the end of the thread, where a pinned view goes along
void CardScroller::schedule(bool follow)
{
    m_follow = m_follow || follow;
    if (!m_due.isActive())
        m_due.start();
}

void CardScroller::layNow()
{
    const bool running = !m_state.turns().isEmpty() && m_state.turns().last().isRunning();
    const bool pointed = viewport()->rect().contains(viewport()->mapFromGlobal(QCursor::pos()));
    // While cards find their heights after opening, nothing is under the pointer on purpose.
    const bool opening = m_opened.isValid() && !m_opened.hasExpired(opensWithin);
    const bool follow = std::exchange(m_follow, false) && (running || m_wasRunning || !pointed);
    const bool bottom = m_pinned && (opening || follow);
    m_wasRunning = running;
    lay(steadyAnchor(), bottom);
}

QList<int> CardScroller::topsOf() const
{
    QList<int> tops;
    tops.reserve(m_rows.size() + 1);
    int y = 0;
    for (const Row &row : m_rows) {
        tops.append(y);
        y += row.height;
    }
    tops.append(y);
    return tops;
}

/// The row at `y` px below the viewport's top, where it stands now.
CardScroller::Anchor CardScroller::anchorAt(int y) const
{
    const QList<int> tops = topsOf();
    const int top = verticalScrollBar()->value();
    const auto after = std::upper_bound(tops.begin(), tops.end() - 1, top + y);
    const int row = std::max(0, static_cast<int>(after - tops.begin()) - 1);
    return {row, tops.at(row) - top};
}

CardScroller::Anchor CardScroller::steadyAnchor() const
{
    if (m_rows.isEmpty())
        return {};
    const QPoint pointer = viewport()->mapFromGlobal(QCursor::pos());
    return anchorAt(viewport()->rect().contains(pointer) ? pointer.y() : 0);
}

void CardScroller::lay(Anchor anchor, bool bottom)
{
    m_due.stop();
    if (viewport()->width() != m_width) {
        m_width = viewport()->width();
        for (Row &row : m_rows)
            row.measured = false;
    }
    int top = 0;
    QList<int> tops;
    for (int pass = 0; pass < mostPasses; ++pass) {
        tops = topsOf();
        const int end = std::max(0, tops.last() - viewport()->height());
        const int wanted =
            anchor.row < 0 || anchor.row >= m_rows.size() ? 0 : tops.at(anchor.row) - anchor.offset;
        top = bottom ? end : std::clamp(wanted, 0, end);
        if (!buildNear(tops, top))
            break;
    }
    dropFar(tops, top);
    placeCards(tops, top, tops.last());
    setPinned(top >= tops.last() - viewport()->height() - nearBottom);
}

/// Builds and measures what is near. @return whether a height turned out different
bool CardScroller::buildNear(const QList<int> &tops, int top)
{
    const int margin = viewport()->height() / 2;
    bool changed = false;
    bool built = false;
    for (int i = 0; i < m_rows.size(); ++i) {
        if (tops.at(i + 1) < top - margin || tops.at(i) > top + viewport()->height() + margin)
            continue;
        built = built || !m_rows.at(i).card;
        TurnCard *card = ensureCard(i);
        Row &row = m_rows[i];
        if (!card || row.measured)
            continue;
        const int height = card->heightForWidth(m_width);
        row.measured = true;
        changed = changed || height != row.height;
        row.height = height;
    }
    if (built)
        chainFocus();
    return changed;
}

void CardScroller::dropFar(const QList<int> &tops, int top)
{
    const int margin = 2 * viewport()->height();
    const QWidget *focus = QApplication::focusWidget();
    for (int i = 0; i < m_rows.size(); ++i) {
        Row &row = m_rows[i];
        const bool close =
            tops.at(i + 1) >= top - margin && tops.at(i) <= top + viewport()->height() + margin;
        if (!row.card || close || i == m_chosen || m_state.turns().at(i).isRunning())
            continue;
        if (focus && (focus == row.card || row.card->isAncestorOf(focus)))
            continue;
        row.card->hide();
        row.card->deleteLater();
        row.card = nullptr;
    }
}

void CardScroller::placeCards(const QList<int> &tops, int top, int total)
{
    m_placing = true;
    QScrollBar *bar = verticalScrollBar();
    bar->setRange(0, std::max(0, total - viewport()->height()));
    bar->setPageStep(viewport()->height());
    bar->setSingleStep(lineStep);
    bar->setValue(top);
    for (int i = 0; i < m_rows.size(); ++i) {
        TurnCard *card = m_rows.at(i).card;
        if (!card)
            continue;
        card->setGeometry(0, tops.at(i) - top, m_width, m_rows.at(i).height);
        card->show();
    }
    m_placing = false;
}

/// Tab goes through the cards in their order, whenever they were built.
void CardScroller::chainFocus() const
{
    QWidget *before = nullptr;
    for (const Row &row : m_rows) {
        if (!row.card)
            continue;
        for (QWidget *part : row.card->focusOrder()) {
            if (before)
                QWidget::setTabOrder(before, part);
            before = part;
        }
    }
}

void CardScroller::setPinned(bool pinned)
{
    if (pinned == m_pinned)
        return;
    m_pinned = pinned;
    Q_EMIT pinnedChanged(pinned);
}

void CardScroller::scrollContentsBy(int, int)
{
    if (m_placing || m_rows.isEmpty())
        return;
    lay(anchorAt(0), false);
}

void CardScroller::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (!m_rows.isEmpty())
        lay(anchorAt(0), m_pinned);
}

void CardScroller::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Home)
        verticalScrollBar()->setValue(0);
    else if (event->key() == Qt::Key_End)
        toBottom();
    else
        QAbstractScrollArea::keyPressEvent(event);
}

void CardScroller::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), tokens().surface);
}

} // namespace assay::ui
