// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/question_edit.h"

#include "base/text.h"
#include "ui/kit/tokens.h"

#include <QtCore/QMimeData>
#include <QtGui/QKeyEvent>
#include <QtGui/QTextBlock>
#include <QtWidgets/QScrollBar>

#include <cmath>

namespace assay::ui {

namespace {

constexpr int documentMargin = 2;

} // namespace

QuestionEdit::QuestionEdit(QWidget *parent) : QPlainTextEdit(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFont(assay::ui::font(Type::Body));
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Always there: one that comes and goes changes the width, and all the text is laid out again.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(documentMargin);
    viewport()->setAutoFillBackground(false);
    QPalette clear = palette();
    clear.setColor(QPalette::Base, Qt::transparent);
    setPalette(clear);
    connect(this, &QPlainTextEdit::textChanged, this, &QuestionEdit::fit);
}

/// Lines as wrapped, counted no further than needed.
int QuestionEdit::lines() const
{
    int count = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && count <= mostLines; block = block.next())
        count += std::max(1, block.layout() ? block.layout()->lineCount() : 1);
    return std::clamp(count, 1, mostLines + 1);
}

void QuestionEdit::fit()
{
    const int now = lines();
    if (now == m_shownLines)
        return;
    m_shownLines = now;
    updateGeometry();
    if (now <= mostLines)
        QMetaObject::invokeMethod(
            verticalScrollBar(), [bar = verticalScrollBar()] { bar->setValue(0); }, Qt::QueuedConnection);
}

QSize QuestionEdit::sizeHint() const
{
    const int line = static_cast<int>(std::ceil(QFontMetricsF(font()).lineSpacing()));
    return {320, std::min(m_shownLines, mostLines) * line + 2 * documentMargin + 2};
}

QSize QuestionEdit::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

bool QuestionEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText();
}

void QuestionEdit::insertFromMimeData(const QMimeData *source)
{
    const QString all = source->text();
    const qsizetype held = document()->characterCount() - 1 - textCursor().selectedText().size();
    const qsizetype room = std::max<qsizetype>(0, maximum - held);
    const QString some = cleanText(all.left(room));
    insertPlainText(some);
    ensureCursorVisible();
    if (all.size() > room)
        Q_EMIT cut(all.size(), room);
}

void QuestionEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier) {
        Q_EMIT escaped();
        return;
    }
    const bool types = !event->text().isEmpty() && event->text().at(0).isPrint();
    if (types && document()->characterCount() > maximum && !textCursor().hasSelection()) {
        Q_EMIT cut(document()->characterCount(), 0);
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void QuestionEdit::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    Q_EMIT focused(true);
}

void QuestionEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    Q_EMIT focused(false);
}

void QuestionEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fit();
}

} // namespace assay::ui
