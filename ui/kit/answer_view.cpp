// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/answer_view.h"

#include "ui/kit/paint.h"
#include "ui/kit/tr.h"

#include <QtCore/QEvent>
#include <QtGui/QClipboard>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QMenu>

#include <cmath>

namespace assay::ui {

namespace {

constexpr int sliceMs = 6;
constexpr qsizetype sliceCharacters = 8'000;
constexpr int noteHeightPx = 20;

} // namespace

AnswerView::AnswerView(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::IBeamCursor);
    setMouseTracking(true);
    setAccessibleName(Tr::tr("Answer"));
    m_text.setWidth(qMax(40, width()));
    m_slices.setInterval(0);
    connect(&m_slices, &QTimer::timeout, this, &AnswerView::slice);
}

void AnswerView::setText(const QString &text)
{
    if (text == m_source)
        return;
    m_text.clear();
    m_fed = 0;
    m_anchor = m_cursor = m_cited = {};
    m_source = text;
    setAccessibleDescription(text.first(qMin(text.size(), qsizetype(2000))));
    relayout();
    update();
}

void AnswerView::append(const QString &piece)
{
    m_source += piece;
    if (m_source.size() <= 4000)
        setAccessibleDescription(m_source);
    if (!m_slices.isActive())
        relayout();
    update();
}

/// Gives the layout what it has not got yet: a little now, the rest in slices of a few milliseconds.
void AnswerView::relayout()
{
    const bool more = feed(sliceCharacters, true);
    if (more || m_text.layoutSome(sliceMs))
        m_slices.start();
    noteHeight();
}

bool AnswerView::feed(qsizetype characters, bool layNow)
{
    const qsizetype end = qMin(m_source.size(), maximum);
    qsizetype count = qMin(characters, end - m_fed);
    if (count <= 0)
        return false;
    if (m_fed + count < end && m_source.at(m_fed + count - 1).isHighSurrogate())
        ++count;
    m_text.append(m_source.sliced(m_fed, count), layNow);
    m_fed += count;
    return m_fed < end;
}

void AnswerView::slice()
{
    const bool more = feed(sliceCharacters, true);
    if (!more && !m_text.layoutSome(sliceMs)) {
        m_slices.stop();
        update();
    }
    noteHeight();
}

void AnswerView::noteHeight()
{
    const int height = heightForWidth(width());
    if (height == m_knownHeight)
        return;
    m_knownHeight = height;
    updateGeometry();
    update();
}

QString AnswerView::hiddenNote() const
{
    const qsizetype hidden = m_source.size() - maximum;
    return hidden > 0 ? Tr::tr("… %Ln more characters", nullptr, int(qMin(hidden, qsizetype(1) << 30)))
                      : QString();
}

void AnswerView::setStreaming(bool on)
{
    if (on == m_streaming)
        return;
    m_streaming = on;
    noteHeight();
    update();
}

QString AnswerView::selectedText() const
{
    return m_text.plain(m_anchor, m_cursor);
}

void AnswerView::selectAll()
{
    if (m_text.isEmpty())
        return;
    m_anchor = {0, 0};
    m_cursor = m_text.end();
    update();
}

void AnswerView::copy()
{
    const bool some = m_anchor.paragraph >= 0 && m_anchor != m_cursor;
    QGuiApplication::clipboard()->setText(some ? selectedText() : m_text.plain({0, 0}, m_text.end()));
}

int AnswerView::heightForWidth(int width) const
{
    const int height = int(std::ceil(m_text.heightFor(qMax(40, width))));
    const int least = m_streaming ? noteHeightPx : 0;
    return qMax(least, height) + (m_source.size() > maximum ? noteHeightPx : 0);
}

QSize AnswerView::sizeHint() const
{
    return {480, heightForWidth(width() > 40 ? width() : 480)};
}

QSize AnswerView::minimumSizeHint() const
{
    return {120, noteHeightPx};
}

void AnswerView::focusInEvent(QFocusEvent *event)
{
    m_byKeyboard = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason ||
                   event->reason() == Qt::ShortcutFocusReason;
    QWidget::focusInEvent(event);
    update();
}

void AnswerView::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    m_text.paint(painter, event->rect(), m_anchor, m_cursor, hasFocus() ? m_cited : AnswerText::Place());
    if (m_streaming && !m_slices.isActive())
        painter.fillRect(m_text.endRect(), tokens().accentText);
    if (const QString note = hiddenNote(); !note.isEmpty()) {
        painter.setFont(assay::ui::font(Type::Small));
        painter.setPen(tokens().textThird);
        drawLine(painter, QRectF(0, height() - noteHeightPx, width(), noteHeightPx), note);
    }
    if (m_byKeyboard && hasFocus() && m_cited.paragraph < 0 && m_anchor == m_cursor)
        painter.fillRect(QRect(0, 0, metric::focusRing, height()), tokens().accentText);
    if (heightForWidth(width()) != m_knownHeight)
        QTimer::singleShot(0, this, &AnswerView::noteHeight);
}

void AnswerView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (qMax(40, width()) == m_text.width())
        return;
    m_text.setWidth(qMax(40, width()));
    relayout();
}

void AnswerView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || m_text.isEmpty())
        return;
    const int width = m_text.width();
    m_text.setWidth(width + 1);
    m_text.setWidth(width);
    relayout();
    update();
}

void AnswerView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    const auto *citation = m_text.citationAt(event->position());
    m_pressed = citation != nullptr ? citation->label : QString();
    m_cursor = m_text.placeAt(event->position());
    if (!event->modifiers().testFlag(Qt::ShiftModifier) || m_anchor.paragraph < 0)
        m_anchor = m_cursor;
    m_cited = {};
    update();
}

void AnswerView::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton)) {
        m_cursor = m_text.placeAt(event->position());
        update();
        return;
    }
    setCursor(m_text.citationAt(event->position()) != nullptr ? Qt::PointingHandCursor : Qt::IBeamCursor);
}

void AnswerView::mouseReleaseEvent(QMouseEvent *event)
{
    const auto *citation = m_text.citationAt(event->position());
    const QString label = citation != nullptr ? citation->label : QString();
    if (event->button() == Qt::LeftButton && !label.isEmpty() && label == m_pressed && m_anchor == m_cursor)
        Q_EMIT citationActivated(label);
    m_pressed.clear();
}

void AnswerView::mouseDoubleClickEvent(QMouseEvent *event)
{
    std::tie(m_anchor, m_cursor) = m_text.wordAt(m_text.placeAt(event->position()));
    update();
}

void AnswerView::walkCitations(int step)
{
    const AnswerText::Place next = m_text.nextCitation(m_cited, step);
    if (next.paragraph < 0)
        return;
    m_cited = next;
    update();
}

void AnswerView::keyPressEvent(QKeyEvent *event)
{
    const auto *citation = m_text.citation(m_cited);
    const int key = event->key();
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->matches(QKeySequence::SelectAll))
        selectAll();
    else if (key == Qt::Key_Right && event->modifiers() == Qt::NoModifier)
        walkCitations(1);
    else if (key == Qt::Key_Left && event->modifiers() == Qt::NoModifier)
        walkCitations(-1);
    else if ((key == Qt::Key_Return || key == Qt::Key_Enter) && citation != nullptr &&
             event->modifiers() == Qt::NoModifier)
        Q_EMIT citationActivated(citation->label);
    else
        QWidget::keyPressEvent(event);
}

void AnswerView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        m_cited = {};
    update();
}

void AnswerView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(Tr::tr("Copy"), QKeySequence::Copy, this, &AnswerView::copy);
    menu->addAction(Tr::tr("Select all"), QKeySequence::SelectAll, this, &AnswerView::selectAll);
    menu->popup(event->globalPos());
}

} // namespace assay::ui
